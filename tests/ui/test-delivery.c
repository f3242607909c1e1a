/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets by which the example brief leaves: what is chosen is shown, kept and written; what
 * goes wrong is said, and the earlier file stays. */

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "delivery-fixture.h"
#include "risalah-delivery-sheet-private.h"

/* Blocks of the long brief, far more pages than one turn of the layout makes. */
#define LONG 1500

static RisalahDeliverySheet *
present (DeliveryFixture *fixture, const char *format)
{
  return risalah_delivery_sheet_present (fixture->dock, FALSE, format);
}

static RisalahDocument *
get_document (DeliveryFixture *fixture)
{
  return risalah_editor_get_document (risalah_brief_dock_get_editor (fixture->dock));
}

/* Closes the sheet and waits until it is gone. */
static void
close_sheet (gpointer sheet)
{
  gpointer window = sheet;

  g_object_add_weak_pointer (sheet, &window);
  gtk_window_close (GTK_WINDOW (sheet));
  ui_test_wait_until (window == NULL);
}

/* Writes the file and waits until the sheet has closed itself. */
static void
export_and_wait (DeliveryFixture *fixture, RisalahDeliverySheet *sheet)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  gpointer window = sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), &window);
  risalah_delivery_sheet_export (sheet, file);
  ui_test_wait_until (window == NULL);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
wait_for_pages (RisalahDeliverySheet *sheet)
{
  ui_test_wait_until (sheet->creating == NULL
                      && risalah_page_preview_is_complete (sheet->preview));
}

static void
select_value (AdwComboRow *row, const RisalahOption *options, const char *value)
{
  adw_combo_row_set_selected (row, risalah_options_find (options, value));
}

static void
test_export (DeliveryFixture *fixture, gconstpointer data)
{
  static const char *const beginnings[] = {
    [RISALAH_FORMAT_PDF] = "%PDF-",           [RISALAH_FORMAT_DOCX] = "PK",
    [RISALAH_FORMAT_ODT] = "PK",              [RISALAH_FORMAT_HTML] = "<!DOCTYPE html",
    [RISALAH_FORMAT_MARKDOWN] = "",
  };
  g_autofree char *contents = NULL;
  RisalahFormat format;
  gsize length;

  g_assert_true (risalah_format_from_string (data, &format));
  export_and_wait (fixture, present (fixture, data));
  g_assert_true (delivery_fixture_has_label (fixture->window, "written"));
  g_assert_nonnull (ui_test_find_tooltip (fixture->window, "Show in Folder"));
  g_assert_true (delivery_fixture_has_label (fixture->window, "Open"));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_ascii_strncasecmp (contents, beginnings[format], strlen (beginnings[format]))
                 == 0);
  if (format == RISALAH_FORMAT_HTML || format == RISALAH_FORMAT_MARKDOWN)
    g_assert_nonnull (strstr (contents, risalah_document_get_title (get_document (fixture))));
}

/* Paper and page design are a choice for what has pages, whoever makes them. */
static void
test_what_can_be_chosen (DeliveryFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *format;
    gboolean has_paper;
    gboolean shows_pages;
  } cases[] = { { "pdf", TRUE, TRUE },
                { "docx", TRUE, FALSE },
                { "odt", TRUE, FALSE },
                { "html", FALSE, FALSE },
                { "md", FALSE, FALSE } };
  RisalahDeliverySheet *sheet = present (fixture, "pdf");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_value (sheet->format_row, risalah_options_format, cases[i].format);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (sheet->paper_row)), ==,
                       cases[i].has_paper);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (sheet->design_row)), ==,
                       cases[i].has_paper);
      g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (sheet->contents_row)), ==,
                       cases[i].has_paper);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (sheet->stack), ==,
                       cases[i].shows_pages ? "pages" : "no-pages");
    }
  close_sheet (sheet);
}

/* The next sheet begins where the last one ended, and so does the command line. */
static void
test_remembered (DeliveryFixture *fixture, gconstpointer data)
{
  RisalahDeliverySheet *sheet = present (fixture, "");
  RisalahDocument *document;

  select_value (sheet->design_row, risalah_options_page_design, "naskah-dinas");
  select_value (sheet->paper_row, risalah_options_paper, "f4");
  select_value (sheet->contents_row, risalah_options_contents, "always");
  select_value (sheet->format_row, risalah_options_format, "md");
  gtk_switch_set_active (sheet->annex_switch, TRUE);
  export_and_wait (fixture, sheet);
  document = get_document (fixture);
  g_assert_cmpstr (risalah_document_get_field (document, RISALAH_DOCUMENT_PAGE_DESIGN), ==,
                   "naskah-dinas");
  g_assert_cmpstr (risalah_document_get_field (document, RISALAH_DOCUMENT_PAPER), ==, "f4");
  sheet = present (fixture, "");
  g_assert_cmpint (risalah_delivery_sheet_get_format (sheet), ==, RISALAH_FORMAT_MARKDOWN);
  g_assert_cmpuint (adw_combo_row_get_selected (sheet->paper_row), ==,
                    risalah_options_find (risalah_options_paper, "f4"));
  g_assert_cmpuint (adw_combo_row_get_selected (sheet->contents_row), ==,
                    risalah_options_find (risalah_options_contents, "always"));
  g_assert_true (gtk_switch_get_active (sheet->annex_switch));
  close_sheet (sheet);
}

/* What is only looked at is not kept. */
static void
test_looked_at (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) before = risalah_document_ref (get_document (fixture));
  RisalahDeliverySheet *sheet = present (fixture, "pdf");

  select_value (sheet->paper_row, risalah_options_paper, "letter");
  wait_for_pages (sheet);
  close_sheet (sheet);
  g_assert_true (get_document (fixture) == before);
}

static void
test_choices_print (DeliveryFixture *fixture, gconstpointer data)
{
  RisalahDeliverySheet *sheet = present (fixture, "pdf");
  g_autofree char *without = NULL, *with = NULL;

  export_and_wait (fixture, sheet);
  without = delivery_fixture_read_pages (fixture->path);
  g_assert_nonnull (strstr (without, "DRA"));
  g_assert_null (strstr (without, "Daftar isi"));
  g_assert_null (strstr (without, "Lampiran sumber"));
  sheet = present (fixture, "pdf");
  select_value (sheet->contents_row, risalah_options_contents, "always");
  select_value (sheet->classification_row, risalah_options_classification, "restricted");
  gtk_switch_set_active (sheet->annex_switch, TRUE);
  gtk_switch_set_active (sheet->draft_switch, FALSE);
  export_and_wait (fixture, sheet);
  with = delivery_fixture_read_pages (fixture->path);
  g_assert_null (strstr (with, "DRAF"));
  g_assert_nonnull (strstr (with, "TERBATAS"));
  g_assert_nonnull (strstr (with, "Daftar isi"));
  g_assert_nonnull (strstr (with, "Lampiran sumber"));
  g_assert_true (risalah_document_is_final (get_document (fixture)));
}

/* The check's findings stand in the sheet; one leads to its place, and the brief may leave all the
 * same. */
static void
test_findings (DeliveryFixture *fixture, gconstpointer data)
{
  RisalahDeliverySheet *sheet = present (fixture, "pdf");
  RisalahEditor *editor = risalah_brief_dock_get_editor (fixture->dock);
  const RisalahFinding *finding = NULL;
  gpointer window = sheet;
  RisalahPosition place, from, to;
  GtkWidget *revealer, *row;

  ui_test_wait_until (sheet->findings != NULL);
  g_assert_cmpuint (sheet->findings->len, >, 0);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (sheet->check_row), "problem"));
  for (guint i = 0; i < sheet->findings->len && finding == NULL; i++)
    if (((RisalahFinding *)sheet->findings->pdata[i])->severity != RISALAH_SEVERITY_NOTE)
      finding = sheet->findings->pdata[i];
  place = finding->start;
  g_object_add_weak_pointer (G_OBJECT (sheet), &window);
  adw_expander_row_set_expanded (sheet->check_row, TRUE);
  revealer = ui_test_find (GTK_WIDGET (sheet->check_row), GTK_TYPE_REVEALER);
  row = ui_test_find (revealer, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   finding->message);
  g_signal_emit_by_name (row, "activated");
  ui_test_wait_until (window == NULL);
  risalah_editor_get_selection (editor, &from, &to);
  g_assert_cmpint (risalah_position_compare (&from, &place), ==, 0);
}

/* By the keys' actions from page to page; the position is read and heard. */
static void
test_preview (DeliveryFixture *fixture, gconstpointer data)
{
  RisalahDeliverySheet *sheet = present (fixture, "pdf");
  GtkWidget *preview = GTK_WIDGET (sheet->preview);
  GtkWidget *canvas = ui_test_find (preview, GTK_TYPE_DRAWING_AREA);
  guint n_pages;

  wait_for_pages (sheet);
  n_pages = risalah_page_preview_get_n_pages (sheet->preview);
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_true (delivery_fixture_has_label (preview, "Page 1 of "));
  gtk_widget_activate_action (preview, "preview.previous", NULL);
  g_assert_true (delivery_fixture_has_label (preview, "Page 1 of "));
  gtk_widget_activate_action (preview, "preview.next", NULL);
  g_assert_true (delivery_fixture_has_label (preview, "Page 2 of "));
  gtk_widget_activate_action (preview, "preview.last", NULL);
  g_assert_cmpuint (risalah_page_preview_get_page (sheet->preview), ==, n_pages - 1);
  gtk_widget_activate_action (preview, "preview.next", NULL);
  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  {
    g_autofree char *last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);

    gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, last);
  }
  /* A paper that holds more leaves fewer pages; the preview keeps within them. */
  select_value (sheet->paper_row, risalah_options_paper, "f4");
  wait_for_pages (sheet);
  ui_test_wait_until (risalah_page_preview_get_page (sheet->preview)
                      < risalah_page_preview_get_n_pages (sheet->preview));
  close_sheet (sheet);
}

/* The example's blocks over and over. */
static void
make_long (DeliveryFixture *fixture)
{
  RisalahEditor *editor = risalah_brief_dock_get_editor (fixture->dock);
  RisalahDocument *document = get_document (fixture);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (
      (GDestroyNotify)risalah_brief_block_unref);
  g_autoptr (RisalahDocument) longer = NULL;
  RisalahEdit edit = { .outcome = RISALAH_EDIT_DONE, .step = RISALAH_EDIT_STEP_ACT };

  for (guint i = 0; i < LONG; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Paragraf %u: kedua pihak menyepakati jadwal, pembagian kerja, dan cara melaporkan "
          "kemajuannya setiap enam bulan kepada kantor yang ditunjuk, lengkap dengan lampirannya.",
          i);

      g_ptr_array_add (blocks,
                       risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, text));
    }
  longer = risalah_document_splice (document, risalah_document_get_n_blocks (document), 0,
                                    (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  edit.document = longer;
  risalah_editor_apply (editor, &edit);
}

static gboolean
is_untouched (const char *path)
{
  g_autofree char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);
  return g_strcmp0 (contents, "earlier") == 0;
}

/* Nothing but the files named here stands in the folder: no half-written one beside them. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_cancel (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  RisalahDeliverySheet *sheet;

  g_assert_true (g_file_set_contents (fixture->path, "earlier", -1, NULL));
  make_long (fixture);
  sheet = present (fixture, "pdf");
  risalah_delivery_sheet_export (sheet, file);
  g_assert_true (gtk_revealer_get_reveal_child (sheet->progress_revealer));
  ui_test_wait_until (gtk_progress_bar_get_fraction (sheet->progress_bar) > 0);
  gtk_widget_activate_action (GTK_WIDGET (sheet), "delivery.cancel", NULL);
  ui_test_wait_until (sheet->delivering == NULL);
  g_assert_true (is_untouched (fixture->path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (sheet->options));
  close_sheet (sheet);
}

/* The message of the dialog that says what went wrong, which is closed. */
static char *
take_message (void)
{
  GtkWidget *dialog;
  char *message;

  ui_test_wait_until (ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  message = g_strdup (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  return message;
}

/* Root may write anywhere, but not a file where a folder stands. */
static void
test_unwritable (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  RisalahDeliverySheet *sheet = present (fixture, "pdf");
  g_autofree char *message = NULL;
  gboolean is_root = geteuid () == 0;

  if (is_root)
    g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  else
    g_assert_true (g_file_set_contents (fixture->path, "earlier", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  risalah_delivery_sheet_export (sheet, file);
  message = take_message ();
  g_assert_nonnull (strstr (message, fixture->path));
  g_assert_true (is_root ? g_rmdir (fixture->path) == 0 : is_untouched (fixture->path));
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  /* The sheet is still there, for another folder. */
  g_assert_true (gtk_widget_get_sensitive (sheet->options));
  close_sheet (sheet);
}

/* A file that cannot grow any further stands in for a full disk. */
static void
test_full_disk (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  RisalahDeliverySheet *sheet = present (fixture, "pdf");
  g_autofree char *message = NULL;
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (fixture->path, "earlier", -1, NULL));
  wait_for_pages (sheet);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  setrlimit (RLIMIT_FSIZE, &small);
  risalah_delivery_sheet_export (sheet, file);
  message = take_message ();
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (strstr (message, "earlier file is still there, unchanged"));
  g_assert_true (is_untouched (fixture->path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  close_sheet (sheet);
}

/* A figure whose picture the library does not have: said before, and again when the file is
 * there. */
static void
test_missing_picture (DeliveryFixture *fixture, gconstpointer data)
{
  RisalahEditor *editor = risalah_brief_dock_get_editor (fixture->dock);
  RisalahFigure figure = { .media = (char *)"0000", .alternative = (char *)"Peta" };
  g_autoptr (RisalahRichText) caption = risalah_rich_text_new_plain ("Peta wilayah");
  g_autoptr (RisalahBriefBlock) block = risalah_brief_block_new_figure (&figure, caption);
  RisalahPosition at = { 3, RISALAH_PART_BODY, 0 };
  g_auto (RisalahEdit) edit = risalah_edit_insert_block (get_document (fixture), &at, block);
  g_autofree char *message = NULL;
  RisalahDeliverySheet *sheet;

  risalah_editor_apply (editor, &edit);
  sheet = present (fixture, "pdf");
  wait_for_pages (sheet);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sheet->problems_row)));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (sheet->problems_row), "picture"));
  export_and_wait (fixture, sheet);
  message = take_message ();
  g_assert_nonnull (strstr (message, "picture"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, data, function) \
  g_test_add ("/delivery/" path, DeliveryFixture, data, delivery_fixture_set_up, function, \
              delivery_fixture_tear_down)
  ADD ("export-pdf", "pdf", test_export);
  ADD ("export-docx", "docx", test_export);
  ADD ("export-odt", "odt", test_export);
  ADD ("export-html", "html", test_export);
  ADD ("export-markdown", "md", test_export);
  ADD ("what-can-be-chosen", NULL, test_what_can_be_chosen);
  ADD ("remembered", NULL, test_remembered);
  ADD ("looked-at", NULL, test_looked_at);
  ADD ("choices-print", NULL, test_choices_print);
  ADD ("findings", NULL, test_findings);
  ADD ("preview", NULL, test_preview);
  ADD ("cancel", NULL, test_cancel);
  ADD ("unwritable", NULL, test_unwritable);
  ADD ("full-disk", NULL, test_full_disk);
  ADD ("missing-picture", NULL, test_missing_picture);
#undef ADD
  return g_test_run ();
}
