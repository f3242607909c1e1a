/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding of the check as a row. How grave it is stands in words and in the shape of its sign,
 * never in the colour alone. */

#include "risalah-finding-row.h"

#include <glib/gi18n.h>

#include "risalah-check-fixes.h"
#include "risalah-large-text.h"

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

static gboolean
is_rule (const char *name)
{
  for (guint i = 0; i < risalah_check_get_n_rules (); i++)
    if (g_str_equal (risalah_check_get_rule (i).name, name))
      return TRUE;
  return FALSE;
}

static void
fix_clicked_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_activate_action (row, "check.fix", "i",
                              gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* What can be done in place. */
static GtkWidget *
create_fix (const RisalahFinding *finding)
{
  const char *label = risalah_check_fix_get_label (finding);
  GtkWidget *button;

  if (label == NULL)
    return NULL;
  button = gtk_button_new_with_label (label);
  g_signal_connect (button, "clicked", G_CALLBACK (fix_clicked_cb), NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
reason_changed_cb (GtkEditable *entry, GtkWidget *button)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  gtk_widget_set_sensitive (button, *reason != '\0');
}

/* The entry's reason switches the rule off, whose name the popover carries. */
static void
switch_off_cb (GtkWidget *within)
{
  GtkWidget *popover = gtk_widget_get_ancestor (within, GTK_TYPE_POPOVER);
  GtkEditable *entry = g_object_get_data (G_OBJECT (popover), "reason");
  const char *rule = g_object_get_data (G_OBJECT (popover), "rule");
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  GtkWidget *row = gtk_widget_get_ancestor (within, GTK_TYPE_LIST_BOX_ROW);

  if (*reason == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (row, "check.switch-rule", "(ss)", rule, reason);
}

static GtkWidget *
create_reason_popover (const char *rule)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *question = gtk_label_new (_ ("Why does this rule not apply to this brief?"));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Switch Off"));

  gtk_label_set_wrap (GTK_LABEL (question), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (question), 30);
  gtk_label_set_xalign (GTK_LABEL (question), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason for switching the rule off"), -1);
  gtk_widget_set_sensitive (button, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), question);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data (G_OBJECT (popover), "reason", entry);
  g_object_set_data (G_OBJECT (popover), "rule", (gpointer)rule);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), button);
  g_signal_connect (entry, "activate", G_CALLBACK (switch_off_cb), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (switch_off_cb), NULL);
  return popover;
}

/* A brief may have hundreds of findings: the popover is made when it is wanted. */
static void
open_reason_cb (GtkMenuButton *button, gpointer rule)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, create_reason_popover (rule));
}

/* Returns %NULL for what is no rule of this brief alone, and for one that is off. */
static GtkWidget *
create_switch_off (const RisalahFinding *finding)
{
  GtkWidget *button;

  if (finding->fix == RISALAH_FIX_SWITCH_ON || !is_rule (finding->rule))
    return NULL;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_reason_cb,
                                         (gpointer)finding->rule, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Switch This Rule Off"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Switch this rule off"), -1);
  return button;
}

/**
 * risalah_finding_severity_name:
 * @severity: how grave a finding is
 *
 * Returns: (transfer none): what the window calls it, translated
 */
const char *
risalah_finding_severity_name (RisalahSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), NULL);

  return gettext (severities[severity].name);
}

/**
 * risalah_finding_sign_new:
 * @severity: how grave a finding is
 *
 * Returns: (transfer floating): its sign
 */
GtkWidget *
risalah_finding_sign_new (RisalahSeverity severity)
{
  GtkWidget *icon;

  g_return_val_if_fail (severity < G_N_ELEMENTS (severities), NULL);

  icon = gtk_image_new_from_icon_name (severities[severity].icon);
  gtk_widget_add_css_class (icon, severities[severity].style);
  gtk_widget_set_tooltip_text (icon, risalah_finding_severity_name (severity));
  return icon;
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
  GtkWidget *icon = risalah_finding_sign_new (finding->severity);
  GtkWidget *message = gtk_label_new (finding->message);
  GtkWidget *rule = gtk_label_new (rule_title (finding->rule));
  GtkWidget *fix = create_fix (finding), *switch_off = create_switch_off (finding);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", risalah_finding_severity_name (finding->severity),
                         finding->message);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
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
    gtk_box_append (GTK_BOX (texts), fix);
  if (switch_off != NULL)
    gtk_box_append (GTK_BOX (box), switch_off);
  gtk_widget_add_css_class (box, "finding");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  risalah_large_text_wrap_labels (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
