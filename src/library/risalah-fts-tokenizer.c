/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokenizer of the full-text index, the only file that knows FTS5's interface for it ("SQLite
 * FTS5 Extension", section 7.1). A document gives each word's folded form, with its stems at the
 * same position, and the joined form of a term of two words ("kerja sama": kerjasama) at its
 * second. A query gives a word's stems; a prefix, or words after a mark, the form that is written.
 */

#include "risalah-fts-tokenizer-private.h"

#include <string.h>

#include "risalah-words.h"

typedef int (*TokenFunc) (void *, int, const char *, int, int, int);

/* What one call hands on to FTS5. */
typedef struct
{
  RisalahStemmer *stemmer;
  void *context;
  TokenFunc token;
  const RisalahWord *word;
} Output;

static int
put (const Output *output, int flags, const char *text, gsize length)
{
  return output->token (output->context, flags, text, (int)length, (int)output->word->start,
                        (int)output->word->end);
}

/* The written form, then what it also is. */
static int
put_document_word (const Output *output, const char *previous, gsize previous_length)
{
  const RisalahWord *word = output->word;
  const char *joined = NULL;
  RisalahStems stems;
  int code = put (output, 0, word->folded, word->folded_length);

  risalah_stemmer_stem (output->stemmer, word->folded, word->folded_length, &stems);
  for (guint i = 0; i < stems.n && code == SQLITE_OK; i++)
    code = put (output, FTS5_TOKEN_COLOCATED, stems.text[i], stems.length[i]);
  if (code == SQLITE_OK && previous_length > 0)
    joined = risalah_stemmer_join (output->stemmer, previous, previous_length, word->folded,
                                   word->folded_length);
  if (joined != NULL)
    code = put (output, FTS5_TOKEN_COLOCATED, joined, strlen (joined));
  return code;
}

static int
put_query_word (const Output *output)
{
  const RisalahWord *word = output->word;
  RisalahStems stems;
  int code = SQLITE_OK;

  risalah_stemmer_stem (output->stemmer, word->folded, word->folded_length, &stems);
  if (stems.n == 0)
    return put (output, 0, word->folded, word->folded_length);
  for (guint i = 0; i < stems.n && code == SQLITE_OK; i++)
    code = put (output, i > 0 ? FTS5_TOKEN_COLOCATED : 0, stems.text[i], stems.length[i]);
  return code;
}

static int
tokenize_cb (Fts5Tokenizer *tokenizer,
             void *context,
             int flags,
             const char *text,
             int length,
             TokenFunc token)
{
  RisalahConnection *connection = (RisalahConnection *)tokenizer;
  gboolean query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  gboolean surface = query
                     && ((flags & FTS5_TOKENIZE_PREFIX) != 0
                         || (length > 0 && text[0] == RISALAH_SURFACE_MARK[0]));
  char previous[RISALAH_WORD_MAX_LENGTH + 1];
  gsize previous_length = 0;
  RisalahWords words;
  RisalahWord word;
  Output output = { risalah_connection_get_stemmer (connection, NULL), context, token, &word };
  int code = SQLITE_OK;

  if (output.stemmer == NULL)
    return SQLITE_ERROR;
  risalah_words_init (&words, text, length);
  while (code == SQLITE_OK && risalah_words_next (&words, &word))
    if (surface)
      code = put (&output, 0, word.folded, word.folded_length);
    else if (query)
      code = put_query_word (&output);
    else
      {
        code = put_document_word (&output, previous, previous_length);
        memcpy (previous, word.folded, word.folded_length + 1);
        previous_length = word.folded_length;
      }
  return code;
}

/* A tokenizer has no state of its own: the stemmer is the connection's. */
static int
create_cb (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  *tokenizer = data;
  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
}

/**
 * risalah_fts_get_api:
 * @connection: a connection
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): FTS5's interface
 */
fts5_api *
risalah_fts_get_api (RisalahConnection *connection, GError **error)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int code = sqlite3_prepare_v2 (connection->handle, "SELECT fts5 (?)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (api == NULL)
    risalah_connection_set_error (connection, SQLITE_ERROR, error);
  return api;
}

/**
 * risalah_fts_tokenizer_register:
 * @connection: a connection
 * @error: return location for an error
 *
 * Makes the tokenizer known to the connection as "risalah".
 *
 * Returns: whether it is
 */
gboolean
risalah_fts_tokenizer_register (RisalahConnection *connection, GError **error)
{
  fts5_tokenizer functions = { create_cb, delete_cb, tokenize_cb };
  fts5_api *api = risalah_fts_get_api (connection, error);
  int code;

  if (api == NULL)
    return FALSE;
  code = api->xCreateTokenizer (api, "risalah", connection, &functions, NULL);
  if (code != SQLITE_OK)
    risalah_connection_set_error (connection, code, error);
  return code == SQLITE_OK;
}
