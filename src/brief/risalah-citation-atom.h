/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A citation as it stands in a brief's text: one character that leads back to a passage. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RisalahCitationAtom:
 * @id: identity within the documents it travels through, a UUID where we made it
 * @source_uid: UUID of the source
 * @text_uid: (nullable): UUID of the stored text that @start and @end count in
 * @start: first character of the passage, -1 where the whole source is cited
 * @end: character after the last, -1 where the whole source is cited
 * @locator: (nullable): page, article, paragraph as printed: "hlm. 4", "Pasal 3"
 * @prefix: (nullable): words printed before it: "lihat", "cf."
 * @suffix: (nullable): words printed after it
 * @quotation_uid: (nullable): the quotation it stands for; %NULL for a paraphrase
 *
 * Immutable and shared; read the members, never write them. Two atoms that stand side by side are
 * one cluster: they print as one note or one pair of parentheses.
 */
typedef struct
{
  char *id;
  char *source_uid;
  char *text_uid;
  gint64 start;
  gint64 end;
  char *locator;
  char *prefix;
  char *suffix;
  char *quotation_uid;
  /*< private >*/
  gatomicrefcount references;
} RisalahCitationAtom;

#define RISALAH_TYPE_CITATION_ATOM (risalah_citation_atom_get_type ())

GType                risalah_citation_atom_get_type     (void);
RisalahCitationAtom *risalah_citation_atom_new          (const char                *id,
                                                         const char                *source_uid,
                                                         const char                *text_uid,
                                                         gint64                     start,
                                                         gint64                     end,
                                                         const char                *quotation_uid);
RisalahCitationAtom *risalah_citation_atom_with_details (const RisalahCitationAtom *self,
                                                         const char                *locator,
                                                         const char                *prefix,
                                                         const char                *suffix);
RisalahCitationAtom *risalah_citation_atom_ref          (RisalahCitationAtom       *self);
void                 risalah_citation_atom_unref        (RisalahCitationAtom       *self);
gboolean             risalah_citation_atom_equal        (const RisalahCitationAtom *a,
                                                         const RisalahCitationAtom *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahCitationAtom, risalah_citation_atom_unref)

G_END_DECLS
