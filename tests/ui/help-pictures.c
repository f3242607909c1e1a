/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of the user's help, in the language of the window. tests/screenshots runs it for
 * each language.
 *
 * usage: help-pictures FOLDER */

#include "pictures.h"
#include "risalah-dialogs.h"
#include "risalah-template-dialog.h"

#define WIDTH 1100
#define HEIGHT 700

static void
shoot (GtkWidget *window, const char *folder, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  picture_save (window, path);
}

static void
shoot_dialog (GType type, const char *folder, const char *name)
{
  GtkWidget *dialog;

  picture_wait (500);
  dialog = ui_test_find_window (type);
  shoot (dialog, folder, name);
  gtk_window_destroy (GTK_WINDOW (dialog));
  picture_wait (200);
}

static gboolean
find_use (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  GVariant **passage = data;
  g_autoptr (GPtrArray) uses = NULL;
  gint64 brief = 0;

  if (!picture_find_brief (connection, &brief, cancellable, error))
    return FALSE;
  uses = risalah_briefs_get_uses (connection, brief, error);
  for (guint i = 0; uses != NULL && i < uses->len && *passage == NULL; i++)
    {
      const RisalahBriefUse *use = g_ptr_array_index (uses, i);

      if (use->quotation_uid != NULL && use->text_uid != NULL)
        *passage = g_variant_new ("(ssxx)", use->source_uid, use->text_uid, use->start, use->end);
    }
  return uses != NULL;
}

/* A quotation of the brief where it was taken from. */
static void
show_quotation (WindowFixture *fixture)
{
  GVariant *passage = NULL;

  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             find_use, &passage, NULL, NULL);
  g_assert_nonnull (passage);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-passage", passage);
  picture_wait (900);
}

static void
show_dock_page (WindowFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.show", "s", page);
  picture_wait (700);
}

static void
shoot_sources (WindowFixture *fixture, const char *folder)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  RisalahReader *reader = window_fixture_reader (fixture);
  gboolean is_indonesian = g_str_equal (risalah_names_own_language (), "id");

  window_fixture_open_first (fixture);
  picture_wait (400);
  shoot (window, folder, "window");
  show_quotation (fixture);
  shoot (window, folder, "quoting");
  show_dock_page (fixture, "check");
  shoot (window, folder, "check");
  show_dock_page (fixture, "text");
  risalah_window_set_dock_visible (fixture->window, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (fixture->window->sources),
                                                     GTK_TYPE_SEARCH_ENTRY)),
                         is_indonesian ? "kapal patroli negara:JP" : "patrol country:JP");
  picture_wait (700);
  window_fixture_open_first (fixture);
  picture_wait (300);
  shoot (window, folder, "search");
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.details", NULL);
  picture_wait (400);
  shoot (window, folder, "details");
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.details", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.clear", NULL);
}

int
main (int argc, char **argv)
{
  WindowFixture fixture = { 0 };
  const char *folder;

  if (argc < 2)
    return 2;
  folder = argv[1];
  picture_set_up (&fixture, WIDTH, HEIGHT);
  shoot_sources (&fixture, folder);
  picture_go_to (&fixture, "timeline");
  shoot (GTK_WIDGET (fixture.window), folder, "timeline");
  picture_go_to (&fixture, "briefs");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window->dock), "brief.new", NULL);
  shoot_dialog (RISALAH_TYPE_TEMPLATE_DIALOG, folder, "templates");
  risalah_dialogs_show_preferences (
      GTK_WINDOW (fixture.window),
      risalah_application_get_settings (window_fixture_application ()));
  shoot_dialog (ADW_TYPE_PREFERENCES_WINDOW, folder, "preferences");
  window_fixture_tear_down (&fixture, NULL);
  return 0;
}
