/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting happens in SQL. A header's sorter never compares two events: it only tells, asked about
 * two probes, which column was pressed and in which direction; GTK 4.8 has no other way to ask. */

#include "risalah-event-table-view.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"
#include "risalah-event-selection.h"
#include "risalah-event-words.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

typedef char *(*WordsFunc) (RisalahNames *names, const RisalahEvent *event);

static char *dup_title (RisalahNames *names, const RisalahEvent *event);
static char *dup_kind (RisalahNames *names, const RisalahEvent *event);
static char *dup_status (RisalahNames *names, const RisalahEvent *event);
static char *dup_support (RisalahNames *names, const RisalahEvent *event);

typedef struct
{
  const char *title;
  RisalahEventSort sort;
  WordsFunc words;
  int width;
} Column;

static const Column columns[] = {
  { N_ ("Date"), RISALAH_EVENT_SORT_DATE, risalah_event_words_date, 150 },
  { N_ ("Event"), RISALAH_EVENT_SORT_TITLE, dup_title, 320 },
  { N_ ("Parties"), RISALAH_EVENT_SORT_PARTIES, risalah_event_words_parties, 160 },
  { N_ ("Kind"), RISALAH_EVENT_SORT_KIND, dup_kind, 120 },
  { N_ ("Status"), RISALAH_EVENT_SORT_STATUS, dup_status, 150 },
  { N_ ("Support"), RISALAH_EVENT_SORT_ORIGINS, dup_support, 260 },
};

struct _RisalahEventTableView
{
  GtkWidget parent_instance;

  GtkDropDown *sort;
  GtkToggleButton *descending;
  GtkColumnView *table;

  RisalahNames *names;
  RisalahTimelineState *state;
  RisalahEventList *events;
  GtkSingleSelection *selection;
  const Column *asked; /* the column whose sorter was asked last */
  gboolean is_sorting;
};

G_DEFINE_FINAL_TYPE (RisalahEventTableView, risalah_event_table_view, GTK_TYPE_WIDGET)

static char *
dup_title (RisalahNames *names, const RisalahEvent *event)
{
  return g_strdup (event->title);
}

static char *
dup_kind (RisalahNames *names, const RisalahEvent *event)
{
  return g_strdup (risalah_names_kind (event->kind));
}

static char *
dup_status (RisalahNames *names, const RisalahEvent *event)
{
  return risalah_event_words_status (event);
}

static char *
dup_support (RisalahNames *names, const RisalahEvent *event)
{
  g_autofree char *count = risalah_corroboration_count (event);
  g_autofree char *grades = risalah_corroboration_grades (event);

  if (*grades == '\0' || g_str_equal (grades, "–"))
    return g_steal_pointer (&count);
  return g_strdup_printf ("%s · %s", count, grades);
}

/* --- cells ------------------------------------------------------------------------------- */

typedef struct
{
  RisalahEventTableView *view; /* not owned: the columns are the view's */
  const Column *column;
} Cell;

static void
show_cell (GtkListItem *list_item, const Cell *cell)
{
  RisalahLazyItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const RisalahEventRow *row = item != NULL ? risalah_lazy_item_get_value (item) : NULL;
  g_autofree char *text = row != NULL ? cell->column->words (cell->view->names, row->event) : NULL;
  GtkWidget *table_row = gtk_widget_get_parent (gtk_widget_get_parent (label));
  g_autofree char *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
  if (row == NULL || cell->column != &columns[0] || table_row == NULL)
    return;
  spoken = risalah_event_words_spoken (cell->view->names, row->event);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
value_changed_cb (RisalahLazyItem *item, GParamSpec *pspec, gpointer user_data)
{
  GtkListItem *list_item = user_data;

  show_cell (list_item, g_object_get_data (G_OBJECT (list_item), "cell"));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
  g_object_set_data (G_OBJECT (list_item), "cell", user_data);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::value",
                           G_CALLBACK (value_changed_cb), list_item, 0);
  show_cell (list_item, user_data);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item),
                                        G_CALLBACK (value_changed_cb), list_item);
}

/* --- sorting ----------------------------------------------------------------------------- */

static int
compare_probes_cb (gconstpointer first, gconstpointer second, gpointer user_data)
{
  const Cell *cell = user_data;

  if (cell->view->asked == NULL)
    cell->view->asked = cell->column;
  return GTK_ORDERING_SMALLER;
}

static void
start_sorting (RisalahEventTableView *self)
{
  RisalahEventFilter filter = *risalah_timeline_state_get_filter (self->state);

  filter.sort = columns[gtk_drop_down_get_selected (self->sort)].sort;
  filter.descending = gtk_toggle_button_get_active (self->descending);
  risalah_event_list_set_filter (self->events, &filter);
}

static void
sort_chosen_cb (RisalahEventTableView *self)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (self->events == NULL || self->is_sorting)
    return;
  column = g_list_model_get_item (gtk_column_view_get_columns (self->table),
                                  gtk_drop_down_get_selected (self->sort));
  self->is_sorting = TRUE;
  gtk_column_view_sort_by_column (
      self->table, column,
      gtk_toggle_button_get_active (self->descending) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_sorting = FALSE;
  start_sorting (self);
}

static void
header_pressed_cb (GtkSorter *sorter, GtkSorterChange change, gpointer user_data)
{
  RisalahEventTableView *self = user_data;
  g_autoptr (GObject) first = NULL, second = NULL;
  GtkOrdering order;

  /* Columns that go at the end change the order too. */
  if (self->is_sorting || self->state == NULL)
    return;
  first = g_object_new (G_TYPE_OBJECT, NULL);
  second = g_object_new (G_TYPE_OBJECT, NULL);
  self->asked = NULL;
  order = gtk_sorter_compare (sorter, first, second);
  /* Pressed a third time, a header asks for no order: that of the dates. */
  if (self->asked == NULL)
    self->asked = &columns[0];
  self->is_sorting = TRUE;
  gtk_drop_down_set_selected (self->sort, (guint)(self->asked - columns));
  gtk_toggle_button_set_active (self->descending, order == GTK_ORDERING_LARGER);
  self->is_sorting = FALSE;
  start_sorting (self);
}

/* --- selection --------------------------------------------------------------------------- */

static void
selected_cb (RisalahEventTableView *self)
{
  risalah_event_selection_tell (self->selection, GTK_WIDGET (self), self->state);
}

/* Follows what another view selects; the row is brought into sight. */
static void
follow_selection (RisalahEventTableView *self)
{
  guint position = risalah_event_selection_follow (self->selection, self->events, self->state);
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->table));

  if (position != GTK_INVALID_LIST_POSITION && GTK_IS_LIST_VIEW (rows))
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

static void
changed_cb (RisalahEventTableView *self)
{
  /* An answer may come when the window is closed already. */
  if (self->selection == NULL)
    return;
  follow_selection (self);
  risalah_widget_keep_focus (GTK_WIDGET (self->table));
}

static void
activate_cb (RisalahEventTableView *self, guint position)
{
  gint64 event = risalah_lazy_list_get_id (risalah_event_list_get_list (self->events), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.show", "x", event);
}

/* --- the widget -------------------------------------------------------------------------- */

static void
free_cell_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_column (RisalahEventTableView *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Cell *cell = g_new0 (Cell, 1);

  cell->view = self;
  cell->column = column;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cell, free_cell_cb, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cell);
  view_column = gtk_column_view_column_new (gettext (column->title), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes_cb, g_memdup2 (cell, sizeof *cell),
                                              g_free));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_append_column (self->table, view_column);
}

static gboolean
risalah_event_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RISALAH_EVENT_TABLE_VIEW (widget)->table));
}

static void
risalah_event_table_view_dispose (GObject *object)
{
  RisalahEventTableView *self = RISALAH_EVENT_TABLE_VIEW (object);

  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->selection);
  g_clear_object (&self->events);
  g_clear_object (&self->state);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_event_table_view_parent_class)->dispose (object);
}

static void
risalah_event_table_view_class_init (RisalahEventTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_event_table_view_dispose;
  risalah_widget_set_grab_focus (widget_class, risalah_event_table_view_grab_focus);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventTableView, sort);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventTableView, descending);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventTableView, table);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
risalah_event_table_view_init (RisalahEventTableView *self)
{
  g_autoptr (GtkStringList) orders = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = NULL;

      /* Translators: %s is a column of the table: "By: Date" */
      name = g_strdup_printf (_ ("By: %s"), gettext (columns[i].title));
      gtk_string_list_append (orders, name);
      add_column (self, &columns[i]);
    }
  gtk_drop_down_set_model (self->sort, G_LIST_MODEL (orders));
}

/**
 * risalah_event_table_view_set_up:
 * @self: a table that is empty yet
 * @library: the library
 * @names: how things are called
 * @state: what the Timeline shows
 */
void
risalah_event_table_view_set_up (RisalahEventTableView *self,
                                 RisalahLibrary *library,
                                 RisalahNames *names,
                                 RisalahTimelineState *state)
{
  g_return_if_fail (RISALAH_IS_EVENT_TABLE_VIEW (self) && self->events == NULL);
  g_return_if_fail (RISALAH_IS_NAMES (names) && RISALAH_IS_TIMELINE_STATE (state));

  self->names = g_object_ref (names);
  self->state = g_object_ref (state);
  self->events = risalah_event_list_new (library, risalah_timeline_state_get_filter (state));
  self->selection = risalah_event_selection_new (self->events, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected", G_CALLBACK (follow_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filter-changed", G_CALLBACK (start_sorting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (header_pressed_cb), self, 0);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
}

/**
 * risalah_event_table_view_get_events:
 * @self: a table
 *
 * Returns: (transfer none): its events
 */
RisalahEventList *
risalah_event_table_view_get_events (RisalahEventTableView *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_TABLE_VIEW (self), NULL);
  return self->events;
}

/**
 * risalah_event_table_view_sort:
 * @self: a table
 * @sort: one of its columns' orders
 * @descending: the other way round
 */
void
risalah_event_table_view_sort (RisalahEventTableView *self,
                               RisalahEventSort sort,
                               gboolean descending)
{
  g_return_if_fail (RISALAH_IS_EVENT_TABLE_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].sort == sort)
      gtk_drop_down_set_selected (self->sort, i);
  gtk_toggle_button_set_active (self->descending, descending);
}
