/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of an event, its parties and its evidence. */

#include <string.h>

#include "risalah-events.h"

G_DEFINE_BOXED_TYPE (RisalahEvent, risalah_event, risalah_event_copy, risalah_event_free)

static const char *const status_names[] = {
  [RISALAH_EVENT_HELD] = "held",
  [RISALAH_EVENT_PLANNED] = "planned",
  [RISALAH_EVENT_PROPOSED] = "proposed",
  [RISALAH_EVENT_CANCELLED] = "cancelled",
};

static const char *const review_names[] = {
  [RISALAH_REVIEW_SUGGESTED] = "suggested",
  [RISALAH_REVIEW_ACCEPTED] = "accepted",
  [RISALAH_REVIEW_REJECTED] = "rejected",
};

static gboolean
find_name (const char *const *names, guint n_names, const char *name, guint *found)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_event_status_to_string:
 * @status: where an event stands
 *
 * Returns: (transfer none): its name in the CLI's JSON and in the library
 */
const char *
risalah_event_status_to_string (RisalahEventStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_names), NULL);
  return status_names[status];
}

/**
 * risalah_event_status_from_string:
 * @name: a name
 * @status: (out): what it names
 *
 * Returns: whether there is a status of that name
 */
gboolean
risalah_event_status_from_string (const char *name, RisalahEventStatus *status)
{
  guint found;

  if (!find_name (status_names, G_N_ELEMENTS (status_names), name, &found))
    return FALSE;
  *status = found;
  return TRUE;
}

/**
 * risalah_review_to_string:
 * @review: what was decided
 *
 * Returns: (transfer none): its name in the CLI's JSON and in the library
 */
const char *
risalah_review_to_string (RisalahReview review)
{
  g_return_val_if_fail (review < G_N_ELEMENTS (review_names), NULL);
  return review_names[review];
}

/**
 * risalah_review_from_string:
 * @name: a name
 * @review: (out): what it names
 *
 * Returns: whether there is a decision of that name
 */
gboolean
risalah_review_from_string (const char *name, RisalahReview *review)
{
  guint found;

  if (!find_name (review_names, G_N_ELEMENTS (review_names), name, &found))
    return FALSE;
  *review = found;
  return TRUE;
}

static void
party_free (gpointer data)
{
  RisalahParty *party = data;

  g_free (party->kind);
  g_free (party->key);
  g_free (party->name);
  g_free (party);
}

static void
evidence_free (gpointer data)
{
  RisalahEvidence *evidence = data;

  g_free (evidence->uid);
  g_free (evidence->source_uid);
  g_free (evidence->text_uid);
  g_free (evidence->label);
  g_free (evidence->publisher);
  g_free (evidence->published);
  g_free (evidence->exact);
  g_free (evidence->field);
  g_free (evidence->value);
  g_free (evidence->joined_by);
  g_free (evidence);
}

/**
 * risalah_event_new:
 *
 * Returns: (transfer full): an event that is suggested and held, of which nothing else is known
 */
RisalahEvent *
risalah_event_new (void)
{
  RisalahEvent *self = g_new0 (RisalahEvent, 1);

  self->parties = g_ptr_array_new_with_free_func (party_free);
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
  return self;
}

/**
 * risalah_event_add_party:
 * @self: an event
 * @kind: "country", "organisation" or "person"
 * @key: ISO 3166 code, the vocabulary's key, or the name
 * @name: (nullable): as the text has it
 *
 * Returns: (transfer none): the party
 */
RisalahParty *
risalah_event_add_party (RisalahEvent *self, const char *kind, const char *key, const char *name)
{
  RisalahParty *party = g_new0 (RisalahParty, 1);

  g_return_val_if_fail (self != NULL && kind != NULL && key != NULL, NULL);
  party->kind = g_strdup (kind);
  party->key = g_strdup (key);
  party->name = g_strdup (name);
  g_ptr_array_add (self->parties, party);
  return party;
}

/**
 * risalah_event_add_evidence:
 * @self: an event
 * @text: a stored text, 0 for the one that is being analysed
 * @start: first character of the span
 * @end: character after the last
 * @field: what it proves
 *
 * Returns: (transfer none): the evidence, whose other fields may be set
 */
RisalahEvidence *
risalah_event_add_evidence (RisalahEvent *self,
                            gint64 text,
                            gint64 start,
                            gint64 end,
                            const char *field)
{
  RisalahEvidence *evidence = g_new0 (RisalahEvidence, 1);

  g_return_val_if_fail (self != NULL && field != NULL, NULL);
  evidence->text = text;
  evidence->start = start;
  evidence->end = end;
  evidence->field = g_strdup (field);
  g_ptr_array_add (self->evidence, evidence);
  return evidence;
}

/**
 * risalah_event_copy:
 * @self: an event
 *
 * Returns: (transfer full): a copy
 */
RisalahEvent *
risalah_event_copy (const RisalahEvent *self)
{
  RisalahEvent *copy = g_new (RisalahEvent, 1);

  *copy = *self;
  copy->uid = g_strdup (self->uid);
  copy->title = g_strdup (self->title);
  copy->kind = g_strdup (self->kind);
  copy->edtf = g_strdup (self->edtf);
  copy->date_reason = g_strdup (self->date_reason);
  copy->place = g_strdup (self->place);
  copy->note = g_strdup (self->note);
  copy->suggestion_key = g_strdup (self->suggestion_key);
  copy->rule = g_strdup (self->rule);
  copy->parties = g_ptr_array_new_with_free_func (party_free);
  copy->evidence = g_ptr_array_new_with_free_func (evidence_free);
  for (guint i = 0; i < self->parties->len; i++)
    {
      const RisalahParty *party = g_ptr_array_index (self->parties, i);
      risalah_event_add_party (copy, party->kind, party->key, party->name);
    }
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (self->evidence, i);
      RisalahEvidence *other = g_new (RisalahEvidence, 1);

      *other = *evidence;
      other->uid = g_strdup (evidence->uid);
      other->source_uid = g_strdup (evidence->source_uid);
      other->text_uid = g_strdup (evidence->text_uid);
      other->label = g_strdup (evidence->label);
      other->publisher = g_strdup (evidence->publisher);
      other->published = g_strdup (evidence->published);
      other->exact = g_strdup (evidence->exact);
      other->field = g_strdup (evidence->field);
      other->value = g_strdup (evidence->value);
      other->joined_by = g_strdup (evidence->joined_by);
      g_ptr_array_add (copy->evidence, other);
    }
  return copy;
}

/**
 * risalah_event_free:
 * @self: (transfer full) (nullable): an event
 */
void
risalah_event_free (RisalahEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->edtf);
  g_free (self->date_reason);
  g_free (self->place);
  g_free (self->note);
  g_free (self->suggestion_key);
  g_free (self->rule);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}
