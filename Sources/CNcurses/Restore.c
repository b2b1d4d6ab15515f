#define _GNU_SOURCE 1

#include "Restore.h"
#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
enum { fatal_count = sizeof fatal / sizeof fatal[0], restore_limit = 1024, last_words_limit = 512 };

static struct sigaction earlier[fatal_count];
static char restore_text[restore_limit];
static volatile sig_atomic_t restore_length;
static volatile sig_atomic_t restore_descriptor = -1;
static char last_words[last_words_limit];
static volatile sig_atomic_t last_words_length;
static struct termios saved_modes;
static volatile sig_atomic_t has_saved_modes;
static volatile sig_atomic_t armed;
static bool handlers_installed;
static bool exit_hook_installed;

// Stack of the handler: a stack overflow must be able to restore the terminal too.
static char handler_stack[65536];

static void write_all(int descriptor, const char *text, int length) {
  int written = 0;
  while (written < length) {
    // A terminal that does not read gets a quarter of a second, not the process's last wish.
    struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
    if (poll(&ready, 1, 250) != 1 || !(ready.revents & POLLOUT)) break;
    ssize_t count = write(descriptor, text + written, (size_t)(length - written));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    written += (int)count;
  }
}

static void restore(void) {
  if (!armed) return;
  armed = 0;
  int descriptor = restore_descriptor;
  write_all(descriptor, restore_text, restore_length);
  if (has_saved_modes) tcsetattr(descriptor, TCSANOW, &saved_modes);
}

static void crash(int number) {
  bool has_terminal = armed;
  restore();
  if (has_terminal) write_all(restore_descriptor, last_words, last_words_length);
  samjour_restore_and_die(number);
}

void samjour_restore_and_die(int number) {
  restore();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = SIG_DFL;
  for (int i = 0; i < fatal_count; i++) {
    // Whoever watched for crashes before (a backtrace printer) still gets to see this one.
    if (fatal[i] == number && handlers_installed) action = earlier[i];
  }
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

static void install_handlers(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    stack_t mine = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack, .ss_flags = 0};
    sigaltstack(&mine, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = crash;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &earlier[i]);
  handlers_installed = true;
}

void samjour_restore_arm(int descriptor, const char *text, const struct termios *modes) {
  armed = 0;
  size_t length = strlen(text);
  if (length > restore_limit) length = restore_limit;
  memcpy(restore_text, text, length);
  restore_length = (sig_atomic_t)length;
  restore_descriptor = descriptor;
  has_saved_modes = modes != NULL;
  if (modes) saved_modes = *modes;
  if (!handlers_installed) install_handlers();
  if (!exit_hook_installed) {
    exit_hook_installed = true;
    atexit(restore);
  }
  armed = 1;
}

void samjour_set_last_words(const char *text) {
  last_words_length = 0;
  size_t length = strlen(text);
  if (length > last_words_limit) length = last_words_limit;
  memcpy(last_words, text, length);
  last_words_length = (sig_atomic_t)length;
}

void samjour_restore_disarm(void) {
  armed = 0;
  if (!handlers_installed) return;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &earlier[i], NULL);
  handlers_installed = false;
}

static int line_descriptor = -1;
static struct termios line_modes;

int samjour_line_input_open(int descriptor) {
  if (tcgetattr(descriptor, &line_modes) != 0) return -1;
  samjour_restore_arm(descriptor, "", &line_modes);
  struct termios modes = line_modes;
  modes.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ISIG | IEXTEN);
  modes.c_iflag &= (tcflag_t) ~(ICRNL | IXON);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  if (tcsetattr(descriptor, TCSANOW, &modes) != 0) {
    samjour_restore_disarm();
    return -1;
  }
  line_descriptor = descriptor;
  return 0;
}

void samjour_line_input_close(void) {
  if (line_descriptor < 0) return;
  tcsetattr(line_descriptor, TCSANOW, &line_modes);
  line_descriptor = -1;
  samjour_restore_disarm();
}
