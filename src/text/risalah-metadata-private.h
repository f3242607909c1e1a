/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files share that find what an article's own lines state. */
#pragma once

#include "risalah-metadata.h"

G_BEGIN_DECLS

/* So many blocks at the beginning may state something. */
#define RISALAH_METADATA_HEAD_BLOCKS 14

typedef struct
{
  RisalahArticle *article;
  const RisalahLexicon *lexicon;
  const char *text;
  const RisalahBlock *blocks;
  guint n;
  guint body;  /* the first full paragraph, or n */
  guint title; /* the headline's block, or n */
} RisalahMetadataFinder;

const char *risalah_metadata_finder_get_line     (const RisalahMetadataFinder *finder,
                                                  guint                        block,
                                                  gsize                       *length);
char       *risalah_metadata_finder_get_field    (const char                  *line,
                                                  gsize                        length,
                                                  const char * const          *names);
gboolean    risalah_metadata_finder_is_known     (const RisalahMetadataFinder *finder,
                                                  RisalahMetadata              which);
void        risalah_metadata_finder_learn        (const RisalahMetadataFinder *finder,
                                                  RisalahMetadata              which,
                                                  const char                  *value,
                                                  RisalahOrigin                origin);

void        risalah_metadata_finder_learn_title  (RisalahMetadataFinder       *finder);
void        risalah_metadata_finder_learn_byline (const RisalahMetadataFinder *finder,
                                                  guint                        block,
                                                  gboolean                     before_date);

G_END_DECLS
