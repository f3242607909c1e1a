/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stored quotation as an item and a row of the quote shelf: its words, who says them, and in
 * which source. */

#include "risalah-quote-row.h"

#include <glib/gi18n.h>

#include "risalah-quotations.h"
#include "risalah-sources.h"
#include "risalah-widget.h"

struct _RisalahQuoteItem
{
  GObject parent_instance;

  RisalahQuotation *quotation;
  char *source;     /* its title, or the first words of an untitled one */
  char *searchable; /* words, speaker and source, case folded */
};

G_DEFINE_FINAL_TYPE (RisalahQuoteItem, risalah_quote_item, G_TYPE_OBJECT)

struct _RisalahQuoteRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *words_label;
  GtkLabel *source_label;
  GtkWidget *used_image;
  GtkActionable *source_button;
};

G_DEFINE_FINAL_TYPE (RisalahQuoteRow, risalah_quote_row, GTK_TYPE_WIDGET)

static void
risalah_quote_item_finalize (GObject *object)
{
  RisalahQuoteItem *self = RISALAH_QUOTE_ITEM (object);

  risalah_quotation_free (self->quotation);
  g_free (self->source);
  g_free (self->searchable);

  G_OBJECT_CLASS (risalah_quote_item_parent_class)->finalize (object);
}

static void
risalah_quote_item_class_init (RisalahQuoteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_quote_item_finalize;
}

static void
risalah_quote_item_init (RisalahQuoteItem *self)
{
}

static RisalahQuoteItem *
quote_item_new (const RisalahQuotation *quotation, const char *source)
{
  RisalahQuoteItem *self = g_object_new (RISALAH_TYPE_QUOTE_ITEM, NULL);
  g_autofree char *all = g_strjoin (
      " ", quotation->exact, source, quotation->speaker != NULL ? quotation->speaker : "", NULL);

  self->quotation = risalah_quotation_copy (quotation);
  self->source = g_strdup (source);
  self->searchable = g_utf8_casefold (all, -1);
  return self;
}

static void
risalah_quote_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_QUOTE_ROW);
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_quote_row_parent_class)->dispose (object);
}

static void
risalah_quote_row_class_init (RisalahQuoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_quote_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-quote-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteRow, box);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteRow, words_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteRow, used_image);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuoteRow, source_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
risalah_quote_row_init (RisalahQuoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_quote_items_list:
 * @connection: a reading connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type RisalahQuoteItem): the stored quotations, the latest first
 */
GPtrArray *
risalah_quote_items_list (RisalahConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = risalah_quotations_list (connection, 0, FALSE, error);
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *items;

  if (ids == NULL)
    return NULL;
  stored = risalah_quotations_get_many (connection, (const gint64 *)(void *)ids->data, ids->len,
                                        error);
  if (stored == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < stored->len; i++)
    {
      const RisalahStoredQuotation *quotation = stored->pdata[i];
      g_autoptr (RisalahSource) source = risalah_sources_get (connection, quotation->source, NULL);

      g_ptr_array_add (items, quote_item_new (quotation->quotation,
                                              source != NULL ? source->label : ""));
    }
  return items;
}

/**
 * risalah_quote_item_get_quotation:
 * @self: an item
 *
 * Returns: (transfer none): the quotation
 */
const RisalahQuotation *
risalah_quote_item_get_quotation (RisalahQuoteItem *self)
{
  g_return_val_if_fail (RISALAH_IS_QUOTE_ITEM (self), NULL);

  return self->quotation;
}

/**
 * risalah_quote_item_matches:
 * @self: an item
 * @words: case folded
 *
 * Returns: whether its words, its speaker or its source hold @words
 */
gboolean
risalah_quote_item_matches (RisalahQuoteItem *self, const char *words)
{
  g_return_val_if_fail (RISALAH_IS_QUOTE_ITEM (self), FALSE);

  return strstr (self->searchable, words) != NULL;
}

/**
 * risalah_quote_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
risalah_quote_row_new (void)
{
  return g_object_new (RISALAH_TYPE_QUOTE_ROW, NULL);
}

/**
 * risalah_quote_row_set_item:
 * @self: a row
 * @item: the quotation that it shows from now on
 * @used: whether the open brief holds it
 */
void
risalah_quote_row_set_item (RisalahQuoteRow *self, RisalahQuoteItem *item, gboolean used)
{
  const RisalahQuotation *quotation;
  g_autofree char *words = NULL, *source = NULL;

  g_return_if_fail (RISALAH_IS_QUOTE_ROW (self));
  g_return_if_fail (RISALAH_IS_QUOTE_ITEM (item));

  quotation = item->quotation;
  words = g_strdup_printf ("“%s”", quotation->exact);
  gtk_label_set_text (self->words_label, words);
  if (quotation->speaker != NULL)
    source = g_strdup_printf ("%s · %s", quotation->speaker, item->source);
  gtk_label_set_text (self->source_label, source != NULL ? source : item->source);
  gtk_widget_set_visible (self->used_image, used);
  gtk_actionable_set_action_target (self->source_button, "(ssxx)", quotation->source_uid,
                                    quotation->text_uid, quotation->start, quotation->end);
  gtk_actionable_set_action_name (self->source_button, "win.show-passage");
}
