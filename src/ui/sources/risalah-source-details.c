/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is open and hands each change to risalah-source-edit.c. */

#include "risalah-source-details.h"

#include <glib/gi18n.h>

#include "risalah-dossier-acting.h"
#include "risalah-joining.h"
#include "risalah-metadata-form.h"
#include "risalah-show-original.h"
#include "risalah-source-edit.h"
#include "risalah-widget.h"

struct _RisalahSourceDetails
{
  GtkWidget parent_instance;

  RisalahMetadataForm *form;
  GtkFlowBox *tags;
  GtkEntry *tag_entry;
  GtkFlowBox *dossiers;
  GtkTextView *notes;
  GtkWidget *events_group;
  GtkListBox *events;
  GtkWidget *quotations_group;
  GtkListBox *quotations;
  GtkWidget *reprints_group;
  GtkListBox *reprints;

  RisalahLibrary *library;
  RisalahNames *names;
  RisalahSource *source;
};

G_DEFINE_FINAL_TYPE (RisalahSourceDetails, risalah_source_details, GTK_TYPE_WIDGET)

/* --- tags, dossiers, notes ------------------------------------------------------------------ */

static void
tag_removed_cb (GtkButton *button, gpointer user_data)
{
  RisalahSourceDetails *self = user_data;

  risalah_source_edit_tag (GTK_WIDGET (self), self->library, self->source->id,
                           g_object_get_data (G_OBJECT (button), "name"), FALSE);
}

static void
tag_added_cb (RisalahSourceDetails *self)
{
  g_autofree char *tag
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->tag_entry))));

  if (*tag == '\0' || self->source == NULL)
    return;
  risalah_source_edit_tag (GTK_WIDGET (self), self->library, self->source->id, tag, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->tag_entry), "");
}

static void
add_chip (RisalahSourceDetails *self,
          GtkFlowBox *chips,
          const char *name,
          const char *spoken,
          GCallback removed)
{
  GtkWidget *chip = risalah_widget_new_chip (name, spoken);

  g_object_set_data_full (G_OBJECT (chip), "name", g_strdup (name), g_free);
  g_signal_connect_object (chip, "clicked", removed, self, 0);
  gtk_flow_box_append (chips, chip);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (chips), TRUE);
}

static void
clear_chips (GtkFlowBox *chips)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (chips))) != NULL)
    gtk_flow_box_remove (chips, child);
  gtk_widget_set_visible (GTK_WIDGET (chips), FALSE);
}

static void
show_tags (RisalahSourceDetails *self)
{
  clear_chips (self->tags);
  for (char **tag = self->source->tags; *tag != NULL; tag++)
    {
      /* Translators: %s is a tag of an article */
      g_autofree char *spoken = g_strdup_printf (_ ("Remove the tag %s"), *tag);

      add_chip (self, self->tags, *tag, spoken, G_CALLBACK (tag_removed_cb));
    }
}

static void
taken_out_cb (GtkButton *button, gpointer user_data)
{
  RisalahSourceDetails *self = user_data;

  risalah_dossier_acting_do (GTK_WIDGET (self), self->library,
                             risalah_dossier_act_new_take_out (
                                 0, g_object_get_data (G_OBJECT (button), "name"),
                                 &self->source->id, 1));
}

static void
show_dossiers (RisalahSourceDetails *self, GPtrArray *dossiers)
{
  clear_chips (self->dossiers);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const RisalahDossier *dossier = g_ptr_array_index (dossiers, i);
      /* Translators: %s is the name of a dossier */
      g_autofree char *spoken = g_strdup_printf (_ ("Take it out of the dossier %s"),
                                                 dossier->name);

      add_chip (self, self->dossiers, dossier->name, spoken, G_CALLBACK (taken_out_cb));
    }
}

static char *
typed_notes (RisalahSourceDetails *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

static void
notes_left_cb (RisalahSourceDetails *self)
{
  g_autofree char *notes = typed_notes (self);

  if (self->source != NULL && !g_str_equal (notes, self->source->notes))
    risalah_source_edit_notes (GTK_WIDGET (self), self->library, self->source->id, notes);
}

/* --- what was taken from it -------------------------------------------------------------- */

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  return row;
}

static void
show_passage_on_click (GtkWidget *row,
                       const RisalahOpenSource *open,
                       const char *text_uid,
                       gint64 start,
                       gint64 end)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ssxx)", open->source->uid, text_uid,
                                    start, end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-passage");
}

static void
review_cb (GtkButton *button, gpointer user_data)
{
  RisalahSourceDetails *self = user_data;
  gint64 *event = g_object_get_data (G_OBJECT (button), "event");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.review-event", "(xb)", *event,
                              gtk_widget_has_css_class (GTK_WIDGET (button), "accept"));
}

static void
add_review_button (RisalahSourceDetails *self,
                   GtkWidget *row,
                   gint64 event,
                   const char *icon,
                   const char *style,
                   const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, style);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "event", g_memdup2 (&event, sizeof event), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (review_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const RisalahEvidence *
evidence_here (const RisalahEvent *event, const RisalahOpenSource *open)
{
  for (guint i = 0; i < event->evidence->len; i++)
    {
      const RisalahEvidence *evidence = g_ptr_array_index (event->evidence, i);

      if (evidence->text == open->text->id)
        return evidence;
    }
  return NULL;
}

static void
show_events (RisalahSourceDetails *self, const RisalahOpenSource *open)
{
  clear (self->events);
  for (guint i = 0; i < open->events->len; i++)
    {
      const RisalahEvent *event = g_ptr_array_index (open->events, i);
      const RisalahEvidence *evidence = evidence_here (event, open);
      g_autofree char *date = risalah_names_date (self->names, event->edtf, event->mod);
      g_autofree char *subtitle = g_strdup_printf (
          "%s · %s", *date != '\0' ? date : _ ("needs a date"), risalah_names_status (event->status));
      GtkWidget *row = add_row (self->events, event->title, subtitle);

      if (evidence != NULL)
        show_passage_on_click (row, open, open->text->uid, evidence->start, evidence->end);
      if (event->review != RISALAH_REVIEW_SUGGESTED)
        continue;
      add_review_button (self, row, event->id, "object-select-symbolic", "accept", _ ("Accept"));
      add_review_button (self, row, event->id, "window-close-symbolic", "reject", _ ("Reject"));
    }
  gtk_widget_set_visible (self->events_group, open->events->len > 0);
}

static void
show_quotations (RisalahSourceDetails *self, const RisalahOpenSource *open)
{
  clear (self->quotations);
  for (guint i = 0; i < open->quotations->len; i++)
    {
      const RisalahStoredQuotation *stored = g_ptr_array_index (open->quotations, i);
      const RisalahQuotation *quotation = stored->quotation;
      GtkWidget *row = add_row (self->quotations, quotation->exact,
                                quotation->speaker != NULL ? quotation->speaker
                                                           : risalah_names_voice (quotation->voice));

      show_passage_on_click (row, open, quotation->text_uid, quotation->start, quotation->end);
    }
  gtk_widget_set_visible (self->quotations_group, open->quotations->len > 0);
}

static void
show_reprints (RisalahSourceDetails *self, const RisalahOpenSource *open)
{
  clear (self->reprints);
  for (guint i = 0; i < open->reprints->len; i++)
    {
      const RisalahSource *reprint = g_ptr_array_index (open->reprints, i);
      g_autofree char *about = risalah_names_about_source (self->names, reprint);
      GtkWidget *row = add_row (self->reprints, reprint->label, about);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", reprint->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-source");
    }
  gtk_widget_set_visible (self->reprints_group, open->reprints->len > 0);
}

static void
not_reprint_cb (RisalahSourceDetails *self)
{
  risalah_source_edit_reprint (GTK_WIDGET (self), self->library, self->source->id);
}

static void
same_story_cb (RisalahSourceDetails *self)
{
  if (self->source != NULL)
    risalah_joining_choose (GTK_WIDGET (self), self->library, self->names, self->source->id);
}

/* --- the widget -------------------------------------------------------------------------- */

static void
risalah_source_details_dispose (GObject *object)
{
  RisalahSourceDetails *self = RISALAH_SOURCE_DETAILS (object);

  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->library);
  g_clear_object (&self->names);
  g_clear_pointer (&self->source, risalah_source_unref);

  G_OBJECT_CLASS (risalah_source_details_parent_class)->dispose (object);
}

static void
risalah_source_details_class_init (RisalahSourceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_METADATA_FORM);
  G_OBJECT_CLASS (klass)->dispose = risalah_source_details_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-source-details.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, form);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, tags);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, dossiers);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, events_group);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, events);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, quotations_group);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, quotations);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, reprints_group);
  gtk_widget_class_bind_template_child (widget_class, RisalahSourceDetails, reprints);
  gtk_widget_class_bind_template_callback (widget_class, tag_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_reprint_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_story_cb);
  gtk_widget_class_bind_template_callback (widget_class, risalah_source_details_show_original);
}

static void
risalah_source_details_init (RisalahSourceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_source_details_set_session:
 * @self: the details
 * @session: where changes go
 * @names: how things are called
 */
void
risalah_source_details_set_session (RisalahSourceDetails *self,
                                    RisalahSession *session,
                                    RisalahNames *names)
{
  g_return_if_fail (RISALAH_IS_SOURCE_DETAILS (self));

  g_set_object (&self->library, risalah_session_get_library (session));
  g_set_object (&self->names, names);
  risalah_metadata_form_set_session (self->form, session, names);
}

/**
 * risalah_source_details_show:
 * @self: the details
 * @open: what the reader shows
 */
void
risalah_source_details_show (RisalahSourceDetails *self, const RisalahOpenSource *open)
{
  gboolean is_same;

  g_return_if_fail (RISALAH_IS_SOURCE_DETAILS (self));
  g_return_if_fail (open != NULL);

  is_same = self->source != NULL && self->source->id == open->source->id;
  if (!is_same)
    {
      notes_left_cb (self);
      if (self->source != NULL)
        risalah_metadata_form_apply (self->form);
    }
  g_clear_pointer (&self->source, risalah_source_unref);
  self->source = risalah_source_ref (open->source);
  if (!is_same || !gtk_widget_has_focus (GTK_WIDGET (self->notes)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), self->source->notes, -1);
  risalah_metadata_form_show (self->form, self->source);
  show_tags (self);
  show_dossiers (self, open->dossiers);
  show_events (self, open);
  show_quotations (self, open);
  show_reprints (self, open);
}

/**
 * risalah_source_details_show_original:
 * @self: the details
 *
 * Opens the file that the article was read from.
 */
void
risalah_source_details_show_original (RisalahSourceDetails *self)
{
  g_return_if_fail (RISALAH_IS_SOURCE_DETAILS (self));
  if (self->source != NULL)
    risalah_show_original (GTK_WIDGET (self), self->library, self->source->id);
}
