/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores what was read: as nothing where the same bytes are there, as a new text of its source
 * where the same address was read before, as a reprint beside the one it repeats, or as a new
 * source. */

#include "risalah-dossiers.h"
#include "risalah-events.h"
#include "risalah-import-private.h"
#include "risalah-mentions.h"
#include "risalah-originals.h"
#include "risalah-reading.h"
#include "risalah-reprints-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources-private.h"

/* Below this likeness the same address with another title is another article: some sites give one
 * address for all of theirs. */
#define REVISION_LIKENESS 0.2

static char *
make_title (const RisalahArticle *article)
{
  const RisalahBlock *blocks;
  guint n_blocks;

  blocks = risalah_article_get_blocks (article, &n_blocks);
  return risalah_source_make_label (risalah_article_get_metadata (article, RISALAH_METADATA_TITLE),
                                    risalah_article_get_text (article, NULL), blocks, n_blocks);
}

static gboolean
set_result (RisalahImportItem *self, RisalahImportStatus status, gint64 source, gint64 of)
{
  self->result->status = status;
  self->result->source = source;
  self->result->of = of;
  g_free (self->result->title);
  self->result->title = make_title (self->article);
  return TRUE;
}

/* The same bytes: a duplicate; where the analyst deleted it, it comes back. */
static gboolean
store_duplicate (RisalahImportItem *self,
                 RisalahConnection *connection,
                 gint64 source,
                 GError **error)
{
  gint64 deleted_at;

  if (!risalah_connection_read_int64 (connection, &deleted_at, error,
                                      "SELECT deleted_at FROM source WHERE id = ?", "i", source))
    return FALSE;
  if (deleted_at == 0)
    return set_result (self, RISALAH_IMPORT_DUPLICATE, source, source);
  return risalah_sources_restore (connection, source, error)
         && set_result (self, RISALAH_IMPORT_IMPORTED, source, 0);
}

/* Whether what stands at the same address is the same article. */
static gboolean
is_revision (RisalahImportItem *self,
             RisalahConnection *connection,
             gint64 source,
             gboolean *revision,
             GError **error)
{
  g_autoptr (RisalahSource) before = risalah_sources_get (connection, source, error);
  g_autoptr (RisalahSourceText) text = NULL;
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (RisalahShingles) shingles = NULL;
  const char *title = risalah_article_get_metadata (self->article, RISALAH_METADATA_TITLE);

  if (before == NULL)
    return FALSE;
  *revision = title != NULL && g_strcmp0 (title, before->metadata[RISALAH_METADATA_TITLE]) == 0;
  if (*revision)
    return TRUE;
  text = risalah_source_texts_get_current (connection, source, error);
  if (text == NULL)
    return FALSE;
  article = risalah_source_text_to_article (text);
  shingles = risalah_shingles_new_for_article (article);
  *revision = risalah_shingles_compare (self->shingles, shingles) >= REVISION_LIKENESS;
  return TRUE;
}

/* Original, text, shingles, and what was found in the text. */
static gboolean
store_reading (RisalahImportItem *self,
               RisalahConnection *connection,
               gint64 source,
               GError **error)
{
  gint64 original, text;

  original = risalah_originals_add (connection, source, self->name, self->media_type, self->size,
                                    self->sha256, self->compressed, error);
  if (original == 0)
    return FALSE;
  text = risalah_source_texts_add (connection, source, original, self->article,
                                   risalah_reading_get_version (), error);
  if (text == 0 || !risalah_reprints_store (connection, source, self->shingles, error))
    return FALSE;
  if (self->analysis == NULL)
    return TRUE;
  return (self->analysis->mentions == NULL
          || risalah_mentions_set (connection, text, self->analysis->mentions, error))
         && (self->analysis->events == NULL
             || risalah_events_suggest (connection, text, self->analysis->events, error));
}

static gboolean
store_source (RisalahImportItem *self,
              RisalahConnection *connection,
              gint64 dossier,
              GError **error)
{
  g_autoptr (GArray) group = NULL;
  gint64 source, of;

  of = risalah_reprints_find (connection, self->shingles, 0, error);
  source = of >= 0 ? risalah_sources_add (connection, self->article, self->name, error) : 0;
  if (source == 0 || !store_reading (self, connection, source, error)
      || (dossier != 0 && !risalah_dossiers_add_source (connection, dossier, source, error)))
    return FALSE;
  if (of == 0)
    return set_result (self, RISALAH_IMPORT_IMPORTED, source, 0);
  if (!risalah_reprints_group (connection, source, of, FALSE, error)
      || (group = risalah_reprints_get_group (connection, of, error)) == NULL)
    return FALSE;
  if (group->len > 0 && g_array_index (group, gint64, 0) != source)
    of = g_array_index (group, gint64, 0);
  return set_result (self, RISALAH_IMPORT_REPRINT, source, of);
}

/**
 * risalah_import_item_store:
 * @self: a prepared item that has an article
 * @connection: a connection in a writing transaction
 * @dossier: where new sources go too, 0 for none
 * @error: return location for an error
 *
 * Returns: whether it is stored, and its result set
 */
gboolean
risalah_import_item_store (RisalahImportItem *self,
                           RisalahConnection *connection,
                           gint64 dossier,
                           GError **error)
{
  gint64 source = risalah_sources_find_original (connection, self->sha256, error);
  gboolean revision = FALSE;
  const char *url;

  if (source != 0)
    return source > 0 && store_duplicate (self, connection, source, error);
  url = risalah_article_get_metadata (self->article, RISALAH_METADATA_URL);
  source = url != NULL ? risalah_sources_find_url (connection, url, error) : 0;
  if (source < 0 || (source > 0 && !is_revision (self, connection, source, &revision, error)))
    return FALSE;
  if (!revision)
    return store_source (self, connection, dossier, error);
  return store_reading (self, connection, source, error)
         && risalah_sources_offer_metadata (connection, source, self->article, error)
         && set_result (self, RISALAH_IMPORT_REVISION, source, source);
}
