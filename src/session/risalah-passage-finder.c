/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event is quoted by the words that tell it, a search hit by the sentence that matched first. */

#include "risalah-passage-finder.h"

#include <glib/gi18n-lib.h>

#include "risalah-events.h"
#include "risalah-library-error.h"
#include "risalah-library.h"
#include "risalah-quoting.h"
#include "risalah-search.h"
#include "risalah-sentences.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

typedef struct
{
  const RisalahLexicon *lexicon;
  gint64 event; /* 0 where a source is searched */
  gint64 source;
  RisalahQuery *query; /* (nullable) */
  gboolean store;
  RisalahQuotation *passage; /* the result */
} FindRequest;

static void
find_request_free (gpointer data)
{
  FindRequest *request = data;

  g_clear_pointer (&request->query, risalah_query_unref);
  risalah_quotation_free (request->passage);
  g_free (request);
}

/* The words that tell what happened, else the first evidence there is. */
static const RisalahEvidence *
find_telling (const RisalahEvent *event)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (g_strcmp0 (evidence->field, "trigger") == 0)
        return evidence;
    }
  return event->evidence->len > 0 ? g_ptr_array_index (event->evidence, 0) : NULL;
}

static RisalahQuotation *
take_span (RisalahConnection *connection,
           gint64 source,
           const RisalahSourceText *text,
           gint64 start,
           gint64 end,
           GError **error)
{
  g_autoptr (RisalahSource) owner = risalah_sources_get (connection, source, error);

  return owner != NULL ? risalah_quotation_new (owner->uid, text->uid, text->text, start, end)
                       : NULL;
}

static RisalahQuotation *
find_evidence (RisalahConnection *connection, FindRequest *request, GError **error)
{
  g_autoptr (GPtrArray) events =
      risalah_events_get_many (connection, &request->event, 1, TRUE, error);
  const RisalahEvidence *evidence;
  g_autoptr (RisalahSourceText) text = NULL;

  if (events == NULL)
    return NULL;
  evidence = events->len > 0 ? find_telling (g_ptr_array_index (events, 0)) : NULL;
  if (evidence == NULL)
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
                           _ ("This event has no evidence that could be quoted."));
      return NULL;
    }
  text = risalah_source_texts_get (connection, evidence->text, error);
  if (text == NULL)
    return NULL;
  request->source = evidence->source;
  return take_span (connection, evidence->source, text, evidence->start, evidence->end, error);
}

/* The sentence around a character of a text, in characters. */
static void
find_sentence (const RisalahLexicon *lexicon,
               const char *text,
               gint64 at,
               gint64 *start,
               gint64 *end)
{
  const char *place = g_utf8_offset_to_pointer (text, at), *begin = place;
  const char *stop = strchr (place, '\n');
  RisalahSentences sentences;
  gsize first, last;

  while (begin > text && begin[-1] != '\n')
    begin--;
  if (stop == NULL)
    stop = place + strlen (place);
  *start = g_utf8_pointer_to_offset (text, begin);
  *end = g_utf8_pointer_to_offset (text, stop);
  risalah_sentences_init (&sentences, begin, stop - begin, lexicon);
  while (risalah_sentences_next (&sentences, &first, &last))
    if (begin + first <= place && place < begin + last)
      {
        *start = g_utf8_pointer_to_offset (text, begin + first);
        *end = *start + g_utf8_strlen (begin + first, last - first);
        return;
      }
}

/* The first match below the headline, which is seldom what is quoted; else the first one. */
static const RisalahMatch *
choose_match (GArray *matches, const RisalahSourceText *text)
{
  const RisalahMatch *first = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const RisalahMatch *match = &g_array_index (matches, RisalahMatch, i);

      if (first == NULL)
        first = match;
      for (guint j = 0; j < text->n_blocks; j++)
        if (text->blocks[j].type != RISALAH_BLOCK_HEADING && !text->blocks[j].dropped
            && text->blocks[j].start <= (gsize)match->start
            && (gsize)match->start < text->blocks[j].end)
          return match;
    }
  return first;
}

static RisalahQuotation *
find_match (RisalahConnection *connection, FindRequest *request, GError **error)
{
  g_autoptr (RisalahSourceText) text =
      risalah_source_texts_get_current (connection, request->source, error);
  g_autoptr (GArray) matches = NULL;
  const RisalahMatch *match;
  gint64 start, end;

  if (text == NULL)
    return NULL;
  matches = risalah_search_get_matches (connection, request->query, text->text, error);
  if (matches == NULL)
    return NULL;
  match = choose_match (matches, text);
  if (match == NULL)
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
                           _ ("None of the words searched for stands in this text."));
      return NULL;
    }
  find_sentence (request->lexicon, text->text, match->start, &start, &end);
  return take_span (connection, request->source, text, start, end, error);
}

static gboolean
find_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  FindRequest *request = data;

  request->passage = request->query != NULL ? find_match (connection, request, error)
                                            : find_evidence (connection, request, error);
  return request->passage != NULL;
}

static gpointer
find_work (RisalahSession *self, gpointer data, GError **error)
{
  FindRequest *request = data;

  request->lexicon = risalah_session_get_lexicon (self);
  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  find_in_transaction, request, NULL, error))
    return NULL;
  if (request->store)
    return risalah_session_quote (self, request->source, request->passage->text_uid,
                                  request->passage->start, request->passage->end, error);
  return g_steal_pointer (&request->passage);
}

static FindRequest *
find_request_new (gint64 event, gint64 source, RisalahQuery *query, gboolean store)
{
  FindRequest *request = g_new0 (FindRequest, 1);

  request->event = event;
  request->source = source;
  request->query = query != NULL ? risalah_query_ref (query) : NULL;
  request->store = store;
  return request;
}

static RisalahQuotation *
find_sync (RisalahSession *self, FindRequest *request, GError **error)
{
  RisalahQuotation *passage = find_work (self, request, error);

  find_request_free (request);
  return passage;
}

/**
 * risalah_session_find_evidence:
 * @self: a session
 * @event: an event's number in the library
 * @store: whether the passage is stored as a quotation, or only cited
 *
 * Takes the words that tell the event. Blocks.
 *
 * Returns: (transfer full): the passage, or %NULL with an error
 */
RisalahQuotation *
risalah_session_find_evidence (RisalahSession *self, gint64 event, gboolean store, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  return find_sync (self, find_request_new (event, 0, NULL, store), error);
}

/**
 * risalah_session_find_evidence_async:
 * @self: a session
 * @event: an event's number in the library
 * @store: whether the passage is stored as a quotation
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_find_evidence() on a worker thread, ended by
 * risalah_session_find_passage_finish().
 */
void
risalah_session_find_evidence_async (RisalahSession *self,
                                     gint64 event,
                                     gboolean store,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_find_passage_finish, find_work,
                             find_request_new (event, 0, NULL, store), find_request_free,
                             (GDestroyNotify)risalah_quotation_free, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_find_match:
 * @self: a session
 * @source: a source's number in the library
 * @query: what was searched for
 * @store: whether the passage is stored as a quotation, or only cited
 *
 * Takes the sentence of the source's current text that matched first. Blocks.
 *
 * Returns: (transfer full): the passage, or %NULL with an error
 */
RisalahQuotation *
risalah_session_find_match (RisalahSession *self,
                            gint64 source,
                            RisalahQuery *query,
                            gboolean store,
                            GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self) && query != NULL, NULL);

  return find_sync (self, find_request_new (0, source, query, store), error);
}

/**
 * risalah_session_find_match_async:
 * @self: a session
 * @source: a source's number in the library
 * @query: what was searched for
 * @store: whether the passage is stored as a quotation
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_find_match() on a worker thread, ended by
 * risalah_session_find_passage_finish().
 */
void
risalah_session_find_match_async (RisalahSession *self,
                                  gint64 source,
                                  RisalahQuery *query,
                                  gboolean store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && query != NULL);
  risalah_session_run_async (self, risalah_session_find_passage_finish, find_work,
                             find_request_new (0, source, query, store), find_request_free,
                             (GDestroyNotify)risalah_quotation_free, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_find_passage_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the passage, or %NULL with an error
 */
RisalahQuotation *
risalah_session_find_passage_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_find_passage_finish, result, error);
}
