/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Timeline by keyboard and pointer: the table, what narrows it, and what leaves it. */

#include "risalah-dossiers.h"
#include "risalah-event-details.h"
#include "risalah-event-export.h"
#include "risalah-event-table-view.h"
#include "risalah-timeline-picture.h"
#include "timeline-fixture.h"

static char *
dup_first_title (RisalahTimelinePlace *place)
{
  RisalahLazyList *list = risalah_event_list_get_list (risalah_timeline_place_get_events (place));
  g_autoptr (RisalahLazyItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  const RisalahEventRow *row = item != NULL ? risalah_lazy_item_get_value (item) : NULL;

  return row != NULL ? g_strdup (row->event->title) : NULL;
}

static gboolean
is_first (RisalahTimelinePlace *place, const char *title)
{
  g_autofree char *first = dup_first_title (place);

  return g_strcmp0 (first, title) == 0;
}

/* Sorted by the drop-down, which keys reach, and by a click on a header. */
static void
test_table_sort (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  GtkWidget *header;

  ui_test_wait_until (is_first (place, "Dialog rekaan digelar"));
  risalah_event_table_view_sort (place->table, RISALAH_EVENT_SORT_TITLE, TRUE);
  ui_test_wait_until (is_first (place, "Latihan laut rekaan"));
  header = gtk_widget_get_parent (timeline_find_label (GTK_WIDGET (place->table), "Kind"));
  risalah_event_table_view_sort (place->table, RISALAH_EVENT_SORT_TITLE, FALSE);
  ui_test_wait_until (is_first (place, "Dialog rekaan digelar"));
  ui_test_click (header);
  ui_test_wait_until (is_first (place, "Latihan laut rekaan"));
  risalah_event_table_view_sort (place->table, RISALAH_EVENT_SORT_KIND, TRUE);
  ui_test_wait_until (is_first (place, "Kelompok kerja dibentuk"));
}

/* The arrow keys select, in the table and for the card; A accepts what is selected. */
static void
test_table_keys (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ui_test_wait_until (is_first (place, "Dialog rekaan digelar"));
  ui_test_click (timeline_find_label (GTK_WIDGET (place->table), "Dialog rekaan digelar"));
  ui_test_wait_until (timeline_is_selected (fixture, "Dialog rekaan digelar"));
  ui_test_press (window, "Down");
  ui_test_wait_until (timeline_is_selected (fixture, "Kelompok kerja dibentuk"));
  ui_test_wait_until (risalah_event_details_get_event (place->details) != NULL
                      && g_str_equal (risalah_event_details_get_event (place->details)->title,
                                      "Kelompok kerja dibentuk"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (place->details)));
  ui_test_press (window, "a");
  ui_test_wait_until (
      timeline_has_review (fixture, "Kelompok kerja dibentuk", RISALAH_REVIEW_ACCEPTED));
  ui_test_wait_until (risalah_event_details_get_event (place->details)->review
                      == RISALAH_REVIEW_ACCEPTED);
  ui_test_press (window, "Escape");
  ui_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (place->details)));
}

/* The search of Sources narrows the Timeline, and the other way round. */
static void
test_filter (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  RisalahSourceSearch *search = risalah_timeline_state_get_search (place->state);
  RisalahEventList *events = risalah_timeline_place_get_events (place);
  g_autoptr (GError) error = NULL;

  g_assert_true (search == risalah_sources_place_get_search (fixture->window->sources));
  risalah_source_search_set_text (search, "Surabaya");
  ui_test_wait_until (timeline_get_n (events) == 1);
  ui_test_wait_until (is_first (place, "Kapal rekaan kembali"));
  risalah_source_search_set_text (search, "");
  ui_test_wait_until (timeline_get_n (events) == 5);
  risalah_timeline_state_set_kind (place->state, "exercise");
  ui_test_wait_until (timeline_get_n (events) == 2);
  risalah_timeline_state_set_kind (place->state, NULL);
  g_assert_true (risalah_timeline_state_set_period (place->state, "2025-08", NULL, &error));
  ui_test_wait_until (timeline_get_n (events) == 1);
  g_assert_false (risalah_timeline_state_set_period (place->state, "2025-13", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (risalah_timeline_state_set_period (place->state, "", "", NULL));
  risalah_timeline_state_set_min_origins (place->state, 2);
  ui_test_wait_until (timeline_get_n (events) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (place->pages), ==, "empty");
}

/* What the filter admits, in the format that the name asks for. */
static void
test_export (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePlace *place = fixture->window->timeline;
  g_autofree char *csv_path = g_build_filename (fixture->folder, "events.csv", NULL);
  g_autofree char *json_path = g_build_filename (fixture->folder, "events.JSON", NULL);
  g_autoptr (GFile) csv_file = g_file_new_for_path (csv_path);
  g_autoptr (GFile) json_file = g_file_new_for_path (json_path);
  g_autofree char *csv = NULL, *json = NULL;
  g_autoptr (GError) error = NULL;

  risalah_timeline_state_set_kind (place->state, "exercise");
  g_assert_true (risalah_event_export_write (fixture->session,
                                             risalah_timeline_state_get_filter (place->state),
                                             csv_file, &error));
  g_assert_no_error (error);
  g_assert_true (risalah_event_export_write (fixture->session,
                                             risalah_timeline_state_get_filter (place->state),
                                             json_file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (csv_path, &csv, NULL, NULL));
  g_assert_true (g_file_get_contents (json_path, &json, NULL, NULL));
  g_assert_nonnull (strstr (csv, "\"Kapal rekaan kembali\""));
  g_assert_null (strstr (csv, "Dialog rekaan digelar"));
  g_assert_true (g_str_has_prefix (json, "{"));
  g_assert_nonnull (strstr (json, "\"2025-08-05\""));
}

static gboolean
fill_dossier (RisalahConnection *connection,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  gint64 dossier = risalah_dossiers_add (connection, "Latihan", error);

  return dossier != 0 && risalah_dossiers_add_source (connection, dossier, 2, error);
}

/* The lanes by dossier follow what comes into one. */
static void
test_dossier_lanes (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePicture *picture =
      RISALAH_TIMELINE_PICTURE (adw_bin_get_child (fixture->window->timeline->picture));
  RisalahTimelineCanvas *canvas = risalah_timeline_picture_get_canvas (picture);
  GtkWidget *lanes = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (picture), RISALAH_TYPE_TIMELINE_PICTURE, "lanes"));
  g_autoptr (GError) error = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (lanes), 3);
  ui_test_wait_until (
      risalah_timeline_canvas_get_index (canvas) != NULL
      && risalah_timeline_index_get_grouping (risalah_timeline_canvas_get_index (canvas))
             == RISALAH_TIMELINE_BY_DOSSIER);
  g_assert_cmpuint (risalah_timeline_index_get_n_lanes (risalah_timeline_canvas_get_index (canvas)),
                    ==, 1);
  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, fill_dossier, NULL, NULL, &error);
  g_assert_no_error (error);
  ui_test_wait_until (
      risalah_timeline_index_get_n_lanes (risalah_timeline_canvas_get_index (canvas)) == 2);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(name, view, function)                                                                  \
  g_test_add ("/timeline-place/" name, WindowFixture, view, timeline_set_up, function,             \
              window_fixture_tear_down)
  ADD ("table/sort", "table", test_table_sort);
  ADD ("table/keys", "table", test_table_keys);
  ADD ("filter", "table", test_filter);
  ADD ("export", "table", test_export);
  ADD ("dossier-lanes", "picture", test_dossier_lanes);
  return g_test_run ();
}
