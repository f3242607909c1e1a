/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in a happening, and when: from the sentence, else from the paragraph and the
 * article. */

#include <stdio.h>
#include <string.h>

#include "risalah-happenings-private.h"

#define MAX_PARTIES 8

/* A place's name has no more words. */
#define MAX_PLACE_WORDS 4

/* A heading within an article has no more words. */
#define MAX_HEADING_WORDS 12

/* The countries of @count that weigh most. */
static void
find_main (RisalahTelling *self)
{
  g_autoptr (GHashTable) weights = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (self->tokens->article, &n_blocks);
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  guint best[2] = { 0, 0 };

  for (guint i = 0; i < self->names->len; i++)
    {
      const RisalahName *name = &g_array_index (self->names, RisalahName, i);
      const char *country = name->kind == RISALAH_NAME_COUNTRY ? name->key : name->country;
      guint sentence = risalah_tokens_get (self->tokens, name->first)->sentence;
      gboolean heading = blocks[risalah_tokens_sentence (self->tokens, sentence)->block].type
                         == RISALAH_BLOCK_HEADING;
      guint weight =
          (heading || sentence < 3 ? 6 : 2) + (name->kind == RISALAH_NAME_COUNTRY ? 2 : 0);

      if (country != NULL)
        g_hash_table_insert (
            weights, (gpointer)country,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (weights, country)) + weight));
    }
  g_hash_table_iter_init (&iter, weights);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint weight = GPOINTER_TO_UINT (value);
      gboolean first =
          weight > best[0]
          || (weight == best[0] && self->main[0] != NULL && strcmp (key, self->main[0]) < 0);
      gboolean second =
          weight > best[1]
          || (weight == best[1] && self->main[1] != NULL && strcmp (key, self->main[1]) < 0);

      if (first)
        {
          self->main[1] = self->main[0];
          best[1] = best[0];
          self->main[0] = key;
          best[0] = weight;
        }
      else if (second)
        {
          self->main[1] = key;
          best[1] = weight;
        }
    }
}

/**
 * risalah_telling_init:
 * @self: to be filled
 * @tokens: an article's words
 * @names: its names
 * @speech: its speech
 * @dates: its dates
 * @reference: (nullable): its own date
 *
 * Gathers what the parts of the finder need; lives no longer than its arguments.
 */
void
risalah_telling_init (RisalahTelling *self,
                      const RisalahTokens *tokens,
                      const GArray *names,
                      const GArray *speech,
                      const GArray *dates,
                      const char *reference)
{
  guint n_sentences = tokens->sentences->len;
  guint name = 0;
  guint date = 0;

  *self = (RisalahTelling){ tokens, names, speech, dates, reference };
  self->name_of = g_new0 (guint, n_sentences + 1);
  self->date_of = g_new0 (guint, n_sentences + 1);
  for (guint i = 0; i < n_sentences; i++)
    {
      gsize start = risalah_tokens_sentence (tokens, i)->start;

      while (name < names->len && g_array_index (names, RisalahName, name).start < start)
        name++;
      while (date < dates->len && g_array_index (dates, RisalahDateMention, date).start < start)
        date++;
      self->name_of[i] = name;
      self->date_of[i] = date;
    }
  self->name_of[n_sentences] = names->len;
  self->date_of[n_sentences] = dates->len;
  find_main (self);
}

/**
 * risalah_telling_clear:
 * @self: what risalah_telling_init() filled
 */
void
risalah_telling_clear (RisalahTelling *self)
{
  g_free (self->name_of);
  g_free (self->date_of);
}

static void
add_party (GPtrArray *parties, const char *country)
{
  if (country == NULL || *country == '\0' || parties->len >= MAX_PARTIES)
    return;
  for (guint i = 0; i < parties->len; i++)
    if (g_ptr_array_index (parties, i) == country)
      return;
  g_ptr_array_add (parties, (gpointer)country);
}

/* Of the names of @sentence those whose first word lies from @first to before @end. */
static void
add_names (const RisalahTelling *self, guint sentence, guint first, guint end, GPtrArray *parties)
{
  for (guint i = self->name_of[sentence]; i < self->name_of[sentence + 1]; i++)
    {
      const RisalahName *name = &g_array_index (self->names, RisalahName, i);

      /* A place is no party: "di Islamabad, Pakistan" adds what is a party anyway. */
      if (name->first >= first && name->first < end)
        add_party (parties, name->kind == RISALAH_NAME_COUNTRY ? name->key : name->country);
    }
}

static void
add_sentence (const RisalahTelling *self, guint sentence, GPtrArray *parties)
{
  add_names (self, sentence, 0, G_MAXUINT, parties);
}

/* A short line right before the paragraph is its heading: "2. Kanada kirim kapal ke Jakarta". */
static void
add_heading (const RisalahTelling *self, guint sentence, GPtrArray *parties)
{
  const RisalahSpan *own = risalah_tokens_sentence (self->tokens, sentence);
  const RisalahSpan *before;

  for (; sentence > 0 && risalah_tokens_sentence (self->tokens, sentence - 1)->block == own->block;
       sentence--)
    ;
  if (sentence < 2)
    return;
  before = risalah_tokens_sentence (self->tokens, sentence - 1);
  if (before->n_tokens <= MAX_HEADING_WORDS && !strchr (".!?", self->tokens->text[before->end - 1])
      && risalah_tokens_sentence (self->tokens, sentence - 2)->block != before->block)
    add_sentence (self, sentence - 1, parties);
}

/* "…, sementara Malaysia …", "…, and their navies …": does a clause of its own begin there? */
static gboolean
begins_clause (const RisalahTelling *self, guint token)
{
  if (risalah_telling_has_cue (self, token, "clause"))
    return TRUE;
  return risalah_tokens_get (self->tokens, token)->comma
         && (risalah_tokens_is (self->tokens, token, "and")
             || risalah_tokens_is (self->tokens, token, "dan"));
}

/**
 * risalah_telling_clause:
 * @self: the article
 * @trigger: what names the happening
 * @first: (out): the first word of its clause
 * @end: (out): the word after the last
 *
 * A sentence may tell of two happenings, one in each of its clauses.
 */
void
risalah_telling_clause (const RisalahTelling *self,
                        const RisalahTrigger *trigger,
                        guint *first,
                        guint *end)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);

  *first = trigger->first;
  *end = trigger->first + trigger->n_tokens;
  while (*first > sentence->first && !begins_clause (self, *first))
    (*first)--;
  while (*end < sentence->first + sentence->n_tokens && !begins_clause (self, *end))
    (*end)++;
}

/**
 * risalah_telling_parties:
 * @self: the article
 * @trigger: what names the happening
 * @n_named: (out): how many parties its own sentence names
 *
 * The countries that the sentence names, by themselves, by their offices or organisations; "kedua
 * negara" and a sentence with fewer than two take them from the sentence before and from the two of
 * whom the article speaks most.
 *
 * Returns: (transfer full) (element-type utf8): ISO 3166-1 codes
 */
GPtrArray *
risalah_telling_parties (const RisalahTelling *self, const RisalahTrigger *trigger, guint *n_named)
{
  GPtrArray *parties = g_ptr_array_new ();
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);
  gboolean both =
      risalah_telling_cue_in (self, sentence->first, sentence->first + sentence->n_tokens, "both");
  guint first;
  guint end;

  risalah_telling_clause (self, trigger, &first, &end);
  add_names (self, trigger->sentence, first, end, parties);
  if (parties->len < 2)
    add_sentence (self, trigger->sentence, parties);
  *n_named = parties->len;
  if (both && parties->len < 2)
    *n_named = 2;
  /* One who is not whom the article is about does it with them: with Indonesia, where it is. */
  if (*n_named == 1 && strcmp (trigger->kind, "conference-exhibition") != 0)
    add_party (parties, g_strcmp0 (self->main[1], "ID") == 0 ? self->main[1] : self->main[0]);
  if (parties->len < 2 && !both && trigger->sentence > 0
      && risalah_tokens_sentence (self->tokens, trigger->sentence - 1)->block == sentence->block
      && strcmp (trigger->kind, "conference-exhibition") != 0)
    add_sentence (self, trigger->sentence - 1, parties);
  if (parties->len < 2 && !both)
    add_heading (self, trigger->sentence, parties);
  if (parties->len < 2
      && (*n_named == 0 || both || strcmp (trigger->kind, "conference-exhibition") != 0))
    {
      add_party (parties, self->main[0]);
      if (parties->len < 2)
        add_party (parties, self->main[1]);
    }
  return parties;
}

/* How many words of a place begin at @token: capitals that are no organisation's or person's. */
static guint
place_length (const RisalahTelling *self, guint token, guint sentence)
{
  const RisalahSpan *span = risalah_tokens_sentence (self->tokens, sentence);
  guint end = token;

  while (end < span->first + span->n_tokens && end < token + MAX_PLACE_WORDS
         && (risalah_tokens_get (self->tokens, end)->flags & RISALAH_WORD_CAPITALISED) != 0
         && (end == token || !risalah_tokens_get (self->tokens, end)->breaks))
    end++;
  for (guint i = self->name_of[sentence]; i < self->name_of[sentence + 1]; i++)
    {
      const RisalahName *name = &g_array_index (self->names, RisalahName, i);

      if (name->kind != RISALAH_NAME_COUNTRY && name->first < end
          && name->first + name->n_tokens > token)
        return 0;
    }
  return end - token;
}

/**
 * risalah_telling_place:
 * @self: the article
 * @trigger: what names the happening
 *
 * Returns: (transfer full) (nullable): the first place after its words in their clause, "di Suva",
 *   "in Cairo"
 */
char *
risalah_telling_place (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint first;
  guint end;

  risalah_telling_clause (self, trigger, &first, &end);
  for (guint i = trigger->first; i + 1 < end; i++)
    if ((risalah_tokens_is (self->tokens, i, "di") || risalah_tokens_is (self->tokens, i, "in")
         || risalah_tokens_is (self->tokens, i, "at"))
        && !risalah_tokens_get (self->tokens, i + 1)->breaks)
      {
        gsize start = risalah_tokens_get (self->tokens, i + 1)->start;
        guint n_words = place_length (self, i + 1, trigger->sentence);
        gboolean is_date = FALSE;

        for (guint j = self->date_of[trigger->sentence]; j < self->date_of[trigger->sentence + 1];
             j++)
          {
            const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, j);

            is_date |= date->start <= start && start < date->end;
          }
        if (n_words > 0 && !is_date)
          return g_strndup (self->tokens->text + start,
                            risalah_tokens_get (self->tokens, i + n_words)->end - start);
      }
  return NULL;
}

/**
 * risalah_telling_next_day:
 * @self: the article
 * @trigger: what names the happening
 *
 * Returns: (transfer full) (nullable): where its sentence begins with "keesokan harinya" or "sehari
 *   sebelumnya", the day after or before the last whole day told before, EDTF
 */
char *
risalah_telling_next_day (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);

  guint begun = MIN (sentence->first + 4, trigger->first);
  int away = risalah_telling_cue_in (self, sentence->first, begun, "next-day")     ? 1
             : risalah_telling_cue_in (self, sentence->first, begun, "day-before") ? -1
                                                                                   : 0;

  if (away == 0)
    return NULL;
  for (guint i = self->date_of[trigger->sentence];
       i > 0 && self->date_of[trigger->sentence] - i < 6; i--)
    {
      const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, i - 1);
      gint64 year;
      int month;
      int day;

      if (date->edtf == NULL || strlen (date->edtf) != strlen ("2025-07-28")
          || sscanf (date->edtf, "%" G_GINT64_FORMAT "-%2d-%2d", &year, &month, &day) != 3)
        continue;
      risalah_day_to_date (risalah_day_from_date (year, month, day) + away, &year, &month, &day);
      return g_strdup_printf ("%04d-%02d-%02d", (int)year, month, day);
    }
  return NULL;
}

static gboolean
is_usable (const RisalahDateMention *date)
{
  return date->edtf != NULL
         && (date->role == RISALAH_DATE_EVENT || date->role == RISALAH_DATE_NAME);
}

/* Does "sedangkan" or its like part the two? */
static gboolean
is_in_other_clause (const RisalahTelling *self,
                    const RisalahTrigger *trigger,
                    const RisalahDateMention *date)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);

  for (guint i = sentence->first + 1; i < sentence->first + sentence->n_tokens; i++)
    if (risalah_telling_has_cue (self, i, "clause")
        && (i <= trigger->first) != (risalah_tokens_get (self->tokens, i)->start <= date->start))
      return TRUE;
  return FALSE;
}

/* "…, which joined in October": the date of what is told beside. */
static gboolean
is_beside (const RisalahTelling *self,
           const RisalahTrigger *trigger,
           const RisalahDateMention *date)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);

  if (is_in_other_clause (self, trigger, date))
    return TRUE;
  for (guint i = trigger->first + trigger->n_tokens; i < sentence->first + sentence->n_tokens; i++)
    {
      const RisalahToken *token = risalah_tokens_get (self->tokens, i);

      if (token->start >= date->start)
        return FALSE;
      if (token->comma && risalah_telling_has_cue (self, i, "relative"))
        return i > trigger->first + trigger->n_tokens + 2;
    }
  return FALSE;
}

/**
 * risalah_telling_is_future:
 * @self: the article
 * @date: a date of it
 *
 * Returns: whether the whole of it lies after the article's own date
 */
gboolean
risalah_telling_is_future (const RisalahTelling *self, const RisalahDateMention *date)
{
  gsize length;

  if (self->reference == NULL || date->edtf == NULL || !g_ascii_isdigit (*date->edtf))
    return FALSE;
  length = MIN (strcspn (date->edtf, "/X"), strlen (self->reference));
  return strncmp (date->edtf, self->reference, length) > 0;
}

/**
 * risalah_telling_date:
 * @self: the article
 * @trigger: what names the happening
 * @is_near: (out): it stands in the trigger's own sentence
 *
 * The nearest date of the sentence; else the last one before it in the paragraph.
 *
 * Returns: (transfer none) (nullable): the date
 */
const RisalahDateMention *
risalah_telling_date (const RisalahTelling *self, const RisalahTrigger *trigger, gboolean *is_near)
{
  const RisalahDateMention *best = NULL;
  gsize distance = G_MAXSIZE;
  gsize start = risalah_tokens_get (self->tokens, trigger->first)->start;
  gsize end = risalah_tokens_get (self->tokens, trigger->first + trigger->n_tokens - 1)->end;
  guint block = risalah_tokens_sentence (self->tokens, trigger->sentence)->block;

  *is_near = FALSE;
  for (guint i = self->date_of[trigger->sentence]; i < self->date_of[trigger->sentence + 1]; i++)
    {
      const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, i);
      gsize away = date->start >= end   ? date->start - end
                   : start >= date->end ? start - date->end
                                        : 0;

      if (date->role == RISALAH_DATE_NAME)
        away += 1000;
      if (is_usable (date) && away < distance && !is_beside (self, trigger, date))
        {
          best = date;
          distance = away;
          *is_near =
              away < (trigger->strength == 's' ? 220 : 130) || date->role == RISALAH_DATE_NAME;
        }
    }
  for (guint s = trigger->sentence;
       best == NULL && s > 0 && trigger->sentence - s < 4
       && risalah_tokens_sentence (self->tokens, s - 1)->block == block;
       s--)
    for (guint i = self->date_of[s]; best == NULL && i > self->date_of[s - 1]; i--)
      {
        const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, i - 1);

        if (is_usable (date) && date->role == RISALAH_DATE_EVENT
            && !risalah_telling_is_future (self, date))
          best = date;
      }
  return best;
}
