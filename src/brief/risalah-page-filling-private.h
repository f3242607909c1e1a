/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page being filled: what stands on it so far, what still fits, and where it may end. */
#pragma once

#include "risalah-pagination-private.h"

G_BEGIN_DECLS

#define RISALAH_MOST_CARRIED 0.7 /* of a page with text is for notes from the page before */
#define RISALAH_MOST_WAITING 0.9 /* of a page may be filled by what waits for it */

typedef struct
{
  RisalahPagination *pagination;
  RisalahPage *page;
  double y;      /* foot of what is placed */
  double notes;  /* height of the notes, gap included */
  double height; /* of the page's text */
  gboolean boxed;
  guint n_repeated; /* header rows at the head, where nothing stands above them */
  guint marked;     /* notes whose marks stand here or on an earlier page */
  gboolean closed;  /* a note goes on on the next page: no other may begin here */
  /* where the page may end */
  guint good_slugs, good_notes, good_marked, good_next;
} RisalahPageFilling;

const RisalahSlug *risalah_page_filling_get_slug     (RisalahPagination   *pagination,
                                                      guint                index);
void               risalah_page_filling_remember     (RisalahPageFilling  *self,
                                                      guint                next);
gboolean           risalah_page_filling_fits         (const RisalahPageFilling *self,
                                                      const RisalahSlug   *slug);
void               risalah_page_filling_place        (RisalahPageFilling  *self,
                                                      guint                index);
void               risalah_page_filling_repeat       (RisalahPageFilling  *self,
                                                      guint                index);
gboolean           risalah_page_filling_place_part   (RisalahPageFilling  *self,
                                                      guint                index);
double             risalah_page_filling_get_waiting  (const RisalahPageFilling *self);
void               risalah_page_filling_force        (RisalahPageFilling  *self,
                                                      guint                index);
void               risalah_page_filling_carry        (RisalahPageFilling  *self,
                                                      double               share);
void               risalah_page_filling_settle_notes (RisalahPageFilling  *self);

G_END_DECLS
