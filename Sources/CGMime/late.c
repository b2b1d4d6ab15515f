#include "Late.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#if LIBXML_VERSION >= 21400
#define XML "libxml2.so.16"
#else
#define XML "libxml2.so.2"
#endif

struct cgm_late cgm_late;

static void end(void) {
  fprintf(stderr,
    "samjour: %s\n"
    "samjour: brevet är inte läst och ligger kvar; installera biblioteket "
    "(the mail is not read and is kept; install the library)\n",
    dlerror());
  exit(EX_TEMPFAIL);
}

static void *library(const char *name) {
  void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  if (handle == NULL) end();
  return handle;
}

static void *function(void *library, const char *name) {
  void *found = dlsym(library, name);
  if (found == NULL) end();
  return found;
}

static void load(void) {
  void *gmime = library("libgmime-3.0.so.0");
  void *xml = library(XML);
#define CGM_FIND(handle, name) *(void **)&cgm_late.name = function(handle, #name);
#define CGM_FIND_GMIME(name) CGM_FIND(gmime, name)
#define CGM_FIND_XML(name) CGM_FIND(xml, name)
  CGM_GMIME(CGM_FIND_GMIME)
  CGM_XML(CGM_FIND_XML)
  cgm_late.g_mime_init();
  cgm_late.xmlInitParser();
}

void cgm_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
}
