/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion is drawn with a dashed border and says so in words, until it is reviewed. */

#include "risalah-event-card.h"

#include <glib/gi18n.h>

#include "risalah-event-list.h"
#include "risalah-source-edit.h"
#include "risalah-widget.h"

struct _RisalahEventCard
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *content;
  GtkLabel *date;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *evidence;
  GtkLabel *status;
  GtkWidget *review;

  RisalahLibrary *library;
  RisalahNames *names;
  RisalahLazyItem *item;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (RisalahEventCard, risalah_event_card, GTK_TYPE_WIDGET)

static char *
parties_and_kind (RisalahEventCard *self, const RisalahEvent *event)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < event->parties->len; i++)
    {
      g_autofree char *name
          = risalah_names_party (self->names, g_ptr_array_index (event->parties, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " – " : "", name);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                          risalah_names_kind (event->kind));
  if (event->place != NULL && *event->place != '\0')
    g_string_append_printf (text, " · %s", event->place);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u independent source", "%u independent sources",
                                          event->n_origins), event->n_origins);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The words that tell what happened, else the first evidence there is. */
static const RisalahEvidence *
main_evidence (const RisalahEvent *event)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (g_strcmp0 (evidence->field, "trigger") == 0)
        return evidence;
    }
  return event->evidence->len > 0 ? g_ptr_array_index (event->evidence, 0) : NULL;
}

static void
show_evidence (RisalahEventCard *self, const RisalahEvent *event)
{
  const RisalahEvidence *evidence = main_evidence (event);
  gboolean is_known = evidence != NULL && evidence->exact != NULL;
  g_autofree char *text = is_known ? g_strdup_printf (_ ("“%s”"), evidence->exact) : NULL;

  gtk_label_set_text (self->evidence, is_known ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), is_known);
}

static void
show_review (RisalahEventCard *self, const RisalahEvent *event)
{
  gboolean is_suggested = event->review == RISALAH_REVIEW_SUGGESTED;
  g_autofree char *text = NULL;

  /* Translators: where an event stands in the world: "Planned · Suggestion" */
  text = is_suggested
             ? g_strdup_printf (_ ("%s · Suggestion"), risalah_names_status (event->status))
             : g_strdup (risalah_names_status (event->status));
  gtk_label_set_text (self->status, text);
  gtk_widget_set_visible (self->review, is_suggested);
  if (is_suggested)
    gtk_widget_add_css_class (self->content, "suggested");
  else
    gtk_widget_remove_css_class (self->content, "suggested");
}

static void
show_row (RisalahEventCard *self, const RisalahEventRow *row)
{
  const RisalahEvent *event = row->event;
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *date = risalah_names_date (self->names, event->edtf, event->mod);
  g_autofree char *about = parties_and_kind (self, event);
  g_autofree char *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (self->heading), row->heading != NULL ? row->heading : "");
  gtk_widget_set_visible (self->heading, row->heading != NULL);
  gtk_label_set_text (self->date, *date != '\0' ? date : _ ("Needs a date"));
  gtk_label_set_text (self->title, event->title);
  gtk_label_set_text (self->about, about);
  show_evidence (self, event);
  show_review (self, event);
  spoken = g_strdup_printf ("%s, %s, %s, %s", gtk_label_get_text (self->date), event->title, about,
                            gtk_label_get_text (self->status));
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken, -1);
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
accept_cb (RisalahEventCard *self)
{
  risalah_source_edit_review (GTK_WIDGET (self), self->library,
                              risalah_lazy_item_get_id (self->item), TRUE);
}

static void
reject_cb (RisalahEventCard *self)
{
  risalah_source_edit_review (GTK_WIDGET (self), self->library,
                              risalah_lazy_item_get_id (self->item), FALSE);
}

static void
risalah_event_card_dispose (GObject *object)
{
  RisalahEventCard *self = RISALAH_EVENT_CARD (object);

  set_item (self, NULL);
  g_clear_object (&self->library);
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
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, content);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, date);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, title);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, about);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, evidence);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, status);
  gtk_widget_class_bind_template_child (widget_class, RisalahEventCard, review);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, reject_cb);
}

static void
risalah_event_card_init (RisalahEventCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- the factory ------------------------------------------------------------------------- */

typedef struct
{
  RisalahLibrary *library;
  RisalahNames *names;
} Context;

static void
context_free (gpointer data, GClosure *closure)
{
  Context *context = data;

  g_object_unref (context->library);
  g_object_unref (context->names);
  g_free (context);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const Context *context = user_data;
  RisalahEventCard *card = g_object_new (RISALAH_TYPE_EVENT_CARD, NULL);

  card->library = g_object_ref (context->library);
  card->names = g_object_ref (context->names);
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
 * @library: where reviews go
 * @names: how things are called
 *
 * Returns: (transfer full): makes cards for the items of a #RisalahEventList
 */
GtkListItemFactory *
risalah_event_card_factory_new (RisalahLibrary *library, RisalahNames *names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Context *context = g_new0 (Context, 1);

  g_return_val_if_fail (RISALAH_IS_LIBRARY (library) && RISALAH_IS_NAMES (names), NULL);

  context->library = g_object_ref (library);
  context->names = g_object_ref (names);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), context, context_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * risalah_event_card_get_event:
 * @self: a card
 *
 * Returns: the number in the library of the event that it shows, 0 where it shows none
 */
gint64
risalah_event_card_get_event (RisalahEventCard *self)
{
  g_return_val_if_fail (RISALAH_IS_EVENT_CARD (self), 0);

  return self->item != NULL ? risalah_lazy_item_get_id (self->item) : 0;
}
