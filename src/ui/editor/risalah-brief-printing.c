/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The print dialog, its preview and its PDF draw the very pages that the export writes: GTK is
 * given the layout's page size, and every page as it is. */

#include "risalah-brief-printing.h"

#include <glib/gi18n.h>

#include "risalah-layout.h"
#include "risalah-messages.h"

/* One turn of pagination, short enough that the dialog's progress keeps moving. */
#define TURN_MS 12

typedef struct
{
  RisalahEdition *edition;
  RisalahLayout *layout;
  GtkWindow *parent; /* weak */
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

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  if (!risalah_layout_paginate (printing->layout, TURN_MS))
    return FALSE;
  gtk_print_operation_set_n_pages (operation,
                                   MAX (risalah_layout_get_n_pages (printing->layout), 1));
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              Printing *printing)
{
  risalah_layout_draw_page (printing->layout, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || printing->parent == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  risalah_messages_show_error (GTK_WIDGET (printing->parent), error);
}

static GtkPageSetup *
create_page_setup (RisalahLayout *layout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double width, height;

  risalah_layout_get_page_size (layout, &width, &height);
  paper = gtk_paper_size_new_custom ("risalah", _ ("The brief's pages"), width, height,
                                     GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);
  return setup;
}

/**
 * risalah_brief_printing_run:
 * @edition: what is printed
 * @title: the name of the print job
 * @parent: (nullable): the window that asks
 *
 * Shows the print dialog and prints. What goes wrong is said in the window.
 */
void
risalah_brief_printing_run (RisalahEdition *edition, const char *title, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  Printing *printing;

  g_return_if_fail (edition != NULL);

  printing = g_new0 (Printing, 1);
  printing->edition = risalah_edition_ref (edition);
  g_set_weak_pointer (&printing->parent, parent);
  g_object_set_data_full (G_OBJECT (operation), "printing", printing, printing_free);
  printing->layout = risalah_layout_new (edition, &error);
  if (printing->layout == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (parent), error);
      return;
    }
  setup = create_page_setup (printing->layout);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    risalah_messages_show_error (GTK_WIDGET (parent), error);
}
