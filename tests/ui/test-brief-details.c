/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a brief: each row is kept, is one step to be undone with the others, and stands on
 * the pages. */

#include "delivery-fixture.h"
#include "risalah-brief-details.h"
#include "risalah-logo-row.h"

static RisalahEditor *
get_editor (DeliveryFixture *fixture)
{
  return risalah_brief_dock_get_editor (fixture->dock);
}

static const char *
get_field (DeliveryFixture *fixture, RisalahDocumentField field)
{
  return risalah_document_get_field (risalah_editor_get_document (get_editor (fixture)), field);
}

static RisalahBriefDetails *
present (DeliveryFixture *fixture)
{
  return risalah_brief_details_present (fixture->dock, GTK_WINDOW (fixture->window), NULL, NULL);
}

/* Saves or leaves the sheet, and waits until it is gone. */
static void
leave (RisalahBriefDetails *sheet, const char *action)
{
  gpointer window = sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), &window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (sheet), action, NULL));
  ui_test_wait_until (window == NULL);
}

static void
type (RisalahBriefDetails *sheet, const char *title, const char *text)
{
  GtkWidget *row = ui_test_find_row (GTK_WIDGET (sheet), title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
choose (RisalahBriefDetails *sheet, const char *title, const char *label)
{
  GtkWidget *row = ui_test_find_row (GTK_WIDGET (sheet), title);
  GListModel *labels;

  g_assert_nonnull (row);
  labels = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (GtkStringObject) object = g_list_model_get_item (labels, i);

      if (g_str_equal (gtk_string_object_get_string (object), label))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
          return;
        }
    }
  g_assert_not_reached ();
}

static char *
read_exported (DeliveryFixture *fixture)
{
  RisalahDeliverySheet *sheet = risalah_delivery_sheet_present (fixture->dock, FALSE, "pdf");
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  gpointer window = sheet;

  g_object_add_weak_pointer (G_OBJECT (sheet), &window);
  risalah_delivery_sheet_export (sheet, file);
  ui_test_wait_until (window == NULL);
  return delivery_fixture_read_pages (fixture->path);
}

static void
test_rows_print (DeliveryFixture *fixture, gconstpointer data)
{
  static const char *const printed[] = {
    "Kapal dan Janji", "Ayu Contoh, Bima Umpama", "Subbagian Umpama", "3 Maret 2026",
    "Data per Februari 2026", "LEMBAGA UMPAMA NEGERI", "Jalan Contoh 12, Jakarta", "RAHASIA",
    "AMAT SEGERA",
  };
  g_autoptr (RisalahDocument) before
      = risalah_document_ref (risalah_editor_get_document (get_editor (fixture)));
  RisalahBriefDetails *sheet = present (fixture);
  g_autofree char *pages = NULL;

  type (sheet, "Title", "Kapal dan Janji");
  type (sheet, "Author or authors", "Ayu Contoh, Bima Umpama");
  type (sheet, "Unit or office", "Subbagian Umpama");
  type (sheet, "Date (2026-05-12)", "2026-03-03");
  type (sheet, "Data as of (2026-05-12)", " 2026-02 ");
  type (sheet, "Institution", "LEMBAGA UMPAMA NEGERI");
  type (sheet, "Address", "Jalan Contoh 12, Jakarta");
  choose (sheet, "Security classification", "Confidential");
  choose (sheet, "Urgency", "Very urgent");
  choose (sheet, "Page design", "Institutional");
  choose (sheet, "Paper", "F4");
  leave (sheet, "details.save");
  g_assert_cmpstr (get_field (fixture, RISALAH_DOCUMENT_DATA_CUT_OFF), ==, "2026-02");
  g_assert_cmpstr (get_field (fixture, RISALAH_DOCUMENT_PAPER), ==, "f4");
  pages = read_exported (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    if (strstr (pages, printed[i]) == NULL)
      g_error ("“%s” does not stand on the pages:\n%s", printed[i], pages);
  risalah_editor_undo (get_editor (fixture));
  g_assert_true (risalah_document_equal (risalah_editor_get_document (get_editor (fixture)),
                                         before));
}

/* The words that the pages bring themselves follow the brief's language, citations its style. */
static void
test_language_and_style (DeliveryFixture *fixture, gconstpointer data)
{
  RisalahBriefDetails *sheet = present (fixture);
  g_autofree char *pages = NULL;

  choose (sheet, "Language of the brief", "English");
  choose (sheet, "Citations", "Author and date");
  leave (sheet, "details.save");
  pages = read_exported (fixture);
  g_assert_nonnull (strstr (pages, "DRAFT"));
  g_assert_nonnull (strstr (pages, "Data as of"));
  g_assert_null (strstr (pages, "Data per"));
  g_assert_cmpstr (get_field (fixture, RISALAH_DOCUMENT_CITATION_STYLE), ==, "author-date");
}

/* The lines of a memo's head are rows too, and go into its table. */
static void
test_letter (DeliveryFixture *fixture, gconstpointer data)
{
  static const char *const rows[][2] = {
    { "Yth.", "Kepala Bagian Umpama" }, { "Dari", "Subbagian Contoh" },
    { "Nomor", "ND/12/III/2026" },      { "Sifat", "Segera" },
  };
  RisalahOpenBrief *example = risalah_brief_dock_get_brief (fixture->dock);
  RisalahBriefDetails *sheet = present (fixture);
  g_autofree char *pages = NULL;

  g_assert_null (ui_test_find_row (GTK_WIDGET (sheet), "Nomor"));
  leave (sheet, "window.close");
  risalah_brief_dock_begin (fixture->dock, "T5", "Jadwal latihan", "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != example);
  sheet = present (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    type (sheet, rows[i][0], rows[i][1]);
  leave (sheet, "details.save");
  pages = read_exported (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_nonnull (strstr (pages, rows[i][1]));
  sheet = present (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find_row (GTK_WIDGET (sheet), "Nomor"))), ==,
                   "ND/12/III/2026");
  leave (sheet, "window.close");
}

/* A date that nobody can read keeps the sheet open; leaving it changes nothing. */
static void
test_unreadable_date (DeliveryFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) before
      = risalah_document_ref (risalah_editor_get_document (get_editor (fixture)));
  RisalahBriefDetails *sheet = present (fixture);
  GtkWidget *row = ui_test_find_row (GTK_WIDGET (sheet), "Date (2026-05-12)");

  type (sheet, "Author or authors", "Orang Lain");
  gtk_editable_set_text (GTK_EDITABLE (row), "kemarin dulu");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_widget_activate_action (GTK_WIDGET (sheet), "details.save", NULL);
  g_assert_true (risalah_editor_get_document (get_editor (fixture)) == before);
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-03");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  leave (sheet, "window.close");
  g_assert_true (risalah_editor_get_document (get_editor (fixture)) == before);
}

static void
load (RisalahLogoRow *row, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  risalah_logo_row_load (row, file);
}

/* How many pictures the exported file holds. */
static guint
count_pictures (DeliveryFixture *fixture)
{
  const char *const command[] = { "pdfimages", "-list", fixture->path, NULL };
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;

  g_free (read_exported (fixture));
  g_assert_true (g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &list, NULL, NULL, NULL));
  lines = g_strsplit (g_strstrip (list), "\n", -1);
  return g_strv_length (lines) - 2;
}

/* A logo goes into the library and onto the letterhead; what is no picture is refused. */
static void
test_logo (DeliveryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "logo.png", NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 60, 40);
  RisalahBriefDetails *sheet = present (fixture);
  RisalahLogoRow *row = RISALAH_LOGO_ROW (ui_test_find (GTK_WIDGET (sheet),
                                                        RISALAH_TYPE_LOGO_ROW));
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "tulisan saja", -1, NULL));
  load (row, path);
  ui_test_wait_until (ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "logo.png"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpstr (risalah_logo_row_get_logo (row), ==, "");
  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  load (row, path);
  ui_test_wait_until (*risalah_logo_row_get_logo (row) != '\0');
  choose (sheet, "Page design", "Institutional");
  leave (sheet, "details.save");
  g_unlink (path);
  g_assert_cmpuint (strlen (get_field (fixture, RISALAH_DOCUMENT_LOGO)), ==, 64);
  g_assert_cmpuint (count_pictures (fixture), ==, 1);
  sheet = present (fixture);
  choose (sheet, "Page design", "Plain");
  leave (sheet, "details.save");
  g_assert_cmpuint (count_pictures (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/brief-details/" path, DeliveryFixture, NULL, delivery_fixture_set_up, function, \
              delivery_fixture_tear_down)
  ADD ("rows-print", test_rows_print);
  ADD ("language-and-style", test_language_and_style);
  ADD ("letter", test_letter);
  ADD ("unreadable-date", test_unreadable_date);
  ADD ("logo", test_logo);
#undef ADD
  return g_test_run ();
}
