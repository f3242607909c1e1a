/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The templates in both languages: their parts, their words, the documents they begin. */

#include <string.h>

#include "risalah-brief-error.h"
#include "risalah-document-xhtml.h"
#include "risalah-outline.h"
#include "risalah-template.h"

static char *
document_dir (void)
{
  return g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "document", NULL);
}

static RisalahTemplates *
open_templates (void)
{
  g_autofree char *directory = document_dir ();
  g_autoptr (GError) error = NULL;
  RisalahTemplates *templates = risalah_templates_open (directory, &error);

  g_assert_no_error (error);
  return templates;
}

static RisalahTerms *
open_terms (const char *language)
{
  g_autofree char *directory = document_dir ();
  g_autoptr (GError) error = NULL;
  RisalahTerms *terms = risalah_terms_open (directory, language, &error);

  g_assert_no_error (error);
  return terms;
}

static gint
find_heading (RisalahDocument *document, const char *words)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_HEADING
          && g_str_equal (risalah_rich_text_get_text (risalah_brief_block_get_text (block)), words))
        return (gint)i;
    }
  return -1;
}

/* Every part of every template has its heading in both languages, and the document is stable. */
static void
test_all (void)
{
  static const char *const languages[] = { "id", "en" };
  g_autoptr (RisalahTemplates) templates = open_templates ();

  g_assert_cmpuint (risalah_templates_get_n (templates), ==, 6);
  for (guint language = 0; language < G_N_ELEMENTS (languages); language++)
    {
      g_autoptr (RisalahTerms) terms = open_terms (languages[language]);

      for (guint i = 0; i < risalah_templates_get_n (templates); i++)
        {
          const RisalahTemplate *template = risalah_templates_get (templates, i);
          g_autoptr (RisalahDocument) document =
              risalah_template_new_document (template, terms, "Judul", "2026-07-14");
          g_autofree char *xhtml = risalah_document_to_xhtml (document);
          g_autoptr (RisalahDocument) back = risalah_document_from_xhtml (xhtml, -1, NULL);
          const RisalahTemplatePart *parts;
          guint n_parts, budget = 0, n_required = 0;

          g_assert_true (risalah_document_equal (document, back));
          g_assert_cmpstr (risalah_document_get_title (document), ==, "Judul");
          g_assert_cmpstr (risalah_document_get_field (document, RISALAH_DOCUMENT_TEMPLATE), ==,
                           risalah_template_get_name (template));
          g_assert_cmpstr (risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE), ==,
                           languages[language]);
          g_assert_cmpstr (risalah_document_get_field (document, RISALAH_DOCUMENT_DATA_CUT_OFF), ==,
                           "2026-07-14");
          g_assert_null (strstr (xhtml, "section."));
          g_assert_null (strstr (xhtml, "letter."));
          parts = risalah_template_get_parts (template, &n_parts);
          for (guint part = 0; part < n_parts; part++)
            {
              g_autofree char *heading =
                  risalah_template_dup_heading (template, terms, parts[part].section);

              budget += parts[part].words;
              n_required += parts[part].required;
              if (parts[part].level == 0)
                continue;
              g_assert_null (strchr (heading, '.'));
              g_assert_cmpint (find_heading (document, heading) < 0, ==, parts[part].optional);
            }
          g_assert_cmpuint (n_required, >, 2);
          g_assert_cmpuint (budget, <=, risalah_template_get_words (template) * 5 / 4);
        }
    }
}

static void
test_policy_brief (void)
{
  g_autoptr (RisalahTemplates) templates = open_templates ();
  g_autoptr (RisalahTerms) terms = open_terms ("id");
  const RisalahTemplate *template = risalah_templates_find (templates, "T1");
  g_autoptr (RisalahDocument) document =
      risalah_template_new_document (template, terms, NULL, NULL);
  guint at;
  g_autoptr (RisalahDocument) options =
      risalah_template_add_part (template, terms, document, "policy-options", &at);
  g_autoptr (GArray) outline = risalah_document_get_outline (document);
  gint messages = find_heading (document, "Pesan kunci");

  g_assert_cmpstr (risalah_document_get_title (document), ==, "Risalah kebijakan");
  g_assert_cmpint (messages, ==, 1);
  g_assert_true (risalah_brief_block_is_boxed (risalah_document_get_block (document, 2)));
  g_assert_cmpuint (outline->len, ==, 10);
  g_assert_cmpstr (g_array_index (outline, RisalahOutlineEntry, 9).section, ==, "about-author");
  g_assert_true (risalah_template_find_part (template, "findings")->required);
  g_assert_false (risalah_template_find_part (template, "background")->required);
  /* An optional part goes where the template has it: after the findings. */
  g_assert_cmpint (find_heading (options, "Pilihan kebijakan"), ==, (gint)at);
  g_assert_cmpint (find_heading (options, "Pilihan 2"), >, (gint)at);
  g_assert_cmpint (find_heading (options, "Temuan dan analisis"), <, (gint)at);
  g_assert_cmpint (find_heading (options, "Rekomendasi"), >, (gint)at);
  g_assert_null (risalah_templates_find (templates, "T9"));
  g_assert_null (risalah_template_add_part (template, terms, document, "nowhere", &at));
}

static void
test_memo (void)
{
  g_autoptr (RisalahTemplates) templates = open_templates ();
  g_autoptr (RisalahTerms) terms = open_terms ("id");
  g_autoptr (RisalahDocument) document =
      risalah_template_new_document (risalah_templates_find (templates, "T5"), terms, "Kunjungan",
                                     NULL);
  RisalahBriefBlock *letter = risalah_document_get_block (document, 2);

  g_assert_cmpstr (risalah_brief_block_get_role (risalah_document_get_block (document, 0)), ==,
                   "form");
  g_assert_cmpstr (risalah_brief_block_get_role (letter), ==, "letter");
  g_assert_cmpuint (risalah_brief_block_get_n_rows (letter), ==, 7);
  g_assert_cmpstr (risalah_rich_text_get_text (risalah_brief_block_get_cell (letter, 0, 0)), ==,
                   "Yth.");
  g_assert_cmpstr (risalah_rich_text_get_text (risalah_brief_block_get_cell (letter, 2, 1)), ==,
                   "Kunjungan");
}

/* Both languages have the same words, but for those that only one needs. */
static void
test_terms (void)
{
  static const char *const files[] = { "id.tsv", "en.tsv" };
  g_autoptr (RisalahTerms) id = open_terms ("id");
  g_autoptr (RisalahTerms) en = open_terms ("en");
  g_autofree char *directory = document_dir ();
  g_autofree char *three = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (directory, files[i], NULL);
      g_autofree char *table = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
      lines = g_strsplit (table, "\n", -1);
      for (guint line = 0; lines[line] != NULL; line++)
        {
          g_auto (GStrv) fields = g_strsplit (lines[line], "\t", -1);

          if (lines[line][0] == '#' || lines[line][0] == '\0'
              || g_str_has_prefix (lines[line], "edtf.ordinal.")
              || (fields[0][0] == 'T' && g_ascii_isdigit (fields[0][1])))
            continue;
          g_assert_cmpuint (g_strv_length (fields), ==, 2);
          if (!risalah_terms_has (id, fields[0]) || !risalah_terms_has (en, fields[0]))
            g_error ("“%s” stands in one language only", fields[0]);
        }
    }
  g_assert_cmpstr (risalah_terms_get (id, "no.such-key"), ==, "no.such-key");
  three = risalah_terms_format (en, "option.name", "3", NULL);
  g_assert_cmpstr (three, ==, "Option 3");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (risalah_templates_open ("/nowhere", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (risalah_terms_open ("/nowhere", "id", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/all", test_all);
  g_test_add_func ("/template/policy-brief", test_policy_brief);
  g_test_add_func ("/template/memo", test_memo);
  g_test_add_func ("/template/terms", test_terms);
  g_test_add_func ("/template/missing", test_missing);
  return g_test_run ();
}
