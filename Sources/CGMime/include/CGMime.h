#ifndef CGMIME_H
#define CGMIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Mail and HTML for Swift, over GMime 3.2 and libxml2, without a GObject in sight.
// Every function may be called from any thread; one message belongs to one thread at a time.
// A `char *` that is returned is UTF-8, ends in NUL and is given back with cgm_free.
// A `const char *` that is returned lives as long as its message.

/// A parsed message; owns everything reached from it.
typedef struct cgm_message cgm_message;
/// A message, a multipart, a forwarded message or a leaf. Borrowed from its cgm_message.
typedef struct cgm_object cgm_object;
/// A running SHA-256.
typedef struct cgm_digest cgm_digest;

typedef enum {
  CGM_KIND_MESSAGE,
  CGM_KIND_MULTIPART,
  CGM_KIND_MESSAGE_PART,
  CGM_KIND_LEAF,
} cgm_kind;

typedef enum {
  CGM_WARNING_CUT_SHORT = 1,
  CGM_WARNING_NO_BOUNDARY = 2,
  CGM_WARNING_TOO_DEEP = 4,
  CGM_WARNING_CONFLICTING = 8,
} cgm_warning;

typedef enum { CGM_FROM, CGM_REPLY_TO, CGM_TO } cgm_address_field;

void cgm_free(void *memory);

/// Parses a copy of `bytes`. NULL when GMime finds no message.
cgm_message *cgm_message_from_bytes(const uint8_t *bytes, size_t length);
/// Parses the whole seekable file; contents stay in the file. NULL when GMime finds no message.
cgm_message *cgm_message_from_file(int descriptor);
void cgm_message_free(cgm_message *message);
/// Bits of cgm_warning met so far.
unsigned cgm_message_warnings(const cgm_message *message);
cgm_object *cgm_message_root(const cgm_message *message);

cgm_kind cgm_object_kind(const cgm_object *object);
/// A message and a forwarded message have one child or none.
size_t cgm_child_count(const cgm_object *object);
cgm_object *cgm_child(const cgm_object *object, size_t index);

/// What stands before a multipart's first part, or NULL. Not decoded.
const char *cgm_prologue(const cgm_object *object);

/// The media type and subtype as given; "" where there is none.
const char *cgm_media_type(const cgm_object *object);
const char *cgm_media_subtype(const cgm_object *object);
/// A parameter of Content-Type, or NULL.
const char *cgm_type_parameter(const cgm_object *object, const char *name);
/// The Content-Disposition without parameters, or NULL.
const char *cgm_disposition(const cgm_object *object);
/// The decoded file name of a leaf, or NULL.
const char *cgm_filename(const cgm_object *object);

/// The bytes of the first such header after its colon, folded as they came, or NULL.
const char *cgm_header_raw(const cgm_object *object, const char *name);
/// The first such header unfolded and with its encoded words decoded, or NULL.
char *cgm_header_text(const cgm_object *object, const char *name);
/// Reads an RFC 5322 date leniently into UTC milliseconds.
bool cgm_parse_date(const char *text, int64_t *milliseconds);
/// Calls `each` with name (or NULL) and address for at most `limit` mailboxes, groups opened.
void cgm_addresses(
  const cgm_object *message, cgm_address_field field, size_t limit, void *context,
  void (*each)(void *context, const char *name, const char *address));

/// What became of a leaf's transfer encoding.
typedef struct {
  /// The first decoded bytes; given back with cgm_free. NULL when none were kept.
  uint8_t *bytes;
  size_t kept;
  /// All decoded bytes.
  int64_t total;
  /// Base64: characters that do not belong, or a group that was not finished.
  bool broken;
} cgm_content;

/// Decodes a leaf and keeps at most `keep` bytes. Memory does not grow with the leaf.
cgm_content cgm_decode(const cgm_object *leaf, size_t keep);

/// Converts to UTF-8 with iconv; each byte that has no meaning becomes U+FFFD and is counted.
/// NULL when the character set is unknown.
char *cgm_to_utf8(
  const char *charset, const uint8_t *bytes, size_t length, size_t *written, size_t *replaced);

cgm_digest *cgm_digest_new(void);
void cgm_digest_update(cgm_digest *digest, const uint8_t *bytes, size_t length);
/// Ends the digest and frees it; lower-case hexadecimal.
char *cgm_digest_finish(cgm_digest *digest);
/// Frees a digest that was not finished.
void cgm_digest_free(cgm_digest *digest);

/// What an HTML document is made of, in order. `attributes` is name, value (or NULL), …, NULL.
typedef struct {
  void *context;
  /// Returns false to stop reading.
  bool (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const uint8_t *bytes, size_t length);
} cgm_html_events;

/// Reads UTF-8 HTML however broken, without network, without a tree and without recursion.
void cgm_html_read(const uint8_t *utf8, size_t length, const cgm_html_events *events);

#endif
