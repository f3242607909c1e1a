/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens everything that the application can show, as the window opens it. */

#include "scenes-private.h"

#include "pictures.h"
#include "risalah-figure-block.h"
#include "risalah-pair-window.h"
#include "ui-test-input.h"

/* As the first thing of a program: its window is in Indonesian, and nothing in it moves. */
void
scenes_init (int *argc, char ***argv)
{
  g_autofree char *locales = risalah_paths_get_locale_dir ();

  g_setenv ("LANGUAGE", "id", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* First of all: GLib looks once whether it translates at all. */
  g_assert_nonnull (setlocale (LC_ALL, "id_ID.UTF-8"));
  ui_test_init (argc, argv);
  g_assert_cmpstr (gettext ("Sources"), ==, "Sumber");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
}

/* The dossier is read in once; each test has a copy. */
static const GString *
get_library (void)
{
  static GString *library;

  if (library == NULL)
    {
      g_autofree char *folder = g_dir_make_tmp ("risalah-scenes-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "library.risalah", NULL);
      g_autoptr (GPtrArray) results = NULL;
      g_autoptr (GError) error = NULL;
      RisalahSession *session = risalah_session_open (path, TRUE, &error);
      char *content;
      gsize length;

      g_assert_no_error (error);
      risalah_session_import_dossier_folder (session, NULL, &results, NULL, &error);
      g_assert_no_error (error);
      risalah_session_close (session);
      g_object_unref (session);
      g_file_get_contents (path, &content, &length, &error);
      g_assert_no_error (error);
      library = g_string_new_len (content, length);
      g_free (content);
      window_fixture_remove (folder);
    }
  return library;
}

/* Popovers that open under the pointer and go again leave the toolkit at a loss. */
static void
keep_pointer_away (void)
{
  const char *const command[] = { "xdotool", "mousemove", "2399", "1199", NULL };

  ui_test_run_xdotool (command);
}

/* The window over the example dossier, with its Indonesian or English brief open. */
void
scenes_set_up (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("risalah-window-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.risalah", NULL);
  g_file_set_contents (path, get_library ()->str, get_library ()->len, &error);
  g_assert_no_error (error);
  keep_pointer_away ();
  window_fixture_show (fixture, path);
  picture_open_brief (fixture);
}

/* The window over an empty library. */
void
scenes_set_up_nothing (WindowFixture *fixture, gconstpointer data)
{
  keep_pointer_away ();
  window_fixture_set_up (fixture, "empty");
}

/* That the application does say so is seen from there being a translation. */
const char *
scene_translate (const char *text)
{
  const char *translated = gettext (text);

  g_assert_true (translated != text);
  return translated;
}

void
scene_show_place (WindowFixture *fixture, const char *place)
{
  risalah_window_show_place (fixture->window, place);
  if (risalah_adaptive_bin_get_room (fixture->window->bin) == RISALAH_ROOM_NARROW)
    risalah_window_set_dock_visible (fixture->window, FALSE);
}

RisalahEditor *
scene_get_editor (WindowFixture *fixture)
{
  return risalah_brief_dock_get_editor (fixture->window->dock);
}

void
scene_show_page (WindowFixture *fixture, const char *page)
{
  risalah_window_set_dock_visible (fixture->window, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.show", "s", page);
}

void
scene_act_on_brief (WindowFixture *fixture, const char *action)
{
  scene_show_page (fixture, "text");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (scene_get_editor (fixture)), action, NULL));
}

/* The first block of the kind; behind the last where there is none. */
guint
scene_find_block (WindowFixture *fixture, RisalahBriefBlockKind kind)
{
  RisalahDocument *document = risalah_editor_get_document (scene_get_editor (fixture));
  guint i = 0;

  while (i < risalah_document_get_n_blocks (document)
         && risalah_brief_block_get_kind (risalah_document_get_block (document, i)) != kind)
    i++;
  return i;
}

/* The example brief has none of its own. */
void
scene_insert_figure (WindowFixture *fixture)
{
  const RisalahFigure figure = { .from = (char *)"2025", .to = (char *)"2026" };

  scene_show_page (fixture, "text");
  if (scene_find_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE)
      == risalah_document_get_n_blocks (risalah_editor_get_document (scene_get_editor (fixture))))
    risalah_figure_insert_view (scene_get_editor (fixture), &figure);
}

GtkWidget *
scene_open (const Scene *scene, WindowFixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window), *shown = window;

  g_test_message ("%s", scene->name);
  scene->open (fixture);
  if (scene->kind == SCENE_SHEET)
    {
      ui_test_wait_until (ui_test_newest_window () != window
                          && gtk_widget_get_mapped (ui_test_newest_window ()));
      shown = ui_test_newest_window ();
    }
  else if (scene->kind == SCENE_POPOVER)
    {
      ui_test_wait_until (ui_test_find_popover (window) != NULL);
      shown = ui_test_find_popover (window);
    }
  ui_test_frames (shown, 3);
  return shown;
}

void
scene_close (const Scene *scene, WindowFixture *fixture, GtkWidget *shown)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  if (scene->kind == SCENE_POPOVER)
    {
      gtk_popover_popdown (GTK_POPOVER (shown));
      ui_test_wait_until (ui_test_find_popover (window) == NULL);
    }
  else if (RISALAH_IS_PAIR_WINDOW (shown)) /* it gives the brief back */
    {
      gtk_window_close (GTK_WINDOW (shown));
      ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
    }
  else if (scene->kind == SCENE_SHEET)
    gtk_window_destroy (GTK_WINDOW (shown));
}
