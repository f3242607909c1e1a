/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frames of risalah-reader's standard input and output. */

#include "risalah-reader-frames.h"

#include <string.h>

#include "risalah-text-error.h"

/* Name, character set, content type, language; "" stands for what is not known. */
#define OPTIONS_FORMAT "(ssss)"
#define ERROR_FORMAT   "(is)"

/**
 * risalah_reader_get_cpu_seconds:
 *
 * The environment's RISALAH_READER_SECONDS may ask for less than the 30 seconds, never for more.
 *
 * Returns: how many seconds of processor time the reading of one file may take
 */
guint
risalah_reader_get_cpu_seconds (void)
{
  const char *wanted = g_getenv ("RISALAH_READER_SECONDS");
  guint64 seconds;

  if (wanted != NULL
      && g_ascii_string_to_unsigned (wanted, 10, 1, RISALAH_READER_CPU_SECONDS, &seconds, NULL))
    return seconds;
  return RISALAH_READER_CPU_SECONDS;
}

/**
 * risalah_frame_write:
 * @frame: (out): the eight bytes
 * @first: the first number
 * @second: the second
 */
void
risalah_frame_write (guint8 frame[RISALAH_FRAME_BYTES], guint32 first, guint32 second)
{
  guint32 numbers[2] = { GUINT32_TO_LE (first), GUINT32_TO_LE (second) };

  memcpy (frame, numbers, RISALAH_FRAME_BYTES);
}

/**
 * risalah_frame_read:
 * @frame: eight bytes
 * @first: (out): the first number
 * @second: (out): the second
 */
void
risalah_frame_read (const guint8 frame[RISALAH_FRAME_BYTES], guint32 *first, guint32 *second)
{
  guint32 numbers[2];

  memcpy (numbers, frame, RISALAH_FRAME_BYTES);
  *first = GUINT32_FROM_LE (numbers[0]);
  *second = GUINT32_FROM_LE (numbers[1]);
}

static const char *
or_empty (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

/**
 * risalah_frame_new_options:
 * @name: a file's name
 * @options: (nullable): what else is known of it
 *
 * Returns: (transfer full): both, as a value
 */
GVariant *
risalah_frame_new_options (const char *name, const RisalahReadOptions *options)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  shown = g_utf8_make_valid (name, -1);
  return g_variant_ref_sink (g_variant_new (OPTIONS_FORMAT, shown,
                                            or_empty (options != NULL ? options->charset : NULL),
                                            or_empty (options != NULL ? options->mime_type : NULL),
                                            or_empty (options != NULL ? options->language : NULL)));
}

/**
 * risalah_frame_get_options:
 * @variant: a value from outside; @name and @options live as long as it does
 * @name: (out) (transfer none): a file's name
 * @options: (out caller-allocates): what else is known of it
 *
 * Returns: whether it is a value of risalah_frame_new_options()
 */
gboolean
risalah_frame_get_options (GVariant *variant, const char **name, RisalahReadOptions *options)
{
  g_return_val_if_fail (variant != NULL && name != NULL && options != NULL, FALSE);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (OPTIONS_FORMAT))
      || !g_variant_is_normal_form (variant))
    return FALSE;
  g_variant_get (variant, "(&s&s&s&s)", name, &options->charset, &options->mime_type,
                 &options->language);
  if (*options->charset == '\0')
    options->charset = NULL;
  if (*options->mime_type == '\0')
    options->mime_type = NULL;
  if (*options->language == '\0')
    options->language = NULL;
  return TRUE;
}

/**
 * risalah_frame_new_error:
 * @error: a #RisalahTextError
 *
 * Returns: (transfer full): it, as a value
 */
GVariant *
risalah_frame_new_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);
  return g_variant_ref_sink (g_variant_new (ERROR_FORMAT, error->code, error->message));
}

/**
 * risalah_frame_get_error:
 * @variant: a value from outside
 *
 * Returns: (transfer full) (nullable): the error, or %NULL where it is none
 */
GError *
risalah_frame_get_error (GVariant *variant)
{
  const char *message;
  int code;

  g_return_val_if_fail (variant != NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (ERROR_FORMAT))
      || !g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, "(i&s)", &code, &message);
  return g_error_new_literal (RISALAH_TEXT_ERROR, code, message);
}
