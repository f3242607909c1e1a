/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print dialog, its preview and its PDF draw the very pages that the export writes: the pages
 * are laid out for the paper that GTK returns, and each is drawn as it is. */

#include "risalah-brief-printing.h"

#include <glib/gi18n.h>

#include "risalah-layout.h"
#include "risalah-messages.h"

/* One turn of pagination, short enough that the dialog's progress keeps moving. */
#define TURN_MS 12

/* How far, in points, a paper may be off to be called by its usual name. */
#define TOLERANCE 1.0

typedef struct
{
  RisalahEdition *edition;
  RisalahLayout *layout; /* (nullable) until the printing begins */
  GtkWindow *parent;     /* (nullable), weak */
  gboolean has_failed;   /* and it was said */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_pointer (&printing->layout, risalah_layout_free);
  risalah_edition_unref (printing->edition);
  g_clear_weak_pointer (&printing->parent);
  g_free (printing);
}

static void
show_error (Printing *printing, const GError *error)
{
  if (printing->parent != NULL && !printing->has_failed)
    risalah_messages_show_error (GTK_WIDGET (printing->parent), error);
  printing->has_failed = TRUE;
}

/* The pages are laid out for the paper that the dialog returned. The edition is this printing's
 * own. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  g_autoptr (GError) error = NULL;

  risalah_page_design_set_paper (printing->edition->design,
                                 gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                 gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  g_clear_pointer (&printing->layout, risalah_layout_free);
  printing->layout = risalah_layout_new (printing->edition, &error);
  if (printing->layout == NULL)
    {
      show_error (printing, error);
      gtk_print_operation_cancel (operation);
    }
}

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  if (printing->layout != NULL && !risalah_layout_paginate (printing->layout, TURN_MS))
    return FALSE;
  gtk_print_operation_set_n_pages (
      operation,
      printing->layout != NULL ? MAX (risalah_layout_get_n_pages (printing->layout), 1) : 1);
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              Printing *printing)
{
  if (printing->layout != NULL && (guint)page < risalah_layout_get_n_pages (printing->layout))
    risalah_layout_draw_page (printing->layout, page,
                              gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  show_error (printing, error);
}

/* Printers know the usual papers by name; any other one is described to them. */
static GtkPaperSize *
create_paper (double width, double height)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *paper = gtk_paper_size_new (names[i]);

      if (ABS (gtk_paper_size_get_width (paper, GTK_UNIT_POINTS) - width) < TOLERANCE
          && ABS (gtk_paper_size_get_height (paper, GTK_UNIT_POINTS) - height) < TOLERANCE)
        return paper;
      gtk_paper_size_free (paper);
    }
  return gtk_paper_size_new_custom ("risalah", _ ("The brief’s pages"), width, height,
                                    GTK_UNIT_POINTS);
}

static GtkPageSetup *
create_page_setup (const RisalahPageDesign *design)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = create_paper (design->width, design->height);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);
  return setup;
}

/**
 * risalah_brief_printing_new:
 * @edition: what is printed; no one else may use it
 * @title: the name of the print job, and of the file that the dialog proposes
 * @parent: (nullable): the window that asks, where what goes wrong is said
 *
 * Makes the print operation, which is yet to be run.
 *
 * Returns: (transfer full): the print operation
 */
GtkPrintOperation *
risalah_brief_printing_new (RisalahEdition *edition, const char *title, GtkWindow *parent)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  Printing *printing;

  g_return_val_if_fail (edition != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  operation = gtk_print_operation_new ();
  printing = g_new0 (Printing, 1);
  printing->edition = risalah_edition_ref (edition);
  g_set_weak_pointer (&printing->parent, parent);
  g_object_set_data_full (G_OBJECT (operation), "printing", printing, printing_free);
  setup = create_page_setup (edition->design);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);
  return operation;
}

/**
 * risalah_brief_printing_run:
 * @operation: what risalah_brief_printing_new() made
 * @parent: (nullable): the window that asks
 *
 * Shows the print dialog and prints. What goes wrong is said in the window.
 *
 * Returns: whether it began; #GtkPrintOperation::done tells the end
 */
gboolean
risalah_brief_printing_run (GtkPrintOperation *operation, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GTK_IS_PRINT_OPERATION (operation), FALSE);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      != GTK_PRINT_OPERATION_RESULT_ERROR)
    return TRUE;
  show_error (g_object_get_data (G_OBJECT (operation), "printing"), error);
  return FALSE;
}
