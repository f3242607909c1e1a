/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables "entity" and "mention". A blob is a series of varints, four a mention: its kind, the
 * characters from the start of the one before, its length, and the number of its entity. */

#include "risalah-mentions-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-blocks-private.h"
#include "risalah-connection-private.h"
#include "risalah-sources-private.h"

struct _RisalahEntities
{
  GHashTable *numbers; /* "<kind letter><key>" → id */
};

/**
 * risalah_entities_free:
 * @self: (transfer full): what a connection knows
 */
void
risalah_entities_free (RisalahEntities *self)
{
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/* The number of an entity, given one where it is new; 0 on an error. */
static gint64
take_entity (RisalahConnection *connection,
             RisalahMentionKind kind,
             const char *key,
             GError **error)
{
  char letter[2] = { (char)('A' + kind), '\0' };
  g_autofree char *known = g_strconcat (letter, key, NULL);
  gint64 id;

  if (connection->entities == NULL)
    {
      connection->entities = g_new0 (RisalahEntities, 1);
      connection->entities->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  id = (gint64)GPOINTER_TO_SIZE (g_hash_table_lookup (connection->entities->numbers, known));
  if (id != 0)
    return id;
  if (!risalah_connection_read_int64 (connection, &id, error,
                                      "SELECT id FROM entity WHERE kind = ? AND key = ?", "it",
                                      (gint64)kind, key))
    return 0;
  if (id == 0)
    {
      if (!risalah_connection_run (connection, error,
                                   "INSERT INTO entity (kind, key) VALUES (?, ?)", "it",
                                   (gint64)kind, key))
        return 0;
      id = risalah_connection_get_last_id (connection);
    }
  g_hash_table_insert (connection->entities->numbers, g_steal_pointer (&known),
                       GSIZE_TO_POINTER ((gsize)id));
  return id;
}

static GByteArray *
pack (RisalahConnection *connection, GArray *mentions, GError **error)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  gint64 start = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (mentions, RisalahMention, i);
      gint64 entity =
          take_entity (connection, mention->kind, mention->key != NULL ? mention->key : "", error);

      if (entity == 0)
        return NULL;
      g_assert (mention->start >= start && mention->end >= mention->start);
      risalah_varint_append (packed, mention->kind);
      risalah_varint_append (packed, (guint64)(mention->start - start));
      risalah_varint_append (packed, (guint64)(mention->end - mention->start));
      risalah_varint_append (packed, (guint64)entity);
      start = mention->start;
    }
  return g_steal_pointer (&packed);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The keys of a kind, sorted, each once. */
static GPtrArray *
collect_keys (GArray *mentions, RisalahMentionKind kind)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (mentions, RisalahMention, i);

      if (mention->kind == kind && mention->key != NULL && *mention->key != '\0')
        g_ptr_array_add (keys, (gpointer)mention->key);
    }
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = keys->len; i > 1; i--)
    if (strcmp (keys->pdata[i - 1], keys->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (keys, i - 1);
  return keys;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const RisalahMention *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->end < second->end) - (first->end > second->end);
}

/**
 * risalah_mentions_set:
 * @connection: a connection in a writing transaction
 * @text: a stored text
 * @mentions: (element-type RisalahMention): what it mentions; sorted by this
 * @error: return location for an error
 *
 * Returns: whether they are stored, in place of those that were there
 */
gboolean
risalah_mentions_set (RisalahConnection *connection, gint64 text, GArray *mentions, GError **error)
{
  g_autoptr (GByteArray) packed = NULL;
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  gint64 source;

  g_array_sort (mentions, compare_mentions);
  packed = pack (connection, mentions, error);
  if (packed == NULL
      || !risalah_connection_run (connection, error,
                                  "INSERT INTO mention VALUES (?, ?)"
                                  " ON CONFLICT DO UPDATE SET data = excluded.data",
                                  "ib", text, (gconstpointer)packed->data, (gsize)packed->len)
      || !risalah_connection_read_int64 (connection, &source, error,
                                         "SELECT id FROM source WHERE current_text = ?1 AND id ="
                                         " (SELECT source FROM source_text WHERE id = ?1)",
                                         "i", text))
    return FALSE;
  if (source == 0)
    return TRUE;
  countries = collect_keys (mentions, RISALAH_MENTION_COUNTRY);
  topics = collect_keys (mentions, RISALAH_MENTION_ORGANISATION);
  return risalah_sources_set_derived (connection, source, "countries", countries, error)
         && risalah_sources_set_derived (connection, source, "topics", topics, error);
}

static const char *
read_key (RisalahConnection *connection, gint64 entity, GError **error)
{
  g_autoptr (RisalahStatement) row =
      risalah_connection_query (connection, error, "SELECT key FROM entity WHERE id = ?", "i",
                                entity);

  if (row == NULL || risalah_statement_step (row, error) == RISALAH_STEP_ERROR)
    return NULL;
  return g_intern_string (risalah_statement_get_text (row, 0, NULL) != NULL
                              ? risalah_statement_get_text (row, 0, NULL)
                              : "");
}

static gboolean
unpack (RisalahConnection *connection,
        const guint8 *data,
        gsize length,
        GArray *mentions,
        GError **error)
{
  const guint8 *at = data, *end = data + length;
  gint64 start = 0;

  while (at < end)
    {
      RisalahMention mention;
      guint64 kind, distance, n_characters, entity;

      if (!risalah_varint_read (&at, end, &kind) || !risalah_varint_read (&at, end, &distance)
          || !risalah_varint_read (&at, end, &n_characters)
          || !risalah_varint_read (&at, end, &entity) || kind > RISALAH_MENTION_QUOTATION)
        {
          g_set_error_literal (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CORRUPT,
                               _ ("What was found in this source is damaged. Analyse it again."));
          return FALSE;
        }
      start += (gint64)distance;
      mention.kind = (RisalahMentionKind)kind;
      mention.start = start;
      mention.end = start + (gint64)n_characters;
      mention.key = read_key (connection, (gint64)entity, error);
      if (mention.key == NULL)
        return FALSE;
      g_array_append_val (mentions, mention);
    }
  return TRUE;
}

/**
 * risalah_mentions_get:
 * @connection: a connection
 * @text: a stored text
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahMention): what it mentions, by start;
 *   empty where it was never analysed
 */
GArray *
risalah_mentions_get (RisalahConnection *connection, gint64 text, GError **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (RisalahMention));
  g_autoptr (RisalahStatement) row = NULL;
  const guint8 *data;
  gsize length;
  RisalahStep step;

  row = risalah_connection_query (connection, error,
                                  "SELECT data FROM mention WHERE source_text = ?", "i", text);
  if (row == NULL || (step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
    return NULL;
  if (step == RISALAH_STEP_ROW)
    {
      data = risalah_statement_get_blob (row, 0, &length);
      if (data != NULL && !unpack (connection, data, length, mentions, error))
        return NULL;
    }
  return g_steal_pointer (&mentions);
}
