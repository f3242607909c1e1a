/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first of the three stages to a page: an edition told from beginning to end, with citations
 * written out, notes numbered and generated parts made. It knows nothing of paper; the text
 * exporters print it as it is. */
#pragma once

#include "risalah-edition.h"
#include "risalah-paragraph.h"

G_BEGIN_DECLS

/**
 * RisalahStoryRole:
 *
 * What a block of the story is.
 */
typedef enum
{
  RISALAH_STORY_LETTERHEAD,
  RISALAH_STORY_FORM, /* the name of the form above the title: NOTA DINAS */
  RISALAH_STORY_TITLE,
  RISALAH_STORY_SUBTITLE,
  RISALAH_STORY_IMPRINT, /* author and unit, date, data cut-off */
  RISALAH_STORY_HEADING,
  RISALAH_STORY_PARAGRAPH,
  RISALAH_STORY_BULLET,
  RISALAH_STORY_NUMBERED,
  RISALAH_STORY_QUOTATION,
  RISALAH_STORY_CAPTION,
  RISALAH_STORY_TABLE,
  RISALAH_STORY_FIGURE,
  RISALAH_STORY_ENTRY,    /* of the bibliography */
  RISALAH_STORY_SOURCE,   /* of the source annex: where an exhibit comes from */
  RISALAH_STORY_CONTENTS, /* a line of the table of contents */
  RISALAH_STORY_SIGNATURE,
  RISALAH_STORY_PAGE_BREAK,
  RISALAH_STORY_N_ROLES
} RisalahStoryRole;

/**
 * RisalahStoryText:
 * @text: UTF-8, LINE SEPARATOR breaks a line
 * @spans: (element-type RisalahSpan): its faces and links
 */
typedef struct
{
  GString *text;
  GArray *spans;
} RisalahStoryText;

/**
 * RisalahStoryLink:
 * @target: an address, or "#" and an anchor of the story
 * @note: the note whose mark this is, from 0, -1 for another link
 */
typedef struct
{
  char *target;
  gint note;
} RisalahStoryLink;

/**
 * RisalahStoryBlock:
 * @role: what it is
 * @level: of a heading or a list item, from 1
 * @text: its words; of a figure or table none
 * @label: (nullable): "•" or "3."
 * @language: ISO 639-1 of its words
 * @anchor: (nullable): by which links find it
 * @boxed: whether it stands in the key-messages box
 * @keep: whether it must not be parted from the block after it
 * @n_rows: of a table
 * @n_columns: of a table
 * @has_header: whether a table's first row is its header
 * @is_letter: whether a table is the block of a letter: addressee, sender, date …
 * @cells: (nullable) (element-type RisalahStoryText): row by row
 * @figure: (nullable): what a figure shows
 * @heading: of a line of contents, the index of its heading among the blocks
 */
typedef struct
{
  RisalahStoryRole role;
  guint level;
  RisalahStoryText *text;
  char *label;
  char *language;
  char *anchor;
  gboolean boxed;
  gboolean keep;
  guint n_rows;
  guint n_columns;
  gboolean has_header;
  gboolean is_letter;
  GPtrArray *cells;
  const RisalahFigure *figure;
  guint heading;
} RisalahStoryBlock;

/**
 * RisalahStory:
 * @blocks: (element-type RisalahStoryBlock)
 * @notes: (element-type RisalahStoryText): in the order of their marks
 * @links: (element-type RisalahStoryLink)
 * @title: of the brief
 */
typedef struct
{
  GPtrArray *blocks;
  GPtrArray *notes;
  GArray *links;
  char *title;
} RisalahStory;

RisalahStory      *risalah_story_new          (RisalahEdition        *edition);
RisalahStory      *risalah_story_new_empty    (const char            *title);
void               risalah_story_free         (RisalahStory          *self);
RisalahStoryBlock *risalah_story_add          (RisalahStory          *self,
                                               RisalahStoryRole       role,
                                               guint                  level,
                                               const char            *language);
gint               risalah_story_add_link     (RisalahStory          *self,
                                               const char            *target,
                                               gint                   note);
gint               risalah_story_add_note     (RisalahStory          *self,
                                               RisalahStoryText      *note);
const char        *risalah_story_get_bullet   (guint                  level);
RisalahStoryText  *risalah_story_text_new     (void);
void               risalah_story_text_free    (RisalahStoryText      *self);
void               risalah_story_text_append  (RisalahStoryText      *self,
                                               const char            *text,
                                               gssize                 length,
                                               RisalahFace            face,
                                               gint                   link);
void               risalah_story_block_free   (RisalahStoryBlock     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahStory, risalah_story_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahStoryText, risalah_story_text_free)

G_END_DECLS
