/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window over a small library of a folder of its own. */
#pragma once

#include <glib/gstdio.h>

#include "risalah-application.h"
#include "risalah-importer.h"
#include "risalah-library.h"
#include "risalah-sources-place.h"
#include "risalah-window-private.h"
#include "ui-test.h"

typedef struct
{
  char *folder;
  RisalahSession *session;
  RisalahWindow *window;
} WindowFixture;

/* GApplication wants to be run to end well; the tests share one that is never ended. */
static inline RisalahApplication *
window_fixture_application (void)
{
  static RisalahApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = risalah_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_application_hold (G_APPLICATION (application));
    }
  return application;
}

static const char *const window_fixture_articles[] = {
  ("Dialog pertahanan digelar\n\nHarian Umpama, 28 Juli 2025\n\nIndonesia dan Pakistan membahas "
  "kelompok kerja teknis. “Kita mulai tahun ini,” kata Menteri Contoh.\n\nPertemuan berikutnya "
  "direncanakan pada Maret 2026 di Kementerian Pertahanan."),
  ("Latihan bersama selesai\n\nWarta Contoh, 5 Agustus 2025\n\nLatihan laut Indonesia dan Australia "
  "ditutup pada Selasa. Tidak ada yang terluka.\n\nRegu\tPerahu\tKeterangan panitia latihan\n"
  "pertama\tdua\tberangkat dari dermaga timur\nkedua\tsatu\tmenyusul setelah air pasang"),
  ("Ships return to port\n\nThe Sample Courier, 9 December 2025\n\nThree ships of the exercise "
  "returned to Surabaya. Officials praised the crews."),
};

/* Imports the articles, and returns the library's path. */
static inline char *
window_fixture_fill (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.risalah", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahSession) session = risalah_session_open (path, TRUE, &error);
  g_autoptr (RisalahImporter) importer = NULL;
  g_autoptr (GPtrArray) results = NULL;

  g_assert_no_error (error);
  importer = risalah_session_create_importer (session);
  for (guint i = 0; i < G_N_ELEMENTS (window_fixture_articles); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (window_fixture_articles[i],
                                                    strlen (window_fixture_articles[i]));

      risalah_importer_add_bytes (importer, bytes, NULL, "text/plain");
    }
  g_assert_true (risalah_importer_run (importer, &results, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, G_N_ELEMENTS (window_fixture_articles));
  risalah_session_close (session);
  return g_steal_pointer (&path);
}

/* Opens the library and the window over it. */
static inline void
window_fixture_show (WindowFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  fixture->session = risalah_session_open (path, TRUE, &error);
  g_assert_no_error (error);
  fixture->window
      = risalah_window_new (GTK_APPLICATION (window_fixture_application ()),
                            risalah_application_get_settings (window_fixture_application ()));
  ui_test_present (GTK_WIDGET (fixture->window));
  risalah_window_set_session (fixture->window, fixture->session);
  ui_test_wait_until (risalah_source_search_get_result (
                          risalah_sources_place_get_search (fixture->window->sources))
                      != NULL);
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
}

/* @data is NULL for the articles, or "empty" for a library without any. */
static inline void
window_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("risalah-window-XXXXXX", NULL);
  path = data == NULL ? window_fixture_fill (fixture->folder)
                      : g_build_filename (fixture->folder, "library.risalah", NULL);
  window_fixture_show (fixture, path);
}

static inline void
window_fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
window_fixture_tear_down (WindowFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_wait_until (window == NULL);
  /* What the library's threads still answer. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  risalah_session_close (fixture->session);
  g_clear_object (&fixture->session);
  window_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static inline GListModel *
window_fixture_list (WindowFixture *fixture)
{
  return G_LIST_MODEL (risalah_source_search_get_list (
      risalah_sources_place_get_search (fixture->window->sources)));
}

static inline RisalahReader *
window_fixture_reader (WindowFixture *fixture)
{
  return risalah_sources_place_get_reader (fixture->window->sources);
}

/* Types into the search and waits for so many results. */
static inline void
window_fixture_search (WindowFixture *fixture, const char *words, guint n_expected)
{
  GtkWidget *entry = ui_test_find (GTK_WIDGET (fixture->window->sources), GTK_TYPE_SEARCH_ENTRY);
  RisalahSourceSearch *search = risalah_sources_place_get_search (fixture->window->sources);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  ui_test_wait_until (g_strcmp0 (risalah_query_get_text (
                                     risalah_source_search_get_result (search)->query), words)
                      == 0);
  ui_test_wait_until (g_list_model_get_n_items (window_fixture_list (fixture)) == n_expected);
}

/* Activates the first row and waits for the reader. */
static inline void
window_fixture_open_first (WindowFixture *fixture)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->window->sources), GTK_TYPE_LIST_VIEW);
  RisalahReader *reader = window_fixture_reader (fixture);
  gint64 id = risalah_lazy_list_get_id (
      RISALAH_LAZY_LIST (window_fixture_list (fixture)), 0);

  gtk_widget_activate_action (list, "list.activate-item", "u", 0u);
  ui_test_wait_until (risalah_reader_get_open (reader) != NULL
                      && risalah_reader_get_open (reader)->source->id == id);
}
