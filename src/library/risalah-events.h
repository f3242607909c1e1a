/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events with their parties and the evidence for each of their fields. */
#pragma once

#include <glib-object.h>

#include "risalah-connection.h"
#include "risalah-edtf.h"
#include "risalah-event-filter.h"
#include "risalah-voice.h"

G_BEGIN_DECLS

/**
 * RisalahEventStatus:
 *
 * Where an event stands in the world.
 */
typedef enum
{
  RISALAH_EVENT_HELD,
  RISALAH_EVENT_PLANNED,
  RISALAH_EVENT_PROPOSED,
  RISALAH_EVENT_CANCELLED,
} RisalahEventStatus;

/**
 * RisalahReview:
 *
 * What the analyst has decided of an event.
 */
typedef enum
{
  RISALAH_REVIEW_SUGGESTED,
  RISALAH_REVIEW_ACCEPTED,
  RISALAH_REVIEW_REJECTED,
} RisalahReview;

/**
 * RisalahParty:
 * @kind: "country", "organisation" or "person"
 * @key: ISO 3166 code, the vocabulary's key, or the name
 * @name: (nullable): as the text has it, where the key says less
 */
typedef struct
{
  char *kind;
  char *key;
  char *name;
} RisalahParty;

/**
 * RisalahEvidence:
 * @id: its number in this library, 0 for one not yet stored
 * @uid: (nullable): its UUID; made when stored
 * @event: the event
 * @text: the stored text that holds the span
 * @source: (read-only): whose text that is
 * @start: first character of the span
 * @end: character after the last
 * @source_uid: (read-only): the source's UUID
 * @text_uid: (read-only): the text's UUID
 * @label: (read-only): how the source is called
 * @publisher: (nullable) (read-only): who published it
 * @published: (nullable) (read-only): when, EDTF
 * @reliability: (read-only): the source's grade, 'A' to 'F', 0 where not yet graded
 * @exact: (read-only): the words, filled when read
 * @field: what the span proves: "trigger", "date", "party", "place", "status", "kind" …
 * @value: (nullable): the value that it proves, EDTF for a date
 * @voice: whose words
 * @credibility: 1 to 6, 0 where not yet graded
 * @joined_by: "analyst", "suggestion", or "automatic" where suggestions of different sources joined
 *   by themselves
 * @from_event: the event that it came from by a merge, which a split gives it back to; else 0
 */
typedef struct
{
  gint64 id;
  char *uid;
  gint64 event;
  gint64 text;
  gint64 source;
  char *source_uid;
  char *text_uid;
  char *label;
  char *publisher;
  char *published;
  char reliability;
  gint64 start;
  gint64 end;
  char *exact;
  char *field;
  char *value;
  RisalahVoice voice;
  guint8 credibility;
  char *joined_by;
  gint64 from_event;
} RisalahEvidence;

/**
 * RisalahEvent:
 * @id: its number in this library, 0 for one not yet stored
 * @uid: (nullable): its UUID; made when stored
 * @title: what happened, in the article's language
 * @kind: one of the kinds of cli.md
 * @edtf: (nullable): when; %NULL or a date without a year "needs a date"
 * @mod: early, mid, late, before or after
 * @has_earliest: @earliest holds its first Julian day (read-only)
 * @has_latest: @latest holds its last (read-only)
 * @date_by_analyst: the date was set by the analyst, and is printed in brackets
 * @date_reason: (nullable): why
 * @place: (nullable): where
 * @status: held, planned, proposed or cancelled
 * @note: (nullable): the analyst's
 * @review: what has been decided
 * @merged_into: the event that it was merged into, else 0
 * @suggestion_key: (nullable): hash of source, kind and trigger words, of a suggestion
 * @score: how sure the suggestion is, 0 to 1
 * @rule: (nullable): what made the suggestion
 * @is_talk: an opinion's happening with no party committed: off the timeline unless asked for
 * @parties: (element-type RisalahParty)
 * @evidence: (element-type RisalahEvidence)
 * @n_articles: (read-only): sources with evidence for it
 * @n_origins: (read-only): of these, independent ones: a reprint group counts once
 */
typedef struct
{
  gint64 id;
  char *uid;
  char *title;
  char *kind;
  char *edtf;
  RisalahEdtfMod mod;
  gboolean has_earliest;
  gboolean has_latest;
  gint64 earliest;
  gint64 latest;
  gboolean date_by_analyst;
  char *date_reason;
  char *place;
  RisalahEventStatus status;
  char *note;
  RisalahReview review;
  gint64 merged_into;
  char *suggestion_key;
  double score;
  char *rule;
  gboolean is_talk;
  GPtrArray *parties;
  GPtrArray *evidence;
  guint n_articles;
  guint n_origins;
  gint64 created_at;
  gint64 modified_at;
  gint64 deleted_at;
} RisalahEvent;

#define RISALAH_TYPE_EVENT (risalah_event_get_type ())

GType            risalah_event_get_type       (void);
RisalahEvent    *risalah_event_new            (void);
RisalahEvent    *risalah_event_copy           (const RisalahEvent  *self);
void             risalah_event_free           (RisalahEvent        *self);
RisalahParty    *risalah_event_add_party      (RisalahEvent        *self,
                                               const char          *kind,
                                               const char          *key,
                                               const char          *name);
RisalahEvidence *risalah_event_add_evidence   (RisalahEvent        *self,
                                               gint64               text,
                                               gint64               start,
                                               gint64               end,
                                               const char          *field);

/* (element-type RisalahEvent): in the order asked for, with parties; evidence only where asked. */
GPtrArray       *risalah_events_get_many      (RisalahConnection   *connection,
                                               const gint64        *ids,
                                               gsize                n_ids,
                                               gboolean             with_evidence,
                                               GError             **error);
RisalahEvent    *risalah_events_get           (RisalahConnection   *connection,
                                               gint64               id,
                                               GError             **error);
gint64           risalah_events_find_uid      (RisalahConnection   *connection,
                                               const char          *uid,
                                               GError             **error);
/* Stores a new event with its parties and evidence; returns its id, 0 on an error. */
gint64           risalah_events_add           (RisalahConnection   *connection,
                                               const RisalahEvent  *event,
                                               GError             **error);
/* Stores the fields and parties of an event that is there; its evidence stays as it is. */
gboolean         risalah_events_update        (RisalahConnection   *connection,
                                               const RisalahEvent  *event,
                                               GError             **error);
gboolean         risalah_events_set_review    (RisalahConnection   *connection,
                                               gint64               id,
                                               RisalahReview        review,
                                               GError             **error);
/* @reason NULL and @edtf NULL take the analyst's date away again. */
gboolean         risalah_events_set_date      (RisalahConnection   *connection,
                                               gint64               id,
                                               const char          *edtf,
                                               RisalahEdtfMod       mod,
                                               const char          *reason,
                                               GError             **error);
gboolean         risalah_events_delete        (RisalahConnection   *connection,
                                               gint64               id,
                                               GError             **error);
/* @id's evidence goes over to @into; @id is kept, marked, and comes back by a split. */
gboolean         risalah_events_merge         (RisalahConnection   *connection,
                                               gint64               id,
                                               gint64               into,
                                               GError             **error);
gboolean         risalah_events_unmerge       (RisalahConnection   *connection,
                                               gint64               id,
                                               GError             **error);
/* Evidence rows of one event become an event of their own; returns its id, 0 on an error. */
gint64           risalah_events_split         (RisalahConnection   *connection,
                                               gint64               id,
                                               const gint64        *evidence,
                                               gsize                n_evidence,
                                               GError             **error);

gint64           risalah_events_add_evidence  (RisalahConnection   *connection,
                                               gint64               event,
                                               const RisalahEvidence *evidence,
                                               GError             **error);
/* Credibility 1, "confirmed", is refused (CONSTRAINT) while the event has one origin. */
gboolean         risalah_events_grade_evidence (RisalahConnection  *connection,
                                               gint64               evidence,
                                               RisalahVoice         voice,
                                               guint8               credibility,
                                               GError             **error);
gboolean         risalah_events_remove_evidence (RisalahConnection *connection,
                                               gint64               evidence,
                                               GError             **error);
/* The event takes the value that this evidence says; evidence that says otherwise stays. */
gboolean         risalah_events_decide        (RisalahConnection   *connection,
                                               gint64               evidence,
                                               GError             **error);

/* Brings in what an analysis of @text found (element-type RisalahEvent): what was rejected stays so,
 * what was decided stays as decided, what is still suggested is replaced, and a suggestion of
 * another source with the same kind, the same parties and an overlapping range of 3 days or less
 * joins. */
gboolean         risalah_events_suggest       (RisalahConnection   *connection,
                                               gint64               text,
                                               GPtrArray           *events,
                                               GError             **error);

const char      *risalah_event_status_to_string   (RisalahEventStatus  status);
gboolean         risalah_event_status_from_string (const char         *name,
                                               RisalahEventStatus     *status);
const char      *risalah_review_to_string         (RisalahReview       review);
gboolean         risalah_review_from_string       (const char         *name,
                                               RisalahReview          *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEvent, risalah_event_free)

G_END_DECLS
