/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells speech from titles, themes and scare quotes, and finds indirect statements. */

#include "risalah-speech.h"

#include <string.h>

#include "risalah-speech-private.h"

static gboolean
has_cue (const RisalahTokens *tokens, guint token, const char *klass)
{
  const RisalahMatch *match = risalah_tokens_match_at (tokens, RISALAH_PHRASE_CUE, token);

  return match != NULL && strcmp (risalah_phrase_get (match->phrase, 1), klass) == 0;
}

/* "bertema “…”", "dikenal sebagai “…”": what is named and not said. */
static gboolean
is_named (const RisalahTokens *tokens, guint open)
{
  for (guint back = 1; back <= 3 && back <= open; back++)
    {
      const RisalahToken *after =
          open < tokens->tokens->len ? risalah_tokens_get (tokens, open) : NULL;
      const RisalahMatch *match = risalah_tokens_match_at (tokens, RISALAH_PHRASE_CUE, open - back);

      if (match != NULL && has_cue (tokens, open - back, "name") && match->n_tokens + 1 >= back
          && (after == NULL || after->start - risalah_tokens_get (tokens, open - 1)->end < 12))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_title_case (const RisalahTokens *tokens, guint first, guint n_words)
{
  guint n_capitals = 0;
  guint n_long = 0;

  for (guint i = first; i < first + n_words; i++)
    {
      const RisalahToken *token = risalah_tokens_get (tokens, i);

      if (token->end - token->start < 4)
        continue;
      n_long++;
      n_capitals += (token->flags & RISALAH_WORD_CAPITALISED) != 0;
    }
  return n_long >= 2 && n_capitals * 10 >= n_long * 8;
}

/* Does what stands within the marks end as a sentence or a clause does? */
static gboolean
ends_as_speech (const char *text, const RisalahMarked *marked)
{
  gsize end = marked->end;

  while (end > marked->start && g_ascii_isspace (text[end - 1]))
    end--;
  if (end - marked->start >= 3 && (guchar)text[end - 3] == 0xe2 && (guchar)text[end - 1] == 0xa6)
    return TRUE;
  return end > marked->start && strchr (",.?!*", text[end - 1]) != NULL;
}

static const char *
tell (RisalahSpeaking *self,
      const RisalahMarked *marked,
      gboolean goes_on,
      const char **speaker,
      const char **country)
{
  const RisalahTokens *tokens = self->tokens;
  guint first = risalah_speech_token_from (tokens, marked->start);
  guint n_words = risalah_speech_token_from (tokens, marked->end) - first;
  gboolean ends = ends_as_speech (tokens->text, marked);
  gboolean after;
  gboolean before;

  if (n_words == 0)
    return NULL;
  after = risalah_speech_after (self, marked, speaker, country);
  if (after && (ends || n_words >= 3))
    return "attribution-after";
  if ((is_named (tokens, first) && !(ends && n_words >= 4))
      || (is_title_case (tokens, first, n_words) && n_words < 12))
    return NULL;
  *speaker = NULL;
  before = risalah_speech_before (self, marked, speaker, country);
  if (before && n_words >= 3 && (ends || n_words >= 5))
    return "attribution-before";
  if ((ends && (n_words >= 4 || goes_on)) || n_words >= 9)
    {
      if (*speaker == NULL)
        {
          const RisalahName *current = risalah_speech_follow (self, first);

          *speaker = current != NULL ? current->key : NULL;
          *country = current != NULL ? current->country : NULL;
        }
      return "length";
    }
  return NULL;
}

/* "…," he said. "…": in the paragraph of the words before. */
static gboolean
goes_on_from (const GArray *found, const char *text, const RisalahMarked *marked)
{
  const RisalahSpeech *last;

  if (found->len == 0)
    return FALSE;
  last = &g_array_index (found, RisalahSpeech, found->len - 1);
  return marked->open - last->end < 160
         && memchr (text + last->end, '\n', marked->open - last->end) == NULL;
}

static void
find_direct (RisalahSpeaking *self, GArray *found)
{
  g_autoptr (GArray) marks = risalah_speech_find_marks (self->tokens);
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (self->tokens->article, &n_blocks);
  guint block = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const RisalahMarked *marked = &g_array_index (marks, RisalahMarked, i);
      RisalahSpeech speech = { marked->start, marked->end, RISALAH_VOICE_DIRECT };

      while (block + 1 < n_blocks && blocks[block].end <= marked->open)
        block++;
      risalah_speech_follow (self, risalah_speech_token_from (self->tokens, marked->open));
      speech.rule = blocks[block].type == RISALAH_BLOCK_HEADING
                        ? NULL
                        : tell (self, marked, goes_on_from (found, self->tokens->text, marked),
                                &speech.speaker, &speech.country);
      /* What a quotation itself names speaks of nobody's turn. */
      self->seen = MAX (self->seen, risalah_speech_token_from (self->tokens, marked->end));
      if (speech.rule != NULL)
        g_array_append_val (found, speech);
    }
}

static gboolean
overlaps_direct (const GArray *direct, guint *at, gsize start, gsize end)
{
  while (*at < direct->len && g_array_index (direct, RisalahSpeech, *at).end <= start)
    (*at)++;
  return *at < direct->len && g_array_index (direct, RisalahSpeech, *at).start < end;
}

/* "X menilai bahwa …", "Menurut X, …": the whole sentence is the publisher's paraphrase. */
static gboolean
is_indirect (RisalahSpeaking *self, const RisalahSpan *sentence, RisalahSpeech *speech)
{
  const RisalahName *subject = NULL;

  for (guint i = sentence->first;
       i < sentence->first + sentence->n_tokens && i < sentence->first + 24; i++)
    {
      const char *position = risalah_speech_position (self->tokens, i, NULL);

      if (self->person_at[i] != 0 && subject == NULL)
        subject = &g_array_index (self->names, RisalahName, self->person_at[i] - 1);
      if (position == NULL || strcmp (position, "after") == 0)
        continue;
      if (strcmp (position, "according") == 0)
        {
          for (guint j = i + 1;
               j < i + 12 && j < sentence->first + sentence->n_tokens && subject == NULL; j++)
            if (self->person_at[j] != 0)
              subject = &g_array_index (self->names, RisalahName, self->person_at[j] - 1);
        }
      if (subject == NULL && i == sentence->first)
        return FALSE;
      speech->start = sentence->start;
      speech->end = sentence->end;
      speech->voice = RISALAH_VOICE_REPORTED;
      speech->speaker = subject != NULL ? subject->key : NULL;
      speech->country = subject != NULL ? subject->country : NULL;
      speech->rule = "indirect";
      return TRUE;
    }
  return FALSE;
}

static void
find_indirect (RisalahSpeaking *self, GArray *found)
{
  guint n_direct = found->len;
  g_autoptr (GArray) direct = g_array_sized_new (FALSE, FALSE, sizeof (RisalahSpeech), n_direct);
  guint at = 0;

  g_array_append_vals (direct, found->data, n_direct);
  for (guint i = 0; i < self->tokens->sentences->len; i++)
    {
      const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, i);
      RisalahSpeech speech = { 0 };

      if (!overlaps_direct (direct, &at, sentence->start, sentence->end)
          && is_indirect (self, sentence, &speech))
        g_array_append_val (found, speech);
    }
}

static int
compare_speech (gconstpointer a, gconstpointer b)
{
  const RisalahSpeech *one = a;
  const RisalahSpeech *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/**
 * risalah_find_speech:
 * @tokens: an article's words
 * @names: (element-type RisalahName): its names, by place
 *
 * Finds direct speech and indirect statements with their speakers. Attribution after the words
 * counts before attribution before them; "ia", "dia", "he", "she" and "-nya" mean who last spoke or
 * was the subject of a sentence.
 *
 * Returns: (transfer full) (element-type RisalahSpeech): by place
 */
GArray *
risalah_find_speech (const RisalahTokens *tokens, const GArray *names)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RisalahSpeech));
  RisalahSpeaking speaking = { .tokens = tokens, .names = names };

  speaking.person_at = g_new0 (guint, tokens->tokens->len + 1);
  for (guint i = 0; i < names->len; i++)
    {
      const RisalahName *name = &g_array_index (names, RisalahName, i);

      if (name->kind != RISALAH_NAME_COUNTRY)
        speaking.person_at[name->first] = i + 1;
    }
  find_direct (&speaking, found);
  find_indirect (&speaking, found);
  g_array_sort (found, compare_speech);
  g_free (speaking.person_at);
  return found;
}
