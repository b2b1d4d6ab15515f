#define _GNU_SOURCE 1

#include "CNcurses.h"

#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static locale_t width_locale;
static pthread_once_t width_once = PTHREAD_ONCE_INIT;

static void make_width_locale(void) {
  width_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

int samjour_wcwidth(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  pthread_once(&width_once, make_width_locale);
  if (!width_locale) {
    // A system without C.UTF-8 still draws Latin text right; anything else counts as unknown.
    return scalar >= 0xa0 && scalar < 0x300 ? 1 : -1;
  }
  // uselocale is the calling thread's own, so the process's locale is never touched.
  locale_t previous = uselocale(width_locale);
  int width = wcwidth((wchar_t)scalar);
  uselocale(previous);
  return width;
}
