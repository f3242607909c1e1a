/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check: each rule on a brief that it reports, and on one that it does not. */

#include <string.h>

#include "../text/lexicon-fixture.h"
#include "risalah-check.h"
#include "risalah-document-xhtml.h"
#include "risalah-table.h"

#define HEAD             "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\"><head>"
#define TODAY            2461236 /* 14 July 2026 */
#define CITE(id, source) "<cite id=\"" id "\" data-source=\"" source "\"/>"
#define PASSAGE(id)                                                                                \
  "<cite id=\"" id "\" data-source=\"s1\" data-text=\"t1\" data-start=\"0\" data-end=\"40\"/>"
#define QUOTE(extra, words)                                                                        \
  "<q data-quotation=\"q1\" data-source=\"s1\" data-text=\"t1\" data-start=\"0\" "                 \
  "data-end=\"9\" " extra ">" words "</q>"

static RisalahLexicon *lexicon;
static RisalahTemplates *templates;
static RisalahTerms *terms;

static RisalahDocument *
read_document (const char *meta, const char *body)
{
  g_autofree char *xhtml = g_strconcat (HEAD, meta, "</head><body>", body, "</body></html>", NULL);
  g_autoptr (GError) error = NULL;
  RisalahDocument *document = risalah_document_from_xhtml (xhtml, -1, &error);

  g_assert_no_error (error);
  return document;
}

/* Facts in which nothing is wrong with the sources s1 and s2, and s3 is a reprint of s1. */
static RisalahCheckFacts *
good_facts (void)
{
  RisalahCheckFacts *facts = risalah_check_facts_new (TODAY);
  RisalahSourceFacts source = { .uid = "s1",
                                .title = "Satu",
                                .publisher = "Warta Contoh",
                                .published = "2026-06-01",
                                .published_day = TODAY - 40,
                                .grade = 'B',
                                .origin = "o1",
                                .n_words = 1000 };

  risalah_check_facts_set_lexicon (facts, lexicon);
  risalah_check_facts_add_source (facts, &source);
  source.uid = "s3";
  risalah_check_facts_add_source (facts, &source);
  source.uid = "s2";
  source.origin = NULL;
  risalah_check_facts_add_source (facts, &source);
  return facts;
}

/* How many findings @rule has on @document; the subject of the last one, where asked for. */
static guint
count_in (RisalahDocument *document, RisalahCheckFacts *facts, const char *rule, char **subject)
{
  g_autoptr (GPtrArray) findings = risalah_check_document (document, facts);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const RisalahFinding *finding = findings->pdata[i];
      RisalahRichText *text = risalah_document_get_part (document, &finding->start);

      g_assert_nonnull (text);
      g_assert_cmpuint (finding->start.offset, <=, finding->end.offset);
      g_assert_cmpuint (finding->end.offset, <=, risalah_rich_text_get_length (text));
      g_assert_cmpuint (strlen (finding->message), >, 10);
      if (!g_str_equal (finding->rule, rule))
        continue;
      n++;
      if (subject != NULL)
        {
          g_free (*subject);
          *subject = g_strdup (finding->subject);
        }
    }
  return n;
}

static guint
count (const char *body, RisalahCheckFacts *facts, const char *rule)
{
  g_autoptr (RisalahDocument) document = read_document ("", body);

  return count_in (document, facts, rule, NULL);
}

static void
test_exact (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *body = "<p>Ia berkata " QUOTE ("", "kami siap") ".</p>";

  g_assert_cmpuint (count (body, facts, "quotation-not-exact"), ==, 0);
  risalah_check_facts_add_verdict (facts, "q1", RISALAH_VERDICT_EXACT);
  g_assert_cmpuint (count (body, facts, "quotation-not-exact"), ==, 0);
  risalah_check_facts_add_verdict (facts, "q1", RISALAH_VERDICT_MOVED);
  g_assert_cmpuint (count (body, facts, "quotation-not-exact"), ==, 1);
  risalah_check_facts_add_verdict (facts, "q1", RISALAH_VERDICT_MISSING);
  g_assert_cmpuint (count (body, facts, "quotation-not-exact"), ==, 1);
  risalah_check_facts_add_verdict (facts, "q1", RISALAH_VERDICT_UNREADABLE);
  g_assert_cmpuint (count (body, facts, "quotation-not-exact"), ==, 1);
}

static void
test_unsourced (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *rule = "unsourced-quotation";

  g_assert_cmpuint (count ("<p>Ia berkata, “kami siap bekerja sama lagi”.</p>", facts, rule), ==,
                    1);
  g_assert_cmpuint (count ("<p>Satu \"kata demi kata demi kata\" dua.</p>", facts, rule), ==, 1);
  g_assert_cmpuint (count ("<blockquote><p>Kata orang</p></blockquote>", facts, rule), ==, 1);
  g_assert_cmpuint (count ("<p>Apa yang disebut “poros maritim” itu.</p>", facts, rule), ==, 0);
  g_assert_cmpuint (count ("<p>Ia berkata, “kami siap bekerja sama lagi”." CITE ("c1",
                                                                                 "s1") " Lalu."
                                                                                       "</p>",
                           facts, rule),
                    ==, 0);
  g_assert_cmpuint (count ("<p>Ia berkata " QUOTE ("", "kami siap bekerja sama lagi") ".</p>",
                           facts, rule),
                    ==, 0);
}

/* The labelled sentences: precision at least 0.9, and recall no less. */
static void
test_labelled_sentences (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "brief", "check-sentences.tsv", NULL);
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  g_autoptr (GError) error = NULL;
  guint n_right = 0, n_found = 0, n_wanted = 0;

  risalah_table_add_file (table, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (risalah_table_get_n_rows (table), >=, 40);
  for (guint row = 0; row < risalah_table_get_n_rows (table); row++)
    {
      gboolean wanted = g_str_equal (risalah_table_get (table, row, 0), "yes");
      g_autofree char *body = g_markup_printf_escaped ("<p>Pembuka kalimat biasa. %s</p>",
                                                       risalah_table_get (table, row, 1));
      gboolean found = count (body, facts, "uncited-figure") > 0;

      if (found != wanted)
        g_test_message ("%s: %s", found ? "wrongly found" : "missed",
                        risalah_table_get (table, row, 1));
      n_wanted += wanted;
      n_found += found;
      n_right += found && wanted;
    }
  g_test_message ("precision %.2f, recall %.2f of %u sentences", (double)n_right / n_found,
                  (double)n_right / n_wanted, risalah_table_get_n_rows (table));
  g_assert_cmpuint (n_right * 10, >=, n_found * 9);
  g_assert_cmpuint (n_right * 10, >=, n_wanted * 9);
}

static void
test_uncited (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *rule = "uncited-figure";

  g_assert_cmpuint (count ("<p>Nilainya 5 miliar. Anggaran naik 7 persen.</p>", facts, rule), ==,
                    2);
  g_assert_cmpuint (count ("<p>Nilainya 5 miliar." CITE ("c1", "s1") " Semua setuju.</p>", facts,
                           rule),
                    ==, 0);
  g_assert_cmpuint (count ("<p>Nilainya 5 miliar" CITE ("c1", "s1") ". Kapalnya 7 buah.</p>", facts,
                           rule),
                    ==, 1);
  g_assert_cmpuint (count ("<p>Ia menyebut " QUOTE ("", "lima dari 24. Itu saja") " tadi.</p>",
                           facts, rule),
                    ==, 0);
  /* A summary repeats what the body has with its source; a recommendation sets dates. */
  g_assert_cmpuint (
      count ("<h2 data-section=\"executive-summary\">R</h2><p>Nilainya 5 miliar.</p>"
             "<p>Awaknya 80 orang.</p><h2 data-section=\"findings\">T</h2>"
             "<p>Nilainya 5 miliar." CITE (
                 "c1", "s1") "</p>"
                             "<h2 data-section=\"recommendations\">S</h2><p>Selesai pada 2027.</p>",
             facts, rule),
      ==, 1);
}

static void
test_passage (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *body = "<p>Nilainya 1.250 miliar pada 2025." PASSAGE ("c1") "</p>";

  g_assert_cmpuint (count (body, facts, "passage-lacks-figure"), ==, 0);
  risalah_check_facts_add_passage (facts, "c1", "worth 1,250 billion in 2025");
  g_assert_cmpuint (count (body, facts, "passage-lacks-figure"), ==, 0);
  risalah_check_facts_add_passage (facts, "c1", "worth 12,250 billion in 2025");
  g_assert_cmpuint (count (body, facts, "passage-lacks-figure"), ==, 1);
  risalah_check_facts_add_passage (facts, "c1", "worth 1,250 billion");
  g_assert_cmpuint (count (body, facts, "passage-lacks-figure"), ==, 1);
  risalah_check_facts_add_passage (facts, "c1", "signed on Tuesday, worth 1,250 billion");
  g_assert_cmpuint (count (body, facts, "passage-lacks-figure"), ==, 0);
}

static void
test_voice (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *rule = "voice";

  g_assert_cmpuint (count ("<p>Menteri mengatakan " QUOTE ("data-voice=\"reported\"",
                                                           "akan segera") ".</p>",
                           facts, rule),
                    ==, 1);
  g_assert_cmpuint (count ("<p>Menteri mengatakan " QUOTE ("data-voice=\"direct\"",
                                                           "akan segera") ".</p>",
                           facts, rule),
                    ==, 0);
  g_assert_cmpuint (count ("<p>Menurut Warta Contoh, " QUOTE ("data-voice=\"publisher\"",
                                                              "segera") ".</p>",
                           facts, rule),
                    ==, 0);
  g_assert_cmpuint (
      count ("<p>Menteri menegaskan:</p><blockquote><p><span class=\"quotation\" "
             "data-quotation=\"q1\" data-source=\"s1\" data-voice=\"opinion\">akan</span></p>"
             "</blockquote>",
             facts, rule),
      ==, 1);
}

static void
test_sources (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  RisalahSourceFacts bare = { .uid = "s9" };
  g_autofree char *subject = NULL;
  g_autoptr (RisalahDocument) document =
      read_document ("", "<p>Satu." CITE ("c1", "s9") " Dua." CITE ("c2", "s9")
                             CITE ("c3", "s1") "</p>");

  g_assert_cmpuint (count_in (document, facts, "unknown-source", NULL), ==, 1);
  g_assert_cmpuint (count_in (document, facts, "undated-source", NULL), ==, 0);
  risalah_check_facts_add_source (facts, &bare);
  g_assert_cmpuint (count_in (document, facts, "unknown-source", NULL), ==, 0);
  g_assert_cmpuint (count_in (document, facts, "undated-source", &subject), ==, 1);
  g_assert_cmpstr (subject, ==, "s9");
  g_assert_cmpuint (count_in (document, facts, "no-publisher", NULL), ==, 1);
  g_assert_cmpuint (count_in (document, facts, "ungraded-source", NULL), ==, 1);
}

static void
test_old (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  RisalahSourceFacts old = { .uid = "s9",
                             .title = "Lama",
                             .publisher = "W",
                             .published = "2020",
                             .published_day = TODAY - 2000,
                             .grade = 'B' };
  const char *rule = "old-source";

  risalah_check_facts_add_source (facts, &old);
  g_assert_cmpuint (count ("<p>Saat ini kapal itu masih dipakai." CITE ("c1", "s9") "</p>", facts,
                           rule),
                    ==, 1);
  g_assert_cmpuint (count ("<p>Dahulu kapal itu dipakai." CITE ("c1", "s9") "</p>", facts, rule),
                    ==, 0);
  g_assert_cmpuint (count ("<p>Saat ini kapal itu dipakai." CITE ("c1", "s1") "</p>", facts, rule),
                    ==, 0);
  risalah_check_facts_set_old_months (facts, 120);
  g_assert_cmpuint (count ("<p>Saat ini kapal itu dipakai." CITE ("c1", "s9") "</p>", facts, rule),
                    ==, 0);
}

static void
test_origin (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *rule = "one-origin";

  g_assert_cmpuint (
      count ("<h2>A</h2><p>Satu." CITE ("c1", "s1") " Dua." CITE (
                 "c2", "s3") "</p><h2>B</h2><p>Tiga." CITE ("c3",
                                                            "s1") " Empat." CITE ("c4",
                                                                                  "s2") "</p>",
             facts, rule),
      ==, 1);
  g_assert_cmpuint (count ("<h2>A</h2><p>Satu." CITE ("c1", "s1") "</p>", facts, rule), ==, 0);
}

static void
test_suggested (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *body = "<p>Satu." PASSAGE ("c1") " Dua." PASSAGE ("c2") "</p>";

  g_assert_cmpuint (count (body, facts, "suggested-evidence"), ==, 0);
  risalah_check_facts_add_suggested (facts, "c1", "e1", "Pertemuan");
  risalah_check_facts_add_suggested (facts, "c2", "e1", "Pertemuan");
  g_assert_cmpuint (count (body, facts, "suggested-evidence"), ==, 1);
}

static void
test_likelihood (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *rule = "likelihood-and-confidence";

  g_assert_cmpuint (count ("<p>Kami menilai, dengan tingkat keyakinan sedang, kemungkinan besar "
                           "kontrak tertunda.</p>",
                           facts, rule),
                    ==, 1);
  g_assert_cmpuint (count ("<p>We judge with high confidence that it is <span class=\"likelihood\" "
                           "data-likelihood=\"likely\">probable</span>.</p>",
                           facts, rule),
                    ==, 1);
  g_assert_cmpuint (
      count ("<p>Kemungkinan besar kontrak tertunda. Tingkat keyakinan kami sedang.</p>", facts,
             rule),
      ==, 0);
}

static void
test_long (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  RisalahSourceFacts brief = { .uid = "s1",
                               .title = "Pendek",
                               .publisher = "W",
                               .published = "2026",
                               .grade = 'A',
                               .n_words = 20 };
  const char *body = "<p>Ia " QUOTE ("", "satu dua tiga empat lima enam") " lalu " QUOTE (
      "", "satu dua tiga empat lima enam") ".</p>";

  g_assert_cmpuint (count (body, facts, "long-quotation"), ==, 0);
  risalah_check_facts_add_source (facts, &brief);
  g_assert_cmpuint (count (body, facts, "long-quotation"), ==, 1);
}

static void
test_translation (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();

  g_assert_cmpuint (count ("<p>" QUOTE ("data-translation=\"x\" data-look-again=\"true\"",
                                        "y") "</p>",
                           facts, "translation"),
                    ==, 1);
  g_assert_cmpuint (count ("<p>" QUOTE ("data-translation=\"x\"", "y") "</p>", facts,
                           "translation"),
                    ==, 0);
}

static void
test_parts (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const RisalahTemplate *template = risalah_templates_find (templates, "T5");
  g_autoptr (RisalahDocument) fresh = risalah_template_new_document (template, terms, NULL, NULL);
  g_autoptr (RisalahDocument) partial =
      read_document ("", "<table data-role=\"letter\"><tbody><tr><td>Yth.</td></tr></tbody></table>"
                         "<p class=\"subtitle\" data-role=\"form\">NOTA DINAS</p>"
                         "<h2 data-section=\"bottom-line\">P</h2><p>Ada isinya.</p>"
                         "<h2 data-section=\"recommendation\">R</h2><p>Ada.</p>");
  g_autofree char *subject = NULL;

  g_assert_cmpuint (count_in (fresh, facts, "required-part", NULL), ==, 0);
  risalah_check_facts_set_template (facts, templates, template, terms);
  g_assert_cmpuint (count_in (fresh, facts, "required-part", NULL), ==, 3);
  g_assert_cmpuint (count_in (partial, facts, "required-part", &subject), ==, 1);
  g_assert_cmpstr (subject, ==, "next-steps");
}

static void
test_budget (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  g_autoptr (GString) body = g_string_new ("<h2 data-section=\"bottom-line\">P</h2><p>");

  risalah_check_facts_set_template (facts, templates, risalah_templates_find (templates, "T5"),
                                    terms);
  for (guint i = 0; i < 105; i++)
    g_string_append (body, "kata ");
  {
    g_autofree char *short_body = g_strconcat (body->str, "</p>", NULL);

    g_assert_cmpuint (count (short_body, facts, "word-budget"), ==, 0);
  }
  g_string_append (body, "dan enam kata lagi di sini</p>");
  g_assert_cmpuint (count (body->str, facts, "word-budget"), ==, 1);
}

static void
test_references (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  const char *rule = "broken-reference";

  g_assert_cmpuint (count ("<p><a href=\"#x\">a</a> <a href=\"#y\">b</a></p><h2 id=\"y\">Y</h2>",
                           facts, rule),
                    ==, 1);
  g_assert_cmpuint (count ("<p><a href=\"https://x.id/#z\">a</a></p>", facts, rule), ==, 0);
}

static void
test_figures (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();

  g_assert_cmpuint (count ("<figure data-media=\"ab\"><figcaption>F</figcaption></figure>", facts,
                           "figure-text"),
                    ==, 1);
  g_assert_cmpuint (count ("<figure data-media=\"ab\" data-alternative=\"peta\"/>", facts,
                           "figure-text"),
                    ==, 0);
}

static void
test_switched_off (void)
{
  g_autoptr (RisalahCheckFacts) facts = good_facts ();
  g_autoptr (RisalahDocument) plain = read_document ("", "<p>Nilainya 5 miliar.</p>");
  g_autoptr (RisalahDocument) off =
      risalah_document_with_rule_off (plain, "uncited-figure", "kronologi dari arsip sendiri");
  g_autoptr (RisalahDocument) on = risalah_document_with_rule_on (off, "uncited-figure");
  g_autoptr (GPtrArray) findings = risalah_check_document (off, facts);
  const RisalahFinding *finding = findings->pdata[0];

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (finding->severity, ==, RISALAH_SEVERITY_NOTE);
  g_assert_cmpint (finding->fix, ==, RISALAH_FIX_SWITCH_ON);
  g_assert_nonnull (strstr (finding->message, "kronologi dari arsip sendiri"));
  g_assert_cmpuint (count_in (on, facts, "uncited-figure", NULL), ==, 1);
}

static void
test_rules (void)
{
  for (guint i = 0; i < risalah_check_get_n_rules (); i++)
    {
      RisalahCheckRule rule = risalah_check_get_rule (i);

      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (rule.name, !=, risalah_check_get_rule (j).name);
      g_assert_cmpuint (strlen (rule.title), >, 10);
    }
  g_assert_cmpstr (risalah_severity_to_string (RISALAH_SEVERITY_ERROR), ==, "error");
}

int
main (int argc, char **argv)
{
  const char *data = g_getenv ("RISALAH_DATA_DIR");
  g_autofree char *words = g_build_filename (data, "document", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  templates = risalah_templates_open (words, &error);
  g_assert_no_error (error);
  terms = risalah_terms_open (words, "id", &error);
  g_assert_no_error (error);

  g_test_add_func ("/check/exact", test_exact);
  g_test_add_func ("/check/unsourced", test_unsourced);
  g_test_add_func ("/check/labelled-sentences", test_labelled_sentences);
  g_test_add_func ("/check/uncited", test_uncited);
  g_test_add_func ("/check/passage", test_passage);
  g_test_add_func ("/check/voice", test_voice);
  g_test_add_func ("/check/sources", test_sources);
  g_test_add_func ("/check/old", test_old);
  g_test_add_func ("/check/origin", test_origin);
  g_test_add_func ("/check/suggested", test_suggested);
  g_test_add_func ("/check/likelihood", test_likelihood);
  g_test_add_func ("/check/long", test_long);
  g_test_add_func ("/check/translation", test_translation);
  g_test_add_func ("/check/parts", test_parts);
  g_test_add_func ("/check/budget", test_budget);
  g_test_add_func ("/check/references", test_references);
  g_test_add_func ("/check/figures", test_figures);
  g_test_add_func ("/check/switched-off", test_switched_off);
  g_test_add_func ("/check/rules", test_rules);
  status = g_test_run ();
  risalah_terms_unref (terms);
  risalah_templates_unref (templates);
  risalah_lexicon_unref (lexicon);
  return status;
}
