/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words are the event's, in the brief's language; what they rest on follows them. */

#include "risalah-event-composing.h"

#include "risalah-corroboration.h"
#include "risalah-event-table.h"
#include "risalah-session-private.h"

static const char *
lookup_cb (const char *key, gpointer user_data)
{
  return risalah_terms_has (user_data, key) ? risalah_terms_get (user_data, key) : NULL;
}

static char *
dup_words (RisalahTerms *terms, const char *edtf, RisalahEdtfMod mod)
{
  g_autoptr (RisalahEdtf) date = risalah_edtf_parse (edtf, NULL);

  return date != NULL ? risalah_edtf_to_words (date, mod, lookup_cb, terms) : g_strdup (edtf);
}

/* In brackets where the analyst set it; without a day, when it was reported. */
static char *
dup_date (RisalahTerms *terms, const RisalahEvent *event)
{
  const char *published = risalah_corroboration_get_reported (event);
  g_autofree char *date = event->edtf != NULL
                              ? dup_words (terms, event->edtf, event->mod)
                              : g_strdup (risalah_terms_get (terms, "event.undated"));
  g_autofree char *reported = NULL;

  if (event->date_by_analyst)
    return g_strdup_printf ("[%s]", date);
  if (published == NULL)
    return g_steal_pointer (&date);
  reported = dup_words (terms, published, RISALAH_EDTF_MOD_NONE);
  return risalah_terms_format (terms, "event.reported", date, reported, NULL);
}

/* "28 July 2025: Meeting of ministers (Indonesia, Pakistan; planned)." */
static char *
dup_sentence (RisalahTerms *terms, const RisalahEvent *event)
{
  g_autofree char *date = dup_date (terms, event);
  g_autofree char *parties = risalah_event_table_dup_parties (terms, event);
  g_autofree char *key =
      g_strconcat ("event.status.", risalah_event_status_to_string (event->status), NULL);
  const char *status = event->status != RISALAH_EVENT_HELD ? risalah_terms_get (terms, key) : NULL;
  g_autofree char *about = NULL;

  if (*parties != '\0' && status != NULL)
    about = g_strdup_printf (" (%s; %s)", parties, status);
  else if (*parties != '\0' || status != NULL)
    about = g_strdup_printf (" (%s)", status != NULL ? status : parties);
  return g_strdup_printf ("%s: %s%s.", date, event->title, about != NULL ? about : "");
}

static gboolean
is_cited (const RisalahEvent *event, guint position)
{
  const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, position);

  for (guint i = 0; i < position; i++)
    if (((RisalahEvidence *)event->evidence->pdata[i])->source == evidence->source)
      return TRUE;
  return FALSE;
}

static RisalahRichText *
append_citation (RisalahRichText *text, const RisalahEvidence *evidence)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (RisalahCitationAtom) citation =
      risalah_citation_atom_new (id, evidence->source_uid, evidence->text_uid, evidence->start,
                                 evidence->end, NULL);
  g_autoptr (RisalahRichText) atom = risalah_rich_text_new_citation (citation);

  return risalah_rich_text_concatenate (text, atom);
}

/**
 * risalah_session_compose_event:
 * @self: a session
 * @event: an event with its evidence, as it was read
 * @language: the brief's
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a paragraph: when, what and who, and a citation of the first
 *   evidence in each source
 */
RisalahBriefBlock *
risalah_session_compose_event (RisalahSession *self,
                               const RisalahEvent *event,
                               const char *language,
                               GError **error)
{
  g_autoptr (RisalahTerms) terms = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (RisalahRichText) text = NULL;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && event != NULL && language != NULL, NULL);

  terms = risalah_session_get_terms (self, language, error);
  if (terms == NULL)
    return NULL;
  sentence = dup_sentence (terms, event);
  text = risalah_rich_text_new_plain (sentence);
  for (guint i = 0; i < event->evidence->len; i++)
    if (!is_cited (event, i))
      {
        RisalahRichText *longer = append_citation (text, g_ptr_array_index (event->evidence, i));

        risalah_rich_text_unref (text);
        text = longer;
      }
  return risalah_brief_block_new (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, text);
}
