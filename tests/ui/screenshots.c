/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of every place over the example dossier. tests/screenshots runs it for each language and
 * contrast.
 *
 * usage: screenshots FOLDER PREFIX [timeline|sheets] */

#include "pictures.h"
#include "risalah-brief-details.h"
#include "risalah-delivery-sheet.h"
#include "risalah-timeline-canvas.h"

#define HEIGHT 800

typedef struct
{
  WindowFixture fixture;
  const char *folder;
  const char *prefix;
  const char *style;
  int width;
} Shots;

static void
shoot_window (Shots *shots, GtkWidget *window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s-%d-%s.png", shots->prefix, shots->style,
                                           shots->width, name);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);

  picture_save (window, path);
}

static void
shoot (Shots *shots, const char *name)
{
  shoot_window (shots, GTK_WIDGET (shots->fixture.window), name);
}

static void
set_width (Shots *shots, int width)
{
  shots->width = width;
  gtk_window_set_default_size (GTK_WINDOW (shots->fixture.window), width, HEIGHT);
  picture_wait (500);
}

static void
shoot_places (Shots *shots)
{
  RisalahWindow *window = shots->fixture.window;
  gboolean is_narrow = shots->width < 700;

  picture_go_to (&shots->fixture, "sources");
  if (is_narrow)
    {
      risalah_sources_place_go_back (window->sources);
      shoot (shots, "list");
      window_fixture_open_first (&shots->fixture);
    }
  picture_wait (300);
  shoot (shots, "sources");
  if (is_narrow)
    {
      risalah_window_set_dock_visible (window, TRUE);
      picture_wait (300);
      shoot (shots, "brief");
      risalah_window_set_dock_visible (window, FALSE);
    }
  gtk_widget_activate_action (GTK_WIDGET (window_fixture_reader (&shots->fixture)),
                              "reader.details", NULL);
  picture_wait (300);
  shoot (shots, "details");
  gtk_widget_activate_action (GTK_WIDGET (window_fixture_reader (&shots->fixture)),
                              "reader.details", NULL);
  picture_go_to (&shots->fixture, "timeline");
  shoot (shots, "timeline");
  picture_go_to (&shots->fixture, "briefs");
  shoot (shots, "briefs");
}

static void
shoot_sheet (Shots *shots, gpointer sheet, const char *name)
{
  if (shots->width < 700)
    gtk_window_set_default_size (sheet, shots->width, HEIGHT);
  picture_wait (900);
  shoot_window (shots, sheet, name);
  gtk_window_close (sheet);
  picture_wait (100);
}

/* The sheets by which the open brief leaves. */
static void
shoot_sheets (Shots *shots)
{
  RisalahBriefDock *dock = shots->fixture.window->dock;
  GtkWindow *window = GTK_WINDOW (shots->fixture.window);

  shoot_sheet (shots, risalah_delivery_sheet_present (dock, TRUE, NULL), "print");
  shoot_sheet (shots, risalah_delivery_sheet_present (dock, FALSE, NULL), "export");
  shoot_sheet (shots, risalah_delivery_sheet_present (dock, FALSE, "html"), "export-html");
  shoot_sheet (shots, risalah_brief_details_present (dock, window, NULL, NULL), "brief-details");
}

/* The picture of the timeline at the zoom of a century, a year and a day. */
static void
shoot_timeline (Shots *shots)
{
  static const struct
  {
    const char *name;
    double days;
  } zooms[] = { { "timeline-century", 36525 }, { "timeline-year", 365 }, { "timeline-day", 1 } };
  RisalahTimelineCanvas *canvas;

  picture_go_to (&shots->fixture, "timeline");
  canvas = RISALAH_TIMELINE_CANVAS (
      ui_test_find (GTK_WIDGET (shots->fixture.window->timeline), RISALAH_TYPE_TIMELINE_CANVAS));
  ui_test_wait_until (risalah_timeline_canvas_get_index (canvas) != NULL);
  risalah_timeline_canvas_fit (canvas);
  picture_wait (300);
  shoot (shots, "timeline-all");
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      double middle = risalah_day_from_date (2025, 7, 28) + 0.5;

      risalah_timeline_canvas_show_period (canvas, middle - zooms[i].days / 2,
                                           middle + zooms[i].days / 2);
      picture_wait (300);
      shoot (shots, zooms[i].name);
    }
  gtk_widget_activate_action (GTK_WIDGET (canvas), "timeline.step", "b", TRUE);
  picture_wait (400);
  shoot (shots, "timeline-card");
  risalah_timeline_canvas_select (canvas, 0);
}

static gboolean
list_events (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  GArray **ids = data;
  const RisalahEventFilter filter
      = { .sort = RISALAH_EVENT_SORT_ORIGINS, .descending = TRUE, .review = 3 };

  *ids = risalah_events_list (connection, &filter, error);
  return *ids != NULL;
}

/* The table with the best supported event open, and the review. */
static void
shoot_events (Shots *shots)
{
  RisalahTimelinePlace *place = shots->fixture.window->timeline;
  RisalahTimelineState *state = risalah_timeline_place_get_state (place);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  picture_go_to (&shots->fixture, "timeline");
  risalah_library_read_sync (risalah_session_get_library (shots->fixture.session),
                             RISALAH_LANE_ROWS, list_events, &ids, NULL, &error);
  g_assert_no_error (error);
  risalah_timeline_place_show_view (place, "table");
  if (ids->len > 0)
    risalah_timeline_state_select (state, g_array_index (ids, gint64, 0));
  picture_wait (400);
  shoot (shots, "timeline-table");
  risalah_timeline_place_show_view (place, "picture");
  picture_wait (300);
  shoot (shots, "timeline-event");
  risalah_timeline_place_show_view (place, "review");
  picture_wait (300);
  shoot (shots, "timeline-review");
  risalah_timeline_place_show_view (place, "picture");
  risalah_timeline_state_select (state, 0);
}

static gboolean
find_uses (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray **uses = data;
  gint64 brief = 0;

  if (!picture_find_brief (connection, &brief, cancellable, error))
    return FALSE;
  *uses = risalah_briefs_get_uses (connection, brief, error);
  return *uses != NULL;
}

/* The brief's first quotation where it was taken from, as a click on it shows it. */
static void
show_first_quotation (Shots *shots)
{
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GError) error = NULL;

  risalah_library_read_sync (risalah_session_get_library (shots->fixture.session),
                             RISALAH_LANE_ROWS, find_uses, &uses, NULL, &error);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const RisalahBriefUse *use = g_ptr_array_index (uses, i);

      if (use->quotation_uid == NULL || use->text_uid == NULL)
        continue;
      g_action_group_activate_action (
          G_ACTION_GROUP (shots->fixture.window), "show-passage",
          g_variant_new ("(ssxx)", use->source_uid, use->text_uid, use->start, use->end));
      picture_wait (900);
      shoot (shots, "quotation");
      return;
    }
}

static gboolean
wants (const char *only, const char *part)
{
  return only == NULL || g_str_equal (only, part);
}

int
main (int argc, char **argv)
{
  Shots shots = { 0 };
  const char *only;

  if (argc < 3)
    return 2;
  shots.folder = argv[1];
  shots.prefix = argv[2];
  only = argc > 3 ? argv[3] : NULL;
  picture_set_up (&shots.fixture, 1280, HEIGHT);
  window_fixture_open_first (&shots.fixture);
  for (int dark = 0; dark < 2; dark++)
    {
      static const int widths[] = { 1280, 900, 360 };

      shots.style = dark ? "dark" : "light";
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                               : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          set_width (&shots, widths[i]);
          if (shots.width != 900 && wants (only, "sheets"))
            shoot_sheets (&shots);
          if (only == NULL)
            shoot_places (&shots);
          if ((only != NULL || i == 0) && wants (only, "timeline"))
            {
              shoot_timeline (&shots);
              shoot_events (&shots);
            }
          if (only == NULL && i == 0)
            {
              picture_go_to (&shots.fixture, "sources");
              show_first_quotation (&shots);
            }
        }
    }
  window_fixture_tear_down (&shots.fixture, NULL);
  return 0;
}
