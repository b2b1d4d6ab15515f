#ifndef SAMJOUR_RESTORE_H
#define SAMJOUR_RESTORE_H

// Restores the terminal and ends the process by `number`. Async-signal-safe.
void samjour_restore_and_die(int number);

#endif
