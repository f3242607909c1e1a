/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table "source": what the analyst and the readers say of an article. */

#include "risalah-sources.h"

#include <string.h>

#include "risalah-connection-private.h"
#include "risalah-edtf.h"
#include "risalah-source-changes-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources-private.h"

static const char *const update_sql[RISALAH_METADATA_N] = {
  [RISALAH_METADATA_TITLE] = "UPDATE source SET origins = ?1, title = ?2 WHERE id = ?3",
  [RISALAH_METADATA_BYLINE] = "UPDATE source SET origins = ?1, byline = ?2 WHERE id = ?3",
  [RISALAH_METADATA_PUBLISHER] = "UPDATE source SET origins = ?1, publisher = ?2 WHERE id = ?3",
  [RISALAH_METADATA_PLACE] = "UPDATE source SET origins = ?1, place = ?2 WHERE id = ?3",
  [RISALAH_METADATA_PUBLISHED] = ("UPDATE source SET origins = ?1, published = ?2, earliest = ?4,"
                                  " latest = ?5 WHERE id = ?3"),
  [RISALAH_METADATA_URL] = "UPDATE source SET origins = ?1, url = ?2, url_key = ?4 WHERE id = ?3",
  [RISALAH_METADATA_LANGUAGE] = "UPDATE source SET origins = ?1, language = ?2 WHERE id = ?3",
  [RISALAH_METADATA_TYPE] = "UPDATE source SET origins = ?1, type = ?2 WHERE id = ?3",
  [RISALAH_METADATA_AGENCY] = "UPDATE source SET origins = ?1, agency = ?2 WHERE id = ?3",
};

/* First and last day of an EDTF string; what is no EDTF has neither. */
typedef struct
{
  gboolean has_earliest;
  gboolean has_latest;
  gint64 earliest;
  gint64 latest;
} Bounds;

static Bounds
bounds_of (const char *edtf)
{
  Bounds bounds = { 0 };

  if (edtf != NULL
      && !risalah_edtf_get_bounds (edtf, &bounds.earliest, &bounds.has_earliest, &bounds.latest,
                                   &bounds.has_latest, NULL))
    memset (&bounds, 0, sizeof bounds);
  return bounds;
}

/**
 * risalah_sources_add:
 * @connection: a connection in a writing transaction
 * @article: what was read
 * @name: (nullable): the file's name
 * @error: return location for an error
 *
 * Returns: the id of a new source without a text, 0 on an error
 */
gint64
risalah_sources_add (RisalahConnection *connection,
                     const RisalahArticle *article,
                     const char *name,
                     GError **error)
{
  char origins[RISALAH_METADATA_N + 1] = "";
  const char *metadata[RISALAH_METADATA_N];
  g_autofree char *uid = risalah_uid_new ();
  gint64 publisher = 0, serial, id, now = risalah_connection_get_time (connection);
  Bounds bounds;

  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    {
      metadata[i] = risalah_article_get_metadata (article, i);
      origins[i] = (char)('A' + risalah_article_get_origin (article, i));
    }
  bounds = bounds_of (metadata[RISALAH_METADATA_PUBLISHED]);
  if (!risalah_source_changes_get_serial (connection, &serial, error))
    return 0;
  if (metadata[RISALAH_METADATA_PUBLISHER] != NULL
      && (publisher =
              risalah_publishers_take (connection, metadata[RISALAH_METADATA_PUBLISHER], error))
             == 0)
    return 0;
  if (!risalah_connection_run (
          connection, error,
          "INSERT INTO source (uid, label, title, byline, publisher, place, published, url, "
          "language,"
          " type, agency, origins, earliest, latest, url_key, changed, created_at, modified_at)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "tttt"
          "nttttttt"
          "nnniii",
          uid, name != NULL ? name : "", metadata[RISALAH_METADATA_TITLE],
          metadata[RISALAH_METADATA_BYLINE], publisher != 0, publisher,
          metadata[RISALAH_METADATA_PLACE], metadata[RISALAH_METADATA_PUBLISHED],
          metadata[RISALAH_METADATA_URL], metadata[RISALAH_METADATA_LANGUAGE],
          metadata[RISALAH_METADATA_TYPE], metadata[RISALAH_METADATA_AGENCY], origins,
          bounds.has_earliest, bounds.earliest, bounds.has_latest, bounds.latest,
          metadata[RISALAH_METADATA_URL] != NULL,
          risalah_source_key_of_url (metadata[RISALAH_METADATA_URL]), serial, now, now))
    return 0;
  id = risalah_connection_get_last_id (connection);
  risalah_source_changes_insert (connection, id);
  return id;
}

/* Writes one value and where it came from; the change was announced. */
static gboolean
write_metadata (RisalahConnection *connection,
                gint64 id,
                RisalahMetadata which,
                const char *value,
                const char *origins,
                GError **error)
{
  g_autoptr (RisalahStatement) update = NULL;
  Bounds bounds;
  gint64 publisher;

  update = risalah_connection_prepare (connection, update_sql[which], error);
  if (update == NULL)
    return FALSE;
  risalah_statement_bind_text (update, 1, origins, -1);
  risalah_statement_bind_text (update, 2, value, -1);
  risalah_statement_bind_int64 (update, 3, id);
  if (which == RISALAH_METADATA_PUBLISHER && value != NULL)
    {
      if ((publisher = risalah_publishers_take (connection, value, error)) == 0)
        return FALSE;
      risalah_statement_bind_int64 (update, 2, publisher);
    }
  else if (which == RISALAH_METADATA_PUBLISHED)
    {
      bounds = bounds_of (value);
      if (bounds.has_earliest)
        risalah_statement_bind_int64 (update, 4, bounds.earliest);
      if (bounds.has_latest)
        risalah_statement_bind_int64 (update, 5, bounds.latest);
    }
  else if (which == RISALAH_METADATA_URL && value != NULL)
    risalah_statement_bind_int64 (update, 4, risalah_source_key_of_url (value));
  return risalah_statement_run (update, error);
}

/* A new title is a new label; without one the text's first words are. */
static gboolean
renew_label (RisalahConnection *connection, gint64 id, const char *title, GError **error)
{
  g_autofree char *label = g_strdup (title);

  if (label == NULL)
    {
      g_autoptr (RisalahSourceText) text = risalah_source_texts_get_current (connection, id, error);
      g_autoptr (RisalahArticle) article = NULL;
      const RisalahBlock *blocks;
      guint n_blocks;

      if (text == NULL)
        return FALSE;
      article = risalah_source_text_to_article (text);
      blocks = risalah_article_get_blocks (article, &n_blocks);
      label = risalah_source_make_label (NULL, text->text, blocks, n_blocks);
    }
  return risalah_connection_run (connection, error, "UPDATE source SET label = ? WHERE id = ?",
                                 "ti", label, id);
}

static gboolean
set_one (RisalahConnection *connection,
         RisalahSource *source,
         RisalahMetadata which,
         const char *value,
         RisalahOrigin origin,
         GError **error)
{
  char origins[RISALAH_METADATA_N + 1] = "";

  if (value != NULL && *value == '\0')
    value = NULL;
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    origins[i] = (char)('A' + source->origins[i]);
  source->origins[which] = origin;
  origins[which] = (char)('A' + origin);
  return risalah_source_changes_begin (connection, source->id, which == RISALAH_METADATA_TITLE,
                                       error)
         && write_metadata (connection, source->id, which, value, origins, error)
         && (which != RISALAH_METADATA_TITLE || renew_label (connection, source->id, value, error));
}

/**
 * risalah_sources_set_metadata:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @which: what is corrected
 * @value: (nullable): the analyst's value, %NULL or "" for unknown; a date must be EDTF
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_sources_set_metadata (RisalahConnection *connection,
                              gint64 id,
                              RisalahMetadata which,
                              const char *value,
                              GError **error)
{
  g_autoptr (RisalahSource) source = NULL;
  g_autoptr (RisalahEdtf) edtf = NULL;

  g_return_val_if_fail (which < RISALAH_METADATA_N, FALSE);

  if (which == RISALAH_METADATA_PUBLISHED && value != NULL && *value != '\0'
      && (edtf = risalah_edtf_parse (value, error)) == NULL)
    return FALSE;
  source = risalah_sources_get (connection, id, error);
  return source != NULL
         && set_one (connection, source, which, value, RISALAH_ORIGIN_ANALYST, error);
}

/**
 * risalah_sources_offer_metadata:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @article: a new reading of it
 * @error: return location for an error
 *
 * Takes over what the reading knows, except what the analyst has set.
 *
 * Returns: whether it went well
 */
gboolean
risalah_sources_offer_metadata (RisalahConnection *connection,
                                gint64 id,
                                const RisalahArticle *article,
                                GError **error)
{
  g_autoptr (RisalahSource) source = risalah_sources_get (connection, id, error);

  if (source == NULL)
    return FALSE;
  for (guint i = 0; i < RISALAH_METADATA_N; i++)
    {
      const char *value = risalah_article_get_metadata (article, i);

      /* What the analyst has made unknown keeps its letter too. */
      if (value == NULL || source->origins[i] == RISALAH_ORIGIN_ANALYST
          || g_strcmp0 (value, source->metadata[i]) == 0)
        continue;
      if (!set_one (connection, source, i, value, risalah_article_get_origin (article, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * risalah_sources_set_words:
 * @connection: a connection in a writing transaction
 * @id: a source whose change was announced
 * @text: its text from now on
 * @words: how many words that has
 * @label: what it is listed by
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_sources_set_words (RisalahConnection *connection,
                           gint64 id,
                           gint64 text,
                           guint words,
                           const char *label,
                           GError **error)
{
  return risalah_connection_run (connection, error,
                                 "UPDATE source SET current_text = ?, words = ?, label = ?"
                                 " WHERE id = ?",
                                 "iiti", text, (gint64)words, label, id);
}

/**
 * risalah_sources_set_derived:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @column: "countries", "kinds" or "topics"
 * @keys: (element-type utf8): what it mentions, each once
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_sources_set_derived (RisalahConnection *connection,
                             gint64 id,
                             const char *column,
                             GPtrArray *keys,
                             GError **error)
{
  g_autoptr (GString) packed = g_string_new (NULL);
  const char *sql = strcmp (column, "countries") == 0
                        ? "UPDATE source SET countries = ? WHERE id = ?"
                    : strcmp (column, "kinds") == 0 ? "UPDATE source SET kinds = ? WHERE id = ?"
                                                    : "UPDATE source SET topics = ? WHERE id = ?";

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *key = g_strdelimit (g_strdup (g_ptr_array_index (keys, i)), " ", '_');
      g_string_append_printf (packed, "%s%s%s", i == 0 ? " " : "", key, " ");
    }
  return risalah_source_changes_begin (connection, id, FALSE, error)
         && risalah_connection_run (connection, error, sql, "ti", packed->str, id);
}

/* A plain column that the index has nothing to do with. */
static gboolean
set_column (RisalahConnection *connection,
            gint64 id,
            const char *sql,
            const char *value,
            GError **error)
{
  return risalah_source_changes_begin (connection, id, FALSE, error)
         && risalah_connection_change_one (connection, error, sql, "ti", value, id);
}

/**
 * risalah_sources_set_title_translated:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @title: (nullable): the title in the brief's language
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_sources_set_title_translated (RisalahConnection *connection,
                                      gint64 id,
                                      const char *title,
                                      GError **error)
{
  return set_column (connection, id, "UPDATE source SET title_translated = ? WHERE id = ?",
                     title != NULL && *title != '\0' ? title : NULL, error);
}

/**
 * risalah_sources_set_accessed:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @edtf: (nullable): when it was taken from where it stands
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_sources_set_accessed (RisalahConnection *connection,
                              gint64 id,
                              const char *edtf,
                              GError **error)
{
  g_autoptr (RisalahEdtf) parsed = NULL;

  if (edtf != NULL && *edtf != '\0' && (parsed = risalah_edtf_parse (edtf, error)) == NULL)
    return FALSE;
  return set_column (connection, id, "UPDATE source SET accessed = ? WHERE id = ?",
                     parsed != NULL ? edtf : NULL, error);
}

/**
 * risalah_sources_set_reliability:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @reliability: 'A' to 'F', 0 for not yet graded
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
risalah_sources_set_reliability (RisalahConnection *connection,
                                 gint64 id,
                                 char reliability,
                                 GError **error)
{
  char grade[2] = { reliability, '\0' };

  g_return_val_if_fail (reliability == 0 || (reliability >= 'A' && reliability <= 'F'), FALSE);
  return set_column (connection, id, "UPDATE source SET reliability = ? WHERE id = ?",
                     reliability != 0 ? grade : NULL, error);
}

/**
 * risalah_sources_set_notes:
 * @connection: a connection in a writing transaction
 * @id: a source
 * @notes: the analyst's notes
 * @error: return location for an error
 *
 * Returns: whether they are set
 */
gboolean
risalah_sources_set_notes (RisalahConnection *connection,
                           gint64 id,
                           const char *notes,
                           GError **error)
{
  return set_column (connection, id, "UPDATE source SET notes = ? WHERE id = ?", notes, error);
}
