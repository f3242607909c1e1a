/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a translation pair: values are compared, not how a language writes them. */

#include <string.h>

#include "../text/lexicon-fixture.h"
#include "risalah-amounts.h"
#include "risalah-check.h"
#include "risalah-document-xhtml.h"

#define QUOTE(uid, words)                                                                          \
  "<q data-quotation=\"" uid "\" data-source=\"s1\" data-text=\"t1\" data-start=\"0\" "            \
  "data-end=\"9\">" words "</q>"
#define LIKELY(words) "<span class=\"likelihood\" data-likelihood=\"likely\">" words "</span>"

static RisalahLexicon *lexicon;

static RisalahDocument *
read_version (const char *language, const char *body)
{
  g_autofree char *xhtml
      = g_strdup_printf ("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\"><head></head>"
                         "<body>%s</body></html>",
                         language, body);
  g_autoptr (GError) error = NULL;
  RisalahDocument *document = risalah_document_from_xhtml (xhtml, -1, &error);

  g_assert_no_error (error);
  return document;
}

/* The findings of the Indonesian version beside the English one, as "rule subject" lines. */
static char *
compare (const char *indonesian, const char *english)
{
  g_autoptr (RisalahDocument) id = read_version ("id", indonesian);
  g_autoptr (RisalahDocument) en = read_version ("en", english);
  g_autoptr (RisalahCheckFacts) facts = risalah_check_facts_new (2461236);
  g_autoptr (GPtrArray) findings = NULL, back = NULL;
  GString *lines = g_string_new (NULL);

  risalah_check_facts_set_lexicon (facts, lexicon);
  findings = risalah_check_pair (id, en, facts);
  back = risalah_check_pair (en, id, facts);
  g_assert_cmpuint (findings->len, ==, back->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const RisalahFinding *finding = findings->pdata[i];
      RisalahRichText *text = risalah_document_get_part (id, &finding->start);

      g_assert_nonnull (text);
      g_assert_cmpuint (finding->end.offset, <=, risalah_rich_text_get_length (text));
      g_string_append_printf (lines, "%s%s %s", i > 0 ? "\n" : "", finding->rule,
                              finding->subject);
    }
  return g_string_free (lines, FALSE);
}

static void
assert_found (const char *indonesian, const char *english, const char *expected)
{
  g_autofree char *found = compare (indonesian, english);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_alike (void)
{
  assert_found (
      "<h2 data-section=\"problem\">Masalah</h2><p>Pada 12 Mei 2026 Indonesia dan Tiongkok "
      "menyepakati 1,5 juta dolar, naik 7,5 persen dari 1.250 pucuk; tiga kapal " QUOTE ("q1", "ya")
      " " LIKELY ("kemungkinan besar") ".</p><p>Kemlu hadir pada Maret 2025.</p>",
      "<h2 data-section=\"problem\">Problem</h2><p>On 12 May 2026 Indonesia and China agreed on "
      "1.5 million dollars, up 7.5 per cent from 1,250 pieces; 3 ships " QUOTE ("q1", "ya")
      " " LIKELY ("likely") ".</p><p>The Ministry of Foreign Affairs attended in March 2025.</p>",
      "");
}

static void
test_dates (void)
{
  assert_found ("<p>Bertemu pada 12 Mei 2026.</p>", "<p>They met on 13 May 2026.</p>",
                "pair-date 2026-05-12\npair-date 2026-05-13");
  assert_found ("<p>Bertemu pada Mei 2026.</p>", "<p>They met in May 2026.</p>", "");
  assert_found ("<p>Bertemu pada awal 2026.</p>", "<p>They met in early 2026.</p>", "");
  assert_found ("<p>Bertemu pada 12 Mei 2026.</p>", "<p>They met again.</p>",
                "pair-date 2026-05-12");
}

static void
test_numbers (void)
{
  assert_found ("<p>Nilainya 1,5 juta.</p>", "<p>It is worth 1.5 billion.</p>",
                "pair-number 15e5\npair-number 15e8");
  assert_found ("<p>Nilainya 2.400.000.</p>", "<p>It is worth 2.4 million.</p>", "");
  assert_found ("<p>Ada 24 kapal.</p>", "<p>There are ships.</p>", "pair-number 24e0");
  /* In a table as well. */
  assert_found ("<table><tbody><tr><td>1.250</td></tr></tbody></table>",
                "<table><tbody><tr><td>1,350</td></tr></tbody></table>",
                "pair-number 125e1\npair-number 135e1");
}

static void
test_names (void)
{
  assert_found ("<p>Indonesia dan Jepang berlatih.</p>",
                "<p>Indonesia and South Korea exercised.</p>",
                "pair-name country JP\npair-name country KR");
  assert_found ("<p>TNI Angkatan Laut dan Australia berlatih.</p>",
                "<p>The Indonesian Navy and Australia exercised.</p>", "");
  assert_found ("<p>TNI Angkatan Laut dan Australia berlatih.</p>", "<p>Australia exercised.</p>",
                "pair-name organisation tni angkatan laut");
}

static void
test_parts (void)
{
  assert_found ("<h2 data-section=\"problem\">Masalah</h2><p>" QUOTE ("q1", "ya") "</p>",
                "<h2 data-section=\"background\">Background</h2><p>" LIKELY ("likely") "</p>",
                "pair-section problem\npair-section background\npair-quotation q1\n"
                "pair-likelihood likely");
}

/* What this version lacks is reported at the section in which the other has it. */
static void
test_place (void)
{
  g_autoptr (RisalahDocument) id = read_version (
      "id", "<p>Awal.</p><h2 data-section=\"problem\">Masalah</h2><p>Tanpa angka.</p>");
  g_autoptr (RisalahDocument) en = read_version (
      "en", "<h2 data-section=\"problem\">Problem</h2><p>It took 24 ships.</p>");
  g_autoptr (RisalahCheckFacts) facts = risalah_check_facts_new (2461236);
  g_autoptr (GPtrArray) findings = NULL;
  const RisalahFinding *finding;

  risalah_check_facts_set_lexicon (facts, lexicon);
  findings = risalah_check_pair (id, en, facts);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpuint (finding->start.block, ==, 1);
  g_assert_nonnull (strstr (finding->message, "24"));
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *number;
    const char *scale;
    const char *language;
    const char *value;
  } amounts[] = {
    { "1,5", "juta", "id", "15e5" },   { "1.5", "million", "en", "15e5" },
    { "1.500.000", NULL, "id", "15e5" }, { "1,500,000", NULL, "en", "15e5" },
    { "1.250,75", NULL, "id", "125075e-2" }, { "1,250.75", NULL, "en", "125075e-2" },
    { "12.30", NULL, "id", "123e-1" }, { "007", NULL, "en", "7e0" },
    { "0", NULL, "en", "0e0" },        { "3", "Triliun", "id", "3e12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *value = risalah_amount_dup_value (amounts[i].number, amounts[i].scale,
                                                         amounts[i].language);

      g_assert_cmpstr (value, ==, amounts[i].value);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  g_test_add_func ("/check-pair/alike", test_alike);
  g_test_add_func ("/check-pair/dates", test_dates);
  g_test_add_func ("/check-pair/numbers", test_numbers);
  g_test_add_func ("/check-pair/names", test_names);
  g_test_add_func ("/check-pair/parts", test_parts);
  g_test_add_func ("/check-pair/place", test_place);
  g_test_add_func ("/check-pair/amounts", test_amounts);
  status = g_test_run ();
  risalah_lexicon_unref (lexicon);
  return status;
}
