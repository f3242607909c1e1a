/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check rules: what is known about the sources, how old they are, how many stand on their own. */

#include <glib/gi18n-lib.h>

#include "risalah-check-private.h"

#define DAYS_OF_MONTH 30.44

static const char *const present_words[] = {
  "saat ini",        "kini",  "sekarang",  "dewasa ini", "hingga kini",
  "sampai sekarang", "masih", "currently", "now",        "at present",
  "presently",       "today", "remains",   "still",      NULL,
};

typedef gboolean (*Lacks) (const RisalahSourceFacts *source);

/* One finding for each source that lacks something, where the brief first uses it. */
static void
check_each_source (RisalahCheck *self, Lacks lacks, const char *message)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      const RisalahSourceFacts *source = risalah_check_find_source (self, use->source_uid);
      g_autofree char *name = NULL;

      if (source == NULL || !lacks (source) || !g_hash_table_add (seen, (gpointer)use->source_uid))
        continue;
      name = risalah_check_dup_name (source);
      risalah_check_set_fix (risalah_check_add (self, use->at, use->end,
                                                g_strdup_printf (message, name)),
                             RISALAH_FIX_EDIT_SOURCE, use->source_uid);
    }
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
lacks_date (const RisalahSourceFacts *source)
{
  return is_empty (source->published);
}

static gboolean
lacks_publisher (const RisalahSourceFacts *source)
{
  return is_empty (source->publisher);
}

static gboolean
lacks_grade (const RisalahSourceFacts *source)
{
  return source->grade == 0;
}

void
risalah_check_undated_sources (RisalahCheck *self)
{
  check_each_source (self, lacks_date, _ ("%s has no date of publication."));
}

void
risalah_check_unpublished_sources (RisalahCheck *self)
{
  check_each_source (self, lacks_publisher, _ ("%s has no publisher."));
}

void
risalah_check_ungraded_sources (RisalahCheck *self)
{
  check_each_source (self, lacks_grade, _ ("The reliability of %s is not yet graded."));
}

/* A source that the library does not hold: once for each. */
void
risalah_check_unknown_sources (RisalahCheck *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);

      if (risalah_check_find_source (self, use->source_uid) != NULL
          || !g_hash_table_add (seen, (gpointer)use->source_uid))
        continue;
      risalah_check_add (self, use->at, use->end,
                         g_strdup (_ ("The source cited here is not in the library.")));
    }
}

static const RisalahCheckSentence *
find_sentence (const RisalahCheck *self, const RisalahCheckUse *use)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const RisalahCheckSentence *sentence =
          &g_array_index (self->sentences, RisalahCheckSentence, i);

      if (sentence->block == use->at.block && sentence->start <= use->at.offset
          && use->at.offset < sentence->end)
        return sentence;
      if (sentence->block > use->at.block)
        break;
    }
  return NULL;
}

/* An old source behind a claim about the present: once for each source. */
void
risalah_check_old_sources (RisalahCheck *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gint oldest = self->facts->today - (gint)(self->facts->old_months * DAYS_OF_MONTH);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      const RisalahSourceFacts *source = risalah_check_find_source (self, use->source_uid);
      const RisalahCheckSentence *sentence;
      g_autofree char *name = NULL;

      if (source == NULL || source->published_day == 0 || source->published_day >= oldest
          || use->at.part != RISALAH_PART_BODY || use->quotation != NULL)
        continue;
      sentence = find_sentence (self, use);
      if (sentence == NULL || !risalah_check_has_word (sentence->words, present_words)
          || !g_hash_table_add (seen, (gpointer)use->source_uid))
        continue;
      name = risalah_check_dup_name (source);
      risalah_check_add_sentence (
          self, sentence,
          g_strdup_printf (ngettext ("A claim about the present rests on %s, which is more than %u "
                                     "month old.",
                                     "A claim about the present rests on %s, which is more than %u "
                                     "months old.",
                                     self->facts->old_months),
                           name, self->facts->old_months));
    }
}

static const char *
get_origin (const RisalahCheck *self, const char *source_uid)
{
  const RisalahSourceFacts *source = risalah_check_find_source (self, source_uid);

  return source != NULL && source->origin != NULL ? source->origin : source_uid;
}

/* Reports the section of @first where all its uses, at least two, have one origin. */
static void
report_origin (RisalahCheck *self, guint first, guint last, gboolean single)
{
  const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, first);
  RisalahPosition start = use->at;
  guint end = use->end, n_citing = 0;

  for (guint i = first; i < last; i++)
    n_citing += g_array_index (self->uses, RisalahCheckUse, i).citation != NULL;
  if (!single || n_citing < 2)
    return;
  if (use->heading >= 0)
    {
      start = (RisalahPosition){ (guint)use->heading, RISALAH_PART_BODY, 0 };
      end = risalah_rich_text_get_length (risalah_document_get_part (self->document, &start));
    }
  risalah_check_add (self, start, end,
                     g_strdup (_ ("Everything in this section rests on one origin; reprints of it "
                                  "count once.")));
}

/* A section that leans on one origin only. */
void
risalah_check_single_origins (RisalahCheck *self)
{
  for (guint first = 0; first < self->uses->len;)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, first);
      const char *origin = get_origin (self, use->source_uid);
      gboolean single = TRUE;
      guint last = first;

      for (; last < self->uses->len
             && g_array_index (self->uses, RisalahCheckUse, last).heading == use->heading;
           last++)
        single &=
            g_strcmp0 (origin,
                       get_origin (self,
                                   g_array_index (self->uses, RisalahCheckUse, last).source_uid))
            == 0;
      report_origin (self, first, last, single);
      first = last;
    }
}

/* Evidence of an event that nobody has reviewed: once for each event. */
void
risalah_check_suggested_evidence (RisalahCheck *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const RisalahCheckUse *use = &g_array_index (self->uses, RisalahCheckUse, i);
      char **event = use->citation != NULL
                         ? g_hash_table_lookup (self->facts->suggested, use->citation->id)
                         : NULL;

      if (event == NULL || !g_hash_table_add (seen, event[0]))
        continue;
      risalah_check_set_fix (
          risalah_check_add (self, use->at, use->end,
                             g_strdup_printf (_ ("The event “%s” is only suggested; nobody has "
                                                 "reviewed it."),
                                              event[1])),
          RISALAH_FIX_REVIEW_EVENT, event[0]);
    }
}
