/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles come in through the window: files, a folder, what was pasted; what is said of them, what
 * is corrected, and which tell the same story. */

#include "../text/office-fixture.h"
#include "risalah-metadata-sheet.h"
#include "risalah-paste-sheet.h"
#include "risalah-source-details.h"
#include "window-fixture.h"

#define STORY \
  "Kementerian Umpama menutup lokakarya tata kelola pelabuhan di Kota Contoh pada Jumat. Sebanyak " \
  "empat puluh peserta dari delapan daerah menyusun pedoman bongkar muat yang akan diuji selama " \
  "setahun. Ketua panitia berharap pedoman itu mempersingkat waktu sandar kapal perintis. Para " \
  "peserta juga meninjau dermaga baru dan berbicara dengan para nelayan setempat.\n"

static const char page[]
    = "<html><head><title>Jembatan dibuka</title><link rel=stylesheet href=\"http://127.0.0.1:9/a.css\">"
      "</head><body><img src=\"http://127.0.0.1:9/a.png\"><h1>Jembatan dibuka</h1><p>Jembatan Umpama "
      "dibuka untuk umum pada Senin, kata kepala dinas, setelah dua tahun dibangun.</p></body></html>";

/* --- finding what is shown --------------------------------------------------------------- */

/* The toplevel of @type before the fixture's window, %NULL where there is none. */
static GtkWidget *
find_sheet (WindowFixture *fixture, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (GTK_WIDGET (window))
          && gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static GtkWidget *
wait_for_sheet (WindowFixture *fixture, GType type)
{
  ui_test_wait_until (find_sheet (fixture, type) != NULL);
  return find_sheet (fixture, type);
}

static void
close_sheet (WindowFixture *fixture, GtkWidget *sheet)
{
  GType type = G_OBJECT_TYPE (sheet);

  gtk_window_close (GTK_WINDOW (sheet));
  ui_test_wait_until (find_sheet (fixture, type) == NULL);
}

static void
click (GtkWidget *widget, const char *label)
{
  GtkWidget *button = ui_test_find_button (widget, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static guint
n_listed (WindowFixture *fixture)
{
  return g_list_model_get_n_items (window_fixture_list (fixture));
}

static void
wait_for_end (WindowFixture *fixture, guint n)
{
  ui_test_wait_until (!risalah_import_banner_is_busy (fixture->window->banner));
  ui_test_wait_until (n_listed (fixture) == n);
}

/* --- files ------------------------------------------------------------------------------- */

static GFile *
write_file (const char *folder, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
import_file (WindowFixture *fixture, GFile *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  risalah_window_import (fixture->window, G_LIST_MODEL (files));
}

static void
add_article (WindowFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GFile) file = write_file (fixture->folder, name, text, -1);

  import_file (fixture, file);
  ui_test_wait_until (!risalah_import_banner_is_busy (fixture->window->banner));
}

static void
test_files (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture->folder, "satu.html", page, -1);

  import_file (fixture, file);
  g_assert_true (risalah_import_banner_is_busy (fixture->window->banner));
  wait_for_end (fixture, 4);
  window_fixture_search (fixture, "jembatan", 1);
}

/* A folder: good files, one that is no article, one that repeats another, one that is there. */
static void
test_folder_and_summary (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "articles", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFile) origin = NULL, reprint = NULL, broken = NULL, same = NULL;
  GtkWidget *sheet;
  GtkWidget *row;

  g_mkdir (folder, 0700);
  origin = write_file (folder, "a.txt", "Pedoman pelabuhan disusun\n\n" STORY, -1);
  reprint = write_file (folder, "b.txt", "Nelayan menunggu dermaga\n\n" STORY, -1);
  broken = write_file (folder, "gambar.html", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  same = write_file (folder, "c.txt", window_fixture_articles[1], -1);
  import_file (fixture, file);
  wait_for_end (fixture, 5);

  sheet = wait_for_sheet (fixture, ADW_TYPE_WINDOW);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (sheet)), ==, "2 articles added");
  row = ui_test_find_row (sheet, "gambar.html");
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "gambar.html"));
  row = ui_test_find_row (sheet, "Nelayan menunggu dermaga");
  if (row == NULL || strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Tells the same") == NULL)
    row = ui_test_find_row (sheet, "Pedoman pelabuhan disusun");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Tells the same as “"));
  g_assert_nonnull (ui_test_find_row (sheet, "Latihan bersama selesai"));

  click (sheet, "_Correct Details…");
  sheet = wait_for_sheet (fixture, RISALAH_TYPE_METADATA_SHEET);
  close_sheet (fixture, sheet);
  g_file_delete (origin, NULL, NULL);
  g_file_delete (reprint, NULL, NULL);
  g_file_delete (broken, NULL, NULL);
  g_file_delete (same, NULL, NULL);
  g_file_delete (file, NULL, NULL);
}

/* A folder of 600 articles of words of their own. */
static void
write_many (const char *folder)
{
  g_mkdir (folder, 0700);
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GFile) one = NULL;

      for (guint word = 0; word < 120; word++)
        g_string_append_printf (text, "kata%u%s ", (i * 120 + word) * 7919u,
                                word % 12 == 11 ? "." : "");
      one = write_file (folder, name, text->str, -1);
    }
}

/* What came in before Stop stays, what waited behind it does not come. */
static void
test_stop (WindowFixture *fixture, gconstpointer data)
{
  RisalahImportBanner *banner = fixture->window->banner;
  g_autofree char *folder = g_build_filename (fixture->folder, "many", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFile) later = write_file (fixture->folder, "nanti.html", page, -1);
  GtkWidget *revealer = ui_test_find (GTK_WIDGET (banner), GTK_TYPE_REVEALER);
  GtkWidget *bar = ui_test_find (GTK_WIDGET (banner), GTK_TYPE_PROGRESS_BAR);
  guint n;

  write_many (folder);
  import_file (fixture, file);
  import_file (fixture, later);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  ui_test_wait_until (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > 0);
  g_signal_emit_by_name (ui_test_find (GTK_WIDGET (banner), GTK_TYPE_BUTTON), "clicked");
  ui_test_wait_until (!risalah_import_banner_is_busy (banner));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  ui_test_wait_until (n_listed (fixture) > 3);
  window_fixture_search (fixture, "jembatan", 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->sources), "sources.clear", NULL);
  ui_test_wait_until (n_listed (fixture) > 3);
  n = n_listed (fixture);
  g_test_message ("%u of 600 came in", n - 3);
  g_assert_cmpuint (n, <, 603);
  window_fixture_remove (folder);
}

static void
set_true (gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* The program is left while articles come in: the threads end, and the library is whole. */
static void
test_left (WindowFixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;
  GObject *banner = G_OBJECT (fixture->window->banner);
  gboolean is_finalised = FALSE;
  g_autofree char *folder = g_build_filename (fixture->folder, "many", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "library.risalah", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GtkWidget *bar = ui_test_find (GTK_WIDGET (banner), GTK_TYPE_PROGRESS_BAR);

  write_many (folder);
  import_file (fixture, file);
  ui_test_wait_until (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > 0);
  g_object_add_weak_pointer (window, &window);
  g_object_set_data_full (banner, "finalised", &is_finalised, set_true);
  gtk_window_close (window);
  ui_test_wait_until (window == NULL);
  risalah_session_close (fixture->session);
  g_clear_object (&fixture->session);
  ui_test_wait_until (is_finalised);
  window_fixture_remove (folder);
  window_fixture_show (fixture, path);
  ui_test_wait_until (n_listed (fixture) > 3);
}

/* --- pasting ----------------------------------------------------------------------------- */

static void
test_paste_text (WindowFixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GtkWidget *sheet;

  gdk_clipboard_set_text (clipboard, STORY);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "add-pasted", NULL);
  sheet = wait_for_sheet (fixture, RISALAH_TYPE_PASTE_SHEET);
  ui_test_wait_until (gtk_widget_is_sensitive (ui_test_find_button (sheet, "_Add")));
  click (sheet, "_Add");
  wait_for_end (fixture, 4);
  window_fixture_search (fixture, "lokakarya", 1);
}

static void
test_paste_page (WindowFixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  GdkContentProvider *both[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                 gdk_content_provider_new_typed (G_TYPE_STRING, "Jembatan dibuka") };
  g_autoptr (GdkContentProvider) copied = gdk_content_provider_new_union (both, 2);
  GtkWidget *sheet, *note;

  gdk_clipboard_set_content (clipboard, copied);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "add-pasted", NULL);
  sheet = wait_for_sheet (fixture, RISALAH_TYPE_PASTE_SHEET);
  note = GTK_WIDGET (gtk_widget_get_template_child (sheet, RISALAH_TYPE_PASTE_SHEET, "note"));
  ui_test_wait_until (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (note)), "A web page"));
  click (sheet, "_Add");
  wait_for_end (fixture, 4);
  window_fixture_search (fixture, "dibangun", 1);
}

/* --- correcting -------------------------------------------------------------------------- */

/* Does what the key does, by the sheet's own binding. */
static void
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && !done
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
        }
    }
  g_assert_true (done);
}

static const char *
entry_text (GtkWidget *sheet, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (ui_test_find_row (sheet, title)));
}

static void
test_correct (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RisalahLazyList *list = RISALAH_LAZY_LIST (window_fixture_list (fixture));
  g_autofree char *second = NULL;
  GtkWidget *sheet, *beginning;

  for (guint i = 0; i < 2; i++)
    {
      gint64 id = risalah_lazy_list_get_id (list, i);

      g_array_append_val (ids, id);
    }
  sheet = risalah_metadata_sheet_show (GTK_WINDOW (fixture->window),
                                       fixture->session,
                                       fixture->window->names, ids);
  beginning = GTK_WIDGET (
      gtk_widget_get_template_child (sheet, RISALAH_TYPE_METADATA_SHEET, "beginning"));
  ui_test_wait_until (*gtk_label_get_text (GTK_LABEL (beginning)) != '\0');
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Title")), "Judul yang dibetulkan");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Publisher")), "Suara Umpama");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Published")), "kemarin");
  /* What is no date is not gone on from. */
  press (sheet, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  g_assert_true (gtk_widget_has_css_class (ui_test_find_row (sheet, "Published"), "error"));
  g_assert_cmpstr (entry_text (sheet, "Published"), ==, "kemarin");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_row (sheet, "Published")), "2025-08-06");
  press (sheet, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  ui_test_wait_until (!g_str_equal (entry_text (sheet, "Title"), "Judul yang dibetulkan"));
  second = g_strdup (gtk_label_get_text (GTK_LABEL (beginning)));
  press (sheet, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  ui_test_wait_until (g_str_equal (entry_text (sheet, "Title"), "Judul yang dibetulkan"));
  ui_test_wait_until (g_str_equal (entry_text (sheet, "Publisher"), "Suara Umpama"));
  ui_test_wait_until (g_str_equal (entry_text (sheet, "Published"), "2025-08-06"));
  g_assert_cmpstr (second, !=, gtk_label_get_text (GTK_LABEL (beginning)));
  press (sheet, GDK_KEY_Escape, 0);
  ui_test_wait_until (find_sheet (fixture, RISALAH_TYPE_METADATA_SHEET) == NULL);
}

/* --- the original ------------------------------------------------------------------------ */

/* The file of this name in a folder that was made under the temporary one; %NULL where none is. */
static char *
find_opened (const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *folder;

  while ((folder = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), folder, name, NULL);

      if (!g_str_has_prefix (folder, "risalah-window-") && g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* Whether the file holds @bytes already: a file that is being written has its size before its words. */
static gboolean
holds (const char *path, GBytes *bytes)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) found = NULL;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &contents, &length, NULL))
    return FALSE;
  found = g_bytes_new_take (g_steal_pointer (&contents), length);
  return g_bytes_equal (found, bytes);
}

static void
assert_original (WindowFixture *fixture, const char *name, GBytes *bytes)
{
  g_autofree char *path = NULL, *folder = NULL;
  g_autoptr (GFile) file = write_file (fixture->folder, name, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes));

  import_file (fixture, file);
  ui_test_wait_until (!risalah_import_banner_is_busy (fixture->window->banner));
  window_fixture_search (fixture, "jembatan", 1);
  window_fixture_open_first (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-original", NULL);
  ui_test_wait_until (path != NULL || (path = find_opened (name)) != NULL);
  ui_test_wait_until (holds (path, bytes));
  folder = g_path_get_dirname (path);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_original (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));

  assert_original (fixture, "asli.html", bytes);
}

/* A Word document is found by its words, and opens as it came in. */
static void
test_word_document (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes
      = office_docx ("<w:p><w:r><w:t>Jembatan Umpama dibuka untuk umum pada Senin, kata kepala dinas."
                     "</w:t></w:r></w:p>", NULL, NULL, NULL);

  assert_original (fixture, "asli.docx", bytes);
}

/* --- the same story ---------------------------------------------------------------------- */

static guint
n_reprints (WindowFixture *fixture)
{
  return risalah_reader_get_open (window_fixture_reader (fixture))->reprints->len;
}

static GtkWidget *
details (WindowFixture *fixture)
{
  return ui_test_find (GTK_WIDGET (window_fixture_reader (fixture)), RISALAH_TYPE_SOURCE_DETAILS);
}

static void
test_split (WindowFixture *fixture, gconstpointer data)
{
  add_article (fixture, "a.txt", "Pedoman pelabuhan disusun\n\n" STORY);
  add_article (fixture, "b.txt", "Nelayan menunggu dermaga\n\n" STORY);
  close_sheet (fixture, wait_for_sheet (fixture, ADW_TYPE_WINDOW));
  window_fixture_search (fixture, "lokakarya", 2);
  window_fixture_open_first (fixture);
  ui_test_wait_until (n_reprints (fixture) == 1);
  click (details (fixture), "_Not a Reprint");
  ui_test_wait_until (n_reprints (fixture) == 0);
}

static void
test_join (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *sheet, *list;
  gint64 opened;
  GListModel *model;

  window_fixture_search (fixture, "Surabaya", 1);
  window_fixture_open_first (fixture);
  opened = risalah_reader_get_open (window_fixture_reader (fixture))->source->id;
  click (details (fixture), "_Same Story As…");
  sheet = wait_for_sheet (fixture, ADW_TYPE_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (sheet, GTK_TYPE_SEARCH_ENTRY)), "ditutup");
  list = ui_test_find (sheet, GTK_TYPE_LIST_VIEW);
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  ui_test_wait_until (g_list_model_get_n_items (model) == 1);
  gtk_widget_activate_action (list, "list.activate-item", "u", 0u);
  ui_test_wait_until (n_reprints (fixture) == 1);
  ui_test_wait_until (find_sheet (fixture, ADW_TYPE_WINDOW) == NULL);
  g_assert_cmpint (risalah_reader_get_open (window_fixture_reader (fixture))->source->id, ==, opened);
  ui_test_wait_until (ui_test_find_button (GTK_WIDGET (fixture->window->toasts), "_Undo") != NULL);
  click (GTK_WIDGET (fixture->window->toasts), "_Undo");
  ui_test_wait_until (n_reprints (fixture) == 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_strdup ("/tmp/risalah-import-XXXXXX");
  int result;

  /* Originals are opened from the temporary folder; this one is the test's own, and is set before
   * GLib looks for it. */
  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/import/" path, WindowFixture, NULL, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("files", test_files);
  ADD ("folder-and-summary", test_folder_and_summary);
  ADD ("left", test_left);
  ADD ("stop", test_stop);
  ADD ("paste-text", test_paste_text);
  ADD ("paste-page", test_paste_page);
  ADD ("correct", test_correct);
  ADD ("original", test_original);
  ADD ("word-document", test_word_document);
  ADD ("split", test_split);
  ADD ("join", test_join);
#undef ADD
  result = g_test_run ();
  g_rmdir (folder);
  return result;
}
