/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas of the timeline under real keys and a real pointer, and with what no timeline should
 * have to show. */

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <math.h>

#include "risalah-brief-error.h"
#include "risalah-timeline-canvas.h"
#include "risalah-timeline-export.h"
#include "ui-test.h"

#define WIDTH  900
#define HEIGHT 420

typedef struct
{
  GtkWidget *window;
  RisalahTimelineCanvas *canvas;
  gint64 activated;
  char *created;
} Fixture;

static void
activated_cb (Fixture *fixture, gint64 id)
{
  fixture->activated = id;
}

static void
create_cb (Fixture *fixture, const char *edtf)
{
  g_free (fixture->created);
  fixture->created = g_strdup (edtf);
}

static double
get_day (int year, int month, int day)
{
  return risalah_day_from_date (year, month, day);
}

static void
add (RisalahTimelineItems *items, const char *title, const char *kind, const char *edtf)
{
  RisalahTimelineItem *item = risalah_timeline_items_add (
      items, risalah_timeline_items_get_n (items) + 1, title, kind);

  risalah_timeline_item_set_date (item, edtf, RISALAH_EDTF_MOD_NONE);
}

static RisalahTimelineItems *
make_items (void)
{
  RisalahTimelineItems *items = risalah_timeline_items_new ();

  add (items, "Nota kesepahaman", "agreement", "2025-03-03");
  add (items, "Latihan laut", "exercise", "2025-06");
  add (items, "Kunjungan balasan", "visit", "2025-10-10");
  return items;
}

static void
show (Fixture *fixture, RisalahTimelineItems *items)
{
  risalah_timeline_canvas_set_index (
      fixture->canvas, risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_NOTHING));
  risalah_timeline_canvas_show_period (fixture->canvas, get_day (2025, 1, 1), get_day (2026, 1, 1));
  ui_test_frames (fixture->window, 2);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "document", NULL);
  g_autoptr (RisalahTerms) terms = NULL;
  g_autoptr (RisalahTimelineItems) items = make_items ();
  g_autoptr (GError) error = NULL;

  terms = risalah_terms_open (folder, "id", &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->window = gtk_window_new ();
  fixture->canvas = RISALAH_TIMELINE_CANVAS (risalah_timeline_canvas_new ());
  g_signal_connect_swapped (fixture->canvas, "activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->canvas, "create", G_CALLBACK (create_cb), fixture);
  risalah_timeline_canvas_set_terms (fixture->canvas, terms);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  ui_test_present (fixture->window);
  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  show (fixture, items);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer canvas = fixture->canvas;

  g_object_add_weak_pointer (G_OBJECT (canvas), &canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (canvas == NULL);
  g_free (fixture->created);
}

/* --- the hand ---------------------------------------------------------------------------- */

/* Runs "xdotool @arguments", with the window's number for "%w" and the place in it for "%x" and
 * "%y". */
static void
act (Fixture *fixture, int x, int y, const char *arguments)
{
  double shadow_x, shadow_y;
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));
  g_autofree char *number = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autoptr (GString) line = g_string_new ("xdotool ");
  g_autofree char *at_x = NULL, *at_y = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &shadow_x, &shadow_y);
  at_x = g_strdup_printf ("%d", x + (int)shadow_x);
  at_y = g_strdup_printf ("%d", y + (int)shadow_y);
  g_string_append (line, arguments);
  g_string_replace (line, "%w", number, 0);
  g_string_replace (line, "%x", at_x, 0);
  g_string_replace (line, "%y", at_y, 0);
  g_assert_true (g_spawn_command_line_sync (line->str, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
click (Fixture *fixture, int x, int y, const char *how)
{
  g_autofree char *arguments = g_strconcat ("mousemove --window %w %x %y click ", how, NULL);

  act (fixture, x, y, arguments);
}

static void
press (Fixture *fixture, const char *key)
{
  g_autofree char *arguments = g_strconcat ("windowfocus --sync %w key --clearmodifiers ", key, NULL);

  act (fixture, 0, 0, arguments);
}

static double
get_start (Fixture *fixture)
{
  return risalah_timeline_canvas_get_scale (fixture->canvas)->start;
}

static double
get_width (Fixture *fixture)
{
  return risalah_timeline_canvas_get_scale (fixture->canvas)->pixels_per_day;
}

/* A wheel's step under the pointer leaves the day there where it is. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  const RisalahTimelineScale *scale = risalah_timeline_canvas_get_scale (fixture->canvas);
  double day = risalah_timeline_scale_get_day (scale, 300), width = scale->pixels_per_day;

  click (fixture, 300, 200, "4");
  ui_test_wait_until (get_width (fixture) > width);
  g_assert_cmpfloat_with_epsilon (risalah_timeline_scale_get_x (scale, day), 300, 1.5);
  width = scale->pixels_per_day;
  day = risalah_timeline_scale_get_day (scale, 700);
  click (fixture, 700, 200, "5");
  ui_test_wait_until (get_width (fixture) < width);
  g_assert_cmpfloat_with_epsilon (risalah_timeline_scale_get_x (scale, day), 700, 1.5);
}

/* What is held goes with the pointer, and stands still where animations are off. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  const RisalahTimelineScale *scale = risalah_timeline_canvas_get_scale (fixture->canvas);
  double day = risalah_timeline_scale_get_day (scale, 500), start = scale->start;

  act (fixture, 500, 300, "mousemove --window %w %x %y mousedown 1");
  act (fixture, 450, 300, "mousemove --window %w %x %y");
  act (fixture, 300, 300, "mousemove --window %w %x %y");
  ui_test_wait_until (fabs (risalah_timeline_scale_get_x (scale, day) - 300) < 1.5);
  act (fixture, 300, 300, "mouseup 1");
  ui_test_frames (fixture->window, 5);
  g_assert_cmpfloat (scale->start, >, start);
  g_assert_cmpfloat_with_epsilon (risalah_timeline_scale_get_x (scale, day), 300, 1.5);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  double width = get_width (fixture), start = get_start (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  press (fixture, "plus");
  ui_test_wait_until (get_width (fixture) > width * 1.4);
  press (fixture, "ctrl+minus");
  ui_test_wait_until (fabs (get_width (fixture) - width) < 1e-6);
  g_assert_cmpfloat_with_epsilon (get_start (fixture), start, 1e-3);
  press (fixture, "ctrl+Right");
  ui_test_wait_until (get_start (fixture) > start + 10);
  press (fixture, "ctrl+Left");
  ui_test_wait_until (fabs (get_start (fixture) - start) < 1e-3);
  press (fixture, "End");
  ui_test_wait_until (fabs (get_start (fixture) + WIDTH / 2 / width - get_day (2025, 10, 10)) < 1);
  press (fixture, "Home");
  ui_test_wait_until (fabs (get_start (fixture) + WIDTH / 2 / width - get_day (2025, 3, 3)) < 1);
  press (fixture, "0");
  ui_test_wait_until (get_width (fixture) > width * 1.2);
  g_assert_cmpfloat (get_start (fixture), <, get_day (2025, 3, 3));
}

static void
act_on_canvas (Fixture *fixture, const char *action, double share)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  if (share != 0)
    gtk_widget_activate_action (canvas, action, "d", share);
  else
    gtk_widget_activate_action (canvas, action, NULL);
}

/* Where the analyst wants nothing to move by itself, a key is followed at once, before any frame;
 * elsewhere the view goes there. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  double start = get_start (fixture), width = get_width (fixture);

  act_on_canvas (fixture, "timeline.pan", 0.5);
  g_assert_cmpfloat (get_start (fixture), >, start + 100);
  act_on_canvas (fixture, "timeline.pan", -0.5);
  act_on_canvas (fixture, "timeline.zoom-in", 0);
  g_assert_cmpfloat_with_epsilon (get_width (fixture), width * 1.5, 1e-6);
  act_on_canvas (fixture, "timeline.zoom-out", 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.go-to-end", "b", TRUE);
  g_assert_cmpfloat_with_epsilon (get_start (fixture) + WIDTH / 2 / width,
                                  get_day (2025, 10, 10), 1);
  risalah_timeline_canvas_show_period (fixture->canvas, start, get_day (2026, 1, 1));
  g_assert_cmpfloat_with_epsilon (get_start (fixture), start, 1e-6);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  act_on_canvas (fixture, "timeline.zoom-in", 0);
  g_assert_cmpfloat_with_epsilon (get_width (fixture), width, 1e-6);
  ui_test_wait_until (get_width (fixture) > width * 1.49);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
assert_told (Fixture *fixture, const char *words)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->canvas),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

static void
press_towards (Fixture *fixture, const char *key, gint64 event)
{
  press (fixture, key);
  ui_test_wait_until (risalah_timeline_canvas_get_selected (fixture->canvas) == event);
}

/* Arrows go from event to event by their days, Enter opens, and each is told with its date and its
 * place among all. */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  for (gint64 id = 1; id <= 3; id++)
    press_towards (fixture, "Right", id);
  assert_told (fixture, "Kunjungan balasan, 10 Oktober 2025, 3 of 3");
  press (fixture, "Return");
  ui_test_wait_until (fixture->activated == 3);
  press_towards (fixture, "Left", 2);
  assert_told (fixture, "Latihan laut, 1 Juni 2025 – 30 Juni 2025, 2 of 3");
  press_towards (fixture, "Home", 1);
  press_towards (fixture, "End", 3);
}

/* What is not in the view comes into it; with the page keys, a view's width of time goes by. */
static void
test_arrows_out_of_view (Fixture *fixture, gconstpointer data)
{
  GdkRectangle area;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  risalah_timeline_canvas_show_period (fixture->canvas, get_day (2025, 2, 20),
                                       get_day (2025, 3, 20));
  press_towards (fixture, "Right", 1);
  press_towards (fixture, "Right", 2);
  g_assert_true (risalah_timeline_canvas_get_area (fixture->canvas, 2, &area));
  g_assert_cmpfloat (get_start (fixture), >, get_day (2025, 3, 20));
  risalah_timeline_canvas_show_period (fixture->canvas, get_day (2025, 5, 25),
                                       get_day (2025, 9, 1));
  press_towards (fixture, "Page_Down", 3);
  g_assert_cmpfloat_with_epsilon (get_start (fixture), get_day (2025, 8, 22), 2);
  press_towards (fixture, "Page_Up", 2);
}

/* Events that have no room are told and opened like others; their cluster is drawn as selected. */
static void
test_arrows_in_cluster (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahTimelineItems) items = make_items ();
  GdkRectangle area;
  gint64 n = 60;

  for (guint i = 3; i < n; i++)
    add (items, "Sehari", "visit", "2025-10-11");
  show (fixture, items);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  press_towards (fixture, "End", n);
  g_assert_false (risalah_timeline_canvas_get_area (fixture->canvas, n, &area));
  assert_told (fixture, "Sehari, 11 Oktober 2025, 60 of 60");
  press (fixture, "Return");
  ui_test_wait_until (fixture->activated == n);
}

/* The canvas is one stop: Tab goes on at once, both ways. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");

  g_object_ref (canvas);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), after);
  g_object_unref (canvas);
  ui_test_frames (GTK_WIDGET (fixture->window), 1);
  gtk_widget_grab_focus (before);
  press (fixture, "Tab");
  ui_test_wait_until (gtk_widget_has_focus (canvas));
  press (fixture, "Tab");
  ui_test_wait_until (gtk_widget_has_focus (after));
  /* No key: a newer toolkit takes the Shift that a test presses for Alt. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_has_focus (canvas));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_has_focus (before));
  g_assert_cmpint (risalah_timeline_canvas_get_selected (fixture->canvas), ==, 0);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  GdkRectangle area;

  g_assert_true (risalah_timeline_canvas_get_area (fixture->canvas, 3, &area));
  click (fixture, area.x + area.width / 2, area.y + area.height / 2, "1");
  ui_test_wait_until (risalah_timeline_canvas_get_selected (fixture->canvas) == 3);
  g_assert_cmpint (fixture->activated, ==, 0);
  click (fixture, area.x + area.width / 2, area.y + area.height / 2, "--repeat 2 --delay 20 1");
  ui_test_wait_until (fixture->activated == 3);
  click (fixture, 200, HEIGHT - 40, "1");
  ui_test_wait_until (risalah_timeline_canvas_get_selected (fixture->canvas) == 0);
  g_assert_null (fixture->created);
}

/* Twice on nothing begins an event on the day under the pointer. */
static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  const RisalahTimelineScale *scale = risalah_timeline_canvas_get_scale (fixture->canvas);
  double x = risalah_timeline_scale_get_x (scale, get_day (2025, 8, 17) + 0.5);

  click (fixture, (int)x, HEIGHT - 40, "--repeat 2 --delay 20 1");
  ui_test_wait_until (fixture->created != NULL);
  g_assert_cmpstr (fixture->created, ==, "2025-08-17");
}

static void
test_hit (Fixture *fixture, gconstpointer data)
{
  for (gint64 id = 1; id <= 3; id++)
    {
      GdkRectangle area;

      g_assert_true (risalah_timeline_canvas_get_area (fixture->canvas, id, &area));
      g_assert_cmpint (risalah_timeline_canvas_find_event (fixture->canvas,
                                                           area.x + area.width / 2.0,
                                                           area.y + area.height / 2.0),
                       ==, id);
    }
  g_assert_cmpint (risalah_timeline_canvas_find_event (fixture->canvas, 450, 5), ==, 0);
  g_assert_cmpint (risalah_timeline_canvas_find_event (fixture->canvas, 450, HEIGHT - 10), ==, 0);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->canvas),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline with 3 events; the table shows them too");
}

/* New events leave the view, and what is selected, where they are. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahTimelineItems) items = make_items ();
  double start = get_start (fixture);

  risalah_timeline_canvas_select (fixture->canvas, 2);
  add (items, "Dialog", "meeting", "1965");
  risalah_timeline_canvas_set_index (
      fixture->canvas, risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_KIND));
  ui_test_frames (fixture->window, 2);
  g_assert_cmpint (risalah_timeline_canvas_get_selected (fixture->canvas), ==, 2);
  g_assert_cmpfloat (get_start (fixture), ==, start);
}

/* --- bad input --------------------------------------------------------------------------- */

/* From 2,000 years to a day, about a day: each frame is drawn, and soon. */
static void
zoom_through (Fixture *fixture, double day)
{
  for (double days = 2000 * 365.25; days > 0.9; days /= 6)
    {
      risalah_timeline_canvas_show_period (fixture->canvas, day - days / 2, day + days / 2);
      ui_test_frames (fixture->window, 1);
    }
}

static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahTimelineItems) items = make_items ();
  g_autofree char *endless = g_strnfill (10000, 'x');

  add (items, "Berakhir sebelum mulai", "visit", "2025/2024");
  add (items, "Tahun nol", "agreement", "0000");
  add (items, "Tahun 99999", "agreement", "Y99999");
  add (items, endless, "statement", "2025-04-01");
  add (items, "زيارة وزير الدفاع إلى جاكرتا", "visit", "2025-05-01");
  add (items, "日本とインドネシアの防衛協力に関する会談", "meeting", "2025-07-01");
  add (items, "", "tidak-dikenal", "2025-08-01");
  add (items, "Tanpa tahun", "visit", "XXXX-05-12");
  for (guint i = 0; i < 5000; i++)
    add (items, "Sehari", "conference-exhibition", "2025-09-09");
  risalah_timeline_canvas_set_index (
      fixture->canvas, risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_COUNTRY));
  zoom_through (fixture, get_day (2025, 9, 9) + 0.5);
  zoom_through (fixture, get_day (0, 6, 1));
  zoom_through (fixture, get_day (99999, 6, 1));
  risalah_timeline_canvas_fit (fixture->canvas);
  ui_test_frames (fixture->window, 1);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();

  show (fixture, items);
  risalah_timeline_canvas_fit (fixture->canvas);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.go-to-end", "b", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.step", "b", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.page", "b", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.open", NULL);
  ui_test_frames (fixture->window, 2);
  g_assert_cmpint (risalah_timeline_canvas_get_selected (fixture->canvas), ==, 0);
  g_assert_cmpint (fixture->activated, ==, 0);
}

/* --- files ------------------------------------------------------------------------------- */

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *begin;
  } files[] = { { "a.png", "\x89PNG" }, { "a.svg", "<?xml" }, { "a.PDF", "%PDF-" } };
  g_autofree char *folder = g_dir_make_tmp ("risalah-picture-XXXXXX", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.png", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (risalah_timeline_export_write (fixture->canvas, i == 0, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (memcmp (contents, files[i].begin, strlen (files[i].begin)) == 0);
      g_unlink (path);
    }
  g_assert_false (risalah_timeline_export_write (fixture->canvas, TRUE, nowhere, &error));
  g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/timeline-canvas/wheel", test_wheel },
    { "/timeline-canvas/drag", test_drag },
    { "/timeline-canvas/keys", test_keys },
    { "/timeline-canvas/reduced-motion", test_reduced_motion },
    { "/timeline-canvas/arrows", test_arrows },
    { "/timeline-canvas/arrows-out-of-view", test_arrows_out_of_view },
    { "/timeline-canvas/arrows-in-cluster", test_arrows_in_cluster },
    { "/timeline-canvas/tab", test_tab },
    { "/timeline-canvas/click", test_click },
    { "/timeline-canvas/double-click", test_double_click },
    { "/timeline-canvas/hit", test_hit },
    { "/timeline-canvas/accessible", test_accessible },
    { "/timeline-canvas/replaced", test_replaced },
    { "/timeline-canvas/bad-input", test_bad_input },
    { "/timeline-canvas/nothing", test_nothing },
    { "/timeline-canvas/export", test_export },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
