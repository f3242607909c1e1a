/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voices' names in the CLI's JSON, in the library and in stored briefs. */

#include "risalah-voice.h"

static const char *const voice_names[] = {
  [RISALAH_VOICE_UNKNOWN] = "unknown",   [RISALAH_VOICE_DIRECT] = "direct",
  [RISALAH_VOICE_REPORTED] = "reported", [RISALAH_VOICE_PUBLISHER] = "publisher",
  [RISALAH_VOICE_OPINION] = "opinion",   [RISALAH_VOICE_SECOND_HAND] = "second-hand",
};

/**
 * risalah_voice_to_string:
 * @voice: a voice
 *
 * Returns: (transfer none): its name
 */
const char *
risalah_voice_to_string (RisalahVoice voice)
{
  g_return_val_if_fail (voice < G_N_ELEMENTS (voice_names), NULL);
  return voice_names[voice];
}

/**
 * risalah_voice_from_string:
 * @name: (nullable): a name of risalah_voice_to_string()
 *
 * Returns: the voice, %RISALAH_VOICE_UNKNOWN where there is none of that name
 */
RisalahVoice
risalah_voice_from_string (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (voice_names); i++)
    if (g_str_equal (name, voice_names[i]))
      return i;
  return RISALAH_VOICE_UNKNOWN;
}
