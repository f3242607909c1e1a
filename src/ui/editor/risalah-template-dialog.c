/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what kind of brief is to begin. The language is the brief's own and has nothing to do with
 * the window's. */

#include "risalah-template-dialog.h"

#include <glib/gi18n.h>

#include "risalah-sheet.h"

struct _RisalahTemplateDialog
{
  AdwWindow parent_instance;

  GtkListBox *list;
  GtkEditable *title_entry;
  GtkDropDown *language_choice;

  RisalahTemplateFunc func;
  GObject *owner; /* weak */
};

G_DEFINE_FINAL_TYPE (RisalahTemplateDialog, risalah_template_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *id;
  const char *name;
  const char *use;
} templates[] = {
  { "T1", N_ ("Policy brief"), N_ ("One issue, the evidence, options and a recommendation; 2 to 4 pages") },
  { "T2", N_ ("Staff study"), N_ ("Problem, assumptions, facts, analysis, conclusion and advice") },
  { "T2-regional", N_ ("Staff study, regional form"),
    N_ ("The same with a letter block: addressee, number, nature and subject") },
  { "T3", N_ ("Analytic assessment"), N_ ("Key judgements with likelihood and confidence, and what they rest on") },
  { "T4", N_ ("Bilateral chronology"), N_ ("Two countries’ cooperation as a timeline, with events and trends") },
  { "T5", N_ ("Memo"), N_ ("Bottom line first, on two pages") },
};

static const char *const languages[] = { "id", "en" };

static void
begin (RisalahTemplateDialog *self, guint index)
{
  const char *title = gtk_editable_get_text (self->title_entry);
  guint language = gtk_drop_down_get_selected (self->language_choice);

  if (self->owner != NULL)
    self->func (self->owner, templates[index].id, *title != '\0' ? title : NULL,
                languages[MIN (language, G_N_ELEMENTS (languages) - 1)]);
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, RisalahTemplateDialog *self)
{
  begin (self, gtk_list_box_row_get_index (row));
}

static void
title_activated_cb (AdwEntryRow *entry, RisalahTemplateDialog *self)
{
  begin (self, 0);
}

static void
risalah_template_dialog_dispose (GObject *object)
{
  RisalahTemplateDialog *self = RISALAH_TEMPLATE_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_TEMPLATE_DIALOG);

  G_OBJECT_CLASS (risalah_template_dialog_parent_class)->dispose (object);
}

static void
risalah_template_dialog_class_init (RisalahTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_template_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahTemplateDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahTemplateDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahTemplateDialog, language_choice);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activated_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_template_dialog_init (RisalahTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (templates[i].name));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (templates[i].use));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->list, row);
    }
}

/**
 * risalah_template_dialog_present:
 * @parent: a widget of the window that asks
 * @language: (nullable): the one that is chosen at first, "id" or "en"; %NULL is "id"
 * @func: called with what was chosen, while @owner lives
 * @owner: a #GObject
 */
void
risalah_template_dialog_present (GtkWidget *parent,
                                 const char *language,
                                 RisalahTemplateFunc func,
                                 gpointer owner)
{
  RisalahTemplateDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (func != NULL && G_IS_OBJECT (owner));

  root = gtk_widget_get_root (parent);
  self = g_object_new (RISALAH_TYPE_TEMPLATE_DIALOG, "transient-for", root, NULL);
  self->func = func;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i], language) == 0)
      gtk_drop_down_set_selected (self->language_choice, i);
  g_set_weak_pointer (&self->owner, G_OBJECT (owner));
  gtk_window_present (GTK_WINDOW (self));
}
