/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job on the library's thread, so that text, marks, events and quotations are of one moment. */

#include "risalah-open-source.h"

#include "risalah-reprints.h"

typedef struct
{
  gint64 source;
  char *source_uid;
  char *text_uid;
  gint64 text;
  RisalahQuery *query;
  RisalahOpenSource *open;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->source_uid);
  g_free (job->text_uid);
  g_clear_pointer (&job->query, risalah_query_unref);
  g_clear_pointer (&job->open, risalah_open_source_free);
  g_free (job);
}

static gboolean
load_text (RisalahConnection *connection, Job *job, RisalahOpenSource *open, GError **error)
{
  if (job->source == 0)
    job->source = risalah_sources_find_uid (connection, job->source_uid, error);
  if (job->source < 0)
    return FALSE;
  open->source = risalah_sources_get (connection, job->source, error);
  if (open->source == NULL)
    return FALSE;
  if (job->text != 0)
    open->text = risalah_source_texts_get (connection, job->text, error);
  else if (job->text_uid != NULL)
    open->text = risalah_source_texts_get_by_uid (connection, job->text_uid, error);
  else
    open->text = risalah_source_texts_get_current (connection, job->source, error);
  if (open->text == NULL)
    return FALSE;
  open->is_current = open->text->id == open->source->text;
  return TRUE;
}

static gboolean
load_reprints (RisalahConnection *connection, RisalahOpenSource *open, GError **error)
{
  g_autoptr (GArray) group = NULL;

  group = risalah_reprints_get_group (connection, open->source->id, error);
  if (group == NULL)
    return FALSE;
  for (guint i = group->len; i > 0; i--)
    if (g_array_index (group, gint64, i - 1) == open->source->id)
      g_array_remove_index (group, i - 1);
  open->reprints
      = risalah_sources_get_many (connection, (const gint64 *)group->data, group->len, error);
  return open->reprints != NULL;
}

static gboolean
load_surroundings (RisalahConnection *connection, RisalahOpenSource *open, GError **error)
{
  RisalahEventFilter filter = { .source = open->source->id, .with_talk = TRUE };
  g_autoptr (GArray) events = NULL;
  g_autoptr (GArray) quotations = NULL;

  filter.review = 1 << RISALAH_REVIEW_SUGGESTED | 1 << RISALAH_REVIEW_ACCEPTED;
  open->mentions = risalah_mentions_get (connection, open->text->id, error);
  if (open->mentions == NULL)
    return FALSE;
  events = risalah_events_list (connection, &filter, error);
  if (events == NULL)
    return FALSE;
  open->events = risalah_events_get_many (connection, (const gint64 *)events->data, events->len,
                                             TRUE, error);
  quotations = open->events != NULL
                   ? risalah_quotations_list (connection, open->source->id, FALSE, error)
                   : NULL;
  if (quotations == NULL)
    return FALSE;
  open->quotations = risalah_quotations_get_many (
      connection, (const gint64 *)quotations->data, quotations->len, error);
  open->dossiers = open->quotations != NULL
                       ? risalah_dossiers_list_of (connection, open->source->id, error)
                       : NULL;
  return open->dossiers != NULL && load_reprints (connection, open, error);
}

static gboolean
load_source (RisalahConnection *connection,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Job *job = data;
  g_autoptr (RisalahOpenSource) open = g_new0 (RisalahOpenSource, 1);

  if (!load_text (connection, job, open, error)
      || !load_surroundings (connection, open, error))
    return FALSE;
  if (job->query != NULL && risalah_query_has_words (job->query))
    open->matches
        = risalah_search_get_matches (connection, job->query, open->text->text, NULL);
  job->open = g_steal_pointer (&open);
  return TRUE;
}

/**
 * risalah_open_source_free:
 * @self: (transfer full) (nullable): a reading
 */
void
risalah_open_source_free (RisalahOpenSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->source, risalah_source_unref);
  g_clear_pointer (&self->text, risalah_source_text_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->quotations, g_ptr_array_unref);
  g_clear_pointer (&self->reprints, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self);
}

/**
 * risalah_open_source_load_async:
 * @library: the library
 * @source: the source's number, or 0 to go by @source_uid
 * @source_uid: (nullable): the source's UUID
 * @text: the text's number, or 0 to go by @text_uid
 * @text_uid: (nullable): the text's UUID, %NULL for the current one
 * @query: (nullable): whose words are marked
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: (closure callback): given to @callback
 */
void
risalah_open_source_load_async (RisalahLibrary *library,
                            gint64 source,
                            const char *source_uid,
                            gint64 text,
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
  job->text = text;
  job->text_uid = g_strdup (text_uid);
  job->query = query != NULL ? risalah_query_ref (query) : NULL;
  risalah_library_read_async (library, RISALAH_LANE_ROWS, load_source, job, job_free, cancellable,
                              callback, user_data);
}

/**
 * risalah_open_source_load_finish:
 * @library: the library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the reading
 */
RisalahOpenSource *
risalah_open_source_load_finish (RisalahLibrary *library, GAsyncResult *result, GError **error)
{
  Job *job = risalah_library_get_job_data (result);

  if (!risalah_library_read_finish (library, result, error))
    return NULL;
  return g_steal_pointer (&job->open);
}
