/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a publication date, analyses the article again with it, and counts the dates that are
 * others now. What the analyst has decided of the article's events stays. */

#include "risalah-redating.h"

#include <string.h>

#include "risalah-events.h"
#include "risalah-importer.h"
#include "risalah-library.h"
#include "risalah-mentions.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

typedef struct
{
  RisalahLexicon *lexicon;
  gint64 source;
  char *edtf;
  int n_changed; /* the result */
} Redating;

static void
redating_free (gpointer data)
{
  Redating *self = data;

  risalah_lexicon_unref (self->lexicon);
  g_free (self->edtf);
  g_free (self);
}

/* The article as it was analysed, with what is known of it now. */
static RisalahArticle *
make_article (RisalahSourceText *text, const RisalahSource *source)
{
  RisalahArticle *article = risalah_source_text_to_article (text);

  for (guint which = 0; which < RISALAH_METADATA_N; which++)
    risalah_article_set_metadata (article, which, source->metadata[which], source->origins[which]);
  return article;
}

/* The date of @mentions at the same words, %NULL where there is none. */
static const char *
date_at (GArray *mentions, const RisalahMention *date)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (mentions, RisalahMention, i);

      if (mention->kind == RISALAH_MENTION_DATE && mention->start == date->start
          && mention->end == date->end)
        return mention->key;
    }
  return NULL;
}

static int
count_changed (GArray *before, GArray *after)
{
  int n_changed = 0;

  for (guint i = 0; i < after->len; i++)
    {
      const RisalahMention *mention = &g_array_index (after, RisalahMention, i);

      if (mention->kind == RISALAH_MENTION_DATE
          && g_strcmp0 (date_at (before, mention), mention->key) != 0)
        n_changed++;
    }
  return n_changed;
}

static gboolean
redate_in_transaction (RisalahConnection *connection,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Redating *self = data;
  g_autoptr (RisalahSource) source = NULL;
  g_autoptr (RisalahSourceText) text = NULL;
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (RisalahAnalysis) found = NULL;
  g_autoptr (GArray) before = NULL;

  if (!risalah_sources_set_metadata (connection, self->source, RISALAH_METADATA_PUBLISHED,
                                     self->edtf, error)
      || (source = risalah_sources_get (connection, self->source, error)) == NULL
      || (text = risalah_source_texts_get_current (connection, self->source, error)) == NULL
      || (before = risalah_mentions_get (connection, text->id, error)) == NULL)
    return FALSE;
  article = make_article (text, source);
  found = risalah_session_analyse (article, self->lexicon);
  self->n_changed = count_changed (before, found->mentions);
  return risalah_mentions_set (connection, text->id, found->mentions, error)
         && risalah_events_suggest (connection, text->id, found->events, error);
}

static gpointer
redate_work (RisalahSession *self, gpointer data, GError **error)
{
  Redating *redating = data;

  if (!risalah_library_write_sync (risalah_session_get_library (self), RISALAH_PRIORITY_ANALYST,
                                   redate_in_transaction, redating, NULL, error))
    return NULL;
  return g_memdup2 (&redating->n_changed, sizeof redating->n_changed);
}

static Redating *
redating_new (RisalahSession *session, gint64 source, const char *edtf)
{
  Redating *self = g_new0 (Redating, 1);

  self->lexicon = risalah_lexicon_ref (risalah_session_get_lexicon (session));
  self->source = source;
  self->edtf = g_strdup (edtf);
  return self;
}

/* -1 where there is no result. */
static int
take_count (gpointer result)
{
  g_autofree int *n_changed = result;

  return n_changed != NULL ? *n_changed : -1;
}

/**
 * risalah_session_set_published:
 * @self: a session
 * @source: the source's number in the library
 * @edtf: (nullable): when it was published, EDTF; %NULL or "" for unknown
 * @error: return location for an error
 *
 * Writes the date and resolves the article's relative dates by it, in one transaction. Suggested
 * events follow; those that the analyst has decided or dated stay as they are. Blocks.
 *
 * Returns: how many of the article's dates have another value now, -1 on an error
 */
int
risalah_session_set_published (RisalahSession *self,
                               gint64 source,
                               const char *edtf,
                               GError **error)
{
  Redating *redating;
  int n_changed;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), -1);

  redating = redating_new (self, source, edtf);
  n_changed = take_count (redate_work (self, redating, error));
  redating_free (redating);
  return n_changed;
}

/**
 * risalah_session_set_published_async:
 * @self: a session
 * @source: the source's number in the library
 * @edtf: (nullable): when it was published, EDTF
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_set_published() on a worker thread.
 */
void
risalah_session_set_published_async (RisalahSession *self,
                                     gint64 source,
                                     const char *edtf,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self));
  risalah_session_run_async (self, risalah_session_set_published_async, redate_work,
                             redating_new (self, source, edtf), redating_free, g_free, cancellable,
                             callback, user_data);
}

/**
 * risalah_session_set_published_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: how many of the article's dates have another value now, -1 on an error
 */
int
risalah_session_set_published_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self), -1);
  return take_count (
      risalah_session_run_finish (self, risalah_session_set_published_async, result, error));
}
