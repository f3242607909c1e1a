/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reprints: sources that tell one story in nearly the same words. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"
#include "risalah-shingles.h"

G_BEGIN_DECLS

/* The source of which a text with these shingles is a reprint, the closest; 0 where there is none,
 * -1 on an error. @except is never found. */
gint64    risalah_reprints_find       (RisalahConnection      *connection,
                                       const RisalahShingles  *shingles,
                                       gint64                  except,
                                       GError                **error);
/* (element-type gint64): the group of a source, its origin (the earliest published, else the first
 * added) first; the source alone where it has none. */
GArray   *risalah_reprints_get_group  (RisalahConnection      *connection,
                                       gint64                  source,
                                       GError                **error);
/* The analyst's word: it stands against every later comparison. */
gboolean  risalah_reprints_join       (RisalahConnection      *connection,
                                       gint64                  source,
                                       gint64                  other,
                                       GError                **error);
gboolean  risalah_reprints_split      (RisalahConnection      *connection,
                                       gint64                  source,
                                       GError                **error);

G_END_DECLS
