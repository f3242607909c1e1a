/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks set as lines, by one table of styles. */

#include "risalah-galley-private.h"

#include <string.h>

#define ORPHANS    2
#define WIDOWS     2
#define KEPT_WHOLE 6 /* lines of a block that stands by the one after it */

static void
composed_free (gpointer data)
{
  RisalahComposed *self = data;

  g_clear_pointer (&self->body, risalah_paragraph_free);
  g_clear_pointer (&self->label, risalah_paragraph_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->plate, risalah_plate_free);
  g_free (self->columns);
  g_free (self);
}

/*
 * Makes a galley of which nothing is set yet; everything given must outlive it.
 */
RisalahGalley *
risalah_galley_new (RisalahEdition *edition, RisalahStory *story, RisalahFonts *fonts)
{
  const RisalahPageDesign *design = edition->design;
  RisalahGalley *self = g_new0 (RisalahGalley, 1);

  self->edition = edition;
  self->story = story;
  self->fonts = fonts;
  self->width = design->width - design->margin_left - design->margin_right;
  self->page_height = design->height - design->margin_top - design->margin_bottom;
  self->composed = g_ptr_array_new_with_free_func (composed_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_paragraph_free);
  self->slugs = g_array_new (FALSE, TRUE, sizeof (RisalahSlug));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
risalah_galley_free (RisalahGalley *self)
{
  g_ptr_array_unref (self->composed);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->slugs);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Sets a text of the story; an empty one is one empty line. */
RisalahParagraph *
risalah_galley_set_text (RisalahGalley *self,
                         const RisalahParagraphStyle *style,
                         const RisalahStoryText *text)
{
  const RisalahSpan empty = { 0, RISALAH_FACE_PLAIN, -1 };

  if (text->spans->len == 0)
    return risalah_paragraph_new (self->fonts, self->edition->hyphenation, style, "", &empty, 1);
  return risalah_paragraph_new (self->fonts, self->edition->hyphenation, style, text->text->str,
                                (const RisalahSpan *)text->spans->data, text->spans->len);
}

RisalahParagraph *
risalah_galley_set_plain (RisalahGalley *self, const RisalahParagraphStyle *style, const char *text)
{
  const RisalahSpan span = { strlen (text), RISALAH_FACE_PLAIN, -1 };

  return risalah_paragraph_new (self->fonts, self->edition->hyphenation, style, text, &span, 1);
}

/* Gives @slug the notes whose marks stand in these lines. */
void
risalah_galley_find_notes (RisalahGalley *self,
                           const RisalahParagraph *paragraph,
                           guint first_line,
                           guint n_lines,
                           RisalahSlug *slug)
{
  for (guint i = first_line; i < first_line + n_lines && i < paragraph->n_lines; i++)
    for (guint k = 0; k < paragraph->lines[i].n_pieces; k++)
      {
        const RisalahPiece *piece = &paragraph->pieces[paragraph->lines[i].piece + k];
        gint note = piece->link >= 0
                        ? g_array_index (self->story->links, RisalahStoryLink, piece->link).note
                        : -1;

        if (note < 0)
          continue;
        if (slug->n_notes == 0)
          slug->first_note = note;
        slug->n_notes = MAX (slug->n_notes, note - slug->first_note + 1);
      }
}

/* What a paragraph needs of a setting. */
void
risalah_galley_take_style (RisalahGalley *self,
                           const RisalahBlockSetting *setting,
                           const char *language,
                           RisalahParagraphStyle *style)
{
  *style = (RisalahParagraphStyle){ .family = setting->family,
                                    .size = setting->size,
                                    .leading = setting->leading,
                                    .width = self->width - setting->left - setting->right,
                                    .first_indent = setting->first_indent,
                                    .alignment = setting->alignment,
                                    .hyphenate = setting->hyphenate,
                                    .language = language,
                                    .bold = setting->bold,
                                    .italic = setting->italic };
}

/* A page may end after line @i of @n where no widow or orphan is left. */
static gboolean
may_end_after (guint i, guint n)
{
  return i + 1 == n || (i + 1 >= ORPHANS && n - i - 1 >= WIDOWS);
}

static void
cut_lines (RisalahGalley *self,
           const RisalahStoryBlock *block,
           const RisalahComposed *composed,
           guint index,
           const RisalahBlockSetting *setting)
{
  const RisalahParagraph *body = composed->body;
  gboolean whole = setting->sticky || block->role == RISALAH_STORY_SOURCE
                   || block->role == RISALAH_STORY_SIGNATURE;
  gboolean keep = block->keep || setting->sticky;

  whole |= block->keep && body->n_lines <= KEPT_WHOLE;

  for (guint i = 0; i < body->n_lines; i++)
    {
      RisalahSlug slug = { 0 };

      slug.kind = RISALAH_SLUG_LINE;
      slug.block = index;
      slug.item = i;
      slug.height = body->leading;
      slug.space = i == 0 ? MAX (self->after, setting->before) : 0;
      slug.flags = (i == 0 ? RISALAH_SLUG_FIRST : 0)
                   | (i + 1 == body->n_lines ? RISALAH_SLUG_LAST : 0)
                   | (block->boxed ? RISALAH_SLUG_BOXED : 0);
      if (i + 1 == body->n_lines ? keep : whole || !may_end_after (i, body->n_lines))
        slug.flags |= RISALAH_SLUG_STICKY;
      risalah_galley_find_notes (self, body, i, 1, &slug);
      g_array_append_val (self->slugs, slug);
    }
}

static void
set_lines (RisalahGalley *self,
           const RisalahStoryBlock *block,
           RisalahComposed *composed,
           guint index)
{
  RisalahBlockSetting setting;
  RisalahParagraphStyle style;
  double inset = block->boxed ? RISALAH_BOX_PADDING : 0;

  risalah_block_setting_take (&setting, self->edition->design, block->role, block->level);
  risalah_galley_take_style (self, &setting, block->language, &style);
  style.width -= 2 * inset;
  composed->x = inset + setting.left;
  composed->body = risalah_galley_set_text (self, &style, block->text);
  if (block->label != NULL)
    {
      style.width = RISALAH_LABEL_WIDTH * 4;
      style.alignment = RISALAH_ALIGNMENT_LEFT;
      composed->label = risalah_galley_set_plain (self, &style, block->label);
      composed->label_x = composed->x - RISALAH_LABEL_WIDTH;
    }
  cut_lines (self, block, composed, index, &setting);
}

static void
set_page_break (RisalahGalley *self, guint index)
{
  RisalahSlug slug = { 0 };

  slug.kind = RISALAH_SLUG_PAGE_BREAK;
  slug.block = index;
  g_array_append_val (self->slugs, slug);
}

/* What the block wants below it. */
static double
space_after (RisalahGalley *self, const RisalahStoryBlock *block)
{
  RisalahBlockSetting setting;

  risalah_block_setting_take (&setting, self->edition->design, block->role, block->level);
  return setting.after;
}

/* Sets a block; of a table the rows are yet to come. */
static RisalahComposed *
set_block (RisalahGalley *self, guint index)
{
  RisalahStoryBlock *block = g_ptr_array_index (self->story->blocks, index);
  RisalahComposed *composed = g_new0 (RisalahComposed, 1);

  switch ((guint)block->role)
    {
    case RISALAH_STORY_TABLE:
      risalah_galley_begin_table (self, block, composed);
      break;
    case RISALAH_STORY_FIGURE:
      risalah_galley_set_figure (self, block, composed, index);
      break;
    case RISALAH_STORY_LETTERHEAD:
      risalah_galley_set_letterhead (self, composed, index);
      break;
    case RISALAH_STORY_PAGE_BREAK:
      set_page_break (self, index);
      break;
    default:
      set_lines (self, block, composed, index);
    }
  return composed;
}

/* Gives the first slug from @first on the space above its block. */
static void
add_space (RisalahGalley *self, const RisalahStoryBlock *block, guint first)
{
  RisalahBlockSetting setting;

  if ((block->role != RISALAH_STORY_TABLE && block->role != RISALAH_STORY_FIGURE)
      || first >= self->slugs->len)
    return;
  risalah_block_setting_take (&setting, self->edition->design, block->role, block->level);
  g_array_index (self->slugs, RisalahSlug, first).space = MAX (self->after, setting.before);
}

/*
 * Sets the next block, or some more rows of a table. Returns FALSE where all are set.
 */
gboolean
risalah_galley_set_next (RisalahGalley *self)
{
  guint index = self->composed->len - (self->n_rows > 0 ? 1 : 0);
  guint first = self->slugs->len;
  gboolean begins = self->n_rows == 0;
  RisalahStoryBlock *block;

  if (index == self->story->blocks->len)
    return FALSE;
  block = g_ptr_array_index (self->story->blocks, index);
  if (begins)
    g_ptr_array_add (self->composed, set_block (self, index));
  if (block->role == RISALAH_STORY_TABLE)
    risalah_galley_set_rows (self, block, g_ptr_array_index (self->composed, index), index);
  if (begins)
    add_space (self, block, first);
  if (self->n_rows == 0)
    self->after = space_after (self, block);
  return TRUE;
}

/*
 * Sets @n_blocks, of lines alone, that were put into the story from @first on after the rest had
 * been set.
 */
void
risalah_galley_insert (RisalahGalley *self, guint first, guint n_blocks)
{
  g_autoptr (GArray) rest = self->slugs;
  guint at = 0;

  self->after =
      first > 0 ? space_after (self, g_ptr_array_index (self->story->blocks, first - 1)) : 0;
  while (at < rest->len && g_array_index (rest, RisalahSlug, at).block < first)
    at++;
  for (guint i = at; i < rest->len; i++)
    g_array_index (rest, RisalahSlug, i).block += n_blocks;
  self->slugs = g_array_new (FALSE, TRUE, sizeof (RisalahSlug));
  g_array_append_vals (self->slugs, rest->data, at);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_ptr_array_insert (self->composed, first + i, set_block (self, first + i));
      self->after = space_after (self, g_ptr_array_index (self->story->blocks, first + i));
    }
  if (at < rest->len)
    g_array_index (rest, RisalahSlug, at).space =
        MAX (g_array_index (rest, RisalahSlug, at).space, self->after);
  g_array_append_vals (self->slugs, &g_array_index (rest, RisalahSlug, at), rest->len - at);
}

/* Returns the note as it stands at the foot, its number included. */
RisalahParagraph *
risalah_galley_get_note (RisalahGalley *self, guint note)
{
  RisalahBlockSetting setting;
  RisalahParagraphStyle style;

  risalah_block_setting_take_note (&setting, self->edition->design);
  risalah_galley_take_style (self, &setting, risalah_terms_get_language (self->edition->terms),
                             &style);
  while (self->notes->len <= note)
    g_ptr_array_add (self->notes, risalah_galley_set_text (self, &style,
                                                           g_ptr_array_index (self->story->notes,
                                                                              self->notes->len)));
  return g_ptr_array_index (self->notes, note);
}
