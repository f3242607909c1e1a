/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief of 200 pages with 500 quotations: what a key, an undo, reading, writing, the check and
 * the comparison of two versions cost. Prints medians and fails above the project's limits. */

#include <string.h>

#include "../text/lexicon-fixture.h"
#include "risalah-check.h"
#include "risalah-document-comparison.h"
#include "risalah-document-difference.h"
#include "risalah-document-xhtml.h"
#include "risalah-history.h"
#include "risalah-outline.h"

#define N_PARAGRAPHS 1000
#define N_QUOTATIONS 500
#define N_ROUNDS     15
#define TODAY        2461236

static const char sentence[] =
    "Kedua negara sepakat memperkuat kerja sama pertahanan melalui pelatihan, pertukaran perwira, "
    "dan industri, sekalipun jadwal serta pembiayaannya masih dibahas oleh kelompok kerja. ";

static guint n_failed;

static void
add_quotation (RisalahBriefBlock **blocks, guint index)
{
  g_autofree char *uid = g_strdup_printf ("quotation-%u", index);
  g_autofree char *source = g_strdup_printf ("source-%u", index % 100);
  RisalahQuotation quotation = {
    .uid = uid,
    .source_uid = source,
    .text_uid = (char *)"text",
    .start = 10,
    .end = 60,
    .exact = (char *)"pelatihan, pertukaran perwira, dan industri",
    .prefix = (char *)"melalui ",
    .suffix = (char *)", sekalipun",
    .voice = RISALAH_VOICE_DIRECT,
  };
  g_autoptr (RisalahDocument) document = risalah_document_new ("id", blocks, 1);
  RisalahPosition at = { 0, RISALAH_PART_BODY, 84 };
  g_auto (RisalahEdit) edit = risalah_edit_insert_quotation (document, &at, &quotation);

  g_assert_cmpint (edit.outcome, ==, RISALAH_EDIT_DONE);
  risalah_brief_block_unref (blocks[0]);
  blocks[0] = risalah_brief_block_ref (risalah_document_get_block (edit.document, 0));
}

/* Five sentences a paragraph, five paragraphs a page, a heading every ten paragraphs. */
static RisalahDocument *
new_brief (void)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      RisalahBriefBlock *block;

      for (guint j = 0; j < 5; j++)
        g_string_append (text, sentence);
      if (i % 7 == 0)
        g_string_append_printf (text, "Nilainya %u miliar pada 2025.", i);
      if (i % 10 == 0)
        g_ptr_array_add (blocks, risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING,
                                                                1 + i % 3, "Bagian"));
      block = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, text->str);
      if (i % (N_PARAGRAPHS / N_QUOTATIONS) == 0)
        add_quotation (&block, i);
      g_ptr_array_add (blocks, block);
    }
  return risalah_document_new ("id", (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const double *)a < *(const double *)b ? -1 : *(const double *)a > *(const double *)b;
}

/* Prints the median and the 95th percentile of @times in milliseconds; @most is the limit of the
 * median. */
static void
report (const char *name, GArray *times, double most)
{
  double median, high;

  g_array_sort (times, compare_times);
  median = g_array_index (times, double, times->len / 2);
  high = g_array_index (times, double, times->len * 95 / 100);
  g_print ("%-28s median %8.3f ms   p95 %8.3f ms   limit %g ms%s\n", name, median, high, most,
           median > most ? "   TOO SLOW" : "");
  n_failed += median > most;
  g_array_set_size (times, 0);
}

static void
note (GArray *times, gint64 since)
{
  double time = (double)(g_get_monotonic_time () - since) / 1000.0;

  g_array_append_val (times, time);
}

static void
measure_typing (RisalahDocument *document, GArray *times)
{
  RisalahPosition at = { risalah_document_get_n_blocks (document) / 2, RISALAH_PART_BODY, 40 };
  g_autoptr (RisalahHistory) history = risalah_history_new (document, &at);

  for (guint i = 0; i < 400; i++)
    {
      RisalahDocumentDifference difference;
      RisalahTextDifference text;
      gint64 since = g_get_monotonic_time ();
      g_autoptr (RisalahDocument) before =
          risalah_document_ref (risalah_history_get_document (history));
      g_auto (RisalahEdit) edit =
          risalah_edit_insert_text (before, risalah_history_get_cursor (history),
                                    i % 6 == 0 ? " " : "k");

      risalah_document_find_difference (before, edit.document, &difference);
      risalah_rich_text_find_difference (
          risalah_brief_block_get_text (risalah_document_get_block (before, difference.first)),
          risalah_brief_block_get_text (
              risalah_document_get_block (edit.document, difference.first)),
          &text);
      risalah_history_push (history, &edit);
      note (times, since);
      g_assert_cmpuint (text.n_inserted, ==, 1);
    }
  report ("key and difference", times, 1);
  for (gint64 since = g_get_monotonic_time (); risalah_history_undo (history);
       since = g_get_monotonic_time ())
    note (times, since);
  report ("undo", times, 1);
}

static void
measure_storage (RisalahDocument *document, GArray *times)
{
  g_autofree char *xhtml = risalah_document_to_xhtml (document);

  g_print ("%-28s %u words, %zu bytes\n", "the brief", risalah_document_count_words (document),
           strlen (xhtml));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autofree char *written = risalah_document_to_xhtml (document);

      g_assert_nonnull (written);
      note (times, since);
    }
  report ("write XHTML", times, 100);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (RisalahDocument) read = risalah_document_from_xhtml (xhtml, -1, NULL);

      note (times, since);
      g_assert_true (risalah_document_equal (read, document));
    }
  report ("read XHTML", times, 100);
}

static RisalahCheckFacts *
new_facts (RisalahDocument *document)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  RisalahCheckFacts *facts = risalah_check_facts_new (TODAY);

  risalah_check_facts_set_lexicon (facts, lexicon);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *uid = g_strdup_printf ("source-%u", i);
      RisalahSourceFacts source = { .uid = uid,
                                    .title = "Sumber",
                                    .publisher = "Warta",
                                    .published = "2026",
                                    .published_day = TODAY - 100,
                                    .grade = 'B',
                                    .n_words = 800 };

      risalah_check_facts_add_source (facts, &source);
    }
  return facts;
}

static void
measure_check (RisalahDocument *document, GArray *times)
{
  g_autoptr (RisalahCheckFacts) facts = new_facts (document);
  guint n_findings = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (GPtrArray) findings = risalah_check_document (document, facts);

      note (times, since);
      n_findings = findings->len;
    }
  report ("check", times, 300);
  g_print ("%-28s %u\n", "findings", n_findings);
}

static void
measure_reading (RisalahDocument *document, GArray *times)
{
  RisalahPosition cursor = { 0, 0, 0 };
  g_auto (RisalahEdit) replaced =
      risalah_edit_replace_all (document, &cursor, "jadwal", "tenggat", FALSE, TRUE);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (GArray) found = risalah_document_find (document, "PEMBIAYAANNYA", FALSE, FALSE);

      note (times, since);
      g_assert_cmpuint (found->len, ==, 5 * N_PARAGRAPHS);
    }
  report ("find, 5,000 matches", times, 100);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (GArray) outline = risalah_document_get_outline (document);

      g_assert_nonnull (outline);
      note (times, since);
    }
  report ("outline", times, 10);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr (RisalahComparison) comparison =
          risalah_document_compare (document, replaced.document);

      note (times, since);
      g_assert_cmpuint (comparison->n_added, ==, 5 * N_PARAGRAPHS);
    }
  report ("compare, every paragraph", times, 1000);
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (RisalahDocument) document = new_brief ();

  measure_storage (document, times);
  measure_typing (document, times);
  measure_check (document, times);
  measure_reading (document, times);
  return n_failed > 0;
}
