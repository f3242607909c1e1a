/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can honestly be done to a locked quotation. It opens where somebody tries to type in one;
 * the words as they stand in the source are always in view, with what follows there. */

#include "risalah-quotation-popover.h"

#include <glib/gi18n.h>

#include "risalah-editor-private.h"
#include "risalah-source-label.h"
#include "risalah-wrap-box.h"

struct _RisalahQuotationPopover
{
  GtkPopover parent_instance;

  GtkLabel *source_label;
  GtkLabel *original_label;
  GtkWidget *elide_button;
  GtkWidget *back_button;
  GtkEditable *insert_entry;
  GtkDropDown *voice_choice;
  GtkEditable *speaker_entry;
  GtkWidget *verdict_box;
  GtkLabel *verdict_label;
  GtkWidget *move_button;
  GtkExpander *translation_expander;
  GtkTextView *translation_view;
  GtkSwitch *shown_switch;
  GtkWidget *compare_box;

  RisalahEditor *editor; /* borrowed: the parent */
  RisalahPosition at;    /* the cursor, within the quotation */
  RisalahPosition from;  /* the selection */
  RisalahPosition to;
  RisalahLibrary *library; /* (nullable) */
  char *source_uid;
  gboolean fills;        /* the widgets are being filled, nobody chose anything */
  gboolean compared;     /* the analyst says that words and translation agree */
};

G_DEFINE_FINAL_TYPE (RisalahQuotationPopover, risalah_quotation_popover, GTK_TYPE_POPOVER)

static const RisalahMark *
find_quotation (RisalahQuotationPopover *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  RisalahRichText *text;

  if (self->at.block >= risalah_document_get_n_blocks (document))
    return NULL;
  text = risalah_document_get_part (document, &self->at);
  return text != NULL ? risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, self->at.offset)
                      : NULL;
}

/* Applies an edit of the quotation and closes. */
static void
take (RisalahQuotationPopover *self, RisalahEdit *edit)
{
  risalah_editor_apply (self->editor, edit);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
elide_cb (RisalahQuotationPopover *self)
{
  g_auto (RisalahEdit) edit
      = risalah_edit_elide (risalah_editor_get_document (self->editor), &self->from, &self->to);

  take (self, &edit);
}

static void
sic_cb (RisalahQuotationPopover *self)
{
  g_auto (RisalahEdit) edit
      = risalah_edit_insert_sic (risalah_editor_get_document (self->editor), &self->to);

  take (self, &edit);
}

static void
back_cb (RisalahQuotationPopover *self)
{
  g_auto (RisalahEdit) edit
      = risalah_edit_take_back_change (risalah_editor_get_document (self->editor), &self->at);

  take (self, &edit);
}

static void
insert_cb (RisalahQuotationPopover *self)
{
  const char *words = gtk_editable_get_text (self->insert_entry);

  if (*words == '\0')
    return;
  {
    g_auto (RisalahEdit) edit = risalah_edit_insert_in_quotation (
        risalah_editor_get_document (self->editor), &self->to, words);

    take (self, &edit);
  }
}

static void
unlock_cb (RisalahQuotationPopover *self)
{
  g_auto (RisalahEdit) edit
      = risalah_edit_unlock_quotation (risalah_editor_get_document (self->editor), &self->at);

  take (self, &edit);
}

static void
go_cb (RisalahQuotationPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  risalah_editor_show_source (self->editor, &self->at);
}

static void
set_voice (RisalahQuotationPopover *self, RisalahVoice voice, const char *speaker)
{
  const RisalahMark *mark = find_quotation (self);
  g_autoptr (RisalahQuotation) quotation = NULL;

  if (mark == NULL)
    return;
  if (speaker != NULL && *speaker == '\0')
    speaker = NULL;
  quotation = risalah_quotation_copy (risalah_quotation_use_get_quotation (mark->quotation));
  if (quotation->voice == voice && g_strcmp0 (quotation->speaker, speaker) == 0)
    return;
  quotation->voice = voice;
  g_free (quotation->speaker);
  quotation->speaker = g_strdup (speaker);
  {
    g_auto (RisalahEdit) edit = risalah_edit_set_quotation (
        risalah_editor_get_document (self->editor), &self->at, quotation);

    risalah_editor_apply (self->editor, &edit);
  }
}

static void
voice_cb (RisalahQuotationPopover *self)
{
  if (!self->fills)
    set_voice (self, (RisalahVoice)gtk_drop_down_get_selected (self->voice_choice),
               gtk_editable_get_text (self->speaker_entry));
}

static void
speaker_cb (RisalahQuotationPopover *self)
{
  voice_cb (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_source_cb (gpointer owner, const char *uid, const char *label)
{
  RisalahQuotationPopover *self = RISALAH_QUOTATION_POPOVER (owner);

  if (self->source_label != NULL && g_strcmp0 (self->source_uid, uid) == 0)
    gtk_label_set_text (self->source_label, label);
}

static const RisalahPassage *
find_passage (RisalahQuotationPopover *self, const RisalahQuotation *quotation)
{
  RisalahPassages *passages = risalah_editor_get_passages (self->editor);

  return passages != NULL ? risalah_passages_find_quotation (passages, quotation->uid) : NULL;
}

static void
show_verdict (RisalahQuotationPopover *self, const RisalahQuotation *quotation)
{
  const RisalahPassage *passage = find_passage (self, quotation);
  const char *verdict = passage != NULL ? risalah_editor_describe_verdict (passage->verdict) : NULL;

  gtk_widget_set_visible (self->verdict_box, verdict != NULL);
  gtk_widget_set_visible (self->move_button, passage != NULL && passage->moved != NULL);
  gtk_label_set_text (self->verdict_label, verdict != NULL ? verdict : "");
}

/* The translation is in view where the quotation speaks another language than the brief. */
static void
show_translation (RisalahQuotationPopover *self, const RisalahQuotationUse *use)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  const char *translation = risalah_quotation_use_get_translation (use);
  const char *language = risalah_quotation_use_get_quotation (use)->language;
  gboolean foreign
      = language != NULL
        && g_strcmp0 (language, risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE))
               != 0;
  gboolean shown = translation != NULL
                       ? risalah_quotation_use_shows_translation (use)
                       : !g_str_equal (risalah_document_get_field (
                                           document, RISALAH_DOCUMENT_TRANSLATION_SHOWN),
                                       "original");

  self->compared = !risalah_quotation_use_get_look_again (use);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->translation_view),
                            translation != NULL ? translation : "", -1);
  gtk_switch_set_active (self->shown_switch, shown);
  gtk_widget_set_visible (self->compare_box, !self->compared);
  gtk_expander_set_expanded (self->translation_expander, foreign || translation != NULL);
}

static char *
dup_translation (RisalahQuotationPopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->translation_view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (g_strdelimit (text, "\n", ' ')));
}

/* A translation that was changed is to be compared with the words again, a first one was just
 * made from them. */
static void
keep_translation (RisalahQuotationPopover *self)
{
  const RisalahMark *mark = find_quotation (self);
  g_autofree char *translation = dup_translation (self);
  gboolean shown = gtk_switch_get_active (self->shown_switch), look_again;
  const char *before;

  if (mark == NULL)
    return;
  before = risalah_quotation_use_get_translation (mark->quotation);
  look_again = before != NULL && g_strcmp0 (before, translation) != 0 ? TRUE : !self->compared;
  if (g_strcmp0 (before != NULL ? before : "", translation) == 0
      && (before == NULL
          || (shown == risalah_quotation_use_shows_translation (mark->quotation)
              && look_again == risalah_quotation_use_get_look_again (mark->quotation))))
    return;
  {
    g_auto (RisalahEdit) edit = risalah_edit_set_translation (
        risalah_editor_get_document (self->editor), &self->at, translation, shown, look_again);

    risalah_editor_apply (self->editor, &edit);
  }
}

static void
compared_cb (RisalahQuotationPopover *self)
{
  self->compared = TRUE;
  gtk_widget_set_visible (self->compare_box, FALSE);
}

static void
move_cb (RisalahQuotationPopover *self)
{
  const RisalahMark *mark = find_quotation (self);

  if (mark == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "brief.move-quotation", "s",
                              risalah_quotation_use_get_quotation (mark->quotation)->uid);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (RisalahQuotationPopover *self)
{
  voice_cb (self);
  keep_translation (self);
  risalah_editor_focus (self->editor);
}

static void
fill (RisalahQuotationPopover *self, const RisalahMark *mark)
{
  const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (mark->quotation);
  gboolean is_within = self->from.block == self->to.block && self->from.offset >= mark->start
                       && self->to.offset <= mark->end;
  gboolean has_selection = is_within && self->from.offset < self->to.offset;
  g_autofree char *words = NULL;
  gboolean has_change
      = risalah_quotation_use_find_change (mark->quotation, self->at.offset - mark->start) >= 0;

  self->fills = TRUE;
  if (g_strcmp0 (self->source_uid, quotation->source_uid) != 0)
    {
      g_free (self->source_uid);
      self->source_uid = g_strdup (quotation->source_uid);
      gtk_label_set_text (self->source_label, _ ("Quotation"));
      if (self->library != NULL)
        risalah_source_label_fetch (self->library, self->source_uid, show_source_cb, self);
    }
  words = risalah_editor_dup_quotation_markup (self->editor, mark->quotation);
  gtk_label_set_markup (self->original_label, words);
  show_verdict (self, quotation);
  show_translation (self, mark->quotation);
  gtk_editable_set_text (self->insert_entry, "");
  gtk_drop_down_set_selected (self->voice_choice, quotation->voice);
  gtk_editable_set_text (self->speaker_entry, quotation->speaker != NULL ? quotation->speaker : "");
  gtk_widget_set_sensitive (self->elide_button, has_selection);
  gtk_widget_set_sensitive (self->back_button, has_change);
  self->fills = FALSE;
}

static void
risalah_quotation_popover_dispose (GObject *object)
{
  g_clear_object (&RISALAH_QUOTATION_POPOVER (object)->library);
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_QUOTATION_POPOVER);

  G_OBJECT_CLASS (risalah_quotation_popover_parent_class)->dispose (object);
}

static void
risalah_quotation_popover_finalize (GObject *object)
{
  g_free (RISALAH_QUOTATION_POPOVER (object)->source_uid);

  G_OBJECT_CLASS (risalah_quotation_popover_parent_class)->finalize (object);
}

static void
risalah_quotation_popover_class_init (RisalahQuotationPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_quotation_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_quotation_popover_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-quotation-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, source_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, original_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, elide_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, back_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, insert_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, voice_choice);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, speaker_entry);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, move_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover,
                                        translation_expander);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, translation_view);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, shown_switch);
  gtk_widget_class_bind_template_child (widget_class, RisalahQuotationPopover, compare_box);
  gtk_widget_class_bind_template_callback (widget_class, compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, elide_cb);
  gtk_widget_class_bind_template_callback (widget_class, sic_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, voice_cb);
  gtk_widget_class_bind_template_callback (widget_class, speaker_cb);
}

static void
risalah_quotation_popover_init (RisalahQuotationPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * risalah_quotation_popover_new:
 * @editor: the editor whose quotations it is for
 *
 * Returns: (transfer full): a popover; its parent has to be set
 */
RisalahQuotationPopover *
risalah_quotation_popover_new (RisalahEditor *editor)
{
  RisalahQuotationPopover *self;

  g_return_val_if_fail (RISALAH_IS_EDITOR (editor), NULL);

  self = g_object_new (RISALAH_TYPE_QUOTATION_POPOVER, NULL);
  self->editor = editor;
  return g_object_ref_sink (self);
}

/**
 * risalah_quotation_popover_open:
 * @self: a popover
 *
 * Opens at the quotation in which the cursor stands.
 *
 * Returns: %FALSE where it stands in none
 */
gboolean
risalah_quotation_popover_open (RisalahQuotationPopover *self)
{
  const RisalahMark *mark;
  GdkRectangle where;
  double x, y;

  g_return_val_if_fail (RISALAH_IS_QUOTATION_POPOVER (self), FALSE);

  risalah_editor_get_selection (self->editor, &self->from, &self->to);
  self->at = self->from;
  mark = find_quotation (self);
  if (mark == NULL)
    return FALSE;
  fill (self, mark);
  risalah_editor_get_rectangle (self->editor, &self->from, &self->to, &where);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->editor),
                                    gtk_widget_get_parent (GTK_WIDGET (self)), where.x, where.y,
                                    &x, &y);
  where.x = x;
  where.y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &where);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->elide_button)
                             ? self->elide_button
                             : GTK_WIDGET (self->insert_entry));
  return TRUE;
}

/**
 * risalah_quotation_popover_set_library:
 * @self: a popover
 * @library: (nullable): what knows the names of sources
 */
void
risalah_quotation_popover_set_library (RisalahQuotationPopover *self, RisalahLibrary *library)
{
  g_return_if_fail (RISALAH_IS_QUOTATION_POPOVER (self));

  g_set_object (&self->library, library);
}
