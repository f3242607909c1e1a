/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How blocks are set, by their roles: one table for the pages and for the files of word
 * processors. */
#pragma once

#include "risalah-page-design.h"
#include "risalah-story.h"

G_BEGIN_DECLS

/**
 * RisalahBlockSetting:
 * @family: of the page design
 * @size: in points, as are the other measures
 * @leading: baseline to baseline
 * @before: the space that it wants above it; of two neighbours the larger one counts
 * @after: below it
 * @left: indent of its lines
 * @right: indent of its lines
 * @first_indent: of the first line beside @left; may be negative
 * @alignment: how its lines stand
 * @bold: whether all of it is bold
 * @italic: whether all of it is italic
 * @hyphenate: whether words may be divided
 * @sticky: whether no page ends after it
 */
typedef struct
{
  const char *family;
  double size;
  double leading;
  double before;
  double after;
  double left;
  double right;
  double first_indent;
  RisalahAlignment alignment;
  gboolean bold;
  gboolean italic;
  gboolean hyphenate;
  gboolean sticky;
} RisalahBlockSetting;

/* What each level of a list is indented by, and what a label takes left of its text, in points. */
#define RISALAH_LIST_INDENT 16.0
#define RISALAH_LABEL_WIDTH 15.0

/* The lines of a letterhead. */
enum
{
  RISALAH_LETTERHEAD_INSTITUTION,
  RISALAH_LETTERHEAD_UNIT,
  RISALAH_LETTERHEAD_ADDRESS,
};

/* Of words that stand on each page, in points. */
#define RISALAH_MARKING_SIZE     10.0
#define RISALAH_PAGE_NUMBER_SIZE 9.0
#define RISALAH_RUNNING_RISE     24.0 /* of the running title above the text */

void risalah_block_setting_take         (RisalahBlockSetting     *self,
                                         const RisalahPageDesign *design,
                                         RisalahStoryRole         role,
                                         guint                    level);
void risalah_block_setting_take_letterhead (RisalahBlockSetting  *self,
                                         const RisalahPageDesign *design,
                                         guint                    line);
void risalah_block_setting_take_letter  (RisalahBlockSetting     *self,
                                         const RisalahPageDesign *design);
void risalah_block_setting_take_note    (RisalahBlockSetting     *self,
                                         const RisalahPageDesign *design);
void risalah_block_setting_take_running (RisalahBlockSetting     *self,
                                         const RisalahPageDesign *design);

G_END_DECLS
