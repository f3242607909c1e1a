/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose words a span of a source holds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RisalahVoice:
 * @RISALAH_VOICE_UNKNOWN: nobody has said yet
 * @RISALAH_VOICE_DIRECT: direct speech of a named speaker
 * @RISALAH_VOICE_REPORTED: the publisher's paraphrase of a speaker
 * @RISALAH_VOICE_PUBLISHER: the publisher's own words
 * @RISALAH_VOICE_OPINION: the author's hope or speculation
 * @RISALAH_VOICE_SECOND_HAND: words that cite another work
 */
typedef enum
{
  RISALAH_VOICE_UNKNOWN,
  RISALAH_VOICE_DIRECT,
  RISALAH_VOICE_REPORTED,
  RISALAH_VOICE_PUBLISHER,
  RISALAH_VOICE_OPINION,
  RISALAH_VOICE_SECOND_HAND,
} RisalahVoice;

const char  *risalah_voice_to_string   (RisalahVoice  voice);
RisalahVoice risalah_voice_from_string (const char   *name);

G_END_DECLS
