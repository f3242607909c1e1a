/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout's inside, for the painter and the PDF exporter. */
#pragma once

#include "risalah-layout.h"
#include "risalah-pagination-private.h"

G_BEGIN_DECLS

struct _RisalahLayout
{
  RisalahEdition *edition;
  RisalahFonts *fonts;
  RisalahStory *story;
  RisalahGalley *galley;
  RisalahPagination *pagination;
  RisalahParagraph *running_title; /* (nullable) */
  gboolean has_contents;
  gboolean complete;
};

RisalahLayout *risalah_layout_new_for_story (RisalahEdition  *edition,
                                             RisalahStory    *story,
                                             GError         **error);

/* Draws with structure and links; @open tells what is open from the page before and is kept
 * between pages, drawn in order. */
typedef struct _RisalahTagger RisalahTagger;

RisalahTagger *risalah_tagger_new       (cairo_t             *cr);
void           risalah_tagger_free      (RisalahTagger       *self);
void           risalah_layout_paint     (RisalahLayout       *self,
                                         guint                page,
                                         cairo_t             *cr,
                                         RisalahTagger       *tagger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTagger, risalah_tagger_free)

G_END_DECLS
