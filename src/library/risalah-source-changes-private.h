/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the counts and the index in line with the sources that a transaction changes. */
#pragma once

#include "risalah-connection-private.h"
#include "risalah-query.h"

G_BEGIN_DECLS

/* Before a change of a source's row, tags or dossiers. @words: its title, text or deletion changes
 * too. */
gboolean risalah_source_changes_begin      (RisalahConnection    *connection,
                                            gint64                source,
                                            gboolean              words,
                                            GError              **error);
/* The same for all that @sql, with the parameter @id, finds. */
gboolean risalah_source_changes_begin_all  (RisalahConnection    *connection,
                                            const char           *sql,
                                            gint64                id,
                                            GError              **error);
/* After a new source was inserted. */
void     risalah_source_changes_insert     (RisalahConnection    *connection,
                                            gint64                source);
/* A source is about to be gone for ever; risalah_source_changes_begin() came first. */
void     risalah_source_changes_purge      (RisalahConnection    *connection,
                                            gint64                source);
gboolean risalah_source_changes_flush      (RisalahConnection    *connection,
                                            GError              **error);
void     risalah_source_changes_forget     (RisalahSourceChanges *self);
void     risalah_source_changes_free       (RisalahSourceChanges *self);
/* What source.changed gets in this transaction. */
gboolean risalah_source_changes_get_serial (RisalahConnection    *connection,
                                            gint64               *serial,
                                            GError              **error);

G_END_DECLS
