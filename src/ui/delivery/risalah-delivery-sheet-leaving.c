/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief leaves: what was chosen is kept with it, it is saved, and then laid out once more for
 * the file or the printer. The sheet stays until that is done, to say how far it is and to be
 * cancelled; the file appears whole or not at all. */

#include "risalah-delivery-sheet-private.h"

#include <glib/gi18n.h>

#include "risalah-brief-printing.h"
#include "risalah-dialogs.h"
#include "risalah-export-task.h"
#include "risalah-messages.h"

/* Of a proposed file name, in characters. */
#define LONGEST_NAME 80

static void
set_delivering (RisalahDeliverySheet *self, gboolean is_delivering)
{
  g_clear_object (&self->delivering);
  if (is_delivering)
    self->delivering = g_cancellable_new ();
  if (self->options == NULL)
    return;
  gtk_widget_set_sensitive (self->options, !is_delivering);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "delivery.confirm", !is_delivering);
  gtk_revealer_set_reveal_child (self->progress_revealer, is_delivering && !self->is_print);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_progress_bar_set_text (self->progress_bar, _ ("Writing the file…"));
}

static void
progress_cb (double fraction, gpointer owner)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (owner);

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
tell_written (RisalahDeliverySheet *self, const RisalahExportReport *report)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *text
      = report->n_pages > 0
            ? g_strdup_printf (ngettext ("“%s” written: %u page", "“%s” written: %u pages",
                                         report->n_pages),
                               name, report->n_pages)
            : g_strdup_printf (_ ("“%s” written"), name);

  risalah_messages_show_file (GTK_WIDGET (self->dock), text, self->file);
  if (report->problems != NULL && report->problems[0] != NULL)
    {
      g_autofree char *problems = g_strjoinv ("\n", report->problems);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” Was Written"), name);

      risalah_dialogs_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), heading, problems);
    }
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (source);
  g_auto (RisalahExportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  if (risalah_export_task_finish (result, &report, &error))
    {
      tell_written (self, &report);
      set_delivering (self, FALSE);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  set_delivering (self, FALSE);
  if (risalah_messages_was_cancelled (error))
    risalah_messages_show (GTK_WIDGET (self), _ ("Export cancelled; no file was written"));
  else
    risalah_messages_show_error (GTK_WIDGET (self), error);
}

/* What was printed to a file can be opened; what went to a printer is on its way. */
static void
tell_printed (RisalahDeliverySheet *self, GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri
      = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;

  if (uri != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *text = g_strdup_printf (_ ("“%s” written"), name);

      risalah_messages_show_file (GTK_WIDGET (self->dock), text, file);
    }
  else
    risalah_messages_show (GTK_WIDGET (self->dock), _ ("The brief is on its way to the printer"));
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            RisalahDeliverySheet *self)
{
  set_delivering (self, FALSE);
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  tell_printed (self, operation);
  gtk_window_close (GTK_WINDOW (self));
}

/* The brief's title as the name of a file, without an ending. */
static char *
dup_file_name (RisalahDocument *document)
{
  const char *title = risalah_document_get_title (document);
  char *name;

  if (title == NULL || *title == '\0')
    title = _ ("Untitled brief");
  name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_NAME));
  return g_strdelimit (name, "/\\:*?\"<>|\n", '-');
}

static void
print (RisalahDeliverySheet *self, RisalahEdition *edition)
{
  g_autofree char *name = dup_file_name (self->document);
  g_autoptr (GtkPrintOperation) operation
      = risalah_brief_printing_new (edition, name, GTK_WINDOW (self));

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  if (!risalah_brief_printing_run (operation, GTK_WINDOW (self)))
    set_delivering (self, FALSE);
}

/* The brief leaves with the day of its last change, as from the command line. */
static void
edition_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahDeliverySheet) self = RISALAH_DELIVERY_SHEET (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahEdition) edition
      = risalah_session_create_edition_finish (RISALAH_SESSION (source), result, &error);

  if (self->dock == NULL)
    return;
  if (edition == NULL)
    {
      set_delivering (self, FALSE);
      if (!risalah_messages_was_cancelled (error))
        risalah_messages_show_error (GTK_WIDGET (self), error);
    }
  else if (self->is_print)
    print (self, edition);
  else
    risalah_export_task_run (self, edition, risalah_delivery_sheet_get_format (self), self->file,
                             progress_cb, self->delivering, exported_cb, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahDeliverySheet) self = RISALAH_DELIVERY_SHEET (data);
  RisalahDelivery delivery = { NULL };
  RisalahOpenBrief *brief;

  if (self->dock == NULL) /* the sheet is closed */
    return;
  brief = risalah_brief_dock_get_brief (self->dock);
  /* A brief that cannot be saved, which the dock says, leaves as it stands, as of now. */
  if (risalah_brief_dock_save_finish (self->dock, result, NULL) && brief != NULL)
    delivery.date = risalah_open_brief_get_modified (brief) / G_USEC_PER_SEC;
  risalah_session_create_edition_async (risalah_brief_dock_get_session (self->dock),
                                        self->document, &delivery, self->delivering,
                                        edition_made_cb, g_object_ref (self));
}

static void
deliver (RisalahDeliverySheet *self)
{
  if (self->delivering != NULL)
    return;
  set_delivering (self, TRUE);
  risalah_delivery_sheet_keep_choices (self);
  risalah_brief_dock_save_async (self->dock, NULL, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  risalah_delivery_sheet_export (RISALAH_DELIVERY_SHEET (owner), file);
}

/*
 * risalah_delivery_sheet_confirm_cb:
 *
 * The action that prints, or asks for a file.
 */
void
risalah_delivery_sheet_confirm_cb (GtkWidget *widget,
                                   const char *action,
                                   GVariant *parameter)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (widget);
  RisalahFormat format = risalah_delivery_sheet_get_format (self);
  g_autofree char *stem = NULL, *name = NULL;

  if (self->is_print)
    {
      deliver (self);
      return;
    }
  stem = dup_file_name (self->document);
  name = g_strconcat (stem, ".", risalah_format_to_string (format), NULL);
  risalah_dialogs_choose (GTK_WINDOW (self), RISALAH_CHOICE_SAVE, _ ("Export the Brief"), name,
                          file_chosen_cb, self);
}

/**
 * risalah_delivery_sheet_export:
 * @self: a sheet that is not for printing
 * @file: where the brief is written
 *
 * Keeps what was chosen, writes the file and closes.
 */
void
risalah_delivery_sheet_export (RisalahDeliverySheet *self, GFile *file)
{
  g_return_if_fail (RISALAH_IS_DELIVERY_SHEET (self));
  g_return_if_fail (!self->is_print && G_IS_FILE (file));

  g_set_object (&self->file, file);
  deliver (self);
}
