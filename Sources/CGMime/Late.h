#ifndef CGMIME_LATE_H
#define CGMIME_LATE_H

// GMime and libxml2 bring twenty libraries with them, a tenth of the time in which the desk opens, and
// the desk reads no mail. So they are loaded when the first mail is read: every function of theirs that
// is called here is called through a table. A function that is missing in the list does not link.

#include <gmime/gmime.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#define CGM_GMIME(X)                                                                              \
  X(g_byte_array_append) X(g_byte_array_free) X(g_byte_array_new) X(g_byte_array_sized_new)       \
  X(g_checksum_free) X(g_checksum_get_string) X(g_checksum_new) X(g_checksum_update)              \
  X(g_date_time_to_unix) X(g_date_time_unref) X(g_free) X(g_malloc) X(g_malloc0)                  \
  X(g_mime_content_type_get_media_subtype) X(g_mime_content_type_get_media_type)                  \
  X(g_mime_content_type_get_parameter) X(g_mime_data_wrapper_get_encoding)                        \
  X(g_mime_data_wrapper_get_stream) X(g_mime_encoding_flush) X(g_mime_encoding_init_decode)       \
  X(g_mime_encoding_outlen) X(g_mime_encoding_step) X(g_mime_header_get_raw_value)                \
  X(g_mime_header_get_value) X(g_mime_header_list_get_header) X(g_mime_iconv_close)               \
  X(g_mime_iconv_open) X(g_mime_init) X(g_mime_message_get_addresses)                             \
  X(g_mime_message_get_mime_part) X(g_mime_message_get_type) X(g_mime_message_part_get_message)   \
  X(g_mime_message_part_get_type) X(g_mime_multipart_get_count) X(g_mime_multipart_get_part)      \
  X(g_mime_multipart_get_prologue) X(g_mime_multipart_get_type)                                   \
  X(g_mime_object_get_content_type) X(g_mime_object_get_disposition)                              \
  X(g_mime_object_get_header_list) X(g_mime_parser_construct_message)                             \
  X(g_mime_parser_new_with_stream) X(g_mime_parser_options_free) X(g_mime_parser_options_new)     \
  X(g_mime_parser_options_set_fallback_charsets) X(g_mime_parser_options_set_warning_callback)    \
  X(g_mime_parser_set_format) X(g_mime_parser_set_persist_stream) X(g_mime_part_get_content)      \
  X(g_mime_part_get_filename) X(g_mime_part_get_type) X(g_mime_stream_fs_new)                     \
  X(g_mime_stream_mem_new_with_buffer) X(g_mime_stream_read) X(g_mime_stream_reset)               \
  X(g_mime_utils_header_decode_date) X(g_object_unref) X(g_strdup) X(g_type_check_instance_is_a)  \
  X(internet_address_get_name) X(internet_address_group_get_members)                              \
  X(internet_address_group_get_type) X(internet_address_list_get_address)                         \
  X(internet_address_list_length) X(internet_address_mailbox_get_addr)                            \
  X(internet_address_mailbox_get_type)

#define CGM_XML(X)                                                                                \
  X(htmlCreateMemoryParserCtxt) X(htmlCtxtUseOptions) X(htmlFreeParserCtxt) X(htmlParseDocument)  \
  X(xmlFindCharEncodingHandler) X(xmlInitParser) X(xmlStopParser) X(xmlStrdup)                    \
  X(xmlSwitchToEncoding)

// Some of them may be macros too, in newer versions.
#undef g_free
#undef g_object_unref
#undef g_strdup

struct cgm_late {
#define CGM_MEMBER(name) __typeof__(name) *name;
  CGM_GMIME(CGM_MEMBER) CGM_XML(CGM_MEMBER)
#undef CGM_MEMBER
};

/// The functions, once cgm_load has returned.
extern struct cgm_late cgm_late;

/// Loads the libraries and makes them ready, the first time it is called; any thread. Where one is
/// missing the program ends with EX_TEMPFAIL, so that whoever delivers a mail keeps it.
void cgm_load(void);

#endif
