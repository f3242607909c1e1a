/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts an article into words and sentences and finds the vocabulary's phrases in one pass. */

#include "risalah-tokens.h"

#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-sentences.h"
#include "risalah-words.h"

/* The word without the clitic at its end, where that is known and it is not. */
static guint32
base_of (const RisalahPhrases *phrases, const char *folded, gsize length)
{
  gsize without = risalah_words_cut_clitic (folded, length);
  char shorter[RISALAH_WORD_MAX_LENGTH + 1];

  if (without == 0)
    return 0;
  memcpy (shorter, folded, without);
  shorter[without] = '\0';
  return risalah_phrases_word (phrases, shorter);
}

/* What stands between two words: does it part them? */
static void
look_at_gap (RisalahToken *token, const char *gap, gsize length)
{
  guint n_commas = 0;

  for (gsize i = 0; i < length; i++)
    switch (gap[i])
      {
      case ',':
        n_commas++;
        token->breaks = TRUE;
        break;
      case ' ':
      case '\t':
      case '\n':
      case '\r':
      case '.':
      case '-':
      case '*':
      case '_':
      case '\'':
        break;
      default:
        /* No-break and zero-width spaces, typographic hyphens and apostrophes part nothing. */
        if ((guchar)gap[i] == 0xc2 && i + 1 < length && (guchar)gap[i + 1] == 0xa0)
          i += 1;
        else if ((guchar)gap[i] == 0xe2 && i + 2 < length && (guchar)gap[i + 1] == 0x80
                 && ((guchar)gap[i + 2] <= 0x91 || (guchar)gap[i + 2] == 0x99))
          i += 2;
        else
          {
            token->breaks = TRUE;
            n_commas = 2;
          }
      }
  token->comma = n_commas == 1;
}

/* What has no full stop is cut after so many words, so that no sentence takes long by itself. */
#define MAX_SENTENCE 400

static void
add_sentence (RisalahTokens *self,
              const RisalahPhrases *phrases,
              gsize start,
              gsize end,
              guint block)
{
  RisalahSpan span = { .start = start, .end = end, .first = self->tokens->len, .block = block };
  RisalahWords words;
  RisalahWord word;
  gsize previous = start;

  risalah_words_init (&words, self->text + start, end - start);
  while (risalah_words_next (&words, &word))
    {
      RisalahToken token = {
        .start = start + word.start,
        .end = start + word.end,
        .word = risalah_phrases_word (phrases, word.folded),
        .base = base_of (phrases, word.folded, word.folded_length),
        .sentence = self->sentences->len,
        .flags = word.flags,
      };

      look_at_gap (&token, self->text + previous, token.start - previous);
      if (self->tokens->len == span.first)
        token.breaks = TRUE;
      previous = token.end;
      g_array_append_val (self->tokens, token);
      if (self->tokens->len - span.first == MAX_SENTENCE)
        {
          span.n_tokens = MAX_SENTENCE;
          span.end = token.end;
          g_array_append_val (self->sentences, span);
          span = (RisalahSpan){
            .start = token.end, .end = end, .first = self->tokens->len, .block = block
          };
        }
    }
  span.n_tokens = self->tokens->len - span.first;
  g_array_append_val (self->sentences, span);
}

static void
add_block (RisalahTokens *self,
           const RisalahLexicon *lexicon,
           const RisalahPhrases *phrases,
           const RisalahBlock *block,
           guint index)
{
  RisalahSentences sentences;
  gsize start;
  gsize end;

  risalah_sentences_init (&sentences, self->text + block->start, block->end - block->start,
                          lexicon);
  while (risalah_sentences_next (&sentences, &start, &end))
    add_sentence (self, phrases, block->start + start, block->start + end, index);
}

/* Is the text's word written as the phrase's? What is all in capitals, as headlines are, may be
 * any word but an abbreviation's lower-case namesake. */
static gboolean
letters_agree (const RisalahToken *token, guint8 letters, gboolean first)
{
  if (!first && token->breaks && !((letters & RISALAH_PHRASE_COMMA) && token->comma))
    return FALSE;
  if ((letters & RISALAH_PHRASE_CAPITALS) != 0)
    return (token->flags & RISALAH_WORD_ALL_CAPITALS) != 0;
  if ((letters & RISALAH_PHRASE_CAPITAL) != 0)
    return (token->flags & RISALAH_WORD_CAPITALISED) != 0;
  return TRUE;
}

static gboolean
phrase_agrees (const RisalahTokens *self, const RisalahPhrase *phrase, guint first)
{
  for (guint i = 0; i < phrase->n_words; i++)
    if (!letters_agree (risalah_tokens_get (self, first + i), phrase->letters[i], i == 0))
      return FALSE;
  return TRUE;
}

static void
add_matches (RisalahTokens *self, const GPtrArray *phrases, guint first)
{
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const RisalahPhrase *phrase = g_ptr_array_index (phrases, i);
      RisalahMatch match = { first, phrase->n_words, phrase };
      GArray *matches = self->matches[phrase->klass];
      guint *at = &g_array_index (self->match_at[phrase->klass], guint, first);

      if (!phrase_agrees (self, phrase, first))
        continue;
      /* A longer one takes the place of the shorter ones that begin there; of the same words a
       * table's last row, the analyst's, counts. */
      if (*at != 0)
        g_array_index (matches, RisalahMatch, *at - 1) = match;
      else
        {
          g_array_append_val (matches, match);
          *at = matches->len;
        }
    }
}

static void
match_phrases (RisalahTokens *self, const RisalahPhrases *phrases)
{
  for (guint first = 0; first < self->tokens->len; first++)
    {
      guint sentence = risalah_tokens_get (self, first)->sentence;
      guint32 node = 0;

      for (guint i = first; i < self->tokens->len; i++)
        {
          const RisalahToken *token = risalah_tokens_get (self, i);
          guint32 next;

          if (token->sentence != sentence)
            break;
          next = risalah_phrases_step (phrases, node, token->word);
          if (next == 0)
            next = risalah_phrases_step (phrases, node, token->base);
          if ((node = next) == 0)
            break;
          add_matches (self, risalah_phrases_at (phrases, node), first);
        }
    }
}

/**
 * risalah_tokens_new:
 * @article: an article; it must outlive what is made
 * @lexicon: the vocabulary, likewise
 *
 * Cuts the blocks that are not dropped into sentences and words, and finds the phrases: in a time
 * that grows with the text and not with the vocabulary.
 *
 * Returns: (transfer full): the words
 */
RisalahTokens *
risalah_tokens_new (const RisalahArticle *article, const RisalahLexicon *lexicon)
{
  RisalahTokens *self = g_new0 (RisalahTokens, 1);
  const RisalahPhrases *phrases = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_PHRASES);
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n_blocks);

  self->article = article;
  self->text = risalah_article_get_text (article, &self->length);
  self->language = risalah_article_get_metadata (article, RISALAH_METADATA_LANGUAGE);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (RisalahToken));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (RisalahSpan));
  for (guint i = 0; i < n_blocks; i++)
    if (!blocks[i].dropped)
      add_block (self, lexicon, phrases, &blocks[i], i);
  for (guint i = 0; i < RISALAH_PHRASE_N_CLASSES; i++)
    {
      self->matches[i] = g_array_new (FALSE, FALSE, sizeof (RisalahMatch));
      self->match_at[i] = g_array_new (FALSE, TRUE, sizeof (guint));
      g_array_set_size (self->match_at[i], self->tokens->len);
    }
  match_phrases (self, phrases);
  return self;
}

/**
 * risalah_tokens_free:
 * @self: (transfer full) (nullable): an article's words
 */
void
risalah_tokens_free (RisalahTokens *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < RISALAH_PHRASE_N_CLASSES; i++)
    {
      g_array_unref (self->matches[i]);
      g_array_unref (self->match_at[i]);
    }
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
  g_free (self);
}

/**
 * risalah_tokens_match_at:
 * @self: an article's words
 * @klass: a table
 * @token: index of a word
 *
 * Returns: (transfer none) (nullable): the longest phrase of that table that begins there
 */
const RisalahMatch *
risalah_tokens_match_at (const RisalahTokens *self, RisalahPhraseClass klass, guint token)
{
  guint at = token < self->tokens->len ? g_array_index (self->match_at[klass], guint, token) : 0;

  return at == 0 ? NULL : &g_array_index (self->matches[klass], RisalahMatch, at - 1);
}

/**
 * risalah_tokens_is:
 * @self: an article's words
 * @token: index of a word
 * @word: a word in lower-case ASCII
 *
 * Returns: whether the word is @word, whatever its case
 */
gboolean
risalah_tokens_is (const RisalahTokens *self, guint token, const char *word)
{
  const RisalahToken *at;
  gsize length = strlen (word);

  if (token >= self->tokens->len)
    return FALSE;
  at = risalah_tokens_get (self, token);
  return at->end - at->start == length
         && g_ascii_strncasecmp (self->text + at->start, word, length) == 0;
}
