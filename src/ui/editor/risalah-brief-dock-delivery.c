/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing and exporting the open brief. What is delivered is the document as it stands in the
 * editor, saved or not; the file appears whole or not at all. */

#include <glib/gi18n.h>

#include "risalah-brief-dock-private.h"
#include "risalah-brief-printing.h"
#include "risalah-delivery.h"
#include "risalah-dialogs.h"
#include "risalah-messages.h"

/* Of a proposed file name, in characters. */
#define LONGEST_NAME 80

/* One export: the file that was chosen, and the edition once it is there. */
typedef struct
{
  RisalahBriefDock *dock;
  RisalahEdition *edition;
  RisalahFormat format;
  GFile *file; /* (nullable): NULL prints */
  RisalahExportReport report;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->dock);
  g_clear_pointer (&order->edition, risalah_edition_unref);
  g_clear_object (&order->file);
  risalah_export_report_clear (&order->report);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static GtkWindow *
get_window (RisalahBriefDock *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  g_autofree char *path = g_file_get_path (order->file);
  g_autofree char *uri = g_file_get_uri (order->file);
  GError *error = NULL;

  if (path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("Files cannot be written to “%s” directly. Export the "
                                "brief to this computer and copy it there."),
                             uri);
  else if (risalah_edition_export (order->edition, order->format, path, &order->report, NULL, NULL,
                                   cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (order->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      risalah_messages_show_error (GTK_WIDGET (source), error);
      return;
    }
  text = order->report.n_pages > 0
             ? g_strdup_printf (ngettext ("“%s” written: %u page", "“%s” written: %u pages",
                                          order->report.n_pages),
                                name, order->report.n_pages)
             : g_strdup_printf (_ ("“%s” written"), name);
  risalah_messages_show_file (GTK_WIDGET (source), text, order->file);
  if (order->report.problems != NULL && order->report.problems[0] != NULL)
    {
      g_autofree char *problems = g_strjoinv ("\n", order->report.problems);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” Was Written"), name);

      risalah_dialogs_tell (get_window (RISALAH_BRIEF_DOCK (source)), heading, problems);
    }
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
edition_created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GError) error = NULL;
  RisalahBriefDock *self = order->dock;

  order->edition
      = risalah_session_create_edition_finish (RISALAH_SESSION (source), result, &error);
  if (order->edition == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (order->file == NULL)
    {
      g_autofree char *name = dup_file_name (order->edition->document);

      risalah_brief_printing_run (order->edition, name, get_window (self));
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, exported_cb, NULL);

      g_task_set_source_tag (task, edition_created_cb);
      g_task_set_task_data (task, g_steal_pointer (&order), order_free);
      g_task_run_in_thread (task, export_thread);
    }
}

/*
 * risalah_brief_dock_deliver:
 * @file: (nullable): where the brief is written as @format; NULL prints it
 *
 * Delivers the open brief as it stands in the editor.
 */
void
risalah_brief_dock_deliver (RisalahBriefDock *self, RisalahFormat format, GFile *file)
{
  const RisalahDelivery delivery = { NULL };
  Order *order = g_new0 (Order, 1);

  order->dock = g_object_ref (self);
  order->format = format;
  order->file = file != NULL ? g_object_ref (file) : NULL;
  risalah_session_create_edition_async (self->session, risalah_editor_get_document (self->editor),
                                        &delivery, NULL, edition_created_cb, order);
}

static void
file_chosen_cb (gpointer owner, GListModel *files)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (owner);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self->brief != NULL)
    risalah_brief_dock_deliver (self, self->format, file);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);
  const char *format = g_variant_get_string (parameter, NULL);
  g_autofree char *stem = NULL, *name = NULL;

  if (self->brief == NULL || !risalah_format_from_string (format, &self->format))
    return;
  stem = dup_file_name (risalah_editor_get_document (self->editor));
  name = g_strconcat (stem, ".", format, NULL);
  risalah_dialogs_choose (get_window (self), RISALAH_CHOICE_SAVE, _ ("Export the Brief"), name,
                          file_chosen_cb, self);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  if (self->brief != NULL)
    risalah_brief_dock_deliver (self, RISALAH_FORMAT_PDF, NULL);
}

/*
 * risalah_brief_dock_add_delivery:
 *
 * Adds the actions that print and export.
 */
void
risalah_brief_dock_add_delivery (RisalahBriefDock *self)
{
  static const GActionEntry entries[] = {
    { "print", print_cb },
    { "export", export_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}
