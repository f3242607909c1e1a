/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each act keeps what its events were before it, in the transaction that changes them. */

#include "risalah-event-act.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  ACT_ADD,
  ACT_CHANGE,
  ACT_REVIEW,
  ACT_DATE,
  ACT_MERGE,
  ACT_UNMERGE,
  ACT_SPLIT,
  ACT_DELETE,
  ACT_EVIDENCE,
  ACT_GRADE,
  ACT_REMOVE,
  ACT_DECIDE,
} Act;

struct _RisalahEventAct
{
  Act act;
  GArray *events; /* (element-type gint64): whose state is kept; the first is what it is about */
  GArray *pieces; /* (element-type gint64): evidence that is split off */
  RisalahEvent *value; /* (nullable): fields, or one piece of evidence */
  RisalahReview review;
};

static RisalahEventAct *
act_new (Act act, const gint64 *events, gsize n_events)
{
  RisalahEventAct *self = g_new0 (RisalahEventAct, 1);

  self->act = act;
  self->events = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_events > 0)
    g_array_append_vals (self->events, events, (guint)n_events);
  return self;
}

/* An act on one piece of evidence, which the value keeps. */
static RisalahEventAct *
act_new_piece (Act act, gint64 event, const RisalahEvidence *evidence)
{
  RisalahEventAct *self = act_new (act, &event, 1);
  g_autoptr (RisalahEvent) holder = risalah_event_new ();

  /* Borrowed by the holder for the length of the copy. */
  g_ptr_array_set_free_func (holder->evidence, NULL);
  g_ptr_array_add (holder->evidence, (gpointer)evidence);
  self->value = risalah_event_copy (holder);
  return self;
}

static RisalahEvidence *
get_piece (const RisalahEventAct *self)
{
  return g_ptr_array_index (self->value->evidence, 0);
}

/**
 * risalah_event_act_free:
 * @self: (transfer full) (nullable): an act
 */
void
risalah_event_act_free (RisalahEventAct *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->events);
  g_array_unref (self->pieces);
  risalah_event_free (self->value);
  g_free (self);
}

/**
 * risalah_event_act_new_add:
 * @event: a new event with its parties and evidence
 *
 * Returns: (transfer full): adds it
 */
RisalahEventAct *
risalah_event_act_new_add (const RisalahEvent *event)
{
  RisalahEventAct *self = act_new (ACT_ADD, NULL, 0);

  self->value = risalah_event_copy (event);
  return self;
}

/**
 * risalah_event_act_new_change:
 * @event: an event that is there, with other fields or parties; what waited is accepted by this
 *
 * Returns: (transfer full): stores the fields
 */
RisalahEventAct *
risalah_event_act_new_change (const RisalahEvent *event)
{
  RisalahEventAct *self = act_new (ACT_CHANGE, &event->id, 1);

  self->value = risalah_event_copy (event);
  return self;
}

/**
 * risalah_event_act_new_review:
 * @events: (array length=n_events): events
 * @n_events: how many
 * @review: what is decided of them
 *
 * Returns: (transfer full): accepts or rejects them, or lets them wait again
 */
RisalahEventAct *
risalah_event_act_new_review (const gint64 *events, gsize n_events, RisalahReview review)
{
  RisalahEventAct *self = act_new (ACT_REVIEW, events, n_events);

  self->review = review;
  return self;
}

/**
 * risalah_event_act_new_date:
 * @event: an event
 * @edtf: (nullable): the analyst's date, %NULL for the one that was found
 * @mod: early, mid, late, before or after
 * @reason: (nullable): why
 *
 * Returns: (transfer full): gives it a date
 */
RisalahEventAct *
risalah_event_act_new_date (gint64 event, const char *edtf, RisalahEdtfMod mod, const char *reason)
{
  RisalahEventAct *self = act_new (ACT_DATE, &event, 1);

  self->value = risalah_event_new ();
  self->value->edtf = g_strdup (edtf);
  self->value->mod = mod;
  self->value->date_reason = g_strdup (reason);
  return self;
}

/**
 * risalah_event_act_new_merge:
 * @event: an event
 * @into: the event that tells the same happening
 *
 * Returns: (transfer full): makes them one; what stays is accepted
 */
RisalahEventAct *
risalah_event_act_new_merge (gint64 event, gint64 into)
{
  const gint64 events[] = { into, event };

  return act_new (ACT_MERGE, events, G_N_ELEMENTS (events));
}

/**
 * risalah_event_act_new_unmerge:
 * @event: an event that was merged
 * @from: the event that it was merged into
 *
 * Returns: (transfer full): lets it stand by itself again
 */
RisalahEventAct *
risalah_event_act_new_unmerge (gint64 event, gint64 from)
{
  const gint64 events[] = { event, from };

  return act_new (ACT_UNMERGE, events, G_N_ELEMENTS (events));
}

/**
 * risalah_event_act_new_split:
 * @event: an event
 * @evidence: (array length=n_evidence): numbers of some of its evidence
 * @n_evidence: how many
 *
 * Returns: (transfer full): makes an event of its own of them
 */
RisalahEventAct *
risalah_event_act_new_split (gint64 event, const gint64 *evidence, gsize n_evidence)
{
  RisalahEventAct *self = act_new (ACT_SPLIT, &event, 1);

  g_array_append_vals (self->pieces, evidence, (guint)n_evidence);
  return self;
}

/**
 * risalah_event_act_new_delete:
 * @event: an event
 *
 * Returns: (transfer full): takes it out of every list
 */
RisalahEventAct *
risalah_event_act_new_delete (gint64 event)
{
  return act_new (ACT_DELETE, &event, 1);
}

/**
 * risalah_event_act_new_evidence:
 * @event: an event
 * @evidence: a span of a stored text
 *
 * Returns: (transfer full): adds the evidence to the event
 */
RisalahEventAct *
risalah_event_act_new_evidence (gint64 event, const RisalahEvidence *evidence)
{
  RisalahEventAct *self = act_new_piece (ACT_EVIDENCE, event, evidence);

  /* A copy of stored evidence is new evidence. */
  g_clear_pointer (&get_piece (self)->uid, g_free);
  return self;
}

/**
 * risalah_event_act_new_grade:
 * @evidence: stored evidence
 * @voice: whose words
 * @credibility: 1 to 6, 0 for not yet graded
 *
 * Returns: (transfer full): grades it
 */
RisalahEventAct *
risalah_event_act_new_grade (const RisalahEvidence *evidence,
                             RisalahVoice voice,
                             guint8 credibility)
{
  RisalahEventAct *self = act_new_piece (ACT_GRADE, evidence->event, evidence);

  get_piece (self)->voice = voice;
  get_piece (self)->credibility = credibility;
  return self;
}

/**
 * risalah_event_act_new_remove:
 * @evidence: stored evidence
 *
 * Returns: (transfer full): takes it from its event
 */
RisalahEventAct *
risalah_event_act_new_remove (const RisalahEvidence *evidence)
{
  return act_new_piece (ACT_REMOVE, evidence->event, evidence);
}

/**
 * risalah_event_act_new_decide:
 * @evidence: stored evidence with a value
 *
 * Returns: (transfer full): takes its value for the event; what says otherwise stays as evidence
 */
RisalahEventAct *
risalah_event_act_new_decide (const RisalahEvidence *evidence)
{
  return act_new_piece (ACT_DECIDE, evidence->event, evidence);
}

/* --- running ----------------------------------------------------------------------------- */

static gboolean
review_all (const RisalahEventAct *self, RisalahConnection *connection, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    if (!risalah_events_set_review (connection, g_array_index (self->events, gint64, i),
                                    self->review, error))
      return FALSE;
  return TRUE;
}

/* Does it; @first is the event that it is about, and may be changed to another. */
static gboolean
run (const RisalahEventAct *self, RisalahConnection *connection, gint64 *first, GError **error)
{
  switch (self->act)
    {
    case ACT_ADD:
      *first = risalah_events_add (connection, self->value, error);
      return *first != 0;
    case ACT_CHANGE:
      return risalah_events_update (connection, self->value, error)
             && risalah_events_set_review (connection, *first, RISALAH_REVIEW_ACCEPTED, error);
    case ACT_REVIEW:
      return review_all (self, connection, error);
    case ACT_DATE:
      return risalah_events_set_date (connection, *first, self->value->edtf, self->value->mod,
                                      self->value->date_reason, error);
    case ACT_MERGE:
      return risalah_events_merge (connection, g_array_index (self->events, gint64, 1), *first,
                                   error)
             && risalah_events_set_review (connection, *first, RISALAH_REVIEW_ACCEPTED, error);
    case ACT_UNMERGE:
      return risalah_events_unmerge (connection, *first, error);
    case ACT_SPLIT:
      *first = risalah_events_split (connection, *first, (const gint64 *)self->pieces->data,
                                     self->pieces->len, error);
      return *first != 0;
    case ACT_DELETE:
      return risalah_events_delete (connection, *first, error);
    case ACT_EVIDENCE:
      return risalah_events_add_evidence (connection, *first, get_piece (self), error) != 0;
    case ACT_GRADE:
      return risalah_events_grade_evidence (connection, get_piece (self)->id,
                                            get_piece (self)->voice, get_piece (self)->credibility,
                                            error);
    case ACT_REMOVE:
      return risalah_events_remove_evidence (connection, get_piece (self)->id, error);
    case ACT_DECIDE:
      return risalah_events_decide (connection, get_piece (self)->id, error);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * risalah_event_act_run:
 * @self: an act
 * @connection: a connection in a writing transaction
 * @before: (out) (transfer full): what the events were, for risalah_event_state_exchange()
 * @event: (out): the event to look at now, 0 where there is none
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
risalah_event_act_run (RisalahEventAct *self,
                       RisalahConnection *connection,
                       RisalahEventState **before,
                       gint64 *event,
                       GError **error)
{
  g_autoptr (RisalahEventState) state = NULL;

  g_return_val_if_fail (self != NULL && connection != NULL, FALSE);
  g_return_val_if_fail (before != NULL && event != NULL, FALSE);

  *event = self->events->len > 0 ? g_array_index (self->events, gint64, 0) : 0;
  state = risalah_event_state_take (connection, self->events, error);
  if (state == NULL || !run (self, connection, event, error))
    return FALSE;
  if (*event != 0)
    risalah_event_state_add_made (state, *event);
  *before = g_steal_pointer (&state);
  return TRUE;
}

static char *
describe_review (const RisalahEventAct *self)
{
  guint n = self->events->len;

  switch (self->review)
    {
    case RISALAH_REVIEW_ACCEPTED:
      return g_strdup_printf (ngettext ("%'u event accepted", "%'u events accepted", n), n);
    case RISALAH_REVIEW_REJECTED:
      return g_strdup_printf (ngettext ("%'u event rejected", "%'u events rejected", n), n);
    case RISALAH_REVIEW_SUGGESTED:
      return g_strdup_printf (ngettext ("%'u event waits for review again",
                                        "%'u events wait for review again", n),
                              n);
    }
  g_return_val_if_reached (NULL);
}

/**
 * risalah_event_act_describe:
 * @self: an act
 *
 * Returns: (transfer full): what it did, for the message that offers to undo it
 */
char *
risalah_event_act_describe (const RisalahEventAct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->act)
    {
    case ACT_ADD:
      return g_strdup (_ ("The event is on the timeline"));
    case ACT_CHANGE:
      return g_strdup (_ ("The event is changed and accepted"));
    case ACT_REVIEW:
      return describe_review (self);
    case ACT_DATE:
      return g_strdup (self->value->edtf != NULL ? _ ("The date is set")
                                                 : _ ("The date that was found is back"));
    case ACT_MERGE:
      return g_strdup (_ ("The two events are one"));
    case ACT_UNMERGE:
      return g_strdup (_ ("The event stands by itself again"));
    case ACT_SPLIT:
      return g_strdup (_ ("The evidence is an event of its own"));
    case ACT_DELETE:
      return g_strdup (_ ("The event is deleted"));
    case ACT_EVIDENCE:
      return g_strdup (_ ("The evidence is added to the event"));
    case ACT_GRADE:
      return g_strdup (_ ("The evidence is graded"));
    case ACT_REMOVE:
      return g_strdup (_ ("The evidence no longer counts for the event"));
    case ACT_DECIDE:
      return g_strdup (_ ("The event is as this evidence says"));
    }
  g_return_val_if_reached (NULL);
}
