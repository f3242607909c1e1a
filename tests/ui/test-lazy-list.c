/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hundred thousand rows: few are ever asked for, differences are few signals, rows come late. */

#include "risalah-lazy-list.h"
#include "ui-test.h"

#define MANY 100000

typedef struct
{
  RisalahLazyList *list;
  guint n_loaded;
  guint n_signals;
} Fixture;

static void
load_cb (RisalahLazyList *list, const gint64 *ids, guint n_ids, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_loaded += n_ids;
  for (guint i = 0; i < n_ids; i++)
    risalah_lazy_list_take_row (list, ids[i],
                                g_strdup_printf ("Row %" G_GINT64_FORMAT, ids[i]));
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_signals++;
}

static GArray *
ids_from (gint64 first, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + i;

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = risalah_lazy_list_new (load_cb, fixture, g_free);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
}

static void
assert_ids (Fixture *fixture, GArray *ids)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (risalah_lazy_list_get_id (fixture->list, i), ==,
                     g_array_index (ids, gint64, i));
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
test_view (Fixture *fixture, gconstpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection
      = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (fixture->list)));
  GtkWidget *view, *scroller = gtk_scrolled_window_new (), *window = gtk_window_new ();
  g_autoptr (GArray) many = ids_from (1, MANY);
  g_autoptr (GArray) others = ids_from (1, MANY / 2);
  guint before;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  ui_test_present (window);

  risalah_lazy_list_replace (fixture->list, many);
  ui_test_wait_until (fixture->n_loaded > 0);
  ui_test_frames (window, 2);
  g_assert_cmpuint (fixture->n_loaded, <, 1000);

  before = fixture->n_loaded;
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", MANY - 10);
  ui_test_wait_until (fixture->n_loaded > before);
  ui_test_frames (window, 2);
  g_assert_cmpuint (fixture->n_loaded - before, <, 1000);

  before = fixture->n_loaded;
  risalah_lazy_list_replace (fixture->list, others);
  ui_test_wait_until (fixture->n_loaded > before);
  ui_test_frames (window, 2);
  g_assert_cmpuint (fixture->n_loaded - before, <, 1000);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) first = ids_from (1, 10);
  g_autoptr (GArray) second = ids_from (5, 20);

  risalah_lazy_list_replace (fixture->list, first);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  risalah_lazy_list_replace (fixture->list, second);
  g_assert_cmpuint (fixture->n_signals, ==, 3);
  assert_ids (fixture, second);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = ids_from (1, MANY);
  const gint64 inserted = 500001, moved = 40;

  risalah_lazy_list_replace (fixture->list, ids);
  fixture->n_signals = 0;
  g_array_insert_val (ids, 3, inserted);
  g_array_remove_range (ids, 1000, 2);
  g_array_remove_index (ids, 40);
  g_array_insert_val (ids, 70, moved);
  risalah_lazy_list_update (fixture->list, ids);
  g_assert_cmpuint (fixture->n_signals, <=, 4);
  assert_ids (fixture, ids);
}

static void
test_random_updates (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) ids = ids_from (1, 40);

      for (guint i = 0; i < ids->len; i++)
        {
          guint other = g_test_rand_int_range (0, ids->len);
          gint64 swapped = g_array_index (ids, gint64, i);

          g_array_index (ids, gint64, i) = g_array_index (ids, gint64, other);
          g_array_index (ids, gint64, other) = swapped;
        }
      g_array_set_size (ids, g_test_rand_int_range (0, 41));
      risalah_lazy_list_update (fixture->list, ids);
      assert_ids (fixture, ids);
    }
}

static void
test_late_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = ids_from (7, 3);
  g_autoptr (RisalahLazyItem) item = NULL;

  risalah_lazy_list_replace (fixture->list, ids);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 1);
  g_assert_cmpint (risalah_lazy_item_get_id (item), ==, 8);
  g_assert_null (risalah_lazy_item_get_value (item));
  ui_test_wait_until (risalah_lazy_item_get_value (item) != NULL);
  g_assert_cmpstr (risalah_lazy_item_get_value (item), ==, "Row 8");
  g_assert_cmpuint (fixture->n_loaded, ==, 1);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/lazy-list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("view", test_view);
  ADD ("replace", test_replace);
  ADD ("update", test_update);
  ADD ("random-updates", test_random_updates);
  ADD ("late-row", test_late_row);
#undef ADD
  return g_test_run ();
}
