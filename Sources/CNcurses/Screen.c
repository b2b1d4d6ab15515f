#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"
#include "Restore.h"

#include <curses.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Last, because it defines everyday words as macros.
#include <term.h>
#undef columns

static SCREEN *screen;
static FILE *output_file;
static FILE *input_file;
static int output_descriptor = -1;
static struct termios shell_modes;
static bool has_shell_modes;
static bool suspended;
static bool has_title;
static bool knows_mouse;
static bool uses_mouse;
static bool has_ansi;
static bool uses_colors;
static char restore_text[1024];

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == NULL || text == (const char *)-1 ? NULL : text;
}

// Appends a capability without its padding marks, which only tputs understands.
static void append(const char *text) {
  size_t used = strlen(restore_text);
  while (text && *text && used + 1 < sizeof restore_text) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    restore_text[used++] = *text++;
  }
  restore_text[used] = 0;
}

static void compose_restore_text(void) {
  restore_text[0] = 0;
  if (uses_mouse) append("\033[?1006l\033[?1000l");
  if (has_ansi) append("\033[?2004l");
  append(capability("sgr0"));
  append(capability("op"));
  append(capability("rmkx"));
  append(capability("cnorm"));
  append(capability("rmcup"));
  if (has_title) append("\033[23;2t");
}

static void write_all(const char *text, size_t length) {
  while (length > 0) {
    if (!samjour_screen_is_writable(250)) return;
    ssize_t count = write(output_descriptor, text, length);
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

static void write_text(const char *text) { write_all(text, strlen(text)); }

static void enable_modes(void) {
  if (has_title) write_text("\033[22;2t");
  if (has_ansi) write_text("\033[?2004h");
  if (uses_mouse) write_text("\033[?1000h\033[?1006h");
}

static void disable_modes(void) {
  if (uses_mouse) write_text("\033[?1006l\033[?1000l");
  if (has_ansi) write_text("\033[?2004l");
  if (has_title) write_text("\033[23;2t");
}

// The modes are those of before: ncurses changes them as soon as it begins.
static void arm_restore(void) {
  samjour_restore_arm(output_descriptor, restore_text, has_shell_modes ? &shell_modes : NULL);
}

static bool name_begins(const char *name, const char *prefix) {
  return strncmp(name, prefix, strlen(prefix)) == 0;
}

static void close_files(void) {
  if (output_file) fclose(output_file);
  if (input_file) fclose(input_file);
  output_file = input_file = NULL;
  output_descriptor = -1;
}

static FILE *duplicate(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

// Nothing that is drawn needs the terminal driver to change it: nonl() has turned off all that it
// would. Told so, the driver takes a frame whole, not cut at each control character.
static void leave_output_alone(void) {
  struct termios modes;
  if (tcgetattr(output_descriptor, &modes) != 0) return;
  modes.c_oflag &= ~(tcflag_t)OPOST;
  if (tcsetattr(output_descriptor, TCSANOW, &modes) == 0) def_prog_mode();
}

int samjour_screen_open(int input, int output, const char *term, bool mouse) {
  if (screen) return SAMJOUR_OPEN_FAILED;
  if (!isatty(input) || !isatty(output)) return SAMJOUR_OPEN_NOT_A_TERMINAL;
  const char *name = term ? term : getenv("TERM");
  if (!name || !*name) return SAMJOUR_OPEN_UNKNOWN_TERM;
  int problem = 0;
  // setupterm with a place for the error returns; without it, it would end the process.
  if (setupterm((char *)name, output, &problem) != OK) {
    return problem == 1 ? SAMJOUR_OPEN_TOO_SIMPLE : SAMJOUR_OPEN_UNKNOWN_TERM;
  }
  const char *move = capability("cup");
  bool simple = !move || !capability("clear");
  has_ansi = move && strncmp(move, "\033[", 2) == 0;
  knows_mouse = has_ansi && capability("kmous");
  uses_mouse = mouse && knows_mouse;
  del_curterm(cur_term);
  if (simple) return SAMJOUR_OPEN_TOO_SIMPLE;

  has_title = name_begins(name, "xterm") || name_begins(name, "screen") ||
              name_begins(name, "tmux") || name_begins(name, "rxvt") ||
              name_begins(name, "alacritty") || name_begins(name, "foot");
  output_file = duplicate(output, "w");
  input_file = duplicate(input, "r");
  if (!output_file || !input_file) {
    close_files();
    return SAMJOUR_OPEN_FAILED;
  }
  output_descriptor = fileno(output_file);
  has_shell_modes = tcgetattr(output_descriptor, &shell_modes) == 0;
  use_tioctl(TRUE);
  screen = newterm((char *)name, output_file, input_file);
  if (!screen) {
    close_files();
    return SAMJOUR_OPEN_FAILED;
  }
  set_term(screen);
  compose_restore_text();
  arm_restore();
  // Until a screen has been left once, ncurses 6.4 writes out each move of the cursor by itself. Left
  // and entered again before it has colors or contents, it writes a frame whole.
  endwin();
  doupdate();
  // A frame is finished, whatever is typed meanwhile.
  typeahead(-1);
  raw();
  noecho();
  nonl();
  leave_output_alone();
  keypad(stdscr, TRUE);
  meta(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  uses_colors = start_color() == OK && COLORS >= 8;
  if (uses_colors) use_default_colors();
  enable_modes();
  suspended = false;
  return SAMJOUR_OPEN_OK;
}

bool samjour_screen_is_writable(int milliseconds) {
  struct pollfd ready = {.fd = output_descriptor, .events = POLLOUT};
  return poll(&ready, 1, milliseconds) == 1 && (ready.revents & POLLOUT) &&
         !(ready.revents & (POLLERR | POLLHUP | POLLNVAL));
}

void samjour_screen_suspend(void) {
  if (!screen || suspended) return;
  suspended = true;
  if (!samjour_screen_is_writable(100)) {
    // What the terminal has not read by now it may never read; throw it away to make room.
    tcflush(output_descriptor, TCOFLUSH);
  }
  if (samjour_screen_is_writable(100)) {
    disable_modes();
    endwin();
  }
  // endwin waits for the output to drain in some cases and is skipped in others; this does not.
  if (has_shell_modes) tcsetattr(output_descriptor, TCSANOW, &shell_modes);
  samjour_restore_disarm();
}

void samjour_screen_resume(void) {
  if (!screen || !suspended) return;
  has_shell_modes = tcgetattr(output_descriptor, &shell_modes) == 0;
  def_shell_mode();
  arm_restore();
  suspended = false;
  reset_prog_mode();
  enable_modes();
  clearok(curscr, TRUE);
  if (samjour_screen_is_writable(100)) wrefresh(stdscr);
}

void samjour_screen_close(void) {
  if (!screen) return;
  samjour_screen_suspend();
  delscreen(screen);
  screen = NULL;
  close_files();
}

void samjour_screen_sync_size(int *columns, int *rows) {
  *columns = COLS;
  *rows = LINES;
  if (!screen) return;
  struct winsize size;
  if (ioctl(output_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    if (size.ws_col != COLS || size.ws_row != LINES) resizeterm(size.ws_row, size.ws_col);
    *columns = size.ws_col;
    *rows = size.ws_row;
  }
}

int samjour_screen_colors(void) { return screen && uses_colors ? COLORS : 0; }

bool samjour_screen_has_dim(void) { return screen && (term_attrs() & WA_DIM) != 0; }

void samjour_screen_define_pair(int pair, int foreground, int background) {
  if (screen && uses_colors) init_extended_pair(pair, foreground, background);
}

void samjour_screen_put(
    int row, int column, const uint32_t *scalars, int count, int attributes, int pair,
    bool line_drawing) {
  if (!screen || count < 1) return;
  attr_t attrs = A_NORMAL;
  if (attributes & SAMJOUR_BOLD) attrs |= WA_BOLD;
  if (attributes & SAMJOUR_DIM) attrs |= WA_DIM;
  if (attributes & SAMJOUR_UNDERLINE) attrs |= WA_UNDERLINE;
  if (attributes & SAMJOUR_REVERSE) attrs |= WA_REVERSE;
  if (!uses_colors) pair = 0;
  wchar_t text[CCHARW_MAX + 1];
  int length = count < CCHARW_MAX ? count : CCHARW_MAX;
  for (int i = 0; i < length; i++) text[i] = (wchar_t)scalars[i];
  text[length] = 0;
  if (line_drawing) attrs |= WA_ALTCHARSET;
  cchar_t cell;
  if (setcchar(&cell, text, attrs, (short)pair, NULL) != OK) {
    if (setcchar(&cell, L"?", attrs, (short)pair, NULL) != OK) return;
  }
  mvadd_wchnstr(row, column, &cell, 1);
}

void samjour_screen_flush(int row, int column) {
  if (!screen || suspended) return;
  if (row >= 0) {
    move(row, column);
    curs_set(1);
  } else {
    curs_set(0);
  }
  wnoutrefresh(stdscr);
  doupdate();
}

void samjour_screen_set_mouse(bool on) {
  bool wanted = on && knows_mouse;
  if (!screen || wanted == uses_mouse) return;
  uses_mouse = wanted;
  compose_restore_text();
  // While somebody else has the terminal, the resume puts this right.
  if (suspended) return;
  write_text(uses_mouse ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
  arm_restore();
}

void samjour_screen_invalidate(void) {
  if (screen) clearok(curscr, TRUE);
}

bool samjour_screen_has_title(void) { return screen && has_title; }

void samjour_screen_title(const char *text, int length) {
  if (!screen || !has_title || suspended || length < 0) return;
  write_text("\033]2;");
  write_all(text, (size_t)length);
  write_text("\a");
}

void samjour_screen_command(const char *text, int length) {
  if (!screen || !has_title || suspended || length < 0) return;
  write_text("\033]");
  write_all(text, (size_t)length);
  write_text("\a");
}

void samjour_screen_bell(void) {
  if (screen && !suspended && samjour_screen_is_writable(0)) beep();
}
