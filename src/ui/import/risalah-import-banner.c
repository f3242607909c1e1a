/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import runs at a time; what is added meanwhile waits for its end. */

#include "risalah-import-banner.h"

#include <glib/gi18n.h>

#include "risalah-dossier-folder.h"
#include "risalah-messages.h"
#include "risalah-widget.h"

/* What is to come in next: files, pasted bytes, or (neither) the example dossier. */
typedef struct
{
  GListModel *files;
  GBytes *bytes;
  char *media_type;
} Batch;

struct _RisalahImportBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count;
  GtkLabel *current;
  GtkLabel *rate;
  GtkProgressBar *bar;
  GtkWidget *stop;

  RisalahSession *session;
  GSettings *settings;
  GQueue waiting; /* of Batch */
  GCancellable *running;
  guint pulse;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahImportBanner, risalah_import_banner, GTK_TYPE_WIDGET)

static void start_next (RisalahImportBanner *self);

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_clear_object (&batch->files);
  g_clear_pointer (&batch->bytes, g_bytes_unref);
  g_free (batch->media_type);
  g_free (batch);
}

/* --- progress ---------------------------------------------------------------------------- */

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (RISALAH_IMPORT_BANNER (user_data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
set_pulsing (RisalahImportBanner *self, gboolean pulsing)
{
  if (pulsing && self->pulse == 0)
    self->pulse = g_timeout_add (120, pulse_cb, self);
  else if (!pulsing)
    g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
progress_cb (RisalahImportBanner *self, const RisalahImportProgress *progress)
{
  g_autofree char *count = NULL, *name = NULL, *rate = NULL;
  double per_second = progress->seconds > 0.5 ? progress->n_done / progress->seconds : 0;

  /* Translators: how many articles came in, of how many that were found */
  count = g_strdup_printf (_ ("Adding %'lu of %'lu"), (gulong)progress->n_done,
                           (gulong)progress->n_found);
  if (progress->current != NULL)
    name = g_filename_display_basename (progress->current);
  if (per_second > 0)
    /* Translators: %.0f is a number of articles */
    rate = g_strdup_printf (_ ("%'.0f a second"), per_second);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->current, name != NULL ? name : "");
  gtk_label_set_text (self->rate, rate != NULL ? rate : "");
  set_pulsing (self, progress->is_searching);
  if (!progress->is_searching && progress->n_found > 0)
    gtk_progress_bar_set_fraction (self->bar, (double)progress->n_done / progress->n_found);
}

static void
begin (RisalahImportBanner *self, const char *text)
{
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  gtk_label_set_text (self->count, text);
  gtk_label_set_text (self->current, "");
  gtk_label_set_text (self->rate, "");
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (self->stop, TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  set_pulsing (self, TRUE);
}

static void
end (RisalahImportBanner *self, GPtrArray *results, const GError *error)
{
  if (self->session == NULL) /* the window is gone */
    return;
  set_pulsing (self, FALSE);
  g_clear_object (&self->running);
  if (error != NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  if (results != NULL)
    g_signal_emit (self, signals[FINISHED], 0, results);
  start_next (self);
}

/* --- running ----------------------------------------------------------------------------- */

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahImportBanner) self = user_data;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  risalah_importer_run_finish (RISALAH_IMPORTER (source), result, &results, &error);
  end (self, results, error);
}

static void
example_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahImportBanner) self = user_data;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  results = risalah_session_import_dossier_folder_finish (RISALAH_SESSION (source), result, &error);
  end (self, results, error);
}

static void
run_importer (RisalahImportBanner *self, const Batch *batch)
{
  g_autoptr (RisalahImporter) importer = risalah_session_create_importer (self->session);

  if (self->settings != NULL && !g_settings_get_boolean (self->settings, "analyse-on-import"))
    risalah_importer_set_analyser (importer, NULL, NULL, NULL, NULL);
  for (guint i = 0; batch->files != NULL && i < g_list_model_get_n_items (batch->files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (batch->files, i);

      risalah_importer_add_file (importer, file);
    }
  if (batch->bytes != NULL)
    risalah_importer_add_bytes (importer, batch->bytes, NULL, batch->media_type);
  g_signal_connect_object (importer, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  begin (self, _ ("Looking for articles…"));
  risalah_importer_run_async (importer, self->running, imported_cb, g_object_ref (self));
}

static void
start_next (RisalahImportBanner *self)
{
  Batch *batch;

  if (self->running != NULL)
    return;
  batch = g_queue_pop_head (&self->waiting);
  if (batch == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  if (batch->files != NULL || batch->bytes != NULL)
    run_importer (self, batch);
  else
    {
      begin (self, _ ("Adding the example dossier…"));
      risalah_session_import_dossier_folder_async (self->session, NULL, self->running,
                                                   example_added_cb, g_object_ref (self));
    }
  batch_free (batch);
}

static void
add_batch (RisalahImportBanner *self, GListModel *files, GBytes *bytes, const char *media_type)
{
  Batch *batch = g_new0 (Batch, 1);

  g_set_object (&batch->files, files);
  batch->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  batch->media_type = g_strdup (media_type);
  g_queue_push_tail (&self->waiting, batch);
  start_next (self);
}

/* --- the widget -------------------------------------------------------------------------- */

static void
risalah_import_banner_dispose (GObject *object)
{
  RisalahImportBanner *self = RISALAH_IMPORT_BANNER (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_queue_clear_full (&self->waiting, batch_free);
  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (risalah_import_banner_parent_class)->dispose (object);
}

static void
risalah_import_banner_class_init (RisalahImportBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_import_banner_dispose;

  /**
   * RisalahImportBanner::finished:
   * @results: (element-type RisalahImportResult): what became of each file
   */
  signals[FINISHED] = g_signal_new ("finished", RISALAH_TYPE_IMPORT_BANNER, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/import/risalah-import-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahImportBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, RisalahImportBanner, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahImportBanner, current);
  gtk_widget_class_bind_template_child (widget_class, RisalahImportBanner, rate);
  gtk_widget_class_bind_template_child (widget_class, RisalahImportBanner, bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahImportBanner, stop);
  gtk_widget_class_bind_template_callback (widget_class, risalah_import_banner_stop);
}

static void
risalah_import_banner_init (RisalahImportBanner *self)
{
  g_queue_init (&self->waiting);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_import_banner_new:
 * @session: the session
 * @settings: (nullable): whether articles are analysed as they come in
 *
 * Returns: (transfer floating): a banner, hidden until something comes in
 */
GtkWidget *
risalah_import_banner_new (RisalahSession *session, GSettings *settings)
{
  RisalahImportBanner *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session), NULL);

  self = g_object_new (RISALAH_TYPE_IMPORT_BANNER, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->settings, settings);
  return GTK_WIDGET (self);
}

/**
 * risalah_import_banner_add_files:
 * @self: the banner
 * @files: #GFiles: files, and folders with all that is in them
 */
void
risalah_import_banner_add_files (RisalahImportBanner *self, GListModel *files)
{
  g_return_if_fail (RISALAH_IS_IMPORT_BANNER (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));
  add_batch (self, files, NULL, NULL);
}

/**
 * risalah_import_banner_add_bytes:
 * @self: the banner
 * @bytes: what was pasted
 * @media_type: "text/plain" or "text/html"
 */
void
risalah_import_banner_add_bytes (RisalahImportBanner *self,
                                 GBytes *bytes,
                                 const char *media_type)
{
  g_return_if_fail (RISALAH_IS_IMPORT_BANNER (self));
  g_return_if_fail (bytes != NULL);
  add_batch (self, NULL, bytes, media_type);
}

/**
 * risalah_import_banner_add_example:
 * @self: the banner
 *
 * Takes in the example dossier.
 */
void
risalah_import_banner_add_example (RisalahImportBanner *self)
{
  g_return_if_fail (RISALAH_IS_IMPORT_BANNER (self));
  add_batch (self, NULL, NULL, NULL);
}

/**
 * risalah_import_banner_stop:
 * @self: the banner
 *
 * Stops what comes in and what waits; what has come in stays.
 */
void
risalah_import_banner_stop (RisalahImportBanner *self)
{
  g_return_if_fail (RISALAH_IS_IMPORT_BANNER (self));

  g_queue_clear_full (&self->waiting, batch_free);
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_text (self->count, _ ("Stopping…"));
  g_cancellable_cancel (self->running);
}

/**
 * risalah_import_banner_is_busy:
 * @self: the banner
 *
 * Returns: whether something is coming in
 */
gboolean
risalah_import_banner_is_busy (RisalahImportBanner *self)
{
  g_return_val_if_fail (RISALAH_IS_IMPORT_BANNER (self), FALSE);
  return self->running != NULL;
}
