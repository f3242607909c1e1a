/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citing through one brief: which works were named before, which letter a year carries, and the
 * bibliography in its order. */

#include "risalah-citation.h"

#include <string.h>
#include <unicode/ucol.h>

#include "risalah-citation-private.h"

typedef struct
{
  const RisalahReference *reference;
  char *sort_key;
  char letter[4]; /* "a" of 2025a, or "" */
  gboolean with_initials;
  gboolean cited;
} Work;

struct _RisalahCitations
{
  const RisalahCitationStyle *style;
  RisalahTerms *terms;
  GPtrArray *references;
  GPtrArray *works;   /* (element-type Work): in the order of the bibliography */
  GHashTable *by_uid; /* uid → Work */
};

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->sort_key);
  g_free (work);
}

/* An organisation that publishes its own releases and reports is their author. */
static gboolean
publisher_is_author (const RisalahReference *reference)
{
  return reference->authors->len == 0 && reference->publisher != NULL
         && (reference->type == RISALAH_REFERENCE_RELEASE
             || reference->type == RISALAH_REFERENCE_REPORT);
}

static gboolean
title_leads (const RisalahReference *reference)
{
  return reference->type == RISALAH_REFERENCE_LAW || reference->type == RISALAH_REFERENCE_TREATY
         || (reference->authors->len == 0 && !publisher_is_author (reference));
}

static char *
describe (RisalahTerms *terms, const RisalahReference *reference)
{
  if (reference->title != NULL)
    return NULL;
  return g_strdup_printf ("[%s]", reference->description != NULL
                                      ? reference->description
                                      : risalah_terms_get (terms, "citation.untitled"));
}

static char *
list_authors (RisalahCitations *self, const RisalahReference *reference)
{
  if (publisher_is_author (reference))
    return g_strdup (reference->publisher);
  return risalah_citation_list_authors (self->style, self->terms, reference);
}

static char *
name_work (RisalahCitations *self, const Work *work, gboolean full)
{
  const RisalahReference *reference = work->reference;

  if (publisher_is_author (reference))
    return g_strdup (reference->publisher);
  return risalah_citation_name_authors (self->style, self->terms, reference, full,
                                        work->with_initials);
}

static gboolean
publisher_repeats_author (const RisalahReference *reference)
{
  const RisalahAuthor *author;

  if (publisher_is_author (reference))
    return TRUE;
  if (reference->authors->len != 1 || reference->publisher == NULL)
    return FALSE;
  author = g_ptr_array_index (reference->authors, 0);
  return author->given == NULL && strcmp (author->family, reference->publisher) == 0;
}

static char *
format_accessed (RisalahCitations *self, const RisalahReference *reference)
{
  g_autofree char *day = NULL;

  if (reference->published != NULL || reference->accessed == NULL || reference->url == NULL)
    return NULL;
  day = risalah_citation_format_day (self->terms, reference->accessed, FALSE);
  return risalah_citation_word (self->terms, self->style->accessed_key, day, NULL);
}

/* Words that begin a sentence or stand between brackets have a capital. */
static char *
capitalise (char *words)
{
  g_autofree char *owned = words;
  g_autofree char *first = NULL;

  if (words == NULL)
    return NULL;
  first = g_utf8_strup (words, g_utf8_next_char (words) - words);
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

static char *
format_genre (RisalahCitations *self, const RisalahReference *reference)
{
  const char *word = NULL;
  g_autofree char *capital = NULL;

  if (reference->type == RISALAH_REFERENCE_RELEASE)
    word = risalah_terms_get (self->terms, "citation.press-release");
  else if (reference->type == RISALAH_REFERENCE_SPEECH)
    word = risalah_terms_get (self->terms, "citation.speech");
  if (word == NULL)
    return NULL;
  if (self->style->has_notes)
    return g_strdup (word);
  capital = capitalise (g_strdup (word));
  return g_strdup_printf ("[%s]", capital);
}

/* "Nomor 16 Tahun 2012" needs no year beside it. */
static gboolean
number_names_year (const RisalahReference *reference)
{
  g_autofree char *year = reference->published != NULL ? g_strndup (reference->published, 4) : NULL;

  return year != NULL && strlen (reference->published) == 4 && reference->number != NULL
         && strstr (reference->number, year) != NULL;
}

static void
fill_parts (RisalahCitations *self, const Work *work, gboolean entry, char **parts)
{
  const RisalahReference *reference = work->reference;
  const char *letter = *work->letter != '\0' ? work->letter : NULL;

  parts[RISALAH_PART_AUTHOR] = list_authors (self, reference);
  parts[RISALAH_PART_TITLE] = g_strdup (reference->title);
  parts[RISALAH_PART_SHORT] =
      reference->title != NULL ? risalah_citation_shorten (reference->title) : NULL;
  parts[RISALAH_PART_DESCRIPTION] = describe (self->terms, reference);
  if (reference->translated_title != NULL)
    parts[RISALAH_PART_TRANSLATED] = g_strdup_printf ("[%s]", reference->translated_title);
  parts[RISALAH_PART_GENRE] = format_genre (self, reference);
  if (!self->style->has_notes || !number_names_year (reference))
    parts[RISALAH_PART_DATE] =
        risalah_citation_format_date (self->style, self->terms, reference, letter);
  if (reference->published != NULL)
    parts[RISALAH_PART_DAY] =
        risalah_citation_format_day (self->terms, reference->published, FALSE);
  parts[RISALAH_PART_YEAR] = risalah_citation_format_year (self->terms, reference, letter);
  if (!publisher_repeats_author (reference))
    parts[RISALAH_PART_PUBLISHER] = g_strdup (reference->publisher);
  parts[RISALAH_PART_PLACE] = g_strdup (reference->place);
  parts[RISALAH_PART_NUMBER] = g_strdup (reference->number);
  parts[RISALAH_PART_PAGES] = g_strdup (reference->pages);
  if (reference->original != NULL)
    parts[RISALAH_PART_ORIGINAL] =
        risalah_citation_word (self->terms, "citation.reprinted-from", reference->original, NULL);
  parts[RISALAH_PART_ACCESSED] = format_accessed (self, reference);
  parts[RISALAH_PART_URL] = g_strdup (reference->url);
  if (reference->url == NULL)
    parts[RISALAH_PART_COPY] =
        g_strdup (risalah_terms_get (self->terms, "citation.copy-with-author"));
  if (!entry)
    return;
  parts[RISALAH_PART_ORIGINAL] = capitalise (parts[RISALAH_PART_ORIGINAL]);
  parts[RISALAH_PART_COPY] = capitalise (parts[RISALAH_PART_COPY]);
  parts[RISALAH_PART_ACCESSED] = capitalise (parts[RISALAH_PART_ACCESSED]);
  if (!self->style->has_notes)
    return;
  if (parts[RISALAH_PART_PUBLISHER] == NULL && parts[RISALAH_PART_GENRE] == NULL)
    parts[RISALAH_PART_DATE] = capitalise (parts[RISALAH_PART_DATE]);
  parts[RISALAH_PART_GENRE] = capitalise (parts[RISALAH_PART_GENRE]);
}

static void
clear_parts (char **parts)
{
  for (guint i = 0; i < RISALAH_PART_N; i++)
    g_free (parts[i]);
}

static const RisalahCitationPatterns *
patterns_of (const RisalahCitationStyle *style, RisalahReferenceType type)
{
  const RisalahCitationPatterns *patterns = &style->patterns[type];

  return patterns->entry != NULL ? patterns : &style->patterns[RISALAH_REFERENCE_NEWS];
}

static RisalahRuns *
format_entry (RisalahCitations *self, const Work *work)
{
  const RisalahCitationPatterns *patterns = patterns_of (self->style, work->reference->type);
  RisalahRuns *runs = risalah_runs_new ();
  char *parts[RISALAH_PART_N] = { NULL };
  gboolean leads = title_leads (work->reference) && patterns->no_author != NULL;

  fill_parts (self, work, TRUE, parts);
  risalah_citation_fill (runs, leads ? patterns->no_author : patterns->entry, parts);
  clear_parts (parts);
  return runs;
}

/* Works are put in order by what their entry begins with, in the language's own order. */
static void
sort_works (RisalahCitations *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (risalah_terms_get_language (self->terms), &status);

  if (U_FAILURE (status))
    return;
  ucol_setAttribute (collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
  for (guint i = 1; i < self->works->len; i++)
    for (guint k = i; k > 0; k--)
      {
        Work *a = g_ptr_array_index (self->works, k - 1);
        Work *b = g_ptr_array_index (self->works, k);
        UErrorCode compared = U_ZERO_ERROR;

        if (ucol_strcollUTF8 (collator, a->sort_key, -1, b->sort_key, -1, &compared)
            != UCOL_GREATER)
          break;
        self->works->pdata[k - 1] = b;
        self->works->pdata[k] = a;
      }
  ucol_close (collator);
}

static char *
make_sort_key (RisalahCitations *self, const RisalahReference *reference)
{
  g_autofree char *author = title_leads (reference) ? NULL : list_authors (self, reference);
  g_autofree char *year = risalah_citation_format_year (self->terms, reference, NULL);
  const char *title = reference->title != NULL         ? reference->title
                      : reference->description != NULL ? reference->description
                                                       : "";

  if (author == NULL)
    return g_strdup_printf ("%s %s", title, year);
  if (self->style->has_notes)
    return g_strdup_printf ("%s  %s", author, title);
  return g_strdup_printf ("%s  %s  %s", author,
                          reference->published != NULL ? reference->published : "0000", title);
}

/* Several works of one author and year get letters in the order of the bibliography. */
static void
give_letters (RisalahCitations *self)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->works->len; i++)
    {
      Work *work = g_ptr_array_index (self->works, i);
      g_autofree char *name = name_work (self, work, FALSE);
      g_autofree char *year = risalah_citation_format_year (self->terms, work->reference, NULL);
      char *key;
      GPtrArray *group;

      if (title_leads (work->reference))
        continue;
      key = g_strconcat (name, "\n", year, NULL);
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, key, group);
        }
      else
        g_free (key);
      g_ptr_array_add (group, work);
      if (group->len == 2)
        g_strlcpy (((Work *)g_ptr_array_index (group, 0))->letter, "a", sizeof work->letter);
      if (group->len >= 2 && group->len <= 26)
        {
          work->letter[0] = 'a' + group->len - 1;
          work->letter[1] = '\0';
        }
    }
}

static const RisalahAuthor *
first_author (const Work *work)
{
  return work->reference->authors->len > 0 ? g_ptr_array_index (work->reference->authors, 0) : NULL;
}

/* Two first authors of one family name are told apart by their initials. */
static void
give_initials (RisalahCitations *self)
{
  for (guint i = 0; i < self->works->len; i++)
    for (guint k = i + 1; k < self->works->len; k++)
      {
        Work *a = g_ptr_array_index (self->works, i);
        Work *b = g_ptr_array_index (self->works, k);
        const RisalahAuthor *first = first_author (a), *second = first_author (b);

        if (first == NULL || second == NULL || first->given == NULL || second->given == NULL
            || strcmp (first->family, second->family) != 0
            || strcmp (first->given, second->given) == 0)
          continue;
        a->with_initials = TRUE;
        b->with_initials = TRUE;
      }
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
  self->works = g_ptr_array_new_with_free_func (work_free);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < references->len; i++)
    {
      Work *work = g_new0 (Work, 1);

      work->reference = g_ptr_array_index (references, i);
      work->sort_key = make_sort_key (self, work->reference);
      g_ptr_array_add (self->works, work);
      g_hash_table_insert (self->by_uid, work->reference->uid, work);
    }
  sort_works (self);
  if (!style->has_notes)
    {
      give_initials (self);
      give_letters (self);
    }
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
  Work *work = g_hash_table_lookup (self->by_uid, citing->source_uid);
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
      g_autofree char *prefix =
          begins ? capitalise (g_strdup (citing->prefix)) : g_strdup (citing->prefix);

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
  patterns = patterns_of (self->style, work->reference->type);
  again = work->cited || patterns->note == NULL;
  work->cited = TRUE;
  fill_parts (self, work, FALSE, parts);
  parts[RISALAH_PART_LOCATOR] = format_locator (self, citing);
  parts[RISALAH_PART_NAME] = name_work (self, work, !again);
  if (citing->suppress_author)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      g_clear_pointer (&parts[names[i]], g_free);
  has_suffix = citing->suffix != NULL && *citing->suffix != '\0';
  pattern = g_strconcat (again ? patterns->again : patterns->note,
                         self->style->has_notes && last && !has_suffix ? "." : NULL, NULL);
  risalah_citation_fill (written, pattern, parts);
  append_linked (runs, written, citing->source_uid);
  clear_parts (parts);
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
static const Work *
find_entry (const RisalahCitations *self, guint index)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      const Work *work = g_ptr_array_index (self->works, i);

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
    n += ((const Work *)g_ptr_array_index (self->works, i))->cited ? 1 : 0;
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
  const Work *work;

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
  const Work *work;

  g_return_val_if_fail (self != NULL, NULL);

  work = find_entry (self, index);
  g_return_val_if_fail (work != NULL, NULL);
  return format_entry ((RisalahCitations *)self, work);
}
