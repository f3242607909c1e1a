/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has a fixed set of keys, by what gettext calls each: kinds, grades, voices, fields,
 * languages. */

#include "risalah-names.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *key;
  const char *name;
} Name;

static const Name kinds[] = {
  { "meeting", N_ ("Meeting") },
  { "visit", N_ ("Visit") },
  { "agreement", N_ ("Agreement") },
  { "exercise", N_ ("Exercise") },
  { "training", N_ ("Training") },
  { "procurement", N_ ("Procurement") },
  { "technology-transfer", N_ ("Technology transfer") },
  { "joint-production", N_ ("Joint production") },
  { "exchange", N_ ("Exchange") },
  { "aid", N_ ("Aid") },
  { "intelligence-sharing", N_ ("Intelligence sharing") },
  { "working-group", N_ ("Working group") },
  { "conference-exhibition", N_ ("Conference or exhibition") },
  { "statement", N_ ("Statement") },
  { "other", N_ ("Other") },
};

static const Name languages[] = {
  { "id", N_ ("Indonesian") },
  { "ms", N_ ("Malay") },
  { "en", N_ ("English") },
};

static const Name source_types[] = {
  { "news", N_ ("News") },       { "release", N_ ("Press release") },
  { "opinion", N_ ("Opinion") }, { "explainer", N_ ("Explainer") },
  { "report", N_ ("Report") },   { "law", N_ ("Law or regulation") },
  { "treaty", N_ ("Treaty") },   { "speech", N_ ("Speech") },
};

static const char *const reliabilities[] = {
  N_ ("A – Completely reliable"),  N_ ("B – Usually reliable"), N_ ("C – Fairly reliable"),
  N_ ("D – Not usually reliable"), N_ ("E – Unreliable"),       N_ ("F – Cannot be judged"),
};

static const char *const credibilities[] = {
  N_ ("1 – Confirmed by other sources"),
  N_ ("2 – Probably true"),
  N_ ("3 – Possibly true"),
  N_ ("4 – Doubtful"),
  N_ ("5 – Improbable"),
  N_ ("6 – Cannot be judged"),
};

static const char *
look_up (const Name *names, gsize n_names, const char *key)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i].key, key) == 0)
      return gettext (names[i].name);
  return key;
}

/**
 * risalah_names_get_kind:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the kind of event at that position, %NULL past the last
 */
const char *
risalah_names_get_kind (guint position)
{
  return position < G_N_ELEMENTS (kinds) ? kinds[position].key : NULL;
}

/**
 * risalah_names_kind:
 * @kind: (nullable): a kind of event
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
risalah_names_kind (const char *kind)
{
  return look_up (kinds, G_N_ELEMENTS (kinds), kind);
}

/**
 * risalah_names_status:
 * @status: where an event stands
 *
 * Returns: (transfer none): its name
 */
const char *
risalah_names_status (RisalahEventStatus status)
{
  switch (status)
    {
    case RISALAH_EVENT_HELD:
      return _ ("Held");
    case RISALAH_EVENT_PLANNED:
      return _ ("Planned");
    case RISALAH_EVENT_PROPOSED:
      return _ ("Proposed");
    case RISALAH_EVENT_CANCELLED:
      return _ ("Cancelled");
    }
  g_return_val_if_reached ("");
}

/**
 * risalah_names_language:
 * @code: (nullable): ISO 639-1
 *
 * Returns: (transfer none) (nullable): its name, or the code
 */
const char *
risalah_names_language (const char *code)
{
  return look_up (languages, G_N_ELEMENTS (languages), code);
}

/**
 * risalah_names_source_type:
 * @type: (nullable): "news", "release" …
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
risalah_names_source_type (const char *type)
{
  return look_up (source_types, G_N_ELEMENTS (source_types), type);
}

/**
 * risalah_names_reliability:
 * @grade: 'A' to 'F', or 0
 *
 * Returns: (transfer none): what the grade of a source means
 */
const char *
risalah_names_reliability (char grade)
{
  if (grade < 'A' || grade > 'F')
    return _ ("Not yet graded");
  return gettext (reliabilities[grade - 'A']);
}

/**
 * risalah_names_credibility:
 * @grade: 1 to 6, or 0
 *
 * Returns: (transfer none): what the grade of an information means
 */
const char *
risalah_names_credibility (guint8 grade)
{
  if (grade < 1 || grade > 6)
    return _ ("Not yet graded");
  return gettext (credibilities[grade - 1]);
}

/**
 * risalah_names_voice:
 * @voice: whose words a span holds
 *
 * Returns: (transfer none): its name
 */
const char *
risalah_names_voice (RisalahVoice voice)
{
  switch (voice)
    {
    case RISALAH_VOICE_UNKNOWN:
      return _ ("Not yet decided");
    case RISALAH_VOICE_DIRECT:
      return _ ("Direct speech");
    case RISALAH_VOICE_REPORTED:
      return _ ("Reported speech");
    case RISALAH_VOICE_PUBLISHER:
      return _ ("The publisher’s words");
    case RISALAH_VOICE_OPINION:
      return _ ("The author’s opinion");
    case RISALAH_VOICE_SECOND_HAND:
      return _ ("Second-hand");
    }
  g_return_val_if_reached ("");
}

/**
 * risalah_names_field:
 * @field: a field
 *
 * Returns: (transfer none): the heading over its values
 */
const char *
risalah_names_field (RisalahField field)
{
  switch (field)
    {
    case RISALAH_FIELD_COUNTRY:
      return _ ("Countries");
    case RISALAH_FIELD_TOPIC:
      return _ ("Organisations");
    case RISALAH_FIELD_KIND:
      return _ ("Events");
    case RISALAH_FIELD_PUBLISHER:
      return _ ("Publishers");
    case RISALAH_FIELD_GRADE:
      return _ ("Grade");
    case RISALAH_FIELD_TAG:
      return _ ("Tags");
    case RISALAH_FIELD_DOSSIER:
      return _ ("Dossiers");
    case RISALAH_FIELD_LANGUAGE:
      return _ ("Language");
    case RISALAH_FIELD_TYPE:
      return _ ("Type");
    case RISALAH_FIELD_DATE:
    case RISALAH_FIELD_AFTER:
    case RISALAH_FIELD_BEFORE:
      return _ ("Year");
    case RISALAH_FIELD_TITLE:
    case RISALAH_FIELD_N:
      return _ ("Title");
    }
  g_return_val_if_reached ("");
}

/**
 * risalah_names_own_language:
 *
 * Returns: (transfer none): "id" where the window speaks Indonesian, else "en"
 */
const char *
risalah_names_own_language (void)
{
  const char *const *wanted = g_get_language_names ();

  return wanted[0] != NULL && g_str_has_prefix (wanted[0], "id") ? "id" : "en";
}
