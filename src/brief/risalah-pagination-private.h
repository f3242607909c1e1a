/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second stage: slugs placed on pages, with the notes at their feet. It can stop after any
 * page and go on later. */
#pragma once

#include "risalah-galley-private.h"

G_BEGIN_DECLS

/* A slug on a page; y from the head of the text, in points. */
typedef struct
{
  guint slug;
  double y;
  gboolean repeated; /* a table's header, once more */
} RisalahPlacedSlug;

/* Lines of a note at the foot of a page. */
typedef struct
{
  guint note;
  guint line;
  guint n_lines;
  double y;
} RisalahPlacedNote;

typedef struct
{
  GArray *slugs; /* (element-type RisalahPlacedSlug) */
  GArray *notes; /* (element-type RisalahPlacedNote) */
} RisalahPage;

typedef struct
{
  RisalahGalley *galley;
  GPtrArray *pages; /* (element-type RisalahPage) */
  guint next;       /* slug */
  guint note;       /* the first that is not printed to its end */
  guint note_line;  /* its first line that is not printed */
  guint marked;     /* notes whose marks are placed */
  GArray *floats; /* (element-type guint): figures that wait for the next page */
  gboolean complete;
} RisalahPagination;

RisalahPagination *risalah_pagination_new      (RisalahGalley           *galley);
void               risalah_pagination_free     (RisalahPagination       *self);
gboolean           risalah_pagination_add_page (RisalahPagination       *self);
void               risalah_pagination_restart  (RisalahPagination       *self);
gint               risalah_pagination_find     (const RisalahPagination *self,
                                                guint                    block);

/* Between text and notes: the gap, in which a short rule stands. */
#define RISALAH_FOOT_GAP 14.0
#define RISALAH_NOTE_GAP 2.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahPagination, risalah_pagination_free)

G_END_DECLS
