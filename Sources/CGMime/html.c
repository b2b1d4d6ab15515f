#include "CGMime.h"
#include "LateNames.h"

#include <string.h>

typedef struct {
  const cgm_html_events *events;
  htmlParserCtxtPtr parser;
  bool stopped;
} reading;

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  reading *state = data;
  static const char *const none[] = {NULL};
  if (state->stopped) return;
  const char *const *pairs = attributes ? (const char *const *)attributes : none;
  if (!state->events->start(state->events->context, (const char *)name, pairs)) {
    state->stopped = true;
    xmlStopParser(state->parser);
  }
}

static void on_end(void *data, const xmlChar *name) {
  reading *state = data;
  if (!state->stopped) state->events->end(state->events->context, (const char *)name);
}

static void on_text(void *data, const xmlChar *text, int length) {
  reading *state = data;
  if (!state->stopped && length > 0)
    state->events->text(state->events->context, text, (size_t)length);
}

void cgm_html_read(const uint8_t *utf8, size_t length, const cgm_html_events *events) {
  cgm_load();
  if (length == 0 || length > G_MAXINT) return;
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)utf8, (int)length);
  if (parser == NULL) return;
  htmlCtxtUseOptions(
    parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
              HTML_PARSE_IGNORE_ENC);
  // The bytes are UTF-8 by now, whatever a <meta> claims.
  xmlCharEncodingHandlerPtr encoding = xmlFindCharEncodingHandler("UTF-8");
  if (encoding != NULL) {
    xmlSwitchToEncoding(parser, encoding);
    if (parser->input != NULL && parser->input->encoding == NULL)
      parser->input->encoding = xmlStrdup(BAD_CAST "UTF-8");
  }
  reading state = {events, parser, false};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = on_start;
  parser->sax->endElement = on_end;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = NULL; // Scripts and styles.
  parser->userData = &state;
  htmlParseDocument(parser);
  htmlFreeParserCtxt(parser);
}
