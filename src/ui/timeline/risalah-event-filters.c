/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The query and the filters of Sources hold in both places: changed here, they are changed there. */

#include "risalah-event-filters.h"

#include <glib/gi18n.h>

#include "risalah-edtf-check.h"
#include "risalah-source-filters.h"

#define MOST_ORIGINS 9

typedef struct
{
  RisalahTimelineState *state;
  RisalahNames *names;
  GtkEditable *query;
  GtkEditable *from;
  GtkLabel *from_words;
  GtkEditable *to;
  GtkLabel *to_words;
} Filters;

static void
filters_free (gpointer data, GClosure *closure)
{
  Filters *filters = data;

  g_object_unref (filters->state);
  g_object_unref (filters->names);
  g_free (filters);
}

/* --- callbacks --------------------------------------------------------------------------- */

static void
query_changed_cb (GtkEditable *entry, gpointer user_data)
{
  const Filters *filters = user_data;

  risalah_source_search_set_text (risalah_timeline_state_get_search (filters->state),
                                  gtk_editable_get_text (entry));
}

static void
period_changed_cb (GtkEditable *entry, gpointer user_data)
{
  const Filters *filters = user_data;
  gboolean from_is_right = risalah_edtf_check (filters->from, filters->from_words, filters->names);
  gboolean to_is_right = risalah_edtf_check (filters->to, filters->to_words, filters->names);
  g_autofree char *from = g_strstrip (g_strdup (gtk_editable_get_text (filters->from)));
  g_autofree char *to = g_strstrip (g_strdup (gtk_editable_get_text (filters->to)));

  /* Only whole dates get here, so that there is nothing left to say. */
  if (from_is_right && to_is_right)
    risalah_timeline_state_set_period (filters->state, from, to, NULL);
}

static void
origins_changed_cb (GtkSpinButton *spin, gpointer user_data)
{
  int n = gtk_spin_button_get_value_as_int (spin);

  /* Every event has one: asking for one asks for nothing. */
  risalah_timeline_state_set_min_origins (user_data, n > 1 ? (guint)n : 0);
}

static void
show_cb (GtkWidget *popover, gpointer user_data)
{
  const Filters *filters = user_data;
  const char *text
      = risalah_source_search_get_text (risalah_timeline_state_get_search (filters->state));

  if (g_strcmp0 (gtk_editable_get_text (filters->query), text) != 0)
    gtk_editable_set_text (filters->query, text);
}

/* --- widgets ----------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkEditable *
add_date (GtkWidget *box, const char *title, GtkLabel **words)
{
  GtkWidget *entry = gtk_entry_new ();

  add_label (box, title, "caption-heading");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2025-07-28, 2025-07, 2025");
  name_widget (entry, title);
  gtk_box_append (GTK_BOX (box), entry);
  *words = GTK_LABEL (add_label (box, "", "caption"));
  return GTK_EDITABLE (entry);
}

static void
add_query (Filters *filters, GtkWidget *box)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (_ ("Country, Kind, Dossier, Tag, Grade…"));
  RisalahSourceSearch *search = risalah_timeline_state_get_search (filters->state);

  add_label (box, _ ("Articles that tell it, as in Sources"), "caption-heading");
  name_widget (entry, _ ("Words of the articles"));
  gtk_box_append (GTK_BOX (box), entry);
  /* A menu button is as high as one line. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (button, gtk_label_get_text (GTK_LABEL (label)));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button),
                               risalah_source_filters_new (search, filters->names));
  gtk_box_append (GTK_BOX (box), button);
  filters->query = GTK_EDITABLE (entry);
}

static void
add_own (Filters *filters, GtkWidget *box)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MOST_ORIGINS, 1);

  filters->from = add_date (box, _ ("From"), &filters->from_words);
  filters->to = add_date (box, _ ("Until"), &filters->to_words);
  add_label (box, _ ("Independent origins, at least"), "caption-heading");
  name_widget (spin, _ ("Independent origins, at least"));
  gtk_box_append (GTK_BOX (box), spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (origins_changed_cb), filters->state,
                           0);
}

/* With large text the filters are higher than a small screen. */
static GtkWidget *
scroll (GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

/**
 * risalah_event_filters_new:
 * @state: what is narrowed
 * @names: how things are called
 * @content: (out) (transfer none): the box of the filters
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
risalah_event_filters_new (RisalahTimelineState *state, RisalahNames *names, GtkWidget **content)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Filters *filters = g_new0 (Filters, 1);

  g_return_val_if_fail (RISALAH_IS_TIMELINE_STATE (state) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  filters->state = g_object_ref (state);
  filters->names = g_object_ref (names);
  add_query (filters, box);
  add_own (filters, box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll (box));
  *content = box;
  name_widget (popover, _ ("Filters"));
  g_signal_connect_data (popover, "show", G_CALLBACK (show_cb), filters, filters_free, 0);
  g_signal_connect (filters->query, "search-changed", G_CALLBACK (query_changed_cb), filters);
  g_signal_connect (filters->from, "changed", G_CALLBACK (period_changed_cb), filters);
  g_signal_connect (filters->to, "changed", G_CALLBACK (period_changed_cb), filters);
  return popover;
}
