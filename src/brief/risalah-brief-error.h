/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the brief floor. Messages are worded for the analyst and translatable. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RISALAH_BRIEF_ERROR (risalah_brief_error_quark ())

/**
 * RisalahBriefError:
 * @RISALAH_BRIEF_ERROR_MALFORMED: a stored or imported document cannot be read
 * @RISALAH_BRIEF_ERROR_TEMPLATE: there is no such template
 * @RISALAH_BRIEF_ERROR_FONT: the bundled fonts cannot be opened
 * @RISALAH_BRIEF_ERROR_IMAGE: a picture is missing, broken or too large
 * @RISALAH_BRIEF_ERROR_OUTPUT: the finished document could not be written
 * @RISALAH_BRIEF_ERROR_UNSUPPORTED: that cannot be done to this document
 */
typedef enum
{
  RISALAH_BRIEF_ERROR_MALFORMED,
  RISALAH_BRIEF_ERROR_TEMPLATE,
  RISALAH_BRIEF_ERROR_FONT,
  RISALAH_BRIEF_ERROR_IMAGE,
  RISALAH_BRIEF_ERROR_OUTPUT,
  RISALAH_BRIEF_ERROR_UNSUPPORTED,
} RisalahBriefError;

GQuark risalah_brief_error_quark (void);

G_END_DECLS
