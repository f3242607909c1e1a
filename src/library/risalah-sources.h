/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources: what is known of each imported article, apart from its text. */
#pragma once

#include <glib-object.h>

#include "risalah-article.h"
#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahSource:
 * @id: its number in this library
 * @uid: its UUID, for everything that leaves the library
 * @text: its current text, an id of risalah-source-texts.h
 * @metadata: what is known, an entry per #RisalahMetadata, %NULL where unknown
 * @origins: where each value came from; RISALAH_ORIGIN_ANALYST beside %NULL: the analyst took it away
 * @label: the title, or the first words of an untitled source; never cited as a title
 * @title_translated: (nullable): the title in the brief's language
 * @accessed: (nullable): when it was taken from where it stands, EDTF
 * @has_earliest: @earliest holds the first Julian day of the publication date
 * @has_latest: @latest holds the last one
 * @reliability: 'A' to 'F', or 0 where not yet graded
 * @reliability_is_default: nobody graded the source itself, its publisher's grade stands in
 * @notes: the analyst's notes, "" where there are none
 * @tags: (array zero-terminated=1): names, in order
 * @countries: (array zero-terminated=1): ISO 3166 codes of those it mentions
 * @kinds: (array zero-terminated=1): kinds of the events that it tells
 * @topics: (array zero-terminated=1): organisations that it mentions, by their key
 * @reprint_group: sources with the same non-zero number tell one story in the same words
 * @words: of the current text
 * @n_texts: how many texts it has; above 1 it was revised or read again
 * @created_at: microseconds since 1970 UTC; so are the other two
 * @deleted_at: 0 while the source stands
 *
 * An immutable, reference-counted record.
 */
typedef struct
{
  gint64 id;
  char *uid;
  gint64 text;
  char *metadata[RISALAH_METADATA_N];
  RisalahOrigin origins[RISALAH_METADATA_N];
  char *label;
  char *title_translated;
  char *accessed;
  gboolean has_earliest;
  gboolean has_latest;
  gint64 earliest;
  gint64 latest;
  char reliability;
  gboolean reliability_is_default;
  char *notes;
  char **tags;
  char **countries;
  char **kinds;
  char **topics;
  gint64 reprint_group;
  guint words;
  guint n_texts;
  gint64 created_at;
  gint64 modified_at;
  gint64 deleted_at;
} RisalahSource;

#define RISALAH_TYPE_SOURCE (risalah_source_get_type ())

GType          risalah_source_get_type          (void);
RisalahSource *risalah_source_ref               (RisalahSource       *self);
void           risalah_source_unref             (RisalahSource       *self);

/* Several at once, for a list that shows some rows: (transfer full) (element-type RisalahSource),
 * in the order asked for, those that are gone left out. */
GPtrArray     *risalah_sources_get_many         (RisalahConnection   *connection,
                                                 const gint64        *ids,
                                                 gsize                n_ids,
                                                 GError             **error);
RisalahSource *risalah_sources_get              (RisalahConnection   *connection,
                                                 gint64               id,
                                                 GError             **error);
/* 0 where there is none, deleted ones included; -1 on an error. */
gint64         risalah_sources_find_uid         (RisalahConnection   *connection,
                                                 const char          *uid,
                                                 GError             **error);
gint64         risalah_sources_find_original    (RisalahConnection   *connection,
                                                 const guint8         sha256[32],
                                                 GError             **error);
gint64         risalah_sources_find_url         (RisalahConnection   *connection,
                                                 const char          *url,
                                                 GError             **error);
gint64         risalah_sources_count            (RisalahConnection   *connection,
                                                 GError             **error);

/* The analyst's corrections: the origin becomes RISALAH_ORIGIN_ANALYST. NULL or "" makes unknown. */
gboolean       risalah_sources_set_metadata     (RisalahConnection   *connection,
                                                 gint64               id,
                                                 RisalahMetadata      which,
                                                 const char          *value,
                                                 GError             **error);
/* What a new reading found: replaces only what the analyst has not set. */
gboolean       risalah_sources_offer_metadata   (RisalahConnection   *connection,
                                                 gint64               id,
                                                 const RisalahArticle *article,
                                                 GError             **error);
gboolean       risalah_sources_set_title_translated (RisalahConnection *connection,
                                                 gint64               id,
                                                 const char          *title,
                                                 GError             **error);
gboolean       risalah_sources_set_accessed     (RisalahConnection   *connection,
                                                 gint64               id,
                                                 const char          *edtf,
                                                 GError             **error);
/* 'A' to 'F'; 0 takes the grade away, and the publisher's default shows again. */
gboolean       risalah_sources_set_reliability  (RisalahConnection   *connection,
                                                 gint64               id,
                                                 char                 reliability,
                                                 GError             **error);
gboolean       risalah_sources_set_notes        (RisalahConnection   *connection,
                                                 gint64               id,
                                                 const char          *notes,
                                                 GError             **error);

/* Out of every list and search, and back. What briefs quote of it is kept. */
gboolean       risalah_sources_delete           (RisalahConnection   *connection,
                                                 gint64               id,
                                                 GError             **error);
gboolean       risalah_sources_restore          (RisalahConnection   *connection,
                                                 gint64               id,
                                                 GError             **error);
/* For ever, with its texts, originals and evidence. Refused (CONSTRAINT) while a brief quotes it.
 * Backups still hold it. */
gboolean       risalah_sources_purge            (RisalahConnection   *connection,
                                                 gint64               id,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahSource, risalah_source_unref)

G_END_DECLS
