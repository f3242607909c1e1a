/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotations that were taken from sources. Whether one is used is read from the document that
 * is being edited, so that it is right before the brief is saved. */

#include "risalah-quote-shelf.h"

#include <glib/gi18n.h>

#include "risalah-library.h"
#include "risalah-messages.h"
#include "risalah-quote-row.h"
#include "risalah-widget.h"

typedef enum
{
  SHOW_UNUSED,
  SHOW_USED,
  SHOW_ALL,
} Filter;

struct _RisalahQuoteShelf
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GtkEditable *search_entry;
  GtkDropDown *filter_choice;

  RisalahEditor *editor; /* borrowed: a sibling in the same dock */
  RisalahSession *session;
  GListStore *shown;     /* RisalahQuoteItem */
  GPtrArray *all;        /* RisalahQuoteItem */
  GHashTable *used;      /* uids that the document holds */
  RisalahDocument *scanned;
  GCancellable *listing;
};

G_DEFINE_FINAL_TYPE (RisalahQuoteShelf, risalah_quote_shelf, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_INSERT,
  SIGNAL_CITE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
note_used_cb (RisalahDocument *document,
              const RisalahPosition *at,
              const RisalahMark *mark,
              gpointer data)
{
  if (mark->kind == RISALAH_MARK_QUOTATION)
    g_hash_table_add (data,
                      g_strdup (risalah_quotation_use_get_quotation (mark->quotation)->uid));
  return TRUE;
}

static void
scan_document (RisalahQuoteShelf *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);

  if (document == self->scanned)
    return;
  g_clear_pointer (&self->scanned, risalah_document_unref);
  self->scanned = risalah_document_ref (document);
  g_hash_table_remove_all (self->used);
  risalah_document_foreach_mark (document, note_used_cb, self->used);
}

static gboolean
passes (RisalahQuoteShelf *self, RisalahQuoteItem *item, const char *words)
{
  Filter filter = (Filter)gtk_drop_down_get_selected (self->filter_choice);
  gboolean used
      = g_hash_table_contains (self->used, risalah_quote_item_get_quotation (item)->uid);

  if ((filter == SHOW_UNUSED && used) || (filter == SHOW_USED && !used))
    return FALSE;
  return risalah_quote_item_matches (item, words);
}

static void
refilter (RisalahQuoteShelf *self)
{
  g_autofree char *words = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  scan_document (self);
  for (guint i = 0; i < self->all->len; i++)
    if (passes (self, self->all->pdata[i], words))
      g_ptr_array_add (shown, self->all->pdata[i]);
  g_list_store_remove_all (self->shown);
  g_list_store_splice (self->shown, 0, 0, shown->pdata, shown->len);
  gtk_stack_set_visible_child_name (self->stack, self->all->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahQuoteShelf) self = RISALAH_QUOTE_SHELF (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items
      = risalah_library_list_finish (RISALAH_LIBRARY (source), result, &error);

  if (items == NULL)
    {
      risalah_messages_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->session == NULL)
    return;
  g_ptr_array_unref (self->all);
  self->all = g_steal_pointer (&items);
  refilter (self);
}

static void
refresh (RisalahQuoteShelf *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (self->session == NULL)
    return;
  self->listing = g_cancellable_new ();
  risalah_library_list_async (risalah_session_get_library (self->session),
                              risalah_quote_items_list, self->listing, listed_cb,
                              g_object_ref (self));
}

static void
quotations_changed_cb (RisalahQuoteShelf *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
document_changed_cb (RisalahQuoteShelf *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refilter (self);
}

static void
filter_cb (RisalahQuoteShelf *self)
{
  if (self->editor != NULL)
    refilter (self);
}

static void
activate_cb (RisalahQuoteShelf *self, guint position)
{
  g_autoptr (RisalahQuoteItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  g_signal_emit (self, signals[SIGNAL_INSERT], 0, risalah_quote_item_get_quotation (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, risalah_quote_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RisalahQuoteShelf *self)
{
  RisalahQuoteItem *item = gtk_list_item_get_item (list_item);
  const RisalahQuotation *quotation = risalah_quote_item_get_quotation (item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  risalah_quote_row_set_item (RISALAH_QUOTE_ROW (row), item,
                              g_hash_table_contains (self->used, quotation->uid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, quotation->exact, -1);
}

static void
risalah_quote_shelf_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (risalah_quote_shelf_parent_class)->map (widget);
  refresh (RISALAH_QUOTE_SHELF (widget));
}

static void
risalah_quote_shelf_dispose (GObject *object)
{
  RisalahQuoteShelf *self = RISALAH_QUOTE_SHELF (object);

  risalah_quote_shelf_set_session (self, NULL);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_QUOTE_SHELF);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_quote_shelf_parent_class)->dispose (object);
}

static void
risalah_quote_shelf_finalize (GObject *object)
{
  RisalahQuoteShelf *self = RISALAH_QUOTE_SHELF (object);

  g_object_unref (self->shown);
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->used);
  g_clear_pointer (&self->scanned, risalah_document_unref);

  G_OBJECT_CLASS (risalah_quote_shelf_parent_class)->finalize (object);
}

static void
risalah_quote_shelf_class_init (RisalahQuoteShelfClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_quote_shelf_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_quote_shelf_finalize;
  widget_class->map = risalah_quote_shelf_map;

  /**
   * RisalahQuoteShelf::insert:
   * @quotation: (type gpointer): a #RisalahQuotation
   *
   * The analyst wants the quotation in the brief.
   */
  signals[SIGNAL_INSERT]
      = g_signal_new ("insert", RISALAH_TYPE_QUOTE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, RISALAH_TYPE_QUOTATION | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * RisalahQuoteShelf::cite:
   * @quotation: (type gpointer): a #RisalahQuotation
   *
   * The analyst wants the passage cited in the brief, without its words.
   */
  signals[SIGNAL_CITE]
      = g_signal_new ("cite", RISALAH_TYPE_QUOTE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, RISALAH_TYPE_QUOTATION | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-quote-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteShelf, stack);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteShelf, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteShelf, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteShelf, filter_choice);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quoteshelf");
}

static void
risalah_quote_shelf_init (RisalahQuoteShelf *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = g_list_store_new (RISALAH_TYPE_QUOTE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * risalah_quote_shelf_set_editor:
 * @self: a quote shelf
 * @editor: whose document says what is used; a sibling, not kept alive
 */
void
risalah_quote_shelf_set_editor (RisalahQuoteShelf *self, RisalahEditor *editor)
{
  g_return_if_fail (RISALAH_IS_QUOTE_SHELF (self));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  self->editor = editor;
  g_signal_connect_object (editor, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * risalah_quote_shelf_set_session:
 * @self: a quote shelf
 * @session: (nullable): whose quotations are shown
 */
void
risalah_quote_shelf_set_session (RisalahQuoteShelf *self, RisalahSession *session)
{
  g_return_if_fail (RISALAH_IS_QUOTE_SHELF (self));

  if (self->session == session)
    return;
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (risalah_session_get_library (self->session), self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_swapped (risalah_session_get_library (session), "quotations-changed",
                              G_CALLBACK (quotations_changed_cb), self);
}

/**
 * risalah_quote_shelf_take_selected:
 * @self: a quote shelf
 * @cites: whether the passage is cited, or its words are quoted
 *
 * Puts the selected quotation in the brief.
 *
 * Returns: %FALSE where none is selected
 */
gboolean
risalah_quote_shelf_take_selected (RisalahQuoteShelf *self, gboolean cites)
{
  RisalahQuoteItem *item;

  g_return_val_if_fail (RISALAH_IS_QUOTE_SHELF (self), FALSE);

  item = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)));
  if (item == NULL)
    return FALSE;
  g_signal_emit (self, signals[cites ? SIGNAL_CITE : SIGNAL_INSERT], 0,
                 risalah_quote_item_get_quotation (item));
  return TRUE;
}
