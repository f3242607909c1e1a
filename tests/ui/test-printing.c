/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example brief on its way out: printed to a file with and without the dialog, exported from
 * the dock, and refused by a folder that cannot be written to. */

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>
#include <unistd.h>

#include "../session/session-harness.h"
#include "risalah-brief-dock-private.h"
#include "risalah-brief-printing.h"
#include "risalah-delivery-sheet.h"
#include "risalah-delivery.h"
#include "risalah-dossier-folder.h"
#include "ui-test.h"

#define NOBODY 65534

typedef struct
{
  SessionFixture session;
  GtkWidget *window;
  RisalahBriefDock *dock;
  char *folder; /* what is delivered stands here */
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();

  session_fixture_set_up (&fixture->session, NULL);
  risalah_session_import_dossier_folder (fixture->session.session, NULL, &results, NULL, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("risalah-printing-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_strdup_printf ("%s/brief.%s", fixture->folder,
                                   data != NULL ? (const char *)data : "pdf");
  fixture->dock = RISALAH_BRIEF_DOCK (risalah_brief_dock_new (fixture->session.session));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->dock));
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  ui_test_present (fixture->window);
  risalah_brief_dock_open (fixture->dock, 1);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (window == NULL);
  ui_test_wait_until (G_OBJECT (fixture->session.session)->ref_count == 1);
  session_fixture_tear_down (&fixture->session, NULL);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static RisalahEdition *
create_edition (Fixture *fixture)
{
  const RisalahDelivery delivery = { .date = 1778544000 };
  g_autoptr (GError) error = NULL;
  RisalahEdition *edition = risalah_session_create_edition (
      fixture->session.session,
      risalah_editor_get_document (risalah_brief_dock_get_editor (fixture->dock)), &delivery,
      &error);

  g_assert_no_error (error);
  return edition;
}

static char *
read_pages (const char *path)
{
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (strlen (text), >, 1000);
  return text;
}

/* What risalah_edition_export() writes, on @paper. */
static char *
export_pages (Fixture *fixture, RisalahPaper paper)
{
  g_autoptr (RisalahEdition) edition = create_edition (fixture);
  g_autoptr (RisalahPageDesign) design = risalah_page_design_new (RISALAH_DESIGN_PLAIN, paper);
  g_auto (RisalahExportReport) report = { 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "exported.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  risalah_page_design_set_paper (edition->design, design->width, design->height);
  risalah_edition_export (edition, RISALAH_FORMAT_PDF, path, &report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = read_pages (path);
  g_unlink (path);
  return text;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  *(int *)data = result;
}

static int
print_to_file (GtkPrintOperation *operation, const char *path)
{
  g_autoptr (GError) error = NULL;
  int result = -1;

  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  ui_test_wait_until (result >= 0);
  return result;
}

static void
test_same_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahEdition) edition = create_edition (fixture);
  g_autoptr (GtkPrintOperation) operation
      = risalah_brief_printing_new (edition, "Naskah", GTK_WINDOW (fixture->window));
  g_autofree char *expected = export_pages (fixture, RISALAH_PAPER_A4), *printed = NULL;

  g_assert_cmpint (print_to_file (operation, fixture->path), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  printed = read_pages (fixture->path);
  g_assert_cmpstr (printed, ==, expected);
}

/* The paper that GTK comes back with is the one that the pages are made for. */
static void
test_other_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahEdition) edition = create_edition (fixture);
  g_autoptr (GtkPrintOperation) operation
      = risalah_brief_printing_new (edition, "Naskah", GTK_WINDOW (fixture->window));
  g_autoptr (GtkPageSetup) setup
      = gtk_page_setup_copy (gtk_print_operation_get_default_page_setup (operation));
  GtkPaperSize *letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  g_autofree char *a4 = export_pages (fixture, RISALAH_PAPER_A4);
  g_autofree char *expected = export_pages (fixture, RISALAH_PAPER_LETTER), *printed = NULL;

  gtk_page_setup_set_paper_size (setup, letter);
  gtk_paper_size_free (letter);
  gtk_print_operation_set_default_page_setup (operation, setup);
  g_assert_cmpint (print_to_file (operation, fixture->path), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  printed = read_pages (fixture->path);
  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpstr (printed, !=, a4);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

/* GTK's own dialog, opened by the dock's action and told to print to a file. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = export_pages (fixture, RISALAH_PAPER_A4), *printed = NULL;
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkWidget *dialog;

  g_action_group_activate_action (risalah_brief_dock_get_actions (fixture->dock), "print", NULL);
  ui_test_wait_until (find_window (RISALAH_TYPE_DELIVERY_SHEET) != NULL);
  gtk_widget_activate_action (find_window (RISALAH_TYPE_DELIVERY_SHEET), "delivery.confirm", NULL);
  ui_test_wait_until (find_window (GTK_TYPE_PRINT_UNIX_DIALOG) != NULL);
  dialog = find_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  ui_test_wait_until (
      gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog)) != NULL);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  ui_test_wait_until (find_window (GTK_TYPE_PRINT_UNIX_DIALOG) == NULL);
  ui_test_wait_until (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  /* The file is there from its first byte on; it is whole when its end is. */
  for (gboolean whole = FALSE; !whole;)
    {
      g_autofree char *contents = NULL;
      gsize length = 0;

      ui_test_frames (fixture->window, 1);
      g_file_get_contents (fixture->path, &contents, &length, NULL);
      whole = length > 6 && memcmp (contents + length - 6, "%%EOF\n", 6) == 0;
    }
  printed = read_pages (fixture->path);
  g_assert_cmpstr (printed, ==, expected);
}

static gboolean
has_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;
  return FALSE;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const beginnings[] = { "%PDF-", "<!DOCTYPE html", "" };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *contents = NULL;
  RisalahFormat format;
  gsize length;

  g_assert_true (risalah_format_from_string (data, &format));
  risalah_delivery_sheet_export (risalah_delivery_sheet_present (fixture->dock, FALSE, data), file);
  ui_test_wait_until (has_label (fixture->window, "written"));
  g_assert_true (has_label (fixture->window, "Show in Folder"));
  g_assert_true (has_label (fixture->window, "Open"));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_ascii_strncasecmp (contents, beginnings[format], strlen (beginnings[format]))
                 == 0);
  if (format != RISALAH_FORMAT_PDF)
    g_assert_nonnull (strstr (contents, risalah_document_get_title (risalah_editor_get_document (
                                            risalah_brief_dock_get_editor (fixture->dock)))));
}

/* Root may write anywhere, so it steps down for as long as it takes. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *contents = NULL;
  gboolean is_root = geteuid () == 0;
  GtkWidget *sheet;

  g_assert_true (g_file_set_contents (fixture->path, "earlier", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  risalah_delivery_sheet_export (risalah_delivery_sheet_present (fixture->dock, FALSE, "pdf"),
                                 file);
  ui_test_wait_until (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  sheet = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (sheet)),
                            fixture->path));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (sheet)),
                            "earlier file is still there, unchanged"));
  gtk_window_destroy (GTK_WINDOW (sheet));
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "earlier");
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, data, function) \
  g_test_add ("/printing/" path, Fixture, data, set_up, function, tear_down)
  ADD ("same-pages", NULL, test_same_pages);
  ADD ("other-paper", NULL, test_other_paper);
  ADD ("dialog", NULL, test_dialog);
  ADD ("export-pdf", "pdf", test_export);
  ADD ("export-html", "html", test_export);
  ADD ("export-markdown", "md", test_export);
  ADD ("unwritable", NULL, test_unwritable);
#undef ADD
  return g_test_run ();
}
