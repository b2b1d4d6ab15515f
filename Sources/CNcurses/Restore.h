// Restoring a terminal after a crash.
#ifndef SAMJOUR_RESTORE_H
#define SAMJOUR_RESTORE_H

#include <termios.h>

// From here a fatal signal, or an exit, writes `text` to `descriptor` and puts `modes` back, before
// the signal's earlier action. `text` is copied, at most 1,024 bytes; `modes` may be NULL.
void samjour_restore_arm(int descriptor, const char *text, const struct termios *modes);

// The terminal is restored already; a fatal signal has nothing to do.
void samjour_restore_disarm(void);

// Restores the terminal and ends the process by `number`. Async-signal-safe.
void samjour_restore_and_die(int number);

#endif
