/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dropped on the window comes in: files, and text that is more than a link. */

#include "window-fixture.h"

static const char ferry[]
    = "Feri umpama berlayar lagi\n\nWarta Contoh, 3 Juni 2025\n\nFeri Kota Contoh berlayar lagi "
      "pada Selasa setelah mesinnya diperbaiki. Penumpang pertama naik sebelum fajar.\n";

static const char workshop[]
    = "Lokakarya pelabuhan ditutup\n\nHarian Umpama, 6 Juni 2025\n\nPeserta lokakarya di Kota "
      "Contoh menyusun pedoman bongkar muat. Pedoman itu diuji selama setahun.\n";

static GFile *
write_article (WindowFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
wait_for_articles (WindowFixture *fixture, guint n_expected)
{
  ui_test_wait_until (!risalah_import_banner_is_busy (fixture->window->banner));
  ui_test_wait_until (g_list_model_get_n_items (window_fixture_list (fixture)) == n_expected);
}

/* Drops @value on the window; returns whether it was taken. */
static gboolean
drop (WindowFixture *fixture, const GValue *value)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &taken);
    }
  return taken;
}

static void
test_files (WindowFixture *fixture, gconstpointer data)
{
  GSList *list = g_slist_append (NULL, write_article (fixture, "satu.txt", ferry));
  g_auto (GValue) value = G_VALUE_INIT;

  list = g_slist_append (list, write_article (fixture, "dua.txt", workshop));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_assert_true (drop (fixture, &value));
  wait_for_articles (fixture, 5);
}

/* Text becomes an article; a link alone does not. */
static void
test_text (WindowFixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "https://warta.example/jembatan");
  g_assert_false (drop (fixture, &value));
  g_assert_false (risalah_import_banner_is_busy (fixture->window->banner));
  g_value_set_static_string (&value, workshop);
  g_assert_true (drop (fixture, &value));
  wait_for_articles (fixture, 4);
  window_fixture_search (fixture, "lokakarya", 1);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/drops/" path, WindowFixture, NULL, window_fixture_set_up, function,                \
              window_fixture_tear_down)
  ADD ("files", test_files);
  ADD ("text", test_text);
#undef ADD
  return g_test_run ();
}
