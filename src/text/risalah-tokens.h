/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's words and sentences with the vocabulary's phrases in them: what the finders of
 * names, speech and happenings work on. */
#pragma once

#include "risalah-article.h"
#include "risalah-phrases.h"
#include "risalah-words.h"

G_BEGIN_DECLS

/**
 * RisalahToken:
 * @start: its first byte in the text
 * @end: the byte after its last
 * @word: its number in the phrases, 0 where none has it
 * @base: that of the word without -nya, -lah, -kah or -pun, else 0
 * @sentence: index of its sentence
 * @flags: #RisalahWordFlags
 * @breaks: a mark other than a full stop, an apostrophe or a hyphen stands before it, or a sentence
 *   begins; @comma: that mark is one comma
 */
typedef struct
{
  gsize start;
  gsize end;
  guint32 word;
  guint32 base;
  guint sentence;
  guint16 flags;
  guint8 breaks;
  guint8 comma;
} RisalahToken;

/**
 * RisalahSpan:
 * @start: first byte
 * @end: byte after the last
 * @first: first token
 * @n_tokens: how many
 * @block: index of the article's block
 */
typedef struct
{
  gsize start;
  gsize end;
  guint first;
  guint n_tokens;
  guint block;
} RisalahSpan;

/**
 * RisalahMatch:
 * @first: first token
 * @n_tokens: how many
 * @phrase: what they are
 */
typedef struct
{
  guint first;
  guint n_tokens;
  const RisalahPhrase *phrase;
} RisalahMatch;

/**
 * RisalahTokens:
 * @text: the article's text; @length: its bytes
 * @language: (nullable): the article's
 * @article: it
 * @tokens: (element-type RisalahToken)
 * @sentences: (element-type RisalahSpan): those of blocks that are not dropped
 * @matches: (element-type RisalahMatch): by class, by first token, the longest there first
 */
typedef struct
{
  const char *text;
  gsize length;
  const char *language;
  const RisalahArticle *article;
  GArray *tokens;
  GArray *sentences;
  GArray *matches[RISALAH_PHRASE_N_CLASSES];
  GArray *match_at[RISALAH_PHRASE_N_CLASSES];
} RisalahTokens;

RisalahTokens      *risalah_tokens_new      (const RisalahArticle *article,
                                             const RisalahLexicon *lexicon);
void                risalah_tokens_free     (RisalahTokens        *self);
const RisalahMatch *risalah_tokens_match_at (const RisalahTokens  *self,
                                             RisalahPhraseClass    klass,
                                             guint                 token);
gboolean            risalah_tokens_is       (const RisalahTokens  *self,
                                             guint                 token,
                                             const char           *word);

static inline const RisalahToken *
risalah_tokens_get (const RisalahTokens *self, guint token)
{
  return &g_array_index (self->tokens, RisalahToken, token);
}

static inline const RisalahSpan *
risalah_tokens_sentence (const RisalahTokens *self, guint sentence)
{
  return &g_array_index (self->sentences, RisalahSpan, sentence);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTokens, risalah_tokens_free)

G_END_DECLS
