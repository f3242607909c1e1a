/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor: what is typed becomes the document, and the buffer always shows exactly it. */

#include <enchant.h>

#include "risalah-editor.h"
#include "risalah-part-view.h"
#include "risalah-table-block.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget *window;
  RisalahEditor *editor;
  GtkTextBuffer *buffer;
} Fixture;

static RisalahDocument *
create_document (void)
{
  g_autoptr (RisalahBriefBlock) title
      = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_TITLE, 0, "Kapal patroli");
  g_autoptr (RisalahBriefBlock) heading
      = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1, "Latar belakang");
  g_autoptr (RisalahBriefBlock) paragraph = risalah_brief_block_new_plain (
      RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "Galangan itu sudah menyerahkan dua kapal.");
  g_autoptr (RisalahBriefBlock) empty
      = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "");
  RisalahBriefBlock *const blocks[] = { title, heading, paragraph, empty };

  return risalah_document_new ("id", blocks, G_N_ELEMENTS (blocks));
}

static RisalahQuotation *
create_quotation (const char *words)
{
  g_autofree char *text = g_strdup_printf ("Menteri berkata: %s. Ia lalu pergi.", words);

  return risalah_quotation_new ("11111111-1111-4111-8111-111111111111",
                                "22222222-2222-4222-8222-222222222222", text, 17,
                                17 + g_utf8_strlen (words, -1));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) document = create_document ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->editor = RISALAH_EDITOR (risalah_editor_new ());
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->editor));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->editor));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  ui_test_present (fixture->window);
  risalah_editor_set_document (fixture->editor, document);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (window == NULL);
}

/* The invariant of the editor: line by line, character by character, the buffer is the document. */
static void
assert_shown (Fixture *fixture)
{
  RisalahDocument *document = risalah_editor_get_document (fixture->editor);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (i > 0)
        g_string_append_c (expected, '\n');
      g_string_append (expected, risalah_rich_text_get_text (risalah_brief_block_get_text (block)));
    }
  if (expected->len == 0 || expected->str[expected->len - 1] == '\n')
    g_string_append (expected, "\xE2\x80\x8B");
  gtk_text_buffer_get_bounds (fixture->buffer, &start, &end);
  shown = gtk_text_buffer_get_slice (fixture->buffer, &start, &end, TRUE);
  g_assert_cmpstr (shown, ==, expected->str);
}

/* Each line begins with a tag of its own, so that none can show the looks of its neighbour. */
static void
assert_own_looks (Fixture *fixture)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (fixture->buffer, &iter);
  do
    g_assert_true (gtk_text_iter_toggles_tag (&iter, NULL));
  while (gtk_text_iter_forward_line (&iter));
}

static void
place_cursor (Fixture *fixture, guint block, guint offset)
{
  const RisalahPosition at = { block, RISALAH_PART_BODY, offset };

  risalah_editor_select (fixture->editor, &at, &at);
}

static void
select_range (Fixture *fixture, guint block, guint start, guint end)
{
  const RisalahPosition from = { block, RISALAH_PART_BODY, start };
  const RisalahPosition to = { block, RISALAH_PART_BODY, end };

  risalah_editor_select (fixture->editor, &from, &to);
}

/* As an input method commits: within a user action, what is selected goes first. */
static void
type (Fixture *fixture, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gtk_text_buffer_begin_user_action (fixture->buffer);
      gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, c, g_utf8_next_char (c) - c,
                                                    TRUE);
      gtk_text_buffer_end_user_action (fixture->buffer);
      assert_shown (fixture);
    }
}

static const char *
text_of (Fixture *fixture, guint block)
{
  RisalahDocument *document = risalah_editor_get_document (fixture->editor);

  return risalah_rich_text_get_text (
      risalah_brief_block_get_text (risalah_document_get_block (document, block)));
}

static RisalahBriefBlockKind
kind_of (Fixture *fixture, guint block)
{
  return risalah_brief_block_get_kind (
      risalah_document_get_block (risalah_editor_get_document (fixture->editor), block));
}

static void
insert_quotation (Fixture *fixture, const char *words)
{
  g_autoptr (RisalahQuotation) quotation = create_quotation (words);
  RisalahPosition from, to;

  risalah_editor_get_selection (fixture->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_quotation (
        risalah_editor_get_document (fixture->editor), &to, quotation);

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  assert_shown (fixture);
}

static void
undo_all (Fixture *fixture)
{
  while (risalah_editor_can_undo (fixture->editor))
    {
      risalah_editor_undo (fixture->editor);
      assert_shown (fixture);
    }
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first
      = risalah_document_ref (risalah_editor_get_document (fixture->editor));
  g_autoptr (RisalahDocument) last = NULL;

  place_cursor (fixture, 3, 0);
  type (fixture, "Menurut catatan, é 日本.\nBaris kedua");
  g_assert_cmpstr (text_of (fixture, 3), ==, "Menurut catatan, é 日本.");
  g_assert_cmpstr (text_of (fixture, 4), ==, "Baris kedua");
  gtk_widget_activate (GTK_WIDGET (fixture->editor));
  g_signal_emit_by_name (fixture->editor, "backspace");
  assert_shown (fixture);
  g_assert_cmpstr (text_of (fixture, 4), ==, "Baris kedu");
  last = risalah_document_ref (risalah_editor_get_document (fixture->editor));

  undo_all (fixture);
  g_assert_true (risalah_document_equal (risalah_editor_get_document (fixture->editor), first));
  while (risalah_editor_can_redo (fixture->editor))
    {
      risalah_editor_redo (fixture->editor);
      assert_shown (fixture);
    }
  g_assert_true (risalah_document_equal (risalah_editor_get_document (fixture->editor), last));
}

static void
test_replacing_selection (Fixture *fixture, gconstpointer data)
{
  select_range (fixture, 2, 0, 8);
  type (fixture, "P");
  g_assert_cmpstr (text_of (fixture, 2), ==, "P itu sudah menyerahkan dua kapal.");
  /* One step: the letter and what it replaced come back together. */
  risalah_editor_undo (fixture->editor);
  assert_shown (fixture);
  g_assert_cmpstr (text_of (fixture, 2), ==, "Galangan itu sudah menyerahkan dua kapal.");
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  place_cursor (fixture, 3, 0);
  type (fixture, "## ");
  g_assert_cmpint (kind_of (fixture, 3), ==, RISALAH_BRIEF_BLOCK_HEADING);
  g_assert_cmpstr (text_of (fixture, 3), ==, "");
  risalah_editor_undo (fixture->editor);
  assert_shown (fixture);
  g_assert_cmpint (kind_of (fixture, 3), ==, RISALAH_BRIEF_BLOCK_PARAGRAPH);
  g_assert_cmpstr (text_of (fixture, 3), ==, "## ");
  undo_all (fixture);

  place_cursor (fixture, 3, 0);
  type (fixture, "- butir\n");
  g_assert_cmpint (kind_of (fixture, 3), ==, RISALAH_BRIEF_BLOCK_BULLET);
  g_assert_cmpint (kind_of (fixture, 4), ==, RISALAH_BRIEF_BLOCK_BULLET);
  g_assert_cmpstr (text_of (fixture, 3), ==, "butir");
  type (fixture, "\n");
  g_assert_cmpint (kind_of (fixture, 4), ==, RISALAH_BRIEF_BLOCK_PARAGRAPH);
}

static void
count_refusal (RisalahEditor *editor, guint *n)
{
  (*n)++;
}

static void
test_locked_quotation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) before = NULL;
  guint n_refused = 0;

  g_signal_connect (fixture->editor, "refused", G_CALLBACK (count_refusal), &n_refused);
  place_cursor (fixture, 2, 41);
  insert_quotation (fixture, "kapal keempat belum bernama");
  g_assert_nonnull (strstr (text_of (fixture, 2), "“kapal keempat belum bernama”"));
  before = risalah_document_ref (risalah_editor_get_document (fixture->editor));

  place_cursor (fixture, 2, 50);
  gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, "x", 1, TRUE);
  assert_shown (fixture);
  g_assert_true (risalah_editor_get_document (fixture->editor) == before);
  g_assert_cmpuint (n_refused, ==, 1);
  g_signal_emit_by_name (fixture->editor, "backspace");
  assert_shown (fixture);
  g_assert_true (risalah_document_equal (risalah_editor_get_document (fixture->editor), before));

  /* Around it the text is free, and the quotation stays whole. */
  place_cursor (fixture, 2, 0);
  type (fixture, "Kini ");
  g_assert_true (g_str_has_prefix (text_of (fixture, 2), "Kini Galangan"));
  g_assert_nonnull (strstr (text_of (fixture, 2), "“kapal keempat belum bernama”"));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  RisalahRichText *text;

  select_range (fixture, 2, 0, 8);
  risalah_editor_switch_mark (fixture->editor, RISALAH_MARK_BOLD);
  g_assert_true (risalah_editor_has_mark (fixture->editor, RISALAH_MARK_BOLD));
  risalah_editor_undo (fixture->editor);
  select_range (fixture, 2, 0, 8);
  g_assert_false (risalah_editor_has_mark (fixture->editor, RISALAH_MARK_BOLD));

  /* With nothing selected the mark waits for what is typed next. */
  place_cursor (fixture, 3, 0);
  type (fixture, "a");
  risalah_editor_switch_mark (fixture->editor, RISALAH_MARK_ITALIC);
  g_assert_true (risalah_editor_has_mark (fixture->editor, RISALAH_MARK_ITALIC));
  type (fixture, "bc");
  text = risalah_brief_block_get_text (
      risalah_document_get_block (risalah_editor_get_document (fixture->editor), 3));
  g_assert_true (risalah_rich_text_has_mark (text, RISALAH_MARK_ITALIC, 1, 3));
  g_assert_null (risalah_rich_text_find_mark (text, RISALAH_MARK_ITALIC, 0));
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "a", " ", "é", "kata ", "\n", "- ", "日" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260512);
  g_autoptr (RisalahDocument) first
      = risalah_document_ref (risalah_editor_get_document (fixture->editor));
  g_autoptr (RisalahDocument) last = NULL;

  for (guint i = 0; i < 400; i++)
    {
      int n = gtk_text_buffer_get_char_count (fixture->buffer);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, g_rand_int_range (random, 0, n + 1));
      end = start;
      if (g_rand_int_range (random, 0, 4) == 0)
        gtk_text_iter_forward_chars (&end, g_rand_int_range (random, 0, 30));
      gtk_text_buffer_select_range (fixture->buffer, &end, &start);
      switch (g_rand_int_range (random, 0, 8))
        {
        case 0:
          risalah_editor_switch_mark (fixture->editor, RISALAH_MARK_BOLD);
          break;
        case 1:
          g_signal_emit_by_name (fixture->editor, "backspace");
          break;
        case 2:
          gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
          break;
        case 3:
          {
            g_autoptr (RisalahQuotation) quotation = create_quotation ("sudah lama ditunggu");
            RisalahPosition from, to;

            risalah_editor_get_selection (fixture->editor, &from, &to);
            g_auto (RisalahEdit) edit = risalah_edit_insert_quotation (
                risalah_editor_get_document (fixture->editor), &to, quotation);
            risalah_editor_apply (fixture->editor, &edit);
          }
          break;
        default:
          {
            const char *text = typed[g_rand_int_range (random, 0, G_N_ELEMENTS (typed))];

            gtk_text_buffer_begin_user_action (fixture->buffer);
            gtk_text_buffer_delete_selection (fixture->buffer, TRUE, TRUE);
            gtk_text_buffer_insert_interactive_at_cursor (fixture->buffer, text, -1, TRUE);
            gtk_text_buffer_end_user_action (fixture->buffer);
          }
        }
      assert_shown (fixture);
      assert_own_looks (fixture);
    }
  last = risalah_document_ref (risalah_editor_get_document (fixture->editor));
  g_assert_false (risalah_document_equal (first, last));
  undo_all (fixture);
  g_assert_true (risalah_document_equal (risalah_editor_get_document (fixture->editor), first));
  while (risalah_editor_can_redo (fixture->editor))
    risalah_editor_redo (fixture->editor);
  assert_shown (fixture);
  g_assert_true (risalah_document_equal (risalah_editor_get_document (fixture->editor), last));
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  place_cursor (fixture, 2, 8);
  insert_quotation (fixture, "belum bernama");
  select_range (fixture, 2, 0, 30);
  g_signal_emit_by_name (fixture->editor, "copy-clipboard");
  place_cursor (fixture, 3, 0);
  g_signal_emit_by_name (fixture->editor, "paste-clipboard");
  ui_test_wait_until (*text_of (fixture, 3) != '\0');
  assert_shown (fixture);
  g_assert_nonnull (strstr (text_of (fixture, 3), "“belum bernama”"));
  {
    RisalahRichText *text = risalah_brief_block_get_text (
        risalah_document_get_block (risalah_editor_get_document (fixture->editor), 3));
    const RisalahMark *mark = risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, 12);

    g_assert_nonnull (mark);
    g_assert_cmpstr (risalah_quotation_use_get_quotation (mark->quotation)->source_uid, ==,
                     "11111111-1111-4111-8111-111111111111");
  }
}

static gboolean
is_visible (Fixture *fixture, guint block)
{
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->editor), &visible);
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &iter, block);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->editor), &iter, &place);
  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height;
}

/* A place far down is scrolled to at once, also in a document that has just been opened. */
static void
test_showing_position (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks
      = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  g_autoptr (RisalahDocument) document = NULL;
  const RisalahPosition at = { 150, RISALAH_PART_BODY, 3 };

  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (blocks, risalah_brief_block_new_plain (
                                 RISALAH_BRIEF_BLOCK_PARAGRAPH, 0,
                                 "Galangan itu sudah menyerahkan dua kapal kepada pemesannya di "
                                 "ibu kota, dan yang ketiga masih dikerjakan."));
  document = risalah_document_new ("id", (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  risalah_editor_set_document (fixture->editor, document);
  risalah_editor_show_position (fixture->editor, &at);
  ui_test_wait_until (is_visible (fixture, 150));
  ui_test_frames (fixture->window, 40);
  g_assert_true (is_visible (fixture, 150));
}

/* Tables are typed in cell by cell, and every act in them is undone with the rest. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  const RisalahPosition at = { 3, RISALAH_PART_BODY, 0 };
  g_autoptr (RisalahDocument) first
      = risalah_document_ref (risalah_editor_get_document (fixture->editor));
  RisalahBriefBlock *block;
  GtkWidget *table, *cell;
  GtkTextBuffer *buffer;

  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_table (
        risalah_editor_get_document (fixture->editor), &at, 2, 2, TRUE);

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  ui_test_frames (fixture->window, 3);
  table = ui_test_find (GTK_WIDGET (fixture->editor), RISALAH_TYPE_TABLE_BLOCK);
  g_assert_nonnull (table);
  g_assert_cmpint (gtk_widget_get_width (table), >, 300);
  cell = ui_test_find (ui_test_find (table, GTK_TYPE_GRID), RISALAH_TYPE_PART_VIEW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cell));
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "Mitra", -1, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "!", -1, TRUE);
  block = risalah_document_get_block (risalah_editor_get_document (fixture->editor), 3);
  g_assert_cmpstr (risalah_rich_text_get_text (risalah_brief_block_get_cell (block, 0, 0)), ==,
                   "Mitra!");
  gtk_widget_activate_action (table, "table.insert-row", "u", 1);
  block = risalah_document_get_block (risalah_editor_get_document (fixture->editor), 3);
  g_assert_cmpuint (risalah_brief_block_get_n_rows (block), ==, 3);
  assert_shown (fixture);
  undo_all (fixture);
  g_assert_true (risalah_document_equal (risalah_editor_get_document (fixture->editor), first));
}

static gboolean
is_misspelt (Fixture *fixture, guint block, guint offset)
{
  GtkTextTag *tag
      = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (fixture->buffer), "misspelt");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (fixture->buffer, &iter, block, offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

/* Our words are checked, somebody else's never. */
static void
test_spelling (Fixture *fixture, gconstpointer data)
{
  EnchantBroker *broker = enchant_broker_init ();
  gboolean has_dictionary = enchant_broker_dict_exists (broker, "id_ID");

  enchant_broker_free (broker);
  if (!has_dictionary)
    {
      g_test_skip ("no Indonesian dictionary");
      return;
    }
  risalah_editor_set_checks_spelling (fixture->editor, TRUE);
  place_cursor (fixture, 3, 0);
  insert_quotation (fixture, "galangann itu");
  place_cursor (fixture, 2, 0);
  type (fixture, "kapall itu peristiwanyalah ");
  ui_test_wait_until (is_misspelt (fixture, 2, 0));
  g_assert_false (is_misspelt (fixture, 2, 7));
  g_assert_false (is_misspelt (fixture, 2, 11));
  g_assert_false (is_misspelt (fixture, 3, 2));
  risalah_editor_set_checks_spelling (fixture->editor, FALSE);
  g_assert_false (is_misspelt (fixture, 2, 0));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->editor), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->editor),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Brief text");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/editor/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("typing", test_typing);
  ADD ("replacing-selection", test_replacing_selection);
  ADD ("shortcuts", test_shortcuts);
  ADD ("locked-quotation", test_locked_quotation);
  ADD ("marks", test_marks);
  ADD ("random-edits", test_random_edits);
  ADD ("clipboard", test_clipboard);
  ADD ("showing-position", test_showing_position);
  ADD ("table", test_table);
  ADD ("spelling", test_spelling);
  ADD ("accessible", test_accessible);
#undef ADD
  return g_test_run ();
}
