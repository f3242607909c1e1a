/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed narrows the list, and names a new dossier where none is called so. Up and Down
 * choose a row while one types, and Enter takes it. */

#include "risalah-dossier-sheet.h"

#include <glib/gi18n.h>

#include "risalah-dossier-acting.h"
#include "risalah-dossier-form.h"
#include "risalah-dossiers.h"
#include "risalah-messages.h"
#include "risalah-sheet.h"

struct _RisalahDossierSheet
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkLabel *about;
  GtkEditable *entry;
  GtkListBox *list;
  GtkWidget *nothing;

  RisalahLibrary *library;
  GArray *sources;     /* (nullable): what goes into the dossier that is chosen */
  GPtrArray *dossiers; /* (nullable): %NULL before they are read */
  GPtrArray *holding;  /* those that have the one source already */
};

/* What the library is asked for. */
typedef struct
{
  gint64 source; /* 0 where it is not about one */
  GPtrArray *dossiers;
  GPtrArray *holding;
} Job;

G_DEFINE_FINAL_TYPE (RisalahDossierSheet, risalah_dossier_sheet, ADW_TYPE_WINDOW)

static char *
typed (RisalahDossierSheet *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

/* --- rows -------------------------------------------------------------------------------- */

static gboolean
has_source (RisalahDossierSheet *self, const RisalahDossier *dossier)
{
  for (guint i = 0; i < self->holding->len; i++)
    if (((RisalahDossier *)g_ptr_array_index (self->holding, i))->id == dossier->id)
      return TRUE;
  return FALSE;
}

static char *
describe (RisalahDossierSheet *self, const RisalahDossier *dossier)
{
  g_autofree char *count =
      g_strdup_printf (ngettext ("%'u article", "%'u articles", dossier->n_sources),
                       dossier->n_sources);
  const char *has = has_source (self, dossier) ? _ ("has the article already") : NULL;
  const char *note = *dossier->note != '\0' ? dossier->note : NULL;
  const char *parts[] = { count, has != NULL ? has : note, has != NULL ? note : NULL, NULL };

  return g_strjoinv (" · ", (char **)parts);
}

static void
edit_cb (GtkButton *button, gpointer user_data)
{
  RisalahDossierSheet *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  risalah_dossier_form_show (GTK_WINDOW (self), self->library, self->dossiers,
                             g_object_get_data (G_OBJECT (row), "dossier"));
}

static GtkWidget *
row_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
add_dossier (RisalahDossierSheet *self, RisalahDossier *dossier)
{
  GtkWidget *row = row_new (dossier->name);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *about = describe (self, dossier);
  /* Translators: %s is the name of a dossier */
  g_autofree char *spoken = g_strdup_printf (_ ("Change the dossier “%s”"), dossier->name);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_tooltip_text (edit, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (edit, "clicked", G_CALLBACK (edit_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  g_object_set_data (G_OBJECT (row), "dossier", dossier);
  gtk_list_box_append (self->list, row);
}

static void
add_new (RisalahDossierSheet *self, const char *name)
{
  /* Translators: %s is the name that a dossier will have */
  g_autofree char *title = g_strdup_printf (_ ("New dossier “%s”"), name);
  GtkWidget *row = row_new (title);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_append (self->list, row);
}

static void
show_rows (RisalahDossierSheet *self)
{
  g_autofree char *name = typed (self);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  GtkWidget *row;
  gboolean is_known = *name == '\0';

  if (self->dossiers == NULL)
    return;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      RisalahDossier *dossier = g_ptr_array_index (self->dossiers, i);
      g_autofree char *folded = g_utf8_casefold (dossier->name, -1);

      is_known = is_known || g_str_equal (folded, wanted);
      if (strstr (folded, wanted) != NULL)
        add_dossier (self, dossier);
    }
  if (!is_known)
    add_new (self, name);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (self->nothing, *name == '\0' && self->dossiers->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/* --- reading ----------------------------------------------------------------------------- */

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->dossiers, g_ptr_array_unref);
  g_clear_pointer (&job->holding, g_ptr_array_unref);
  g_free (job);
}

static gboolean
read_dossiers (RisalahConnection *connection,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  Job *job = data;

  job->dossiers = risalah_dossiers_list (connection, error);
  job->holding =
      job->dossiers != NULL ? risalah_dossiers_list_of (connection, job->source, error) : NULL;
  return job->holding != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RisalahDossierSheet) self = user_data;
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->dossiers);
  g_autoptr (GError) error = NULL;
  Job *job = risalah_library_get_job_data (result);

  if (self->library == NULL) /* the sheet is closed */
    return;
  if (!risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error))
    {
      self->dossiers = g_steal_pointer (&before);
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  /* The rows that are still there borrow from the array before. */
  self->dossiers = g_steal_pointer (&job->dossiers);
  g_clear_pointer (&self->holding, g_ptr_array_unref);
  self->holding = g_steal_pointer (&job->holding);
  show_rows (self);
}

static void
load (RisalahDossierSheet *self)
{
  Job *job = g_new0 (Job, 1);

  if (self->sources != NULL && self->sources->len == 1)
    job->source = g_array_index (self->sources, gint64, 0);
  risalah_library_read_async (self->library, RISALAH_LANE_ROWS, read_dossiers, job, job_free, NULL,
                              read_cb, g_object_ref (self));
}

/* --- choosing ---------------------------------------------------------------------------- */

static void
fill (RisalahDossierSheet *self, const RisalahDossier *dossier, const char *name)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  risalah_dossier_acting_do (GTK_WIDGET (parent), self->library,
                             risalah_dossier_act_new_fill (dossier != NULL ? dossier->id : 0, name,
                                                           (const gint64 *)self->sources->data,
                                                           self->sources->len));
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (RisalahDossierSheet *self, GtkListBoxRow *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const RisalahDossier *dossier = g_object_get_data (G_OBJECT (row), "dossier");
  g_autofree char *name = typed (self);

  if (self->sources != NULL)
    fill (self, dossier, name);
  else if (dossier != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-dossier", "s", dossier->name);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      risalah_dossier_acting_do (GTK_WIDGET (self->toasts), self->library,
                                 risalah_dossier_act_new_make (name));
      gtk_editable_set_text (self->entry, "");
    }
}

/* Whoever does not see the list hears at the entry what Enter would take. The list still tells of
 * its rows while the sheet is taken apart. */
static void
row_selected_cb (RisalahDossierSheet *self, GtkListBoxRow *row)
{
  if (self->library != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : "", -1);
}

static void
entry_activated_cb (RisalahDossierSheet *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* The entry keeps the focus, which the list would follow. */
static void
scroll_to_row (GtkWidget *row)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (row, content, &box))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               box.origin.y, box.origin.y + box.size.height);
}

static gboolean
key_pressed_cb (RisalahDossierSheet *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      scroll_to_row (GTK_WIDGET (row));
    }
  return GDK_EVENT_STOP;
}

/* --- the sheet --------------------------------------------------------------------------- */

static void
risalah_dossier_sheet_dispose (GObject *object)
{
  RisalahDossierSheet *self = RISALAH_DOSSIER_SHEET (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->holding, g_ptr_array_unref);

  G_OBJECT_CLASS (risalah_dossier_sheet_parent_class)->dispose (object);
}

static void
risalah_dossier_sheet_class_init (RisalahDossierSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_dossier_sheet_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-dossier-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierSheet, toasts);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierSheet, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierSheet, entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierSheet, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahDossierSheet, nothing);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_dossier_sheet_init (RisalahDossierSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
present (RisalahDossierSheet *self, RisalahLibrary *library)
{
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "shelves-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

/**
 * risalah_dossier_sheet_choose:
 * @parent: the window
 * @library: the library
 * @sources: (element-type gint64): sources, each once, at least one
 *
 * Asks for the dossier that the sources go into, which may be a new one.
 *
 * Returns: (transfer none): the sheet
 */
GtkWidget *
risalah_dossier_sheet_choose (GtkWindow *parent, RisalahLibrary *library, GArray *sources)
{
  RisalahDossierSheet *self;
  g_autofree char *about = NULL;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (sources != NULL && sources->len > 0, NULL);

  self = g_object_new (RISALAH_TYPE_DOSSIER_SHEET, "transient-for", parent, "title",
                       _ ("Add to a Dossier"), NULL);
  self->sources = g_array_ref (sources);
  about = g_strdup_printf (ngettext ("%'u article goes into the dossier that you choose or name.",
                                     "%'u articles go into the dossier that you choose or name.",
                                     sources->len),
                           sources->len);
  gtk_label_set_text (self->about, about);
  return present (self, library);
}

/**
 * risalah_dossier_sheet_show:
 * @parent: the window
 * @library: the library
 *
 * Shows all dossiers, to be made, changed, deleted, or looked into.
 *
 * Returns: (transfer none): the sheet
 */
GtkWidget *
risalah_dossier_sheet_show (GtkWindow *parent, RisalahLibrary *library)
{
  RisalahDossierSheet *self;

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library), NULL);

  self = g_object_new (RISALAH_TYPE_DOSSIER_SHEET, "transient-for", parent, NULL);
  return present (self, library);
}
