/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name that another dossier has is said at once; what was typed is kept until it is saved. */

#include "risalah-dossier-form.h"

#include "risalah-dossier-acting.h"
#include "risalah-large-text.h"
#include "risalah-sheet.h"

struct _RisalahDossierForm
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkEditable *name;
  GtkLabel *problem;
  GtkTextView *note;

  RisalahLibrary *library;
  GPtrArray *others; /* their names, folded */
  gint64 dossier;
};

G_DEFINE_FINAL_TYPE (RisalahDossierForm, risalah_dossier_form, ADW_TYPE_WINDOW)

static char *
typed_name (RisalahDossierForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
name_changed_cb (RisalahDossierForm *self)
{
  g_autofree char *name = typed_name (self);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gboolean is_taken = self->others != NULL
                      && g_ptr_array_find_with_equal_func (self->others, folded, g_str_equal, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), is_taken);
  gtk_widget_set_sensitive (self->save, *name != '\0' && !is_taken);
}

static void
act (RisalahDossierForm *self, RisalahDossierAct *act)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  risalah_dossier_acting_do (adw_window_get_content (ADW_WINDOW (parent)), self->library, act);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (RisalahDossierForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  g_autofree char *name = typed_name (self);
  g_autofree char *note = NULL;
  GtkTextIter from, to;

  if (!gtk_widget_get_sensitive (self->save))
    return;
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  note = g_strstrip (gtk_text_buffer_get_text (buffer, &from, &to, FALSE));
  act (self, risalah_dossier_act_new_change (self->dossier, name, note));
}

static void
delete_cb (RisalahDossierForm *self)
{
  act (self, risalah_dossier_act_new_delete (self->dossier));
}

static void
risalah_dossier_form_dispose (GObject *object)
{
  RisalahDossierForm *self = RISALAH_DOSSIER_FORM (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (risalah_dossier_form_parent_class)->dispose (object);
}

static void
risalah_dossier_form_class_init (RisalahDossierFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_dossier_form_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-dossier-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierForm, save);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierForm, name);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierForm, problem);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierForm, note);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_dossier_form_init (RisalahDossierForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_large_text_explain_rows (GTK_WIDGET (self));
}

/**
 * risalah_dossier_form_show:
 * @parent: the sheet of dossiers
 * @library: the library
 * @dossiers: (element-type RisalahDossier): all dossiers
 * @dossier: the one that is changed
 *
 * Returns: (transfer none): the sheet
 */
GtkWidget *
risalah_dossier_form_show (GtkWindow *parent,
                           RisalahLibrary *library,
                           GPtrArray *dossiers,
                           const RisalahDossier *dossier)
{
  RisalahDossierForm *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (dossiers != NULL && dossier != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_DOSSIER_FORM, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->dossier = dossier->id;
  self->others = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const RisalahDossier *other = g_ptr_array_index (dossiers, i);

      if (other->id != dossier->id)
        g_ptr_array_add (self->others, g_utf8_casefold (other->name, -1));
    }
  gtk_editable_set_text (self->name, dossier->name);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), dossier->note, -1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
