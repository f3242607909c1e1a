/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article has others say: in quotation marks, and in the publisher's paraphrase. */
#pragma once

#include "risalah-names.h"
#include "risalah-voice.h"

G_BEGIN_DECLS

/**
 * RisalahSpeech:
 * @start: first byte of the words, within the marks
 * @end: the byte after the last
 * @voice: %RISALAH_VOICE_DIRECT or %RISALAH_VOICE_REPORTED
 * @speaker: (nullable): who says it, an interned name; %NULL where that is not certain
 * @country: (nullable): the speaker's, where known
 * @rule: what told that it is speech, a static string
 */
typedef struct
{
  gsize start;
  gsize end;
  RisalahVoice voice;
  const char *speaker;
  const char *country;
  const char *rule;
} RisalahSpeech;

GArray *risalah_find_speech (const RisalahTokens *tokens,
                             const GArray        *names);

G_END_DECLS
