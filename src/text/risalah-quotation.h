/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quotation: a span of one stored text, with the words it holds and those around it
 * (W3C Web Annotation: a TextPositionSelector with a TextQuoteSelector). */
#pragma once

#include <glib-object.h>

#include "risalah-voice.h"

G_BEGIN_DECLS

/**
 * RisalahQuotation:
 * @uid: UUID of the quotation
 * @source_uid: UUID of the source
 * @text_uid: UUID of the stored text that @start and @end count in
 * @start: first character (Unicode code point) of the span
 * @end: character after the last
 * @exact: the words, verbatim
 * @prefix: up to 32 characters before them
 * @suffix: up to 32 characters after them
 * @speaker: (nullable): who speaks, where the voice is direct or reported
 * @voice: whose words these are
 * @credibility: 1 to 6 of the Admiralty code, 0 where not yet graded
 * @language: (nullable): ISO 639-1 of the words
 *
 * The value that the library stores, the session hands on, and a brief holds locked.
 */
typedef struct
{
  char *uid;
  char *source_uid;
  char *text_uid;
  gint64 start;
  gint64 end;
  char *exact;
  char *prefix;
  char *suffix;
  char *speaker;
  RisalahVoice voice;
  guint8 credibility;
  char *language;
} RisalahQuotation;

/**
 * RisalahVerdict:
 * @RISALAH_VERDICT_EXACT: the words stand in the text where the quotation says
 * @RISALAH_VERDICT_MOVED: not there, but exactly once elsewhere
 * @RISALAH_VERDICT_MISSING: nowhere, or in several places of which none is the one named
 * @RISALAH_VERDICT_UNREADABLE: there is no text to compare with
 */
typedef enum
{
  RISALAH_VERDICT_EXACT,
  RISALAH_VERDICT_MOVED,
  RISALAH_VERDICT_MISSING,
  RISALAH_VERDICT_UNREADABLE,
} RisalahVerdict;

#define RISALAH_TYPE_QUOTATION (risalah_quotation_get_type ())
#define RISALAH_QUOTATION_CONTEXT 32

GType             risalah_quotation_get_type  (void);
RisalahQuotation *risalah_quotation_new       (const char             *source_uid,
                                               const char             *text_uid,
                                               const char             *text,
                                               gint64                  start,
                                               gint64                  end);
RisalahQuotation *risalah_quotation_copy      (const RisalahQuotation *self);
void              risalah_quotation_free      (RisalahQuotation       *self);
RisalahVerdict    risalah_quotation_verify    (const RisalahQuotation *self,
                                               const char             *text,
                                               gint64                 *moved_to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahQuotation, risalah_quotation_free)

G_END_DECLS
