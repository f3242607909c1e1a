/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry of the timeline: scale, EDTF to shapes, the index beside a scan, what is drawn. */

#include <string.h>

#include "brief-fixture.h"
#include "risalah-timeline-drawing.h"
#include "risalah-timeline-plate.h"

static const char *
lookup_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

static RisalahTimelineItem *
add (RisalahTimelineItems *items,
     const char *title,
     const char *kind,
     const char *edtf,
     const char *country)
{
  RisalahTimelineItem *item =
      risalah_timeline_items_add (items, risalah_timeline_items_get_n (items) + 1, title, kind);

  risalah_timeline_item_set_date (item, edtf, RISALAH_EDTF_MOD_NONE);
  if (country != NULL)
    risalah_timeline_items_add_group (items, item, country);
  return item;
}

static void
test_scale (void)
{
  RisalahTimelineScale scale;
  double day = risalah_day_from_date (2025, 7, 28);

  risalah_timeline_scale_init (&scale, day - 100, day + 100, 1000);
  g_assert_cmpfloat_with_epsilon (risalah_timeline_scale_get_x (&scale, day), 500, 1e-6);
  for (guint i = 0; i < 200; i++)
    {
      double before = risalah_timeline_scale_get_day (&scale, 300);

      risalah_timeline_scale_zoom (&scale, 300, 1.1);
      g_assert_cmpfloat_with_epsilon (risalah_timeline_scale_get_day (&scale, 300), before, 1e-6);
    }
  g_assert_cmpfloat_with_epsilon (scale.pixels_per_day, 1000, 1e-9);
  risalah_timeline_scale_zoom (&scale, 300, 1e-12);
  g_assert_cmpfloat_with_epsilon (1000 / scale.pixels_per_day, 2000 * 365.2425, 1e-3);
  risalah_timeline_scale_init (&scale, 5, 5, 1000);
  g_assert_cmpfloat_with_epsilon (scale.pixels_per_day, 1000, 1e-9);
}

/* At every zoom the words of the ticks have their room, and the ticks rise. */
static void
test_ticks (void)
{
  g_autoptr (RisalahTerms) terms = fixture_open_terms ("id");
  RisalahTimelineScale scale;
  double day = risalah_day_from_date (1899, 12, 28);

  risalah_timeline_scale_init (&scale, day, day + 1, 1000);
  for (guint zoom = 0; zoom < 80; zoom++, risalah_timeline_scale_zoom (&scale, 400, 0.84))
    {
      g_autoptr (GArray) ticks = risalah_timeline_scale_get_ticks (&scale, 11, lookup_cb, terms);
      double free_from = -G_MAXDOUBLE;

      g_assert_cmpuint (ticks->len, >, 0);
      g_assert_cmpuint (ticks->len, <, 400);
      for (guint i = 0; i < ticks->len; i++)
        {
          const RisalahTimelineTick *tick = &g_array_index (ticks, RisalahTimelineTick, i);

          if (i > 0)
            g_assert_cmpfloat (tick->x, >, g_array_index (ticks, RisalahTimelineTick, i - 1).x);
          if (tick->label == NULL)
            continue;
          g_assert_cmpfloat (tick->x, >=, free_from);
          g_assert_cmpuint (strlen (tick->label), >, 0);
          free_from = tick->x + g_utf8_strlen (tick->label, -1) * 11 * 0.55;
        }
    }
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *edtf;
    RisalahEdtfMod mod;
    guint flags;
    gint64 n_days;
  } cases[] = {
    { "2025-07-28", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_POINT, 1 },
    { "2025-07", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 31 },
    { "2025-34", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 91 },
    { "2024", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 366 },
    { "196X", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 3653 },
    { "19XX", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 36524 },
    { "2025~", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_SOFT, 365 },
    { "2025?", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_DASHED, 365 },
    { "2025%", RISALAH_EDTF_MOD_NONE,
      RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_SOFT | RISALAH_TIMELINE_DASHED, 365 },
    { "2025/..", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_OPEN_END, 1 },
    { "../2025", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_OPEN_START, 1 },
    { "2025", RISALAH_EDTF_MOD_BEFORE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_OPEN_START, 1 },
    { "2025", RISALAH_EDTF_MOD_AFTER, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_OPEN_END, 1 },
    { "2025-06", RISALAH_EDTF_MOD_LATE, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_SOFT, 10 },
    { "2025-06", RISALAH_EDTF_MOD_MID, RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_SOFT, 10 },
    { "0000", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 366 },
    { "Y99999", RISALAH_EDTF_MOD_NONE, RISALAH_TIMELINE_DATED, 365 },
    { "XXXX-05-12", RISALAH_EDTF_MOD_NONE, 0, 1 },
    { "2025/2024", RISALAH_EDTF_MOD_NONE, 0, 1 },
    { "kemarin", RISALAH_EDTF_MOD_NONE, 0, 1 },
    { NULL, RISALAH_EDTF_MOD_NONE, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();
      RisalahTimelineItem *item = risalah_timeline_items_add (items, 1, "Kunjungan", "visit");

      g_test_message ("%s", cases[i].edtf != NULL ? cases[i].edtf : "(none)");
      risalah_timeline_item_set_date (item, cases[i].edtf, cases[i].mod);
      g_assert_cmpuint (item->flags, ==, cases[i].flags);
      if (cases[i].flags != 0)
        g_assert_cmpint (item->last - item->first + 1, ==, cases[i].n_days);
    }
}

static gboolean
count_cb (const RisalahTimelineEntry *entry, gpointer user_data)
{
  g_hash_table_add (user_data, GUINT_TO_POINTER (entry->item));
  return TRUE;
}

/* What the index finds is what a scan finds. */
static void
test_index (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1955);
  g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();
  g_autoptr (RisalahTimelineIndex) index = NULL;

  for (guint i = 0; i < 500; i++)
    {
      RisalahTimelineItem *item = risalah_timeline_items_add (items, i, "x", "visit");

      item->flags = RISALAH_TIMELINE_DATED;
      item->first = g_rand_int_range (rand, 0, 1000);
      item->last = item->first + g_rand_int_range (rand, 0, i % 10 == 0 ? 600 : 5);
    }
  index = risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_NOTHING);
  g_assert_cmpuint (risalah_timeline_index_get_n_lanes (index), ==, 1);
  for (gint64 from = -10; from < 1700; from += 13)
    {
      g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
      guint n = 0, across = 0;

      risalah_timeline_index_foreach (index, 0, from, from + 20, count_cb, found);
      for (guint i = 0; i < risalah_timeline_items_get_n (items); i++)
        {
          const RisalahTimelineItem *item = risalah_timeline_items_get (items, i);
          gboolean touches = item->first <= from + 20 && item->last >= from;

          n += touches;
          across += item->first < from && item->last >= from;
          g_assert_cmpint (g_hash_table_contains (found, GUINT_TO_POINTER (i)), ==, touches);
        }
      g_assert_cmpuint (g_hash_table_size (found), ==, n);
      g_assert_cmpuint (risalah_timeline_index_count_across (index, 0, from), ==, across);
    }
}

static RisalahTimelineItems *
make_items (void)
{
  RisalahTimelineItems *items = risalah_timeline_items_new ();

  add (items, "Perjanjian pelabuhan bersama", "agreement", "19XX", "PK");
  add (items, "Tukar perwira pertama", "exchange", "196X", "PK");
  add (items, "Delegasi dagang berkunjung", "visit", "1975~", "BY");
  add (items, "Latihan laut gabungan", "exercise", "2024-21", "PK");
  add (items, "Kelompok kerja tetap", "working-group", "2024-05/..", "BY");
  add (items, "Nota kesepahaman ditandatangani", "agreement", "2025-07-28", "BY");
  add (items, "Kunjungan balasan", "visit", "2025-07-30?", "BY")->status = RISALAH_TIMELINE_PLANNED;
  add (items, "Rapat staf", "meeting", "2025-08", "PK")->flags |= RISALAH_TIMELINE_SUGGESTED;
  add (items, "Tanpa tanggal", "statement", NULL, NULL);
  for (guint i = 0; i < 30; i++)
    add (items, "Pameran", "conference-exhibition", "2025-07-29", "ID");
  return items;
}

static RisalahTimelineView
make_view (RisalahTerms *terms, double middle, double days)
{
  RisalahTimelineView view = { .font_size = 10, .n_rows = 4, .lookup = lookup_cb };

  view.user_data = terms;
  risalah_timeline_scale_init (&view.scale, middle - days / 2, middle + days / 2, 800);
  return view;
}

static RisalahTimelineLayout *
lay_out (RisalahTimelineIndex *index, RisalahTerms *terms, double middle, double days)
{
  const RisalahTimelineView view = make_view (terms, middle, days);

  return risalah_timeline_layout_new (index, &view);
}

/* Neither marks nor words lie upon each other in a row, and everything seen is drawn or counted. */
static void
check_room (RisalahTimelineLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const RisalahTimelineMark *one = &g_array_index (layout->marks, RisalahTimelineMark, j);
        const RisalahTimelineMark *two = &g_array_index (layout->marks, RisalahTimelineMark, i);

        if (one->y != two->y)
          continue;
        g_assert_cmpfloat (one->x + one->width, <=, two->x);
        if (one->label_width > 0)
          g_assert_cmpfloat (one->label_x + one->label_width, <=, two->x);
      }
}

/* What both painters draw, at six zoom levels: its geometry and its elements. */
static void
test_goldens (void)
{
  static const struct
  {
    const char *name;
    double days;
  } zooms[] = {
    { "millennia", 2000 * 365.2425 },
    { "century", 36525 },
    { "decade", 3652.5 },
    { "year", 365 },
    { "month", 31 },
    { "day", 1 },
  };
  g_autoptr (RisalahTerms) terms = fixture_open_terms ("id");
  g_autoptr (RisalahTimelineItems) items = make_items ();
  g_autoptr (RisalahTimelineIndex) index =
      risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_COUNTRY);
  g_autoptr (GString) geometry = g_string_new (NULL);
  g_autoptr (GString) elements = g_string_new (NULL);
  RisalahTimelineLook look = { .terms = terms,
                               .today = risalah_day_from_date (2025, 8, 2) + 0.5,
                               .height = 300,
                               .selected = 5,
                               .hovered = RISALAH_TIMELINE_NONE };

  risalah_timeline_palette_init_paper (&look.palette);
  g_assert_cmpuint (risalah_timeline_index_get_n_undated (index), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      RisalahTimelineView view =
          make_view (terms, risalah_day_from_date (2025, 7, 28) + 0.5, zooms[i].days);
      g_autoptr (RisalahTimelineLayout) layout = risalah_timeline_layout_new (index, &view);
      g_autoptr (RisalahTimelineDrawing) drawing =
          risalah_timeline_drawing_new (index, &view, layout, &look);
      g_autofree char *places = risalah_timeline_layout_dump (layout, index);
      g_autofree char *drawn = risalah_timeline_drawing_dump (drawing);

      check_room (layout);
      g_string_append_printf (geometry, "# %s\n%s", zooms[i].name, places);
      g_string_append_printf (elements, "# %s\n%s", zooms[i].name, drawn);
    }
  fixture_assert_golden ("timeline.txt", geometry->str);
  fixture_assert_golden ("timeline-elements.txt", elements->str);
}

/* 5,000 events on one day and others anywhere: at every zoom all that is seen is counted once. */
static void
test_counts (void)
{
  g_autoptr (RisalahTerms) terms = fixture_open_terms ("id");
  g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1961);
  g_autoptr (RisalahTimelineIndex) index = NULL;
  double middle = risalah_day_from_date (2000, 1, 1);

  for (guint i = 0; i < 6000; i++)
    {
      RisalahTimelineItem *item = risalah_timeline_items_add (items, i, "Peristiwa", "visit");

      item->flags = RISALAH_TIMELINE_DATED | RISALAH_TIMELINE_POINT;
      item->first = item->last = middle + (i < 5000 ? 0 : g_rand_int_range (rand, -4000, 4000));
    }
  index = risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_NOTHING);
  for (double days = 8100; days > 0.5; days /= 1.7)
    {
      g_autoptr (RisalahTimelineLayout) layout = lay_out (index, terms, middle, days);
      guint n = layout->marks->len;

      for (guint i = 0; i < layout->clusters->len; i++)
        n += g_array_index (layout->clusters, RisalahTimelineCluster, i).count;
      check_room (layout);
      g_assert_cmpuint (n, >=, 5000);
      g_assert_cmpuint (n, <=, 6000);
      if (days == 8100)
        g_assert_cmpuint (n, ==, 6000);
      g_assert_cmpuint (layout->marks->len + layout->clusters->len, <, 400);
    }
}

static void
test_hit (void)
{
  g_autoptr (RisalahTerms) terms = fixture_open_terms ("id");
  g_autoptr (RisalahTimelineItems) items = make_items ();
  g_autoptr (RisalahTimelineIndex) index =
      risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_COUNTRY);
  g_autoptr (RisalahTimelineLayout) layout =
      lay_out (index, terms, risalah_day_from_date (2025, 7, 28), 31);
  guint position;

  g_assert_cmpuint (layout->clusters->len, ==, 1);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const RisalahTimelineMark *mark = &g_array_index (layout->marks, RisalahTimelineMark, i);

      g_assert_cmpint (risalah_timeline_layout_hit (layout, mark->x + mark->width / 2,
                                                    mark->y + mark->height / 2, &position),
                       ==, RISALAH_TIMELINE_HIT_MARK);
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpint (risalah_timeline_layout_hit (
                       layout, g_array_index (layout->clusters, RisalahTimelineCluster, 0).x + 1,
                       g_array_index (layout->clusters, RisalahTimelineCluster, 0).y + 1,
                       &position),
                   ==, RISALAH_TIMELINE_HIT_CLUSTER);
  g_assert_cmpint (risalah_timeline_layout_hit (layout, 400, 1, &position), ==,
                   RISALAH_TIMELINE_HIT_NOTHING);
}

static void
test_long_titles (void)
{
  g_autofree char *title = g_strnfill (10000, 'a');
  g_autoptr (RisalahTimelineItems) items = risalah_timeline_items_new ();

  g_assert_cmpint (
      g_utf8_strlen (risalah_timeline_items_add (items, 1, title, "visit")->title, -1), ==, 160);
}

static guint
count_colours (cairo_surface_t *surface)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint32 colour = *(const guint32 *)(pixels + y * stride + x * 4);

        g_hash_table_add (colours, GUINT_TO_POINTER (colour));
      }
  return g_hash_table_size (colours);
}

/* The plate has the width asked for, a legend below the timeline, and colours on the paper. */
static void
test_plate (void)
{
  g_autoptr (RisalahTerms) terms = fixture_open_terms ("id");
  g_autoptr (RisalahTimelineItems) items = make_items ();
  g_autofree char *fonts = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "fonts", NULL);
  g_autoptr (GError) error = NULL;
  double day = risalah_day_from_date (2025, 7, 28);
  g_autoptr (RisalahTimelineIndex) index =
      risalah_timeline_index_new (items, RISALAH_TIMELINE_BY_COUNTRY);
  g_autoptr (RisalahPlate) plate =
      risalah_timeline_plate_new (index, day - 60, day + 60, 480, terms, fonts, "Liberation Sans",
                                  &error);
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_no_error (error);
  g_assert_cmpfloat (plate->width, ==, 480);
  g_assert_cmpfloat (plate->height, >, 100);
  g_assert_cmpfloat (plate->height, <, 300);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 960, (int)(plate->height * 2));
  cr = cairo_create (surface);
  cairo_scale (cr, 2, 2);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  plate->draw (plate, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpuint (count_colours (surface), >, 50);
  if (g_getenv ("RISALAH_KEEP_PICTURES") != NULL)
    cairo_surface_write_to_png (surface, g_getenv ("RISALAH_KEEP_PICTURES"));
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/scale", test_scale);
  g_test_add_func ("/timeline/ticks", test_ticks);
  g_test_add_func ("/timeline/shapes", test_shapes);
  g_test_add_func ("/timeline/index", test_index);
  g_test_add_func ("/timeline/goldens", test_goldens);
  g_test_add_func ("/timeline/counts", test_counts);
  g_test_add_func ("/timeline/hit", test_hit);
  g_test_add_func ("/timeline/plate", test_plate);
  g_test_add_func ("/timeline/long-titles", test_long_titles);
  return g_test_run ();
}
