#define _GNU_SOURCE 1

#include "CNcurses.h"
#include "Restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGPIPE};
enum { watched_count = sizeof watched / sizeof watched[0] };

static struct sigaction earlier[watched_count];
static int pipe_ends[2] = {-1, -1};
static bool installed;
// Termination signals that nobody has taken out of the pipe yet.
static volatile sig_atomic_t termination_waiting;

static void handle(int number) {
  int kept = errno;
  if (number == SIGTERM || number == SIGHUP) {
    // The owner of the terminal may hang in a write to a terminal that does not read. The second
    // request is then the last: restore what can be restored and end.
    if (termination_waiting) samjour_restore_and_die(number);
    termination_waiting = 1;
  }
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds enough to wake the reader.
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

int samjour_signals_install(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    pipe_ends[0] = pipe_ends[1] = -1;
    return -1;
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < watched_count; i++) {
    action.sa_handler = watched[i] == SIGPIPE ? SIG_IGN : handle;
    sigaction(watched[i], &action, installed ? NULL : &earlier[i]);
  }
  installed = true;
  // Whoever started the program may have blocked them: a desk that is told to end has to hear it.
  sigset_t heard;
  sigemptyset(&heard);
  for (int i = 0; i < watched_count; i++) sigaddset(&heard, watched[i]);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
  return pipe_ends[0];
}

int samjour_signals_next(void) {
  unsigned char byte = 0;
  if (pipe_ends[0] < 0 || read(pipe_ends[0], &byte, 1) != 1) return 0;
  if (byte == SIGTERM || byte == SIGHUP) termination_waiting = 0;
  return byte;
}

void samjour_signals_remove(void) {
  if (!installed) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &earlier[i], NULL);
  installed = false;
}

bool samjour_stop_process(void) {
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, &before);
  kill(0, SIGTSTP);
  // The stop may be taken by another thread a moment later; wait for the SIGCONT that follows it.
  // In an orphaned process group the kernel drops the stop, and the wait ends by itself.
  struct pollfd waiting = {.fd = pipe_ends[0], .events = POLLIN};
  bool was_stopped = waiting.fd >= 0 && poll(&waiting, 1, 100) == 1;
  sigaction(SIGTSTP, &before, NULL);
  return was_stopped;
}
