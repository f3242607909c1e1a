/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events are wanted, and in which order. */
#pragma once

#include <glib.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahEventSort:
 * @RISALAH_EVENT_SORT_DATE: by first day; those that need a date last, whichever the direction
 * @RISALAH_EVENT_SORT_TITLE: by title, regardless of case
 * @RISALAH_EVENT_SORT_KIND: by kind, then by first day, as are those below
 * @RISALAH_EVENT_SORT_PARTIES: by the keys of the parties
 * @RISALAH_EVENT_SORT_STATUS: held, planned, proposed, cancelled
 * @RISALAH_EVENT_SORT_REVIEW: suggested, accepted, rejected
 * @RISALAH_EVENT_SORT_ORIGINS: by how many independent sources tell it
 * @RISALAH_EVENT_SORT_ARTICLE: by article, the one with the surest suggestion first, and within it
 *   the surest first
 */
typedef enum
{
  RISALAH_EVENT_SORT_DATE,
  RISALAH_EVENT_SORT_TITLE,
  RISALAH_EVENT_SORT_KIND,
  RISALAH_EVENT_SORT_PARTIES,
  RISALAH_EVENT_SORT_STATUS,
  RISALAH_EVENT_SORT_REVIEW,
  RISALAH_EVENT_SORT_ORIGINS,
  RISALAH_EVENT_SORT_ARTICLE,
} RisalahEventSort;

/**
 * RisalahEventFilter:
 * @review: bits (1 << #RisalahReview), 0 for all
 * @status: bits (1 << #RisalahEventStatus), 0 for all
 * @has_from: only events that end on Julian day @from or later
 * @has_to: only events that begin on Julian day @to or before
 * @dated: 1 only those with a day number, -1 only those that need a date, 0 both
 * @source: only those with evidence in this source, else 0
 * @dossier: only those with evidence in this dossier's sources, else 0
 * @countries: (nullable): keys between blanks; only those with one of these parties
 * @kinds: (nullable): likewise; only these kinds
 * @sources: (nullable) (element-type gint64): only those with evidence in these: the result of a
 *   search
 * @min_origins: only those with as many independent origins, 0 for all
 * @min_credibility: only those with evidence graded 1 to this, 0 for all
 * @with_talk: talk too
 * @sort: the order
 * @descending: the other way round
 *
 * What is left 0 asks nothing.
 */
typedef struct
{
  guint review;
  guint status;
  gboolean has_from;
  gboolean has_to;
  gint64 from;
  gint64 to;
  int dated;
  gint64 source;
  gint64 dossier;
  const char *countries;
  const char *kinds;
  GArray *sources;
  guint min_origins;
  guint8 min_credibility;
  gboolean with_talk;
  RisalahEventSort sort;
  gboolean descending;
} RisalahEventFilter;

RisalahEventFilter *risalah_event_filter_copy (const RisalahEventFilter *self);
void                risalah_event_filter_free (RisalahEventFilter       *self);

/* (element-type gint64): merged and deleted ones never. */
GArray             *risalah_events_list       (RisalahConnection        *connection,
                                               const RisalahEventFilter *filter,
                                               GError                  **error);
/* (element-type gint64): the article that each event of a list by article stands under. */
GArray             *risalah_events_get_articles (RisalahConnection      *connection,
                                               const GArray             *ids,
                                               GError                  **error);
/* (element-type gint64): others of the same kind that share a party and overlap, the likeliest
 * first. */
GArray             *risalah_events_find_similar (RisalahConnection      *connection,
                                               gint64                    id,
                                               guint                     limit,
                                               GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEventFilter, risalah_event_filter_free)

G_END_DECLS
