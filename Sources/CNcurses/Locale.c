#define _GNU_SOURCE 1

#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

bool samjour_locale_setup(void) {
  setlocale(LC_ALL, "");
  // Numbers in files and messages are the program's own business, not the locale's.
  setlocale(LC_NUMERIC, "C");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool samjour_locale_encodes(uint32_t scalar) {
  char bytes[64];
  mbstate_t state;
  memset(&state, 0, sizeof state);
  if (MB_CUR_MAX > sizeof bytes) return false;
  return wcrtomb(bytes, (wchar_t)scalar, &state) != (size_t)-1;
}

bool samjour_locale_is_utf8(void) {
  locale_t environment = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
  if (!environment) return false;
  bool is_utf8 = strcmp(nl_langinfo_l(CODESET, environment), "UTF-8") == 0;
  freelocale(environment);
  return is_utf8;
}
