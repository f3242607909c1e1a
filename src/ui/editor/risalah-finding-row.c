/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding of the check as a row. How grave it is stands in words and in the shape of its sign,
 * never in the colour alone. */

#include "risalah-finding-row.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon;
  const char *style;
  const char *name;
} severities[] = {
  [RISALAH_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_ ("Error") },
  [RISALAH_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warning") },
  [RISALAH_SEVERITY_NOTE] = { "dialog-information-symbolic", "dim-label", N_ ("Note") },
};

static const char *
rule_title (const char *name)
{
  for (guint i = 0; i < risalah_check_get_n_rules (); i++)
    {
      RisalahCheckRule rule = risalah_check_get_rule (i);

      if (g_str_equal (rule.name, name))
        return rule.title;
    }
  return name;
}

/* What can be done in place, as the action that does it. */
static GtkWidget *
create_fix (const RisalahFinding *finding)
{
  GtkWidget *button = NULL;

  switch (finding->fix)
    {
    case RISALAH_FIX_EDIT_SOURCE:
      button = gtk_button_new_with_label (_ ("Show Source"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-passage");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssxx)", finding->subject, "",
                                        (gint64)-1, (gint64)-1);
      break;
    case RISALAH_FIX_SWITCH_ON:
      button = gtk_button_new_with_label (_ ("Switch On"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "check.switch-rule");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", finding->subject, "");
      break;
    case RISALAH_FIX_NONE:
    case RISALAH_FIX_MOVE_QUOTATION:
    case RISALAH_FIX_CITE:
    case RISALAH_FIX_REVIEW_EVENT:
    case RISALAH_FIX_ADD_SECTION:
    case RISALAH_FIX_SPLIT_SENTENCE:
    case RISALAH_FIX_REMOVE_LINK:
    case RISALAH_FIX_COMPARE_TRANSLATION:
    case RISALAH_FIX_DESCRIBE_FIGURE:
    default:
      break;
    }
  if (button != NULL)
    {
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    }
  return button;
}

/**
 * risalah_finding_row_new:
 * @finding: a finding
 *
 * Returns: (transfer floating): a row of a #GtkListBox
 */
GtkWidget *
risalah_finding_row_new (const RisalahFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (severities[finding->severity].icon);
  GtkWidget *message = gtk_label_new (finding->message);
  GtkWidget *rule = gtk_label_new (rule_title (finding->rule));
  GtkWidget *fix = create_fix (finding);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", _ (severities[finding->severity].name), finding->message);

  gtk_widget_add_css_class (icon, severities[finding->severity].style);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (icon, _ (severities[finding->severity].name));
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (rule), TRUE);
  gtk_label_set_xalign (GTK_LABEL (rule), 0);
  gtk_widget_add_css_class (rule, "caption");
  gtk_widget_add_css_class (rule, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), message);
  gtk_box_append (GTK_BOX (texts), rule);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  if (fix != NULL)
    gtk_box_append (GTK_BOX (box), fix);
  gtk_widget_add_css_class (box, "finding");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
