/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares each quotation of a brief with its source, and reads what stands behind each citation,
 * in one reading of the library. */

#include "risalah-passages.h"

#include <string.h>

#include "risalah-library.h"
#include "risalah-sentences.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

/* The clause that follows is a hint, not a page: so many characters of it at most. */
#define LONGEST_CLAUSE 240

struct _RisalahPassages
{
  GHashTable *quotations; /* uid → RisalahPassage */
  GHashTable *citations;  /* id → RisalahPassage */
};

typedef struct
{
  RisalahDocument *document;
  const RisalahLexicon *lexicon;
  RisalahConnection *connection; /* while the library is read */
  GHashTable *texts;             /* text uid → RisalahSourceText */
  GHashTable *sources;           /* source uid → RisalahSource */
  RisalahPassages *passages;
} Reading;

static void
passage_free (gpointer data)
{
  RisalahPassage *passage = data;

  g_free (passage->source);
  g_free (passage->words);
  g_free (passage->following);
  risalah_quotation_free (passage->moved);
  g_free (passage);
}

static RisalahSourceText *
find_text (Reading *reading, const char *uid)
{
  RisalahSourceText *text;

  if (uid == NULL)
    return NULL;
  text = g_hash_table_lookup (reading->texts, uid);
  if (text == NULL)
    {
      text = risalah_source_texts_get_by_uid (reading->connection, uid, NULL);
      if (text != NULL)
        g_hash_table_insert (reading->texts, g_strdup (uid), text);
    }
  return text;
}

static RisalahSource *
find_source (Reading *reading, const char *uid)
{
  RisalahSource *source = g_hash_table_lookup (reading->sources, uid);
  gint64 id;

  if (source != NULL)
    return source;
  id = risalah_sources_find_uid (reading->connection, uid, NULL);
  source = id > 0 ? risalah_sources_get (reading->connection, id, NULL) : NULL;
  if (source != NULL)
    g_hash_table_insert (reading->sources, g_strdup (uid), source);
  return source;
}

static char *
dup_name (const RisalahSource *source)
{
  const char *publisher = source->metadata[RISALAH_METADATA_PUBLISHER];

  return publisher != NULL ? g_strdup_printf ("%s · %s", source->label, publisher)
                           : g_strdup (source->label);
}

/* @length bytes of a clause, cut at a blank where they are too many. */
static char *
dup_clause (const char *text, gsize length)
{
  g_autofree char *clause = g_strndup (text, length);
  char *cut;

  g_strdelimit (clause, "\n\t", ' ');
  if (g_utf8_strlen (clause, -1) <= LONGEST_CLAUSE)
    return g_strdup (g_strchomp (clause));
  *g_utf8_offset_to_pointer (clause, LONGEST_CLAUSE) = '\0';
  cut = strrchr (clause, ' ');
  if (cut != NULL)
    *cut = '\0';
  return g_strconcat (clause, "…", NULL);
}

/* What stands behind a passage in the same paragraph: the rest of its sentence, or the next one
 * where the passage ends with its sentence. */
static char *
dup_following (const RisalahLexicon *lexicon, const char *text, gint64 end)
{
  const char *from = g_utf8_offset_to_pointer (text, end), *begin = from;
  const char *stop = strchr (from, '\n');
  RisalahSentences sentences;
  gsize first, last;

  while (begin > text && begin[-1] != '\n')
    begin--;
  if (stop == NULL)
    stop = from + strlen (from);
  risalah_sentences_init (&sentences, begin, stop - begin, lexicon);
  while (risalah_sentences_next (&sentences, &first, &last))
    {
      const char *at = MAX (begin + first, from);

      /* The marks and the comma that end the passage say nothing. */
      while (at < begin + last && !g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at < begin + last)
        return dup_clause (at, begin + last - at);
    }
  return NULL;
}

static void
read_words (Reading *reading, RisalahPassage *passage, const char *text, gint64 start, gint64 end)
{
  passage->words = g_utf8_substring (text, start, end);
  passage->following = dup_following (reading->lexicon, text, end);
}

/* The quotation with its words at @start of @text. */
static RisalahQuotation *
move_quotation (const RisalahQuotation *quotation, const RisalahSourceText *text, gint64 start)
{
  gint64 end = start + g_utf8_strlen (quotation->exact, -1);
  g_autoptr (RisalahQuotation) there =
      risalah_quotation_new (quotation->source_uid, text->uid, text->text, start, end);
  RisalahQuotation *moved = risalah_quotation_copy (quotation);

  g_free (moved->text_uid);
  g_free (moved->prefix);
  g_free (moved->suffix);
  moved->text_uid = g_steal_pointer (&there->text_uid);
  moved->prefix = g_steal_pointer (&there->prefix);
  moved->suffix = g_steal_pointer (&there->suffix);
  moved->start = start;
  moved->end = end;
  return moved;
}

/* Words that are not in the text they were taken from may stand in the source's newer one. */
static gboolean
find_in_current (Reading *reading,
                 const RisalahSource *source,
                 const RisalahQuotation *quotation,
                 RisalahPassage *passage)
{
  g_autoptr (RisalahSourceText) current =
      risalah_source_texts_get_current (reading->connection, source->id, NULL);
  RisalahVerdict verdict;
  gint64 start = quotation->start;

  if (current == NULL || g_strcmp0 (current->uid, quotation->text_uid) == 0)
    return FALSE;
  verdict = risalah_quotation_verify (quotation, current->text, &start);
  if (verdict != RISALAH_VERDICT_EXACT && verdict != RISALAH_VERDICT_MOVED)
    return FALSE;
  passage->verdict = RISALAH_VERDICT_MOVED;
  passage->moved = move_quotation (quotation, current, start);
  read_words (reading, passage, current->text, start, passage->moved->end);
  return TRUE;
}

static void
read_quotation (Reading *reading, const RisalahQuotation *quotation)
{
  RisalahPassage *passage = g_new0 (RisalahPassage, 1);
  RisalahSource *source = find_source (reading, quotation->source_uid);
  RisalahSourceText *text = find_text (reading, quotation->text_uid);
  gint64 start = quotation->start;

  g_hash_table_replace (reading->passages->quotations, g_strdup (quotation->uid), passage);
  passage->source = source != NULL ? dup_name (source) : NULL;
  passage->verdict = risalah_quotation_verify (quotation, text != NULL ? text->text : NULL, &start);
  if (passage->verdict == RISALAH_VERDICT_MOVED)
    passage->moved = move_quotation (quotation, text, start);
  if (passage->verdict == RISALAH_VERDICT_EXACT || passage->verdict == RISALAH_VERDICT_MOVED)
    read_words (reading, passage, text->text, start, start + g_utf8_strlen (quotation->exact, -1));
  else if (source != NULL)
    find_in_current (reading, source, quotation, passage);
}

static void
read_citation (Reading *reading, const RisalahCitationAtom *citation)
{
  RisalahPassage *passage = g_new0 (RisalahPassage, 1);
  RisalahSource *source = find_source (reading, citation->source_uid);
  RisalahSourceText *text = find_text (reading, citation->text_uid);

  g_hash_table_replace (reading->passages->citations, g_strdup (citation->id), passage);
  passage->source = source != NULL ? dup_name (source) : NULL;
  if (citation->start < 0)
    return;
  if (text == NULL || citation->end > text->n_characters)
    passage->verdict = RISALAH_VERDICT_UNREADABLE;
  else
    read_words (reading, passage, text->text, citation->start, citation->end);
}

static gboolean
read_mark_cb (RisalahDocument *document,
              const RisalahPosition *at,
              const RisalahMark *mark,
              gpointer user_data)
{
  if (mark->kind == RISALAH_MARK_QUOTATION)
    read_quotation (user_data, risalah_quotation_use_get_quotation (mark->quotation));
  else if (mark->kind == RISALAH_MARK_CITATION)
    read_citation (user_data, mark->citation);
  return TRUE;
}

static gboolean
read_in_transaction (RisalahConnection *connection,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Reading *reading = data;

  reading->connection = connection;
  risalah_document_foreach_mark (reading->document, read_mark_cb, reading);
  return TRUE;
}

static void
passages_clear (gpointer data)
{
  RisalahPassages *self = data;

  g_hash_table_unref (self->quotations);
  g_hash_table_unref (self->citations);
}

static RisalahPassages *
passages_new (void)
{
  RisalahPassages *self = g_atomic_rc_box_new0 (RisalahPassages);

  self->quotations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, passage_free);
  self->citations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, passage_free);
  return self;
}

static gpointer
read_work (RisalahSession *self, gpointer data, GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify)risalah_source_text_unref);
  g_autoptr (GHashTable) sources =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)risalah_source_unref);
  g_autoptr (RisalahPassages) passages = passages_new ();
  Reading reading = { data, risalah_session_get_lexicon (self), NULL, texts, sources, passages };

  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  read_in_transaction, &reading, NULL, error))
    return NULL;
  return g_steal_pointer (&passages);
}

/**
 * risalah_passages_ref:
 * @self: passages
 *
 * Returns: (transfer full): @self
 */
RisalahPassages *
risalah_passages_ref (RisalahPassages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * risalah_passages_unref:
 * @self: (transfer full): passages
 */
void
risalah_passages_unref (RisalahPassages *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, passages_clear);
}

/**
 * risalah_passages_find_quotation:
 * @self: passages
 * @uid: a quotation's uid
 *
 * Returns: (transfer none) (nullable): what its source holds, %NULL where it was not read
 */
const RisalahPassage *
risalah_passages_find_quotation (const RisalahPassages *self, const char *uid)
{
  g_return_val_if_fail (self != NULL && uid != NULL, NULL);

  return g_hash_table_lookup (self->quotations, uid);
}

/**
 * risalah_passages_find_citation:
 * @self: passages
 * @id: a citation's id
 *
 * Returns: (transfer none) (nullable): what its source holds, %NULL where it was not read
 */
const RisalahPassage *
risalah_passages_find_citation (const RisalahPassages *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->citations, id);
}

/**
 * risalah_passages_count_not_exact:
 * @self: passages
 *
 * Returns: how many quotations do not stand in their sources as quoted
 */
guint
risalah_passages_count_not_exact (const RisalahPassages *self)
{
  GHashTableIter iter;
  gpointer passage;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  g_hash_table_iter_init (&iter, self->quotations);
  while (g_hash_table_iter_next (&iter, NULL, &passage))
    n += ((const RisalahPassage *)passage)->verdict != RISALAH_VERDICT_EXACT;
  return n;
}

/**
 * risalah_session_read_passages:
 * @self: a session
 * @document: a brief's document
 *
 * Reads what the sources hold where the document quotes and cites them. Blocks.
 *
 * Returns: (transfer full): the passages, or %NULL with an error
 */
RisalahPassages *
risalah_session_read_passages (RisalahSession *self, RisalahDocument *document, GError **error)
{
  g_return_val_if_fail (RISALAH_IS_SESSION (self) && document != NULL, NULL);

  return read_work (self, document, error);
}

/**
 * risalah_session_read_passages_async:
 * @self: a session
 * @document: a brief's document
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_read_passages() on a worker thread.
 */
void
risalah_session_read_passages_async (RisalahSession *self,
                                     RisalahDocument *document,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL);
  risalah_session_run_async (self, risalah_session_read_passages_async, read_work,
                             risalah_document_ref (document),
                             (GDestroyNotify)risalah_document_unref,
                             (GDestroyNotify)risalah_passages_unref, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_read_passages_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the passages, or %NULL with an error
 */
RisalahPassages *
risalah_session_read_passages_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_read_passages_async, result, error);
}
