/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grades are listed, never averaged: an A and an F are not two Cs. */

#include "risalah-corroboration.h"

#include <glib/gi18n-lib.h>

/**
 * risalah_corroboration_count:
 * @event: an event
 *
 * Returns: (transfer full): "5 articles, 2 independent origins"; a group of reprints is one origin
 */
char *
risalah_corroboration_count (const RisalahEvent *event)
{
  g_autofree char *articles = NULL, *origins = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  articles = g_strdup_printf (ngettext ("%'u article", "%'u articles", event->n_articles),
                              event->n_articles);
  origins = g_strdup_printf (ngettext ("%'u independent origin", "%'u independent origins",
                                       event->n_origins),
                             event->n_origins);
  /* Translators: "5 articles, 2 independent origins" */
  return g_strdup_printf (_ ("%s, %s"), articles, origins);
}

/**
 * risalah_evidence_grade:
 * @evidence: a piece of evidence
 *
 * Returns: (transfer full): its grade in the Admiralty code: "B2", "B–" where the information is
 * not yet graded, "–2" where the source is not, "–" where neither is
 */
char *
risalah_evidence_grade (const RisalahEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  if (evidence->reliability == 0 && evidence->credibility == 0)
    return g_strdup ("–");
  if (evidence->reliability == 0)
    return g_strdup_printf ("–%u", evidence->credibility);
  if (evidence->credibility == 0)
    return g_strdup_printf ("%c–", evidence->reliability);
  return g_strdup_printf ("%c%u", evidence->reliability, evidence->credibility);
}

static int
compare_grades (gconstpointer first, gconstpointer second)
{
  return g_strcmp0 (*(char *const *)first, *(char *const *)second);
}

/**
 * risalah_corroboration_grades:
 * @event: an event with its evidence
 *
 * Returns: (transfer full): the grades of its evidence, each once, the best first: "A2, B–"
 */
char *
risalah_corroboration_grades (const RisalahEvent *event)
{
  g_autoptr (GPtrArray) grades = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (event != NULL, NULL);

  for (guint i = 0; i < event->evidence->len; i++)
    {
      g_autofree char *grade = risalah_evidence_grade (g_ptr_array_index (event->evidence, i));

      if (!g_ptr_array_find_with_equal_func (grades, grade, g_str_equal, NULL))
        g_ptr_array_add (grades, g_steal_pointer (&grade));
    }
  g_ptr_array_sort (grades, compare_grades);
  g_ptr_array_add (grades, NULL);
  return g_strjoinv (", ", (char **)grades->pdata);
}

static gint64
first_day (const char *edtf)
{
  gint64 earliest = 0, latest = 0;
  gboolean has_earliest = FALSE, has_latest = FALSE;

  if (edtf == NULL
      || !risalah_edtf_get_bounds (edtf, &earliest, &has_earliest, &latest, &has_latest, NULL)
      || !has_earliest)
    return G_MAXINT64;
  return earliest;
}

/**
 * risalah_corroboration_get_reported:
 * @event: an event with its evidence
 *
 * Returns: (transfer none) (nullable): EDTF of the day on which it was first reported, of an event
 *   that has no date of its own; never its date
 */
const char *
risalah_corroboration_get_reported (const RisalahEvent *event)
{
  const char *reported = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  if (event->has_earliest || event->has_latest)
    return NULL;
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (first_day (evidence->published) < first_day (reported))
        reported = evidence->published;
    }
  return reported;
}

/**
 * risalah_corroboration_is_contested:
 * @event: an event with its evidence
 * @field: "date", "kind" …
 *
 * A field is decided by taking the value of one piece of evidence, or by a date of the analyst's
 * own. Evidence of two values that the analyst joined to it opens the question again.
 *
 * Returns: whether its evidence gives two values for the field, and none is decided for
 */
gboolean
risalah_corroboration_is_contested (const RisalahEvent *event, const char *field)
{
  const char *first = NULL, *decided = NULL;
  gboolean differs = FALSE, decided_twice = FALSE;

  g_return_val_if_fail (event != NULL && field != NULL, FALSE);

  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (evidence->value == NULL || !g_str_equal (evidence->field, field))
        continue;
      differs = differs || (first != NULL && !g_str_equal (first, evidence->value));
      first = evidence->value;
      if (g_strcmp0 (evidence->joined_by, "analyst") != 0)
        continue;
      decided_twice = decided_twice || (decided != NULL && !g_str_equal (decided, evidence->value));
      decided = evidence->value;
    }
  if (!differs || (event->date_by_analyst && g_str_equal (field, "date")))
    return FALSE;
  return decided == NULL || decided_twice;
}
