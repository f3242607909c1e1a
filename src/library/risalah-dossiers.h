/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers: named sets of sources. */
#pragma once

#include <gio/gio.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahDossier:
 * @id: its number in this library
 * @uid: its UUID
 * @name: its name
 * @note: the analyst's, "" where there is none
 * @n_sources: how many it holds
 */
typedef struct
{
  gint64 id;
  char *uid;
  char *name;
  char *note;
  guint n_sources;
} RisalahDossier;

void       risalah_dossier_free           (RisalahDossier     *self);

/* Returns the id, 0 on an error; CONSTRAINT where there is one of that name. */
gint64     risalah_dossiers_add           (RisalahConnection  *connection,
                                           const char         *name,
                                           GError            **error);
gint64     risalah_dossiers_find          (RisalahConnection  *connection,
                                           const char         *name,
                                           GError            **error);
gboolean   risalah_dossiers_rename        (RisalahConnection  *connection,
                                           gint64              id,
                                           const char         *name,
                                           GError            **error);
gboolean   risalah_dossiers_set_note      (RisalahConnection  *connection,
                                           gint64              id,
                                           const char         *note,
                                           GError            **error);
gboolean   risalah_dossiers_delete        (RisalahConnection  *connection,
                                           gint64              id,
                                           GError            **error);
gboolean   risalah_dossiers_restore       (RisalahConnection  *connection,
                                           gint64              id,
                                           GError            **error);
gboolean   risalah_dossiers_add_source    (RisalahConnection  *connection,
                                           gint64              id,
                                           gint64              source,
                                           GError            **error);
gboolean   risalah_dossiers_remove_source (RisalahConnection  *connection,
                                           gint64              id,
                                           gint64              source,
                                           GError            **error);
/* Many sources at once; return (element-type gint64) those for which it was a change. */
GArray    *risalah_dossiers_add_sources   (RisalahConnection  *connection,
                                           gint64              id,
                                           const gint64       *sources,
                                           gsize               n_sources,
                                           GCancellable       *cancellable,
                                           GError            **error);
GArray    *risalah_dossiers_remove_sources (RisalahConnection *connection,
                                           gint64              id,
                                           const gint64       *sources,
                                           gsize               n_sources,
                                           GCancellable       *cancellable,
                                           GError            **error);
RisalahDossier *risalah_dossiers_get      (RisalahConnection  *connection,
                                           gint64              id,
                                           GError            **error);
/* (element-type RisalahDossier): by name; all, and those that have a source. */
GPtrArray *risalah_dossiers_list          (RisalahConnection  *connection,
                                           GError            **error);
GPtrArray *risalah_dossiers_list_of       (RisalahConnection  *connection,
                                           gint64              source,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahDossier, risalah_dossier_free)

G_END_DECLS
