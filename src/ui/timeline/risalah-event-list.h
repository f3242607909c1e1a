/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's events as a lazy list with what the headings of their groups need: no widget. */
#pragma once

#include "risalah-events.h"
#include "risalah-lazy-list.h"
#include "risalah-library.h"
#include "risalah-sources.h"

G_BEGIN_DECLS

/**
 * RisalahEventRow:
 * @event: the event, with its evidence
 * @article_id: in a list by article, the one that it stands under
 * @article: (nullable): in a list by article, set on the first row of each article
 * @n_events: likewise, how many rows the article has
 *
 * The row of a #RisalahLazyItem.
 */
typedef struct
{
  RisalahEvent *event;
  gint64 article_id;
  RisalahSource *article;
  guint n_events;
} RisalahEventRow;

#define RISALAH_TYPE_EVENT_LIST (risalah_event_list_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEventList, risalah_event_list, RISALAH, EVENT_LIST, GObject)

RisalahEventList *risalah_event_list_new        (RisalahLibrary           *library,
                                                 const RisalahEventFilter *filter);
RisalahLazyList  *risalah_event_list_get_list   (RisalahEventList         *self);
void              risalah_event_list_set_filter (RisalahEventList         *self,
                                                 const RisalahEventFilter *filter);
guint             risalah_event_list_get_n_undated (RisalahEventList      *self);
guint             risalah_event_list_get_n_all    (RisalahEventList      *self);
const GError     *risalah_event_list_get_error  (RisalahEventList         *self);

G_END_DECLS
