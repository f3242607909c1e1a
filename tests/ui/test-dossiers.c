/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers in the window: articles go in and out by key and by chip, all that a search found at
 * once; names, notes and deletion; and each of them is undone from where it is said. */

#include "risalah-dossier-form.h"
#include "risalah-dossier-sheet.h"
#include "risalah-sources-place-private.h"
#include "ui-test-find.h"
#include "ui-test-input.h"
#include "window-fixture.h"

static RisalahSourceSearch *
get_search (WindowFixture *fixture)
{
  return risalah_sources_place_get_search (fixture->window->sources);
}

static guint
count_found (WindowFixture *fixture)
{
  return risalah_source_search_get_result (get_search (fixture))->ids->len;
}

/* Waits until so many are found with a filter by the dossier alone. */
static void
wait_for_holding (WindowFixture *fixture, const char *dossier, guint n)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-dossier", "s", dossier);
  g_assert_true (
      risalah_source_search_has_filter (get_search (fixture), RISALAH_FIELD_DOSSIER, dossier));
  ui_test_wait_until (risalah_source_search_is_settled (get_search (fixture))
                      && count_found (fixture) == n);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.clear", NULL);
  ui_test_wait_until (risalah_source_search_is_settled (get_search (fixture)));
}

/* Waits for the sheet and for what it lists. */
static GtkWidget *
wait_for_sheet (void)
{
  GtkWidget *sheet;

  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_DOSSIER_SHEET) != NULL);
  sheet = ui_test_find_window (RISALAH_TYPE_DOSSIER_SHEET);
  ui_test_wait_until (ui_test_find (sheet, ADW_TYPE_ACTION_ROW) != NULL
                      || gtk_widget_get_visible (ui_test_find_label (sheet, "no dossier yet")));
  return sheet;
}

static GtkWidget *
open_sheet (WindowFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  return wait_for_sheet ();
}

/* Types a name and presses Enter. */
static void
enter_name (GtkWidget *sheet, const char *name)
{
  GtkWidget *entry = ui_test_find (sheet, GTK_TYPE_SEARCH_ENTRY);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Find or name a dossier");
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "activate");
}

static void
wait_for_words (GtkWidget *where, const char *words)
{
  ui_test_wait_until (ui_test_find_label (where, words) != NULL);
}

/* What is said of an act is said, and taken back. */
static void
undo (GtkWidget *where, const char *said)
{
  wait_for_words (where, said);
  g_signal_emit_by_name (ui_test_find_button (where, "_Undo"), "clicked");
}

static void
test_results (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  /* The key may be pressed while the search is still under way. */
  risalah_source_search_set_text (get_search (fixture), "latihan");
  g_assert_false (risalah_source_search_is_settled (get_search (fixture)));
  enter_name (open_sheet (fixture, "win.add-results-to-dossier"), "Latihan laut");
  wait_for_words (window, "put into “Latihan laut”");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.clear", NULL);
  ui_test_wait_until (risalah_source_search_is_settled (get_search (fixture)));
  enter_name (open_sheet (fixture, "win.add-results-to-dossier"), "latihan LAUT");
  wait_for_words (window, "put into “Latihan laut”");
  wait_for_holding (fixture, "Latihan laut", 3);

  gtk_widget_activate_action (window, "win.show-dossier", "s", "Latihan laut");
  gtk_widget_activate_action (window, "win.take-results-out", NULL);
  undo (window, "3 articles taken out of “Latihan laut”");
  ui_test_wait_until (count_found (fixture) == 3);
  wait_for_holding (fixture, "Latihan laut", 3);
}

static GtkWidget *
find_chip (WindowFixture *fixture)
{
  return ui_test_find_tooltip (GTK_WIDGET (window_fixture_reader (fixture)),
                               "Take it out of the dossier Kapal");
}

static void
test_article (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *sheet;

  window_fixture_search (fixture, "ships", 1);
  window_fixture_open_first (fixture);
  gtk_widget_activate_action (window, "win.show-details", NULL);
  enter_name (open_sheet (fixture, "win.add-to-dossier"), "Kapal");
  ui_test_wait_until (find_chip (fixture) != NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_chip (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Take it out of the dossier Kapal");

  /* Once more changes nothing, which the sheet says beforehand. */
  sheet = open_sheet (fixture, "win.add-to-dossier");
  wait_for_words (sheet, "has the article already");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_test_find (sheet, GTK_TYPE_SEARCH_ENTRY)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Kapal");
  enter_name (sheet, "kap");
  wait_for_words (window, "The article is in “Kapal” already");

  g_signal_emit_by_name (find_chip (fixture), "clicked");
  ui_test_wait_until (find_chip (fixture) == NULL);
  undo (window, "1 article taken out of “Kapal”");
  ui_test_wait_until (find_chip (fixture) != NULL);
}

/* The menu of a row that is not the open article's. */
static void
test_row (WindowFixture *fixture, gconstpointer data)
{
  RisalahSourcesPlace *place = fixture->window->sources;

  gtk_widget_grab_focus (GTK_WIDGET (place->list));
  ui_test_press (GTK_WIDGET (fixture->window), "Menu");
  ui_test_wait_until (ui_test_find_popover (GTK_WIDGET (place)) != NULL);
  ui_test_press (GTK_WIDGET (fixture->window), "Down");
  ui_test_press (GTK_WIDGET (fixture->window), "Return");
  enter_name (wait_for_sheet (), "Kapal");
  wait_for_words (GTK_WIDGET (fixture->window), "1 article put into “Kapal”");
  g_assert_cmpint (risalah_reader_get_source (window_fixture_reader (fixture)), ==, 0);
}

static void
test_nothing_open (WindowFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-to-dossier", NULL);
  wait_for_words (GTK_WIDGET (fixture->window), "Open an article first");
  g_assert_null (ui_test_find_window (RISALAH_TYPE_DOSSIER_SHEET));
}

/* Opens the form of the first dossier in the sheet. */
static GtkWidget *
open_form (GtkWidget *sheet, const char *dossier)
{
  g_autofree char *name = g_strdup_printf ("Change the dossier “%s”", dossier);

  ui_test_wait_until (ui_test_find_tooltip (sheet, name) != NULL);
  g_signal_emit_by_name (ui_test_find_tooltip (sheet, name), "clicked");
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_DOSSIER_FORM) != NULL);
  return ui_test_find_window (RISALAH_TYPE_DOSSIER_FORM);
}

static void
test_change (WindowFixture *fixture, gconstpointer data)
{
  RisalahSourceSearch *search = get_search (fixture);
  GtkWidget *sheet = open_sheet (fixture, "win.show-dossiers");
  GtkWidget *form, *name;

  enter_name (sheet, "Radar");
  wait_for_words (sheet, "New dossier: “Radar”");
  enter_name (sheet, "Kapal");
  ui_test_wait_until (ui_test_find_row (sheet, "Kapal") != NULL);
  risalah_source_search_set_filter (search, RISALAH_FIELD_DOSSIER, "Radar", TRUE);

  form = open_form (sheet, "Radar");
  name = ui_test_find (form, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (name), " KAPAL ");
  g_assert_true (gtk_widget_get_visible (ui_test_find_label (form, "Another dossier")));
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_suggested (form)));
  gtk_editable_set_text (GTK_EDITABLE (name), "Pengindraan");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                                GTK_TEXT_VIEW (ui_test_find (form, GTK_TYPE_TEXT_VIEW))),
                            "Untuk telaahan umpama", -1);
  g_signal_emit_by_name (ui_test_find_suggested (form), "clicked");
  wait_for_words (sheet, "Untuk telaahan umpama");

  /* The filter goes with the name, there and back. */
  g_assert_true (risalah_source_search_has_filter (search, RISALAH_FIELD_DOSSIER, "Pengindraan"));
  undo (sheet, "“Radar” is called “Pengindraan” now");
  ui_test_wait_until (risalah_source_search_has_filter (search, RISALAH_FIELD_DOSSIER, "Radar"));
  gtk_window_close (GTK_WINDOW (sheet));
}

/* The way back outlives the sheet that it was said in. */
static void
test_delete (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *sheet;

  risalah_source_search_set_text (get_search (fixture), "latihan");
  enter_name (open_sheet (fixture, "win.add-results-to-dossier"), "Radar");
  wait_for_words (window, "put into “Radar”");
  wait_for_holding (fixture, "Radar", 1);

  risalah_source_search_set_filter (get_search (fixture), RISALAH_FIELD_DOSSIER, "Radar", TRUE);
  sheet = open_sheet (fixture, "win.show-dossiers");
  g_signal_emit_by_name (ui_test_find_button (open_form (sheet, "Radar"), "_Delete the Dossier"),
                         "clicked");
  wait_for_words (sheet, "Dossier deleted: “Radar”");
  g_assert_false (
      risalah_source_search_has_filter (get_search (fixture), RISALAH_FIELD_DOSSIER, "Radar"));
  gtk_window_close (GTK_WINDOW (sheet));
  undo (window, "Dossier deleted: “Radar”. Its articles stay.");
  sheet = open_sheet (fixture, "win.show-dossiers");
  ui_test_wait_until (ui_test_find_row (sheet, "Radar") != NULL);
  gtk_window_close (GTK_WINDOW (sheet));
  wait_for_holding (fixture, "Radar", 1);
}

static void
set_true (gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* What is read comes after the sheet is closed; it is neither shown nor kept. */
static void
test_closed (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *sheet = risalah_dossier_sheet_show (GTK_WINDOW (fixture->window),
                                                 risalah_session_get_library (fixture->session));
  gboolean is_finalised = FALSE;

  g_object_set_data_full (G_OBJECT (sheet), "finalised", &is_finalised, set_true);
  gtk_window_destroy (GTK_WINDOW (sheet));
  g_assert_false (is_finalised);
  ui_test_wait_until (is_finalised);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (WindowFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/dossiers/results", test_results }, { "/dossiers/article", test_article },
    { "/dossiers/row", test_row },         { "/dossiers/nothing-open", test_nothing_open },
    { "/dossiers/change", test_change },   { "/dossiers/delete", test_delete },
    { "/dossiers/closed", test_closed },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, WindowFixture, NULL, window_fixture_set_up, tests[i].func,
                window_fixture_tear_down);
  return g_test_run ();
}
