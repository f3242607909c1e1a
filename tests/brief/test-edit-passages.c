/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit commands over the passages of a whole document, and expressions of likelihood. */

#include "risalah-edit.h"

static const char source_text[] = "Menteri berkata: kapal keempat belum bernama. Ia lalu pergi.";

static RisalahQuotation *
create_quotation (void)
{
  return risalah_quotation_new ("11111111-1111-4111-8111-111111111111",
                                "22222222-2222-4222-8222-222222222222", source_text, 17, 44);
}

/* Two uses of one quotation: in a paragraph and in a cell. */
static RisalahDocument *
create_document (const RisalahQuotation *quotation)
{
  g_autoptr (RisalahBriefBlock) paragraph
      = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "Tertulis: ");
  g_autoptr (RisalahDocument) plain = risalah_document_new ("en", &paragraph, 1);
  const RisalahPosition end = { 0, RISALAH_PART_BODY, 10 };
  const RisalahPosition cell = { 1, RISALAH_PART_FIRST_CELL, 0 };
  g_auto (RisalahEdit) quoted = risalah_edit_insert_quotation (plain, &end, quotation);
  g_auto (RisalahEdit) tabled = risalah_edit_insert_table (quoted.document, &quoted.cursor, 1, 1,
                                                           FALSE);
  g_auto (RisalahEdit) both = risalah_edit_insert_quotation (tabled.document, &cell, quotation);

  g_assert_cmpint (both.outcome, ==, RISALAH_EDIT_DONE);
  return risalah_document_ref (both.document);
}

typedef struct
{
  guint n_quotations;
  guint n_citations;
  gint64 start;
  const char *shown;
} Seen;

static gboolean
see_cb (RisalahDocument *document,
        const RisalahPosition *at,
        const RisalahMark *mark,
        gpointer data)
{
  Seen *seen = data;

  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      seen->n_quotations++;
      seen->start = risalah_quotation_use_get_quotation (mark->quotation)->start;
      seen->shown = risalah_quotation_use_get_shown (mark->quotation);
    }
  else if (mark->kind == RISALAH_MARK_CITATION)
    {
      seen->n_citations++;
      g_assert_cmpint (mark->citation->start, ==, seen->start);
    }
  return TRUE;
}

static Seen
see (RisalahDocument *document)
{
  Seen seen = { 0 };

  risalah_document_foreach_mark (document, see_cb, &seen);
  return seen;
}

static void
test_move (void)
{
  g_autoptr (RisalahQuotation) quotation = create_quotation ();
  g_autoptr (RisalahDocument) document = create_document (quotation);
  const RisalahPosition cursor = { 0 };

  quotation->start += 100;
  quotation->end += 100;
  {
    g_auto (RisalahEdit) edit = risalah_edit_move_quotation (document, &cursor, quotation);
    Seen seen = see (edit.document);

    g_assert_cmpint (edit.outcome, ==, RISALAH_EDIT_DONE);
    g_assert_cmpuint (seen.n_quotations, ==, 2);
    g_assert_cmpuint (seen.n_citations, ==, 2);
    g_assert_cmpint (seen.start, ==, 117);
  }
  {
    g_autoptr (RisalahQuotation) other = create_quotation ();
    g_auto (RisalahEdit) edit = risalah_edit_move_quotation (document, &cursor, other);

    g_assert_cmpint (edit.outcome, ==, RISALAH_EDIT_UNCHANGED);
  }
}

static void
test_translations (void)
{
  g_autoptr (RisalahQuotation) quotation = create_quotation ();
  g_autoptr (RisalahDocument) document = create_document (quotation);
  const RisalahPosition at = { 0, RISALAH_PART_BODY, 12 };
  g_auto (RisalahEdit) translated
      = risalah_edit_set_translation (document, &at, "the fourth has no name", TRUE, FALSE);
  g_auto (RisalahEdit) turned = risalah_edit_show_translations (translated.document, &at, FALSE);
  g_auto (RisalahEdit) again = risalah_edit_show_translations (turned.document, &at, FALSE);
  g_auto (RisalahEdit) back = risalah_edit_show_translations (turned.document, &at, TRUE);

  g_assert_cmpint (turned.outcome, ==, RISALAH_EDIT_DONE);
  g_assert_cmpstr (risalah_document_get_field (turned.document, RISALAH_DOCUMENT_TRANSLATION_SHOWN),
                   ==, "original");
  g_assert_nonnull (strstr (risalah_rich_text_get_text (risalah_document_get_part (turned.document,
                                                                                   &at)),
                            "kapal keempat"));
  g_assert_cmpint (again.outcome, ==, RISALAH_EDIT_UNCHANGED);
  g_assert_nonnull (strstr (risalah_rich_text_get_text (risalah_document_get_part (back.document,
                                                                                   &at)),
                            "the fourth has no name"));
  g_assert_cmpuint (see (back.document).n_quotations, ==, 2);
}

static char *
name_cb (const RisalahCitationAtom *citation, gpointer data)
{
  return g_strdup (data);
}

static void
test_spelling_out (void)
{
  g_autoptr (RisalahQuotation) quotation = create_quotation ();
  g_autoptr (RisalahDocument) document = create_document (quotation);
  g_autoptr (RisalahDocument) named
      = risalah_document_spell_out (document, TRUE, name_cb, (gpointer)"Warta Contoh");
  g_autoptr (RisalahDocument) bare = risalah_document_spell_out (document, TRUE, NULL, NULL);
  g_autofree char *text = risalah_document_dup_plain_text (named);
  g_autofree char *words = risalah_document_dup_plain_text (bare);

  g_assert_cmpstr (text, ==,
                   "Tertulis: “kapal keempat belum bernama” (Warta Contoh)\n"
                   "“kapal keempat belum bernama” (Warta Contoh)");
  g_assert_cmpstr (words, ==,
                   "Tertulis: “kapal keempat belum bernama”\n“kapal keempat belum bernama”");
  g_assert_cmpuint (see (named).n_quotations, ==, 0);
  g_assert_cmpuint (see (document).n_quotations, ==, 2);
}

static void
test_likelihood (void)
{
  g_autoptr (RisalahQuotation) quotation = create_quotation ();
  g_autoptr (RisalahDocument) document = create_document (quotation);
  const RisalahPosition start = { 0, RISALAH_PART_BODY, 0 }, end = { 0, RISALAH_PART_BODY, 8 };
  const RisalahPosition within = { 0, RISALAH_PART_BODY, 15 };
  const RisalahPosition object = { 1, RISALAH_PART_BODY, 0 };
  g_auto (RisalahEdit) edit = risalah_edit_insert_likelihood (document, &start, &end,
                                                              RISALAH_LIKELIHOOD_LIKELY, "likely");
  RisalahRichText *text = risalah_document_get_part (edit.document, &start);
  const RisalahMark *mark = risalah_rich_text_find_mark (text, RISALAH_MARK_LIKELIHOOD, 0);

  g_assert_true (g_str_has_prefix (risalah_rich_text_get_text (text), "likely: “kapal"));
  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->end, ==, 6);
  {
    g_auto (RisalahEdit) locked = risalah_edit_insert_likelihood (
        document, &within, &within, RISALAH_LIKELIHOOD_LIKELY, "likely");
    g_auto (RisalahEdit) beside = risalah_edit_insert_likelihood (
        document, &object, &object, RISALAH_LIKELIHOOD_LIKELY, "likely");

    g_assert_cmpint (locked.outcome, ==, RISALAH_EDIT_LOCKED);
    g_assert_cmpint (beside.outcome, ==, RISALAH_EDIT_NOT_HERE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-passages/move", test_move);
  g_test_add_func ("/edit-passages/translations", test_translations);
  g_test_add_func ("/edit-passages/spelling-out", test_spelling_out);
  g_test_add_func ("/edit-passages/likelihood", test_likelihood);
  return g_test_run ();
}
