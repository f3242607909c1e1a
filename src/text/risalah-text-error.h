/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the text floor. Messages are worded for the analyst and translatable. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RISALAH_TEXT_ERROR (risalah_text_error_quark ())

/**
 * RisalahTextError:
 * @RISALAH_TEXT_ERROR_EMPTY: there is nothing to read in the bytes
 * @RISALAH_TEXT_ERROR_BINARY: the bytes are not text of any kind that Risalah reads
 * @RISALAH_TEXT_ERROR_ENCODING: the bytes claim a character set that they do not keep
 * @RISALAH_TEXT_ERROR_TOO_LARGE: the file or its text is over the limit
 * @RISALAH_TEXT_ERROR_MALFORMED: the format's own structure is broken
 * @RISALAH_TEXT_ERROR_LIMIT: reading took more memory or time than is allowed
 * @RISALAH_TEXT_ERROR_VOCABULARY: a vocabulary table cannot be read
 * @RISALAH_TEXT_ERROR_EDTF: a date is not EDTF
 * @RISALAH_TEXT_ERROR_ENCRYPTED: the file cannot be read without its password
 */
typedef enum
{
  RISALAH_TEXT_ERROR_EMPTY,
  RISALAH_TEXT_ERROR_BINARY,
  RISALAH_TEXT_ERROR_ENCODING,
  RISALAH_TEXT_ERROR_TOO_LARGE,
  RISALAH_TEXT_ERROR_MALFORMED,
  RISALAH_TEXT_ERROR_LIMIT,
  RISALAH_TEXT_ERROR_VOCABULARY,
  RISALAH_TEXT_ERROR_EDTF,
  RISALAH_TEXT_ERROR_ENCRYPTED,
} RisalahTextError;

GQuark risalah_text_error_quark (void);

G_END_DECLS
