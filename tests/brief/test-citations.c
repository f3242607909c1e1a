/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations against tables of expected strings (tests/data/citations), written from the rules of
 * the style manuals; and what a table cannot say. */

#include <string.h>

#include "risalah-citation.h"
#include "risalah-table.h"

#define LEAST_CASES 120

typedef struct
{
  const char *file;
  const char *style;
  const char *language;
} Suite;

static const Suite suites[] = {
  { "apa-id.tsv", "author-date", "id" },
  { "apa-en.tsv", "author-date", "en" },
  { "chicago-id.tsv", "notes", "id" },
  { "chicago-en.tsv", "notes", "en" },
};

static RisalahTable *
open_table (const char *file)
{
  RisalahTable *table = risalah_table_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "citations", file, NULL);
  g_autoptr (GError) error = NULL;

  risalah_table_add_file (table, path, &error);
  g_assert_no_error (error);
  return table;
}

static RisalahTerms *
open_terms (const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "document", NULL);
  g_autoptr (GError) error = NULL;
  RisalahTerms *terms = risalah_terms_open (folder, language, &error);

  g_assert_no_error (error);
  return terms;
}

static char *
column (const RisalahTable *table, guint row, guint index)
{
  const char *text = risalah_table_get (table, row, index);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
read_authors (RisalahReference *reference, const char *text)
{
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", " & ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ", ", 2);

      if (parts[0] != NULL && *parts[0] != '\0')
        risalah_reference_add_author (reference, parts[0], parts[1]);
    }
}

static RisalahReference *
read_reference (const RisalahTable *table, guint row)
{
  RisalahReference *reference = risalah_reference_new (risalah_table_get (table, row, 0));

  reference->type = risalah_reference_type_from_string (risalah_table_get (table, row, 1));
  read_authors (reference, risalah_table_get (table, row, 2));
  reference->title = column (table, row, 3);
  reference->description = column (table, row, 4);
  reference->translated_title = column (table, row, 5);
  reference->publisher = column (table, row, 6);
  reference->place = column (table, row, 7);
  reference->published = column (table, row, 8);
  reference->inferred = g_strcmp0 (risalah_table_get (table, row, 9), "yes") == 0;
  reference->url = column (table, row, 10);
  reference->accessed = column (table, row, 11);
  reference->number = column (table, row, 12);
  reference->original = column (table, row, 13);
  return reference;
}

static RisalahReference *
find_reference (const RisalahTable *table, const char *name)
{
  for (guint row = 0; row < risalah_table_get_n_rows (table); row++)
    if (g_strcmp0 (risalah_table_get (table, row, 0), name) == 0)
      return read_reference (table, row);
  g_error ("no reference %s", name);
}

/* "para=4", "locator=hlm. 4", "second=Kementerian Contoh, 2019", "prefix=lihat", "suppress" */
static void
read_detail (RisalahCiting *citing, const char *detail)
{
  if (detail == NULL || *detail == '\0')
    return;
  if (g_str_has_prefix (detail, "para="))
    citing->paragraph = atoi (detail + 5);
  else if (g_str_has_prefix (detail, "locator="))
    citing->locator = detail + 8;
  else if (g_str_has_prefix (detail, "second="))
    citing->second_hand = detail + 7;
  else if (g_str_has_prefix (detail, "prefix="))
    citing->prefix = detail + 7;
  else if (g_str_has_prefix (detail, "suffix="))
    citing->suffix = detail + 7;
  else if (strcmp (detail, "suppress") == 0)
    citing->suppress_author = TRUE;
  else
    g_error ("unknown detail %s", detail);
}

static char *
entry_of (RisalahCitations *citations, const char *uid)
{
  for (guint i = 0; i < risalah_citations_get_n_entries (citations); i++)
    if (g_strcmp0 (risalah_citations_get_entry_uid (citations, i), uid) == 0)
      {
        g_autoptr (RisalahRuns) runs = risalah_citations_get_entry (citations, i);

        return risalah_runs_to_marked (runs);
      }
  return NULL;
}

/* @works: the library; the first of them is cited, of "both" the first two. */
static char *
format_case (const Suite *suite,
             RisalahTerms *terms,
             const RisalahTable *references,
             const char *form,
             const char *works,
             const char *detail)
{
  g_auto (GStrv) names = g_strsplit (works, " ", -1);
  g_autoptr (GPtrArray) library =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_reference_free);
  g_autoptr (RisalahCitations) citations = NULL;
  g_autoptr (RisalahRuns) runs = NULL;
  RisalahCiting citings[2] = { { .source_uid = names[0] }, { .source_uid = names[1] } };

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (library, find_reference (references, names[i]));
  citations = risalah_citations_new (risalah_citation_style_find (suite->style), terms, library);
  read_detail (&citings[0], detail);
  if (strcmp (form, "again") == 0)
    risalah_runs_free (risalah_citations_cite (citations, citings, 1));
  runs = risalah_citations_cite (citations, citings, strcmp (form, "both") == 0 ? 2 : 1);
  return strcmp (form, "entry") == 0 ? entry_of (citations, names[0])
                                     : risalah_runs_to_marked (runs);
}

static void
test_table (gconstpointer data)
{
  const Suite *suite = data;
  g_autoptr (RisalahTable) references = open_table ("references.tsv");
  g_autoptr (RisalahTable) cases = open_table (suite->file);
  g_autoptr (RisalahTerms) terms = open_terms (suite->language);

  g_assert_cmpuint (risalah_table_get_n_rows (cases), >, LEAST_CASES / G_N_ELEMENTS (suites));
  for (guint row = 0; row < risalah_table_get_n_rows (cases); row++)
    {
      const char *expected = risalah_table_get (cases, row, 3);
      g_autofree char *found =
          format_case (suite, terms, references, risalah_table_get (cases, row, 0),
                       risalah_table_get (cases, row, 1), risalah_table_get (cases, row, 2));

      if (g_strcmp0 (found, expected) != 0)
        {
          g_test_message ("%s row %u\n  expected %s\n  found    %s", suite->file, row + 1, expected,
                          found);
          g_test_fail ();
        }
    }
}

/* The bibliography stands in the order of the language, and holds what was cited alone. */
static void
test_bibliography (void)
{
  static const char *const names[] = { "question", "no-title", "news-one", "law", "literal" };
  static const char *const order[] = { "news-one", "literal", "question", "law" };
  g_autoptr (RisalahTable) references = open_table ("references.tsv");
  g_autoptr (RisalahTerms) terms = open_terms ("id");
  g_autoptr (GPtrArray) library =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_reference_free);
  g_autoptr (RisalahCitations) citations = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (library, find_reference (references, names[i]));
  citations = risalah_citations_new (risalah_citation_style_find ("notes"), terms, library);
  g_assert_cmpuint (risalah_citations_get_n_entries (citations), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const RisalahCiting citing = { .source_uid = order[G_N_ELEMENTS (order) - 1 - i] };

      risalah_runs_free (risalah_citations_cite (citations, &citing, 1));
    }
  g_assert_cmpuint (risalah_citations_get_n_entries (citations), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (risalah_citations_get_entry_uid (citations, i), ==, order[i]);
}

/* Addresses lead to themselves, everything else to the entry. */
static void
test_links (void)
{
  g_autoptr (RisalahTable) references = open_table ("references.tsv");
  g_autoptr (RisalahTerms) terms = open_terms ("en");
  g_autoptr (GPtrArray) library =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_reference_free);
  g_autoptr (RisalahCitations) citations = NULL;
  g_autoptr (RisalahRuns) note = NULL;
  const RisalahCiting citing = { .source_uid = "news-one" };
  gboolean address = FALSE;

  g_ptr_array_add (library, find_reference (references, "news-one"));
  citations = risalah_citations_new (risalah_citation_style_find ("notes"), terms, library);
  note = risalah_citations_cite (citations, &citing, 1);
  for (guint i = 0; i < risalah_runs_get_n (note); i++)
    {
      const RisalahRun *run = risalah_runs_get (note, i);

      if (strcmp (run->text, "https://warta.example/latihan") == 0)
        {
          g_assert_cmpstr (run->uri, ==, run->text);
          address = TRUE;
        }
      else
        g_assert_cmpstr (run->uri, ==, "#work-news-one");
    }
  g_assert_true (address);
}

/* A source that is gone is said to be gone, in its place. */
static void
test_missing (void)
{
  g_autoptr (RisalahTerms) terms = open_terms ("id");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (RisalahCitations) citations =
      risalah_citations_new (risalah_citation_style_find ("notes"), terms, none);
  const RisalahCiting citing = { .source_uid = "nowhere" };
  g_autoptr (RisalahRuns) note = risalah_citations_cite (citations, &citing, 1);
  g_autofree char *plain = risalah_runs_to_plain (note);

  g_assert_cmpstr (plain, ==, "[sumber ini tidak ada lagi dalam pustaka].");
  g_assert_cmpuint (risalah_citations_get_n_entries (citations), ==, 0);
}

static void
test_keys (void)
{
  g_autoptr (RisalahTable) references = open_table ("references.tsv");
  g_autoptr (RisalahReference) news = find_reference (references, "news-one");
  g_autoptr (RisalahReference) bare = find_reference (references, "publisher-only");
  g_autofree char *first = risalah_reference_make_key (news);
  g_autofree char *second = risalah_reference_make_key (bare);

  g_assert_cmpstr (first, ==, "contoh2025latihan");
  g_assert_cmpstr (second, ==, "lamandua");
}

static void
test_bylines (void)
{
  static const struct
  {
    const char *byline;
    const char *families[4];
    const char *givens[4];
  } cases[] = {
    { "Rina Ayu Contoh", { "Contoh" }, { "Rina Ayu" } },
    { "Suharta", { "Suharta" }, { NULL } },
    { "Rina Contoh dan Budi Misal", { "Contoh", "Misal" }, { "Rina", "Budi" } },
    { "Rina Contoh, Budi Misal & Suharta",
      { "Contoh", "Misal", "Suharta" },
      { "Rina", "Budi", NULL } },
    { "Kementerian Pertahanan Contoh", { "Kementerian Pertahanan Contoh" }, { NULL } },
    { "Redaksi Warta Contoh", { "Redaksi Warta Contoh" }, { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahReference) reference = risalah_reference_new ("uid");
      guint n = 0;

      risalah_reference_add_byline (reference, cases[i].byline);
      while (n < 4 && cases[i].families[n] != NULL)
        n++;
      g_assert_cmpuint (reference->authors->len, ==, n);
      for (guint k = 0; k < n; k++)
        {
          const RisalahAuthor *author = g_ptr_array_index (reference->authors, k);

          g_assert_cmpstr (author->family, ==, cases[i].families[k]);
          g_assert_cmpstr (author->given, ==, cases[i].givens[k]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (suites); i++)
    {
      g_autofree char *path = g_strdup_printf ("/citations/table/%s", suites[i].file);

      g_test_add_data_func (path, &suites[i], test_table);
    }
  g_test_add_func ("/citations/bibliography", test_bibliography);
  g_test_add_func ("/citations/links", test_links);
  g_test_add_func ("/citations/missing", test_missing);
  g_test_add_func ("/citations/keys", test_keys);
  g_test_add_func ("/citations/bylines", test_bylines);
  return g_test_run ();
}
