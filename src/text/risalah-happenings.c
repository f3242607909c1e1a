/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From words that name a happening to a suggested event with its score. */

#include "risalah-happenings.h"

#include <string.h>

#include "risalah-happenings-private.h"

/* Below this a happening is not suggested. */
#define THRESHOLD 0.5

/* Bytes after a sentence in which the date of what it tells may stand. */
#define LEAD_REACH 250

/**
 * risalah_happening_free:
 * @self: (transfer full) (nullable): a happening
 */
void
risalah_happening_free (RisalahHappening *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->edtf);
  g_free (self->place);
  g_ptr_array_unref (self->parties);
  g_array_unref (self->mentions);
  g_free (self);
}

/**
 * risalah_happening_status_to_string:
 * @status: a status
 *
 * Returns: (transfer none): its name in cli.md
 */
const char *
risalah_happening_status_to_string (RisalahHappeningStatus status)
{
  static const char *const names[] = { "held", "planned", "proposed", "cancelled" };

  g_return_val_if_fail (status < G_N_ELEMENTS (names), NULL);
  return names[status];
}

static double
score_of (const RisalahTelling *self,
          const RisalahTrigger *trigger,
          gboolean has_cue,
          RisalahHappeningStatus status,
          gboolean near_date,
          guint n_named,
          RisalahVoice voice)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);
  const char *type = risalah_article_get_metadata (self->tokens->article, RISALAH_METADATA_TYPE);
  double score = trigger->strength == 's' ? 0.55 : trigger->strength == 'n' ? 0.3 : 0.22;

  if (near_date)
    score += 0.2;
  if (n_named >= 2)
    score += 0.12;
  else if (n_named == 0 && !near_date && trigger->strength != 't')
    score -= 0.15;
  if (has_cue)
    score += status == RISALAH_HAPPENING_HELD ? 0.08 : trigger->strength == 's' ? 0.1 : 0.3;
  if (risalah_telling_cue_in (self, sentence->first, sentence->first + sentence->n_tokens,
                              "general"))
    score -= 0.2;
  if (trigger->is_conditional)
    score -= n_named >= 2 ? 0.1 : 0.5;
  if (voice == RISALAH_VOICE_DIRECT)
    score -= 0.17;
  if (g_strcmp0 (type, "explainer") == 0 || g_strcmp0 (type, "opinion") == 0)
    score -= 0.15;
  return CLAMP (score, 0.0, 1.0);
}

/* The words from the trigger to the next mark, twelve at most, as a title. */
static char *
title_of (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);
  guint end = trigger->first + trigger->n_tokens;
  gsize start = risalah_tokens_get (self->tokens, trigger->first)->start;
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;

  while (end < trigger->first + 12 && end < sentence->first + sentence->n_tokens
         && !risalah_tokens_get (self->tokens, end)->breaks)
    end++;
  words = g_strndup (self->tokens->text + start,
                     risalah_tokens_get (self->tokens, end - 1)->end - start);
  g_strdelimit (words, "\n\r\t*", ' ');
  first = g_utf8_strup (words, g_utf8_next_char (words) - words);
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

static RisalahHappening *
make (const RisalahTelling *self, const RisalahTrigger *trigger, const RisalahTrigger *about)
{
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);
  RisalahHappening *happening = g_new0 (RisalahHappening, 1);
  gboolean near_date;
  char *next_day;
  const RisalahDateMention *date = risalah_telling_date (self, trigger, &near_date);
  gboolean has_cue = risalah_telling_status (self, trigger, &happening->status);
  guint n_named;

  /* "membahas latihan tahun depan": when the latter is, not when it was spoken of. */
  if (trigger->is_talk && date != NULL && risalah_telling_is_future (self, date))
    date = NULL;
  near_date = near_date && date != NULL;

  happening->kind = trigger->kind;
  happening->title = title_of (self, trigger);
  happening->parties = risalah_telling_parties (self, trigger, &n_named);
  happening->place = risalah_telling_place (self, trigger);
  happening->n_named = n_named;
  happening->mentions = g_array_new (FALSE, FALSE, sizeof (RisalahSpan));
  happening->voice = risalah_telling_voice (self, trigger, n_named);
  happening->start = sentence->start;
  happening->end = sentence->end;
  happening->trigger_start = risalah_tokens_get (self->tokens, trigger->first)->start;
  happening->trigger_end =
      risalah_tokens_get (self->tokens, trigger->first + trigger->n_tokens - 1)->end;
  /* What a meeting is about has not happened by being talked of. */
  if ((trigger->strength == 't' || risalah_telling_is_subject (self, trigger, about))
      && about != NULL && strcmp (about->kind, "meeting") == 0
      && happening->status == RISALAH_HAPPENING_HELD)
    {
      happening->status = RISALAH_HAPPENING_PROPOSED;
      has_cue = TRUE;
    }
  /* What no word puts off, and a later day has, is to come. */
  if (date != NULL && near_date && risalah_telling_is_future (self, date)
      && (!has_cue
          || (happening->status == RISALAH_HAPPENING_HELD
              && risalah_telling_cue_in (self, sentence->first,
                                         sentence->first + sentence->n_tokens, "tenseless"))))
    happening->status = RISALAH_HAPPENING_PLANNED;
  if (trigger->is_conditional)
    {
      happening->status = RISALAH_HAPPENING_PROPOSED;
      has_cue = TRUE;
    }
  if (date != NULL && (near_date || happening->status == RISALAH_HAPPENING_HELD))
    {
      happening->edtf = g_strdup (date->edtf);
      happening->mod = date->mod;
      if (near_date && date->role == RISALAH_DATE_EVENT)
        {
          happening->date_start = date->start;
          happening->date_end = date->end;
        }
    }
  if (!near_date && (next_day = risalah_telling_next_day (self, trigger)) != NULL)
    {
      g_free (happening->edtf);
      happening->edtf = next_day;
    }
  /* "since 2012, when they signed": a signing is over in a day. */
  if (happening->edtf != NULL && g_str_has_suffix (happening->edtf, "/..")
      && (strcmp (happening->kind, "agreement") == 0 || strcmp (happening->kind, "meeting") == 0))
    happening->edtf[strlen (happening->edtf) - strlen ("/..")] = '\0';
  happening->rule = trigger->strength == 's'   ? "phrase"
                    : trigger->strength == 'n' ? "noun"
                                               : "topic";
  happening->score =
      score_of (self, trigger, has_cue, happening->status, near_date, n_named, happening->voice);
  happening->is_talk = happening->voice == RISALAH_VOICE_OPINION && n_named == 0;
  return happening;
}

/* A heading's words come again in the text; a caption's are of a picture. */
static gboolean
tells (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (self->tokens->article, &n_blocks);
  RisalahBlockType type =
      blocks[risalah_tokens_sentence (self->tokens, trigger->sentence)->block].type;

  return type != RISALAH_BLOCK_HEADING && type != RISALAH_BLOCK_TABLE;
}

static gboolean
is_in_list (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (self->tokens->article, &n_blocks);
  const RisalahSpan *sentence = risalah_tokens_sentence (self->tokens, trigger->sentence);

  return blocks[sentence->block].type == RISALAH_BLOCK_LIST_ITEM
         || g_ascii_isdigit (self->tokens->text[sentence->start]);
}

/* Whose person the sentence speaks of, else whom the article speaks of most; not @host itself. */
static const char *
guest_of (const RisalahTelling *self, guint sentence, const char *host)
{
  for (guint i = self->name_of[sentence]; i < self->name_of[sentence + 1]; i++)
    {
      const RisalahName *name = &g_array_index (self->names, RisalahName, i);

      if (name->kind == RISALAH_NAME_PERSON && name->country != NULL && name->country != host)
        return name->country;
    }
  return self->main[0] != host ? self->main[0] : self->main[1];
}

/* "mengunjungi A pada 5–8 Juni, B pada 8–11 Juni": each country with the date right after it is a
 * happening of its own. Returns whether it was so. */
static gboolean
distribute (const RisalahTelling *self, const RisalahTrigger *trigger, GPtrArray *found)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, 2 * sizeof (guint));

  for (guint i = self->name_of[trigger->sentence]; i < self->name_of[trigger->sentence + 1]; i++)
    for (guint j = self->date_of[trigger->sentence]; j < self->date_of[trigger->sentence + 1]; j++)
      {
        const RisalahName *name = &g_array_index (self->names, RisalahName, i);
        const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, j);
        guint pair[2] = { i, j };

        if (name->kind == RISALAH_NAME_COUNTRY && date->edtf != NULL
            && date->role == RISALAH_DATE_EVENT && date->start >= name->end
            && date->start <= name->end + 6)
          g_array_append_vals (pairs, pair, 1);
      }
  if (pairs->len < 2)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    {
      const guint *pair = (const guint *)(gpointer)pairs->data + 2 * i;
      const RisalahName *name = &g_array_index (self->names, RisalahName, pair[0]);
      const RisalahDateMention *date = &g_array_index (self->dates, RisalahDateMention, pair[1]);
      RisalahHappening *happening = make (self, trigger, NULL);
      const char *guest = guest_of (self, trigger->sentence, name->key);

      g_ptr_array_set_size (happening->parties, 0);
      g_ptr_array_add (happening->parties, (gpointer)name->key);
      if (guest != NULL)
        g_ptr_array_add (happening->parties, (gpointer)guest);
      happening->n_named = 1;
      g_free (happening->edtf);
      happening->edtf = g_strdup (date->edtf);
      happening->date_start = date->start;
      happening->date_end = date->end;
      happening->rule = "distributed";
      g_ptr_array_add (found, happening);
    }
  return TRUE;
}

/* What was held and has no date of its own in the text has that of the happening of its kind, else
 * of the first that was held. */
static void
inherit_dates (GPtrArray *found, const char *reference)
{
  for (guint i = 0; i < found->len; i++)
    {
      RisalahHappening *happening = g_ptr_array_index (found, i);

      for (guint pass = 0;
           pass < 2 && happening->edtf == NULL && happening->status == RISALAH_HAPPENING_HELD;
           pass++)
        for (guint j = 0; j < i && happening->edtf == NULL; j++)
          {
            const RisalahHappening *other = g_ptr_array_index (found, j);

            if (other->edtf != NULL && other->status == RISALAH_HAPPENING_HELD
                && (pass == 1 || other->kind == happening->kind)
                && !risalah_happening_is_background (other, reference))
              {
                happening->edtf = g_strdup (other->edtf);
                happening->mod = other->mod;
              }
            if (j > 40)
              break;
          }
      /* A lead tells what the next sentences date; without the article's date its own may be a
       * relative one. */
      for (guint j = i + 1;
           reference != NULL && j < MIN (i + 3, found->len) && happening->edtf == NULL
           && happening->status == RISALAH_HAPPENING_HELD;
           j++)
        {
          const RisalahHappening *other = g_ptr_array_index (found, j);

          if (other->edtf != NULL && other->status == RISALAH_HAPPENING_HELD
              && other->start < happening->end + LEAD_REACH
              && !risalah_happening_is_background (other, reference))
            happening->edtf = g_strdup (other->edtf);
        }
    }
}

/**
 * risalah_find_happenings:
 * @tokens: an article's words
 * @names: (element-type RisalahName): its names
 * @speech: (element-type RisalahSpeech): its speech
 * @dates: (element-type RisalahDateMention): its dates
 * @reference: (nullable): its own date, EDTF
 *
 * Finds happenings by the event words of the vocabulary: parties, date, status and voice from the
 * sentence, then from what is around it; mentions of the same are merged, what scores low is left.
 *
 * Returns: (transfer full) (element-type RisalahHappening): in the order of the text
 */
GPtrArray *
risalah_find_happenings (const RisalahTokens *tokens,
                         const GArray *names,
                         const GArray *speech,
                         const GArray *dates,
                         const char *reference)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_happening_free);
  g_autoptr (GArray) triggers = NULL;
  RisalahTelling telling;

  risalah_telling_init (&telling, tokens, names, speech, dates, reference);
  triggers = risalah_telling_triggers (&telling);
  for (guint i = 0; i < triggers->len; i++)
    {
      const RisalahTrigger *trigger = &g_array_index (triggers, RisalahTrigger, i);
      const RisalahTrigger *about = risalah_telling_governor (triggers, i);
      RisalahHappening *happening;

      if (!tells (&telling, trigger)
          || (risalah_telling_is_subject (&telling, trigger, about)
              && strcmp (about->kind, "meeting") != 0
              && (trigger->strength != 's' || strcmp (trigger->kind, "exercise") == 0))
          || (strcmp (trigger->kind, "visit") == 0 && distribute (&telling, trigger, found)))
        continue;
      happening = make (&telling, trigger, about);
      /* An agreement's subject is no happening of its own unless it is told as one. */
      if ((about != NULL && strcmp (about->kind, "agreement") == 0 && trigger->strength != 's'
           && happening->status == RISALAH_HAPPENING_HELD
           && (trigger->strength == 't' || happening->date_end == happening->date_start))
          || (happening->score < THRESHOLD && !trigger->is_anaphoric)
          || (trigger->is_anaphoric && found->len == 0))
        {
          risalah_happening_free (happening);
          continue;
        }
      risalah_happenings_merge (found, happening, trigger, reference,
                                is_in_list (&telling, trigger));
    }
  inherit_dates (found, reference);
  for (guint i = 0; i < found->len; i++)
    {
      RisalahHappening *happening = g_ptr_array_index (found, i);

      if (happening->score >= THRESHOLD)
        g_ptr_array_add (kept, happening);
      else
        risalah_happening_free (happening);
    }
  risalah_telling_clear (&telling);
  return kept;
}
