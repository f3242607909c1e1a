/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of the open brief. Going back to one is a step of the editor like any other, so the
 * present is one undo away, and it is kept as a version besides. */

#include "risalah-versions-dialog.h"

#include <glib/gi18n.h>

#include "risalah-briefs.h"
#include "risalah-document-xhtml.h"
#include "risalah-library.h"
#include "risalah-messages.h"

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

/* What the library's thread is asked: the list, a version's text, or to keep the present. */
typedef struct
{
  gint64 brief;
  gint64 version;
  char *name;
  GPtrArray *versions;
  char *body;
} Job;

static void list_versions (RisalahVersionsDialog *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_free (job->body);
  g_clear_pointer (&job->versions, g_ptr_array_unref);
  g_free (job);
}

static RisalahLibrary *
get_library (RisalahVersionsDialog *self)
{
  return risalah_session_get_library (risalah_brief_dock_get_session (self->dock));
}

static gboolean
keep_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return risalah_briefs_add_version (connection, job->brief, job->name, error) != 0;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahVersionsDialog) self = RISALAH_VERSIONS_DIALOG (data);
  g_autoptr (GError) error = NULL;

  if (!risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (GTK_WIDGET (self->dock), error);
  list_versions (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahVersionsDialog) self = RISALAH_VERSIONS_DIALOG (data);
  g_autoptr (GError) error = NULL;
  Job *job;

  if (!risalah_brief_dock_save_finish (self->dock, result, &error))
    {
      risalah_messages_show_error (GTK_WIDGET (self->dock), error);
      return;
    }
  job = g_new0 (Job, 1);
  job->brief = self->brief;
  job->name = g_strdup (gtk_editable_get_text (self->name_entry));
  gtk_editable_set_text (self->name_entry, "");
  risalah_library_write_async (get_library (self), RISALAH_PRIORITY_ANALYST, keep_job, job,
                               job_free, NULL, kept_cb, g_object_ref (self));
}

static void
apply_cb (RisalahVersionsDialog *self)
{
  if (*gtk_editable_get_text (self->name_entry) != '\0')
    risalah_brief_dock_save_async (self->dock, NULL, saved_cb, g_object_ref (self));
}

static gboolean
read_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->body = risalah_briefs_get_version (connection, job->version, error);
  return job->body != NULL;
}

static void
restore_document (RisalahVersionsDialog *self, RisalahDocument *document)
{
  RisalahEditor *editor = risalah_brief_dock_get_editor (self->dock);
  RisalahEdit edit = {
    .outcome = RISALAH_EDIT_DONE,
    .document = document,
    .step = RISALAH_EDIT_STEP_ACT,
  };

  risalah_editor_get_selection (editor, &edit.from, &edit.from);
  risalah_editor_apply (editor, &edit);
  risalah_messages_show (GTK_WIDGET (self->dock), _ ("Version restored; Undo brings the present back"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahVersionsDialog) self = RISALAH_VERSIONS_DIALOG (data);
  g_autoptr (RisalahDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);

  if (risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    document = risalah_document_from_xhtml (job->body, -1, &error);
  if (document == NULL)
    risalah_messages_show_error (GTK_WIDGET (self->dock), error);
  else
    restore_document (self, document);
}

static void
restore_clicked_cb (GtkButton *button, RisalahVersionsDialog *self)
{
  Job *job = g_new0 (Job, 1);

  job->version = *(gint64 *)g_object_get_data (G_OBJECT (button), "version");
  risalah_library_read_async (get_library (self), RISALAH_LANE_ROWS, read_job, job, job_free, NULL,
                              read_cb, g_object_ref (self));
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

static GtkWidget *
create_row (RisalahVersionsDialog *self, const RisalahBriefVersion *version)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_ ("Restore"));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (version->created_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (time, "%-d %B %Y, %H:%M");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), describe (version));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "version",
                          g_memdup2 (&version->id, sizeof version->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static gboolean
list_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->versions = risalah_briefs_list_versions (connection, job->brief, error);
  return job->versions != NULL;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahVersionsDialog) self = RISALAH_VERSIONS_DIALOG (data);
  g_autoptr (GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    {
      risalah_messages_show_error (GTK_WIDGET (self->dock), error);
      return;
    }
  if (self->group == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < job->versions->len; i++)
    {
      GtkWidget *row = create_row (self, job->versions->pdata[i]);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
  gtk_widget_set_visible (self->empty_label, self->rows->len == 0);
}

static void
list_versions (RisalahVersionsDialog *self)
{
  Job *job = g_new0 (Job, 1);

  job->brief = self->brief;
  risalah_library_read_async (get_library (self), RISALAH_LANE_ROWS, list_job, job, job_free, NULL,
                              listed_cb, g_object_ref (self));
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
risalah_versions_dialog_init (RisalahVersionsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
