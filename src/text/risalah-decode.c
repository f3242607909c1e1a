/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a text's character set (byte order mark, what was declared, UTF-8, ICU's detector) and
 * converts it; tells what is no text at all. */

#include "risalah-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "risalah-text-error.h"

/* As much as the detector looks at; its answer does not change with more. */
#define DETECT_BYTES (64 * 1024)

/* A declared character set is kept when at most one character in so many is broken. */
#define BROKEN_ALLOWED 1000

typedef struct
{
  const char *mark;
  gsize length;
  const char *charset;
} Signature;

/* The longer marks first: UTF-32's begins with UTF-16's. */
static const Signature byte_order_marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" },    { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\x84\x31\x95\x33", 4, "gb18030" }, { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },        { "\xfe\xff", 2, "UTF-16BE" },
};

/* How files begin that are never text, whatever they are called. */
static const Signature binary_marks[] = {
  { "%PDF-", 5, NULL },
  { "PK\x03\x04", 4, NULL },
  { "\x7f"
    "ELF",
    4, NULL },
  { "\x89PNG\r\n", 6, NULL },
  { "\xff\xd8\xff", 3, NULL },
  { "GIF8", 4, NULL },
  { "\x1f\x8b\x08", 3, NULL },
  { "\xd0\xcf\x11\xe0", 4, NULL },
  { "RIFF", 4, NULL },
  { "SQLite format 3", 16, NULL },
  { "\x28\xb5\x2f\xfd", 4, NULL },
  { "7z\xbc\xaf", 4, NULL },
  { "Rar!\x1a", 5, NULL },
  { "{\\rtf", 5, NULL },
  { "BZh9", 4, NULL },
  { "\xfd"
    "7zXZ",
    5, NULL },
  { "%!PS", 4, NULL },
  { "OggS", 4, NULL },
};

/* Of the detector's other guesses only these are believed; its Latin guesses are read as
 * Windows-1252, which the languages of the field use. */
static const char *const believed[] = {
  "Big5",         "EUC-JP",       "EUC-KR",       "GB18030",    "ISO-2022-CN", "ISO-2022-JP",
  "ISO-2022-KR",  "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7", "ISO-8859-8",  "KOI8-R",
  "Shift_JIS",    "UTF-16BE",     "UTF-16LE",     "UTF-32BE",   "UTF-32LE",    "windows-1251",
  "windows-1253", "windows-1255", "windows-1256",
};

static const Signature *
match_signature (const Signature *table, gsize n, const char *data, gsize length)
{
  for (gsize i = 0; i < n; i++)
    if (length >= table[i].length && memcmp (data, table[i].mark, table[i].length) == 0)
      return &table[i];
  return NULL;
}

/* The name to give ICU: as browsers do, a declared subset is read as its superset
 * (WHATWG Encoding Standard, names and labels). */
static const char *
widen_charset (const char *charset)
{
  static const struct
  {
    const char *subset;
    const char *superset;
  } wider[] = {
    { "ascii", "windows-1252" },      { "us-ascii", "windows-1252" },
    { "iso-8859-1", "windows-1252" }, { "iso8859-1", "windows-1252" },
    { "latin1", "windows-1252" },     { "latin-1", "windows-1252" },
    { "gb2312", "gb18030" },          { "gbk", "gb18030" },
    { "x-gbk", "gb18030" },           { "utf8", "UTF-8" },
    { "iso-8859-9", "windows-1254" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wider); i++)
    if (g_ascii_strcasecmp (charset, wider[i].subset) == 0)
      return wider[i].superset;
  return charset;
}

/* UTF-8 with what is broken replaced by U+FFFD; how often stands in @n_broken. */
static char *
make_valid (const char *data, gsize length, gsize *n_broken)
{
  GString *text = g_string_sized_new (length + 1);
  const char *end;

  *n_broken = 0;
  while (!g_utf8_validate_len (data, length, &end))
    {
      gsize valid = end - data;

      g_string_append_len (text, data, valid);
      g_string_append (text, "\xef\xbf\xbd");
      (*n_broken)++;
      data += valid + 1;
      length -= valid + 1;
    }
  g_string_append_len (text, data, length);
  return g_string_free (text, FALSE);
}

static gsize
count_replacements (const char *text)
{
  gsize n = 0;

  for (const char *p = strstr (text, "\xef\xbf\xbd"); p != NULL; p = strstr (p + 3, "\xef\xbf\xbd"))
    n++;
  return n;
}

/* Converts by ICU; %NULL where it has no such character set or no memory. */
static char *
convert (const char *data, gsize length, const char *charset, gsize *n_broken)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from;
  UConverter *to;
  gsize capacity = length * 3 + 16; /* U+FFFD for each byte is the worst case */
  char *text = NULL;
  char *target;
  const char *source = data;

  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    return make_valid (data, length, n_broken);

  from = ucnv_open (charset, &status);
  to = ucnv_open ("UTF-8", &status);
  if (U_SUCCESS (status) && (text = g_try_malloc (capacity)) != NULL)
    {
      target = text;
      ucnv_convertEx (to, from, &target, text + capacity - 1, &source, data + length, NULL, NULL,
                      NULL, NULL, TRUE, TRUE, &status);
      *target = '\0';
      if (U_FAILURE (status))
        g_clear_pointer (&text, g_free);
    }
  ucnv_close (from);
  ucnv_close (to);
  if (text != NULL)
    *n_broken = count_replacements (text);
  return text;
}

/* UTF-16 without a mark: nearly every other byte of Latin text is NUL. */
static const char *
guess_utf16 (const char *data, gsize length)
{
  gsize n = MIN (length, 4096) / 2;
  gsize zeros[2] = { 0, 0 };

  if (length % 2 != 0 || n < 2)
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      zeros[0] += data[2 * i] == '\0';
      zeros[1] += data[2 * i + 1] == '\0';
    }
  if (zeros[1] * 10 >= n * 6 && zeros[0] * 20 <= n)
    return "UTF-16LE";
  if (zeros[0] * 10 >= n * 6 && zeros[1] * 20 <= n)
    return "UTF-16BE";
  return NULL;
}

/* Whether most bytes over 127 stand in pairs, as Chinese does and quotation marks do not. */
static gboolean
high_bytes_pair (const guchar *data, gsize length, gsize *n_high)
{
  gsize paired = 0;
  gsize run = 0;

  *n_high = 0;
  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && data[i] >= 0x80)
        {
          (*n_high)++;
          run += data[i] >= 0xa1;
          continue;
        }
      if (run > 0 && run % 2 == 0)
        paired += run;
      run = 0;
    }
  return *n_high > 0 && paired * 10 >= *n_high * 8;
}

static gboolean
has_byte_between (const guchar *data, gsize length, guchar from, guchar to)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] >= from && data[i] <= to)
      return TRUE;
  return FALSE;
}

/* The character set of bytes that are not UTF-8 and declare none. */
static const char *
detect (const char *data, gsize length)
{
  const guchar *head = (const guchar *)data;
  gsize head_length = MIN (length, DETECT_BYTES);
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match = NULL;
  const char *charset = "windows-1252";
  gsize n_high;
  gboolean paired = high_bytes_pair (head, head_length, &n_high);

  if (U_SUCCESS (status))
    {
      ucsdet_setText (detector, data, head_length, &status);
      match = ucsdet_detect (detector, &status);
    }
  if (U_SUCCESS (status) && match != NULL)
    {
      const char *guess = ucsdet_getName (match, &status);
      int confidence = ucsdet_getConfidence (match, &status);
      gboolean multibyte = g_str_has_prefix (guess, "GB") || g_str_has_prefix (guess, "Big")
                           || g_str_has_prefix (guess, "EUC") || g_str_has_prefix (guess, "Shift");

      for (guint i = 0; i < G_N_ELEMENTS (believed); i++)
        if (strcmp (guess, believed[i]) == 0 && confidence >= 20 && (!multibyte || paired)
            && (multibyte || n_high * 5 >= head_length || !g_str_has_prefix (guess, "windows")))
          charset = believed[i];
      if (paired && !multibyte && n_high >= 4 && strcmp (charset, "windows-1252") == 0)
        charset = "GB18030";
    }
  ucsdet_close (detector);

  /* Latin-1 and Latin-9 have no letters at 0x80–0x9f; 0xa4 is ¤ in one and € in the other. */
  if (strcmp (charset, "windows-1252") == 0 && memchr (data, 0xa4, head_length) != NULL
      && !has_byte_between (head, head_length, 0x80, 0x9f))
    return "ISO-8859-15";
  return charset;
}

/* Text has next to no control characters. */
static gboolean
looks_binary (const char *text, gsize length)
{
  static const guint8 allowed[32] = { ['\t'] = 1, ['\n'] = 1, ['\r'] = 1, ['\f'] = 1, [0x1b] = 1 };
  gsize n = MIN (length, DETECT_BYTES);
  gsize controls = 0;

  for (gsize i = 0; i < n; i++)
    if (G_UNLIKELY ((guchar)text[i] < G_N_ELEMENTS (allowed)))
      controls += !allowed[(guchar)text[i]];
  return controls * 50 > n;
}

static char *
fail (GError **error, RisalahTextError code, const char *message, const char *name)
{
  g_set_error (error, RISALAH_TEXT_ERROR, code, message, name);
  return NULL;
}

/* What was declared, from the mark or by the caller; empty where nothing was. */
static const char *
find_declared (const char **data, gsize *length, const char *declared)
{
  const Signature *mark =
      match_signature (byte_order_marks, G_N_ELEMENTS (byte_order_marks), *data, *length);

  if (mark != NULL)
    {
      *data += mark->length;
      *length -= mark->length;
      return mark->charset;
    }
  return declared != NULL && *declared != '\0' ? widen_charset (declared) : NULL;
}

/* Decodes what is no plain UTF-8 without a declaration. */
static char *
decode_other (const char *data, gsize length, const char *charset, const char *name, GError **error)
{
  gboolean declared = charset != NULL;
  gsize n_broken = 0;
  char *text = NULL;

  if (charset != NULL)
    {
      text = convert (data, length, charset, &n_broken);
      if (text == NULL && g_utf8_validate_len (data, length, NULL))
        return g_strndup (data, length);
      if (text != NULL && n_broken > 1 + length / BROKEN_ALLOWED)
        {
          g_free (text);
          return fail (error, RISALAH_TEXT_ERROR_ENCODING,
                       _ ("“%s” says which character set it is written in, but does not keep to "
                          "it. It was not read."),
                       name);
        }
    }
  if (text == NULL)
    {
      charset = guess_utf16 (data, length);
      if (charset == NULL && memchr (data, '\0', length) != NULL)
        return fail (error, RISALAH_TEXT_ERROR_BINARY, _ ("“%s” is not a text and was not read."),
                     name);
      text = convert (data, length, charset != NULL ? charset : detect (data, length), &n_broken);
    }
  if (text == NULL)
    return fail (error, declared ? RISALAH_TEXT_ERROR_ENCODING : RISALAH_TEXT_ERROR_LIMIT,
                 _ ("The character set of “%s” could not be converted. It was not read."), name);
  return text;
}

/**
 * risalah_decode:
 * @bytes: a file's bytes
 * @name: what to call the file in an error
 * @declared: (nullable): the character set that came with the bytes, in HTTP or in markup
 * @length: (out): the text's length in bytes
 * @error: return location for a #RisalahTextError
 *
 * Converts @bytes to UTF-8. A byte order mark wins over @declared, that over valid UTF-8, and that
 * over ICU's detector. Characters are not repaired and not normalised; see risalah_repair_text().
 *
 * Returns: (transfer full): the text, without a mark, or %NULL with
 *   %RISALAH_TEXT_ERROR_EMPTY, _BINARY, _ENCODING or _TOO_LARGE
 */
char *
risalah_decode (GBytes *bytes,
                const char *name,
                const char *declared,
                gsize *length,
                GError **error)
{
  gsize size;
  const char *data;
  const char *charset;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && length != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return fail (error, RISALAH_TEXT_ERROR_EMPTY, _ ("“%s” is empty."), name);
  if (size > RISALAH_MAX_FILE_BYTES)
    return fail (error, RISALAH_TEXT_ERROR_TOO_LARGE,
                 _ ("“%s” is larger than 256 MB and was not read."), name);
  if (match_signature (binary_marks, G_N_ELEMENTS (binary_marks), data, size) != NULL)
    return fail (error, RISALAH_TEXT_ERROR_BINARY, _ ("“%s” is not a text and was not read."),
                 name);
  if (size > RISALAH_MAX_TEXT_BYTES)
    return fail (error, RISALAH_TEXT_ERROR_TOO_LARGE,
                 _ ("The text of “%s” is larger than 64 MB and was not read."), name);

  charset = find_declared (&data, &size, declared);
  if (charset == NULL && memchr (data, '\0', size) == NULL
      && g_utf8_validate_len (data, size, NULL))
    text = g_strndup (data, size);
  else
    text = decode_other (data, size, charset, name, error);
  if (text == NULL)
    return NULL;

  *length = strlen (text);
  if (*length > RISALAH_MAX_TEXT_BYTES)
    return fail (error, RISALAH_TEXT_ERROR_TOO_LARGE,
                 _ ("The text of “%s” is larger than 64 MB and was not read."), name);
  if (looks_binary (text, *length))
    return fail (error, RISALAH_TEXT_ERROR_BINARY, _ ("“%s” is not a text and was not read."),
                 name);
  return g_steal_pointer (&text);
}
