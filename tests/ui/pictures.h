/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the programs share that make pictures of the window over the example dossier, without a
 * screen's help: each is what the widgets draw. */
#pragma once

#include <libintl.h>
#include <locale.h>

#include "risalah-briefs.h"
#include "risalah-dossier-folder.h"
#include "risalah-paths.h"
#include "window-fixture.h"

/* Takes a picture of what @window draws. */
static inline GdkTexture *
picture_take (GtkWidget *window)
{
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GError) error = NULL;
  GtkSnapshot *snapshot;
  GdkTexture *texture;
  GskRenderNode *node;

  ui_test_frames (window, 6);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_renderer_unrealize (renderer);
  gsk_render_node_unref (node);
  return texture;
}

static inline void
picture_save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkTexture) texture = picture_take (window);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static inline gboolean
picture_over_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_CONTINUE;
}

static inline void
picture_wait (guint milliseconds)
{
  gboolean is_over = FALSE;
  guint timer = g_timeout_add (milliseconds, picture_over_cb, &is_over);

  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static inline void
picture_go_to (WindowFixture *fixture, const char *place)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "place",
                                      g_variant_new_string (place));
  picture_wait (400);
}

/* The brief in the language of the window. */
static inline gboolean
picture_find_brief (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) briefs = risalah_briefs_list (connection, error);

  for (guint i = 0; briefs != NULL && i < briefs->len; i++)
    {
      const RisalahBriefRecord *brief = g_ptr_array_index (briefs, i);

      if (*(gint64 *)data == 0 || g_str_equal (brief->language, risalah_names_own_language ()))
        *(gint64 *)data = brief->id;
    }
  return briefs != NULL;
}

static inline void
picture_open_brief (WindowFixture *fixture)
{
  RisalahLibrary *library = risalah_session_get_library (fixture->session);
  g_autoptr (GError) error = NULL;
  gint64 brief = 0;

  risalah_library_read_sync (library, RISALAH_LANE_ROWS, picture_find_brief, &brief, NULL, &error);
  g_assert_no_error (error);
  if (brief == 0)
    return;
  risalah_brief_dock_open (fixture->window->dock, brief);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
}

/* The language, the fonts, a library with the example dossier, and the window over it. */
static inline void
picture_set_up (WindowFixture *fixture, int width, int height)
{
  g_autofree char *locales = risalah_paths_get_locale_dir ();
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11",
                "gtk-enable-animations", FALSE, NULL);
  fixture->folder = g_dir_make_tmp ("risalah-screenshots-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.risalah", NULL);
  fixture->session = risalah_session_open (path, TRUE, &error);
  g_assert_no_error (error);
  if (!risalah_session_import_dossier_folder (fixture->session, NULL, &results, NULL, &error))
    g_printerr ("%s\n", error->message);
  fixture->window
      = risalah_window_new (GTK_APPLICATION (window_fixture_application ()),
                            risalah_application_get_settings (window_fixture_application ()));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  ui_test_present (GTK_WIDGET (fixture->window));
  risalah_window_set_session (fixture->window, fixture->session);
  picture_wait (800);
  picture_open_brief (fixture);
}
