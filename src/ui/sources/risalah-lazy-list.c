/* SPDX-License-Identifier: GPL-3.0-or-later */
/* get_item never touches the library: it returns an item that knows its id, and asks for the row in
 * the next idle moment, all rows of that moment at once. A new query replaces the ids with two
 * signals, since GTK's selection and list views search everything that one signal both removes and
 * adds (measured: 450 ms against 20 ms at a million rows); changed data under the same query is a
 * diff, which keeps scroll position and selection. */

#include "risalah-lazy-list.h"

#include "risalah-id-runs.h"

/* A GtkListView keeps about 205 rows alive; this leaves room to scroll back without loading. */
#define CACHE_SIZE 600
/* More runs than this are cheaper as one replacement. */
#define MAX_RUNS 64

struct _RisalahLazyItem
{
  GObject parent_instance;

  gint64 id;
  gpointer value;
  GDestroyNotify free_value;
  gboolean wanted;
  guint generation; /* of the list, when the row was last asked for */
  GList link;       /* in the list's order of last use */
};

struct _RisalahLazyList
{
  GObject parent_instance;

  RisalahLazyLoadFunc load;
  gpointer data;
  GDestroyNotify free_row;
  GArray *ids;
  GHashTable *items; /* id → RisalahLazyItem */
  GQueue used;       /* the latest used first */
  GArray *wanted;
  guint generation;
  guint idle;
};

enum
{
  PROP_VALUE = 1,
};

static GParamSpec *value_property;

static void risalah_lazy_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (RisalahLazyItem, risalah_lazy_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (RisalahLazyList,
                               risalah_lazy_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      risalah_lazy_list_model_init))

/* --- items ------------------------------------------------------------------------------- */

static void
risalah_lazy_item_finalize (GObject *object)
{
  RisalahLazyItem *self = RISALAH_LAZY_ITEM (object);

  if (self->value != NULL && self->free_value != NULL)
    self->free_value (self->value);

  G_OBJECT_CLASS (risalah_lazy_item_parent_class)->finalize (object);
}

static void
risalah_lazy_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_pointer (value, RISALAH_LAZY_ITEM (object)->value);
}

static void
risalah_lazy_item_class_init (RisalahLazyItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = risalah_lazy_item_finalize;
  object_class->get_property = risalah_lazy_item_get_property;
  value_property =
      g_param_spec_pointer ("value", NULL, NULL,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_VALUE, value_property);
}

static void
risalah_lazy_item_init (RisalahLazyItem *self)
{
  self->link.data = self;
}

/**
 * risalah_lazy_item_get_id:
 * @self: an item
 *
 * Returns: its id
 */
gint64
risalah_lazy_item_get_id (RisalahLazyItem *self)
{
  g_return_val_if_fail (RISALAH_IS_LAZY_ITEM (self), 0);
  return self->id;
}

/**
 * risalah_lazy_item_get_value:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its row, %NULL until it is loaded; "notify::value" tells
 */
gpointer
risalah_lazy_item_get_value (RisalahLazyItem *self)
{
  g_return_val_if_fail (RISALAH_IS_LAZY_ITEM (self), NULL);
  return self->value;
}

/* --- the cache --------------------------------------------------------------------------- */

static void
touch (RisalahLazyList *self, RisalahLazyItem *item)
{
  g_queue_unlink (&self->used, &item->link);
  g_queue_push_head_link (&self->used, &item->link);
}

static void
forget_oldest (RisalahLazyList *self)
{
  while (self->used.length > CACHE_SIZE)
    {
      GList *link = g_queue_pop_tail_link (&self->used);
      RisalahLazyItem *item = link->data;

      g_hash_table_remove (self->items, &item->id);
    }
}

static void
forget_all (RisalahLazyList *self)
{
  while (g_queue_pop_tail_link (&self->used) != NULL)
    ;
  g_hash_table_remove_all (self->items);
  g_array_set_size (self->wanted, 0);
}

static void
stop_wanting (RisalahLazyList *self)
{
  for (GList *l = self->used.head; l != NULL; l = l->next)
    RISALAH_LAZY_ITEM (l->data)->wanted = FALSE;
  g_array_set_size (self->wanted, 0);
}

static gboolean
load_wanted_cb (gpointer user_data)
{
  RisalahLazyList *self = user_data;
  g_autoptr (GArray) wanted = g_steal_pointer (&self->wanted);

  self->idle = 0;
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (wanted->len > 0)
    self->load (self, (const gint64 *)wanted->data, wanted->len, self->data);
  return G_SOURCE_REMOVE;
}

static void
want (RisalahLazyList *self, RisalahLazyItem *item)
{
  item->generation = self->generation;
  if (item->wanted)
    return;
  item->wanted = TRUE;
  g_array_append_val (self->wanted, item->id);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_wanted_cb, self, NULL);
}

static RisalahLazyItem *
item_new (RisalahLazyList *self, gint64 id)
{
  RisalahLazyItem *item = g_object_new (RISALAH_TYPE_LAZY_ITEM, NULL);

  item->id = id;
  item->free_value = self->free_row;
  g_hash_table_insert (self->items, &item->id, item);
  g_queue_push_head_link (&self->used, &item->link);
  want (self, item);
  forget_oldest (self);
  return item;
}

/* --- GListModel -------------------------------------------------------------------------- */

static GType
risalah_lazy_list_get_item_type (GListModel *model)
{
  return RISALAH_TYPE_LAZY_ITEM;
}

static guint
risalah_lazy_list_get_n_items (GListModel *model)
{
  return RISALAH_LAZY_LIST (model)->ids->len;
}

static gpointer
risalah_lazy_list_get_item (GListModel *model, guint position)
{
  RisalahLazyList *self = RISALAH_LAZY_LIST (model);
  RisalahLazyItem *item;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  item = g_hash_table_lookup (self->items, &id);
  if (item == NULL)
    item = item_new (self, id);
  else
    {
      touch (self, item);
      if (item->generation != self->generation)
        want (self, item);
    }
  return g_object_ref (item);
}

static void
risalah_lazy_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = risalah_lazy_list_get_item_type;
  iface->get_n_items = risalah_lazy_list_get_n_items;
  iface->get_item = risalah_lazy_list_get_item;
}

static void
apply_run (RisalahLazyList *self, const RisalahIdRun *run, GArray *after)
{
  if (run->removed > 0)
    g_array_remove_range (self->ids, run->position, run->removed);
  if (run->added > 0)
    g_array_insert_vals (self->ids, run->position, &g_array_index (after, gint64, run->from),
                         run->added);
  g_list_model_items_changed (G_LIST_MODEL (self), run->position, run->removed, run->added);
}

/* --- the list ---------------------------------------------------------------------------- */

static void
risalah_lazy_list_finalize (GObject *object)
{
  RisalahLazyList *self = RISALAH_LAZY_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  forget_all (self);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);

  G_OBJECT_CLASS (risalah_lazy_list_parent_class)->finalize (object);
}

static void
risalah_lazy_list_class_init (RisalahLazyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_lazy_list_finalize;
}

static void
risalah_lazy_list_init (RisalahLazyList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  g_queue_init (&self->used);
}

/**
 * risalah_lazy_list_new:
 * @load: starts loading rows
 * @data: (closure load): given to @load; must outlive the list
 * @free_row: (nullable): frees a row
 *
 * Returns: (transfer full): an empty list
 */
RisalahLazyList *
risalah_lazy_list_new (RisalahLazyLoadFunc load, gpointer data, GDestroyNotify free_row)
{
  RisalahLazyList *self = g_object_new (RISALAH_TYPE_LAZY_LIST, NULL);

  g_return_val_if_fail (load != NULL, NULL);

  self->load = load;
  self->data = data;
  self->free_row = free_row;
  return self;
}

/**
 * risalah_lazy_list_replace:
 * @self: a list
 * @ids: (nullable) (element-type gint64): the result of another query
 *
 * Shows another result: everything goes, then everything comes, in two signals.
 */
void
risalah_lazy_list_replace (RisalahLazyList *self, GArray *ids)
{
  guint n;

  g_return_if_fail (RISALAH_IS_LAZY_LIST (self));

  n = self->ids->len;
  /* Rows that come back show what they showed until they are loaded again: no flicker. */
  self->generation++;
  stop_wanting (self);
  if (n > 0)
    {
      g_array_set_size (self->ids, 0);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
    }
  if (ids != NULL && ids->len > 0)
    {
      g_array_append_vals (self->ids, ids->data, ids->len);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
    }
}

/**
 * risalah_lazy_list_update:
 * @self: a list
 * @ids: (element-type gint64): the same query's result after the library changed
 *
 * Changes the list by as few rows as possible and loads those that stay again, so that scroll
 * position and selection are kept.
 */
void
risalah_lazy_list_update (RisalahLazyList *self, GArray *ids)
{
  g_autoptr (GArray) runs = NULL;

  g_return_if_fail (RISALAH_IS_LAZY_LIST (self));
  g_return_if_fail (ids != NULL);

  runs = risalah_id_runs_find (self->ids, ids);
  if (runs->len > MAX_RUNS)
    {
      risalah_lazy_list_replace (self, ids);
      return;
    }
  for (guint i = 0; i < runs->len; i++)
    apply_run (self, &g_array_index (runs, RisalahIdRun, i), ids);
  risalah_lazy_list_reload (self);
}

/**
 * risalah_lazy_list_reload:
 * @self: a list
 *
 * Loads the rows in use again; each shows what it has until the new one is there.
 */
void
risalah_lazy_list_reload (RisalahLazyList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (RISALAH_IS_LAZY_LIST (self));

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    want (self, item);
}

/**
 * risalah_lazy_list_take_row:
 * @self: a list
 * @id: whose row
 * @row: (transfer full) (nullable): the row; %NULL where there is none any more
 *
 * Hands over a row that was loaded. One that is no longer wanted is freed.
 */
void
risalah_lazy_list_take_row (RisalahLazyList *self, gint64 id, gpointer row)
{
  RisalahLazyItem *item;

  g_return_if_fail (RISALAH_IS_LAZY_LIST (self));

  item = g_hash_table_lookup (self->items, &id);
  if (item == NULL)
    {
      if (row != NULL && self->free_row != NULL)
        self->free_row (row);
      return;
    }
  g_object_ref (item);
  item->wanted = FALSE;
  if (item->value != NULL && item->free_value != NULL)
    item->free_value (item->value);
  item->value = row;
  g_object_notify_by_pspec (G_OBJECT (item), value_property);
  g_object_unref (item);
}

/**
 * risalah_lazy_list_get_id:
 * @self: a list
 * @position: a position
 *
 * Returns: the id there, 0 past the end; loads nothing
 */
gint64
risalah_lazy_list_get_id (RisalahLazyList *self, guint position)
{
  g_return_val_if_fail (RISALAH_IS_LAZY_LIST (self), 0);
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * risalah_lazy_list_find:
 * @self: a list
 * @id: an id
 *
 * Returns: its position, %G_MAXUINT where it is not in the list
 */
guint
risalah_lazy_list_find (RisalahLazyList *self, gint64 id)
{
  g_return_val_if_fail (RISALAH_IS_LAZY_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}
