/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk itself: each block of the laid-out story, the notes, and what stands on every page. */

#include "risalah-office-private.h"

#include <string.h>

#define AFTER_NUMBER 1 /* a note's text begins with its number, then a space */

/*
 * Begins a walk over a layout that is complete; all must outlive it.
 */
RisalahOfficeWalk *
risalah_office_walk_new (RisalahLayout *layout,
                         const RisalahOfficeFormat *format,
                         gpointer writer)
{
  RisalahOfficeWalk *self = g_new0 (RisalahOfficeWalk, 1);

  self->format = format;
  self->writer = writer;
  self->layout = layout;
  self->edition = layout->edition;
  self->story = layout->story;
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (self->story->blocks, i);

      if (block->anchor != NULL && block->role != RISALAH_STORY_PAGE_BREAK
          && block->role != RISALAH_STORY_LETTERHEAD
          && !g_hash_table_contains (self->anchors, block->anchor))
        g_hash_table_insert (self->anchors, block->anchor,
                             GUINT_TO_POINTER (g_hash_table_size (self->anchors) + 1));
    }
  return self;
}

void
risalah_office_walk_free (RisalahOfficeWalk *self)
{
  g_hash_table_unref (self->anchors);
  g_free (self);
}

/*
 * Returns: the number of an anchor, from 1, which makes a name that every format allows; 0 where
 *   nothing stands at it
 */
guint
risalah_office_walk_get_bookmark (const RisalahOfficeWalk *self, const char *anchor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, anchor));
}

/* The brief's own language is not told. */
static const char *
get_other_language (const RisalahOfficeWalk *self, const char *language)
{
  return g_strcmp0 (language, risalah_terms_get_language (self->edition->terms)) != 0 ? language
                                                                                      : NULL;
}

/*
 * Tells a paragraph with its text, if it has one; @paragraph names any language.
 */
void
risalah_office_walk_paragraph (RisalahOfficeWalk *self,
                               RisalahOfficeParagraph *paragraph,
                               const RisalahStoryText *text)
{
  paragraph->language = get_other_language (self, paragraph->language);
  paragraph->page_break = self->page_break;
  self->page_break = FALSE;
  self->format->begin_paragraph (self->writer, paragraph);
  if (text != NULL)
    risalah_office_walk_text (self, text, 0, paragraph->language);
  self->format->end_paragraph (self->writer, paragraph);
}

static const RisalahStoryBlock *
get_block (const RisalahOfficeWalk *self, guint index)
{
  return index < self->story->blocks->len ? g_ptr_array_index (self->story->blocks, index) : NULL;
}

static gboolean
is_contents (const RisalahStoryBlock *block)
{
  return block != NULL && block->role == RISALAH_STORY_CONTENTS;
}

/* A line of the contents: the heading's words and its page, which both lead to it. */
static void
tell_contents (RisalahOfficeWalk *self, guint index)
{
  const RisalahStoryBlock *block = get_block (self, index);
  const char *anchor = get_block (self, block->heading)->anchor;
  g_autofree char *target = g_strconcat ("#", anchor, NULL);
  const RisalahOfficeParagraph line = {
    .style = block->level > 1 ? RISALAH_OFFICE_CONTENTS_2 : RISALAH_OFFICE_CONTENTS_1,
    .begins_contents = !is_contents (get_block (self, index - 1)),
    .ends_contents = !is_contents (get_block (self, index + 1)),
  };
  guint page = risalah_pagination_find (self->layout->pagination, block->heading) + 1;

  self->format->begin_paragraph (self->writer, &line);
  self->format->begin_link (self->writer, target);
  risalah_office_walk_plain (self, block->text->text->str, RISALAH_FACE_PLAIN);
  self->format->begin_run (self->writer, RISALAH_FACE_PLAIN, NULL);
  self->format->add_sign (self->writer, RISALAH_OFFICE_TAB);
  self->format->end_run (self->writer);
  self->format->add_field (self->writer, RISALAH_OFFICE_PAGE_OF, target, page);
  self->format->end_link (self->writer);
  self->format->end_paragraph (self->writer, &line);
  if (line.ends_contents)
    self->format->end_contents (self->writer);
}

static RisalahOfficeStyle
get_style (const RisalahOfficeWalk *self, const RisalahStoryBlock *block, gboolean before_contents)
{
  static const RisalahOfficeStyle styles[RISALAH_STORY_N_ROLES] = {
    [RISALAH_STORY_FORM] = RISALAH_OFFICE_FORM,
    [RISALAH_STORY_TITLE] = RISALAH_OFFICE_TITLE,
    [RISALAH_STORY_SUBTITLE] = RISALAH_OFFICE_SUBTITLE,
    [RISALAH_STORY_IMPRINT] = RISALAH_OFFICE_IMPRINT,
    [RISALAH_STORY_PARAGRAPH] = RISALAH_OFFICE_BODY,
    [RISALAH_STORY_BULLET] = RISALAH_OFFICE_BULLET,
    [RISALAH_STORY_NUMBERED] = RISALAH_OFFICE_NUMBERED,
    [RISALAH_STORY_QUOTATION] = RISALAH_OFFICE_QUOTATION,
    [RISALAH_STORY_CAPTION] = RISALAH_OFFICE_CAPTION,
    [RISALAH_STORY_ENTRY] = RISALAH_OFFICE_ENTRY,
    [RISALAH_STORY_SOURCE] = RISALAH_OFFICE_SOURCE,
    [RISALAH_STORY_SIGNATURE] = RISALAH_OFFICE_SIGNATURE,
  };

  if (block->role != RISALAH_STORY_HEADING)
    return styles[block->role];
  return before_contents ? RISALAH_OFFICE_CONTENTS_HEADING
                         : RISALAH_OFFICE_HEADING_1 + CLAMP (block->level, 1, 3) - 1;
}

/* A caption's style asks for the space itself. */
static double
get_space_below (const RisalahOfficeWalk *self,
                 const RisalahStoryBlock *block,
                 const RisalahStoryBlock *next)
{
  RisalahBlockSetting setting;

  if (next == NULL || block->role == RISALAH_STORY_CAPTION
      || (next->role != RISALAH_STORY_TABLE && (block->boxed || !next->boxed)))
    return 0;
  risalah_block_setting_take (&setting, self->edition->design, RISALAH_STORY_PARAGRAPH, 0);
  return setting.before;
}

static double
get_space_above (const RisalahOfficeWalk *self,
                 RisalahOfficeStyle style,
                 const RisalahStoryBlock *before)
{
  RisalahBlockSetting asked, own;

  if (before == NULL
      || (before->role != RISALAH_STORY_TABLE && before->role != RISALAH_STORY_LETTERHEAD))
    return 0;
  risalah_block_setting_take (&asked, self->edition->design, before->role, 0);
  risalah_office_style_take (style, self->edition->design, &own);
  return asked.after > own.before ? asked.after : 0;
}

static void
tell_words (RisalahOfficeWalk *self, guint index)
{
  const RisalahStoryBlock *block = get_block (self, index);
  gboolean before_contents = is_contents (get_block (self, index + 1));
  gboolean numbered = block->role == RISALAH_STORY_NUMBERED;
  RisalahOfficeStyle style = get_style (self, block, before_contents);
  RisalahOfficeParagraph paragraph = {
    .style = style,
    .level = numbered || block->role == RISALAH_STORY_BULLET
                 ? CLAMP (block->level, 1, RISALAH_OFFICE_LIST_LEVELS)
                 : 0,
    .numbered = numbered,
    .starts = numbered && g_strcmp0 (block->label, "1.") == 0,
    .language = block->language,
    .anchor = block->anchor,
    .keep = block->keep,
    .above = get_space_above (self, style, get_block (self, index - 1)),
    .below = get_space_below (self, block, get_block (self, index + 1)),
  };

  if (before_contents)
    self->format->begin_contents (self->writer);
  risalah_office_walk_paragraph (self, &paragraph, block->text);
}

static void
tell_block (RisalahOfficeWalk *self, guint index)
{
  const RisalahStoryBlock *block = get_block (self, index);
  const RisalahComposed *composed = g_ptr_array_index (self->layout->galley->composed, index);

  switch ((guint)block->role)
    {
    case RISALAH_STORY_LETTERHEAD:
      risalah_office_walk_letterhead (self, composed);
      break;
    case RISALAH_STORY_TABLE:
      risalah_office_walk_table (self, block, composed);
      break;
    case RISALAH_STORY_FIGURE:
      risalah_office_walk_figure (self, block, composed);
      break;
    case RISALAH_STORY_CONTENTS:
      tell_contents (self, index);
      break;
    case RISALAH_STORY_PAGE_BREAK:
      self->page_break = TRUE;
      break;
    default:
      tell_words (self, index);
    }
}

/*
 * Tells the brief from its first block to its last.
 */
void
risalah_office_walk_body (RisalahOfficeWalk *self)
{
  for (guint i = 0; i < self->story->blocks->len; i++)
    {
      if (get_block (self, i)->boxed != self->boxed)
        risalah_office_walk_box (self);
      tell_block (self, i);
    }
  if (self->boxed)
    risalah_office_walk_box (self);
}

/*
 * Tells the words of a note; its number is the word processor's.
 */
void
risalah_office_walk_note (RisalahOfficeWalk *self, guint note)
{
  const RisalahStoryText *text = g_ptr_array_index (self->story->notes, note);
  guint32 start = g_array_index (text->spans, RisalahSpan, 0).end + AFTER_NUMBER;

  risalah_office_walk_text (self, text, start, NULL);
}

/*
 * Tells the head of the first page, or of those after it: classification, DRAF, urgency, title.
 */
void
risalah_office_walk_header (RisalahOfficeWalk *self, gboolean first)
{
  const RisalahOfficeParagraph marking = { .style = RISALAH_OFFICE_HEADER };
  const RisalahOfficeParagraph running = { .style = RISALAH_OFFICE_RUNNING_TITLE };
  gboolean alert;
  const char *classification = risalah_export_get_classification (self->edition, &alert);
  const char *urgency = risalah_export_get_urgency (self->edition);

  self->format->begin_paragraph (self->writer, &marking);
  if (classification != NULL)
    risalah_office_walk_plain (self, classification,
                               alert ? RISALAH_FACE_ALERT : RISALAH_FACE_PLAIN);
  if (!risalah_document_is_final (self->edition->document))
    {
      risalah_office_walk_plain (self, "\t", RISALAH_FACE_PLAIN);
      risalah_office_walk_plain (self, risalah_terms_get (self->edition->terms, "page.draft"),
                                 RISALAH_FACE_PLAIN);
    }
  self->format->end_paragraph (self->writer, &marking);
  if (first && urgency != NULL)
    {
      self->format->begin_paragraph (self->writer, &marking);
      risalah_office_walk_plain (self, urgency, RISALAH_FACE_PLAIN);
      self->format->end_paragraph (self->writer, &marking);
    }
  if (first || !self->edition->design->running_heads)
    return;
  self->format->begin_paragraph (self->writer, &running);
  risalah_office_walk_plain (self, self->story->title, RISALAH_FACE_PLAIN);
  self->format->end_paragraph (self->writer, &running);
}

/*
 * Tells the foot of every page: its number, and how many there are.
 */
void
risalah_office_walk_footer (RisalahOfficeWalk *self)
{
  const RisalahOfficeParagraph number = { .style = RISALAH_OFFICE_FOOTER };

  self->format->begin_paragraph (self->writer, &number);
  self->format->add_field (self->writer, RISALAH_OFFICE_PAGE, NULL, 1);
  risalah_office_walk_plain (self, " / ", RISALAH_FACE_PLAIN);
  self->format->add_field (self->writer, RISALAH_OFFICE_N_PAGES, NULL,
                           risalah_layout_get_n_pages (self->layout));
  self->format->end_paragraph (self->writer, &number);
}
