/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job on the library's thread, so that text, marks, events and quotations are of one moment. */

#include "risalah-reading.h"

#include "risalah-reprints.h"

typedef struct
{
  gint64 source;
  char *source_uid;
  char *text_uid;
  RisalahQuery *query;
  RisalahReading *reading;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->source_uid);
  g_free (job->text_uid);
  g_clear_pointer (&job->query, risalah_query_unref);
  g_clear_pointer (&job->reading, risalah_reading_free);
  g_free (job);
}

static gboolean
load_text (RisalahConnection *connection, Job *job, RisalahReading *reading, GError **error)
{
  if (job->source == 0)
    job->source = risalah_sources_find_uid (connection, job->source_uid, error);
  if (job->source < 0)
    return FALSE;
  reading->source = risalah_sources_get (connection, job->source, error);
  if (reading->source == NULL)
    return FALSE;
  reading->text = job->text_uid != NULL
                      ? risalah_source_texts_get_by_uid (connection, job->text_uid, error)
                      : risalah_source_texts_get_current (connection, job->source, error);
  if (reading->text == NULL)
    return FALSE;
  reading->is_current = reading->text->id == reading->source->text;
  return TRUE;
}

static gboolean
load_reprints (RisalahConnection *connection, RisalahReading *reading, GError **error)
{
  g_autoptr(GArray) group = NULL;

  group = risalah_reprints_get_group (connection, reading->source->id, error);
  if (group == NULL)
    return FALSE;
  for (guint i = group->len; i > 0; i--)
    if (g_array_index (group, gint64, i - 1) == reading->source->id)
      g_array_remove_index (group, i - 1);
  reading->reprints
      = risalah_sources_get_many (connection, (const gint64 *)group->data, group->len, error);
  return reading->reprints != NULL;
}

static gboolean
load_surroundings (RisalahConnection *connection, RisalahReading *reading, GError **error)
{
  RisalahEventFilter filter = { .source = reading->source->id, .with_talk = TRUE };
  g_autoptr(GArray) events = NULL;
  g_autoptr(GArray) quotations = NULL;

  filter.review = 1 << RISALAH_REVIEW_SUGGESTED | 1 << RISALAH_REVIEW_ACCEPTED;
  reading->mentions = risalah_mentions_get (connection, reading->text->id, error);
  if (reading->mentions == NULL)
    return FALSE;
  events = risalah_events_list (connection, &filter, error);
  if (events == NULL)
    return FALSE;
  reading->events = risalah_events_get_many (connection, (const gint64 *)events->data, events->len,
                                             TRUE, error);
  quotations = reading->events != NULL
                   ? risalah_quotations_list (connection, reading->source->id, FALSE, error)
                   : NULL;
  if (quotations == NULL)
    return FALSE;
  reading->quotations = risalah_quotations_get_many (
      connection, (const gint64 *)quotations->data, quotations->len, error);
  return reading->quotations != NULL && load_reprints (connection, reading, error);
}

static gboolean
load_reading (RisalahConnection *connection,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Job *job = data;
  g_autoptr(RisalahReading) reading = g_new0 (RisalahReading, 1);

  if (!load_text (connection, job, reading, error)
      || !load_surroundings (connection, reading, error))
    return FALSE;
  if (job->query != NULL && risalah_query_has_words (job->query))
    reading->matches
        = risalah_search_get_matches (connection, job->query, reading->text->text, NULL);
  job->reading = g_steal_pointer (&reading);
  return TRUE;
}

/**
 * risalah_reading_free:
 * @self: (transfer full) (nullable): a reading
 */
void
risalah_reading_free (RisalahReading *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->source, risalah_source_unref);
  g_clear_pointer (&self->text, risalah_source_text_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->quotations, g_ptr_array_unref);
  g_clear_pointer (&self->reprints, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self);
}

/**
 * risalah_reading_load_async:
 * @library: the library
 * @source: the source's number, or 0 to go by @source_uid
 * @source_uid: (nullable): the source's UUID
 * @text_uid: (nullable): the text's UUID, %NULL for the current one
 * @query: (nullable): whose words are marked
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: (closure callback): given to @callback
 */
void
risalah_reading_load_async (RisalahLibrary *library,
                            gint64 source,
                            const char *source_uid,
                            const char *text_uid,
                            RisalahQuery *query,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Job *job;

  g_return_if_fail (RISALAH_IS_LIBRARY (library));
  g_return_if_fail (source != 0 || source_uid != NULL);

  job = g_new0 (Job, 1);
  job->source = source;
  job->source_uid = g_strdup (source_uid);
  job->text_uid = g_strdup (text_uid);
  job->query = query != NULL ? risalah_query_ref (query) : NULL;
  risalah_library_read_async (library, RISALAH_LANE_ROWS, load_reading, job, job_free, cancellable,
                              callback, user_data);
}

/**
 * risalah_reading_load_finish:
 * @library: the library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the reading
 */
RisalahReading *
risalah_reading_load_finish (RisalahLibrary *library, GAsyncResult *result, GError **error)
{
  Job *job = risalah_library_get_job_data (result);

  if (!risalah_library_read_finish (library, result, error))
    return NULL;
  return g_steal_pointer (&job->reading);
}
