/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the open brief. Going back to one is a step of the editor like any other, so the
 * present is one undo away, and it is kept as a version besides. */

#include "risalah-versions-dialog.h"

#include <glib/gi18n.h>

#include "risalah-briefs.h"
#include "risalah-comparison-window.h"
#include "risalah-large-text.h"
#include "risalah-messages.h"
#include "risalah-sheet.h"
#include "risalah-versions.h"

struct _RisalahVersionsDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *name_entry;
  GtkWidget *empty_label;

  RisalahBriefDock *dock;
  gint64 brief;
  GPtrArray *rows; /* borrowed: the group owns them */
};

G_DEFINE_FINAL_TYPE (RisalahVersionsDialog, risalah_versions_dialog, ADW_TYPE_WINDOW)

/* A version that is being read, and what for. The dialog is held weakly: a window that outlives
 * the one it belongs to is an error in GTK 4.8. */
typedef struct
{
  GWeakRef dialog;
  RisalahBriefDock *dock; /* for what is to be said when the dialog is closed */
  char *title; /* what it is called in the list, with its time */
  gboolean restores;
} Reading;

static void list_versions (RisalahVersionsDialog *self);

static Reading *
reading_new (RisalahVersionsDialog *dialog)
{
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->dialog, dialog);
  reading->dock = g_object_ref (dialog->dock);
  return reading;
}

static void
reading_free (Reading *reading)
{
  g_weak_ref_clear (&reading->dialog);
  g_object_unref (reading->dock);
  g_free (reading->title);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static RisalahSession *
get_session (RisalahVersionsDialog *self)
{
  return risalah_brief_dock_get_session (self->dock);
}

static RisalahDocument *
get_present (RisalahVersionsDialog *self)
{
  return risalah_editor_get_document (risalah_brief_dock_get_editor (self->dock));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (RisalahVersionsDialog) self = g_weak_ref_get (&reading->dialog);
  g_autoptr (GError) error = NULL;

  if (!risalah_session_keep_version_finish (RISALAH_SESSION (source), result, &error))
    risalah_messages_show_error (GTK_WIDGET (reading->dock), error);
  if (self != NULL)
    list_versions (self);
}

static void
keep_present (RisalahVersionsDialog *self, const char *name)
{
  risalah_session_keep_version_async (get_session (self), self->brief, get_present (self), name,
                                      NULL, kept_cb, reading_new (self));
}

static void
apply_cb (RisalahVersionsDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  if (*name == '\0')
    return;
  keep_present (self, name);
  gtk_editable_set_text (self->name_entry, "");
}

/* The present is kept as a version of its own first, besides being one undo away. */
static void
restore_document (RisalahVersionsDialog *self, RisalahDocument *document, const char *title)
{
  g_autofree char *name = g_strdup_printf (_ ("Before going back to “%s”"), title);

  keep_present (self, name);
  risalah_editor_replace_document (risalah_brief_dock_get_editor (self->dock), document);
  risalah_messages_show (GTK_WIDGET (self->dock),
                         _ ("Version restored; Undo brings back the text as it was"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
compared_act_cb (RisalahComparisonWindow *window, RisalahVersionsDialog *self)
{
  restore_document (self, g_object_get_data (G_OBJECT (window), "document"),
                    gtk_window_get_title (GTK_WINDOW (window)));
}

static void
compare_document (RisalahVersionsDialog *self, RisalahDocument *document, const char *title)
{
  RisalahComparisonWindow *window = risalah_comparison_window_new (
      GTK_WINDOW (self), title, document, get_present (self), _ ("_Restore This Version"));

  g_object_set_data_full (G_OBJECT (window), "document", risalah_document_ref (document),
                          (GDestroyNotify)risalah_document_unref);
  g_signal_connect_object (window, "act", G_CALLBACK (compared_act_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (RisalahVersionsDialog) self = g_weak_ref_get (&reading->dialog);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahDocument) document
      = risalah_session_read_version_finish (RISALAH_SESSION (source), result, &error);

  if (self == NULL)
    return;
  if (document == NULL)
    risalah_messages_show_error (GTK_WIDGET (reading->dock), error);
  else if (reading->restores)
    restore_document (self, document, reading->title);
  else
    compare_document (self, document, reading->title);
}

static void
read_version (GtkWidget *button, gboolean restores)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  RisalahVersionsDialog *self = RISALAH_VERSIONS_DIALOG (gtk_widget_get_root (button));
  Reading *reading = reading_new (self);

  reading->title = g_strdup_printf ("%s, %s",
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                    adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  reading->restores = restores;
  risalah_session_read_version_async (get_session (self),
                                      *(gint64 *)g_object_get_data (G_OBJECT (row), "version"),
                                      NULL, read_cb, reading);
}

static void
restore_clicked_cb (GtkWidget *button)
{
  read_version (button, TRUE);
}

static void
compare_clicked_cb (GtkWidget *button)
{
  read_version (button, FALSE);
}

static const char *
describe (const RisalahBriefVersion *version)
{
  if (version->name != NULL && *version->name != '\0')
    return version->name;
  if (g_strcmp0 (version->reason, "conflict") == 0)
    return _ ("Saved elsewhere at the same time");
  return _ ("Kept automatically");
}

static void
add_button (GtkWidget *row, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", clicked_cb, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
create_row (const RisalahBriefVersion *version)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (version->created_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), describe (version));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  g_object_set_data_full (G_OBJECT (row), "version",
                          g_memdup2 (&version->id, sizeof version->id), g_free);
  add_button (row, _ ("Compare"), G_CALLBACK (compare_clicked_cb));
  add_button (row, _ ("Restore"), G_CALLBACK (restore_clicked_cb));
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (RisalahVersionsDialog) self = g_weak_ref_get (&reading->dialog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions
      = risalah_session_list_versions_finish (RISALAH_SESSION (source), result, &error);

  if (self == NULL)
    return;
  if (versions == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (reading->dock), error);
      return;
    }
  if (self->group == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < versions->len; i++)
    {
      GtkWidget *row = create_row (versions->pdata[i]);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
  gtk_widget_set_visible (self->empty_label, self->rows->len == 0);
}

static void
list_versions (RisalahVersionsDialog *self)
{
  risalah_session_list_versions_async (get_session (self), self->brief, NULL, listed_cb,
                                       reading_new (self));
}

static void
risalah_versions_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_VERSIONS_DIALOG);

  G_OBJECT_CLASS (risalah_versions_dialog_parent_class)->dispose (object);
}

static void
risalah_versions_dialog_finalize (GObject *object)
{
  RisalahVersionsDialog *self = RISALAH_VERSIONS_DIALOG (object);

  g_clear_object (&self->dock);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (risalah_versions_dialog_parent_class)->finalize (object);
}

static void
risalah_versions_dialog_class_init (RisalahVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_versions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_versions_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahVersionsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RisalahVersionsDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahVersionsDialog, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_versions_dialog_init (RisalahVersionsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_large_text_explain_rows (GTK_WIDGET (self));
}

/**
 * risalah_versions_dialog_present:
 * @dock: a dock with a brief open
 *
 * Shows the versions of the open brief.
 */
void
risalah_versions_dialog_present (RisalahBriefDock *dock)
{
  RisalahVersionsDialog *self;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (dock));
  g_return_if_fail (risalah_brief_dock_get_brief (dock) != NULL);

  self = g_object_new (RISALAH_TYPE_VERSIONS_DIALOG, "transient-for",
                       gtk_widget_get_root (GTK_WIDGET (dock)), NULL);
  self->dock = g_object_ref (dock);
  self->brief = risalah_open_brief_get_id (risalah_brief_dock_get_brief (dock));
  list_versions (self);
  gtk_window_present (GTK_WINDOW (self));
}
