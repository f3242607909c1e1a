/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In Indonesian, with text twice as large, on a window of 360 pixels: nothing that is shown needs
 * more room than there is, and no button's words are cut off, but for the toolkit's switcher, whose
 * buttons have icons too. */

#include <libintl.h>
#include <locale.h>

#include "risalah-brief-details.h"
#include "risalah-comparison-window.h"
#include "risalah-date-sheet.h"
#include "risalah-delivery-sheet.h"
#include "risalah-dialogs.h"
#include "risalah-event-sheet.h"
#include "risalah-help-window.h"
#include "risalah-import-summary.h"
#include "risalah-merge-sheet.h"
#include "risalah-metadata-sheet.h"
#include "risalah-own-words-sheet.h"
#include "risalah-pair-window.h"
#include "risalah-paste-sheet.h"
#include "risalah-paths.h"
#include "risalah-translation-dialog.h"
#include "window-fixture.h"

#define WIDTH 360

static GtkWidget *
newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint n = g_list_model_get_n_items (windows); n > 0; n--)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, n - 1);

      if (gtk_widget_get_visible (window))
        return window;
    }
  g_assert_not_reached ();
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
    assert_fits (risalah_adaptive_bin_get_child (RISALAH_ADAPTIVE_BIN (content)), scene);
  assert_fits (gtk_widget_get_first_child (window), scene);
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

static void
test_event_sheets (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  RisalahNames *names = fixture->window->names;
  g_autoptr(RisalahEvent) event = risalah_event_new ();

  event->id = 1;
  event->title = g_strdup ("Indonesia dan Pakistan membahas kelompok kerja teknis pertahanan");
  narrow (fixture);
  risalah_event_sheet_begin (parent, fixture->session, names, "2025-07");
  check_sheet ("event");
  risalah_event_sheet_edit (parent, fixture->session, names, event);
  check_sheet ("event to edit");
  risalah_date_sheet_show (parent, fixture->session, names, event);
  check_sheet ("date of an event");
  risalah_merge_sheet_show (parent, fixture->session, names, event);
  check_sheet ("merge");
}

/* One article that is there already, one that cannot be read. */
static GPtrArray *
import_again (WindowFixture *fixture)
{
  g_autoptr(RisalahImporter) importer = risalah_session_create_importer (fixture->session);
  g_autoptr(GBytes) again = g_bytes_new_static (window_fixture_articles[0],
                                                strlen (window_fixture_articles[0]));
  g_autoptr(GBytes) broken = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  g_autoptr(GError) error = NULL;
  GPtrArray *results = NULL;

  risalah_importer_add_bytes (importer, again, NULL, "text/plain");
  risalah_importer_add_bytes (importer, broken, NULL, "text/html");
  g_assert_true (risalah_importer_run (importer, &results, NULL, &error));
  g_assert_no_error (error);
  return results;
}

static void
test_import_sheets (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  g_autoptr(GPtrArray) results = import_again (fixture);
  g_autoptr(GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= 2; id++)
    g_array_append_val (sources, id);
  narrow (fixture);
  risalah_import_summary_show (parent, fixture->window->toasts, fixture->session,
                               fixture->window->names, results);
  ui_test_wait_until (newest_window () != GTK_WIDGET (fixture->window));
  check_sheet ("summary of an import");
  risalah_metadata_sheet_show (parent, fixture->session, fixture->window->names, sources);
  check_sheet ("details of sources");
  risalah_own_words_sheet_show (parent);
  check_sheet ("own words");
}

static void
check_pair (WindowFixture *fixture)
{
  GtkWidget *dock = GTK_WIDGET (fixture->window->dock);
  GtkWidget *dialog, *window;
  RisalahAdaptiveBin *bin;

  gtk_widget_activate_action (dock, "brief.side-by-side", NULL);
  ui_test_wait_until (RISALAH_IS_TRANSLATION_DIALOG (newest_window ()));
  dialog = newest_window ();
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH, 640);
  ui_test_frames (dialog, 3);
  assert_fits (gtk_widget_get_first_child (dialog), "choice of the version");
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (ui_test_find_label (dialog, "Naskah baru dalam bahasa Inggris"),
                               ADW_TYPE_ACTION_ROW),
      "activated");
  ui_test_wait_until (RISALAH_IS_PAIR_WINDOW (newest_window ()));
  window = newest_window ();
  bin = RISALAH_ADAPTIVE_BIN (ui_test_find (window, RISALAH_TYPE_ADAPTIVE_BIN));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 640);
  ui_test_wait_until (risalah_adaptive_bin_get_room (bin) == RISALAH_ROOM_NARROW);
  ui_test_frames (window, 3);
  assert_fits (risalah_adaptive_bin_get_child (bin), "two versions");
  assert_fits (gtk_widget_get_first_child (window), "window of two versions");
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
}

static void
test_versions (WindowFixture *fixture, gconstpointer data)
{
  RisalahDocument *document;

  narrow (fixture);
  risalah_brief_dock_begin (fixture->window->dock, "T1", NULL, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
  document = risalah_editor_get_document (
      risalah_brief_dock_get_editor (fixture->window->dock));
  gtk_window_present (GTK_WINDOW (risalah_comparison_window_new (
      GTK_WINDOW (fixture->window), gettext ("Saved elsewhere → here"), document, document,
      gettext ("Use the _Other Text"))));
  check_sheet ("comparison");
  check_pair (fixture);
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
  setlocale (LC_ALL, "id_ID.UTF-8");
  g_assert_cmpstr (gettext ("Sources"), ==, "Sumber");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
#define ADD(name, data, function) \
  g_test_add ("/large-text/" name, WindowFixture, data, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("welcome", "empty", test_welcome);
  ADD ("places", NULL, test_places);
  ADD ("brief", NULL, test_brief);
  ADD ("sheets", NULL, test_sheets);
  ADD ("event-sheets", NULL, test_event_sheets);
  ADD ("import-sheets", NULL, test_import_sheets);
  ADD ("versions", NULL, test_versions);
#undef ADD
  return g_test_run ();
}
