/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids come with the article at which each group begins; the rows follow when they are seen. */

#include "risalah-event-list.h"

#include "risalah-messages.h"

struct _RisalahEventList
{
  GObject parent_instance;

  RisalahLibrary *library;
  RisalahLazyList *list;
  RisalahEventFilter *filter;
  GHashTable *groups;   /* id of a group's first event → Group; NULL but by article */
  GHashTable *articles; /* id of an event → that of its article, likewise */
  GCancellable *running;
  guint n_undated;
  guint n_all;
  GError *error;
};

/* The events that one article tells, where they follow each other. */
typedef struct
{
  RisalahSource *article;
  guint n_events;
} Group;

typedef struct
{
  RisalahEventFilter *filter;
  GCancellable *cancellable;
  gboolean is_update;
  GArray *ids;
  GHashTable *groups;
  GHashTable *articles;
  guint n_undated;
  guint n_all;
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
  g_clear_pointer (&row->article, risalah_source_unref);
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
add_group (RisalahEventList *self, RisalahEventRow *row)
{
  const Group *group = g_hash_table_lookup (self->groups, &row->event->id);
  const gint64 *article = g_hash_table_lookup (self->articles, &row->event->id);

  row->article_id = article != NULL ? *article : 0;
  if (group == NULL)
    return;
  row->article = risalah_source_ref (group->article);
  row->n_events = group->n_events;
}

static void
rows_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahEventList) self = user_data;
  g_autoptr (GError) error = NULL;
  Load *load = risalah_library_get_job_data (result);

  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    return;
  for (guint i = 0; i < load->events->len; i++)
    {
      RisalahEventRow *row = g_new0 (RisalahEventRow, 1);

      row->event = risalah_event_copy (g_ptr_array_index (load->events, i));
      if (self->groups != NULL)
        add_group (self, row);
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
group_free (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->article, risalah_source_unref);
  g_free (group);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->groups, g_hash_table_unref);
  g_clear_pointer (&job->articles, g_hash_table_unref);
  risalah_event_filter_free (job->filter);
  g_clear_object (&job->cancellable);
  g_free (job);
}

/* A new article is a new group. */
static gboolean
find_groups (RisalahConnection *connection, Job *job, GError **error)
{
  g_autoptr (GArray) articles = risalah_events_get_articles (connection, job->ids, error);
  Group *group = NULL;

  if (articles == NULL)
    return FALSE;
  job->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, group_free);
  job->articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);
      gint64 event = g_array_index (job->ids, gint64, i);

      g_hash_table_insert (job->articles, g_memdup2 (&event, sizeof event),
                           g_memdup2 (&article, sizeof article));
      if (group == NULL || article != group->article->id)
        {
          g_autoptr (RisalahSource) source = risalah_sources_get (connection, article, error);

          if (source == NULL)
            return FALSE;
          group = g_new0 (Group, 1);
          group->article = g_steal_pointer (&source);
          g_hash_table_insert (job->groups, g_memdup2 (&event, sizeof event), group);
        }
      group->n_events++;
    }
  return TRUE;
}

/* How many more there are: those that need a date; all of them, dated or not, in a list by article
 * those of any review. */
static gboolean
count (RisalahConnection *connection, Job *job, GError **error)
{
  RisalahEventFilter undated = *job->filter, all = *job->filter;
  g_autoptr (GArray) undated_ids = NULL, all_ids = NULL;

  undated.dated = -1;
  undated.sort = all.sort = RISALAH_EVENT_SORT_DATE;
  all.review = job->filter->sort == RISALAH_EVENT_SORT_ARTICLE ? 0 : all.review;
  all.dated = 0;
  undated_ids = risalah_events_list (connection, &undated, error);
  all_ids = undated_ids != NULL ? risalah_events_list (connection, &all, error) : NULL;
  if (all_ids == NULL)
    return FALSE;
  job->n_undated = undated_ids->len;
  job->n_all = all_ids->len;
  return TRUE;
}

static gboolean
run_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->ids = risalah_events_list (connection, job->filter, error);
  return job->ids != NULL && count (connection, job, error)
         && (job->filter->sort != RISALAH_EVENT_SORT_ARTICLE
             || find_groups (connection, job, error));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahEventList) self = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);
  gboolean done = risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error);

  /* An answer may be on its way when another question is asked. */
  if (g_cancellable_is_cancelled (job->cancellable)
      || (!done && risalah_messages_was_cancelled (error)))
    return;
  g_clear_error (&self->error);
  g_clear_object (&self->running);
  if (!done)
    self->error = g_steal_pointer (&error);
  else
    {
      g_clear_pointer (&self->groups, g_hash_table_unref);
      g_clear_pointer (&self->articles, g_hash_table_unref);
      self->groups = g_steal_pointer (&job->groups);
      self->articles = g_steal_pointer (&job->articles);
      self->n_all = job->n_all;
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
  job->cancellable = g_object_ref (self->running);
  job->filter = risalah_event_filter_copy (self->filter);
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

  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->articles, g_hash_table_unref);
  g_clear_pointer (&self->filter, risalah_event_filter_free);
  g_clear_error (&self->error);
  g_clear_object (&self->list);
  g_clear_object (&self->library);

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
 * @filter: which events are wanted, and in which order; copied
 *
 * Returns: (transfer full): the events, already on their way
 */
RisalahEventList *
risalah_event_list_new (RisalahLibrary *library, const RisalahEventFilter *filter)
{
  RisalahEventList *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library) && filter != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_EVENT_LIST, NULL);
  self->library = g_object_ref (library);
  self->list = risalah_lazy_list_new (load_rows_cb, self, event_row_free);
  self->filter = risalah_event_filter_copy (filter);
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
 * @filter: which events are wanted, and in which order; copied
 */
void
risalah_event_list_set_filter (RisalahEventList *self, const RisalahEventFilter *filter)
{
  g_return_if_fail (RISALAH_IS_EVENT_LIST (self));
  g_return_if_fail (filter != NULL);

  risalah_event_filter_free (self->filter);
  self->filter = risalah_event_filter_copy (filter);
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
 * risalah_event_list_get_n_all:
 * @self: the events
 *
 * Returns: how many there would be, dated or not; in a list by article those of any review
 */
guint
risalah_event_list_get_n_all (RisalahEventList *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_LIST (self), 0);
  return self->n_all;
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
