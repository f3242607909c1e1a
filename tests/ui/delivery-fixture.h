/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of printing and exporting share: the example brief open in a dock, and the pages
 * that the exporters make of it. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "../session/session-harness.h"
#include "risalah-brief-dock-private.h"
#include "risalah-delivery-sheet.h"
#include "risalah-delivery.h"
#include "risalah-dossier-folder.h"
#include "ui-test.h"

typedef struct
{
  SessionFixture session;
  GtkWidget *window;
  RisalahBriefDock *dock;
  char *folder; /* what is delivered stands here */
  char *path;
} DeliveryFixture;

static inline void
delivery_fixture_set_up (DeliveryFixture *fixture, gconstpointer data)
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

static inline void
delivery_fixture_tear_down (DeliveryFixture *fixture, gconstpointer data)
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

static inline RisalahEdition *
delivery_fixture_create_edition (DeliveryFixture *fixture)
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

/* The words of a PDF file, line by line; how wide the gaps between columns are does not count. */
static inline char *
delivery_fixture_read_pages (const char *path)
{
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GRegex) gaps = g_regex_new (" +", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (strlen (text), >, 100);
  return g_regex_replace_literal (gaps, text, -1, 0, " ", 0, NULL);
}

/* What risalah_edition_export() writes, on @paper. */
static inline char *
delivery_fixture_export_pages (DeliveryFixture *fixture, RisalahPaper paper)
{
  g_autoptr (RisalahEdition) edition = delivery_fixture_create_edition (fixture);
  g_autoptr (RisalahPageDesign) design = risalah_page_design_new (RISALAH_DESIGN_PLAIN, paper);
  g_auto (RisalahExportReport) report = { 0 };
  g_autofree char *path = g_build_filename (fixture->folder, "exported.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  risalah_page_design_set_paper (edition->design, design->width, design->height);
  risalah_edition_export (edition, RISALAH_FORMAT_PDF, path, &report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = delivery_fixture_read_pages (path);
  g_unlink (path);
  return text;
}

/* Whether a label at or under @widget says @words. */
static inline gboolean
delivery_fixture_has_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (delivery_fixture_has_label (child, words))
      return TRUE;
  return FALSE;
}
