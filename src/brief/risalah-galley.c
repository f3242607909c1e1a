/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks set as lines, by one table of styles. */

#include "risalah-galley-private.h"

#include <string.h>

#define LIST_INDENT      16.0
#define LABEL_WIDTH      15.0
#define QUOTATION_INDENT 20.0
#define ENTRY_HANG       18.0
#define CONTENTS_NUMBER  36.0
#define SIGNATURE        0.52 /* of the width stands left of it */
#define NOTE_SIZE        0.82
#define ORPHANS          2
#define WIDOWS           2
#define KEPT_WHOLE       6 /* lines of a block that stands by the one after it */

/* How a role is set; sizes are parts of the text's size, spaces parts of its leading. */
typedef struct
{
  double size;
  double leading; /* part of its own size; 0 is the design's */
  double before;
  double after;
  RisalahAlignment alignment;
  gboolean heading_face;
  gboolean bold;
  gboolean italic;
  gboolean hyphenate;
  gboolean sticky;
} RoleStyle;

#define J RISALAH_ALIGNMENT_JUSTIFIED
#define L RISALAH_ALIGNMENT_LEFT
#define C RISALAH_ALIGNMENT_CENTRED

static const RoleStyle role_styles[RISALAH_STORY_N_ROLES] = {
  /*                           size leading before after align head  bold   italic hyphen sticky */
  [RISALAH_STORY_LETTERHEAD] = { 1, 0, 0, 1.2, C, TRUE, FALSE, FALSE, FALSE, TRUE },
  [RISALAH_STORY_FORM] = { 1.05, 1.2, 0, 0.35, L, TRUE, FALSE, FALSE, FALSE, TRUE },
  [RISALAH_STORY_TITLE] = { 1.82, 1.16, 0, 0.45, L, TRUE, TRUE, FALSE, FALSE, TRUE },
  [RISALAH_STORY_SUBTITLE] = { 1.18, 1.25, 0, 0.45, L, TRUE, FALSE, FALSE, FALSE, TRUE },
  [RISALAH_STORY_IMPRINT] = { 0.91, 1.35, 0, 1.3, L, FALSE, FALSE, FALSE, FALSE, TRUE },
  [RISALAH_STORY_HEADING] = { 1.27, 1.2, 1.25, 0.35, L, TRUE, TRUE, FALSE, FALSE, TRUE },
  [RISALAH_STORY_PARAGRAPH] = { 1, 0, 0.45, 0.45, J, FALSE, FALSE, FALSE, TRUE, FALSE },
  [RISALAH_STORY_BULLET] = { 1, 0, 0.22, 0.22, J, FALSE, FALSE, FALSE, TRUE, FALSE },
  [RISALAH_STORY_NUMBERED] = { 1, 0, 0.22, 0.22, J, FALSE, FALSE, FALSE, TRUE, FALSE },
  [RISALAH_STORY_QUOTATION] = { 0.955, 0, 0.65, 0.65, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_CAPTION] = { 0.87, 1.3, 0.7, 0.35, L, FALSE, FALSE, TRUE, FALSE, TRUE },
  [RISALAH_STORY_TABLE] = { 0.87, 1.25, 0.35, 0.9, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_FIGURE] = { 0.87, 1.25, 0.7, 0.9, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_ENTRY] = { 0.955, 0, 0.3, 0.3, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_SOURCE] = { 0.87, 1.25, 0.2, 0.9, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_CONTENTS] = { 0.955, 1.35, 0, 0, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_SIGNATURE] = { 1, 0, 1.6, 0, L, FALSE, FALSE, FALSE, FALSE, FALSE },
  [RISALAH_STORY_PAGE_BREAK] = { 1, 0, 0, 0, L, FALSE, FALSE, FALSE, FALSE, FALSE },
};

/* Headings of the levels 1, 2 and 3: size, before, bold, italic. */
static const struct
{
  double size, before;
  gboolean bold, italic;
} heading_levels[] = { { 1.27, 1.25, TRUE, FALSE },
                       { 1.09, 1.0, TRUE, FALSE },
                       { 1.0, 0.85, FALSE, TRUE } };

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

static void
take_role (RisalahGalley *self, const RisalahStoryBlock *block, RisalahParagraphStyle *style)
{
  const RisalahPageDesign *design = self->edition->design;
  const RoleStyle *role = &role_styles[block->role];
  gboolean official = design->design == RISALAH_DESIGN_NASKAH_DINAS;
  guint level = CLAMP (block->level, 1, G_N_ELEMENTS (heading_levels)) - 1;
  gboolean heading = block->role == RISALAH_STORY_HEADING;
  double size = heading ? heading_levels[level].size : role->size;

  if (official && size > 1)
    size = block->role == RISALAH_STORY_TITLE ? 1.17 : 1;
  style->family = role->heading_face ? design->heading_family : design->text_family;
  style->size = design->text_size * size;
  style->leading = style->size * (role->leading > 0 ? role->leading : design->line_height);
  style->alignment = role->alignment;
  if (role->alignment == RISALAH_ALIGNMENT_JUSTIFIED && !design->justified)
    style->alignment = RISALAH_ALIGNMENT_LEFT;
  if (official && block->role >= RISALAH_STORY_FORM && block->role <= RISALAH_STORY_SUBTITLE)
    style->alignment = RISALAH_ALIGNMENT_CENTRED;
  style->hyphenate = role->hyphenate;
  style->bold = heading ? heading_levels[level].bold
                        : role->bold || (official && block->role == RISALAH_STORY_FORM);
  style->italic = heading ? heading_levels[level].italic || (official && level > 0) : role->italic;
  style->language = block->language;
  style->width = self->width;
}

static double
space_before (RisalahGalley *self, const RisalahStoryBlock *block)
{
  const RisalahPageDesign *design = self->edition->design;
  guint level = CLAMP (block->level, 1, G_N_ELEMENTS (heading_levels)) - 1;
  double part = block->role == RISALAH_STORY_HEADING ? heading_levels[level].before
                                                     : role_styles[block->role].before;

  return MAX (self->after, part * design->text_size * design->line_height);
}

/* Where the block's lines begin, how wide they are, and its label. */
static void
indent (RisalahGalley *self,
        const RisalahStoryBlock *block,
        RisalahParagraphStyle *style,
        RisalahComposed *composed)
{
  double inset = block->boxed ? RISALAH_BOX_PADDING : 0;
  double level = MAX (block->level, 1);

  composed->x = inset;
  style->width -= 2 * inset;
  if (block->role == RISALAH_STORY_QUOTATION || block->role == RISALAH_STORY_SOURCE)
    {
      composed->x += QUOTATION_INDENT;
      style->width -= 2 * QUOTATION_INDENT;
    }
  else if (block->role == RISALAH_STORY_ENTRY)
    {
      composed->x += ENTRY_HANG;
      style->width -= ENTRY_HANG;
      style->first_indent = -ENTRY_HANG;
    }
  else if (block->role == RISALAH_STORY_SIGNATURE)
    {
      composed->x += self->width * SIGNATURE;
      style->width -= self->width * SIGNATURE;
    }
  else if (block->role == RISALAH_STORY_CONTENTS)
    {
      composed->x += (level - 1) * LIST_INDENT;
      style->width -= (level - 1) * LIST_INDENT + CONTENTS_NUMBER;
    }
  else if (block->label != NULL)
    {
      composed->x += level * LIST_INDENT;
      style->width -= level * LIST_INDENT;
      composed->label_x = composed->x - LABEL_WIDTH;
    }
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
           double before)
{
  const RisalahParagraph *body = composed->body;
  gboolean whole = role_styles[block->role].sticky || block->role == RISALAH_STORY_SOURCE
                   || block->role == RISALAH_STORY_SIGNATURE;
  gboolean keep = block->keep || role_styles[block->role].sticky;

  whole |= block->keep && body->n_lines <= KEPT_WHOLE;

  for (guint i = 0; i < body->n_lines; i++)
    {
      RisalahSlug slug = { 0 };

      slug.kind = RISALAH_SLUG_LINE;
      slug.block = index;
      slug.item = i;
      slug.height = body->leading;
      slug.space = i == 0 ? before : 0;
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
  RisalahParagraphStyle style = { 0 };
  double before = space_before (self, block);

  take_role (self, block, &style);
  indent (self, block, &style, composed);
  composed->body = risalah_galley_set_text (self, &style, block->text);
  if (block->label != NULL)
    {
      style.width = LABEL_WIDTH * 4;
      style.first_indent = 0;
      style.alignment = RISALAH_ALIGNMENT_LEFT;
      composed->label = risalah_galley_set_plain (self, &style, block->label);
    }
  cut_lines (self, block, composed, index, before);
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
  const RisalahPageDesign *design = self->edition->design;

  return role_styles[block->role].after * design->text_size * design->line_height;
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
  if (block->role == RISALAH_STORY_TABLE || block->role == RISALAH_STORY_FIGURE)
    if (first < self->slugs->len)
      g_array_index (self->slugs, RisalahSlug, first).space = space_before (self, block);
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
  const RisalahPageDesign *design = self->edition->design;
  RisalahParagraphStyle style = { 0 };

  style.family = design->text_family;
  style.size = design->text_size * NOTE_SIZE;
  style.leading = style.size * 1.25;
  style.width = self->width;
  style.alignment = RISALAH_ALIGNMENT_LEFT;
  style.language = risalah_terms_get_language (self->edition->terms);
  while (self->notes->len <= note)
    g_ptr_array_add (self->notes, risalah_galley_set_text (self, &style,
                                                           g_ptr_array_index (self->story->notes,
                                                                              self->notes->len)));
  return g_ptr_array_index (self->notes, note);
}
