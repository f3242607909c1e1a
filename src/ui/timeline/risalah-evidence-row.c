/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activated, it leads to the passage. */

#include "risalah-evidence-row.h"

#include <glib/gi18n.h>

#include "risalah-corroboration.h"
#include "risalah-event-acting.h"
#include "risalah-event-words.h"

struct _RisalahEvidenceRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *tick;
  GtkLabel *field;
  GtkLabel *words;
  GtkLabel *source;
  GtkWidget *decide;
  GtkMenuButton *grade;
  GtkDropDown *voice;
  GtkDropDown *credibility;

  RisalahSession *session;
  RisalahNames *names;
  RisalahEvent *event;
  const RisalahEvidence *evidence; /* of the event */
  gboolean is_showing;             /* what changes is not the analyst's choice */
};

G_DEFINE_FINAL_TYPE (RisalahEvidenceRow, risalah_evidence_row, GTK_TYPE_LIST_BOX_ROW)

static void
act (RisalahEvidenceRow *self, RisalahEventAct *what)
{
  risalah_event_acting_do (GTK_WIDGET (self), self->session, what);
}

static void
decide_cb (RisalahEvidenceRow *self)
{
  act (self, risalah_event_act_new_decide (self->evidence));
}

static void
remove_cb (RisalahEvidenceRow *self)
{
  gtk_menu_button_popdown (self->grade);
  act (self, risalah_event_act_new_remove (self->evidence));
}

static void
quote_cb (RisalahEvidenceRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.quote-span", "(xsxx)", self->evidence->source,
                              self->evidence->text_uid, self->evidence->start, self->evidence->end);
}

static void
grade_cb (RisalahEvidenceRow *self)
{
  RisalahVoice voice;
  guint8 credibility;

  if (self->evidence == NULL || self->is_showing)
    return;
  voice = gtk_drop_down_get_selected (self->voice);
  credibility = (guint8)gtk_drop_down_get_selected (self->credibility);
  if (voice == self->evidence->voice && credibility == self->evidence->credibility)
    return;
  gtk_menu_button_popdown (self->grade);
  act (self, risalah_event_act_new_grade (self->evidence, voice, credibility));
}

static void
risalah_evidence_row_activate (GtkListBoxRow *row)
{
  const RisalahEvidence *evidence = RISALAH_EVIDENCE_ROW (row)->evidence;

  gtk_widget_activate_action (GTK_WIDGET (row), "win.show-span", "(xxxx)", evidence->source,
                              evidence->text, evidence->start, evidence->end);
}

static void
risalah_evidence_row_dispose (GObject *object)
{
  RisalahEvidenceRow *self = RISALAH_EVIDENCE_ROW (object);

  self->evidence = NULL;
  g_clear_pointer (&self->event, risalah_event_free);
  g_clear_object (&self->session);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (risalah_evidence_row_parent_class)->dispose (object);
}

static void
risalah_evidence_row_class_init (RisalahEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_evidence_row_dispose;
  GTK_LIST_BOX_ROW_CLASS (klass)->activate = risalah_evidence_row_activate;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/timeline/risalah-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, tick);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, field);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, words);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, source);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, decide);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, grade);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, voice);
  gtk_widget_class_bind_template_child (widget_class, RisalahEvidenceRow, credibility);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, quote_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_cb);
}

static void
risalah_evidence_row_init (RisalahEvidenceRow *self)
{
  g_autoptr (GtkStringList) voices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = RISALAH_VOICE_UNKNOWN; i <= RISALAH_VOICE_SECOND_HAND; i++)
    gtk_string_list_append (voices, risalah_names_voice (i));
  for (guint8 i = 0; i <= 6; i++)
    gtk_string_list_append (grades, risalah_names_credibility (i));
  gtk_drop_down_set_model (self->voice, G_LIST_MODEL (voices));
  gtk_drop_down_set_model (self->credibility, G_LIST_MODEL (grades));
}

/* What a field of evidence is called. */
static const char *
name_field (const char *field)
{
  static const struct
  {
    const char *field;
    const char *name;
  } fields[] = {
    { "trigger", N_ ("What happened") }, { "date", N_ ("Date") }, { "kind", N_ ("Kind of event") },
    { "party", N_ ("Party") }, { "place", N_ ("Place") }, { "status", N_ ("Status") },
    { "title", N_ ("Title") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (field, fields[i].field))
      return gettext (fields[i].name);
  return field;
}

/* "Date: 28 July 2025", or the field alone. */
static char *
describe_field (RisalahEvidenceRow *self)
{
  const RisalahEvidence *evidence = self->evidence;
  g_autofree char *value = NULL;

  if (evidence->value == NULL)
    return g_strdup (name_field (evidence->field));
  if (g_str_equal (evidence->field, "date"))
    value = risalah_names_date (self->names, evidence->value, RISALAH_EDTF_MOD_NONE);
  else if (g_str_equal (evidence->field, "kind"))
    value = g_strdup (risalah_names_kind (evidence->value));
  else
    value = g_strdup (evidence->value);
  return g_strdup_printf (_ ("%s: %s"), name_field (evidence->field), value);
}

static void
show (RisalahEvidenceRow *self)
{
  g_autofree char *field = describe_field (self);
  g_autofree char *words = risalah_event_words_marked (self->event, self->evidence);
  g_autofree char *source = risalah_event_words_source (self->names, self->evidence);
  g_autofree char *grade = risalah_evidence_grade (self->evidence);

  gtk_label_set_text (self->field, field);
  gtk_label_set_markup (self->words, words);
  gtk_label_set_text (self->source, source);
  gtk_menu_button_set_label (self->grade, grade);
  self->is_showing = TRUE;
  gtk_drop_down_set_selected (self->voice, self->evidence->voice);
  gtk_drop_down_set_selected (self->credibility, self->evidence->credibility);
  self->is_showing = FALSE;
  gtk_widget_set_visible (self->decide,
                          self->evidence->value != NULL
                              && risalah_corroboration_is_contested (self->event,
                                                                     self->evidence->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, field,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->words), -1);
}

/**
 * risalah_evidence_row_new:
 * @session: the session
 * @names: how things are called
 * @event: the event with its evidence; copied
 * @evidence: one piece of it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
risalah_evidence_row_new (RisalahSession *session,
                          RisalahNames *names,
                          const RisalahEvent *event,
                          const RisalahEvidence *evidence)
{
  RisalahEvidenceRow *self;

  g_return_val_if_fail (RISALAH_IS_SESSION (session) && RISALAH_IS_NAMES (names), NULL);
  g_return_val_if_fail (event != NULL && evidence != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_EVIDENCE_ROW, NULL);
  self->session = g_object_ref (session);
  self->names = g_object_ref (names);
  self->event = risalah_event_copy (event);
  for (guint i = 0; i < event->evidence->len; i++)
    if (((RisalahEvidence *)event->evidence->pdata[i])->id == evidence->id)
      self->evidence = g_ptr_array_index (self->event->evidence, i);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * risalah_evidence_row_get_id:
 * @self: a row
 *
 * Returns: the number of its evidence
 */
gint64
risalah_evidence_row_get_id (RisalahEvidenceRow *self)
{
  g_return_val_if_fail (RISALAH_IS_EVIDENCE_ROW (self), 0);
  return self->evidence->id;
}

/**
 * risalah_evidence_row_is_ticked:
 * @self: a row
 *
 * Returns: whether the evidence is to be split off
 */
gboolean
risalah_evidence_row_is_ticked (RisalahEvidenceRow *self)
{
  g_return_val_if_fail (RISALAH_IS_EVIDENCE_ROW (self), FALSE);
  return gtk_check_button_get_active (self->tick);
}
