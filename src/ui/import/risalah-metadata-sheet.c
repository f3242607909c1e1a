/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+Page Down writes what was typed and goes on to the next article, with the focus in the first
 * row that is still empty. */

#include "risalah-metadata-sheet.h"

#include <glib/gi18n.h>

#include "risalah-library.h"
#include "risalah-messages.h"
#include "risalah-metadata-form.h"
#include "risalah-sheet.h"
#include "risalah-source-texts.h"

#define BEGINNING_CHARACTERS 700

struct _RisalahMetadataSheet
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkLabel *beginning;
  RisalahMetadataForm *form;

  RisalahLibrary *library;
  GArray *sources;
  guint position;
  GCancellable *loading;
};

typedef struct
{
  gint64 id;
  RisalahSource *source;
  char *beginning;
} Job;

G_DEFINE_FINAL_TYPE (RisalahMetadataSheet, risalah_metadata_sheet, ADW_TYPE_WINDOW)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->source, risalah_source_unref);
  g_free (job->beginning);
  g_free (job);
}

static gboolean
load_source (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (RisalahSourceText) text = NULL;

  job->source = risalah_sources_get (connection, job->id, error);
  text = job->source != NULL ? risalah_source_texts_get_current (connection, job->id, error) : NULL;
  if (text == NULL)
    return FALSE;
  job->beginning = g_utf8_substring (text->text, 0, MIN (text->n_characters, BEGINNING_CHARACTERS));
  return TRUE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahMetadataSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);
  gboolean is_same;

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    {
      if (!risalah_messages_was_cancelled (error))
        gtk_label_set_text (self->beginning, error->message);
      return;
    }
  is_same = g_strcmp0 (gtk_label_get_text (self->beginning), job->beginning) == 0;
  gtk_label_set_text (self->beginning, job->beginning);
  risalah_metadata_form_show (self->form, job->source);
  if (!is_same)
    risalah_metadata_form_focus (self->form);
}

static void
load (RisalahMetadataSheet *self)
{
  Job *job = g_new0 (Job, 1);

  if (self->sources == NULL)
    {
      g_free (job);
      return;
    }
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  job->id = g_array_index (self->sources, gint64, self->position);
  risalah_library_read_async (self->library, RISALAH_LANE_ROWS, load_source, job, job_free,
                              self->loading, loaded_cb, g_object_ref (self));
}

static void
go_to (RisalahMetadataSheet *self, guint position)
{
  g_autofree char *subtitle = NULL;

  /* What is no date is not lost by going on. */
  if (!risalah_metadata_form_apply (self->form))
    return;
  self->position = position;
  /* Translators: which article of how many is being corrected: "3 of 24" */
  subtitle = g_strdup_printf (_ ("%'u of %'u"), position + 1, self->sources->len);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.previous", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.next",
                                 position + 1 < self->sources->len);
  load (self);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahMetadataSheet *self = RISALAH_METADATA_SHEET (widget);

  if (self->position > 0)
    go_to (self, self->position - 1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahMetadataSheet *self = RISALAH_METADATA_SHEET (widget);

  if (self->position + 1 < self->sources->len)
    go_to (self, self->position + 1);
}

static gboolean
risalah_metadata_sheet_close_request (GtkWindow *window)
{
  risalah_metadata_form_apply (RISALAH_METADATA_SHEET (window)->form);
  return GTK_WINDOW_CLASS (risalah_metadata_sheet_parent_class)->close_request (window);
}

static void
risalah_metadata_sheet_dispose (GObject *object)
{
  RisalahMetadataSheet *self = RISALAH_METADATA_SHEET (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->library);
  g_clear_pointer (&self->sources, g_array_unref);

  G_OBJECT_CLASS (risalah_metadata_sheet_parent_class)->dispose (object);
}

static void
risalah_metadata_sheet_class_init (RisalahMetadataSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_METADATA_FORM);
  G_OBJECT_CLASS (klass)->dispose = risalah_metadata_sheet_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = risalah_metadata_sheet_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/import/risalah-metadata-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahMetadataSheet, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahMetadataSheet, beginning);
  gtk_widget_class_bind_template_child (widget_class, RisalahMetadataSheet, form);
  gtk_widget_class_install_action (widget_class, "sheet.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "sheet.next", NULL, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "sheet.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "sheet.next", NULL);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_metadata_sheet_init (RisalahMetadataSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_metadata_sheet_show:
 * @parent: the window
 * @session: the library
 * @names: how things are called
 * @sources: (element-type gint64): sources, at least one
 *
 * Returns: (transfer none): the sheet, at the first of @sources
 */
GtkWidget *
risalah_metadata_sheet_show (GtkWindow *parent,
                             RisalahSession *session,
                             RisalahNames *names,
                             GArray *sources)
{
  RisalahMetadataSheet *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session), NULL);
  g_return_val_if_fail (sources != NULL && sources->len > 0, NULL);

  self = g_object_new (RISALAH_TYPE_METADATA_SHEET, "transient-for", parent, NULL);
  self->library = g_object_ref (risalah_session_get_library (session));
  self->sources = g_array_ref (sources);
  risalah_metadata_form_set_session (self->form, session, names);
  /* Corrections are written while the next article is looked at. */
  g_signal_connect_object (self->library, "sources-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  go_to (self, 0);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
