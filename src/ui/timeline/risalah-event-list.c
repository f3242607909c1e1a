/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids come with the row at which each year begins; the rows follow when they are seen. */

#include "risalah-event-list.h"

#include <glib/gi18n.h>

#include "risalah-messages.h"

struct _RisalahEventList
{
  GObject parent_instance;

  RisalahLibrary *library;
  RisalahLazyList *list;
  RisalahEventFilter filter;
  char *country;
  char *kind;
  GHashTable *headings; /* id of a year's first event → heading */
  GCancellable *running;
  guint n_undated;
  GError *error;
};

typedef struct
{
  RisalahEventFilter filter;
  char *country;
  char *kind;
  gboolean is_update;
  GArray *ids;
  GHashTable *headings;
  guint n_undated;
} Job;

typedef struct
{
  gint64 *ids;
  guint n_ids;
  GPtrArray *events;
} Load;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RisalahEventList, risalah_event_list, G_TYPE_OBJECT)

/* --- rows -------------------------------------------------------------------------------- */

static void
event_row_free (gpointer data)
{
  RisalahEventRow *row = data;

  risalah_event_free (row->event);
  g_free (row->heading);
  g_free (row);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->events, g_ptr_array_unref);
  g_free (load->ids);
  g_free (load);
}

static gboolean
load_rows (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;

  load->events = risalah_events_get_many (connection, load->ids, load->n_ids, TRUE, error);
  return load->events != NULL;
}

static void
rows_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(RisalahEventList) self = user_data;
  g_autoptr(GError) error = NULL;
  Load *load = risalah_library_get_job_data (result);

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    return;
  for (guint i = 0; i < load->events->len; i++)
    {
      RisalahEventRow *row = g_new0 (RisalahEventRow, 1);

      row->event = risalah_event_copy (g_ptr_array_index (load->events, i));
      if (self->headings != NULL)
        row->heading = g_strdup (g_hash_table_lookup (self->headings, &row->event->id));
      risalah_lazy_list_take_row (self->list, row->event->id, row);
    }
}

static void
load_rows_cb (RisalahLazyList *list, const gint64 *ids, guint n_ids, gpointer data)
{
  RisalahEventList *self = data;
  Load *load = g_new0 (Load, 1);

  load->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  load->n_ids = n_ids;
  risalah_library_read_async (self->library, RISALAH_LANE_ROWS, load_rows, load, load_free, NULL,
                              rows_loaded_cb, g_object_ref (self));
}

/* --- ids --------------------------------------------------------------------------------- */

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->headings, g_hash_table_unref);
  g_free (job->country);
  g_free (job->kind);
  g_free (job);
}

static void
set_heading (Job *job, gint64 id, const char *heading)
{
  g_hash_table_insert (job->headings, g_memdup2 (&id, sizeof id), g_strdup (heading));
}

/* Dated events come first, by first day: a new year is a new heading. */
static gboolean
find_headings (RisalahConnection *connection, Job *job, GError **error)
{
  g_autoptr(GPtrArray) events = risalah_events_get_many (
      connection, (const gint64 *)job->ids->data, job->ids->len, FALSE, error);
  g_autofree char *last = NULL;

  if (events == NULL)
    return FALSE;
  job->headings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (events, i);
      g_autofree char *heading = NULL;
      gint64 day = event->has_earliest ? event->earliest : event->latest;
      gint64 year;
      int month, day_of_month;

      if (event->has_earliest || event->has_latest)
        {
          risalah_day_to_date (day, &year, &month, &day_of_month);
          heading = g_strdup_printf ("%" G_GINT64_FORMAT, year);
        }
      else
        {
          heading = g_strdup (_ ("Needs a Date"));
          job->n_undated++;
        }
      if (g_strcmp0 (heading, last) != 0)
        set_heading (job, event->id, heading);
      g_free (last);
      last = g_steal_pointer (&heading);
    }
  return TRUE;
}

static gboolean
run_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->filter.country = job->country;
  job->filter.kind = job->kind;
  job->ids = risalah_events_list (connection, &job->filter, error);
  return job->ids != NULL && find_headings (connection, job, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(RisalahEventList) self = user_data;
  g_autoptr(GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);
  gboolean done = risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error);

  if (!done && risalah_messages_was_cancelled (error))
    return;
  g_clear_error (&self->error);
  g_clear_object (&self->running);
  if (!done)
    self->error = g_steal_pointer (&error);
  else
    {
      g_clear_pointer (&self->headings, g_hash_table_unref);
      self->headings = g_steal_pointer (&job->headings);
      self->n_undated = job->n_undated;
      if (job->is_update)
        risalah_lazy_list_update (self->list, job->ids);
      else
        risalah_lazy_list_replace (self->list, job->ids);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (RisalahEventList *self, gboolean is_update)
{
  Job *job = g_new0 (Job, 1);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  job->filter = self->filter;
  job->country = g_strdup (self->country);
  job->kind = g_strdup (self->kind);
  job->is_update = is_update;
  risalah_library_read_async (self->library, RISALAH_LANE_SEARCH, run_job, job, job_free,
                              self->running, listed_cb, g_object_ref (self));
}

static void
events_changed_cb (RisalahEventList *self)
{
  start (self, TRUE);
}

/* --- the object -------------------------------------------------------------------------- */

static void
risalah_event_list_dispose (GObject *object)
{
  RisalahEventList *self = RISALAH_EVENT_LIST (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  if (self->list != NULL)
    risalah_lazy_list_replace (self->list, NULL);

  G_OBJECT_CLASS (risalah_event_list_parent_class)->dispose (object);
}

static void
risalah_event_list_finalize (GObject *object)
{
  RisalahEventList *self = RISALAH_EVENT_LIST (object);

  g_clear_pointer (&self->headings, g_hash_table_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->list);
  g_clear_object (&self->library);
  g_free (self->country);
  g_free (self->kind);

  G_OBJECT_CLASS (risalah_event_list_parent_class)->finalize (object);
}

static void
risalah_event_list_class_init (RisalahEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = risalah_event_list_dispose;
  object_class->finalize = risalah_event_list_finalize;

  /**
   * RisalahEventList::changed:
   *
   * Other events stand in the list, or an error instead.
   */
  signals[CHANGED] = g_signal_new ("changed", RISALAH_TYPE_EVENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
risalah_event_list_init (RisalahEventList *self)
{
}

/**
 * risalah_event_list_new:
 * @library: the library
 *
 * Returns: (transfer full): accepted and suggested events, already on their way
 */
RisalahEventList *
risalah_event_list_new (RisalahLibrary *library)
{
  RisalahEventList *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);

  self = g_object_new (RISALAH_TYPE_EVENT_LIST, NULL);
  self->library = g_object_ref (library);
  self->list = risalah_lazy_list_new (load_rows_cb, self, event_row_free);
  self->filter.review = 1 << RISALAH_REVIEW_ACCEPTED | 1 << RISALAH_REVIEW_SUGGESTED;
  g_signal_connect_object (library, "events-changed", G_CALLBACK (events_changed_cb), self,
                           G_CONNECT_SWAPPED);
  start (self, FALSE);
  return self;
}

/**
 * risalah_event_list_get_list:
 * @self: the events
 *
 * Returns: (transfer none): the list; its rows are #RisalahEventRow
 */
RisalahLazyList *
risalah_event_list_get_list (RisalahEventList *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_LIST (self), NULL);
  return self->list;
}

/**
 * risalah_event_list_set_filter:
 * @self: the events
 * @filter: which events are wanted; copied
 */
void
risalah_event_list_set_filter (RisalahEventList *self, const RisalahEventFilter *filter)
{
  g_return_if_fail (RISALAH_IS_EVENT_LIST (self));
  g_return_if_fail (filter != NULL && filter->sources == NULL);

  self->filter = *filter;
  g_free (self->country);
  g_free (self->kind);
  self->country = g_strdup (filter->country);
  self->kind = g_strdup (filter->kind);
  start (self, FALSE);
}

/**
 * risalah_event_list_get_n_undated:
 * @self: the events
 *
 * Returns: how many of them need a date
 */
guint
risalah_event_list_get_n_undated (RisalahEventList *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_LIST (self), 0);
  return self->n_undated;
}

/**
 * risalah_event_list_get_error:
 * @self: the events
 *
 * Returns: (transfer none) (nullable): why they could not be listed
 */
const GError *
risalah_event_list_get_error (RisalahEventList *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_LIST (self), NULL);
  return self->error;
}
