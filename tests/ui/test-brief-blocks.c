/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every block and mark of a brief, put in as an analyst does it, shown, and taken back. */

#include <cairo.h>
#include <glib/gstdio.h>

#include "dock-fixture.h"
#include "risalah-figure-block.h"
#include "risalah-note-paintable.h"
#include "risalah-part-view.h"
#include "risalah-table-block.h"

static RisalahDocument *
begin (DockFixture *fixture)
{
  dock_begin_brief (fixture, "Kapal ketiga");
  return risalah_document_ref (dock_get_document (fixture));
}

static void
assert_taken_back (DockFixture *fixture, RisalahDocument *first)
{
  while (risalah_editor_can_undo (fixture->editor))
    risalah_editor_undo (fixture->editor);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));
}

static RisalahBriefBlock *
find_block (DockFixture *fixture, RisalahBriefBlockKind kind, guint *index)
{
  RisalahDocument *document = dock_get_document (fixture);

  for (*index = 0; *index < risalah_document_get_n_blocks (document); (*index)++)
    if (risalah_brief_block_get_kind (risalah_document_get_block (document, *index)) == kind)
      return risalah_document_get_block (document, *index);
  return NULL;
}

static void
select_last (DockFixture *fixture, guint n_characters)
{
  RisalahPosition from, to;

  risalah_editor_get_selection (fixture->editor, &from, &to);
  from.offset -= n_characters;
  risalah_editor_select (fixture->editor, &from, &to);
}

static void
test_link (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  RisalahPosition where;
  const RisalahMark *mark;
  GtkWidget *dialog;

  dock_type (fixture, "lihat catatan");
  select_last (fixture, 7);
  dock_act (fixture, "brief.link");
  dialog = dock_get_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "Address")), "contoh.example/a");
  dock_keep (dialog);
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_LINK, &where);
  g_assert_nonnull (mark);
  g_assert_cmpstr (mark->href, ==, "https://contoh.example/a");
  g_assert_cmpuint (mark->end - mark->start, ==, 7);

  /* Opened again at the link, it holds the address; an empty one takes the link away. */
  risalah_editor_select (fixture->editor, &where, &where);
  dock_act (fixture, "brief.edit-here");
  dialog = dock_get_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find_row (dialog, "Address"))), ==,
                   "https://contoh.example/a");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "Address")), "");
  dock_keep (dialog);
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_LINK, &where));
  assert_taken_back (fixture, first);
}

/* A cross-reference names its heading for as long as the heading stands, wherever it moves. */
static void
test_cross_reference (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  RisalahPosition where;
  const RisalahMark *mark;
  GtkWidget *dialog, *choice;
  int block;

  dock_act (fixture, "brief.link");
  dialog = dock_get_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "Words")), "bagian ini");
  choice = ui_test_find_row (dialog, "section");
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 2);
  dock_keep (dialog);
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_LINK, &where);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->href[0], ==, '#');
  block = risalah_document_find_id (dock_get_document (fixture), mark->href + 1);
  g_assert_cmpint (block, >, 0);
  g_assert_cmpint (
      risalah_brief_block_get_kind (
          risalah_document_get_block (dock_get_document (fixture), block)),
      ==, RISALAH_BRIEF_BLOCK_HEADING);

  /* Followed, it puts the cursor there. */
  g_assert_true (risalah_editor_show_source (fixture->editor, &where));
  risalah_editor_get_selection (fixture->editor, &where, &where);
  g_assert_cmpint (where.block, ==, block);
  assert_taken_back (fixture, first);
}

static void
test_superscript (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  RisalahPosition where = { 0 };

  dock_type (fixture, "500 m2");
  select_last (fixture, 1);
  dock_act (fixture, "brief.superscript");
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_SUPERSCRIPT, &where));
  g_assert_cmpuint (where.offset, ==, 5);
  assert_taken_back (fixture, first);
}

static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_visible (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);
  return found;
}

/* The words are the brief's, Indonesian here, though the window speaks English. */
static void
test_likelihood (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  g_autofree char *label = NULL;
  RisalahPosition where;
  const RisalahMark *mark;
  GMenuModel *model;
  GtkWidget *menu;

  dock_type (fixture, "Kapal itu akan");
  dock_act (fixture, "brief.choose-likelihood");
  menu = find_menu (GTK_WIDGET (fixture->dock));
  g_assert_nonnull (menu);
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_assert_cmpint (g_menu_model_get_n_items (model), ==, RISALAH_LIKELIHOOD_N);
  g_menu_model_get_item_attribute (model, RISALAH_LIKELIHOOD_LIKELY, "label", "s", &label);
  g_assert_cmpstr (label, ==, "kemungkinan besar, 55–80 %");
  gtk_popover_popdown (GTK_POPOVER (menu));

  dock_act_on (fixture, "brief.likelihood", "likely");
  g_assert_true (
      dock_holds_words (dock_get_document (fixture), "Kapal itu akan kemungkinan besar"));
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_LIKELIHOOD, &where);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->likelihood, ==, RISALAH_LIKELIHOOD_LIKELY);
  g_assert_cmpuint (mark->end - mark->start, ==, strlen ("kemungkinan besar"));

  /* Another one chosen over it takes its place. */
  {
    RisalahPosition end = where;

    end.offset = mark->end;
    risalah_editor_select (fixture->editor, &where, &end);
  }
  dock_act_on (fixture, "brief.likelihood", "almost-certain");
  g_assert_true (dock_holds_words (dock_get_document (fixture), "Kapal itu akan hampir pasti"));
  g_assert_false (dock_holds_words (dock_get_document (fixture), "kemungkinan besar"));
  assert_taken_back (fixture, first);
}

static char *
write_picture (DockFixture *fixture)
{
  char *path = g_build_filename (g_get_tmp_dir (), "risalah-test-picture-XXXXXX.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  close (file);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return path;
}

static void
test_picture (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  g_autofree char *path = write_picture (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RisalahBriefBlock *block;
  RisalahPosition from, to;
  GtkWidget *figure, *dialog;
  guint index;

  risalah_editor_get_selection (fixture->editor, &from, &to);
  risalah_figure_insert_file (fixture->editor, &to, file);
  ui_test_wait_until (find_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE, &index) != NULL);
  figure = ui_test_find (GTK_WIDGET (fixture->editor), RISALAH_TYPE_FIGURE_BLOCK);
  g_assert_nonnull (figure);
  ui_test_wait_until (risalah_figure_block_is_drawn (RISALAH_FIGURE_BLOCK (figure)));
  ui_test_wait_until (gtk_widget_get_height (figure) > 100);

  gtk_widget_activate_action (figure, "figure.edit", NULL);
  dialog = dock_get_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "Description")), "Kapal di dermaga");
  dock_keep (dialog);
  block = find_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE, &index);
  g_assert_cmpstr (risalah_brief_block_get_figure (block)->alternative, ==, "Kapal di dermaga");
  g_assert_nonnull (risalah_brief_block_get_figure (block)->media);

  {
    GtkWidget *caption = ui_test_find (figure, RISALAH_TYPE_PART_VIEW);

    gtk_text_buffer_insert_interactive_at_cursor (
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (caption)), "Dermaga timur", -1, TRUE);
  }
  block = find_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE, &index);
  g_assert_cmpstr (risalah_rich_text_get_text (risalah_brief_block_get_caption (block)), ==,
                   "Dermaga timur");
  assert_taken_back (fixture, first);
  g_unlink (path);
}

/* What is no picture is refused in words, and the brief stays as it is. */
static void
test_no_picture (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);
  RisalahPosition from, to;

  risalah_editor_get_selection (fixture->editor, &from, &to);
  risalah_figure_insert_bytes (fixture->editor, &to, bytes, "catatan.txt");
  ui_test_wait_until (dock_get_dialog (fixture) != NULL);
  gtk_window_destroy (GTK_WINDOW (dock_get_dialog (fixture)));
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));
}

static void
test_timeline (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  RisalahBriefBlock *block;
  GtkWidget *dialog, *choice;
  guint index;

  dock_act (fixture, "brief.insert-timeline");
  dialog = dock_get_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "From")), "2025");
  choice = ui_test_find_row (dialog, "Rows");
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 1);
  dock_keep (dialog);
  block = find_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE, &index);
  g_assert_nonnull (block);
  g_assert_null (risalah_brief_block_get_figure (block)->media);
  g_assert_cmpstr (risalah_brief_block_get_figure (block)->from, ==, "2025");
  g_assert_cmpstr (risalah_brief_block_get_figure (block)->group, ==, "country");
  assert_taken_back (fixture, first);
}

static guint
number_at (GtkTextView *view, guint offset)
{
  GtkTextIter iter;
  GdkPaintable *paintable;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  paintable = gtk_text_iter_get_paintable (&iter);
  g_assert_true (RISALAH_IS_NOTE_PAINTABLE (paintable));
  return risalah_note_paintable_get_number (RISALAH_NOTE_PAINTABLE (paintable));
}

/* The citation in a cell counts among those of the text, in the order of the pages. */
static void
test_table (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  g_autoptr (RisalahQuotation) passage = dock_quote_words (fixture, "Galangan itu", ", asalkan");
  GtkWidget *dialog, *table, *cell;
  RisalahBriefBlock *block;
  RisalahPosition at = { 0 };
  guint index;

  dock_act (fixture, "brief.insert-table");
  dialog = dock_get_dialog (fixture);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (ui_test_find (ui_test_find_row (dialog, "Columns"), GTK_TYPE_SPIN_BUTTON)), 2);
  dock_keep (dialog);
  block = find_block (fixture, RISALAH_BRIEF_BLOCK_TABLE, &index);
  g_assert_nonnull (block);
  g_assert_cmpuint (risalah_brief_block_get_n_rows (block), ==, 3);
  g_assert_cmpuint (risalah_brief_block_get_n_columns (block), ==, 2);
  g_assert_true (risalah_brief_block_has_header (block));

  at = (RisalahPosition){ index, RISALAH_PART_FIRST_CELL + 3, 0 };
  risalah_editor_select (fixture->editor, &at, &at);
  risalah_brief_dock_insert_citation (fixture->dock, passage);
  risalah_brief_dock_insert_quotation (fixture->dock, passage);
  table = ui_test_find (GTK_WIDGET (fixture->editor), RISALAH_TYPE_TABLE_BLOCK);
  cell = gtk_grid_get_child_at (GTK_GRID (ui_test_find (table, GTK_TYPE_GRID)), 1, 1);
  g_assert_cmpuint (number_at (GTK_TEXT_VIEW (cell), 0), ==, 1);

  /* One put in before the table takes the first number; those in the cell move up. */
  at = (RisalahPosition){ index - 1, RISALAH_PART_BODY, 0 };
  block = risalah_document_get_block (dock_get_document (fixture), at.block);
  at.offset = risalah_rich_text_get_length (risalah_brief_block_get_text (block));
  risalah_editor_select (fixture->editor, &at, &at);
  risalah_brief_dock_insert_citation (fixture->dock, passage);
  g_assert_cmpuint (number_at (GTK_TEXT_VIEW (cell), 0), ==, 2);

  /* Rows and columns come and go at the cell that was written in. */
  block = find_block (fixture, RISALAH_BRIEF_BLOCK_TABLE, &index);
  at = (RisalahPosition){ index, RISALAH_PART_FIRST_CELL, 0 };
  risalah_editor_select (fixture->editor, &at, &at);
  gtk_widget_activate_action (table, "table.insert-row", "u", 0);
  gtk_widget_activate_action (table, "table.remove-column", NULL);
  gtk_widget_activate_action (table, "table.switch-header", NULL);
  block = find_block (fixture, RISALAH_BRIEF_BLOCK_TABLE, &index);
  g_assert_cmpuint (risalah_brief_block_get_n_rows (block), ==, 4);
  g_assert_cmpuint (risalah_brief_block_get_n_columns (block), ==, 1);
  g_assert_false (risalah_brief_block_has_header (block));
  assert_taken_back (fixture, first);
}

static void
test_generated (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  RisalahBriefBlock *block;
  gboolean has_annex = FALSE;
  guint index;

  dock_act_on (fixture, "brief.insert-generated", "source-annex");
  dock_act (fixture, "brief.insert-page-break");
  g_assert_nonnull (find_block (fixture, RISALAH_BRIEF_BLOCK_PAGE_BREAK, &index));
  for (guint i = 0; i < risalah_document_get_n_blocks (dock_get_document (fixture)); i++)
    {
      block = risalah_document_get_block (dock_get_document (fixture), i);
      has_annex |= risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_GENERATED
                   && risalah_brief_block_get_generated (block) == RISALAH_GENERATED_SOURCE_ANNEX;
    }
  g_assert_true (has_annex);
  assert_taken_back (fixture, first);
}

/* Lists nest by the same action that Tab does, and the box of key messages opens and closes. */
static void
test_lists_and_box (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  RisalahPosition from, to;
  RisalahBriefBlock *block;

  dock_type (fixture, "butir");
  dock_act (fixture, "brief.bullet-list");
  risalah_editor_get_selection (fixture->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_change_level (dock_get_document (fixture), &from, &to, 1);

    risalah_editor_apply (fixture->editor, &edit);
  }
  block = risalah_document_get_block (dock_get_document (fixture), from.block);
  g_assert_cmpuint (risalah_brief_block_get_level (block), ==, 2);
  dock_act (fixture, "brief.numbered-list");
  block = risalah_document_get_block (dock_get_document (fixture), from.block);
  g_assert_cmpint (risalah_brief_block_get_kind (block), ==, RISALAH_BRIEF_BLOCK_NUMBERED);
  g_assert_cmpuint (risalah_brief_block_get_level (block), ==, 2);
  {
    gboolean was = risalah_brief_block_is_boxed (block);

    dock_act_on (fixture, "brief.style", "key-messages");
    block = risalah_document_get_block (dock_get_document (fixture), from.block);
    g_assert_cmpint (risalah_brief_block_is_boxed (block), ==, !was);
  }
  assert_taken_back (fixture, first);
}

static void
test_citation_details (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = begin (fixture);
  g_autoptr (RisalahQuotation) passage = dock_quote_words (fixture, "Galangan itu", ", asalkan");
  const RisalahMark *mark;
  RisalahPosition where;
  GtkWidget *dialog;

  dock_type (fixture, "Kapal berikutnya datang akhir tahun");
  risalah_brief_dock_insert_citation (fixture->dock, passage);
  /* The cursor stands behind it, and finds it all the same. */
  dock_act (fixture, "brief.edit-here");
  dialog = dock_get_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "Page")), "hlm. 4");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "before")), "lihat");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (dialog, "after")), "dan seterusnya");
  dock_keep (dialog);
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where);
  g_assert_nonnull (mark);
  g_assert_cmpstr (mark->citation->locator, ==, "hlm. 4");
  g_assert_cmpstr (mark->citation->prefix, ==, "lihat");
  g_assert_cmpstr (mark->citation->suffix, ==, "dan seterusnya");
  g_assert_cmpint (mark->citation->start, ==, passage->start);
  assert_taken_back (fixture, first);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/brief-blocks/" path, DockFixture, NULL, dock_set_up, function,             \
              dock_tear_down)
  ADD ("link", test_link);
  ADD ("cross-reference", test_cross_reference);
  ADD ("superscript", test_superscript);
  ADD ("likelihood", test_likelihood);
  ADD ("picture", test_picture);
  ADD ("no-picture", test_no_picture);
  ADD ("timeline", test_timeline);
  ADD ("table", test_table);
  ADD ("generated", test_generated);
  ADD ("lists-and-box", test_lists_and_box);
  ADD ("citation-details", test_citation_details);
#undef ADD
  return g_test_run ();
}
