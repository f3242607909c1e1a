/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion is drawn with a dashed border and says so in words, until it is reviewed. The first
 * card of an article stands under its name, with what can be done to all of its suggestions. */

#include "risalah-event-card.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"
#include "risalah-event-list.h"
#include "risalah-event-words.h"
#include "risalah-widget.h"

struct _RisalahEventCard
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkLabel *article;
  GtkLabel *article_about;
  GtkWidget *content;
  GtkLabel *date;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *evidence;
  GtkLabel *source;
  GtkLabel *status;
  GtkWidget *contested;
  GtkActionable *accept;
  GtkActionable *edit;
  GtkActionable *merge;
  GtkActionable *reject;
  GtkActionable *accept_article;
  GtkActionable *reject_article;

  RisalahNames *names;
  RisalahLazyItem *item;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (RisalahEventCard, risalah_event_card, GTK_TYPE_WIDGET)

static void
show_evidence (RisalahEventCard *self, const RisalahEvent *event)
{
  const RisalahEvidence *evidence = risalah_event_words_get_main (event);
  gboolean is_known = evidence != NULL && evidence->exact != NULL;
  g_autofree char *words = is_known ? risalah_event_words_marked (event, evidence) : NULL;
  g_autofree char *source = is_known ? risalah_event_words_source (self->names, evidence) : NULL;

  gtk_label_set_markup (self->evidence, is_known ? words : "");
  gtk_label_set_text (self->source, is_known ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), is_known);
  gtk_widget_set_visible (GTK_WIDGET (self->source), is_known);
}

static void
show_heading (RisalahEventCard *self, const RisalahEventRow *row)
{
  g_autofree char *about = NULL, *text = NULL;

  gtk_widget_set_visible (self->heading, row->article != NULL);
  if (row->article == NULL)
    return;
  about = risalah_names_about_source (self->names, row->article);
  text = g_strdup_printf (ngettext ("%s · %'u suggestion", "%s · %'u suggestions", row->n_events),
                          about, row->n_events);
  gtk_label_set_text (self->article, row->article->label);
  gtk_label_set_text (self->article_about, text);
  gtk_actionable_set_action_target (self->accept_article, "x", row->article->id);
  gtk_actionable_set_action_target (self->reject_article, "x", row->article->id);
}

static void
aim_buttons (RisalahEventCard *self, gint64 event)
{
  gtk_actionable_set_action_target (self->accept, "x", event);
  gtk_actionable_set_action_target (self->edit, "x", event);
  gtk_actionable_set_action_target (self->merge, "x", event);
  gtk_actionable_set_action_target (self->reject, "x", event);
}

static void
show_row (RisalahEventCard *self, const RisalahEventRow *row)
{
  const RisalahEvent *event = row->event;
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *date = risalah_event_words_date (self->names, event);
  g_autofree char *about = risalah_event_words_about (self->names, event);
  g_autofree char *status = risalah_event_words_status (event);
  g_autofree char *spoken = risalah_event_words_spoken (self->names, event);

  show_heading (self, row);
  aim_buttons (self, event->id);
  gtk_label_set_text (self->date, date);
  gtk_label_set_text (self->title, event->title);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->status, status);
  gtk_widget_set_visible (self->contested,
                          risalah_corroboration_is_contested (event, "date")
                              || risalah_corroboration_is_contested (event, "kind"));
  show_evidence (self, event);
  if (event->review == RISALAH_REVIEW_SUGGESTED)
    gtk_widget_add_css_class (self->content, "suggested");
  else
    gtk_widget_remove_css_class (self->content, "suggested");
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_text (self->evidence), -1);
}

static void
show_item (RisalahEventCard *self)
{
  const RisalahEventRow *row = risalah_lazy_item_get_value (self->item);

  gtk_widget_set_opacity (GTK_WIDGET (self), row != NULL ? 1 : 0);
  if (row != NULL)
    show_row (self, row);
}

static void
set_item (RisalahEventCard *self, RisalahLazyItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed = g_signal_connect_swapped (item, "notify::value", G_CALLBACK (show_item), self);
  show_item (self);
}

static void
risalah_event_card_dispose (GObject *object)
{
  RisalahEventCard *self = RISALAH_EVENT_CARD (object);

  set_item (self, NULL);
  g_clear_object (&self->names);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_event_card_parent_class)->dispose (object);
}

static void
risalah_event_card_class_init (RisalahEventCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_event_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-event-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, heading);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, article);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, article_about);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, content);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, date);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, evidence);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, source);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, contested);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, accept);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, edit);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, merge);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, reject);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, accept_article);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, reject_article);
}

static void
risalah_event_card_init (RisalahEventCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- the factory ------------------------------------------------------------------------- */

static void
unref_closure_data_cb (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  RisalahEventCard *card = g_object_new (RISALAH_TYPE_EVENT_CARD, NULL);

  card->names = g_object_ref (user_data);
  gtk_list_item_set_child (list_item, GTK_WIDGET (card));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  set_item (RISALAH_EVENT_CARD (gtk_list_item_get_child (list_item)),
            gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  set_item (RISALAH_EVENT_CARD (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * risalah_event_card_factory_new:
 * @names: how things are called
 *
 * Returns: (transfer full): makes cards for the items of a #RisalahEventList
 */
GtkListItemFactory *
risalah_event_card_factory_new (RisalahNames *names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (RISALAH_IS_NAMES (names), NULL);

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_object_ref (names),
                         unref_closure_data_cb, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
