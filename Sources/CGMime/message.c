#include "CGMime.h"
#include "LateNames.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct cgm_message {
  GMimeMessage *message;
  // GMime keeps the options' callback in each header, so both live until the message is gone.
  GMimeParserOptions *options;
  unsigned warnings;
};

void cgm_free(void *memory) { g_free(memory); }

static void note(gint64 offset, GMimeParserWarning code, const gchar *item, gpointer data) {
  cgm_message *message = data;
  (void)offset;
  (void)item;
  switch (code) {
  case GMIME_WARN_MALFORMED_MULTIPART:
  case GMIME_WARN_TRUNCATED_MESSAGE:
    message->warnings |= CGM_WARNING_CUT_SHORT;
    break;
  case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
    message->warnings |= CGM_WARNING_NO_BOUNDARY;
    break;
  case GMIME_CRIT_NESTING_OVERFLOW:
    message->warnings |= CGM_WARNING_TOO_DEEP;
    break;
  case GMIME_CRIT_CONFLICTING_HEADER:
  case GMIME_CRIT_CONFLICTING_PARAMETER:
    message->warnings |= CGM_WARNING_CONFLICTING;
    break;
  default:
    break;
  }
}

static cgm_message *parse(GMimeStream *stream) {
  // Raw 8-bit headers: UTF-8 where it is valid, else what Western mailers mean by it.
  const char *charsets[] = {"utf-8", "windows-1252", "iso-8859-1", NULL};
  cgm_message *message = g_malloc0(sizeof *message);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  message->options = g_mime_parser_options_new();
  g_mime_parser_options_set_fallback_charsets(message->options, charsets);
  g_mime_parser_options_set_warning_callback(message->options, note, message);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
  g_mime_parser_set_persist_stream(parser, TRUE);
  message->message = g_mime_parser_construct_message(parser, message->options);
  g_object_unref(parser);
  if (message->message == NULL) {
    cgm_message_free(message);
    return NULL;
  }
  return message;
}

cgm_message *cgm_message_from_bytes(const uint8_t *bytes, size_t length) {
  cgm_load();
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, length);
  cgm_message *message = parse(stream);
  g_object_unref(stream);
  return message;
}

cgm_message *cgm_message_from_file(int descriptor) {
  cgm_load();
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  if (lseek(copy, 0, SEEK_SET) != 0) {
    close(copy);
    return NULL;
  }
  GMimeStream *stream = g_mime_stream_fs_new(copy); // Owns and closes the copy.
  cgm_message *message = parse(stream);
  g_object_unref(stream);
  return message;
}

void cgm_message_free(cgm_message *message) {
  if (message == NULL) return;
  if (message->message != NULL) g_object_unref(message->message);
  g_mime_parser_options_free(message->options);
  g_free(message);
}

unsigned cgm_message_warnings(const cgm_message *message) { return message->warnings; }

cgm_object *cgm_message_root(const cgm_message *message) {
  return (cgm_object *)message->message;
}

cgm_kind cgm_object_kind(const cgm_object *object) {
  if (GMIME_IS_MESSAGE(object)) return CGM_KIND_MESSAGE;
  if (GMIME_IS_MULTIPART(object)) return CGM_KIND_MULTIPART;
  if (GMIME_IS_MESSAGE_PART(object)) return CGM_KIND_MESSAGE_PART;
  return CGM_KIND_LEAF;
}

static GMimeObject *only_child(const cgm_object *object) {
  if (GMIME_IS_MESSAGE(object)) return g_mime_message_get_mime_part((GMimeMessage *)object);
  if (GMIME_IS_MESSAGE_PART(object))
    return (GMimeObject *)g_mime_message_part_get_message((GMimeMessagePart *)object);
  return NULL;
}

size_t cgm_child_count(const cgm_object *object) {
  if (GMIME_IS_MULTIPART(object)) {
    int count = g_mime_multipart_get_count((GMimeMultipart *)object);
    return count > 0 ? (size_t)count : 0;
  }
  return only_child(object) != NULL ? 1 : 0;
}

cgm_object *cgm_child(const cgm_object *object, size_t index) {
  if (index >= cgm_child_count(object)) return NULL;
  if (GMIME_IS_MULTIPART(object))
    return (cgm_object *)g_mime_multipart_get_part((GMimeMultipart *)object, (int)index);
  return (cgm_object *)only_child(object);
}

const char *cgm_prologue(const cgm_object *object) {
  return GMIME_IS_MULTIPART(object) ? g_mime_multipart_get_prologue((GMimeMultipart *)object)
                                    : NULL;
}

static GMimeContentType *content_type(const cgm_object *object) {
  return g_mime_object_get_content_type((GMimeObject *)object);
}

const char *cgm_media_type(const cgm_object *object) {
  GMimeContentType *type = content_type(object);
  const char *name = type ? g_mime_content_type_get_media_type(type) : NULL;
  return name ? name : "";
}

const char *cgm_media_subtype(const cgm_object *object) {
  GMimeContentType *type = content_type(object);
  const char *name = type ? g_mime_content_type_get_media_subtype(type) : NULL;
  return name ? name : "";
}

const char *cgm_type_parameter(const cgm_object *object, const char *name) {
  GMimeContentType *type = content_type(object);
  return type ? g_mime_content_type_get_parameter(type, name) : NULL;
}

const char *cgm_disposition(const cgm_object *object) {
  return g_mime_object_get_disposition((GMimeObject *)object);
}

const char *cgm_filename(const cgm_object *object) {
  return GMIME_IS_PART(object) ? g_mime_part_get_filename((GMimePart *)object) : NULL;
}

static GMimeHeader *first_header(const cgm_object *object, const char *name) {
  GMimeHeaderList *list = g_mime_object_get_header_list((GMimeObject *)object);
  return list ? g_mime_header_list_get_header(list, name) : NULL;
}

const char *cgm_header_raw(const cgm_object *object, const char *name) {
  GMimeHeader *header = first_header(object, name);
  return header ? g_mime_header_get_raw_value(header) : NULL;
}

char *cgm_header_text(const cgm_object *object, const char *name) {
  GMimeHeader *header = first_header(object, name);
  return header ? g_strdup(g_mime_header_get_value(header)) : NULL;
}

bool cgm_parse_date(const char *text, int64_t *milliseconds) {
  cgm_load();
  GDateTime *date = g_mime_utils_header_decode_date(text);
  if (date == NULL) return false;
  *milliseconds = g_date_time_to_unix(date) * 1000;
  g_date_time_unref(date);
  return true;
}

// Groups hold mailboxes; a group inside a group is not opened, so nothing here goes deeper.
static size_t visit(
  InternetAddressList *list, bool groups, size_t left, void *context,
  void (*each)(void *, const char *, const char *)) {
  int count = list ? internet_address_list_length(list) : 0;
  for (int index = 0; index < count && left > 0; index++) {
    InternetAddress *address = internet_address_list_get_address(list, index);
    if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
      const char *name = internet_address_get_name(address);
      const char *spec = internet_address_mailbox_get_addr((InternetAddressMailbox *)address);
      each(context, name, spec ? spec : "");
      left--;
    } else if (groups && INTERNET_ADDRESS_IS_GROUP(address)) {
      InternetAddressList *members =
        internet_address_group_get_members((InternetAddressGroup *)address);
      left = visit(members, false, left, context, each);
    }
  }
  return left;
}

void cgm_addresses(
  const cgm_object *message, cgm_address_field field, size_t limit, void *context,
  void (*each)(void *context, const char *name, const char *address)) {
  if (!GMIME_IS_MESSAGE(message)) return;
  GMimeAddressType type = field == CGM_FROM       ? GMIME_ADDRESS_TYPE_FROM
                          : field == CGM_REPLY_TO ? GMIME_ADDRESS_TYPE_REPLY_TO
                                                  : GMIME_ADDRESS_TYPE_TO;
  InternetAddressList *list = g_mime_message_get_addresses((GMimeMessage *)message, type);
  visit(list, true, limit, context, each);
}

struct cgm_digest {
  GChecksum *checksum;
};

cgm_digest *cgm_digest_new(void) {
  cgm_load();
  cgm_digest *digest = g_malloc0(sizeof *digest);
  digest->checksum = g_checksum_new(G_CHECKSUM_SHA256);
  return digest;
}

void cgm_digest_update(cgm_digest *digest, const uint8_t *bytes, size_t length) {
  g_checksum_update(digest->checksum, bytes, (gssize)length);
}

char *cgm_digest_finish(cgm_digest *digest) {
  char *text = g_strdup(g_checksum_get_string(digest->checksum));
  cgm_digest_free(digest);
  return text;
}

void cgm_digest_free(cgm_digest *digest) {
  if (digest == NULL) return;
  g_checksum_free(digest->checksum);
  g_free(digest);
}
