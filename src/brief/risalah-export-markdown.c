/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story as Markdown: CommonMark with the tables of GitHub and the footnotes of Pandoc. */

#include <string.h>

#include "risalah-export-private.h"
#include "risalah-story.h"

typedef struct
{
  RisalahEdition *edition;
  const RisalahStory *story;
  GString *out;
} Writer;

/* Nothing of the text may read as markup. */
static void
append_escaped (GString *out, const char *text, gsize length, gboolean in_cell)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == 0x2028)
        g_string_append (out, in_cell ? "<br>" : "\\\n");
      else
        {
          if (character < 0x80
              && (strchr ("\\`*_[]<>#", character) != NULL || (in_cell && character == '|')))
            g_string_append_c (out, '\\');
          g_string_append_unichar (out, character);
        }
    }
}

/* Emphasis may not begin or end with a space, which therefore goes outside. */
static void
append_emphasised (GString *out, const char *text, gsize length, const char *sign, gboolean in_cell)
{
  gsize head = 0, tail = 0;

  while (head < length && text[head] == ' ')
    head++;
  while (tail < length - head && text[length - 1 - tail] == ' ')
    tail++;
  g_string_append_len (out, text, head);
  if (head < length)
    {
      g_string_append (out, sign);
      append_escaped (out, text + head, length - head - tail, in_cell);
      g_string_append (out, sign);
    }
  g_string_append_len (out, text + length - tail, tail);
}

static const char *
sign_of (RisalahFace face)
{
  gboolean bold = (face & RISALAH_FACE_BOLD) != 0, italic = (face & RISALAH_FACE_ITALIC) != 0;

  return bold && italic ? "***" : bold ? "**" : italic ? "*" : "";
}

static void
write_span (Writer *self, const char *text, gsize length, const RisalahSpan *span, gboolean in_cell)
{
  const RisalahStoryLink *link =
      span->link >= 0 ? &g_array_index (self->story->links, RisalahStoryLink, span->link) : NULL;

  if (link != NULL && link->note >= 0)
    g_string_append_printf (self->out, "[^%d]", link->note + 1);
  else if (link != NULL && (span->face & RISALAH_FACE_ADDRESS) != 0)
    g_string_append_printf (self->out, "<%s>", link->target);
  else if (link != NULL && *link->target != '#')
    {
      g_string_append_c (self->out, '[');
      append_escaped (self->out, text, length, in_cell);
      g_string_append_printf (self->out, "](<%s>)", link->target);
    }
  else if ((span->face & RISALAH_FACE_RAISED) != 0)
    {
      g_string_append (self->out, "<sup>");
      append_escaped (self->out, text, length, in_cell);
      g_string_append (self->out, "</sup>");
    }
  else if (*sign_of (span->face) != '\0')
    append_emphasised (self->out, text, length, sign_of (span->face), in_cell);
  else
    append_escaped (self->out, text, length, in_cell);
}

static void
write_spans (Writer *self, const RisalahStoryText *text, guint first, gboolean in_cell)
{
  guint32 start = first > 0 ? g_array_index (text->spans, RisalahSpan, first - 1).end : 0;

  for (guint i = first; i < text->spans->len; i++)
    {
      const RisalahSpan *span = &g_array_index (text->spans, RisalahSpan, i);
      gboolean comma = span->end - start == 1 && text->text->str[start] == ','
                       && (span->face & RISALAH_FACE_RAISED) != 0;

      /* The comma between two notes' marks is print's alone. */
      if (!comma)
        write_span (self, text->text->str + start, span->end - start, span, in_cell);
      start = span->end;
    }
}

/* A paragraph that begins like a list item is none. */
static void
escape_head (GString *out, gsize head)
{
  gsize at = head;

  while (g_ascii_isdigit (out->str[at]))
    at++;
  if ((at > head && (out->str[at] == '.' || out->str[at] == ')'))
      || (at == head && (out->str[at] == '-' || out->str[at] == '+')))
    g_string_insert_c (out, at, '\\');
}

static void
write_line (Writer *self, const char *before, const RisalahStoryText *text)
{
  gsize head;

  g_string_append (self->out, before);
  head = self->out->len;
  write_spans (self, text, 0, FALSE);
  escape_head (self->out, head);
  g_string_append (self->out, "\n\n");
}

static void
write_list_item (Writer *self, const RisalahStoryBlock *block)
{
  guint level = MAX (block->level, 1);

  for (guint i = 1; i < level; i++)
    g_string_append (self->out, "    ");
  g_string_append_printf (self->out, "%-4s",
                          block->role == RISALAH_STORY_NUMBERED ? block->label : "-");
  write_spans (self, block->text, 0, FALSE);
  g_string_append_c (self->out, '\n');
}

static void
write_rule (Writer *self, guint n_columns)
{
  g_string_append_c (self->out, '|');
  for (guint i = 0; i < n_columns; i++)
    g_string_append (self->out, " --- |");
  g_string_append_c (self->out, '\n');
}

static void
write_table (Writer *self, const RisalahStoryBlock *block)
{
  if (!block->has_header)
    {
      g_string_append_c (self->out, '|');
      for (guint column = 0; column < block->n_columns; column++)
        g_string_append (self->out, "  |");
      g_string_append_c (self->out, '\n');
      write_rule (self, block->n_columns);
    }
  for (guint row = 0; row < block->n_rows; row++)
    {
      g_string_append_c (self->out, '|');
      for (guint column = 0; column < block->n_columns; column++)
        {
          g_string_append_c (self->out, ' ');
          write_spans (self, g_ptr_array_index (block->cells, row * block->n_columns + column), 0,
                       TRUE);
          g_string_append (self->out, " |");
        }
      g_string_append_c (self->out, '\n');
      if (row == 0 && block->has_header)
        write_rule (self, block->n_columns);
    }
  g_string_append_c (self->out, '\n');
}

/* A picture has no place in a text file: what stands there are its words. */
static void
write_figure (Writer *self, const RisalahStoryBlock *block)
{
  if (block->figure->alternative != NULL)
    {
      g_string_append_c (self->out, '[');
      append_escaped (self->out, block->figure->alternative, strlen (block->figure->alternative),
                      FALSE);
      g_string_append (self->out, "]\n\n");
    }
  if (block->text->text->len > 0)
    write_line (self, "", block->text);
}

static gboolean
is_list_item (const RisalahStoryBlock *block)
{
  return block->role == RISALAH_STORY_BULLET || block->role == RISALAH_STORY_NUMBERED;
}

static void
write_block (Writer *self, const RisalahStoryBlock *block)
{
  static const char *const headings[] = { "## ", "### ", "#### " };

  switch (block->role)
    {
    case RISALAH_STORY_TITLE:
      write_line (self, "# ", block->text);
      break;
    case RISALAH_STORY_HEADING:
      write_line (self, headings[CLAMP (block->level, 1, 3) - 1], block->text);
      break;
    case RISALAH_STORY_BULLET:
    case RISALAH_STORY_NUMBERED:
      write_list_item (self, block);
      break;
    case RISALAH_STORY_QUOTATION:
      write_line (self, "> ", block->text);
      break;
    case RISALAH_STORY_TABLE:
      write_table (self, block);
      break;
    case RISALAH_STORY_FIGURE:
      write_figure (self, block);
      break;
    case RISALAH_STORY_ENTRY:
    case RISALAH_STORY_IMPRINT:
    case RISALAH_STORY_FORM:
    case RISALAH_STORY_SUBTITLE:
    case RISALAH_STORY_PARAGRAPH:
    case RISALAH_STORY_CAPTION:
    case RISALAH_STORY_SOURCE:
    case RISALAH_STORY_SIGNATURE:
      write_line (self, "", block->text);
      break;
    case RISALAH_STORY_LETTERHEAD:
    case RISALAH_STORY_CONTENTS:
    case RISALAH_STORY_PAGE_BREAK:
    case RISALAH_STORY_N_ROLES:
      break;
    }
}

static void
write_markings (Writer *self)
{
  gboolean alert;
  const char *classification = risalah_export_get_classification (self->edition, &alert);
  const char *urgency = risalah_export_get_urgency (self->edition);

  if (classification != NULL)
    g_string_append_printf (self->out, "**%s**\n\n", classification);
  if (urgency != NULL)
    g_string_append_printf (self->out, "**%s**\n\n", urgency);
  if (!risalah_document_is_final (self->edition->document))
    g_string_append_printf (self->out, "**%s**\n\n",
                            risalah_terms_get (self->edition->terms, "page.draft"));
}

/* The note's own number and the space after it are left out: the mark carries it. */
static void
write_notes (Writer *self)
{
  for (guint i = 0; i < self->story->notes->len; i++)
    {
      const RisalahStoryText *note = g_ptr_array_index (self->story->notes, i);

      g_string_append_printf (self->out, "[^%u]:", i + 1);
      write_spans (self, note, 1, FALSE);
      g_string_append_c (self->out, '\n');
    }
}

/**
 * risalah_export_markdown:
 * @edition: what to export
 * @path: where the file is to stand
 * @report: (out) (optional): what was written; cleared by the caller
 * @progress: (nullable): told when it is done
 * @user_data: handed to @progress
 * @cancellable: (nullable): stops it before the file is written
 * @error: RISALAH_BRIEF_ERROR_OUTPUT or G_IO_ERROR_CANCELLED; an earlier file is then as it was
 *
 * Writes the brief as Markdown.
 *
 * Returns: whether the file stands at @path, complete
 */
gboolean
risalah_export_markdown (RisalahEdition *edition,
                         const char *path,
                         RisalahExportReport *report,
                         RisalahExportProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (RisalahStory) story = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  Writer writer = { edition, NULL, out };

  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  story = risalah_story_new (edition);
  writer.story = story;
  write_markings (&writer);
  for (guint i = 0; i < story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (story->blocks, i);
      const RisalahStoryBlock *next =
          i + 1 < story->blocks->len ? g_ptr_array_index (story->blocks, i + 1) : NULL;

      write_block (&writer, block);
      if (is_list_item (block) && (next == NULL || !is_list_item (next)))
        g_string_append_c (out, '\n');
    }
  write_notes (&writer);
  if (!risalah_export_text (path, out->str, out->len, cancellable, error))
    return FALSE;
  if (report != NULL)
    *report = (RisalahExportReport){ 0, NULL };
  if (progress != NULL)
    progress (1, user_data);
  return TRUE;
}
