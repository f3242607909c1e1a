/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches that the analyst has given a name. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahSavedSearch:
 * @id: its number in this library
 * @name: its name
 * @query: what is searched, as it would be typed
 */
typedef struct
{
  gint64 id;
  char *name;
  char *query;
} RisalahSavedSearch;

void       risalah_saved_search_free      (RisalahSavedSearch  *self);

/* One of that name is replaced. Returns the id, 0 on an error. */
gint64     risalah_saved_searches_add     (RisalahConnection   *connection,
                                           const char          *name,
                                           const char          *query,
                                           GError             **error);
gboolean   risalah_saved_searches_remove  (RisalahConnection   *connection,
                                           gint64               id,
                                           GError             **error);
/* (element-type RisalahSavedSearch): by name. */
GPtrArray *risalah_saved_searches_list    (RisalahConnection   *connection,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahSavedSearch, risalah_saved_search_free)

G_END_DECLS
