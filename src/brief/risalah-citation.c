/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citing through one brief: in full the first time, briefly after that, and the bibliography of
 * what was cited. */

#include "risalah-citation.h"

#include <string.h>

#include "risalah-works-private.h"

static const RisalahCitationPatterns *
patterns_of (const RisalahCitationStyle *style, RisalahReferenceType type)
{
  const RisalahCitationPatterns *patterns = &style->patterns[type];

  return patterns->entry != NULL ? patterns : &style->patterns[RISALAH_REFERENCE_NEWS];
}

static RisalahRuns *
format_entry (RisalahCitations *self, const RisalahWork *work)
{
  const RisalahCitationPatterns *patterns = patterns_of (self->style, work->type);
  RisalahRuns *runs = risalah_runs_new ();
  char *parts[RISALAH_PART_N] = { NULL };
  gboolean leads = risalah_reference_title_leads (work->reference) && patterns->no_author != NULL;

  risalah_work_fill_parts (self, work, TRUE, parts);
  risalah_citation_fill (runs, leads ? patterns->no_author : patterns->entry, parts);
  risalah_citation_clear_parts (parts);
  return runs;
}

/**
 * risalah_citations_new:
 * @style: how works are cited
 * @terms: the words of the brief's language
 * @references: (element-type RisalahReference): every work that may be cited; they must not change
 *
 * Returns: (transfer full): citations of a brief from its beginning
 */
RisalahCitations *
risalah_citations_new (const RisalahCitationStyle *style,
                       RisalahTerms *terms,
                       GPtrArray *references)
{
  RisalahCitations *self;

  g_return_val_if_fail (style != NULL && terms != NULL && references != NULL, NULL);

  self = g_new0 (RisalahCitations, 1);
  self->style = style;
  self->terms = risalah_terms_ref (terms);
  self->references = g_ptr_array_ref (references);
  risalah_works_gather (self);
  return self;
}

/**
 * risalah_citations_free:
 * @self: (transfer full): citations
 */
void
risalah_citations_free (RisalahCitations *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_uid);
  g_ptr_array_unref (self->works);
  g_ptr_array_unref (self->references);
  risalah_terms_unref (self->terms);
  g_free (self);
}

static char *
format_locator (RisalahCitations *self, const RisalahCiting *citing)
{
  g_autofree char *number = g_strdup_printf ("%u", citing->paragraph);

  if (citing->locator != NULL && *citing->locator != '\0')
    return g_strdup (citing->locator);
  return citing->paragraph > 0
             ? risalah_citation_word (self->terms, "citation.paragraph", number, NULL)
             : NULL;
}

/* Gives what was written of one work, addresses aside, a link to its entry. */
static void
append_linked (RisalahRuns *runs, const RisalahRuns *work, const char *uid)
{
  g_autofree char *target = g_strconcat ("#work-", uid, NULL);

  for (guint i = 0; i < risalah_runs_get_n (work); i++)
    {
      const RisalahRun *run = risalah_runs_get (work, i);

      risalah_runs_append (runs, run->text, run->italic, run->uri != NULL ? run->uri : target);
    }
}

static void
cite_one (RisalahCitations *self, const RisalahCiting *citing, gboolean last, RisalahRuns *runs)
{
  RisalahWork *work = g_hash_table_lookup (self->by_uid, citing->source_uid);
  const RisalahCitationPatterns *patterns;
  g_autoptr (RisalahRuns) written = risalah_runs_new ();
  char *parts[RISALAH_PART_N] = { NULL };
  static const RisalahCitationPart names[] = { RISALAH_PART_NAME, RISALAH_PART_TITLE,
                                               RISALAH_PART_SHORT, RISALAH_PART_DESCRIPTION };
  g_autofree char *pattern = NULL;
  gboolean again, has_suffix;

  if (citing->prefix != NULL && *citing->prefix != '\0')
    {
      gboolean begins = self->style->has_notes && risalah_runs_get_n (runs) == 0;
      g_autofree char *prefix = begins ? risalah_citation_capitalise (g_strdup (citing->prefix))
                                       : g_strdup (citing->prefix);

      risalah_runs_append (runs, prefix, FALSE, NULL);
      risalah_runs_append (runs, " ", FALSE, NULL);
    }
  if (citing->second_hand != NULL)
    {
      g_autofree char *words = risalah_citation_word (self->terms, self->style->second_hand_key,
                                                      citing->second_hand, NULL);

      risalah_runs_append (runs, words, FALSE, NULL);
      risalah_runs_append (runs, " ", FALSE, NULL);
    }
  if (work == NULL)
    {
      risalah_runs_append (runs, risalah_terms_get (self->terms, "citation.missing"), FALSE, NULL);
      return;
    }
  patterns = patterns_of (self->style, work->type);
  again = work->cited || patterns->note == NULL;
  work->cited = TRUE;
  risalah_work_fill_parts (self, work, FALSE, parts);
  parts[RISALAH_PART_LOCATOR] = format_locator (self, citing);
  parts[RISALAH_PART_NAME] = risalah_work_name (self, work, !again);
  if (citing->suppress_author)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      g_clear_pointer (&parts[names[i]], g_free);
  has_suffix = citing->suffix != NULL && *citing->suffix != '\0';
  pattern = g_strconcat (again ? patterns->again : patterns->note,
                         self->style->has_notes && last && !has_suffix ? "." : NULL, NULL);
  risalah_citation_fill (written, pattern, parts);
  append_linked (runs, written, citing->source_uid);
  risalah_citation_clear_parts (parts);
  if (has_suffix)
    {
      risalah_runs_append (runs, ", ", FALSE, NULL);
      risalah_runs_append (runs, citing->suffix, FALSE, NULL);
    }
}

static gboolean
ends_with_stop (RisalahRuns *runs)
{
  g_autofree char *plain = risalah_runs_to_plain (runs);

  return g_str_has_suffix (plain, ".") || g_str_has_suffix (plain, ".”")
         || g_str_has_suffix (plain, "?”") || g_str_has_suffix (plain, "!”");
}

static gboolean
is_same (const RisalahCiting *a, const RisalahCiting *b)
{
  return g_strcmp0 (a->source_uid, b->source_uid) == 0 && a->paragraph == b->paragraph
         && g_strcmp0 (a->locator, b->locator) == 0
         && g_strcmp0 (a->second_hand, b->second_hand) == 0 && g_strcmp0 (a->prefix, b->prefix) == 0
         && g_strcmp0 (a->suffix, b->suffix) == 0;
}

/* One place cited twice side by side is named once. */
static gboolean
is_repeated (const RisalahCiting *citings, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_same (&citings[i], &citings[index]))
      return TRUE;
  return FALSE;
}

/**
 * risalah_citations_cite:
 * @self: citations
 * @citings: (array length=n_citings): the works that are cited together, one after the other
 * @n_citings: how many, at least one
 *
 * Cites, and remembers it: a note names a work in full the first time and briefly after that.
 * "Ibid." is never used. Call it in the order of the text.
 *
 * Returns: (transfer full): the note's text with its full stop, or the words with their parentheses
 */
RisalahRuns *
risalah_citations_cite (RisalahCitations *self, const RisalahCiting *citings, guint n_citings)
{
  RisalahRuns *runs;

  g_return_val_if_fail (self != NULL && citings != NULL && n_citings > 0, NULL);

  runs = risalah_runs_new ();
  if (!self->style->has_notes)
    risalah_runs_append (runs, "(", FALSE, NULL);
  while (n_citings > 1 && is_repeated (citings, n_citings - 1))
    n_citings--;
  for (guint i = 0; i < n_citings; i++)
    {
      if (is_repeated (citings, i))
        continue;
      if (i > 0)
        risalah_runs_append (runs, self->style->separator, FALSE, NULL);
      cite_one (self, &citings[i], i + 1 == n_citings, runs);
    }
  if (!self->style->has_notes)
    risalah_runs_append (runs, ")", FALSE, NULL);
  else if (!ends_with_stop (runs))
    risalah_runs_append (runs, ".", FALSE, NULL);
  return runs;
}

/* The nth of the cited works. */
static const RisalahWork *
find_entry (const RisalahCitations *self, guint index)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      const RisalahWork *work = g_ptr_array_index (self->works, i);

      if (work->cited && index-- == 0)
        return work;
    }
  return NULL;
}

/**
 * risalah_citations_get_n_entries:
 * @self: citations
 *
 * Returns: how many works were cited so far
 */
guint
risalah_citations_get_n_entries (const RisalahCitations *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->works->len; i++)
    n += ((const RisalahWork *)g_ptr_array_index (self->works, i))->cited ? 1 : 0;
  return n;
}

/**
 * risalah_citations_get_entry_uid:
 * @self: citations
 * @index: which entry of the bibliography, from 0
 *
 * Returns: (transfer none): UUID of its source
 */
const char *
risalah_citations_get_entry_uid (const RisalahCitations *self, guint index)
{
  const RisalahWork *work;

  g_return_val_if_fail (self != NULL, NULL);

  work = find_entry (self, index);
  return work != NULL ? work->reference->uid : NULL;
}

/**
 * risalah_citations_get_entry:
 * @self: citations
 * @index: which entry of the bibliography, from 0
 *
 * Returns: (transfer full): the entry
 */
RisalahRuns *
risalah_citations_get_entry (const RisalahCitations *self, guint index)
{
  const RisalahWork *work;

  g_return_val_if_fail (self != NULL, NULL);

  work = find_entry (self, index);
  g_return_val_if_fail (work != NULL, NULL);
  return format_entry ((RisalahCitations *)self, work);
}
