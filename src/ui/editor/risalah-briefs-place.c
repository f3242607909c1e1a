/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place that lists the briefs, the latest changed first. The list follows the library: what
 * the dock saves, or another process, shows here. */

#include "risalah-briefs-place.h"

#include <glib/gi18n.h>

#include "risalah-brief-row.h"
#include "risalah-library.h"
#include "risalah-messages.h"
#include "risalah-recent-briefs.h"
#include "risalah-toast.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

struct _RisalahBriefsPlace
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GtkEditable *search_entry;

  RisalahSession *session;
  GListStore *briefs; /* RisalahBriefItem: those that the search leaves */
  GPtrArray *all;     /* RisalahBriefItem */
  GMenu *recent;      /* the latest of them */
  GCancellable *listing;
};

G_DEFINE_FINAL_TYPE (RisalahBriefsPlace, risalah_briefs_place, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
} RisalahBriefsPlaceProperty;

static GParamSpec *properties[PROP_SESSION + 1];

/* One act on a brief, as the library's thread is asked for it. */
typedef struct
{
  gint64 id;
  char *status;
  gboolean (*act) (RisalahConnection *connection, gint64 id, GError **error);
} BriefAct;

static void
brief_act_free (gpointer data)
{
  BriefAct *act = data;

  g_free (act->status);
  g_free (act);
}

static gboolean
matches (RisalahBriefsPlace *self, RisalahBriefItem *item)
{
  g_autofree char *words = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  g_autofree char *title = g_utf8_casefold (risalah_brief_item_get_record (item)->title, -1);

  return strstr (title, words) != NULL;
}

static void
show_matching (RisalahBriefsPlace *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    if (matches (self, self->all->pdata[i]))
      g_ptr_array_add (shown, self->all->pdata[i]);
  g_list_store_remove_all (self->briefs);
  g_list_store_splice (self->briefs, 0, 0, shown->pdata, shown->len);
  gtk_stack_set_visible_child_name (self->stack, self->all->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefsPlace) self = RISALAH_BRIEFS_PLACE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = risalah_library_list_finish (RISALAH_LIBRARY (source), result, &error);

  if (records == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_ptr_array_set_size (self->all, 0);
  g_ptr_array_set_free_func (records, NULL);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->all, risalah_brief_item_new (records->pdata[i]));
  risalah_recent_briefs_fill (self->recent, self->all);
  show_matching (self);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahBriefsPlace) self = RISALAH_BRIEFS_PLACE (data);
  g_autoptr (GError) error = NULL;

  if (!risalah_library_write_finish (RISALAH_LIBRARY (source), result, &error))
    risalah_messages_show_error (GTK_WIDGET (self), error);
  risalah_briefs_place_refresh (self);
}

static gboolean
act_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  BriefAct *act = data;

  if (act->status != NULL)
    return risalah_briefs_set_status (connection, act->id, act->status, error);
  return act->act (connection, act->id, error);
}

static void
run_act (RisalahBriefsPlace *self, BriefAct *act)
{
  risalah_library_write_async (risalah_session_get_library (self->session),
                               RISALAH_PRIORITY_ANALYST, act_job, act, brief_act_free, NULL,
                               acted_cb, g_object_ref (self));
}

static void
set_status_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BriefAct *act = g_new0 (BriefAct, 1);

  g_variant_get (parameter, "(xs)", &act->id, &act->status);
  run_act (RISALAH_BRIEFS_PLACE (widget), act);
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BriefAct *act = g_new0 (BriefAct, 1);

  act->id = g_variant_get_int64 (parameter);
  act->act = risalah_briefs_restore;
  run_act (RISALAH_BRIEFS_PLACE (widget), act);
}

static const char *
title_of (RisalahBriefsPlace *self, gint64 id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const RisalahBriefRecord *record = risalah_brief_item_get_record (self->all->pdata[i]);

      if (record->id == id)
        return record->title;
    }
  return "";
}

static void
undo_clicked_cb (AdwToast *toast, RisalahBriefsPlace *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (toast), "brief");

  gtk_widget_activate_action (GTK_WIDGET (self), "briefs.restore", "x", *id);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahBriefsPlace *self = RISALAH_BRIEFS_PLACE (widget);
  BriefAct *act = g_new0 (BriefAct, 1);
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *title = g_markup_escape_text (title_of (self, id), -1);
  g_autofree char *text = g_strdup_printf (_ ("“%s” deleted"), title);
  AdwToast *toast = adw_toast_new (text);

  act->id = id;
  act->act = risalah_briefs_delete;
  gtk_widget_activate_action (widget, "brief.leave", "x", id);
  run_act (self, act);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "brief", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  risalah_toast_show (ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY)),
                      toast, NULL);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-brief", "x", g_variant_get_int64 (parameter));
  gtk_widget_activate_action (widget, "brief.edit-title", NULL);
}

static void
activate_cb (RisalahBriefsPlace *self, guint position)
{
  g_autoptr (RisalahBriefItem) item = g_list_model_get_item (G_LIST_MODEL (self->briefs), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-brief", "x",
                              risalah_brief_item_get_record (item)->id);
}

static void
search_changed_cb (RisalahBriefsPlace *self)
{
  show_matching (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, risalah_brief_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  RisalahBriefItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  risalah_brief_row_set_brief (RISALAH_BRIEF_ROW (row), risalah_brief_item_get_record (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  risalah_brief_item_get_record (item)->title, -1);
}

static void
risalah_briefs_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((RisalahBriefsPlaceProperty)id)
    {
    case PROP_SESSION:
      g_value_set_object (value, RISALAH_BRIEFS_PLACE (object)->session);
      break;
    }
}

static void
risalah_briefs_place_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((RisalahBriefsPlaceProperty)id)
    {
    case PROP_SESSION:
      risalah_briefs_place_set_session (RISALAH_BRIEFS_PLACE (object), g_value_get_object (value));
      break;
    }
}

static void
risalah_briefs_place_dispose (GObject *object)
{
  RisalahBriefsPlace *self = RISALAH_BRIEFS_PLACE (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  risalah_briefs_place_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_BRIEFS_PLACE);
  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->briefs);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->recent);

  G_OBJECT_CLASS (risalah_briefs_place_parent_class)->dispose (object);
}

static void
risalah_briefs_place_class_init (RisalahBriefsPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  object_class->get_property = risalah_briefs_place_get_property;
  object_class->set_property = risalah_briefs_place_set_property;
  object_class->dispose = risalah_briefs_place_dispose;

  properties[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, RISALAH_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-briefs-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefsPlace, stack);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefsPlace, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefsPlace, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "briefs.set-status", "(xs)", set_status_cb);
  gtk_widget_class_install_action (widget_class, "briefs.rename", "x", rename_cb);
  gtk_widget_class_install_action (widget_class, "briefs.delete", "x", delete_cb);
  gtk_widget_class_install_action (widget_class, "briefs.restore", "x", restore_cb);
}

static void
risalah_briefs_place_init (RisalahBriefsPlace *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->briefs = g_list_store_new (RISALAH_TYPE_BRIEF_ITEM);
  self->recent = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  {
    g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (
        gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->briefs))));

    gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
    gtk_list_view_set_model (self->list, selection);
  }
}

/**
 * risalah_briefs_place_new:
 * @session: (nullable): the session
 *
 * Returns: (transfer full): the place
 */
GtkWidget *
risalah_briefs_place_new (RisalahSession *session)
{
  return g_object_new (RISALAH_TYPE_BRIEFS_PLACE, "session", session, NULL);
}

/**
 * risalah_briefs_place_set_session:
 * @self: the place
 * @session: (nullable): the session
 *
 * Lists the briefs of another session.
 */
void
risalah_briefs_place_set_session (RisalahBriefsPlace *self, RisalahSession *session)
{
  g_return_if_fail (RISALAH_IS_BRIEFS_PLACE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (risalah_session_get_library (self->session), self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (risalah_session_get_library (session), "briefs-changed",
                              G_CALLBACK (risalah_briefs_place_refresh), self);
  risalah_briefs_place_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * risalah_briefs_place_get_recent_menu:
 * @self: the place
 *
 * Returns: (transfer none): the briefs changed last, as a section of a menu that follows the library
 */
GMenuModel *
risalah_briefs_place_get_recent_menu (RisalahBriefsPlace *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEFS_PLACE (self), NULL);

  return G_MENU_MODEL (self->recent);
}

/**
 * risalah_briefs_place_refresh:
 * @self: the place
 *
 * Reads the list again.
 */
void
risalah_briefs_place_refresh (RisalahBriefsPlace *self)
{
  g_return_if_fail (RISALAH_IS_BRIEFS_PLACE (self));

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (self->session == NULL)
    return;
  self->listing = g_cancellable_new ();
  risalah_library_list_async (risalah_session_get_library (self->session), risalah_briefs_list,
                              self->listing, listed_cb, g_object_ref (self));
}
