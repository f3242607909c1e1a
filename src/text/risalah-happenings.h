/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The happenings that an article tells of: suggested events, with the words they came from. */
#pragma once

#include "risalah-edtf.h"
#include "risalah-speech.h"

G_BEGIN_DECLS

/**
 * RisalahHappeningStatus:
 *
 * Where a happening stands in the article's telling.
 */
typedef enum
{
  RISALAH_HAPPENING_HELD,
  RISALAH_HAPPENING_PLANNED,
  RISALAH_HAPPENING_PROPOSED,
  RISALAH_HAPPENING_CANCELLED,
} RisalahHappeningStatus;

/**
 * RisalahHappening:
 * @kind: one of the kinds of cli.md, an interned string
 * @title: its words, in the article's language
 * @parties: (element-type utf8): ISO 3166-1 codes, interned
 * @n_named: how many of them, the first ones, the sentence itself names
 * @edtf: (nullable): when
 * @mod: early, mid, late, before or after
 * @place: (nullable): where, as the sentence says
 * @status: held, planned, proposed or cancelled
 * @voice: whose words the evidence is
 * @is_talk: an opinion's happening that no party stands by
 * @score: how sure it is, 0 to 1
 * @rule: what made it, an interned string
 * @start: first byte of the evidence, the sentence of the first mention
 * @end: the byte after its last
 * @trigger_start: first byte of the words that name it
 * @trigger_end: the byte after their last
 * @date_start: first byte of the date's words; equal to @date_end where they are not in the
 * evidence
 * @date_end: the byte after their last
 * @mentions: (element-type RisalahSpan): the sentences of the further mentions
 */
typedef struct
{
  const char *kind;
  char *title;
  GPtrArray *parties;
  guint n_named;
  char *edtf;
  RisalahEdtfMod mod;
  char *place;
  RisalahHappeningStatus status;
  RisalahVoice voice;
  gboolean is_talk;
  double score;
  const char *rule;
  gsize start;
  gsize end;
  gsize trigger_start;
  gsize trigger_end;
  gsize date_start;
  gsize date_end;
  GArray *mentions;
} RisalahHappening;

GPtrArray  *risalah_find_happenings            (const RisalahTokens    *tokens,
                                                const GArray           *names,
                                                const GArray           *speech,
                                                const GArray           *dates,
                                                const char             *reference);
void        risalah_happening_free             (RisalahHappening       *self);
const char *risalah_happening_status_to_string (RisalahHappeningStatus  status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahHappening, risalah_happening_free)

G_END_DECLS
