/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is bound to one item after another, and an item's value may come late or change: the row shows
 * whatever there is. The class of a row says how. */

#include "risalah-lazy-row.h"

#include "risalah-widget.h"

typedef struct
{
  RisalahNames *names;
  RisalahLazyItem *item; /* (nullable) */
  gulong changed;
} RisalahLazyRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RisalahLazyRow, risalah_lazy_row, GTK_TYPE_WIDGET)

static void
show (RisalahLazyRow *self)
{
  RisalahLazyRowPrivate *private = risalah_lazy_row_get_instance_private (self);

  RISALAH_LAZY_ROW_GET_CLASS (self)->show (self, risalah_lazy_item_get_value (private->item));
}

static void
set_item (RisalahLazyRow *self, RisalahLazyItem *item)
{
  RisalahLazyRowPrivate *private = risalah_lazy_row_get_instance_private (self);

  if (private->item != NULL)
    g_clear_signal_handler (&private->changed, private->item);
  g_set_object (&private->item, item);
  if (item == NULL)
    return;
  private->changed
      = g_signal_connect_swapped (item, "notify::value", G_CALLBACK (show), self);
  show (self);
}

static void
risalah_lazy_row_dispose (GObject *object)
{
  RisalahLazyRow *self = RISALAH_LAZY_ROW (object);
  RisalahLazyRowPrivate *private = risalah_lazy_row_get_instance_private (self);

  set_item (self, NULL);
  g_clear_object (&private->names);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_lazy_row_parent_class)->dispose (object);
}

static void
risalah_lazy_row_class_init (RisalahLazyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_lazy_row_dispose;
}

static void
risalah_lazy_row_init (RisalahLazyRow *self)
{
}

/**
 * risalah_lazy_row_get_names:
 * @self: a row
 *
 * Returns: (transfer none): how things are called
 */
RisalahNames *
risalah_lazy_row_get_names (RisalahLazyRow *self)
{
  RisalahLazyRowPrivate *private = risalah_lazy_row_get_instance_private (self);

  g_return_val_if_fail (RISALAH_IS_LAZY_ROW (self), NULL);
  return private->names;
}

/**
 * risalah_lazy_row_get_id:
 * @self: a row
 *
 * Returns: the number in the library of what it shows, 0 where it shows nothing
 */
gint64
risalah_lazy_row_get_id (RisalahLazyRow *self)
{
  RisalahLazyRowPrivate *private = risalah_lazy_row_get_instance_private (self);

  g_return_val_if_fail (RISALAH_IS_LAZY_ROW (self), 0);
  return private->item != NULL ? risalah_lazy_item_get_id (private->item) : 0;
}

/**
 * risalah_lazy_row_set_spoken:
 * @self: a row
 * @label: what a screen reader calls the list's row around it
 * @description: (nullable): and what it adds
 */
void
risalah_lazy_row_set_spoken (RisalahLazyRow *self, const char *label, const char *description)
{
  GtkWidget *list_row;

  g_return_if_fail (RISALAH_IS_LAZY_ROW (self) && label != NULL);

  list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  if (list_row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
}

/* --- the factory ------------------------------------------------------------------------- */

typedef struct
{
  GType type;
  RisalahNames *names;
} Making;

static void
making_free (gpointer data, GClosure *closure)
{
  Making *making = data;

  g_object_unref (making->names);
  g_free (making);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const Making *making = user_data;
  RisalahLazyRow *row = g_object_new (making->type, NULL);
  RisalahLazyRowPrivate *private = risalah_lazy_row_get_instance_private (row);

  private->names = g_object_ref (making->names);
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  set_item (RISALAH_LAZY_ROW (gtk_list_item_get_child (list_item)),
            gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  set_item (RISALAH_LAZY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * risalah_lazy_row_factory_new:
 * @type: the class of the rows, one of #RisalahLazyRow
 * @names: how things are called
 *
 * Returns: (transfer full): makes rows for the items of a #RisalahLazyList
 */
GtkListItemFactory *
risalah_lazy_row_factory_new (GType type, RisalahNames *names)
{
  GtkListItemFactory *factory;
  Making *making;

  g_return_val_if_fail (g_type_is_a (type, RISALAH_TYPE_LAZY_ROW), NULL);
  g_return_val_if_fail (RISALAH_IS_NAMES (names), NULL);

  factory = gtk_signal_list_item_factory_new ();
  making = g_new0 (Making, 1);
  making->type = type;
  making->names = g_object_ref (names);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), making, making_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
