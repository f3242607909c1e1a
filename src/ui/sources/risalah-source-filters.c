/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popover is filled each time it opens, with what the present result can be narrowed by. */

#include "risalah-source-filters.h"

#include <glib/gi18n.h>

#include "risalah-large-text.h"
#include "risalah-widget.h"

#define MAX_VALUES 8

/* In the order in which they are offered. */
static const RisalahField offered[] = {
  RISALAH_FIELD_DOSSIER,   RISALAH_FIELD_COUNTRY, RISALAH_FIELD_KIND, RISALAH_FIELD_TOPIC,
  RISALAH_FIELD_PUBLISHER, RISALAH_FIELD_DATE,    RISALAH_FIELD_TAG,  RISALAH_FIELD_GRADE,
  RISALAH_FIELD_TYPE,      RISALAH_FIELD_LANGUAGE,
};

typedef struct
{
  RisalahSourceSearch *search;
  RisalahNames *names;
  GtkWidget *box;
} Filters;

static void
filters_free (gpointer data, GClosure *closure)
{
  Filters *filters = data;

  g_object_unref (filters->search);
  g_object_unref (filters->names);
  g_free (filters);
}

static void
toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  risalah_source_search_set_filter (
      user_data, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field")),
      g_object_get_data (G_OBJECT (button), "value"), gtk_check_button_get_active (button));
}

static void
add_value (Filters *filters, RisalahField field, const char *value, guint count)
{
  g_autofree char *name = risalah_names_facet (filters->names, field, value);
  g_autofree char *text = NULL;
  GtkWidget *button;

  /* Translators: a value to filter by, and how many sources have it: "Pakistan (12)" */
  text = count > 0 ? g_strdup_printf (_ ("%s (%'u)"), name, count) : g_strdup (name);
  button = gtk_check_button_new_with_label (text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               risalah_source_search_has_filter (filters->search, field, value));
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), filters->search, 0);
  gtk_box_append (GTK_BOX (filters->box), button);
}

static gboolean
facet_has (GArray *facet, const char *value)
{
  for (guint i = 0; facet != NULL && i < facet->len; i++)
    if (g_str_equal (g_array_index (facet, RisalahFacetValue, i).value, value))
      return TRUE;
  return FALSE;
}

static void
add_field (Filters *filters, RisalahField field, GArray *facet)
{
  const char *const *chosen = risalah_source_search_get_filters (filters->search, field);
  GtkWidget *heading;

  if ((facet == NULL || facet->len == 0) && *chosen == NULL)
    return;
  heading = gtk_label_new (risalah_names_field (field));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 6);
  gtk_box_append (GTK_BOX (filters->box), heading);
  for (; *chosen != NULL; chosen++)
    if (!facet_has (facet, *chosen))
      add_value (filters, field, *chosen, 0);
  for (guint i = 0; facet != NULL && i < MIN (facet->len, MAX_VALUES); i++)
    {
      const RisalahFacetValue *value = &g_array_index (facet, RisalahFacetValue, i);

      add_value (filters, field, value->value, value->count);
    }
}

static void
fill_cb (GtkWidget *popover, gpointer user_data)
{
  Filters *filters = user_data;
  RisalahSearchResult *result = risalah_source_search_get_result (filters->search);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (filters->box)) != NULL)
    gtk_box_remove (GTK_BOX (filters->box), child);
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    add_field (filters, offered[i], result != NULL ? result->facets[offered[i]] : NULL);
  if (gtk_widget_get_first_child (filters->box) == NULL)
    gtk_box_append (GTK_BOX (filters->box), gtk_label_new (_ ("There is nothing to filter by.")));
  risalah_large_text_wrap_labels (filters->box);
}

/**
 * risalah_source_filters_new:
 * @search: what it narrows
 * @names: how things are called
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
risalah_source_filters_new (RisalahSourceSearch *search, RisalahNames *names)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Filters *filters = g_new0 (Filters, 1);

  g_return_val_if_fail (RISALAH_IS_SOURCE_SEARCH (search), NULL);
  g_return_val_if_fail (RISALAH_IS_NAMES (names), NULL);

  filters->search = g_object_ref (search);
  filters->names = g_object_ref (names);
  filters->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (filters->box, 6);
  gtk_widget_set_margin_end (filters->box, 12);
  gtk_widget_set_margin_bottom (filters->box, 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), filters->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_widget_set_size_request (scroller, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  g_signal_connect_data (popover, "show", G_CALLBACK (fill_cb), filters, filters_free, 0);
  return popover;
}

/**
 * risalah_source_filters_chip_new:
 * @names: how things are called
 * @field: a field
 * @value: one of its values
 *
 * Returns: (transfer floating): a button that says which filter it takes away; @field and @value
 *   are its data "field" and "value"
 */
GtkWidget *
risalah_source_filters_chip_new (RisalahNames *names, RisalahField field, const char *value)
{
  g_autofree char *name = risalah_names_facet (names, field, value);
  /* Translators: %s is a filter in use, "Pakistan" */
  g_autofree char *spoken = g_strdup_printf (_ ("Remove the filter %s"), name);
  GtkWidget *button = risalah_widget_new_chip (name, spoken);

  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
  return button;
}
