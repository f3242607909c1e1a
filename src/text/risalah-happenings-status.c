/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a happening stands, by the cues around its words, and whose words they are. */

#include <string.h>

#include "risalah-happenings-private.h"

/**
 * risalah_telling_has_cue:
 * @self: the article
 * @token: index of a word
 * @klass: a class of cues.tsv
 *
 * Returns: whether a cue of that class begins there
 */
gboolean
risalah_telling_has_cue (const RisalahTelling *self, guint token, const char *klass)
{
  const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_CUE, token);

  return match != NULL && strcmp (risalah_phrase_get (match->phrase, 1), klass) == 0;
}

/**
 * risalah_telling_cue_in:
 * @self: the article
 * @first: first word
 * @end: the word after the last
 * @klass: a class of cues.tsv
 *
 * Returns: whether a cue of that class begins among the words
 */
gboolean
risalah_telling_cue_in (const RisalahTelling *self, guint first, guint end, const char *klass)
{
  for (guint i = first; i < end; i++)
    if (risalah_telling_has_cue (self, i, klass))
      return TRUE;
  return FALSE;
}

/* The "May" of "in May 2014" is no hope. */
static gboolean
is_in_date (const RisalahTelling *self, guint token)
{
  const RisalahToken *at = risalah_tokens_get (self->tokens, token);

  for (guint i = self->date_of[at->sentence]; i < self->date_of[at->sentence + 1]; i++)
    {
      const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, i);

      if (date->start <= at->start && at->end <= date->end)
        return (at->flags & RISALAH_WORD_CAPITALISED) != 0;
    }
  return FALSE;
}

static gboolean
status_of (const RisalahTelling *self, guint token, RisalahHappeningStatus *status)
{
  static const char *const classes[] = { "held", "planned", "proposed", "cancelled" };

  if (is_in_date (self, token))
    return FALSE;
  if (risalah_telling_has_cue (self, token, "tenseless"))
    {
      *status = RISALAH_HAPPENING_HELD;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (risalah_telling_has_cue (self, token, classes[i]))
      {
        *status = i;
        return TRUE;
      }
  return FALSE;
}

/* The longest cue over a word counts: the "akan" of "tidak akan" plans nothing. */
static guint
cue_over (const RisalahTelling *self, guint token, guint first)
{
  for (guint i = token; i > first && i + 3 > token; i--)
    {
      const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_CUE, i - 1);

      if (match != NULL && match->first + match->n_tokens > token)
        return i - 1;
    }
  return token;
}

/* "ditunda", "was cancelled": what stands before it was to be, and not what follows. */
static gboolean
is_passive (const RisalahTelling *self, guint token)
{
  const char *word = self->tokens->text + risalah_tokens_get (self->tokens, token)->start;

  return g_ascii_strncasecmp (word, "di", 2) == 0 || risalah_tokens_is (self->tokens, token, "was")
         || risalah_tokens_is (self->tokens, token, "were");
}

/* A noun's cancelling may stand behind other words: "kunjungan yang dijadwalkan pekan ini ditunda".
 */
static gboolean
is_cancelled_later (const RisalahTelling *self, const RisalahTrigger *trigger, guint end)
{
  guint after = trigger->first + trigger->n_tokens;

  for (guint i = after; i < MIN (after + 18, end); i++)
    {
      if (risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, i) != NULL)
        return FALSE;
      if (risalah_telling_has_cue (self, i, "cancelled")
          && (trigger->strength != 's' || is_passive (self, i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_negated (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint first = risalah_tokens_sentence (self->tokens, trigger->sentence)->first;

  for (guint i = trigger->first; i > first && i + 3 > trigger->first; i--)
    {
      if (risalah_tokens_get (self->tokens, i)->breaks)
        return FALSE;
      if (risalah_telling_has_cue (self, i - 1, "negation"))
        return TRUE;
    }
  return FALSE;
}

/**
 * risalah_telling_status:
 * @self: the article
 * @trigger: what names the happening
 * @status: (out): where it stands; held where no cue tells otherwise
 *
 * The nearest cue before the words counts, then one right after them: a verb's is near, a noun's
 * may open the sentence ("diharapkan mencakup pelatihan, pertukaran …").
 *
 * Returns: whether there is a cue
 */
gboolean
risalah_telling_status (const RisalahTelling *self,
                        const RisalahTrigger *trigger,
                        RisalahHappeningStatus *status)
{
  guint after = trigger->first + trigger->n_tokens;
  guint reach = trigger->strength == 's' ? 9 : G_MAXUINT;
  guint limit = after + (trigger->strength == 's' ? 4 : 8);
  guint first;
  guint end;

  *status = RISALAH_HAPPENING_HELD;
  if (is_negated (self, trigger))
    {
      *status = RISALAH_HAPPENING_CANCELLED;
      return TRUE;
    }
  risalah_telling_clause (self, trigger, &first, &end);
  if (risalah_telling_cue_in (self, first, trigger->first, "denial"))
    {
      *status = RISALAH_HAPPENING_CANCELLED;
      return TRUE;
    }
  if (is_cancelled_later (self, trigger, end))
    {
      *status = RISALAH_HAPPENING_CANCELLED;
      return TRUE;
    }
  for (guint i = trigger->first + 1; i > first && trigger->first - i + 1 < reach; i--)
    {
      /* "dalam kunjungan …": where it was said, not what was said of it. */
      if (i <= trigger->first && risalah_telling_has_cue (self, i - 1, "setting"))
        break;
      if (status_of (self, cue_over (self, i - 1, first), status))
        {
          const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_CUE,
                                                               cue_over (self, i - 1, first));

          /* An accord plans what it is on, and is made itself. */
          if (match->first + match->n_tokens <= trigger->first
              || (i - 1 == trigger->first
                  && (*status != RISALAH_HAPPENING_PLANNED
                      || strcmp (trigger->kind, "agreement") != 0)))
            return TRUE;
        }
    }
  for (guint i = after; i + 1 < MIN (after + 8, end); i++)
    if (risalah_telling_has_cue (self, i, "negation") && status_of (self, i + 1, status)
        && *status == RISALAH_HAPPENING_PLANNED)
      {
        *status = RISALAH_HAPPENING_PROPOSED;
        return TRUE;
      }
  for (guint i = trigger->first; i < limit; i++)
    {
      if (i >= end || (trigger->is_talk && i >= after))
        break;
      /* Names between do not part a word from its cue. */
      if (i > after && limit < after + 16
          && (risalah_tokens_get (self->tokens, i)->flags & RISALAH_WORD_CAPITALISED) != 0)
        limit++;
      if (i > after && risalah_tokens_get (self->tokens, i)->breaks)
        break;
      if (status_of (self, i, status)
          && (i >= after || *status != RISALAH_HAPPENING_PLANNED
              || strcmp (trigger->kind, "agreement") != 0))
        return TRUE;
    }
  *status = RISALAH_HAPPENING_HELD;
  return FALSE;
}

/**
 * risalah_telling_voice:
 * @self: the article
 * @trigger: what names the happening
 * @n_named: how many parties its sentence names
 *
 * Returns: whose words the sentence holds
 */
RisalahVoice
risalah_telling_voice (const RisalahTelling *self, const RisalahTrigger *trigger, guint n_named)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);
  gsize at = risalah_tokens_get (self->tokens, trigger->first)->start;
  guint low = 0;
  guint high = self->speech->len;

  for (guint i = self->date_of[trigger->sentence]; i < self->date_of[trigger->sentence + 1]; i++)
    if (g_array_index (self->dates, RisalahDateMention, i).role == RISALAH_DATE_REFERENCE)
      return RISALAH_VOICE_SECOND_HAND;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->speech, RisalahSpeech, middle).end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->speech->len && g_array_index (self->speech, RisalahSpeech, low).start <= at)
    return g_array_index (self->speech, RisalahSpeech, low).voice;
  if (risalah_telling_cue_in (self, sentence->first, sentence->first + sentence->n_tokens,
                              "opinion"))
    return RISALAH_VOICE_OPINION;
  return RISALAH_VOICE_PUBLISHER;
}
