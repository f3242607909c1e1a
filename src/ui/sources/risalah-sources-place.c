/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list follows a RisalahSourceSearch and the reader follows the list. Folded, one of the two is
 * shown at a time. */

#include "risalah-sources-place-private.h"

#include "risalah-source-filters.h"
#include "risalah-settings.h"
#include "risalah-source-card.h"
#include "risalah-widget.h"

typedef enum
{
  PROP_SORT = 1,
  PROP_CAN_GO_BACK,
  PROP_WELCOME,
} RisalahSourcesPlaceProperty;

static GParamSpec *properties[PROP_WELCOME + 1];

G_DEFINE_FINAL_TYPE (RisalahSourcesPlace, risalah_sources_place, GTK_TYPE_WIDGET)

static const char *const sorts[] = {
  [RISALAH_SORT_RELEVANCE] = "relevance",
  [RISALAH_SORT_PUBLISHED] = "published",
  [RISALAH_SORT_ADDED] = "added",
  [RISALAH_SORT_TITLE] = "title",
};

/* --- layout ------------------------------------------------------------------------------ */

static void
update_panes (RisalahSourcesPlace *self)
{
  gtk_widget_set_visible (self->list_pane, !self->folded || !self->reading);
  gtk_widget_set_visible (GTK_WIDGET (self->reader), !self->folded || self->reading);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static void
set_reading (RisalahSourcesPlace *self, gboolean reading)
{
  if (self->reading == reading)
    return;
  self->reading = reading;
  update_panes (self);
}

/* --- the list ---------------------------------------------------------------------------- */

static void
open_selected (RisalahSourcesPlace *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  RisalahSearchResult *result = risalah_source_search_get_result (self->search);
  gint64 id = risalah_lazy_list_get_id (risalah_source_search_get_list (self->search), position);

  if (id == 0)
    return;
  if (id != risalah_reader_get_source (self->reader))
    risalah_reader_open (self->reader, id, result != NULL ? result->query : NULL);
}

static void
selected_cb (RisalahSourcesPlace *self)
{
  if (self->selecting)
    return;
  open_selected (self);
  if (self->folded
      && gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    set_reading (self, TRUE);
}

/* The row may be selected already while the reader shows an article that a quotation led to. */
static void
row_activate_cb (RisalahSourcesPlace *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  open_selected (self);
  set_reading (self, TRUE);
  risalah_reader_focus (self->reader);
}

/* --- searching --------------------------------------------------------------------------- */

static void
search_changed_cb (RisalahSourcesPlace *self)
{
  if (self->search != NULL)
    risalah_source_search_set_text (self->search,
                                    gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Enter goes on to the first result. */
static void
entry_activate_cb (RisalahSourcesPlace *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahSourcesPlace *self = RISALAH_SOURCES_PLACE (widget);

  risalah_source_search_clear (self->search);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
set_sort (RisalahSourcesPlace *self, const char *sort)
{
  if (g_strcmp0 (self->sort, sort) == 0)
    return;
  g_free (self->sort);
  self->sort = g_strdup (sort);
  for (guint i = 0; self->search != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i], sort))
      risalah_source_search_set_sort (self->search, i);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* --- the widget -------------------------------------------------------------------------- */

static void
risalah_sources_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RisalahSourcesPlace *self = RISALAH_SOURCES_PLACE (object);

  switch ((RisalahSourcesPlaceProperty)id)
    {
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, risalah_sources_place_can_go_back (self));
      break;
    case PROP_WELCOME:
      g_value_set_boolean (value, risalah_sources_place_is_welcome (self));
      break;
    }
}

static void
risalah_sources_place_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_SORT)
    set_sort (RISALAH_SOURCES_PLACE (object), g_value_get_string (value));
}

static void
risalah_sources_place_dispose (GObject *object)
{
  RisalahSourcesPlace *self = RISALAH_SOURCES_PLACE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->selection);
  g_clear_object (&self->search);
  g_clear_object (&self->names);
  g_clear_pointer (&self->sort, g_free);

  G_OBJECT_CLASS (risalah_sources_place_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-sources-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, panes);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, list_pane);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, chips);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, count);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, dossier_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, list_pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourcesPlace, reader);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
}

static void
risalah_sources_place_class_init (RisalahSourcesPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_READER);
  object_class->dispose = risalah_sources_place_dispose;
  object_class->get_property = risalah_sources_place_get_property;
  object_class->set_property = risalah_sources_place_set_property;

  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, "published",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WELCOME] = g_param_spec_boolean ("welcome", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "sources.sort", "sort");
  gtk_widget_class_install_action (widget_class, "sources.clear", NULL, clear_cb);
  risalah_sources_place_install_row_action (widget_class);
}

static void
risalah_sources_place_init (RisalahSourcesPlace *self)
{
  self->sort = g_strdup ("published");
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_widget_rest_handle (self->panes);
  risalah_sources_place_watch_rows (self);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
}

/**
 * risalah_sources_place_new:
 * @session: the session
 * @names: how things are called
 * @settings: (nullable): where the order of the list is kept
 *
 * Returns: (transfer floating): the place, which is already looking for everything
 */
GtkWidget *
risalah_sources_place_new (RisalahSession *session, RisalahNames *names, GSettings *settings)
{
  RisalahSourcesPlace *self;
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_val_if_fail (RISALAH_IS_SESSION (session), NULL);
  g_return_val_if_fail (RISALAH_IS_NAMES (names), NULL);

  factory = risalah_lazy_row_factory_new (RISALAH_TYPE_SOURCE_CARD, names);
  self = g_object_new (RISALAH_TYPE_SOURCES_PLACE, NULL);
  self->names = g_object_ref (names);
  self->search = risalah_source_search_new (risalah_session_get_library (session));
  risalah_sources_place_watch_search (self);
  self->selection = gtk_single_selection_new (
      G_LIST_MODEL (g_object_ref (risalah_source_search_get_list (self->search))));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_menu_button_set_popover (self->filter_button,
                               risalah_source_filters_new (self->search, names));
  risalah_reader_set_session (self->reader, session, names, settings);
  risalah_settings_bind (settings, "sort-order", self, "sort");
  return GTK_WIDGET (self);
}

/**
 * risalah_sources_place_get_reader:
 * @self: the place
 *
 * Returns: (transfer none): its reader
 */
RisalahReader *
risalah_sources_place_get_reader (RisalahSourcesPlace *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCES_PLACE (self), NULL);
  return self->reader;
}

/**
 * risalah_sources_place_get_search:
 * @self: the place
 *
 * Returns: (transfer none): what is looked for
 */
RisalahSourceSearch *
risalah_sources_place_get_search (RisalahSourcesPlace *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCES_PLACE (self), NULL);
  return self->search;
}

/**
 * risalah_sources_place_set_folded:
 * @self: the place
 * @folded: whether there is room for the list or the reader only
 */
void
risalah_sources_place_set_folded (RisalahSourcesPlace *self, gboolean folded)
{
  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));

  if (self->folded == folded)
    return;
  self->folded = folded;
  self->reading = risalah_reader_get_source (self->reader) != 0;
  update_panes (self);
}

/**
 * risalah_sources_place_is_welcome:
 * @self: the place
 *
 * Returns: whether the library is empty, and the analyst is asked what to begin with
 */
gboolean
risalah_sources_place_is_welcome (RisalahSourcesPlace *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCES_PLACE (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "welcome") == 0;
}

/**
 * risalah_sources_place_can_go_back:
 * @self: the place
 *
 * Returns: whether the reader hides the list
 */
gboolean
risalah_sources_place_can_go_back (RisalahSourcesPlace *self)
{
  g_return_val_if_fail (RISALAH_IS_SOURCES_PLACE (self), FALSE);
  return self->folded && self->reading;
}

/**
 * risalah_sources_place_go_back:
 * @self: the place
 *
 * Shows the list again.
 */
void
risalah_sources_place_go_back (RisalahSourcesPlace *self)
{
  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));

  set_reading (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/**
 * risalah_sources_place_focus_search:
 * @self: the place
 */
void
risalah_sources_place_focus_search (RisalahSourcesPlace *self)
{
  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));

  set_reading (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * risalah_sources_place_find:
 * @self: the place
 *
 * Opens the search that fits: in the article where one is being read, else among all.
 */
void
risalah_sources_place_find (RisalahSourcesPlace *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (risalah_reader_get_source (self->reader) != 0
      && (risalah_sources_place_can_go_back (self)
          || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->reader)))))
    risalah_reader_find (self->reader);
  else
    risalah_sources_place_focus_search (self);
}

/**
 * risalah_sources_place_open:
 * @self: the place
 * @source: a source's number
 */
void
risalah_sources_place_open (RisalahSourcesPlace *self, gint64 source)
{
  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));

  gtk_stack_set_visible_child_name (self->pages, "sources");
  risalah_reader_open (self->reader, source, NULL);
  risalah_sources_place_mark_opened (self);
  set_reading (self, TRUE);
}

/**
 * risalah_sources_place_show_passage:
 * @self: the place
 * @source_uid: the source's UUID
 * @text_uid: the text's UUID; "" for the current text
 * @start: first character
 * @end: character after the last
 *
 * Opens the source and shows the passage.
 */
void
risalah_sources_place_show_passage (RisalahSourcesPlace *self,
                                    const char *source_uid,
                                    const char *text_uid,
                                    gint64 start,
                                    gint64 end)
{
  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));
  g_return_if_fail (source_uid != NULL && text_uid != NULL);

  gtk_stack_set_visible_child_name (self->pages, "sources");
  set_reading (self, TRUE);
  risalah_reader_show_passage (self->reader, source_uid, text_uid, start, end);
}

/**
 * risalah_sources_place_show_span:
 * @self: the place
 * @source: a source's number
 * @text: the number of one of its texts, 0 for the current one
 * @start: first character
 * @end: character after the last
 *
 * Opens the source and shows the passage.
 */
void
risalah_sources_place_show_span (RisalahSourcesPlace *self,
                                 gint64 source,
                                 gint64 text,
                                 gint64 start,
                                 gint64 end)
{
  g_return_if_fail (RISALAH_IS_SOURCES_PLACE (self));

  gtk_stack_set_visible_child_name (self->pages, "sources");
  risalah_reader_show_span (self->reader, source, text, start, end);
  risalah_sources_place_mark_opened (self);
  set_reading (self, TRUE);
}
