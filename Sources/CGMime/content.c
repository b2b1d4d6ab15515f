#include "CGMime.h"
#include "LateNames.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { block = 16384 };

static bool is_base64(unsigned char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         c == '+' || c == '/';
}

static bool is_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

cgm_content cgm_decode(const cgm_object *leaf, size_t keep) {
  cgm_content content = {0};
  if (!GMIME_IS_PART(leaf)) return content;
  GMimeDataWrapper *wrapper = g_mime_part_get_content((GMimePart *)leaf);
  GMimeStream *stream = wrapper ? g_mime_data_wrapper_get_stream(wrapper) : NULL;
  if (stream == NULL) return content;

  GMimeEncoding decoder;
  GMimeContentEncoding encoding = g_mime_data_wrapper_get_encoding(wrapper);
  g_mime_encoding_init_decode(&decoder, encoding);
  char *input = g_malloc(block);
  char *output = g_malloc(g_mime_encoding_outlen(&decoder, block) + 64);
  GByteArray *kept = g_byte_array_new();
  size_t digits = 0;

  g_mime_stream_reset(stream);
  for (bool more = true; more;) {
    ssize_t count = g_mime_stream_read(stream, input, block);
    size_t made;
    if (count > 0) {
      if (encoding == GMIME_CONTENT_ENCODING_BASE64) {
        for (ssize_t index = 0; index < count; index++) {
          unsigned char c = (unsigned char)input[index];
          if (is_base64(c) || c == '=')
            digits++;
          else if (!is_space(c))
            content.broken = true;
        }
      }
      made = g_mime_encoding_step(&decoder, input, (size_t)count, output);
    } else {
      more = false;
      made = g_mime_encoding_flush(&decoder, input, 0, output);
    }
    content.total += (int64_t)made;
    if (kept->len < keep) {
      size_t room = keep - kept->len;
      g_byte_array_append(kept, (const guint8 *)output, (guint)(made < room ? made : room));
    }
  }
  if (digits % 4 != 0) content.broken = true;

  g_free(input);
  g_free(output);
  content.kept = kept->len;
  content.bytes = g_byte_array_free(kept, kept->len == 0);
  return content;
}

static void append_replacement(GByteArray *out, size_t *replaced) {
  g_byte_array_append(out, (const guint8 *)"\xEF\xBF\xBD", 3);
  (*replaced)++;
}

char *cgm_to_utf8(
  const char *charset, const uint8_t *bytes, size_t length, size_t *written, size_t *replaced) {
  *written = 0;
  *replaced = 0;
  cgm_load();
  iconv_t converter = g_mime_iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return NULL;

  GByteArray *out = g_byte_array_sized_new((guint)(length + length / 2 + 16));
  char *from = (char *)bytes;
  size_t left = length;
  while (left > 0) {
    char piece[4096];
    char *to = piece;
    size_t room = sizeof piece;
    size_t before = left;
    size_t result = iconv(converter, &from, &left, &to, &room);
    int reason = errno;
    size_t made = sizeof piece - room;
    g_byte_array_append(out, (const guint8 *)piece, (guint)made);
    if (result != (size_t)-1) break;
    if (reason == EILSEQ && left > 0) {
      from++;
      left--;
      append_replacement(out, replaced);
    } else if (reason != E2BIG || (made == 0 && left == before)) {
      // An unfinished character at the end, or a converter that makes no progress.
      append_replacement(out, replaced);
      break;
    }
  }
  char piece[64];
  char *to = piece;
  size_t room = sizeof piece;
  if (iconv(converter, NULL, NULL, &to, &room) != (size_t)-1)
    g_byte_array_append(out, (const guint8 *)piece, (guint)(sizeof piece - room));
  g_mime_iconv_close(converter);
  *written = out->len;
  g_byte_array_append(out, (const guint8 *)"", 1);
  return (char *)g_byte_array_free(out, FALSE);
}
