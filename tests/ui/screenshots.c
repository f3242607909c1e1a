/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the window over the example dossier, made without a screen's help: each is what the
 * widgets draw. tests/screenshots runs it for each language and contrast.
 *
 * usage: screenshots FOLDER PREFIX */

#include <libintl.h>
#include <locale.h>

#include "risalah-briefs.h"
#include "risalah-dossier-folder.h"
#include "risalah-paths.h"
#include "window-fixture.h"

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
shoot (Shots *shots, const char *name)
{
  GtkWidget *window = GTK_WIDGET (shots->fixture.window);
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%s-%d-%s.png", shots->prefix, shots->style,
                                           shots->width, name);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);
  GtkSnapshot *snapshot;
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
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
wait_a_moment (guint milliseconds)
{
  gboolean is_over = FALSE;
  guint timer = g_timeout_add (milliseconds, ui_test_late_cb, &is_over);

  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static void
go_to (Shots *shots, const char *place)
{
  g_action_group_change_action_state (G_ACTION_GROUP (shots->fixture.window), "place",
                                      g_variant_new_string (place));
  wait_a_moment (400);
}

static void
set_width (Shots *shots, int width)
{
  shots->width = width;
  gtk_window_set_default_size (GTK_WINDOW (shots->fixture.window), width, HEIGHT);
  wait_a_moment (500);
}

static void
shoot_places (Shots *shots)
{
  RisalahWindow *window = shots->fixture.window;
  gboolean is_narrow = shots->width < 700;

  go_to (shots, "sources");
  if (is_narrow)
    {
      risalah_sources_place_go_back (window->sources);
      shoot (shots, "list");
      window_fixture_open_first (&shots->fixture);
    }
  wait_a_moment (300);
  shoot (shots, "sources");
  if (is_narrow)
    {
      risalah_window_set_dock_visible (window, TRUE);
      wait_a_moment (300);
      shoot (shots, "brief");
      risalah_window_set_dock_visible (window, FALSE);
    }
  gtk_widget_activate_action (GTK_WIDGET (window_fixture_reader (&shots->fixture)),
                              "reader.details", NULL);
  wait_a_moment (300);
  shoot (shots, "details");
  gtk_widget_activate_action (GTK_WIDGET (window_fixture_reader (&shots->fixture)),
                              "reader.details", NULL);
  go_to (shots, "timeline");
  shoot (shots, "timeline");
  go_to (shots, "briefs");
  shoot (shots, "briefs");
}

static gboolean
find_brief (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) briefs = risalah_briefs_list (connection, error);

  for (guint i = 0; briefs != NULL && i < briefs->len; i++)
    {
      const RisalahBriefRecord *brief = g_ptr_array_index (briefs, i);

      if (*(gint64 *)data == 0 || g_str_equal (brief->language, risalah_names_own_language ()))
        *(gint64 *)data = brief->id;
    }
  return briefs != NULL;
}

static void
open_brief (Shots *shots)
{
  RisalahLibrary *library = risalah_session_get_library (shots->fixture.session);
  g_autoptr(GError) error = NULL;
  gint64 brief = 0;

  risalah_library_read_sync (library, RISALAH_LANE_ROWS, find_brief, &brief, NULL, &error);
  g_assert_no_error (error);
  if (brief == 0)
    return;
  risalah_brief_dock_open (shots->fixture.window->dock, brief);
  ui_test_wait_until (risalah_brief_dock_get_brief (shots->fixture.window->dock) != NULL);
}

static gboolean
find_uses (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray **uses = data;
  gint64 brief = 0;

  if (!find_brief (connection, &brief, cancellable, error))
    return FALSE;
  *uses = risalah_briefs_get_uses (connection, brief, error);
  return *uses != NULL;
}

/* The brief's first quotation where it was taken from, as a click on it shows it. */
static void
show_first_quotation (Shots *shots)
{
  g_autoptr(GPtrArray) uses = NULL;
  g_autoptr(GError) error = NULL;

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
      wait_a_moment (900);
      shoot (shots, "quotation");
      return;
    }
}

static void
fill (WindowFixture *fixture)
{
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) results = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("risalah-screenshots-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.risalah", NULL);
  fixture->session = risalah_session_open (path, TRUE, &error);
  g_assert_no_error (error);
  if (!risalah_session_import_dossier_folder (fixture->session, NULL, &results, NULL, &error))
    g_printerr ("%s\n", error->message);
}

int
main (int argc, char **argv)
{
  g_autofree char *locales = risalah_paths_get_locale_dir ();
  Shots shots = { 0 };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 3)
    return 2;
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11",
                "gtk-enable-animations", FALSE, NULL);
  shots.folder = argv[1];
  shots.prefix = argv[2];
  fill (&shots.fixture);
  shots.fixture.window
      = risalah_window_new (GTK_APPLICATION (window_fixture_application ()),
                            risalah_application_get_settings (window_fixture_application ()));
  gtk_window_set_default_size (GTK_WINDOW (shots.fixture.window), 1280, HEIGHT);
  ui_test_present (GTK_WIDGET (shots.fixture.window));
  risalah_window_set_session (shots.fixture.window, shots.fixture.session);
  wait_a_moment (800);
  open_brief (&shots);
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
          shoot_places (&shots);
          if (i == 0)
            {
              go_to (&shots, "sources");
              show_first_quotation (&shots);
            }
        }
    }
  window_fixture_tear_down (&shots.fixture, NULL);
  return 0;
}
