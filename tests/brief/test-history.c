/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random acts of an analyst: undone, the first document byte for byte; done again, the last. After
 * each act the document is written, read and written alike, and no quotation's words changed. */

#include <string.h>

#include "risalah-document-difference.h"
#include "risalah-document-xhtml.h"
#include "risalah-history.h"

#define N_HISTORIES 400
#define N_ACTS      40

static const char source_text[] =
    "Kementerian Pertahanan menyatakan bahwa kedua negara \"sepakat memperkuat kerja sama\" di "
    "bidang industri, pelatihan, dan pertukaran perwira; naïveté 😀 bukan pilihan.\nPertemuan "
    "berikutnya direncanakan pada triwulan kedua di Jakarta, dengan agenda yang masih dibahas oleh "
    "kelompok kerja teknis kedua belah pihak, termasuk pembiayaan, alih teknologi, dan jadwal "
    "pengiriman yang selama ini menjadi perdebatan antara para pejabat.";

static const char *const words[] = {
  "a",       " ",  "kata",       "Ünï ", "日本",       "😀",     "👩‍👩‍👧",
  "e\u0301", "\t", "dua\nbaris", "# ",   "- ",         "&<>\"", "“q”",
  "\r\n",    ".",  "1. ",        "> ",   "3,5 persen", ""
};

static guint
random_below (GRand *random, guint n)
{
  return n > 0 ? (guint)g_rand_int_range (random, 0, (gint32)n) : 0;
}

static RisalahPosition
random_place (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = { random_below (random, risalah_document_get_n_blocks (document)), 0, 0 };
  RisalahBriefBlock *block = risalah_document_get_block (document, at.block);

  at.part = random_below (random, risalah_brief_block_get_n_parts (block));
  at.offset = random_below (
      random, risalah_rich_text_get_length (risalah_brief_block_get_part (block, at.part)) + 1);
  return at;
}

/* A place within or at the end of a locked quotation, where there is one. */
static RisalahPosition
random_quotation_place (GRand *random, RisalahDocument *document)
{
  for (guint attempt = 0; attempt < 20; attempt++)
    {
      RisalahPosition at = random_place (random, document);
      guint n_marks;
      const RisalahMark *marks =
          risalah_rich_text_get_marks (risalah_document_get_part (document, &at), &n_marks);

      for (guint i = 0; i < n_marks; i++)
        if (marks[i].kind == RISALAH_MARK_QUOTATION)
          {
            at.offset = marks[i].start + random_below (random, marks[i].end - marks[i].start + 1);
            return at;
          }
    }
  return random_place (random, document);
}

static RisalahQuotation *
random_quotation (GRand *random)
{
  gint64 length = g_utf8_strlen (source_text, -1);
  gint64 start = random_below (random, (guint)length - 1);
  gint64 end = start + 1 + random_below (random, (guint)(length - start - 1));
  RisalahQuotation *quotation =
      risalah_quotation_new ("source-1", "text-1", source_text, start, end);

  quotation->voice = (RisalahVoice)random_below (random, 6);
  quotation->speaker = random_below (random, 2) ? g_strdup ("Brigjen \"Contoh\" & Co") : NULL;
  return quotation;
}

static RisalahEdit
act_on_text (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document), to = random_place (random, document);

  switch (random_below (random, 8))
    {
    case 0:
    case 1:
      return risalah_edit_insert_text (document, &at,
                                       words[random_below (random, G_N_ELEMENTS (words))]);
    case 2:
      return risalah_edit_delete_character (document, &at, random_below (random, 2) != 0);
    case 3:
      to = at;
      to.offset += random_below (random, 12);
      return risalah_edit_delete_range (document, &at, &to);
    case 4:
      return random_below (random, 4) == 0 ? risalah_edit_delete_range (document, &at, &to)
                                           : risalah_edit_split_block (document, &at);
    case 5:
      return risalah_edit_split_block (document, &at);
    case 6:
      return risalah_edit_join_blocks (document, at.block);
    default:
      to = at;
      to.offset += random_below (random, 5);
      return risalah_edit_replace_range (document, &to, &at, "ganti");
    }
}

static RisalahEdit
act_on_blocks (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document), to = random_place (random, document);
  guint n_blocks = risalah_document_get_n_blocks (document);

  switch (random_below (random, 9))
    {
    case 0:
    case 1:
      return risalah_edit_set_kind (document, &at, &to,
                                    (RisalahBriefBlockKind)
                                        random_below (random, RISALAH_BRIEF_BLOCK_QUOTATION + 1),
                                    random_below (random, 4));
    case 2:
      return risalah_edit_change_level (document, &at, &to, (gint)random_below (random, 5) - 2);
    case 3:
      return risalah_edit_set_boxed (document, &at, &at, random_below (random, 2) != 0);
    case 4:
      return risalah_edit_apply_shortcut (document, &at);
    case 5:
      return risalah_edit_move_section (document, random_below (random, n_blocks),
                                        random_below (random, n_blocks + 1));
    case 6:
      return risalah_edit_set_field (document, &at,
                                     (RisalahDocumentField)random_below (random,
                                                                         RISALAH_DOCUMENT_N_FIELDS),
                                     words[random_below (random, 4)]);
    case 7:
      return risalah_edit_set_rule (document, &at, "old-source",
                                    random_below (random, 2) ? "sebab \"ini\"" : NULL);
    default:
      return risalah_edit_replace_all (document, &at, "kata", "frasa", FALSE,
                                       random_below (random, 2) != 0);
    }
}

static RisalahEdit
act_on_marks (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document), to = random_place (random, document);
  g_autoptr (RisalahCitationAtom) citation =
      risalah_citation_atom_new (NULL, "source-2", NULL, -1, -1, NULL);
  g_autoptr (RisalahRichText) note = risalah_rich_text_new_plain ("Lihat <juga>");

  if (random_below (random, 3) > 0)
    {
      to = at;
      to.offset += random_below (random, 9);
    }
  switch (random_below (random, 8))
    {
    case 0:
    case 1:
      return risalah_edit_toggle_mark (document, &at, &to, RISALAH_MARK_BOLD);
    case 2:
      return risalah_edit_toggle_mark (document, &at, &to,
                                       random_below (random, 2) ? RISALAH_MARK_ITALIC
                                                                : RISALAH_MARK_SUPERSCRIPT);
    case 3:
      return risalah_edit_set_link (document, &at, &to,
                                    random_below (random, 3) ? "https://x.id/?a&b" : NULL);
    case 4:
      return risalah_edit_set_likelihood (document, &at, &to, (gint)random_below (random, 8) - 1);
    case 5:
      return risalah_edit_insert_citation (document, &at, citation);
    case 6:
      return random_below (random, 2) ? risalah_edit_insert_note (document, &at, note)
                                      : risalah_edit_set_note (document, &at, NULL);
    default:
      return risalah_edit_set_citation (document, &at, random_below (random, 2) ? citation : NULL);
    }
}

static RisalahEdit
act_on_quotations (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_quotation_place (random, document), to = at;
  RisalahPosition anywhere = random_place (random, document);
  RisalahQuotation *quotation;
  RisalahEdit edit;

  to.offset += random_below (random, 20);
  switch (random_below (random, 9))
    {
    case 0:
    case 1:
      quotation = random_quotation (random);
      edit = risalah_edit_insert_quotation (document, &anywhere, quotation);
      risalah_quotation_free (quotation);
      return edit;
    case 2:
    case 3:
      return risalah_edit_elide (document, &at, &to);
    case 4:
      return risalah_edit_insert_in_quotation (document, &at, "Indonesia");
    case 5:
      return risalah_edit_insert_sic (document, &at);
    case 6:
      return risalah_edit_take_back_change (document, &at);
    case 7:
      return risalah_edit_set_translation (document, &at,
                                           random_below (random, 3) ? "the words" : NULL,
                                           random_below (random, 2) != 0, FALSE);
    default:
      return random_below (random, 5) == 0 ? risalah_edit_unlock_quotation (document, &at)
                                           : risalah_edit_insert_text (document, &at, "x");
    }
}

static RisalahEdit
act_on_objects (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = random_place (random, document), to = random_place (random, document);
  g_autoptr (RisalahDocument) fragment = NULL;
  RisalahFigure figure = { .media = (char *)"ab12", .alternative = (char *)"peta" };
  g_autoptr (RisalahBriefBlock) block = risalah_brief_block_new_figure (&figure, NULL);
  guint n = random_below (random, 3), where = random_below (random, 4);

  switch (random_below (random, 9))
    {
    case 0:
      return risalah_edit_insert_table (document, &at, 1 + n, 1 + where, random_below (random, 2));
    case 1:
      return risalah_edit_insert_rows (document, at.block, where, n);
    case 2:
      return risalah_edit_remove_rows (document, at.block, where, n);
    case 3:
      return risalah_edit_insert_columns (document, at.block, where, n);
    case 4:
      return risalah_edit_remove_columns (document, at.block, where, n);
    case 5:
      return risalah_edit_set_header (document, at.block, random_below (random, 2) != 0);
    case 6:
      return random_below (random, 2) ? risalah_edit_insert_block (document, &at, block)
                                      : risalah_edit_insert_page_break (document, &at);
    default:
      fragment = risalah_document_cut_out (document, &at, &to);
      at = random_place (random, document);
      return fragment != NULL ? risalah_edit_insert_fragment (document, &at, fragment)
                              : risalah_edit_insert_page_break (document, &at);
    }
}

static RisalahEdit
random_act (GRand *random, RisalahDocument *document)
{
  switch (random_below (random, 8))
    {
    case 0:
      return act_on_blocks (random, document);
    case 1:
      return act_on_marks (random, document);
    case 2:
    case 3:
      return act_on_quotations (random, document);
    case 4:
      return act_on_objects (random, document);
    default:
      return act_on_text (random, document);
    }
}

static gboolean
check_quotation_cb (RisalahDocument *document,
                    const RisalahPosition *at,
                    const RisalahMark *mark,
                    gpointer user_data)
{
  const RisalahQuotation *quotation;

  if (mark->kind != RISALAH_MARK_QUOTATION)
    return TRUE;
  quotation = risalah_quotation_use_get_quotation (mark->quotation);
  g_assert_cmpint (risalah_quotation_verify (quotation, source_text, NULL), ==,
                   RISALAH_VERDICT_EXACT);
  return TRUE;
}

/* What holds of any document, whatever was done. */
static void
check_document (RisalahDocument *document)
{
  g_autofree char *xhtml = risalah_document_to_xhtml (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahDocument) back = risalah_document_from_xhtml (xhtml, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = risalah_document_to_xhtml (back);
  g_assert_cmpstr (again, ==, xhtml);
  g_assert_true (risalah_document_equal (document, back));
  risalah_document_foreach_mark (document, check_quotation_cb, NULL);
}

static void
check_cursor (const RisalahEdit *edit)
{
  RisalahRichText *text = risalah_document_get_part (edit->document, &edit->cursor);

  g_assert_nonnull (text);
  g_assert_cmpuint (edit->cursor.offset, <=, risalah_rich_text_get_length (text));
}

static RisalahDocument *
new_document (void)
{
  RisalahBriefBlock *blocks[] = {
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_TITLE, 0, "Judul"),
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1, "Satu"),
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "Kata demi kata 日本 😀."),
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_BULLET, 1, "butir"),
    risalah_brief_block_new_table (2, 2, TRUE, NULL, NULL),
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1, "Dua"),
    risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "Akhir."),
    risalah_brief_block_new_generated (RISALAH_GENERATED_REFERENCES),
  };
  RisalahDocument *document = risalah_document_new ("id", blocks, G_N_ELEMENTS (blocks));

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    risalah_brief_block_unref (blocks[i]);
  return document;
}

static void
check_undo_and_redo (RisalahHistory *history, const char *first)
{
  g_autofree char *last = NULL;

  while (risalah_history_redo (history))
    ;
  last = risalah_document_to_xhtml (risalah_history_get_document (history));
  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      while (risalah_history_undo (history))
        ;
      undone = risalah_document_to_xhtml (risalah_history_get_document (history));
      g_assert_cmpstr (undone, ==, first);
      while (risalah_history_redo (history))
        ;
      redone = risalah_document_to_xhtml (risalah_history_get_document (history));
      g_assert_cmpstr (redone, ==, last);
    }
}

static void
test_random (void)
{
  guint n_changes = 0;

  for (guint seed = 0; seed < N_HISTORIES; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      g_autoptr (RisalahDocument) document = new_document ();
      g_autoptr (RisalahHistory) history = risalah_history_new (document, NULL);
      g_autofree char *first = risalah_document_to_xhtml (document);

      for (guint i = 0; i < N_ACTS; i++)
        {
          g_auto (RisalahEdit) edit = random_act (random, risalah_history_get_document (history));

          check_cursor (&edit);
          n_changes += risalah_history_push (history, &edit);
          if (i % 8 == 0)
            check_document (edit.document);
          if (random_below (random, 10) == 0)
            risalah_history_undo (history);
          if (random_below (random, 20) == 0)
            risalah_history_redo (history);
        }
      check_document (risalah_history_get_document (history));
      check_undo_and_redo (history, first);
      g_rand_free (random);
    }
  g_test_message ("%u changes", n_changes);
  g_assert_cmpuint (n_changes, >, N_HISTORIES * N_ACTS / 3);
}

static void
type (RisalahHistory *history, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *key = g_strndup (at, g_utf8_next_char (at) - at);
      g_auto (RisalahEdit) edit =
          risalah_edit_insert_text (risalah_history_get_document (history),
                                    risalah_history_get_cursor (history), key);

      g_assert_true (risalah_history_push (history, &edit));
    }
}

static const char *
get_text (RisalahHistory *history, guint block)
{
  return risalah_rich_text_get_text (risalah_brief_block_get_text (
      risalah_document_get_block (risalah_history_get_document (history), block)));
}

static void
test_typing_by_word (void)
{
  g_autoptr (RisalahDocument) document = risalah_document_new ("id", NULL, 0);
  g_autoptr (RisalahHistory) history = risalah_history_new (document, NULL);
  const RisalahPosition start = { 0, 0, 0 };

  type (history, "satu dua tiga");
  g_assert_true (risalah_history_undo (history));
  g_assert_cmpstr (get_text (history, 0), ==, "satu dua ");
  g_assert_true (risalah_history_undo (history));
  g_assert_cmpstr (get_text (history, 0), ==, "satu ");
  g_assert_true (risalah_history_redo (history));
  g_assert_cmpstr (get_text (history, 0), ==, "satu dua ");
  g_assert_cmpuint (risalah_history_get_cursor (history)->offset, ==, 9);

  type (history, "x");
  g_assert_false (risalah_history_can_redo (history));
  g_assert_true (risalah_history_undo (history));
  g_assert_true (risalah_history_undo (history));
  g_assert_true (risalah_history_undo (history));
  g_assert_false (risalah_history_undo (history));
  g_assert_cmpint (risalah_position_compare (risalah_history_get_cursor (history), &start), ==, 0);
}

/* Deleting joins deleting, never typing; a moved cursor ends both. */
static void
test_groups (void)
{
  g_autoptr (RisalahDocument) document = risalah_document_new ("id", NULL, 0);
  g_autoptr (RisalahHistory) history = risalah_history_new (document, NULL);

  type (history, "abcd");
  for (guint i = 0; i < 2; i++)
    {
      g_auto (RisalahEdit) edit =
          risalah_edit_delete_character (risalah_history_get_document (history),
                                         risalah_history_get_cursor (history), FALSE);

      risalah_history_push (history, &edit);
    }
  g_assert_cmpstr (get_text (history, 0), ==, "ab");
  risalah_history_undo (history);
  g_assert_cmpstr (get_text (history, 0), ==, "abcd");
  type (history, "ef");
  risalah_history_end_group (history);
  type (history, "gh");
  risalah_history_undo (history);
  g_assert_cmpstr (get_text (history, 0), ==, "abcdef");
  risalah_history_undo (history);
  g_assert_cmpstr (get_text (history, 0), ==, "abcd");
}

/* The difference says exactly what a view must replace. */
static void
test_difference (void)
{
  guint n_compared = 0;

  for (guint seed = 0; seed < N_HISTORIES; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed + 10000);
      g_autoptr (RisalahDocument) document = new_document ();

      for (guint i = 0; i < 15; i++)
        {
          g_auto (RisalahEdit) edit = random_act (random, document);
          RisalahDocumentDifference difference;
          g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
          g_autoptr (RisalahDocument) patched = NULL;

          risalah_document_find_difference (document, edit.document, &difference);
          for (guint j = 0; j < difference.n_after; j++)
            g_ptr_array_add (blocks,
                             risalah_document_get_block (edit.document, difference.first + j));
          patched =
              risalah_document_splice (document, difference.first, difference.n_before,
                                       (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
          g_assert_cmpuint (risalah_document_get_n_blocks (patched), ==,
                            risalah_document_get_n_blocks (edit.document));
          for (guint j = 0; j < risalah_document_get_n_blocks (patched); j++)
            g_assert_true (risalah_document_get_block (patched, j)
                           == risalah_document_get_block (edit.document, j));

          if (difference.n_before == 1 && difference.n_after == 1)
            {
              RisalahRichText *old = risalah_brief_block_get_text (
                  risalah_document_get_block (document, difference.first));
              RisalahRichText *new = risalah_brief_block_get_text (
                  risalah_document_get_block (edit.document, difference.first));
              RisalahTextDifference text;

              if (risalah_rich_text_find_difference (old, new, &text))
                {
                  g_autoptr (RisalahRichText) inserted =
                      risalah_rich_text_slice (new, text.start, text.start + text.n_inserted);
                  g_autoptr (RisalahRichText) rebuilt =
                      risalah_rich_text_replace (old, text.start, text.start + text.n_removed,
                                                 inserted);

                  g_assert_cmpstr (risalah_rich_text_get_text (rebuilt), ==,
                                   risalah_rich_text_get_text (new));
                  g_assert_cmpuint (text.marks_start, <=, text.marks_end);
                  g_assert_cmpuint (text.marks_end, <=, risalah_rich_text_get_length (new));
                  n_compared++;
                }
              else
                g_assert_true (risalah_rich_text_equal (old, new));
            }
          risalah_document_unref (document);
          document = risalah_document_ref (edit.document);
        }
      g_rand_free (random);
    }
  g_assert_cmpuint (n_compared, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/random", test_random);
  g_test_add_func ("/history/typing-by-word", test_typing_by_word);
  g_test_add_func ("/history/groups", test_groups);
  g_test_add_func ("/history/difference", test_difference);
  return g_test_run ();
}
