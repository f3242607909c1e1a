/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text view in which a brief is written. The document is authoritative: the view shows it, and
 * what is typed becomes an edit of it, which the history keeps. */

#include "risalah-editor-private.h"

#include <glib/gi18n.h>

#define TEXT_WIDTH 660
#define MARGIN 24
#define MARGIN_NARROW 14

G_DEFINE_FINAL_TYPE (RisalahEditor, risalah_editor, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CURSOR_MOVED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
risalah_editor_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  GTK_WIDGET_CLASS (risalah_editor_parent_class)->css_changed (widget, change);
  gtk_style_context_get_color (style, &self->foreground);
  if (!gtk_style_context_lookup_color (style, "accent_color", &self->accent))
    self->accent = self->foreground;
  if (self->tags != NULL)
    risalah_editor_tags_set_colours (self->tags, &self->accent, &self->foreground);
}

/* A line stays readable however wide the dock is: what is left over goes to the margins. */
static void
risalah_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int least = width < 360 ? MARGIN_NARROW : MARGIN;
  int margin = MAX (least, (width - TEXT_WIDTH) / 2);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }
  GTK_WIDGET_CLASS (risalah_editor_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->fitted_width)
    {
      self->fitted_width = width;
      risalah_editor_objects_fit (self);
    }
}

static void
risalah_editor_finalize (GObject *object)
{
  RisalahEditor *self = RISALAH_EDITOR (object);

  risalah_edit_clear (&self->action_edit);
  g_clear_pointer (&self->history, risalah_history_free);
  g_clear_pointer (&self->document, risalah_document_unref);
  g_clear_pointer (&self->passages, risalah_passages_unref);

  G_OBJECT_CLASS (risalah_editor_parent_class)->finalize (object);
}

static void
risalah_editor_dispose (GObject *object)
{
  RisalahEditor *self = RISALAH_EDITOR (object);

  if (self->buffer != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->buffer, self);
      g_clear_handle_id (&self->renumbering, g_source_remove);
      risalah_editor_spelling_clear (self);
      self->buffer = NULL;
      g_clear_pointer (&self->tags, risalah_editor_tags_free);
    }
  g_clear_weak_pointer (&self->part);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (risalah_editor_parent_class)->dispose (object);
}

static void
risalah_editor_class_init (RisalahEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = risalah_editor_dispose;
  object_class->finalize = risalah_editor_finalize;
  widget_class->css_changed = risalah_editor_css_changed;
  widget_class->size_allocate = risalah_editor_size_allocate;
  view_class->snapshot_layer = risalah_editor_paint_layer;
  risalah_editor_spelling_class_init (widget_class);
  risalah_editor_input_class_init (view_class);
  risalah_editor_clipboard_class_init (view_class);

  /**
   * RisalahEditor::changed:
   *
   * The document is another one: something was typed, undone, or set.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RISALAH_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RisalahEditor::cursor-moved:
   *
   * The cursor stands elsewhere.
   */
  signals[SIGNAL_CURSOR_MOVED] = g_signal_new ("cursor-moved", RISALAH_TYPE_EDITOR,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               0);
  /**
   * RisalahEditor::refused:
   *
   * Something was typed inside a locked quotation.
   */
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", RISALAH_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
risalah_editor_init (RisalahEditor *self)
{
  g_autoptr (RisalahRichText) empty = risalah_rich_text_new_plain ("");
  g_autoptr (RisalahBriefBlock) block
      = risalah_brief_block_new (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, empty);
  g_autoptr (RisalahDocument) document = risalah_document_new ("id", &block, 1);
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 18);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_text_view_set_pixels_inside_wrap (view, 3);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_NO_EMOJI);
  gtk_widget_add_css_class (GTK_WIDGET (self), "brief-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Brief text"), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);

  self->tags = risalah_editor_tags_new (self->buffer);
  risalah_editor_set_document (self, document);
  risalah_editor_input_connect (self);
  risalah_editor_dragging_connect (self);
  risalah_editor_pointer_connect (self, GTK_TEXT_VIEW (self));
  risalah_editor_selection_connect (self);
}

/*
 * risalah_editor_changed:
 *
 * Tells that the document is another one; once an action, not for each edit in it.
 */
void
risalah_editor_changed (RisalahEditor *self)
{
  risalah_editor_spelling_touch (self);
  if (self->action_depth == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/*
 * risalah_editor_cursor_moved:
 *
 * Tells that the cursor stands elsewhere.
 */
void
risalah_editor_cursor_moved (RisalahEditor *self)
{
  risalah_editor_objects_show_cursor (self);
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

/*
 * risalah_editor_refuse:
 *
 * Tells that an edit was refused because it touches a locked quotation.
 */
void
risalah_editor_refuse (RisalahEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

/**
 * risalah_editor_new:
 *
 * Returns: (transfer full): an editor with an empty document
 */
GtkWidget *
risalah_editor_new (void)
{
  return g_object_new (RISALAH_TYPE_EDITOR, NULL);
}

/**
 * risalah_editor_get_document:
 * @self: an editor
 *
 * Returns: (transfer none): the document as it stands; a snapshot that later edits leave alone
 */
RisalahDocument *
risalah_editor_get_document (RisalahEditor *self)
{
  g_return_val_if_fail (RISALAH_IS_EDITOR (self), NULL);

  return self->document;
}

/**
 * risalah_editor_set_document:
 * @self: an editor
 * @document: a document
 *
 * Shows another document with an empty history, the cursor at its start.
 */
void
risalah_editor_set_document (RisalahEditor *self, RisalahDocument *document)
{
  const RisalahPosition start = { 0 };

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (document != NULL);

  g_clear_pointer (&self->history, risalah_history_free);
  self->history = risalah_history_new (document, &start);
  risalah_editor_buffer_load (self, document);
  risalah_editor_select (self, &start, &start);
  risalah_editor_changed (self);
}

static void
follow_history (RisalahEditor *self)
{
  RisalahPosition cursor = *risalah_history_get_cursor (self->history);

  risalah_editor_buffer_follow (self, risalah_history_get_document (self->history));
  self->follows_cursor = TRUE;
  risalah_editor_select (self, &cursor, &cursor);
  self->follows_cursor = FALSE;
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (self->buffer));
  risalah_editor_changed (self);
}

/**
 * risalah_editor_can_undo:
 * @self: an editor
 *
 * Returns: whether there is a step to take back
 */
gboolean
risalah_editor_can_undo (RisalahEditor *self)
{
  g_return_val_if_fail (RISALAH_IS_EDITOR (self), FALSE);

  return risalah_history_can_undo (self->history);
}

/**
 * risalah_editor_can_redo:
 * @self: an editor
 *
 * Returns: whether a step that was taken back can be done again
 */
gboolean
risalah_editor_can_redo (RisalahEditor *self)
{
  g_return_val_if_fail (RISALAH_IS_EDITOR (self), FALSE);

  return risalah_history_can_redo (self->history);
}

/**
 * risalah_editor_undo:
 * @self: an editor
 *
 * Takes back the last step: text, marks, quotations and cursor.
 */
void
risalah_editor_undo (RisalahEditor *self)
{
  g_return_if_fail (RISALAH_IS_EDITOR (self));

  if (risalah_history_undo (self->history))
    follow_history (self);
}

/**
 * risalah_editor_redo:
 * @self: an editor
 *
 * Does again what was taken back last.
 */
void
risalah_editor_redo (RisalahEditor *self)
{
  g_return_if_fail (RISALAH_IS_EDITOR (self));

  if (risalah_history_redo (self->history))
    follow_history (self);
}

/**
 * risalah_editor_apply:
 * @self: an editor
 * @edit: (transfer none): what an edit command returned for the editor's document
 *
 * Makes the edit one step of the history and scrolls to the cursor.
 *
 * Returns: whether the document changed
 */
gboolean
risalah_editor_apply (RisalahEditor *self, RisalahEdit *edit)
{
  gboolean changed;

  g_return_val_if_fail (RISALAH_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  changed = risalah_editor_take (self, edit);
  if (changed)
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                        gtk_text_buffer_get_insert (self->buffer));
  return changed;
}

/**
 * risalah_editor_replace_document:
 * @self: an editor
 * @document: what the text becomes
 *
 * Puts another document in the place of the one that is shown: a step that can be undone.
 */
void
risalah_editor_replace_document (RisalahEditor *self, RisalahDocument *document)
{
  RisalahEdit edit = {
    .outcome = RISALAH_EDIT_DONE,
    .document = document,
    .step = RISALAH_EDIT_STEP_ACT,
  };

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (document != NULL);

  risalah_editor_get_selection (self, &edit.from, &edit.from);
  risalah_editor_apply (self, &edit);
}

/**
 * risalah_editor_show_matches:
 * @self: an editor
 * @matches: (element-type RisalahDocumentMatch): what is to stand out, and nothing else
 */
void
risalah_editor_show_matches (RisalahEditor *self, const GArray *matches)
{
  GtkTextTag *tag;
  GtkTextIter start, end;

  g_return_if_fail (RISALAH_IS_EDITOR (self));
  g_return_if_fail (matches != NULL);

  tag = risalah_editor_tags_get_match (self->tags);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, tag, &start, &end);
  for (guint i = 0; i < matches->len; i++)
    {
      const RisalahDocumentMatch *match = &g_array_index (matches, RisalahDocumentMatch, i);

      if (match->start.part != RISALAH_PART_BODY)
        continue;
      risalah_editor_buffer_get_iter (self, &match->start, &start);
      risalah_editor_buffer_get_iter (self, &match->end, &end);
      gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
    }
}

/**
 * risalah_editor_set_session:
 * @self: an editor
 * @session: (nullable): what keeps pictures and draws figures
 */
void
risalah_editor_set_session (RisalahEditor *self, RisalahSession *session)
{
  g_return_if_fail (RISALAH_IS_EDITOR (self));

  g_set_object (&self->session, session);
}

/**
 * risalah_editor_get_session:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what keeps pictures and draws figures
 */
RisalahSession *
risalah_editor_get_session (RisalahEditor *self)
{
  g_return_val_if_fail (RISALAH_IS_EDITOR (self), NULL);

  return self->session;
}

/* Whether two readings found the same of a quotation. */
static gboolean
same_verdict (RisalahPassages *before, RisalahPassages *after, const char *uid)
{
  const RisalahPassage *old = before != NULL ? risalah_passages_find_quotation (before, uid) : NULL;
  const RisalahPassage *new = after != NULL ? risalah_passages_find_quotation (after, uid) : NULL;

  return (old != NULL ? old->verdict : RISALAH_VERDICT_EXACT)
         == (new != NULL ? new->verdict : RISALAH_VERDICT_EXACT);
}

/* Gives the blocks in which a verdict changed their looks anew. */
static void
show_verdicts (RisalahEditor *self, RisalahPassages *before)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (self->document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (self->document, i);
      gboolean changed = FALSE;
      guint n_marks;
      const RisalahMark *marks
          = risalah_rich_text_get_marks (risalah_brief_block_get_text (block), &n_marks);

      for (guint j = 0; j < n_marks && !changed; j++)
        changed = marks[j].kind == RISALAH_MARK_QUOTATION
                  && !same_verdict (before, self->passages,
                                    risalah_quotation_use_get_quotation (marks[j].quotation)->uid);
      if (changed)
        risalah_editor_tags_apply (self->tags, block, i);
    }
}

/**
 * risalah_editor_set_passages:
 * @self: an editor
 * @passages: (nullable): what the sources hold where the document quotes and cites them
 *
 * Quotations that do not stand in their sources as quoted are underlined as doubtful.
 */
void
risalah_editor_set_passages (RisalahEditor *self, RisalahPassages *passages)
{
  g_autoptr (RisalahPassages) before = NULL;

  g_return_if_fail (RISALAH_IS_EDITOR (self));

  before = g_steal_pointer (&self->passages);
  self->passages = passages != NULL ? risalah_passages_ref (passages) : NULL;
  risalah_editor_tags_set_passages (self->tags, passages);
  show_verdicts (self, before);
}

/**
 * risalah_editor_get_passages:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what the sources hold, as far as it was read
 */
RisalahPassages *
risalah_editor_get_passages (RisalahEditor *self)
{
  g_return_val_if_fail (RISALAH_IS_EDITOR (self), NULL);

  return self->passages;
}
