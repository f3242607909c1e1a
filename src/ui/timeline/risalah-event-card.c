/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A suggestion is drawn with a dashed border and says so in words, until it is reviewed. The first
 * card of an article stands under its name, with what can be done to all of its suggestions. */

#include "risalah-event-card.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"
#include "risalah-event-list.h"
#include "risalah-event-words.h"
#include "risalah-wrap-box.h"

struct _RisalahEventCard
{
  RisalahLazyRow parent_instance;

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
};

G_DEFINE_FINAL_TYPE (RisalahEventCard, risalah_event_card, RISALAH_TYPE_LAZY_ROW)

static void
show_evidence (RisalahEventCard *self, const RisalahEvent *event)
{
  const RisalahEvidence *evidence = risalah_event_words_get_main (event);
  gboolean is_known = evidence != NULL && evidence->exact != NULL;
  RisalahNames *names = risalah_lazy_row_get_names (RISALAH_LAZY_ROW (self));
  g_autofree char *words = is_known ? risalah_event_words_marked (event, evidence) : NULL;
  g_autofree char *source = is_known ? risalah_event_words_source (names, evidence) : NULL;

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
  about = risalah_names_about_source (risalah_lazy_row_get_names (RISALAH_LAZY_ROW (self)),
                                      row->article);
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
  RisalahNames *names = risalah_lazy_row_get_names (RISALAH_LAZY_ROW (self));
  g_autofree char *date = risalah_event_words_date (names, event);
  g_autofree char *about = risalah_event_words_about (names, event);
  g_autofree char *status = risalah_event_words_status (event);
  g_autofree char *spoken = risalah_event_words_spoken (names, event);

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
  risalah_lazy_row_set_spoken (RISALAH_LAZY_ROW (self), spoken,
                               gtk_label_get_text (self->evidence));
}

static void
risalah_event_card_show (RisalahLazyRow *lazy_row, gpointer value)
{
  gtk_widget_set_opacity (GTK_WIDGET (lazy_row), value != NULL ? 1 : 0);
  if (value != NULL)
    show_row (RISALAH_EVENT_CARD (lazy_row), value);
}

static void
risalah_event_card_class_init (RisalahEventCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  RISALAH_LAZY_ROW_CLASS (klass)->show = risalah_event_card_show;
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
