/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the finder of quotation marks and the finder of speakers share. */
#pragma once

#include "risalah-speech.h"

G_BEGIN_DECLS

/**
 * RisalahMarked:
 * @open: first byte of the opening mark
 * @start: first byte within the marks
 * @end: the byte after the last within
 * @close: the byte after the closing mark
 */
typedef struct
{
  gsize open;
  gsize start;
  gsize end;
  gsize close;
} RisalahMarked;

/**
 * RisalahSpeaking:
 * @tokens: the article
 * @names: its names, by place
 * @person_at: (array): for each token 0, or 1 + the index of the person or organisation that begins
 * @current: (nullable): who spoke last, or was last the subject of a sentence
 * @seen: the word up to which the text was read for @current
 */
typedef struct
{
  const RisalahTokens *tokens;
  const GArray *names;
  guint *person_at;
  const RisalahName *current;
  guint seen;
} RisalahSpeaking;

GArray            *risalah_speech_find_marks    (const RisalahTokens   *tokens);
guint              risalah_speech_token_from    (const RisalahTokens   *tokens,
                                                 gsize                  byte);
const char        *risalah_speech_position      (const RisalahTokens   *tokens,
                                                 guint                  token,
                                                 guint                 *n_tokens);
const RisalahName *risalah_speech_follow        (RisalahSpeaking       *self,
                                                 guint                  until);
gboolean           risalah_speech_after         (RisalahSpeaking       *self,
                                                 const RisalahMarked   *marked,
                                                 const char           **speaker,
                                                 const char           **country);
gboolean           risalah_speech_before        (RisalahSpeaking       *self,
                                                 const RisalahMarked   *marked,
                                                 const char           **speaker,
                                                 const char           **country);

G_END_DECLS
