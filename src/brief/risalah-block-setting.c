/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of roles, and what a page design makes of it. */

#include "risalah-block-setting-private.h"

#define QUOTATION_INDENT 20.0
#define ENTRY_HANG       18.0
#define CONTENTS_NUMBER  36.0
#define SIGNATURE        0.52 /* of the width stands left of it */
#define SMALL            0.82
#define SMALL_LEADING    1.25
#define RUNNING_LEADING  1.2
#define OFFICIAL_TITLE   1.17

/* Sizes are parts of the text's size, spaces parts of its leading. */
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
  [RISALAH_STORY_FIGURE] = { 0.87, 1.3, 0.7, 0.9, L, FALSE, FALSE, TRUE, FALSE, FALSE },
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
take_heading (RisalahBlockSetting *self, const RisalahPageDesign *design, guint level)
{
  guint at = CLAMP (level, 1, G_N_ELEMENTS (heading_levels)) - 1;
  gboolean official = design->design == RISALAH_DESIGN_NASKAH_DINAS;

  self->size = heading_levels[at].size * design->text_size;
  self->before = heading_levels[at].before * design->text_size * design->line_height;
  self->bold = heading_levels[at].bold;
  self->italic = heading_levels[at].italic || (official && at > 0);
}

/* The official page knows two sizes, and centres what stands at its head. */
static void
make_official (RisalahBlockSetting *self, const RisalahPageDesign *design, RisalahStoryRole role)
{
  if (self->size > design->text_size)
    self->size = design->text_size * (role == RISALAH_STORY_TITLE ? OFFICIAL_TITLE : 1);
  if (role >= RISALAH_STORY_FORM && role <= RISALAH_STORY_SUBTITLE)
    self->alignment = RISALAH_ALIGNMENT_CENTRED;
  self->bold |= role == RISALAH_STORY_FORM;
}

static void
take_indents (RisalahBlockSetting *self,
              const RisalahPageDesign *design,
              RisalahStoryRole role,
              double level)
{
  if (role == RISALAH_STORY_QUOTATION || role == RISALAH_STORY_SOURCE)
    self->left = self->right = QUOTATION_INDENT;
  else if (role == RISALAH_STORY_ENTRY)
    {
      self->left = ENTRY_HANG;
      self->first_indent = -ENTRY_HANG;
    }
  else if (role == RISALAH_STORY_SIGNATURE)
    self->left = (design->width - design->margin_left - design->margin_right) * SIGNATURE;
  else if (role == RISALAH_STORY_CONTENTS)
    {
      self->left = (level - 1) * RISALAH_LIST_INDENT;
      self->right = CONTENTS_NUMBER;
    }
  else if (role == RISALAH_STORY_BULLET || role == RISALAH_STORY_NUMBERED)
    self->left = level * RISALAH_LIST_INDENT;
}

/*
 * Fills in how a block of this role, and of this level where it is a heading or a list item, is
 * set in @design.
 */
void
risalah_block_setting_take (RisalahBlockSetting *self,
                            const RisalahPageDesign *design,
                            RisalahStoryRole role,
                            guint level)
{
  const RoleStyle *style = &role_styles[role];

  *self = (RisalahBlockSetting){ 0 };
  self->family = style->heading_face ? design->heading_family : design->text_family;
  self->size = design->text_size * style->size;
  self->before = style->before * design->text_size * design->line_height;
  self->after = style->after * design->text_size * design->line_height;
  self->alignment = style->alignment;
  self->bold = style->bold;
  self->italic = style->italic;
  self->hyphenate = style->hyphenate;
  self->sticky = style->sticky;
  if (self->alignment == RISALAH_ALIGNMENT_JUSTIFIED && !design->justified)
    self->alignment = RISALAH_ALIGNMENT_LEFT;
  if (role == RISALAH_STORY_HEADING)
    take_heading (self, design, level);
  if (design->design == RISALAH_DESIGN_NASKAH_DINAS)
    make_official (self, design, role);
  self->leading = self->size * (style->leading > 0 ? style->leading : design->line_height);
  take_indents (self, design, role, MAX (level, 1));
}

/*
 * A line of the letterhead.
 */
void
risalah_block_setting_take_letterhead (RisalahBlockSetting *self,
                                       const RisalahPageDesign *design,
                                       guint line)
{
  static const double sizes[] = { 13, 11.5, 8.5 };

  *self = (RisalahBlockSetting){ 0 };
  self->family = design->heading_family;
  self->size = sizes[line];
  self->leading = self->size * SMALL_LEADING;
  self->alignment = RISALAH_ALIGNMENT_CENTRED;
  self->bold = line != RISALAH_LETTERHEAD_ADDRESS;
}

/*
 * A letter's block is a table that is set as large as the text.
 */
void
risalah_block_setting_take_letter (RisalahBlockSetting *self, const RisalahPageDesign *design)
{
  risalah_block_setting_take (self, design, RISALAH_STORY_TABLE, 0);
  self->leading *= design->text_size / self->size;
  self->size = design->text_size;
}

/*
 * Notes at the foot of a page.
 */
void
risalah_block_setting_take_note (RisalahBlockSetting *self, const RisalahPageDesign *design)
{
  *self = (RisalahBlockSetting){ 0 };
  self->family = design->text_family;
  self->size = design->text_size * SMALL;
  self->leading = self->size * SMALL_LEADING;
  self->alignment = RISALAH_ALIGNMENT_LEFT;
}

/*
 * The title at the head of the pages from the second on.
 */
void
risalah_block_setting_take_running (RisalahBlockSetting *self, const RisalahPageDesign *design)
{
  risalah_block_setting_take_note (self, design);
  self->leading = self->size * RUNNING_LEADING;
  self->italic = TRUE;
}
