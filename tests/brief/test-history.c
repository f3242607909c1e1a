/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random acts of an analyst: undone, the first document byte for byte; done again, the last. After
 * each act the document is written, read and written alike, and no quotation's words changed. */

#include "random-acts.h"
#include "random-brief.h"
#include "risalah-document-difference.h"
#include "risalah-document-xhtml.h"
#include "risalah-history.h"

#define N_HISTORIES 400
#define N_ACTS      40

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
  g_assert_cmpint (risalah_quotation_verify (quotation, random_brief_source, NULL), ==,
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
      g_autoptr (RisalahDocument) document = random_brief_new ();
      g_autoptr (RisalahHistory) history = risalah_history_new (document, NULL);
      g_autofree char *first = risalah_document_to_xhtml (document);

      for (guint i = 0; i < N_ACTS; i++)
        {
          g_auto (RisalahEdit) edit
              = random_acts_next (random, risalah_history_get_document (history));

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
  random_acts_assert_all_done ();
}

typedef struct
{
  RisalahDocument *document;
  RisalahPosition from;
  RisalahPosition cursor;
} Done;

static void
done_clear (gpointer data)
{
  risalah_document_unref (((Done *)data)->document);
}

static void
check_state (RisalahHistory *history, RisalahDocument *document, const RisalahPosition *cursor)
{
  g_assert_true (risalah_document_equal (risalah_history_get_document (history), document));
  g_assert_cmpint (risalah_position_compare (risalah_history_get_cursor (history), cursor), ==, 0);
}

/* One step an act: each undo gives the document and the cursor before it, each redo those after. */
static void
test_cursor (void)
{
  for (guint seed = 0; seed < N_HISTORIES / 4; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed + 5000);
      g_autoptr (RisalahDocument) first = random_brief_new ();
      g_autoptr (RisalahHistory) history = risalah_history_new (first, NULL);
      g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (Done));

      g_array_set_clear_func (done, done_clear);
      for (guint i = 0; i < N_ACTS; i++)
        {
          g_auto (RisalahEdit) edit
              = random_acts_next (random, risalah_history_get_document (history));
          const Done act = { risalah_document_ref (edit.document), edit.from, edit.cursor };

          risalah_history_end_group (history);
          if (risalah_history_push (history, &edit))
            g_array_append_val (done, act);
          else
            risalah_document_unref (act.document);
        }
      for (guint i = done->len; i-- > 0;)
        {
          g_assert_true (risalah_history_undo (history));
          check_state (history, i > 0 ? g_array_index (done, Done, i - 1).document : first,
                       &g_array_index (done, Done, i).from);
        }
      g_assert_false (risalah_history_can_undo (history));
      for (guint i = 0; i < done->len; i++)
        {
          g_assert_true (risalah_history_redo (history));
          check_state (history, g_array_index (done, Done, i).document,
                       &g_array_index (done, Done, i).cursor);
        }
      g_rand_free (random);
    }
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
      g_autoptr (RisalahDocument) document = random_brief_new ();

      for (guint i = 0; i < 15; i++)
        {
          g_auto (RisalahEdit) edit = random_acts_next (random, document);
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
  g_test_add_func ("/history/cursor", test_cursor);
  g_test_add_func ("/history/typing-by-word", test_typing_by_word);
  g_test_add_func ("/history/groups", test_groups);
  g_test_add_func ("/history/difference", test_difference);
  return g_test_run ();
}
