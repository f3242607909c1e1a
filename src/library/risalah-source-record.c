/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of a source, and how one is read: many rows at once for a list that scrolls. */

#include <string.h>

#include "risalah-connection-private.h"
#include "risalah-sources.h"

G_DEFINE_BOXED_TYPE (RisalahSource, risalah_source, risalah_source_ref, risalah_source_unref)

#define ROW_SQL                                                                                    \
  "SELECT s.id, s.uid, s.current_text, s.label, s.title, s.byline, p.name, s.place, s.published,"  \
  " s.url, s.language, s.type, s.agency, s.origins, s.title_translated, s.accessed, s.earliest,"   \
  " s.latest, coalesce (s.reliability, p.reliability), s.reliability IS NULL, s.notes, "           \
  "s.countries,"                                                                                   \
  " s.kinds, s.topics, s.reprint_group, s.words, s.created_at, s.modified_at, s.deleted_at,"       \
  " (SELECT count (*) FROM source_text t WHERE t.source = s.id)"                                   \
  " FROM source s LEFT JOIN publisher p ON p.id = s.publisher WHERE s.id = ?"

enum
{
  COLUMN_ID,
  COLUMN_UID,
  COLUMN_TEXT,
  COLUMN_LABEL,
  COLUMN_METADATA, /* RISALAH_METADATA_N of them, in its order */
  COLUMN_ORIGINS = COLUMN_METADATA + RISALAH_METADATA_N,
  COLUMN_TITLE_TRANSLATED,
  COLUMN_ACCESSED,
  COLUMN_EARLIEST,
  COLUMN_LATEST,
  COLUMN_RELIABILITY,
  COLUMN_RELIABILITY_IS_DEFAULT,
  COLUMN_NOTES,
  COLUMN_COUNTRIES,
  COLUMN_KINDS,
  COLUMN_TOPICS,
  COLUMN_REPRINT_GROUP,
  COLUMN_WORDS,
  COLUMN_CREATED_AT,
  COLUMN_MODIFIED_AT,
  COLUMN_DELETED_AT,
  COLUMN_N_TEXTS,
};

G_STATIC_ASSERT (RISALAH_METADATA_N == 9);

/**
 * risalah_source_ref:
 * @self: a record
 *
 * Returns: (transfer full): @self
 */
RisalahSource *
risalah_source_ref (RisalahSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
source_clear (gpointer data)
{
  RisalahSource *self = data;

  g_free (self->uid);
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    g_free (self->metadata[i]);
  g_free (self->label);
  g_free (self->title_translated);
  g_free (self->accessed);
  g_free (self->notes);
  g_strfreev (self->tags);
  g_strfreev (self->countries);
  g_strfreev (self->kinds);
  g_strfreev (self->topics);
}

/**
 * risalah_source_unref:
 * @self: (transfer full): a record
 */
void
risalah_source_unref (RisalahSource *self)
{
  g_atomic_rc_box_release_full (self, source_clear);
}

static char *
dup_text (RisalahStatement *row, int column)
{
  return g_strdup (risalah_statement_get_text (row, column, NULL));
}

/* " PK TR " gives PK, TR. */
static char **
split_keys (RisalahStatement *row, int column)
{
  const char *keys = risalah_statement_get_text (row, column, NULL);
  g_autofree char *copy = g_strstrip (g_strdup (keys != NULL ? keys : ""));

  return *copy != '\0' ? g_strsplit (copy, " ", -1) : g_new0 (char *, 1);
}

static RisalahSource *
read_row (RisalahStatement *row)
{
  RisalahSource *self = g_atomic_rc_box_new0 (RisalahSource);
  const char *origins = risalah_statement_get_text (row, COLUMN_ORIGINS, NULL);
  const char *reliability = risalah_statement_get_text (row, COLUMN_RELIABILITY, NULL);
  gsize n_origins = strlen (origins);

  self->id = risalah_statement_get_int64 (row, COLUMN_ID);
  self->uid = dup_text (row, COLUMN_UID);
  self->text = risalah_statement_get_int64 (row, COLUMN_TEXT);
  self->label = dup_text (row, COLUMN_LABEL);
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    {
      self->metadata[i] = dup_text (row, COLUMN_METADATA + i);
      self->origins[i] = i < n_origins ? (RisalahOrigin)(origins[i] - 'A') : RISALAH_ORIGIN_UNKNOWN;
    }
  self->title_translated = dup_text (row, COLUMN_TITLE_TRANSLATED);
  self->accessed = dup_text (row, COLUMN_ACCESSED);
  self->has_earliest = !risalah_statement_is_null (row, COLUMN_EARLIEST);
  self->has_latest = !risalah_statement_is_null (row, COLUMN_LATEST);
  self->earliest = risalah_statement_get_int64 (row, COLUMN_EARLIEST);
  self->latest = risalah_statement_get_int64 (row, COLUMN_LATEST);
  self->reliability = reliability != NULL ? *reliability : 0;
  self->reliability_is_default =
      reliability != NULL && risalah_statement_get_int64 (row, COLUMN_RELIABILITY_IS_DEFAULT);
  self->notes = dup_text (row, COLUMN_NOTES);
  self->countries = split_keys (row, COLUMN_COUNTRIES);
  self->kinds = split_keys (row, COLUMN_KINDS);
  self->topics = split_keys (row, COLUMN_TOPICS);
  self->reprint_group = risalah_statement_get_int64 (row, COLUMN_REPRINT_GROUP);
  self->words = (guint)risalah_statement_get_int64 (row, COLUMN_WORDS);
  self->created_at = risalah_statement_get_int64 (row, COLUMN_CREATED_AT);
  self->modified_at = risalah_statement_get_int64 (row, COLUMN_MODIFIED_AT);
  self->deleted_at = risalah_statement_get_int64 (row, COLUMN_DELETED_AT);
  self->n_texts = (guint)risalah_statement_get_int64 (row, COLUMN_N_TEXTS);
  return self;
}

static gboolean
read_tags (RisalahConnection *connection, RisalahSource *source, GError **error)
{
  g_autoptr (RisalahStatement) rows = NULL;
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  RisalahStep step;

  rows = risalah_connection_query (connection, error,
                                   "SELECT t.name FROM source_tag st JOIN tag t ON t.id = st.tag"
                                   " WHERE st.source = ? ORDER BY t.folded",
                                   "i", source->id);
  if (rows == NULL)
    return FALSE;
  while ((step = risalah_statement_step (rows, error)) == RISALAH_STEP_ROW)
    g_strv_builder_add (tags, risalah_statement_get_text (rows, 0, NULL));
  source->tags = g_strv_builder_end (tags);
  return step == RISALAH_STEP_DONE;
}

/**
 * risalah_sources_get_many:
 * @connection: a connection
 * @ids: (array length=n_ids): sources
 * @n_ids: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahSource): their records in that order,
 *   without those that are gone
 */
GPtrArray *
risalah_sources_get_many (RisalahConnection *connection,
                          const gint64 *ids,
                          gsize n_ids,
                          GError **error)
{
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_full (n_ids, (GDestroyNotify)risalah_source_unref);
  g_autoptr (RisalahStatement) row = risalah_connection_prepare (connection, ROW_SQL, error);

  if (row == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      RisalahStep step;

      risalah_statement_reset (row);
      risalah_statement_bind_int64 (row, 1, ids[i]);
      step = risalah_statement_step (row, error);
      if (step == RISALAH_STEP_ERROR)
        return NULL;
      if (step == RISALAH_STEP_DONE)
        continue;
      g_ptr_array_add (sources, read_row (row));
      if (!read_tags (connection, g_ptr_array_index (sources, sources->len - 1), error))
        return NULL;
    }
  return g_steal_pointer (&sources);
}

/**
 * risalah_sources_get:
 * @connection: a connection
 * @id: a source
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its record, a deleted one's too; NOT_FOUND where it is gone
 */
RisalahSource *
risalah_sources_get (RisalahConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) sources = risalah_sources_get_many (connection, &id, 1, error);

  if (sources == NULL)
    return NULL;
  if (sources->len == 0)
    {
      risalah_connection_set_error (connection, SQLITE_NOTFOUND, error);
      return NULL;
    }
  return risalah_source_ref (g_ptr_array_index (sources, 0));
}
