/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored quotations: the quote shelf, and what briefs hold. */
#pragma once

#include <glib-object.h>

#include "risalah-connection.h"
#include "risalah-quotation.h"

G_BEGIN_DECLS

/**
 * RisalahStoredQuotation:
 * @id: its number in this library
 * @source: the source, a number
 * @text: the stored text, a number
 * @quotation: the value that a brief holds
 * @note: the analyst's, "" where there is none
 * @n_uses: in how many places of briefs it stands
 * @created_at: microseconds since 1970 UTC
 */
typedef struct
{
  gint64 id;
  gint64 source;
  gint64 text;
  RisalahQuotation *quotation;
  char *note;
  guint n_uses;
  gint64 created_at;
} RisalahStoredQuotation;

void                    risalah_stored_quotation_free  (RisalahStoredQuotation  *self);

/* The words must stand in the stored text at the span, byte for byte, and the text must have its
 * SHA-256: else CONSTRAINT or CORRUPT. Returns the id, 0 on an error. */
gint64                  risalah_quotations_add         (RisalahConnection       *connection,
                                                        const RisalahQuotation  *quotation,
                                                        GError                 **error);
RisalahStoredQuotation *risalah_quotations_get         (RisalahConnection       *connection,
                                                        gint64                   id,
                                                        GError                 **error);
RisalahStoredQuotation *risalah_quotations_get_by_uid  (RisalahConnection       *connection,
                                                        const char              *uid,
                                                        GError                 **error);
/* (element-type gint64): the latest first; @source 0 for all, @unused for those in no brief. */
GArray                 *risalah_quotations_list        (RisalahConnection       *connection,
                                                        gint64                   source,
                                                        gboolean                 unused,
                                                        GError                 **error);
/* (element-type RisalahStoredQuotation): in the order asked for. */
GPtrArray              *risalah_quotations_get_many    (RisalahConnection       *connection,
                                                        const gint64            *ids,
                                                        gsize                    n_ids,
                                                        GError                 **error);
gboolean                risalah_quotations_set_credibility (RisalahConnection   *connection,
                                                        gint64                   id,
                                                        guint8                   credibility,
                                                        GError                 **error);
gboolean                risalah_quotations_set_note    (RisalahConnection       *connection,
                                                        gint64                   id,
                                                        const char              *note,
                                                        GError                 **error);
/* Moves to another text of the same source where the words stand there; NOT_FOUND where not. */
gboolean                risalah_quotations_move        (RisalahConnection       *connection,
                                                        gint64                   id,
                                                        gint64                   text,
                                                        GError                 **error);
/* Off the shelf, and back; a brief that holds it keeps it. */
gboolean                risalah_quotations_delete      (RisalahConnection       *connection,
                                                        gint64                   id,
                                                        GError                 **error);
gboolean                risalah_quotations_restore     (RisalahConnection       *connection,
                                                        gint64                   id,
                                                        GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahStoredQuotation, risalah_stored_quotation_free)

G_END_DECLS
