// A narrow door to ncurses, signals and character width.
//
// ncurses is macros, variadics and mutable globals; none of them is seen outside the C file. All
// functions are for the one thread that owns the terminal unless they say otherwise.
#ifndef SAMJOUR_CNCURSES_H
#define SAMJOUR_CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// MARK: Character width

/// Columns of a character in UTF-8 terminals: 0, 1, 2, or -1 when the system does not know it.
/// The same whatever locale the process runs in. Any thread.
int samjour_wcwidth(uint32_t scalar);

// MARK: Privacy

/// Turns core dumps and looking into this process off, and overwrites its arguments, which every
/// login can read in the list of processes. The caller has taken copies of them.
void samjour_keep_private(void);

// MARK: Signals

/// Installs handlers that put one byte, the signal's number, in a pipe for SIGWINCH, SIGTSTP,
/// SIGCONT, SIGHUP, SIGTERM and SIGINT, and ignores SIGPIPE. Idempotent.
/// Returns the pipe's reading end (non-blocking), or -1 with errno.
int samjour_signals_install(void);

/// Takes the next signal out of the pipe; 0 when there is none.
int samjour_signals_next(void);

/// Puts the process's earlier signal actions back.
void samjour_signals_remove(void);

/// Stops the process group as the terminal's own Ctrl-Z would, and returns when it goes on.
/// False when it was not stopped: where nobody could continue it (an orphaned process group).
bool samjour_stop_process(void);

// MARK: The screen

enum samjour_open_result {
  SAMJOUR_OPEN_OK = 0,
  SAMJOUR_OPEN_NOT_A_TERMINAL = 1,
  SAMJOUR_OPEN_UNKNOWN_TERM = 2,
  SAMJOUR_OPEN_TOO_SIMPLE = 3,
  SAMJOUR_OPEN_FAILED = 4,
};

enum samjour_attribute {
  SAMJOUR_BOLD = 1,
  SAMJOUR_DIM = 2,
  SAMJOUR_UNDERLINE = 4,
  SAMJOUR_REVERSE = 8,
};

/// Takes the process's locale from the environment; true when its characters are UTF-8.
bool samjour_locale_setup(void);

/// True when the characters of the environment's locale are UTF-8; the process's stays as it is.
/// Any thread.
bool samjour_locale_is_utf8(void);

/// True when the process's locale can write the character.
bool samjour_locale_encodes(uint32_t scalar);

/// Opens a full-screen terminal: raw input, no echo, alternate screen.
/// `term` is the name of the terminal's description; NULL takes it from the environment.
int samjour_screen_open(int input, int output, const char *term, bool mouse);

/// Leaves full-screen mode. Never waits for a terminal that does not read. Idempotent.
void samjour_screen_suspend(void);

/// Enters full-screen mode again after samjour_screen_suspend and forgets what was drawn.
void samjour_screen_resume(void);

/// Leaves full-screen mode for good and frees the screen. Idempotent.
void samjour_screen_close(void);

/// Reads the terminal's size from the system and resizes the screen to it.
void samjour_screen_sync_size(int *columns, int *rows);

/// How many colours the terminal has; 0 when none.
int samjour_screen_colors(void);

/// True when the terminal has a dim (half-bright) attribute.
bool samjour_screen_has_dim(void);

/// Defines a pair of colours; -1 is the terminal's own.
void samjour_screen_define_pair(int pair, int foreground, int background);

/// Puts one character, with up to four combining marks, at a place. `attributes` is a union of
/// samjour_attribute; `line_drawing` takes the character from the terminal's line drawing set,
/// where `scalars[0]` is its ACS letter.
void samjour_screen_put(
    int row, int column, const uint32_t *scalars, int count, int attributes, int pair,
    bool line_drawing);

/// Sends what changed. The cursor is hidden when `row` is negative.
void samjour_screen_flush(int row, int column);

/// Makes the next flush repaint everything.
void samjour_screen_invalidate(void);

/// Makes the terminal tell of the mouse, or leave it to its own selection.
void samjour_screen_set_mouse(bool on);

/// True when the terminal has a title that can be set.
bool samjour_screen_has_title(void);

/// Sets the terminal's title to inert bytes.
void samjour_screen_title(const char *text, int length);

/// Sends an operating system command of inert bytes, where the terminal has a title and so reads
/// such commands to their end.
void samjour_screen_command(const char *text, int length);

/// What a fatal signal leaves on the terminal when it is restored; copied, at most 512 bytes.
void samjour_set_last_words(const char *text);

/// Rings the terminal's bell.
void samjour_screen_bell(void);

/// True when the terminal takes output without waiting, within `milliseconds`.
bool samjour_screen_is_writable(int milliseconds);

// MARK: A terminal without a screen

/// Makes a terminal give each key at once, without echo, and arms the restore on crash.
/// Returns 0, or -1 with errno.
int samjour_line_input_open(int descriptor);

/// Puts the terminal's modes back.
void samjour_line_input_close(void);

#endif
