/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's main job, by its real actions: search, open, select, quote, and back to the passage. */

#include "risalah-brief-defaults.h"
#include "risalah-briefs.h"
#include "risalah-document-xhtml.h"
#include "risalah-sources-place-private.h"
#include "ui-test-find.h"
#include "ui-test-input.h"
#include "window-fixture.h"

static char *
shown_text (RisalahReader *reader)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (risalah_reader_get_view (reader));
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
}

/* Selects @words in the article that is open. */
static void
select_words (RisalahReader *reader, const char *words)
{
  const char *text = risalah_reader_get_open (reader)->text->text;
  const char *at = strstr (text, words);
  gint64 start;

  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (text, at);
  risalah_reader_select (reader, start, start + g_utf8_strlen (words, -1));
}

static void
test_search (WindowFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (window_fixture_list (fixture)), ==, 3);
  window_fixture_search (fixture, "pertah", 1);
  window_fixture_search (fixture, "ditutup", 1);
  window_fixture_search (fixture, "tidakada", 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.clear", NULL);
  ui_test_wait_until (g_list_model_get_n_items (window_fixture_list (fixture)) == 3);
}

static void
test_read (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  g_autofree char *shown = NULL;

  window_fixture_search (fixture, "Pakistan", 1);
  window_fixture_open_first (fixture);
  shown = shown_text (reader);
  g_assert_cmpstr (shown, ==, risalah_reader_get_open (reader)->text->text);
  g_assert_nonnull (strstr (shown, "kelompok kerja teknis"));
}

static void
test_quote (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  RisalahBriefDock *dock = fixture->window->dock;
  const RisalahStoredQuotation *stored;
  g_autofree char *written = NULL;

  window_fixture_search (fixture, "Pakistan", 1);
  window_fixture_open_first (fixture);
  select_words (reader, "“Kita mulai tahun ini,”");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "quote", NULL);
  ui_test_wait_until (risalah_brief_dock_get_brief (dock) != NULL);
  ui_test_wait_until (risalah_reader_get_open (reader)->quotations->len == 1);
  stored = g_ptr_array_index (risalah_reader_get_open (reader)->quotations, 0);
  g_assert_cmpstr (stored->quotation->exact, ==, "“Kita mulai tahun ini,”");

  for (;;)
    {
      RisalahDocument *document
          = risalah_editor_get_document (risalah_brief_dock_get_editor (dock));

      g_free (written);
      written = risalah_document_to_xhtml (document);
      if (strstr (written, "Kita mulai tahun ini,") != NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_nonnull (strstr (written, stored->quotation->uid));
}

/* Clicking a quotation goes back: here by the action that the click activates. */
static void
test_show_passage (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  g_autofree char *source = NULL, *text = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter at;

  window_fixture_search (fixture, "ditutup", 1);
  window_fixture_open_first (fixture);
  source = g_strdup (risalah_reader_get_open (reader)->source->uid);
  text = g_strdup (risalah_reader_get_open (reader)->text->uid);
  window_fixture_search (fixture, "Surabaya", 1);
  window_fixture_open_first (fixture);
  g_assert_cmpstr (risalah_reader_get_open (reader)->source->uid, !=, source);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-passage",
                                  g_variant_new ("(ssxx)", source, text, (gint64)8, (gint64)15));
  ui_test_wait_until (g_str_equal (risalah_reader_get_open (reader)->source->uid, source));
  buffer = gtk_text_view_get_buffer (risalah_reader_get_view (reader));
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&at), ==, 8);
  /* The row of the list, selected all along, leads back to its own article. */
  window_fixture_open_first (fixture);
  g_assert_cmpstr (risalah_reader_get_open (reader)->source->uid, !=, source);
}

static void
test_correct (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  GtkWidget *row;

  window_fixture_search (fixture, "Surabaya", 1);
  window_fixture_open_first (fixture);
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.details", NULL);
  row = ui_test_find (GTK_WIDGET (reader), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "Ships return to Surabaya");
  g_signal_emit_by_name (row, "apply");
  ui_test_wait_until (g_str_equal (risalah_reader_get_open (reader)->source->label,
                                   "Ships return to Surabaya"));
}

static void
test_remove_and_undo (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);

  window_fixture_open_first (fixture);
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.remove", NULL);
  ui_test_wait_until (g_list_model_get_n_items (window_fixture_list (fixture)) == 2);
  g_assert_null (risalah_reader_get_open (reader));
}

static void
test_places (WindowFixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "timeline", "briefs", "sources" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "place",
                                          g_variant_new_string (places[i]));
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture->window->places), ==,
                       places[i]);
      ui_test_frames (GTK_WIDGET (fixture->window), 1);
    }
}

static void
resize (WindowFixture *fixture, int width, RisalahRoom room)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 800);
  ui_test_wait_until (risalah_adaptive_bin_get_room (fixture->window->bin) == room);
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
}

/* Nothing is cut off: what is shown needs no more room than there is. */
static void
assert_fits (WindowFixture *fixture)
{
  GtkWidget *bin = GTK_WIDGET (fixture->window->bin);
  int needed;

  gtk_widget_measure (risalah_adaptive_bin_get_child (RISALAH_ADAPTIVE_BIN (bin)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, gtk_widget_get_width (bin));
}

static void
test_widths (WindowFixture *fixture, gconstpointer data)
{
  resize (fixture, 1200, RISALAH_ROOM_WIDE);
  resize (fixture, 900, RISALAH_ROOM_MEDIUM);
  resize (fixture, 360, RISALAH_ROOM_NARROW);
  assert_fits (fixture);
  window_fixture_open_first (fixture);
  g_assert_true (risalah_sources_place_can_go_back (fixture->window->sources));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "back", NULL);
  g_assert_false (risalah_sources_place_can_go_back (fixture->window->sources));

  risalah_brief_dock_begin (fixture->window->dock, "T1", NULL, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
  risalah_window_set_dock_visible (fixture->window, TRUE);
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
  assert_fits (fixture);
}

/* Where the handle between list and reader stood before the window became narrow. */
static void
test_resting_handle (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *button = GTK_WIDGET (fixture->window->sources->dossier_button);

  resize (fixture, 1200, RISALAH_ROOM_WIDE);
  resize (fixture, 360, RISALAH_ROOM_NARROW);
  ui_test_click (button);
  ui_test_wait_until (ui_test_find_popover (button) != NULL);
}

static void
assert_named (GtkWidget *widget, const char *name)
{
  g_assert_nonnull (widget);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_accessible (WindowFixture *fixture, gconstpointer data)
{
  RisalahWindow *window = fixture->window;
  GtkWidget *sources = GTK_WIDGET (window->sources);
  GtkWidget *view;

  assert_named (window->search_button, "Search sources");
  assert_named (window->back_button, "Back to the list");
  assert_named (ui_test_find (sources, GTK_TYPE_SEARCH_ENTRY), "Search all articles");
  assert_named (ui_test_find (sources, GTK_TYPE_LIST_VIEW), "Sources");
  view = GTK_WIDGET (risalah_reader_get_view (window_fixture_reader (fixture)));
  assert_named (view, "Article");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

/* The latest brief of the main menu, NULL where none is offered. */
static char *
dup_latest_title (WindowFixture *fixture)
{
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (
      gtk_menu_button_get_menu_model (fixture->window->menu_button), 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) briefs = NULL;
  char *title = NULL;

  if (g_menu_model_get_n_items (section) == 0)
    return NULL;
  briefs = g_menu_model_get_item_link (section, 0, G_MENU_LINK_SUBMENU);
  g_menu_model_get_item_attribute (briefs, 0, G_MENU_ATTRIBUTE_LABEL, "s", &title);
  return title;
}

static gboolean
leads (WindowFixture *fixture, const char *title)
{
  g_autofree char *latest = dup_latest_title (fixture);

  return g_strcmp0 (latest, title) == 0;
}

static gboolean
change_first_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable,
                  GError **error)
{
  return risalah_briefs_set_status (connection, 1, "review", error);
}

/* What was changed last leads the main menu's briefs, and its item opens it. */
static void
test_recent_briefs (WindowFixture *fixture, gconstpointer data)
{
  RisalahBriefDock *dock = fixture->window->dock;
  GtkPopover *popover = gtk_menu_button_get_popover (fixture->window->menu_button);
  GtkWidget *label;
  g_autoptr (GError) error = NULL;

  g_assert_true (leads (fixture, NULL));
  risalah_brief_dock_begin (dock, "T1", "Yang pertama", "id");
  ui_test_wait_until (leads (fixture, "Yang pertama"));
  risalah_brief_dock_begin (dock, "T1", "Kajian_kedua dengan judul yang jauh lebih panjang", "id");
  ui_test_wait_until (leads (fixture, "Kajian__kedua dengan judul yang…"));
  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, change_first_job, NULL, NULL, &error);
  g_assert_no_error (error);
  ui_test_wait_until (leads (fixture, "Yang pertama"));

  gtk_popover_popup (popover);
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  label = ui_test_find_label (GTK_WIDGET (popover), "Yang pertama");
  g_assert_nonnull (label);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                   GTK_ACCESSIBLE_ROLE_MENU_ITEM);
  gtk_widget_activate (gtk_widget_get_parent (label));
  ui_test_wait_until (risalah_open_brief_get_id (risalah_brief_dock_get_brief (dock)) == 1);
}

/* Where no brief is open, those that there are can be opened from there. */
static void
test_open_brief (WindowFixture *fixture, gconstpointer data)
{
  RisalahBriefDock *dock = fixture->window->dock;
  GtkWidget *button = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (dock), RISALAH_TYPE_BRIEF_DOCK, "recent_button"));
  GtkWidget *label;

  g_assert_false (gtk_widget_get_visible (button));
  risalah_brief_dock_begin (dock, "T1", "Yang pertama", "id");
  ui_test_wait_until (leads (fixture, "Yang pertama"));
  risalah_brief_dock_close (dock);
  risalah_window_set_dock_visible (fixture->window, TRUE);
  ui_test_wait_until (gtk_widget_get_mapped (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_wait_until ((label = ui_test_find_label (button, "Yang pertama")) != NULL
                      && gtk_widget_get_mapped (label));
  gtk_widget_activate (gtk_widget_get_parent (label));
  ui_test_wait_until (risalah_brief_dock_get_brief (dock) != NULL);
}

/* The preferences reach the session, at once and when they change. */
static void
test_preferences (WindowFixture *fixture, gconstpointer data)
{
  GSettings *settings = fixture->window->settings;

  g_assert_nonnull (settings);
  g_assert_cmpstr (risalah_session_get_brief_defaults (fixture->session)->citation_style, ==,
                   "notes");
  g_settings_set_string (settings, "citation-style", "author-date");
  g_settings_set_string (settings, "author", "Sari Contoh");
  g_assert_cmpstr (risalah_session_get_brief_defaults (fixture->session)->citation_style, ==,
                   "author-date");
  g_assert_cmpstr (risalah_session_get_brief_defaults (fixture->session)->author, ==,
                   "Sari Contoh");
  g_settings_reset (settings, "citation-style");
  g_settings_reset (settings, "author");
}

/* The library of the fixture has no backup yet: the first is made as the window opens. */
static void
test_backup (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");
  g_autofree char *name = g_strdup_printf ("library-backup-%s.risalah", day);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  ui_test_wait_until (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_welcome (WindowFixture *fixture, gconstpointer data)
{
  g_assert_true (risalah_sources_place_is_welcome (fixture->window->sources));
  g_assert_false (risalah_window_is_dock_visible (fixture->window));
}

static void
count_cb (AdwToast *toast, guint *n)
{
  (*n)++;
}

/* A toast whose words are wider than the window says them over several lines, and its button, below
 * them, does the same. */
static void
test_long_toast (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *toasts = GTK_WIDGET (fixture->window->toasts), *label;
  g_autoptr (GString) text = g_string_new ("Latihan &amp; kunjungan");
  AdwToast *toast;
  guint n_pressed = 0;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  while (text->len < 400)
    g_string_append (text, " rekaan");
  toast = adw_toast_new (text->str);
  adw_toast_set_button_label (toast, "_Undo");
  g_signal_connect (toast, "button-clicked", G_CALLBACK (count_cb), &n_pressed);
  risalah_window_add_toast (fixture->window, toast);
  ui_test_wait_until (ui_test_find_button (toasts, "_Undo") != NULL
                      && gtk_widget_get_mapped (ui_test_find_button (toasts, "_Undo")));
  label = ui_test_find_label (toasts, "Latihan & kunjungan");
  g_assert_nonnull (strchr (gtk_label_get_text (GTK_LABEL (label)), '\n'));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_signal_emit_by_name (ui_test_find_button (toasts, "_Undo"), "clicked");
  g_assert_cmpuint (n_pressed, ==, 1);
  ui_test_wait_until (ui_test_find_button (toasts, "_Undo") == NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

/* Nothing is on its way to somewhere. */
static gboolean
is_still (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)))
    return FALSE;
  if (GTK_IS_REVEALER (widget)
      && gtk_revealer_get_child_revealed (GTK_REVEALER (widget))
             != gtk_revealer_get_reveal_child (GTK_REVEALER (widget)))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!is_still (child))
      return FALSE;
  return TRUE;
}

/* Where the analyst wants nothing to move by itself, bars, pages and rooms change before the next
 * frame; elsewhere the bar of an import does not. */
static void
test_reduced_motion (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkRevealer *bar
      = GTK_REVEALER (ui_test_find (GTK_WIDGET (fixture->window->banner), GTK_TYPE_REVEALER));

  ui_test_wait_until (is_still (window));
  gtk_revealer_set_reveal_child (bar, TRUE);
  g_assert_false (is_still (window));
  ui_test_wait_until (is_still (window));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_revealer_set_reveal_child (bar, FALSE);
  g_assert_true (is_still (window));
  risalah_brief_dock_begin (fixture->window->dock, "T1", NULL, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->window->dock) != NULL);
  g_assert_true (is_still (window));
  risalah_window_show_place (fixture->window, "timeline");
  g_assert_true (is_still (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  ui_test_wait_until (risalah_adaptive_bin_get_room (fixture->window->bin)
                      == RISALAH_ROOM_NARROW);
  g_assert_true (is_still (window));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, data, function) \
  g_test_add ("/window/" path, WindowFixture, data, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("search", NULL, test_search);
  ADD ("read", NULL, test_read);
  ADD ("quote", NULL, test_quote);
  ADD ("show-passage", NULL, test_show_passage);
  ADD ("correct", NULL, test_correct);
  ADD ("remove", NULL, test_remove_and_undo);
  ADD ("places", NULL, test_places);
  ADD ("widths", NULL, test_widths);
  ADD ("resting-handle", NULL, test_resting_handle);
  ADD ("accessible", NULL, test_accessible);
  ADD ("recent-briefs", NULL, test_recent_briefs);
  ADD ("open-brief", NULL, test_open_brief);
  ADD ("preferences", NULL, test_preferences);
  ADD ("backup", NULL, test_backup);
  ADD ("long-toast", NULL, test_long_toast);
  ADD ("reduced-motion", NULL, test_reduced_motion);
  ADD ("welcome", "empty", test_welcome);
#undef ADD
  return g_test_run ();
}
