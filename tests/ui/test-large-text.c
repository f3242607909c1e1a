/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In Indonesian, with text twice as large, on a window of 360 pixels: nothing that is shown needs
 * more room than there is, and no button's words are cut off, but for the toolkit's switcher, whose
 * buttons have icons too. */

#include <libintl.h>
#include <locale.h>

#include "risalah-brief-details.h"
#include "risalah-delivery-sheet.h"
#include "risalah-dialogs.h"
#include "risalah-help-window.h"
#include "risalah-paste-sheet.h"
#include "risalah-paths.h"
#include "window-fixture.h"

#define WIDTH 360

static GtkWidget *
newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);
  g_autoptr(GtkWidget) window = g_list_model_get_item (windows, n - 1);

  return window;
}

static void
assert_labels (GtkWidget *widget, const char *scene)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL
      && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL
      && gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER) == NULL
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    {
      g_test_message ("%s: “%s” is cut off", scene, gtk_label_get_text (GTK_LABEL (widget)));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_labels (child, scene);
}

/* The widest of what is in @widget, for the message. */
static GtkWidget *
find_culprit (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      if (gtk_widget_get_visible (child) && needed > WIDTH - 12)
        return find_culprit (child);
    }
  return widget;
}

static void
assert_fits (GtkWidget *content, const char *scene)
{
  int needed;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  if (needed > WIDTH)
    {
      GtkWidget *culprit = find_culprit (content);
      g_auto(GStrv) classes = gtk_widget_get_css_classes (culprit);

      g_test_message ("%s needs %d pixels, for a %s (%s) in a %s in a %s", scene, needed,
                      G_OBJECT_TYPE_NAME (culprit),
                      classes[0] != NULL && classes[1] != NULL ? classes[1] : "",
                      G_OBJECT_TYPE_NAME (gtk_widget_get_parent (culprit)),
                      G_OBJECT_TYPE_NAME (
                          gtk_widget_get_parent (gtk_widget_get_parent (culprit))));
      g_test_fail ();
    }
  assert_labels (content, scene);
}

static void
check_window (WindowFixture *fixture, const char *scene)
{
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
  assert_fits (risalah_adaptive_bin_get_child (fixture->window->bin), scene);
}

/* A sheet's content, under the adaptive bin where it has one. */
static void
check_sheet (const char *scene)
{
  GtkWidget *window = newest_window ();
  GtkWidget *content = ui_test_find (window, RISALAH_TYPE_ADAPTIVE_BIN);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 640);
  ui_test_wait_until (gtk_widget_get_mapped (window));
  ui_test_frames (window, 3);
  if (content != NULL)
    content = risalah_adaptive_bin_get_child (RISALAH_ADAPTIVE_BIN (content));
  else
    content = gtk_widget_get_first_child (window);
  assert_fits (content, scene);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
narrow (WindowFixture *fixture)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, 700);
  ui_test_wait_until (risalah_adaptive_bin_get_room (fixture->window->bin)
                      == RISALAH_ROOM_NARROW);
}

static void
test_welcome (WindowFixture *fixture, gconstpointer data)
{
  narrow (fixture);
  check_window (fixture, "welcome");
}

static void
test_places (WindowFixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "timeline", "briefs", "sources" };
  GtkWidget *reader = GTK_WIDGET (window_fixture_reader (fixture));

  narrow (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      risalah_window_show_place (fixture->window, places[i]);
      check_window (fixture, places[i]);
    }
  window_fixture_open_first (fixture);
  check_window (fixture, "reader");
  gtk_widget_activate_action (reader, "reader.find", NULL);
  check_window (fixture, "find in the article");
  gtk_widget_activate_action (reader, "reader.details", NULL);
  check_window (fixture, "details");
}

static void
test_brief (WindowFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "shelf", "outline", "check", "text" };

  narrow (fixture);
  risalah_brief_dock_begin (fixture->window->dock, "T1", NULL, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
  risalah_window_set_dock_visible (fixture->window, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.show", "s", pages[i]);
      check_window (fixture, pages[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.find", NULL);
  check_window (fixture, "find in the brief");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.versions", NULL);
  check_sheet ("versions");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.details", NULL);
  check_sheet ("details of the brief");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.print", NULL);
  check_sheet ("print");
}

static void
test_sheets (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  GtkWidget *help;

  narrow (fixture);
  risalah_paste_sheet_show (parent, fixture->window->banner);
  check_sheet ("paste");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->dock), "brief.new", NULL);
  check_sheet ("new brief");
  risalah_dialogs_show_preferences (parent, fixture->window->settings);
  check_sheet ("preferences");
  help = risalah_help_window_new (NULL);
  risalah_help_window_show (RISALAH_HELP_WINDOW (help), "keyboard");
  gtk_window_present (GTK_WINDOW (help));
  ui_test_wait_until (risalah_help_window_get_page (RISALAH_HELP_WINDOW (help)) != NULL);
  check_sheet ("help");
}

int
main (int argc, char **argv)
{
  g_autofree char *locales = risalah_paths_get_locale_dir ();

  g_setenv ("LANGUAGE", "id", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  ui_test_init (&argc, &argv);
  setlocale (LC_ALL, "C.UTF-8"); /* not the toolkit's for tests, which may not be there */
  g_assert_cmpstr (gettext ("Sources"), ==, "Sumber");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
#define ADD(name, data, function) \
  g_test_add ("/large-text/" name, WindowFixture, data, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("welcome", "empty", test_welcome);
  ADD ("places", NULL, test_places);
  ADD ("brief", NULL, test_brief);
  ADD ("sheets", NULL, test_sheets);
#undef ADD
  return g_test_run ();
}
