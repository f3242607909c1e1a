/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the window and the popovers in them. Opening a menu first and a sheet then is more
 * than the toolkit bears without a compositor, hence the sheets are looked at before these. */

#include "scenes-private.h"

#include "dock-fixture.h"
#include "risalah-check-panel.h"
#include "risalah-edit.h"
#include "risalah-evidence-row.h"
#include "risalah-messages.h"
#include "risalah-sources-place-private.h"
#include "risalah-timeline-canvas.h"

static void
open_opening (WindowFixture *fixture)
{
  gtk_stack_set_visible_child_name (fixture->window->body, "opening");
}

static void
open_failed (WindowFixture *fixture)
{
  g_autoptr (GError) error = g_error_new (
      G_IO_ERROR, G_IO_ERROR_FAILED,
      _ ("The library “%s” was written by a newer Risalah. It was left as it is; open it with "
         "that version."),
      "/home/analis/Dokumen/Perpustakaan Pertahanan/library.risalah");

  risalah_window_show_failure (fixture->window, error);
}

static void
open_library (WindowFixture *fixture)
{
  gtk_stack_set_visible_child_name (fixture->window->body, "library");
  scene_show_place (fixture, "sources");
}

static void
open_list (WindowFixture *fixture)
{
  open_library (fixture);
  risalah_sources_place_go_back (fixture->window->sources);
}

static void
open_row_menu (WindowFixture *fixture)
{
  open_list (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->sources->list));
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.row-menu", NULL);
}

/* Few results, by words and by a filter that stands above them as a chip. */
static void
open_found (WindowFixture *fixture)
{
  RisalahSourceSearch *search = risalah_sources_place_get_search (fixture->window->sources);

  risalah_source_search_set_filter (search, RISALAH_FIELD_COUNTRY, "TR", TRUE);
  risalah_source_search_set_text (search, "nirawak");
  ui_test_wait_until (g_list_model_get_n_items (window_fixture_list (fixture)) < 20);
}

static void
open_reader (WindowFixture *fixture)
{
  scene_show_place (fixture, "sources");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.clear", NULL);
  ui_test_wait_until (g_list_model_get_n_items (window_fixture_list (fixture)) > 20);
  window_fixture_open_first (fixture);
}

/* Shows or hides a revealer of the template of @widget. */
static void
reveal (gpointer widget, const char *name, gboolean shown)
{
  GObject *revealer = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), shown);
}

static void
open_find (WindowFixture *fixture)
{
  RisalahReader *reader = window_fixture_reader (fixture);

  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.find", NULL);
  reveal (reader, "earlier", TRUE);
}

static void
open_details (WindowFixture *fixture)
{
  g_object_set (window_fixture_reader (fixture), "details", TRUE, NULL);
}

static void
open_import (WindowFixture *fixture)
{
  g_object_set (window_fixture_reader (fixture), "details", FALSE, NULL);
  reveal (fixture->window->banner, "revealer", TRUE);
}

static void
show_view (WindowFixture *fixture, const char *view)
{
  reveal (fixture->window->banner, "revealer", FALSE);
  scene_show_place (fixture, "timeline");
  risalah_timeline_place_show_view (fixture->window->timeline, view);
}

static RisalahTimelineCanvas *
get_canvas (WindowFixture *fixture)
{
  return RISALAH_TIMELINE_CANVAS (
      ui_test_find (GTK_WIDGET (fixture->window->timeline), RISALAH_TYPE_TIMELINE_CANVAS));
}

static void
open_picture (WindowFixture *fixture)
{
  show_view (fixture, "picture");
  ui_test_wait_until (risalah_timeline_canvas_get_index (get_canvas (fixture)) != NULL);
}

static void
open_event (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (get_canvas (fixture)), "timeline.step", "b", TRUE);
  ui_test_wait_until (ui_test_find (GTK_WIDGET (fixture->window->timeline),
                                    RISALAH_TYPE_EVIDENCE_ROW)
                      != NULL);
}

static void
open_table (WindowFixture *fixture)
{
  GtkWidget *view;

  risalah_timeline_state_select (risalah_timeline_place_get_state (fixture->window->timeline), 0);
  show_view (fixture, "table");
  view = ui_test_find (GTK_WIDGET (fixture->window->timeline), GTK_TYPE_COLUMN_VIEW);
  ui_test_wait_until (gtk_widget_get_first_child (gtk_widget_get_last_child (view)) != NULL);
  ui_test_frames (view, 3);
}

static void
open_review (WindowFixture *fixture)
{
  show_view (fixture, "review");
}

static void
open_briefs (WindowFixture *fixture)
{
  scene_show_place (fixture, "briefs");
}

static void
open_text (WindowFixture *fixture)
{
  g_autofree char *text = g_strdup_printf (
      _ ("This brief was also saved elsewhere (%s). Both texts are kept."),
      "22 November 2026, 10.15");

  scene_show_page (fixture, "text");
  reveal (fixture->window->dock, "changes_bar", TRUE);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_template_child (
                          GTK_WIDGET (fixture->window->dock), RISALAH_TYPE_BRIEF_DOCK,
                          "changes_label")),
                      text);
}

static void
show_block (WindowFixture *fixture, RisalahBriefBlockKind kind)
{
  const RisalahPosition at = { scene_find_block (fixture, kind), RISALAH_PART_BODY, 0 };

  scene_show_page (fixture, "text");
  risalah_editor_show_position (scene_get_editor (fixture), &at);
}

static void
open_table_block (WindowFixture *fixture)
{
  show_block (fixture, RISALAH_BRIEF_BLOCK_TABLE);
}

static void
open_figure_block (WindowFixture *fixture)
{
  scene_insert_figure (fixture);
  show_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE);
}

static void
open_shelf (WindowFixture *fixture)
{
  scene_show_page (fixture, "shelf");
}

static void
open_outline (WindowFixture *fixture)
{
  scene_show_page (fixture, "outline");
}

static void
open_check (WindowFixture *fixture)
{
  GtkWidget *panel = ui_test_find (GTK_WIDGET (fixture->window->dock), RISALAH_TYPE_CHECK_PANEL);
  GtkWidget *list
      = GTK_WIDGET (gtk_widget_get_template_child (panel, RISALAH_TYPE_CHECK_PANEL, "list"));

  scene_show_page (fixture, "check");
  ui_test_wait_until (gtk_widget_get_first_child (list) != NULL);
}

static void
open_find_bar (WindowFixture *fixture)
{
  reveal (fixture->window->dock, "changes_bar", FALSE);
  scene_act_on_brief (fixture, "brief.find");
}

static void
open_toast (WindowFixture *fixture)
{
  g_autoptr (GFile) file
      = g_file_new_for_path ("/home/analis/Kerja Sama Pertahanan Indonesia dan Pakistan.pdf");

  scene_show_place (fixture, "sources");
  risalah_messages_show_file (GTK_WIDGET (fixture->window->places),
                              _ ("A copy can only be saved in a folder of this computer."), file);
}

static void
open_no_events (WindowFixture *fixture)
{
  scene_show_place (fixture, "timeline");
}

static void
open_no_brief (WindowFixture *fixture)
{
  risalah_window_set_dock_visible (fixture->window, TRUE);
}

static void
open_closed_brief (WindowFixture *fixture)
{
  risalah_brief_dock_close (fixture->window->dock);
  open_no_brief (fixture);
}

static void
open_selection (WindowFixture *fixture)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (risalah_reader_get_view (window_fixture_reader (fixture)));
  GtkTextIter from, to;

  scene_show_place (fixture, "sources");
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
  gtk_text_buffer_get_start_iter (buffer, &from);
  to = from;
  gtk_text_iter_forward_chars (&to, 12);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
open_mark (WindowFixture *fixture)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (risalah_reader_get_view (reader));
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.next-mark", NULL);
}

static void
go_to_mark (WindowFixture *fixture, RisalahMarkKind kind)
{
  RisalahPosition at;

  scene_show_page (fixture, "text");
  dock_find_mark (risalah_editor_get_document (scene_get_editor (fixture)), kind, &at);
  at.offset += 3;
  risalah_editor_show_position (scene_get_editor (fixture), &at);
  risalah_editor_select (scene_get_editor (fixture), &at, &at);
}

static void
open_quotation (WindowFixture *fixture)
{
  go_to_mark (fixture, RISALAH_MARK_QUOTATION);
  scene_act_on_brief (fixture, "brief.edit-here");
}

static void
open_likelihood (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.choose-likelihood");
}

/* At a term that the glossary knows. */
static void
open_terms (WindowFixture *fixture)
{
  g_autoptr (GArray) matches = risalah_document_find (
      risalah_editor_get_document (scene_get_editor (fixture)), "nota kesepahaman", FALSE, TRUE);
  const RisalahDocumentMatch *match;

  g_assert_cmpuint (matches->len, >, 0);
  match = &g_array_index (matches, RisalahDocumentMatch, 0);
  risalah_editor_show_position (scene_get_editor (fixture), &match->start);
  risalah_editor_select (scene_get_editor (fixture), &match->start, &match->start);
  scene_act_on_brief (fixture, "brief.choose-term");
}

const Scene scenes_places[] = {
  { "list", SCENE_PLACE, NULL, open_list },
  { "results", SCENE_PLACE, "sources/risalah-source-filters.c", open_found },
  { "reader", SCENE_PLACE, NULL, open_reader },
  { "find in the article", SCENE_PLACE, NULL, open_find },
  { "details of an article", SCENE_PLACE, NULL, open_details },
  { "import", SCENE_PLACE, NULL, open_import },
  { "timeline", SCENE_PLACE, "timeline/risalah-event-filters.c", open_picture },
  { "event", SCENE_PLACE, NULL, open_event },
  { "table of events", SCENE_PLACE, NULL, open_table },
  { "review", SCENE_PLACE, NULL, open_review },
  { "briefs", SCENE_PLACE, NULL, open_briefs },
  { "brief", SCENE_PLACE, NULL, open_text },
  { "find in the brief", SCENE_PLACE, NULL, open_find_bar },
  { "table in the brief", SCENE_PLACE, "editor/risalah-table-block.c", open_table_block },
  { "figure in the brief", SCENE_PLACE, "editor/risalah-figure-block.c", open_figure_block },
  { "quote shelf", SCENE_PLACE, NULL, open_shelf },
  { "outline", SCENE_PLACE, NULL, open_outline },
  { "check", SCENE_PLACE, "editor/risalah-finding-row.c", open_check },
  { "selected words", SCENE_POPOVER, NULL, open_selection },
  { "mark", SCENE_POPOVER, NULL, open_mark },
  { "quotation", SCENE_POPOVER, NULL, open_quotation },
  { "likelihood", SCENE_POPOVER, "editor/risalah-editor-menu.c", open_likelihood },
  { "terms", SCENE_POPOVER, NULL, open_terms },
  { "row", SCENE_POPOVER, "sources/risalah-sources-place-menus.c", open_row_menu },
  { "brief to open", SCENE_PLACE, NULL, open_closed_brief },
  { "toast", SCENE_PLACE, NULL, open_toast },
  { "library that opens", SCENE_PLACE, NULL, open_opening },
  { "library that does not open", SCENE_PLACE, NULL, open_failed },
  { NULL },
};

const Scene scenes_of_nothing[] = {
  { "welcome", SCENE_PLACE, NULL, open_library },
  { "timeline without events", SCENE_PLACE, NULL, open_no_events },
  { "no briefs", SCENE_PLACE, NULL, open_briefs },
  { "no brief", SCENE_PLACE, NULL, open_no_brief },
  { NULL },
};
