/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which brief is, or becomes, the open one's version in the other language: a new one with the
 * same parts, or one that is there already. */

#include "risalah-translation-dialog.h"

#include <glib/gi18n.h>

#include "risalah-briefs.h"
#include "risalah-sheet.h"

struct _RisalahTranslationDialog
{
  AdwWindow parent_instance;

  AdwActionRow *new_row;
  AdwPreferencesGroup *group;

  RisalahTranslationFunc func;
  GObject *owner; /* weak */
};

G_DEFINE_FINAL_TYPE (RisalahTranslationDialog, risalah_translation_dialog, ADW_TYPE_WINDOW)

static void
choose (RisalahTranslationDialog *self, gint64 brief, const char *uid)
{
  if (self->owner != NULL)
    self->func (self->owner, brief, uid);
  gtk_window_close (GTK_WINDOW (self));
}

static void
new_activated_cb (RisalahTranslationDialog *self)
{
  choose (self, 0, NULL);
}

static void
brief_activated_cb (GtkWidget *row, RisalahTranslationDialog *self)
{
  const RisalahBriefRecord *brief = g_object_get_data (G_OBJECT (row), "brief");

  choose (self, brief->id, brief->uid);
}

static void
risalah_translation_dialog_dispose (GObject *object)
{
  RisalahTranslationDialog *self = RISALAH_TRANSLATION_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_TRANSLATION_DIALOG);

  G_OBJECT_CLASS (risalah_translation_dialog_parent_class)->dispose (object);
}

static void
risalah_translation_dialog_class_init (RisalahTranslationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_translation_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-translation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahTranslationDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, RisalahTranslationDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, new_activated_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_translation_dialog_init (RisalahTranslationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_row (RisalahTranslationDialog *self, RisalahBriefRecord *brief)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = *brief->title != '\0' ? brief->title : _ ("Untitled brief");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "brief", brief,
                          (GDestroyNotify)risalah_brief_record_free);
  g_signal_connect (row, "activated", G_CALLBACK (brief_activated_cb), self);
  return row;
}

/**
 * risalah_translation_dialog_present:
 * @parent: a widget of the window that asks
 * @language: that of the open brief, "id" or "en"
 * @briefs: (transfer full) (element-type RisalahBriefRecord): the library's briefs
 * @func: called with what was chosen, while @owner lives
 * @owner: a #GObject
 */
void
risalah_translation_dialog_present (GtkWidget *parent,
                                    const char *language,
                                    GPtrArray *briefs,
                                    RisalahTranslationFunc func,
                                    gpointer owner)
{
  const char *other = g_str_equal (language, "en") ? "id" : "en";
  RisalahTranslationDialog *self;
  guint n_rows = 0;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (briefs != NULL && func != NULL && G_IS_OBJECT (owner));

  self = g_object_new (RISALAH_TYPE_TRANSLATION_DIALOG, "transient-for",
                       gtk_widget_get_root (parent), NULL);
  self->func = func;
  g_set_weak_pointer (&self->owner, G_OBJECT (owner));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_row),
                                 g_str_equal (other, "en") ? _ ("New brief in English")
                                                           : _ ("New brief in Indonesian"));
  g_ptr_array_set_free_func (briefs, NULL);
  for (guint i = 0; i < briefs->len; i++)
    {
      RisalahBriefRecord *brief = briefs->pdata[i];

      if (g_strcmp0 (brief->language, other) == 0 && brief->deleted_at == 0)
        {
          adw_preferences_group_add (self->group, create_row (self, brief));
          n_rows++;
        }
      else
        risalah_brief_record_free (brief);
    }
  g_ptr_array_unref (briefs);
  gtk_widget_set_visible (GTK_WIDGET (self->group), n_rows > 0);
  gtk_window_present (GTK_WINDOW (self));
}
