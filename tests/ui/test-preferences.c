/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row of the preferences, by what it changes: new briefs, what comes in, spelling, backups.
 * That the language of the window is followed at the next start is shown by test-opening.py. */

#include <enchant.h>

#include "dock-fixture.h"
#include "risalah-mentions.h"
#include "risalah-own-words-sheet.h"
#include "risalah-preferences.h"
#include "risalah-settings.h"
#include "window-fixture.h"

/* --- the page ---------------------------------------------------------------------------- */

static GtkWidget *
show_page (GSettings *settings)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = risalah_preferences_new (settings);

  gtk_window_set_child (GTK_WINDOW (window), page);
  ui_test_present (window);
  return page;
}

/* Closes the page and sets everything back for the next test. */
static void
close_page (GtkWidget *page, GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static GtkWidget *
find_control (GtkWidget *page, const char *title, GType type)
{
  GtkWidget *row = ui_test_find_row (page, title);
  GtkWidget *control;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_sensitive (row));
  control = ui_test_find (row, type);
  g_assert_nonnull (control);
  return control;
}

static void
choose (GtkWidget *page, const char *title, const char *label)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_control (page, title, ADW_TYPE_COMBO_ROW));
  GListModel *labels = adw_combo_row_get_model (row);
  guint position = 0;

  for (; position < g_list_model_get_n_items (labels); position++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (labels, position);

      if (g_str_equal (gtk_string_object_get_string (item), label))
        break;
    }
  g_assert_cmpuint (position, <, g_list_model_get_n_items (labels));
  adw_combo_row_set_selected (row, position);
}

static void
type (GtkWidget *page, const char *title, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find_control (page, title, ADW_TYPE_ENTRY_ROW)), words);
}

static void
turn (GtkWidget *page, const char *title, gboolean on)
{
  gtk_switch_set_active (GTK_SWITCH (find_control (page, title, GTK_TYPE_SWITCH)), on);
}

/* --- the rows ---------------------------------------------------------------------------- */

static const char *
field_of (RisalahOpenBrief *brief, RisalahDocumentField field)
{
  return risalah_document_get_field (risalah_open_brief_get_document (brief), field);
}

static void
test_new_briefs (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *row;
    const char *choice; /* NULL where it is typed */
    RisalahDocumentField field;
    const char *value;
  } rows[] = {
    { "Language", "English", RISALAH_DOCUMENT_LANGUAGE, "en" },
    { "Citations", "Author and date", RISALAH_DOCUMENT_CITATION_STYLE, "author-date" },
    { "Page design", "Official document", RISALAH_DOCUMENT_PAGE_DESIGN, "naskah-dinas" },
    { "Paper", "F4", RISALAH_DOCUMENT_PAPER, "f4" },
    { "Author", NULL, RISALAH_DOCUMENT_AUTHOR, "Sari Contoh" },
    { "Unit or office", NULL, RISALAH_DOCUMENT_UNIT, "Bidang Umpama" },
    { "Institution", NULL, RISALAH_DOCUMENT_INSTITUTION, "Lembaga Contoh" },
    { "Address", NULL, RISALAH_DOCUMENT_ADDRESS, "Jalan Rekaan 1" },
  };
  GtkWidget *page = show_page (fixture->window->settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahOpenBrief) before
      = risalah_session_new_brief (fixture->session, "T1", NULL, NULL, &error);
  g_autoptr (RisalahOpenBrief) after = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].choice != NULL)
      choose (page, rows[i].row, rows[i].choice);
    else
      type (page, rows[i].row, rows[i].value);
  after = risalah_session_new_brief (fixture->session, "T1", NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (field_of (before, rows[i].field), !=, rows[i].value);
      g_assert_cmpstr (field_of (after, rows[i].field), ==, rows[i].value);
    }
  close_page (page, fixture->window->settings);
}

typedef struct
{
  gint64 source;
  guint n_mentions;
} MentionsJob;

static gboolean
count_mentions_job (RisalahConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  MentionsJob *job = data;
  g_autoptr (RisalahSourceText) text
      = risalah_source_texts_get_current (connection, job->source, error);
  g_autoptr (GArray) mentions = NULL;

  if (text == NULL)
    return FALSE;
  mentions = risalah_mentions_get (connection, text->id, error);
  job->n_mentions = mentions != NULL ? mentions->len : 0;
  return mentions != NULL;
}

/* Imports @article, which the search finds by @word, and counts what is marked in it. */
static guint
import_and_count (WindowFixture *fixture, const char *article, const char *word)
{
  RisalahImportBanner *banner = fixture->window->banner;
  g_autoptr (GBytes) bytes = g_bytes_new_static (article, strlen (article));
  g_autoptr (GError) error = NULL;
  MentionsJob job = { 0 };

  risalah_import_banner_add_bytes (banner, bytes, "text/plain");
  ui_test_wait_until (!risalah_import_banner_is_busy (banner));
  window_fixture_search (fixture, word, 1);
  job.source = risalah_lazy_list_get_id (RISALAH_LAZY_LIST (window_fixture_list (fixture)), 0);
  risalah_library_read_sync (risalah_session_get_library (fixture->session), RISALAH_LANE_ROWS,
                             count_mentions_job, &job, NULL, &error);
  g_assert_no_error (error);
  return job.n_mentions;
}

static void
test_analysis (WindowFixture *fixture, gconstpointer data)
{
  static const char *const articles[] = {
    "Dermaga timur dibuka\n\nWarta Contoh, 6 Mei 2025\n\nIndonesia dan Jepang membuka dermaga "
    "timur pada 5 Mei 2025. Para nelayan menyambutnya dengan pesta laut.",
    "Mercusuar barat dicat\n\nWarta Contoh, 8 Mei 2025\n\nIndonesia dan Jepang mengecat mercusuar "
    "barat pada 7 Mei 2025. Penjaganya memilih warna merah dan putih.",
  };
  GtkWidget *page = show_page (fixture->window->settings);

  turn (page, "Analyse on import", FALSE);
  g_assert_cmpuint (import_and_count (fixture, articles[0], "nelayan"), ==, 0);
  turn (page, "Analyse on import", TRUE);
  g_assert_cmpuint (import_and_count (fixture, articles[1], "mercusuar"), >, 0);
  close_page (page, fixture->window->settings);
}

static void
test_interface_language (WindowFixture *fixture, gconstpointer data)
{
  GSettings *settings = fixture->window->settings;
  GtkWidget *page = show_page (settings);
  g_autofree char *language = NULL;

  choose (page, "Language of the window", "Indonesian");
  language = risalah_settings_get_string (settings, "interface-language");
  g_assert_cmpstr (language, ==, "id");
  close_page (page, settings);
}

static void
test_own_words (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture->window->settings);

  g_assert_null (ui_test_find_window (RISALAH_TYPE_OWN_WORDS_SHEET));
  adw_action_row_activate (ADW_ACTION_ROW (ui_test_find_row (page, "Words that mean the same")));
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_OWN_WORDS_SHEET) != NULL);
  gtk_window_close (GTK_WINDOW (ui_test_find_window (RISALAH_TYPE_OWN_WORDS_SHEET)));
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_OWN_WORDS_SHEET) == NULL);
  close_page (page, fixture->window->settings);
}

/* Asks once whether a backup is due, as at a start. */
static void
ask_for_backup (WindowFixture *fixture)
{
  g_autoptr (RisalahBackupSchedule) backups = risalah_backup_schedule_new (
      fixture->session, fixture->window->settings, GTK_WIDGET (fixture->window));

  ui_test_wait_until (G_OBJECT (backups)->ref_count == 1);
  risalah_backup_schedule_stop (backups);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
test_backups (WindowFixture *fixture, gconstpointer data)
{
  GSettings *settings = fixture->window->settings;
  GtkWidget *page = show_page (settings);
  GtkWidget *days = find_control (page, "Days between backups", GTK_TYPE_SPIN_BUTTON);
  GtkWidget *row = ui_test_find_row (page, "Backup folder");
  g_autofree char *folder = g_dir_make_tmp ("risalah-backups-XXXXXX", NULL);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Beside the library");
  g_settings_set_string (settings, "backup-folder", folder);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, folder);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (days), 0);
  ask_for_backup (fixture);
  g_assert_cmpuint (count_files (folder), ==, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (days), 1);
  ask_for_backup (fixture);
  g_assert_cmpuint (count_files (folder), ==, 1);
  close_page (page, settings);
  session_harness_remove_folder (folder);
}

static void
test_spelling (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = risalah_settings_new ();
  EnchantBroker *broker = enchant_broker_init ();
  gboolean has_dictionary = enchant_broker_dict_exists (broker, "id_ID");
  RisalahPosition from, to;
  GtkWidget *page;

  enchant_broker_free (broker);
  if (!has_dictionary)
    {
      g_test_skip ("no Indonesian dictionary");
      return;
    }
  page = show_page (settings);
  dock_begin_brief (fixture, "Naskah");
  risalah_editor_get_selection (fixture->editor, &from, &to);
  dock_type (fixture, "galangann itu\n");
  ui_test_wait_until (dock_is_misspelt (fixture, from.block));
  turn (page, "Check spelling", FALSE);
  ui_test_wait_until (!dock_is_misspelt (fixture, from.block));
  turn (page, "Check spelling", TRUE);
  ui_test_wait_until (dock_is_misspelt (fixture, from.block));
  close_page (page, settings);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/preferences/" path, WindowFixture, NULL, window_fixture_set_up, function,          \
              window_fixture_tear_down)
  ADD ("new-briefs", test_new_briefs);
  ADD ("analysis", test_analysis);
  ADD ("interface-language", test_interface_language);
  ADD ("own-words", test_own_words);
  ADD ("backups", test_backups);
#undef ADD
  g_test_add ("/preferences/spelling", DockFixture, NULL, dock_set_up, test_spelling,
              dock_tear_down);
  return g_test_run ();
}
