/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gravest come first; a row leads to the place in the brief. Nothing here keeps a brief from
 * leaving. */

#include "risalah-delivery-findings.h"

#include <glib/gi18n.h>

#include "risalah-finding-row.h"

typedef struct
{
  RisalahFindingFunc func;
  gpointer owner; /* outlives the row, which is its child */
  const RisalahFinding *finding;
} Choice;

static void
activated_cb (AdwActionRow *row, Choice *choice)
{
  choice->func (choice->finding, choice->owner);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
create_row (const RisalahFinding *finding, RisalahFindingFunc func, gpointer owner)
{
  GtkWidget *row = adw_action_row_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->owner = owner;
  choice->finding = finding;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               risalah_finding_severity_name (finding->severity));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), risalah_finding_sign_new (finding->severity));
  gtk_widget_set_tooltip_text (row, _ ("Show the place in the brief"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), choice, choice_free, 0);
  return row;
}

/* "2 problems · 1 note" */
static char *
describe (const guint *n)
{
  guint n_problems = n[RISALAH_SEVERITY_ERROR] + n[RISALAH_SEVERITY_WARNING];
  guint n_notes = n[RISALAH_SEVERITY_NOTE];
  g_autofree char *problems
      = g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);

  if (n_problems > 0 && n_notes > 0)
    return g_strjoin (" · ", problems, notes, NULL);
  return n_notes > 0 ? g_steal_pointer (&notes) : g_steal_pointer (&problems);
}

/**
 * risalah_delivery_findings_show:
 * @row: the row, which has none yet
 * @findings: (element-type RisalahFinding): what the check found; it must outlive @row
 * @func: called with a finding that is chosen
 * @owner: handed to @func; it must outlive @row
 *
 * Says how much was found, and lists it in @row.
 */
void
risalah_delivery_findings_show (AdwExpanderRow *row,
                                GPtrArray *findings,
                                RisalahFindingFunc func,
                                gpointer owner)
{
  guint n[RISALAH_SEVERITY_NOTE + 1] = { 0 };
  g_autofree char *text = NULL;

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));
  g_return_if_fail (findings != NULL && func != NULL);

  for (RisalahSeverity severity = RISALAH_SEVERITY_ERROR; severity <= RISALAH_SEVERITY_NOTE;
       severity++)
    for (guint i = 0; i < findings->len; i++)
      {
        const RisalahFinding *finding = g_ptr_array_index (findings, i);

        if (finding->severity != severity)
          continue;
        n[severity]++;
        adw_expander_row_add_row (row, create_row (finding, func, owner));
      }
  for (RisalahSeverity severity = RISALAH_SEVERITY_ERROR; severity < RISALAH_SEVERITY_NOTE;
       severity++)
    if (n[severity] > 0)
      {
        adw_expander_row_add_prefix (row, risalah_finding_sign_new (severity));
        break;
      }
  text = findings->len > 0 ? describe (n) : g_strdup (_ ("Nothing found"));
  adw_expander_row_set_subtitle (row, text);
  adw_expander_row_set_enable_expansion (row, findings->len > 0);
  adw_expander_row_set_expanded (row, FALSE);
}
