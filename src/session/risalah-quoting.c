/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a selection in a source to a stored quotation: its words, their context, and whose words
 * the analysis takes them for. */

#include "risalah-quoting.h"

#include <glib/gi18n-lib.h>

#include "risalah-library-error.h"
#include "risalah-library.h"
#include "risalah-mentions.h"
#include "risalah-quotations.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

typedef struct
{
  gint64 source;
  char *text_uid;
  gint64 start;
  gint64 end;
  RisalahQuotation *quotation; /* the result */
} QuoteRequest;

static void
quote_request_free (gpointer data)
{
  QuoteRequest *request = data;

  g_free (request->text_uid);
  risalah_quotation_free (request->quotation);
  g_free (request);
}

/* Words that lie within speech that the analysis found are proposed as direct, by its speaker. */
static void
propose_voice (RisalahQuotation *quotation, GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (mentions, RisalahMention, i);

      if (mention->kind != RISALAH_MENTION_QUOTATION || mention->start > quotation->start
          || mention->end < quotation->end)
        continue;
      quotation->voice = RISALAH_VOICE_DIRECT;
      if (mention->key != NULL && *mention->key != '\0')
        quotation->speaker = g_strdup (mention->key);
      return;
    }
}

static RisalahSourceText *
get_text (RisalahConnection *connection, const QuoteRequest *request, GError **error)
{
  g_autoptr (RisalahSourceText) text = NULL;

  if (request->text_uid == NULL)
    return risalah_source_texts_get_current (connection, request->source, error);
  text = risalah_source_texts_get_by_uid (connection, request->text_uid, error);
  if (text == NULL)
    return NULL;
  if (text->source != request->source)
    {
      g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_NOT_FOUND,
                           _ ("The text to quote from belongs to another source; nothing was "
                              "quoted."));
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* Blanks at the ends of a span are nobody's words. */
static void
trim_span (QuoteRequest *request, const RisalahSourceText *text)
{
  if (request->start < 0 || request->end > text->n_characters || request->start >= request->end)
    return;
  for (const char *at = g_utf8_offset_to_pointer (text->text, request->start);
       request->start < request->end - 1 && g_unichar_isspace (g_utf8_get_char (at));
       at = g_utf8_next_char (at))
    request->start++;
  for (const char *at = g_utf8_offset_to_pointer (text->text, request->end - 1);
       request->end - 1 > request->start && g_unichar_isspace (g_utf8_get_char (at));
       at = g_utf8_prev_char (at))
    request->end--;
}

static gboolean
quote_in_transaction (RisalahConnection *connection,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  QuoteRequest *request = data;
  g_autoptr (RisalahSource) source = risalah_sources_get (connection, request->source, error);
  g_autoptr (RisalahSourceText) text = NULL;
  g_autoptr (GArray) mentions = NULL;
  const char *language;

  if (source == NULL)
    return FALSE;
  text = get_text (connection, request, error);
  if (text == NULL)
    return FALSE;
  trim_span (request, text);
  request->quotation =
      risalah_quotation_new (source->uid, text->uid, text->text, request->start, request->end);
  if (request->quotation == NULL)
    {
      g_set_error (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("Characters %ld to %ld are not in the text, which has %ld; nothing was quoted."),
          (long)request->start, (long)request->end, (long)text->n_characters);
      return FALSE;
    }
  mentions = risalah_mentions_get (connection, text->id, error);
  if (mentions == NULL)
    return FALSE;
  propose_voice (request->quotation, mentions);
  language = source->metadata[RISALAH_METADATA_LANGUAGE];
  for (guint i = 0; i < text->n_blocks; i++)
    if (text->blocks[i].start <= (gsize)request->start && (gsize)request->end <= text->blocks[i].end
        && text->blocks[i].language[0] != '\0')
      language = text->blocks[i].language;
  request->quotation->language = g_strdup (language);
  return risalah_quotations_add (connection, request->quotation, error) != 0;
}

static gpointer
quote_work (RisalahSession *self, gpointer data, GError **error)
{
  QuoteRequest *request = data;

  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   quote_in_transaction, request, NULL, error))
    return NULL;
  return g_steal_pointer (&request->quotation);
}

static QuoteRequest *
quote_request_new (gint64 source, const char *text_uid, gint64 start, gint64 end)
{
  QuoteRequest *request = g_new0 (QuoteRequest, 1);

  request->source = source;
  request->text_uid = g_strdup (text_uid);
  request->start = start;
  request->end = end;
  return request;
}

/**
 * risalah_session_quote:
 * @self: a session
 * @source: the source's number in the library
 * @text_uid: (nullable): UUID of the text that the span counts in; %NULL for the current one
 * @start: first character of the span
 * @end: character after the last
 *
 * Makes a quotation of the span, without blanks at its ends, and stores it. Blocks.
 *
 * Returns: (transfer full): the quotation, or %NULL with a #RisalahLibraryError
 */
RisalahQuotation *
risalah_session_quote (RisalahSession *self,
                       gint64 source,
                       const char *text_uid,
                       gint64 start,
                       gint64 end,
                       GError **error)
{
  QuoteRequest *request;
  RisalahQuotation *quotation;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), NULL);

  request = quote_request_new (source, text_uid, start, end);
  quotation = quote_work (self, request, error);
  quote_request_free (request);
  return quotation;
}

/**
 * risalah_session_quote_async:
 * @self: a session
 * @source: the source's number in the library
 * @text_uid: (nullable): UUID of the text that the span counts in; %NULL for the current one
 * @start: first character of the span
 * @end: character after the last
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_quote() on a worker thread.
 */
void
risalah_session_quote_async (RisalahSession *self,
                             gint64 source,
                             const char *text_uid,
                             gint64 start,
                             gint64 end,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_quote_async, quote_work,
                             quote_request_new (source, text_uid, start, end), quote_request_free,
                             (GDestroyNotify)risalah_quotation_free, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_quote_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the quotation, or %NULL with an error
 */
RisalahQuotation *
risalah_session_quote_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_quote_async, result, error);
}
