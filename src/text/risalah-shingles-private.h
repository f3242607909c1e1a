/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shingles of a text are made of, for the comparison of two texts. */
#pragma once

#include "risalah-shingles.h"

G_BEGIN_DECLS

/* A text of fewer shingles is too short to be called a copy. */
#define MIN_SHINGLES 12

typedef enum
{
  RISALAH_SHINGLES_FIRST = 1 << 0,  /* of a sentence or line */
  RISALAH_SHINGLES_NAME = 1 << 1,   /* begins with a capital within a sentence */
  RISALAH_SHINGLES_FIGURE = 1 << 2, /* has a digit */
} RisalahShinglesFlags;

typedef struct
{
  guint64 hash;
  RisalahShinglesFlags flags;
} RisalahShinglesWord;

struct _RisalahShingles
{
  GArray
      *words; /* (element-type RisalahShinglesWord): of the blocks that are not dropped, in order */
  guint64 *known;   /* the words' hashes, sorted */
  guint64 *hashes;  /* the shingles, sorted, each once */
  guint n_hashes;
  guint64 bands[RISALAH_SHINGLES_N_BANDS];
};

guint64  risalah_shingles_at   (const RisalahShinglesWord *words,
                                guint                      i);
gboolean risalah_shingles_know (const RisalahShingles     *self,
                                guint64                    hash);

G_END_DECLS
