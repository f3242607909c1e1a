/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example brief through the system's print dialog: to a file, operated by its widgets and by
 * real keys. */

#include <gtk/gtkunixprint.h>

#include "delivery-fixture.h"
#include "risalah-brief-printing.h"
#include "risalah-delivery-sheet-private.h"
#include "risalah-page-maker.h"

/* How wide a page is drawn to be compared, and the squares that are. */
#define PREVIEW_WIDTH 600
#define SQUARE        10

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
test_same_pages (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahEdition) edition = delivery_fixture_create_edition (fixture);
  g_autoptr (GtkPrintOperation) operation
      = risalah_brief_printing_new (edition, "Naskah", GTK_WINDOW (fixture->window));
  g_autofree char *expected = delivery_fixture_export_pages (fixture, RISALAH_PAPER_A4);
  g_autofree char *printed = NULL;

  g_assert_cmpint (print_to_file (operation, fixture->path), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  printed = delivery_fixture_read_pages (fixture->path);
  g_assert_cmpstr (printed, ==, expected);
}

/* The paper that GTK comes back with is the one that the pages are made for. */
static void
test_other_paper (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahEdition) edition = delivery_fixture_create_edition (fixture);
  g_autoptr (GtkPrintOperation) operation
      = risalah_brief_printing_new (edition, "Naskah", GTK_WINDOW (fixture->window));
  g_autoptr (GtkPageSetup) setup
      = gtk_page_setup_copy (gtk_print_operation_get_default_page_setup (operation));
  GtkPaperSize *letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  g_autofree char *a4 = delivery_fixture_export_pages (fixture, RISALAH_PAPER_A4);
  g_autofree char *expected = delivery_fixture_export_pages (fixture, RISALAH_PAPER_LETTER);
  g_autofree char *printed = NULL;

  gtk_page_setup_set_paper_size (setup, letter);
  gtk_paper_size_free (letter);
  gtk_print_operation_set_default_page_setup (operation, setup);
  g_assert_cmpint (print_to_file (operation, fixture->path), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  printed = delivery_fixture_read_pages (fixture->path);
  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpstr (printed, !=, a4);
}

/* The file is there from its first byte on; it is whole when its end is. */
static void
wait_for_whole_file (DeliveryFixture *fixture, const char *path)
{
  ui_test_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  for (gboolean is_whole = FALSE; !is_whole;)
    {
      g_autofree char *contents = NULL;
      gsize length = 0;

      ui_test_frames (fixture->window, 1);
      g_file_get_contents (path, &contents, &length, NULL);
      is_whole = length > 6 && memcmp (contents + length - 6, "%%EOF\n", 6) == 0;
    }
}

static void
choose_letter (GtkPrintUnixDialog *dialog)
{
  g_autoptr (GtkPageSetup) setup
      = gtk_page_setup_copy (gtk_print_unix_dialog_get_page_setup (dialog));
  GtkPaperSize *letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);

  gtk_page_setup_set_paper_size (setup, letter);
  gtk_print_unix_dialog_set_page_setup (dialog, setup);
  gtk_paper_size_free (letter);
}

/* GTK's own dialog, opened by the dock's action and told to print to a file, also on another paper
 * than the brief's: the pages are laid out again. */
static void
test_dialog (DeliveryFixture *fixture, gconstpointer data)
{
  gboolean is_letter = g_strcmp0 (data, "letter") == 0;
  g_autofree char *expected = delivery_fixture_export_pages (
      fixture, is_letter ? RISALAH_PAPER_LETTER : RISALAH_PAPER_A4);
  g_autofree char *printed = NULL;
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkWidget *dialog;

  g_action_group_activate_action (risalah_brief_dock_get_actions (fixture->dock), "print", NULL);
  ui_test_wait_until (ui_test_find_window (RISALAH_TYPE_DELIVERY_SHEET) != NULL);
  gtk_widget_activate_action (ui_test_find_window (RISALAH_TYPE_DELIVERY_SHEET),
                              "delivery.confirm", NULL);
  ui_test_wait_until (ui_test_find_window (GTK_TYPE_PRINT_UNIX_DIALOG) != NULL);
  dialog = ui_test_find_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  if (is_letter)
    choose_letter (GTK_PRINT_UNIX_DIALOG (dialog));
  ui_test_wait_until (
      gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog)) != NULL);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  ui_test_wait_until (ui_test_find_window (GTK_TYPE_PRINT_UNIX_DIALOG) == NULL);
  wait_for_whole_file (fixture, fixture->path);
  printed = delivery_fixture_read_pages (fixture->path);
  g_assert_cmpstr (printed, ==, expected);
}

/* Real keys, through the X server, into the window that has the focus. */
static void
press (GtkWidget *window, const char *keys)
{
  const char *const command[] = { "xdotool", "key", "--clearmodifiers", keys, NULL };
  g_autoptr (GError) error = NULL;

  ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
  ui_test_frames (window, 2);
}

/* From widget to widget until a row of the list of printers has the focus. */
static void
focus_printers (GtkWidget *dialog)
{
  for (guint i = 0; i < 20; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

      if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) != NULL)
        return;
      press (dialog, "Tab");
    }
  g_assert_not_reached ();
}

static RisalahPagePreview *
get_preview (GtkWidget *sheet)
{
  return risalah_delivery_sheet_get_preview (RISALAH_DELIVERY_SHEET (sheet));
}

/* Without a mouse: Ctrl+P, a look at the next page, Enter on the sheet, the printer by Tab and
 * Space, and Alt+P. */
static void
test_keyboard (DeliveryFixture *fixture, gconstpointer data)
{
  g_autofree char *expected = delivery_fixture_export_pages (fixture, RISALAH_PAPER_A4);
  g_autofree char *printed = NULL, *name = NULL, *path = NULL;
  GtkWidget *sheet, *dialog;

  name = g_strconcat (risalah_document_get_title (risalah_editor_get_document (
                          risalah_brief_dock_get_editor (fixture->dock))),
                      ".pdf", NULL);
  path = g_build_filename (fixture->folder, name, NULL);
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (risalah_brief_dock_get_editor (fixture->dock)));
  press (fixture->window, "ctrl+p");
  sheet = ui_test_wait_for_window (RISALAH_TYPE_DELIVERY_SHEET);
  ui_test_wait_until (risalah_page_preview_is_complete (get_preview (sheet)));
  press (sheet, "Page_Down");
  g_assert_cmpuint (risalah_page_preview_get_page (get_preview (sheet)), ==, 1);
  press (sheet, "Return");
  dialog = ui_test_wait_for_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  focus_printers (dialog);
  press (dialog, "space");
  ui_test_wait_until (
      gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog)) != NULL);
  press (dialog, "alt+p");
  wait_for_whole_file (fixture, path);
  ui_test_wait_until (delivery_fixture_has_label (fixture->window, "written"));
  g_assert_null (ui_test_find_window (RISALAH_TYPE_DELIVERY_SHEET));
  printed = delivery_fixture_read_pages (path);
  g_assert_cmpstr (printed, ==, expected);
  g_unlink (path);
  g_assert_cmpint (g_chdir ("/"), ==, 0);
}

static void
run (const char *const *command)
{
  g_autofree char *messages = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, &messages, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s: %s", command[0], messages);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The pages of a PDF file as pictures: "NAME-1.pgm" and so on, beside it. Returns them one after
 * another. */
static GBytes *
draw_pages (DeliveryFixture *fixture, const char *path)
{
  g_autofree char *stem = g_strconcat (path, ".page", NULL);
  g_autofree char *beginning = g_path_get_basename (stem);
  const char *const command[] = { "pdftoppm", "-r", "50", "-gray", path, stem, NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray) pages = g_byte_array_new ();
  g_autoptr (GDir) dir = NULL;
  const char *name;

  run (command);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, beginning))
      g_ptr_array_add (names, g_build_filename (fixture->folder, name, NULL));
  g_assert_cmpuint (names->len, >, 1);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *contents = NULL;
      gsize length;

      g_file_get_contents (names->pdata[i], &contents, &length, NULL);
      g_byte_array_append (pages, (const guint8 *)contents, length);
      g_unlink (names->pdata[i]);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&pages));
}

/* A PDF file that is tagged rounds where each piece of text begins, so that the edges of some
 * letters are a little lighter or darker. Nothing else may differ. */
static void
assert_same_dots (GBytes *one, GBytes *other)
{
  gsize length, other_length, n_differing = 0;
  const guint8 *a = g_bytes_get_data (one, &length);
  const guint8 *b = g_bytes_get_data (other, &other_length);

  g_assert_cmpuint (length, ==, other_length);
  for (gsize i = 0; i < length; i++)
    {
      g_assert_cmpint (ABS ((int)a[i] - (int)b[i]), <, 100);
      n_differing += a[i] != b[i];
    }
  g_assert_cmpuint (n_differing, <, length / 200);
}

static char *
export_by_command_line (DeliveryFixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "command-line.pdf", NULL);
  const char *const command[]
      = { g_getenv ("RISALAH_CLI"), "--library", fixture->session.path, "export", "1",
          "--format",  "pdf", "--output", path, NULL };

  run (command);
  return path;
}

static void
export_by_sheet (DeliveryFixture *fixture, const char *design, const char *paper)
{
  RisalahDeliverySheet *sheet = risalah_delivery_sheet_present (fixture->dock, FALSE, "pdf");
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  gpointer window = sheet;

  adw_combo_row_set_selected (sheet->design_row,
                              risalah_options_find (risalah_options_page_design, design));
  adw_combo_row_set_selected (sheet->paper_row,
                              risalah_options_find (risalah_options_paper, paper));
  g_object_add_weak_pointer (G_OBJECT (sheet), &window);
  risalah_delivery_sheet_export (sheet, file);
  ui_test_wait_until (window == NULL);
}

/* One layout: the command line and the sheet write the same bytes, and the print operation draws
 * the same pages, word for word and dot for dot. */
static void
test_alike (DeliveryFixture *fixture, gconstpointer data)
{
  g_autofree char *printed_path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *command_path = NULL, *words = NULL, *printed_words = NULL;
  g_autofree char *exported = NULL, *commanded = NULL;
  g_autoptr (GBytes) pages = NULL, printed_pages = NULL;
  g_autoptr (RisalahEdition) edition = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_auto (GStrv) choice = g_strsplit (data, ".", 2);
  gsize exported_length, commanded_length;

  export_by_sheet (fixture, choice[0], choice[1]);
  command_path = export_by_command_line (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &exported, &exported_length, NULL));
  g_assert_true (g_file_get_contents (command_path, &commanded, &commanded_length, NULL));
  g_assert_cmpmem (exported, exported_length, commanded, commanded_length);
  edition = delivery_fixture_create_edition (fixture);
  operation = risalah_brief_printing_new (edition, "Naskah", GTK_WINDOW (fixture->window));
  g_assert_cmpint (print_to_file (operation, printed_path), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  words = delivery_fixture_read_pages (fixture->path);
  printed_words = delivery_fixture_read_pages (printed_path);
  g_assert_cmpstr (words, ==, printed_words);
  pages = draw_pages (fixture, fixture->path);
  printed_pages = draw_pages (fixture, printed_path);
  assert_same_dots (pages, printed_pages);
  g_unlink (command_path);
  g_unlink (printed_path);
}

static void
drawn_cb (RisalahPageMaker *maker, guint page, cairo_surface_t *surface, gpointer data)
{
  cairo_surface_t **drawn = data;

  g_clear_pointer (drawn, cairo_surface_destroy);
  if (risalah_page_maker_is_complete (maker))
    *drawn = cairo_surface_reference (surface);
}

/* How dark a square of SQUARE × SQUARE dots is in the mean; @step from dot to dot in @dots. */
static int
get_mean (const guint8 *dots, gsize stride, gsize step)
{
  int sum = 0;

  for (gsize y = 0; y < SQUARE; y++)
    for (gsize x = 0; x < SQUARE; x++)
      sum += dots[y * stride + x * step];
  return sum / (SQUARE * SQUARE);
}

/* What the window shows is what the file holds. Two programs draw letters a little differently, so
 * squares are compared, not dots. */
static void
test_preview (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahEdition) edition = delivery_fixture_create_edition (fixture);
  g_autoptr (RisalahPageMaker) maker = risalah_page_maker_new (edition);
  g_autofree char *width = g_strdup_printf ("%d", PREVIEW_WIDTH);
  g_autofree char *stem = g_build_filename (fixture->folder, "page", NULL);
  g_autofree char *picture = g_strconcat (stem, ".pgm", NULL);
  const char *const command[] = { "pdftoppm", "-gray", "-singlefile", "-f", "2", "-scale-to-x",
                                  width, "-scale-to-y", "-1", fixture->path, stem, NULL };
  g_auto (RisalahExportReport) report = { 0 };
  g_autofree char *contents = NULL;
  const guint8 *shown, *written;
  cairo_surface_t *drawn = NULL;
  int n_differing = 0, n = 0, columns, lines, offset;

  g_signal_connect (maker, "drawn", G_CALLBACK (drawn_cb), &drawn);
  risalah_page_maker_draw (maker, 1, PREVIEW_WIDTH);
  ui_test_wait_until (drawn != NULL);
  g_assert_true (risalah_edition_export (edition, RISALAH_FORMAT_PDF, fixture->path, &report, NULL,
                                         NULL, NULL, NULL));
  run (command);
  g_assert_true (g_file_get_contents (picture, &contents, NULL, NULL));
  g_assert_cmpint (sscanf (contents, "P5 %d %d 255%n", &columns, &lines, &offset), ==, 2);
  g_assert_cmpint (columns, ==, cairo_image_surface_get_width (drawn));
  g_assert_cmpint (ABS (lines - cairo_image_surface_get_height (drawn)), <=, 1);
  written = (const guint8 *)contents + offset + 1;
  shown = cairo_image_surface_get_data (drawn);
  for (int y = 0; y + SQUARE < lines - 1; y += SQUARE)
    for (int x = 0; x + SQUARE < columns; x += SQUARE, n++)
      n_differing += ABS (get_mean (written + (gsize)y * columns + x, columns, 1)
                          - get_mean (shown + (gsize)y * cairo_image_surface_get_stride (drawn)
                                          + 4 * (gsize)x,
                                      cairo_image_surface_get_stride (drawn), 4))
                     > 24;
  g_test_message ("%d of %d squares differ", n_differing, n);
  g_assert_cmpint (n_differing, <, n / 100);
  cairo_surface_destroy (drawn);
  g_unlink (picture);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, data, function) \
  g_test_add ("/printing/" path, DeliveryFixture, data, delivery_fixture_set_up, function, \
              delivery_fixture_tear_down)
  ADD ("same-pages", NULL, test_same_pages);
  ADD ("other-paper", NULL, test_other_paper);
  ADD ("dialog", NULL, test_dialog);
  ADD ("dialog-letter", "letter", test_dialog);
  ADD ("keyboard", NULL, test_keyboard);
  ADD ("preview", NULL, test_preview);
  ADD ("alike-plain", "plain.a4", test_alike);
  ADD ("alike-institutional", "institutional.letter", test_alike);
  ADD ("alike-naskah-dinas", "naskah-dinas.f4", test_alike);
#undef ADD
  return g_test_run ();
}
