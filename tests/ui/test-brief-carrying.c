/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations carried: from brief to brief, within one, out of the window, and from the shelf. */

#include "dock-fixture.h"
#include "risalah-checking.h"
#include "risalah-editor-private.h"
#include "risalah-quote-shelf.h"
#include "ui-test-input.h"

#define LONG_WORDS "Kapal patroli ketiga"

/* A brief with one quotation of eight words. */
static RisalahQuotation *
begin_with_quotation (DockFixture *fixture)
{
  RisalahQuotation *quotation = dock_quote_words (fixture, "Kami menunggu", ", dan kami");

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  return quotation;
}

/* Cut in one brief and pasted in another, it is still the same passage of the same source. */
static void
test_between_briefs (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  RisalahPosition where;

  dock_select_block_of (fixture, RISALAH_MARK_QUOTATION);
  g_signal_emit_by_name (fixture->editor, "cut-clipboard");
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));
  dock_begin_brief (fixture, "Naskah lain");
  g_signal_emit_by_name (fixture->editor, "paste-clipboard");
  ui_test_wait_until (
      dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where) != NULL);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (dock_get_use (fixture))->uid, ==,
                   quotation->uid);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (dock_get_use (fixture))->source_uid, ==,
                   quotation->source_uid);
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where));
  dock_wait_for_passages (fixture, quotation->uid);
  g_assert_false (dock_is_doubtful (fixture));
}

static gboolean
is_found_unsourced (DockFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = risalah_session_check_document (
      fixture->session.session, dock_get_document (fixture), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((RisalahFinding *)findings->pdata[i])->rule, "unsourced-quotation"))
      return TRUE;
  return FALSE;
}

/* Pasted as plain text the words lose their link; their marks stay, and the check sees them. */
static void
test_paste_plain (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote_words (fixture, LONG_WORDS, " musim");
  RisalahPosition where;

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  g_assert_false (is_found_unsourced (fixture));
  dock_select_block_of (fixture, RISALAH_MARK_QUOTATION);
  g_signal_emit_by_name (fixture->editor, "cut-clipboard");
  dock_act (fixture, "brief.paste-plain");
  ui_test_wait_until (dock_holds_words (dock_get_document (fixture), LONG_WORDS));
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));
  g_assert_true (dock_holds_words (dock_get_document (fixture), "“" LONG_WORDS));
  g_assert_true (is_found_unsourced (fixture));
}

static void
written_cb (GObject *provider, GAsyncResult *result, gpointer is_done)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result, &error);
  g_assert_no_error (error);
  *(gboolean *)is_done = TRUE;
}

static char *
get_content (GdkContentProvider *provider, const char *type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, type, stream, G_PRIORITY_DEFAULT, NULL,
                                              written_cb, &is_done);
  ui_test_wait_until (is_done);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What leaves the window carries its citation in words, rich and plain. */
static void
test_leaving (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *html = NULL, *plain = NULL;
  GValue value = G_VALUE_INIT;

  dock_wait_for_passages (fixture, quotation->uid);
  dock_select_block_of (fixture, RISALAH_MARK_QUOTATION);
  provider = risalah_editor_provide_selection (fixture->editor);
  html = get_content (provider, "text/html");
  g_assert_nonnull (strstr (html, "“Kami menunggu kapal ini”"));
  g_assert_nonnull (strstr (html, "(Kapal Ketiga Tiba di Surabaya"));
  g_assert_null (strstr (html, "data-quotation"));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  plain = g_value_dup_string (&value);
  g_value_unset (&value);
  g_assert_cmpstr (plain, ==, "“Kami menunggu kapal ini” (Kapal Ketiga Tiba di Surabaya)");
}

/* Dragged within the brief it moves as one step; dropped from elsewhere it is put in. */
static void
test_dragging (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (RisalahDocument) first = NULL, fragment = NULL;
  RisalahPosition where, from, to, at;

  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where);
  where.offset++;
  risalah_editor_select (fixture->editor, &where, &where);
  dock_type (fixture, "\nBaris berikut.");
  risalah_editor_get_selection (fixture->editor, &from, &at);
  first = risalah_document_ref (dock_get_document (fixture));
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  dock_select_block_of (fixture, RISALAH_MARK_QUOTATION);
  risalah_editor_get_selection (fixture->editor, &from, &to);
  fragment = risalah_document_cut_out (first, &from, &to);

  fixture->editor->is_dragged = TRUE;
  risalah_editor_drop_fragment (fixture->editor, &at, fragment);
  fixture->editor->is_dragged = FALSE;
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  g_assert_true (dock_holds_words (dock_get_document (fixture),
                                   "Baris berikut.“Kami menunggu kapal ini”"));
  g_assert_cmpstr (risalah_quotation_use_get_quotation (dock_get_use (fixture))->uid, ==,
                   quotation->uid);
  risalah_editor_undo (fixture->editor);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));

  risalah_editor_drop_fragment (fixture->editor, &at, fragment);
  g_assert_true (dock_holds_words (dock_get_document (fixture),
                                   "Baris berikut.“Kami menunggu kapal ini”"));
  {
    g_autoptr (GArray) matches = risalah_document_find (dock_get_document (fixture),
                                                        "Kami menunggu kapal ini", TRUE, FALSE);

    g_assert_cmpuint (matches->len, ==, 2);
  }
}

/* The shelf offers what is not used yet; from it the passage is quoted or only cited. */
static void
test_shelf (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Kami menunggu", ", dan kami");
  RisalahQuoteShelf *shelf;
  GtkWidget *list;
  GListModel *model;
  RisalahPosition where;

  g_assert_nonnull (quotation);
  dock_begin_brief (fixture, "Kapal ketiga");
  dock_act_on (fixture, "brief.show", "shelf");
  shelf = RISALAH_QUOTE_SHELF (ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_QUOTE_SHELF));
  list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (shelf), RISALAH_TYPE_QUOTE_SHELF,
                                                    "list"));
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  ui_test_wait_until (g_list_model_get_n_items (model) == 1);
  g_assert_true (risalah_quote_shelf_take_selected (shelf, TRUE));
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where));
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));

  dock_act_on (fixture, "brief.show", "shelf");
  ui_test_wait_until (g_list_model_get_n_items (model) == 1);
  g_assert_true (risalah_quote_shelf_take_selected (shelf, FALSE));
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));
  dock_act_on (fixture, "brief.show", "shelf");
  ui_test_wait_until (g_list_model_get_n_items (model) == 0);
}

/* Where a place of the text stands once nothing scrolls any more. */
static void
get_place_at_rest (DockFixture *fixture, const RisalahPosition *at, GdkRectangle *place)
{
  GdkRectangle before;

  do
    {
      risalah_editor_get_rectangle (fixture->editor, at, at, &before);
      ui_test_frames (fixture->window, 3);
      risalah_editor_get_rectangle (fixture->editor, at, at, place);
    }
  while (!gdk_rectangle_equal (&before, place));
}

/* Goes there with the pointer, and gives the window time to see it. */
static void
point_at (DockFixture *fixture, const GdkRectangle *place, int dx, int dy)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));
  g_autofree char *number = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autofree char *at_x = NULL, *at_y = NULL;
  double x, y, shadow_x, shadow_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (fixture->editor), fixture->window, place->x + dx,
                                    place->y + dy, &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &shadow_x, &shadow_y);
  at_x = g_strdup_printf ("%d", (int)(x + shadow_x));
  at_y = g_strdup_printf ("%d", (int)(y + shadow_y));
  {
    const char *const command[] = { "xdotool", "mousemove", "--window", number, at_x, at_y, NULL };

    ui_test_run_xdotool (command);
  }
  ui_test_frames (fixture->window, 5);
}

/* With the pointer itself: pressed on the selected quotation, drawn to the line below, let go. */
static void
test_pointer (DockFixture *fixture, gconstpointer data)
{
  static const char *const press[] = { "xdotool", "mousedown", "1", NULL };
  static const char *const let_go[] = { "xdotool", "mouseup", "1", NULL };
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  GdkRectangle from_place, to_place;
  RisalahPosition where, from, to, at;

  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where);
  where.offset++;
  risalah_editor_select (fixture->editor, &where, &where);
  dock_type (fixture, "\nBaris berikut.");
  risalah_editor_get_selection (fixture->editor, &from, &at);
  dock_select_block_of (fixture, RISALAH_MARK_QUOTATION);
  risalah_editor_get_selection (fixture->editor, &from, &to);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor));
  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  ui_test_frames (fixture->window, 5);
  from.offset += 5;
  get_place_at_rest (fixture, &from, &from_place);
  risalah_editor_get_rectangle (fixture->editor, &at, &at, &to_place);

  point_at (fixture, &from_place, 0, 8);
  ui_test_run_xdotool (press);
  ui_test_frames (fixture->window, 5);
  for (int step = 1; step < 20 && !fixture->editor->is_dragged; step++)
    point_at (fixture, &from_place, 3 * step, 8 + 2 * step);
  g_assert_true (fixture->editor->is_dragged);
  point_at (fixture, &to_place, 2, 8);
  point_at (fixture, &to_place, 3, 8);
  ui_test_run_xdotool (let_go);
  ui_test_wait_until (dock_holds_words (dock_get_document (fixture),
                                        "Baris berikut.“Kami menunggu kapal ini”"));
  g_assert_cmpstr (risalah_quotation_use_get_quotation (dock_get_use (fixture))->uid, ==,
                   quotation->uid);
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  g_assert_cmpuint (where.block, ==, at.block);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/brief-carrying/" path, DockFixture, NULL, dock_set_up, function, dock_tear_down)
  ADD ("between-briefs", test_between_briefs);
  ADD ("paste-plain", test_paste_plain);
  ADD ("leaving", test_leaving);
  ADD ("dragging", test_dragging);
  ADD ("pointer", test_pointer);
  ADD ("shelf", test_shelf);
#undef ADD
  return g_test_run ();
}
