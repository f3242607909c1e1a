/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found, and the chips that say what it is narrowed to. */

#include "risalah-sources-place-private.h"

#include <glib/gi18n.h>

#include "risalah-source-filters.h"

/* Of the chips: the filters that they say. */
#define MADE_FOR "risalah-made-for"

static void
show_count (RisalahSourcesPlace *self)
{
  RisalahSearchResult *result = risalah_source_search_get_result (self->search);
  gulong all = risalah_source_search_get_n_sources (self->search);
  g_autofree char *text = NULL;

  if (result == NULL)
    return;
  if (!risalah_source_search_is_narrowed (self->search))
    text = g_strdup_printf (ngettext ("%'lu source", "%'lu sources", all), all);
  else
    /* Translators: how many sources were found, of how many there are: "12 of 1,204" */
    text = g_strdup_printf (_ ("%'lu of %'lu"), (gulong)result->total, all);
  gtk_label_set_text (self->count, text);
}

/* The opened source stays marked in the list where another search finds it too. */
void
risalah_sources_place_mark_opened (RisalahSourcesPlace *self)
{
  gint64 opened = risalah_reader_get_source (self->reader);
  guint position =
      opened != 0 ? risalah_lazy_list_find (risalah_source_search_get_list (self->search), opened)
                  : G_MAXUINT;

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     position != G_MAXUINT ? position : GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
}

static void
chip_clicked_cb (GtkButton *button, gpointer user_data)
{
  RisalahSourcesPlace *self = user_data;

  risalah_source_search_set_filter (self->search,
                                    GPOINTER_TO_UINT (
                                        g_object_get_data (G_OBJECT (button), "field")),
                                    g_object_get_data (G_OBJECT (button), "value"), FALSE);
}

static void
add_chip (RisalahSourcesPlace *self, RisalahField field, const char *value)
{
  GtkWidget *chip = risalah_source_filters_chip_new (self->names, field, value);

  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
  gtk_flow_box_append (self->chips, chip);
}

/* Whether the filters are others than those that the chips were made for; a chip that stays keeps
 * the focus. */
static gboolean
chips_change (RisalahSourcesPlace *self)
{
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    for (const char *const *value = risalah_source_search_get_filters (self->search, field);
         *value != NULL; value++)
      g_string_append_printf (wanted, "%u %s\n", field, *value);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->chips), MADE_FOR), wanted->str) == 0)
    return FALSE;
  g_object_set_data_full (G_OBJECT (self->chips), MADE_FOR, g_strdup (wanted->str), g_free);
  return TRUE;
}

static void
show_chips (RisalahSourcesPlace *self)
{
  GtkWidget *child;
  gboolean any = FALSE;

  if (!chips_change (self))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (guint field = 0; field < RISALAH_FIELD_N; field++)
    for (const char *const *value = risalah_source_search_get_filters (self->search, field);
         *value != NULL; value++)
      {
        add_chip (self, field, *value);
        any = TRUE;
      }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), any);
}

static void
search_changing_cb (RisalahSourcesPlace *self)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  self->was_at_top = gtk_adjustment_get_value (scroll) < 1;
}

/* The list keeps the row at its top where it is, also when others come before it; at the very top
 * those are what the analyst wants to see. */
static void
keep_at_top (RisalahSourcesPlace *self)
{
  if (self->was_at_top && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0u);
}

static void
search_done_cb (RisalahSourcesPlace *self)
{
  RisalahSearchResult *result = risalah_source_search_get_result (self->search);
  const GError *error = risalah_source_search_get_error (self->search);
  gboolean is_empty = result == NULL || result->ids->len == 0;
  gboolean is_narrowed = risalah_source_search_is_narrowed (self->search);

  adw_status_page_set_description (self->nothing_page,
                                   error != NULL ? error->message
                                                 : _ ("Try other words or fewer filters."));
  gtk_stack_set_visible_child_name (self->list_pages,
                                    is_empty || error != NULL ? "nothing" : "list");
  gtk_stack_set_visible_child_name (self->pages, is_empty && !is_narrowed && error == NULL
                                                     ? "welcome"
                                                     : "sources");
  g_object_notify (G_OBJECT (self), "welcome");
  show_count (self);
  risalah_sources_place_show_menu (self);
  show_chips (self);
  risalah_sources_place_mark_opened (self);
  keep_at_top (self);
}

/* From now on the place shows what its search finds. */
void
risalah_sources_place_watch_search (RisalahSourcesPlace *self)
{
  g_signal_connect_object (self->search, "changing", G_CALLBACK (search_changing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_done_cb), self,
                           G_CONNECT_SWAPPED);
}
