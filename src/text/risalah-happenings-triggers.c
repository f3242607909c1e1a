/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words name a happening, and how the words around them turn it. */

#include <string.h>

#include "risalah-happenings-private.h"

/* "menawarkan tiga pesawat": goods stand within so many words of the word that moves them. */
#define GOODS_REACH 6

static gboolean
is_in_sentence (const RisalahTelling *self, guint token, guint sentence)
{
  return token < self->tokens->tokens->len
         && risalah_tokens_get (self->tokens, token)->sentence == sentence;
}

/* "pertemuan ini", "the agreement", "Dalam pertemuan tersebut": told of before. */
static gboolean
is_anaphoric (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint after = trigger->first + trigger->n_tokens;

  if (trigger->strength == 's')
    return FALSE;
  for (guint i = after; i < after + 4 && is_in_sentence (self, i, trigger->sentence); i++)
    {
      if (risalah_tokens_get (self->tokens, i)->breaks)
        break;
      if (risalah_telling_has_cue (self, i, "this"))
        return TRUE;
    }
  if (trigger->first == 0 || risalah_tokens_get (self->tokens, trigger->first)->breaks)
    return FALSE;
  return risalah_telling_has_cue (self, trigger->first - 1, "this")
         || risalah_telling_has_cue (self, trigger->first - 1, "own")
         || (risalah_tokens_is (self->tokens, trigger->first - 1, "the")
             && strcmp (trigger->kind, "conference-exhibition") != 0);
}

/* A cue of @klass among the @reach words before the trigger, with no mark between. */
static gboolean
is_after (const RisalahTelling *self, const RisalahTrigger *trigger, const char *klass, guint reach)
{
  guint first = risalah_tokens_sentence (self->tokens, trigger->sentence)->first;

  for (guint i = trigger->first; i > first && i + reach > trigger->first; i--)
    {
      if (risalah_tokens_get (self->tokens, i)->breaks)
        return FALSE;
      if (risalah_telling_has_cue (self, i - 1, klass))
        return TRUE;
    }
  return FALSE;
}

/* "no talks", "belum ada kontrak", "no contract had been signed": what there is not is no
 * happening. */
static gboolean
is_absent (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  return is_after (self, trigger, "absence", trigger->strength == 's' ? 6 : 4);
}

/* "Jika pembelian disepakati, …": until the mark that ends the condition. */
static gboolean
is_conditional (const RisalahTelling *self, guint token, guint sentence)
{
  guint first = risalah_tokens_sentence (self->tokens, sentence)->first;

  for (guint i = token + 1; i > first && i + 14 > token; i--)
    {
      if (i <= token && risalah_tokens_get (self->tokens, i)->breaks)
        return FALSE;
      if (risalah_telling_has_cue (self, i - 1, "condition"))
        return TRUE;
    }
  return FALSE;
}

/* The first word of its sentence, and no name's beginning: "Pelatihan merupakan …" speaks of one
 * that is known, where one is. */
static gboolean
is_definite (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint after = trigger->first + trigger->n_tokens;

  return trigger->strength != 's'
         && trigger->first == risalah_tokens_sentence (self->tokens, trigger->sentence)->first
         && is_in_sentence (self, after, trigger->sentence)
         && (risalah_tokens_get (self->tokens, after)->flags
             & (RISALAH_WORD_CAPITALISED | RISALAH_WORD_HAS_DIGIT))
                == 0;
}

/* "sepakat membentuk kelompok kerja": what is agreed on is the happening, where a phrase names it;
 * more of it, "sepakat menambah patroli bersama", is only agreed. */
static gboolean
yields (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint after = trigger->first + trigger->n_tokens;
  guint reach = strcmp (trigger->kind, "agreement") == 0 ? 5 : 9;

  for (guint i = trigger->first + 1;
       i < after + reach && is_in_sentence (self, i, trigger->sentence); i++)
    {
      const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, i);

      if (risalah_telling_has_cue (self, i, "change"))
        return FALSE;
      if (match != NULL && strcmp (risalah_phrase_get (match->phrase, 1), trigger->kind) != 0
          && strcmp (risalah_phrase_get (match->phrase, 2), "goods") != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_trainees (const RisalahTelling *self, guint after, guint sentence)
{
  for (guint i = after; i < after + GOODS_REACH && is_in_sentence (self, i, sentence); i++)
    if (risalah_telling_has_cue (self, i, "trainees"))
      return TRUE;
  return FALSE;
}

static gboolean
has_goods (const RisalahTelling *self, guint after, guint sentence)
{
  for (guint i = after; i < after + GOODS_REACH && is_in_sentence (self, i, sentence); i++)
    {
      if (i > after && risalah_tokens_get (self->tokens, i)->breaks)
        return FALSE;
      if (risalah_telling_has_cue (self, i, "service"))
        return FALSE;
      if (risalah_telling_has_cue (self, i, "goods"))
        return TRUE;
    }
  return FALSE;
}

/* A word of an organisation's name tells nothing: "Defense Acquisition Program Administration". */
static gboolean
is_in_name (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint end = trigger->first + trigger->n_tokens;

  for (guint i = self->name_of[trigger->sentence]; i < self->name_of[trigger->sentence + 1]; i++)
    {
      const RisalahName *name = &g_array_index (self->names, RisalahName, i);

      if (name->kind == RISALAH_NAME_ORGANISATION && name->first <= trigger->first
          && end <= name->first + name->n_tokens && trigger->n_tokens < name->n_tokens)
        return strcmp (trigger->kind, "meeting") != 0;
    }
  return FALSE;
}

static char
strength_of (const char *word)
{
  if (strcmp (word, "soft") == 0)
    return 't';
  return strcmp (word, "noun") == 0 || strcmp (word, "talk") == 0 ? 'n' : 's';
}

static gboolean
has_office (const RisalahTelling *self, guint after, guint sentence)
{
  for (guint i = after; i < after + 3 && is_in_sentence (self, i, sentence); i++)
    if (risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_OFFICE, i) != NULL)
      return TRUE;
  return FALSE;
}

/* "training agreement": in English the topic stands before what it is the topic of. */
static gboolean
is_modifier (const RisalahTelling *self, const RisalahTrigger *trigger)
{
  guint after = trigger->first + trigger->n_tokens;
  const RisalahMatch *next;

  if (trigger->strength == 's' || !is_in_sentence (self, after, trigger->sentence)
      || risalah_tokens_get (self->tokens, after)->breaks)
    return FALSE;
  next = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, after);
  return next != NULL && strcmp (risalah_phrase_get (next->phrase, 1), "agreement") == 0
         && strcmp (risalah_phrase_get (next->phrase, 2), "noun") == 0
         && strcmp (trigger->kind, "agreement") != 0;
}

/* Is what the phrase needs beside it there? */
static gboolean
is_complete (const RisalahTelling *self, const RisalahTrigger *trigger, const char *strength)
{
  guint after = trigger->first + trigger->n_tokens;

  if (strcmp (strength, "goods") == 0 || strcmp (strength, "receipt") == 0)
    return has_goods (self, after, trigger->sentence);
  if (strcmp (strength, "given") == 0)
    return is_after (self, trigger, "goods", GOODS_REACH);
  if (strcmp (strength, "trainees") == 0)
    return has_trainees (self, after, trigger->sentence);
  if (strcmp (strength, "accord") == 0)
    return !yields (self, trigger);
  return strcmp (strength, "none") != 0;
}

/* Does the phrase name a happening here? Fills @trigger if so. */
static gboolean
read_trigger (const RisalahTelling *self, const RisalahMatch *match, RisalahTrigger *trigger)
{
  const char *strength = risalah_phrase_get (match->phrase, 2);
  guint at = match->first;

  *trigger = (RisalahTrigger){
    .first = at,
    .n_tokens = match->n_tokens,
    .sentence = risalah_tokens_get (self->tokens, at)->sentence,
    .kind = g_intern_string (risalah_phrase_get (match->phrase, 1)),
    .strength = strength_of (strength),
    .is_talk = strcmp (strength, "talk") == 0,
  };
  if (strcmp (strength, "receipt") == 0
      && has_office (self, at + match->n_tokens, trigger->sentence))
    trigger->kind = g_intern_string ("meeting");
  else if (!is_complete (self, trigger, strength))
    return FALSE;
  if (is_absent (self, trigger) || is_in_name (self, trigger) || is_modifier (self, trigger)
      || (trigger->strength == 'n' && is_after (self, trigger, "basis", 4)))
    return FALSE;
  trigger->is_anaphoric = is_anaphoric (self, trigger);
  trigger->is_definite = is_definite (self, trigger);
  trigger->is_phase = is_after (self, trigger, "phase", 3);
  trigger->is_conditional = is_conditional (self, at, trigger->sentence);
  trigger->is_further = trigger->strength == 's' && at > 0
                        && !risalah_tokens_get (self->tokens, at)->breaks
                        && risalah_telling_has_cue (self, at - 1, "further");
  return TRUE;
}

/* "sepakat [membentuk komite bersama]": a phrase that an accord ends with the beginning of. */
static const RisalahMatch *
longer_within (const RisalahTelling *self, const RisalahMatch *match)
{
  guint end = match->first + match->n_tokens;

  if (strcmp (risalah_phrase_get (match->phrase, 2), "accord") != 0)
    return NULL;
  for (guint i = match->first + 1; i < end; i++)
    {
      const RisalahMatch *within = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, i);

      if (within != NULL && within->first + within->n_tokens > end
          && strcmp (risalah_phrase_get (within->phrase, 1), "agreement") != 0)
        return within;
    }
  return NULL;
}

/**
 * risalah_telling_triggers:
 * @self: the article
 *
 * Returns: (transfer full) (element-type RisalahTrigger): the words that name a happening, in the
 *   order of the text
 */
GArray *
risalah_telling_triggers (const RisalahTelling *self)
{
  GArray *triggers = g_array_new (FALSE, FALSE, sizeof (RisalahTrigger));
  guint n_tokens = self->tokens->tokens->len;

  for (guint i = 0; i < n_tokens; i++)
    {
      const RisalahMatch *match = risalah_tokens_match_at (self->tokens, RISALAH_PHRASE_EVENT, i);
      const RisalahMatch *within;
      RisalahTrigger trigger;

      if (match == NULL)
        continue;
      if ((within = longer_within (self, match)) != NULL)
        match = within;
      if (read_trigger (self, match, &trigger))
        g_array_append_val (triggers, trigger);
      i = match->first + match->n_tokens - 1;
    }
  return triggers;
}

static gboolean
governs (const char *kind)
{
  return strcmp (kind, "agreement") == 0 || strcmp (kind, "meeting") == 0
         || strcmp (kind, "working-group") == 0;
}

/**
 * risalah_telling_governor:
 * @triggers: (element-type RisalahTrigger): what risalah_telling_triggers() gave
 * @at: index of one of them
 *
 * Returns: (transfer none) (nullable): the agreement, talk or group before it in the sentence that
 *   it is about
 */
const RisalahTrigger *
risalah_telling_governor (const GArray *triggers, guint at)
{
  const RisalahTrigger *trigger = &g_array_index (triggers, RisalahTrigger, at);

  for (guint i = at; i > 0; i--)
    {
      const RisalahTrigger *before = &g_array_index (triggers, RisalahTrigger, i - 1);

      if (before->sentence != trigger->sentence)
        break;
      if (before->kind != trigger->kind && governs (before->kind))
        return before;
    }
  return NULL;
}

/**
 * risalah_telling_is_subject:
 * @self: the article
 * @trigger: what names a happening
 * @about: (nullable): its governor
 *
 * Returns: whether @trigger is what @about is on: "kelompok kerja mengenai pelatihan"
 */
gboolean
risalah_telling_is_subject (const RisalahTelling *self,
                            const RisalahTrigger *trigger,
                            const RisalahTrigger *about)
{
  return about != NULL
         && (is_after (self, trigger, "about", 4)
             || (strcmp (about->kind, "agreement") == 0
                 && about->first + about->n_tokens == trigger->first)
             || (strcmp (about->kind, "agreement") == 0 && is_after (self, trigger, "change", 4)));
}
