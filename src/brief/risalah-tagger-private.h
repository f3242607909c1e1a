/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structure of a tagged PDF, by what cairo 1.16 can do: "Document" opens first and closes last,
 * elements may span pages, and only leaves (Span, Link) carry text. */
#pragma once

#include "risalah-layout-private.h"

G_BEGIN_DECLS

void risalah_tagger_open_block  (RisalahTagger           *self,
                                 const RisalahStoryBlock *block);
void risalah_tagger_close_block (RisalahTagger           *self);
void risalah_tagger_open        (RisalahTagger           *self,
                                 const char              *element);
void risalah_tagger_close       (RisalahTagger           *self);
void risalah_tagger_open_leaf   (RisalahTagger           *self,
                                 const char              *target);
void risalah_tagger_close_leaf  (RisalahTagger           *self);
void risalah_tagger_anchor      (RisalahTagger           *self,
                                 const char              *name,
                                 double                   x,
                                 double                   y);

G_END_DECLS
