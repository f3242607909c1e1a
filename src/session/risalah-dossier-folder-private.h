/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a dossier folder's import share: which article became which source. */
#pragma once

#include "risalah-connection.h"
#include "risalah-session.h"
#include "risalah-source-texts.h"

G_BEGIN_DECLS

/**
 * RisalahDossierArticle:
 * @source: its number in the library
 * @source_uid: its UUID
 * @text: its current text
 *
 * An article of the folder once it is in the library.
 */
typedef struct
{
  gint64 source;
  char *source_uid;
  RisalahSourceText *text;
} RisalahDossierArticle;

gboolean risalah_dossier_article_find_words (const RisalahDossierArticle *self,
                                             const char                  *article,
                                             const char                  *words,
                                             gint64                      *start,
                                             gint64                      *end,
                                             GError                     **error);

/* Stores the briefs that briefs.tsv names; @articles: file name → RisalahDossierArticle. */
gboolean risalah_dossier_briefs_store       (RisalahConnection           *connection,
                                             const char                  *folder,
                                             GHashTable                  *articles,
                                             GError                     **error);

G_END_DECLS
