/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of block and mark looks in the editor. Tags hold looks only: what a passage is
 * stands in the document, never in the buffer. */

#include "risalah-editor-tags.h"

#define MAX_LIST_LEVEL 6
#define N_BLOCK_TAGS (RISALAH_BRIEF_BLOCK_UNKNOWN + 1)
#define N_MARK_TAGS (RISALAH_MARK_NOTE + 1)

struct _RisalahEditorTags
{
  GtkTextBuffer *buffer; /* borrowed: owns the tags */
  GtkTextTag *block[N_BLOCK_TAGS];
  GtkTextTag *heading[3];
  GtkTextTag *list[MAX_LIST_LEVEL];
  GtkTextTag *boxed;
  GtkTextTag *mark[N_MARK_TAGS];
  GtkTextTag *misspelt;
  GtkTextTag *match;
  GtkTextTag *doubtful;
  GtkTextTag *empty; /* on the line end of an empty line; has no looks */
  RisalahPassages *passages; /* (nullable) borrowed: the editor keeps it */
};

static void
create_block_tags (RisalahEditorTags *self)
{
  GtkTextBuffer *buffer = self->buffer;

  self->block[RISALAH_BRIEF_BLOCK_TITLE] = gtk_text_buffer_create_tag (
      buffer, "title", "scale", 1.7, "weight", 700, "pixels-above-lines", 8, "pixels-below-lines",
      6, "pixels-inside-wrap", 2, NULL);
  self->block[RISALAH_BRIEF_BLOCK_SUBTITLE] = gtk_text_buffer_create_tag (
      buffer, "subtitle", "scale", 1.1, "pixels-below-lines", 10, NULL);
  self->heading[0] = gtk_text_buffer_create_tag (buffer, "heading-1", "scale", 1.32, "weight", 700,
                                                 "pixels-above-lines", 20, "pixels-below-lines", 5,
                                                 "pixels-inside-wrap", 2, NULL);
  self->heading[1] = gtk_text_buffer_create_tag (buffer, "heading-2", "scale", 1.14, "weight", 700,
                                                 "pixels-above-lines", 14, "pixels-below-lines", 4,
                                                 NULL);
  self->heading[2] = gtk_text_buffer_create_tag (buffer, "heading-3", "weight", 700,
                                                 "pixels-above-lines", 10, "pixels-below-lines", 3,
                                                 NULL);
  self->block[RISALAH_BRIEF_BLOCK_PARAGRAPH]
      = gtk_text_buffer_create_tag (buffer, "paragraph", "pixels-below-lines", 9, NULL);
  self->block[RISALAH_BRIEF_BLOCK_QUOTATION] = gtk_text_buffer_create_tag (
      buffer, "quotation", "accumulative-margin", TRUE, "left-margin",
      RISALAH_EDITOR_QUOTATION_INDENT, "right-margin", RISALAH_EDITOR_QUOTATION_INDENT,
      "pixels-above-lines", 6, "pixels-below-lines", 14, NULL);
  self->block[RISALAH_BRIEF_BLOCK_TABLE] = gtk_text_buffer_create_tag (
      buffer, "object", "pixels-above-lines", 6, "pixels-below-lines", 10, NULL);
}

static void
create_list_tags (RisalahEditorTags *self)
{
  for (guint level = 0; level < MAX_LIST_LEVEL; level++)
    {
      g_autofree char *name = g_strdup_printf ("list-%u", level + 1);

      self->list[level] = gtk_text_buffer_create_tag (
          self->buffer, name, "accumulative-margin", TRUE, "left-margin",
          RISALAH_EDITOR_LIST_INDENT * (level + 1), "pixels-below-lines", 5, NULL);
    }
  self->boxed = gtk_text_buffer_create_tag (self->buffer, "boxed", "accumulative-margin", TRUE,
                                            "left-margin", RISALAH_EDITOR_BOX_PADDING,
                                            "right-margin", RISALAH_EDITOR_BOX_PADDING,
                                            "pixels-above-lines", 6, "pixels-below-lines", 6, NULL);
}

static void
create_mark_tags (RisalahEditorTags *self)
{
  GtkTextBuffer *buffer = self->buffer;

  self->mark[RISALAH_MARK_QUOTATION] = gtk_text_buffer_create_tag (buffer, "inline-quotation", NULL);
  self->mark[RISALAH_MARK_LINK]
      = gtk_text_buffer_create_tag (buffer, "link", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->mark[RISALAH_MARK_LIKELIHOOD]
      = gtk_text_buffer_create_tag (buffer, "likelihood", "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  self->mark[RISALAH_MARK_BOLD]
      = gtk_text_buffer_create_tag (buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  self->mark[RISALAH_MARK_ITALIC]
      = gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  self->mark[RISALAH_MARK_SUPERSCRIPT] = gtk_text_buffer_create_tag (
      buffer, "superscript", "scale", 0.72, "rise", 5 * PANGO_SCALE, NULL);
  self->mark[RISALAH_MARK_CITATION]
      = gtk_text_buffer_create_tag (buffer, "atom", "allow-breaks", FALSE, NULL);
  self->mark[RISALAH_MARK_NOTE] = self->mark[RISALAH_MARK_CITATION];
  self->match = gtk_text_buffer_create_tag (buffer, "match", NULL);
  self->doubtful = gtk_text_buffer_create_tag (buffer, "doubtful", "underline",
                                               PANGO_UNDERLINE_ERROR, NULL);
  self->empty = gtk_text_buffer_create_tag (buffer, "empty", NULL);
  self->misspelt
      = gtk_text_buffer_create_tag (buffer, "misspelt", "underline", PANGO_UNDERLINE_ERROR, NULL);
}

static GtkTextTag *
block_tag (RisalahEditorTags *self, const RisalahBriefBlock *block)
{
  RisalahBriefBlockKind kind = risalah_brief_block_get_kind (block);
  guint level = MAX (risalah_brief_block_get_level (block), 1);

  if (risalah_brief_block_is_object (block))
    return self->block[RISALAH_BRIEF_BLOCK_TABLE];
  if (kind == RISALAH_BRIEF_BLOCK_HEADING)
    return self->heading[MIN (level, 3) - 1];
  if (risalah_brief_block_is_list_item (block))
    return self->list[MIN (level, MAX_LIST_LEVEL) - 1];
  return self->block[kind];
}

/* Whether the words of a quotation do not stand in its source as quoted, as far as is known. */
static gboolean
is_doubtful (RisalahEditorTags *self, const RisalahMark *mark)
{
  const RisalahPassage *passage;

  if (self->passages == NULL || mark->kind != RISALAH_MARK_QUOTATION)
    return FALSE;
  passage = risalah_passages_find_quotation (
      self->passages, risalah_quotation_use_get_quotation (mark->quotation)->uid);
  return passage != NULL && passage->verdict != RISALAH_VERDICT_EXACT;
}

/* @line is anywhere in the line that shows @text; the line counts as its own buffer. */
static void
apply_marks (RisalahEditorTags *self,
             RisalahRichText *text,
             const GtkTextIter *line,
             gboolean is_quotation)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      GtkTextTag *tag = self->mark[marks[i].kind];
      GtkTextIter start = *line, end;

      if (tag == NULL)
        continue;
      gtk_text_iter_set_line_offset (&start, marks[i].start);
      end = start;
      gtk_text_iter_forward_chars (&end, marks[i].end - marks[i].start);
      if (is_doubtful (self, &marks[i]))
        gtk_text_buffer_apply_tag (self->buffer, self->doubtful, &start, &end);
      if (is_quotation && marks[i].kind == RISALAH_MARK_QUOTATION)
        continue;
      /* A number never begins a line: it stays with the character in front of it. */
      if (risalah_mark_is_atom (&marks[i]) && marks[i].start > 0)
        gtk_text_iter_backward_char (&start);
      gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
    }
}

/**
 * risalah_editor_tags_new:
 * @buffer: a text buffer, which will own the tags
 *
 * Returns: (transfer full): the tags
 */
RisalahEditorTags *
risalah_editor_tags_new (GtkTextBuffer *buffer)
{
  RisalahEditorTags *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_new0 (RisalahEditorTags, 1);
  self->buffer = buffer;
  create_block_tags (self);
  create_list_tags (self);
  create_mark_tags (self);
  return self;
}

/**
 * risalah_editor_tags_free:
 * @self: (transfer full) (nullable): the tags
 */
void
risalah_editor_tags_free (RisalahEditorTags *self)
{
  g_free (self);
}

/**
 * risalah_editor_tags_set_colours:
 * @self: the tags
 * @accent: the theme's accent colour for text
 * @foreground: the theme's colour of text
 *
 * To be called when the theme changes.
 */
void
risalah_editor_tags_set_colours (RisalahEditorTags *self,
                                 const GdkRGBA *accent,
                                 const GdkRGBA *foreground)
{
  GdkRGBA tint = *accent, dim = *foreground;

  g_return_if_fail (self != NULL && accent != NULL && foreground != NULL);

  tint.alpha = 0.13;
  dim.alpha *= 0.65;
  g_object_set (self->mark[RISALAH_MARK_QUOTATION], "background-rgba", &tint, NULL);
  g_object_set (self->mark[RISALAH_MARK_LINK], "foreground-rgba", accent, NULL);
  g_object_set (self->block[RISALAH_BRIEF_BLOCK_SUBTITLE], "foreground-rgba", &dim, NULL);
  tint.alpha = 0.35;
  g_object_set (self->match, "background-rgba", &tint, NULL);
}

/**
 * risalah_editor_tags_set_passages:
 * @self: the tags
 * @passages: (nullable): what the sources hold; must outlive its use here
 *
 * To be followed by risalah_editor_tags_apply() where it makes a difference.
 */
void
risalah_editor_tags_set_passages (RisalahEditorTags *self, RisalahPassages *passages)
{
  g_return_if_fail (self != NULL);

  self->passages = passages;
}

/**
 * risalah_editor_tags_get_misspelt:
 * @self: the tags
 *
 * Returns: (transfer none): the tag under words that the dictionary does not know
 */
GtkTextTag *
risalah_editor_tags_get_misspelt (RisalahEditorTags *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->misspelt;
}

/**
 * risalah_editor_tags_get_match:
 * @self: the tags
 *
 * Returns: (transfer none): the tag behind what the find bar found
 */
GtkTextTag *
risalah_editor_tags_get_match (RisalahEditorTags *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->match;
}

/**
 * risalah_editor_tags_apply:
 * @self: the tags
 * @block: a block
 * @line: the buffer's line that shows it
 *
 * Gives the line the looks of its block, and takes away any other. A tag begins with each line and
 * ends with it: a text view that lays lines out from below (GTK 4.8, gtktextlayout.c) keeps the
 * looks of the line it came from until it meets a tag's beginning or end.
 */
void
risalah_editor_tags_apply (RisalahEditorTags *self, const RisalahBriefBlock *block, guint line)
{
  RisalahRichText *text = risalah_brief_block_get_text (block);
  GtkTextIter start, end;

  g_return_if_fail (self != NULL && block != NULL);

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_forward_line (&end))
    gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  if (risalah_rich_text_get_length (text) == 0)
    gtk_text_buffer_apply_tag (self->buffer, self->empty, &start, &end);
  else
    {
      end = start;
      gtk_text_iter_forward_chars (&end, risalah_rich_text_get_length (text));
    }
  gtk_text_buffer_apply_tag (self->buffer, block_tag (self, block), &start, &end);
  if (risalah_brief_block_is_boxed (block))
    gtk_text_buffer_apply_tag (self->buffer, self->boxed, &start, &end);

  apply_marks (self, text, &start,
               risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_QUOTATION);
}

/**
 * risalah_editor_tags_apply_marks:
 * @self: the tags
 * @text: the only text of the buffer
 *
 * Gives the text the looks of its marks, and takes away any other.
 */
void
risalah_editor_tags_apply_marks (RisalahEditorTags *self, RisalahRichText *text)
{
  GtkTextIter start, end;

  g_return_if_fail (self != NULL && text != NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  apply_marks (self, text, &start, FALSE);
}
