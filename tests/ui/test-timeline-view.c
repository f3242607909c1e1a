/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is seen of the timeline goes into the brief as a figure, with its period, lanes and search. */

#include "risalah-events.h"
#include "risalah-figures.h"
#include "risalah-timeline-picture.h"
#include "window-fixture.h"

static gboolean
accept_all (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = risalah_events_list (connection, NULL, error);

  if (ids == NULL)
    return FALSE;
  *(guint *)data = ids->len;
  for (guint i = 0; i < ids->len; i++)
    if (!risalah_events_set_review (connection, g_array_index (ids, gint64, i),
                                    RISALAH_REVIEW_ACCEPTED, error))
      return FALSE;
  return TRUE;
}

static RisalahTimelinePicture *
show_picture (WindowFixture *fixture)
{
  GtkWidget *picture;
  RisalahTimelineCanvas *canvas;

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "place",
                                      g_variant_new_string ("timeline"));
  picture = ui_test_find (GTK_WIDGET (fixture->window->timeline), RISALAH_TYPE_TIMELINE_PICTURE);
  g_assert_nonnull (picture);
  canvas = risalah_timeline_picture_get_canvas (RISALAH_TIMELINE_PICTURE (picture));
  ui_test_wait_until (risalah_timeline_canvas_get_index (canvas) != NULL
                      && risalah_timeline_canvas_get_scale (canvas)->width > 0);
  return RISALAH_TIMELINE_PICTURE (picture);
}

static const RisalahFigure *
find_figure (RisalahDocument *document)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_FIGURE)
        return risalah_brief_block_get_figure (block);
    }
  return NULL;
}

/* Without a brief nothing is inserted, and nothing breaks. */
static void
test_without_brief (WindowFixture *fixture, gconstpointer data)
{
  RisalahTimelinePicture *picture = show_picture (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (picture), "picture.insert", NULL));
  g_assert_null (risalah_brief_dock_get_brief (fixture->window->dock));
}

static void
test_insert (WindowFixture *fixture, gconstpointer data)
{
  RisalahBriefDock *dock = fixture->window->dock;
  RisalahDocument *document;
  RisalahTimelinePicture *picture;
  const RisalahFigure *figure;
  RisalahFigure other;
  g_autoptr (RisalahPlate) plate = NULL;
  g_autoptr (GError) error = NULL;
  guint n_events = 0;

  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, accept_all, &n_events, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_events, >, 0);
  risalah_brief_dock_begin (dock, "T1", NULL, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (dock) != NULL);
  window_fixture_search (fixture, "latihan", 1);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  picture = show_picture (fixture);
  risalah_timeline_canvas_show_period (risalah_timeline_picture_get_canvas (picture),
                                       risalah_day_from_date (2025, 7, 1),
                                       risalah_day_from_date (2026, 1, 1));
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (picture), "picture.insert", NULL));
  document = risalah_editor_get_document (risalah_brief_dock_get_editor (dock));
  figure = find_figure (document);
  g_assert_nonnull (figure);
  g_assert_cmpstr (figure->from, ==, "2025-07-01");
  g_assert_cmpstr (figure->to, ==, "2025-12-31");
  g_assert_cmpstr (figure->group, ==, "country");
  g_assert_cmpstr (figure->filter, ==, "latihan");
  plate = risalah_session_draw_figure (fixture->session, document, figure, 480, &error);
  g_assert_no_error (error);
  g_assert_nonnull (plate);
  g_assert_cmpfloat (plate->height, >, 40);
  other = *figure;
  other.filter = (char *)"takadasamasekali";
  g_assert_null (risalah_session_draw_figure (fixture->session, document, &other, 480, &error));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/timeline-view/without-brief", WindowFixture, NULL, window_fixture_set_up,
              test_without_brief, window_fixture_tear_down);
  g_test_add ("/timeline-view/insert", WindowFixture, NULL, window_fixture_set_up, test_insert,
              window_fixture_tear_down);
  return g_test_run ();
}
