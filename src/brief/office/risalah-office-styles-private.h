/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraph styles of a brief in a word processor, by the names that it knows them by. */
#pragma once

#include "risalah-block-setting-private.h"

G_BEGIN_DECLS

typedef enum
{
  RISALAH_OFFICE_STANDARD,
  RISALAH_OFFICE_BODY,
  RISALAH_OFFICE_INSTITUTION,
  RISALAH_OFFICE_UNIT,
  RISALAH_OFFICE_ADDRESS,
  RISALAH_OFFICE_FORM,
  RISALAH_OFFICE_TITLE,
  RISALAH_OFFICE_SUBTITLE,
  RISALAH_OFFICE_IMPRINT,
  RISALAH_OFFICE_HEADING_1,
  RISALAH_OFFICE_HEADING_2,
  RISALAH_OFFICE_HEADING_3,
  RISALAH_OFFICE_BULLET,
  RISALAH_OFFICE_NUMBERED,
  RISALAH_OFFICE_QUOTATION,
  RISALAH_OFFICE_CAPTION,
  RISALAH_OFFICE_PICTURE,
  RISALAH_OFFICE_PICTURE_CAPTION,
  RISALAH_OFFICE_CELL,
  RISALAH_OFFICE_HEADER_CELL,
  RISALAH_OFFICE_LETTER_LINE,
  RISALAH_OFFICE_ENTRY,
  RISALAH_OFFICE_SOURCE,
  RISALAH_OFFICE_CONTENTS_HEADING,
  RISALAH_OFFICE_CONTENTS_1,
  RISALAH_OFFICE_CONTENTS_2,
  RISALAH_OFFICE_SIGNATURE,
  RISALAH_OFFICE_NOTE,
  RISALAH_OFFICE_HEADER,
  RISALAH_OFFICE_RUNNING_TITLE,
  RISALAH_OFFICE_FOOTER,
  RISALAH_OFFICE_N_STYLES
} RisalahOfficeStyle;

/**
 * RisalahOfficeStyleName:
 * @word: as WordprocessingML knows it, one of its own names where it has one
 * @open: as OpenDocument knows it, likewise
 * @based_on: the style that it takes the rest from
 * @next: the style of a paragraph that is begun after one of it
 * @outline: the rank of a heading, from 1; 0 for what is none
 * @is_ours: whether Word has none of that name
 */
typedef struct
{
  const char *word;
  const char *open;
  RisalahOfficeStyle based_on;
  RisalahOfficeStyle next;
  guint outline;
  gboolean is_ours;
} RisalahOfficeStyleName;

const RisalahOfficeStyleName *
     risalah_office_style_get_name  (RisalahOfficeStyle       style);
char *risalah_office_style_dup_word_id (RisalahOfficeStyle    style);
char *risalah_office_style_dup_open_id (RisalahOfficeStyle    style);
void risalah_office_style_take      (RisalahOfficeStyle       style,
                                     const RisalahPageDesign *design,
                                     RisalahBlockSetting     *setting);
gboolean
     risalah_office_style_is_whole  (RisalahOfficeStyle       style,
                                     const RisalahBlockSetting *setting);
guint risalah_office_style_get_line (const RisalahBlockSetting *setting);
const char *
     risalah_office_get_country     (const char              *language);

char *risalah_office_dup_locale     (const char              *language);

/* How far the levels of a list reach. */
#define RISALAH_OFFICE_LIST_LEVELS 9

/* Greys and red of the pages, in hexadecimal. */
#define RISALAH_OFFICE_TINT  "F4F4F4"
#define RISALAH_OFFICE_BAR   "404040"
#define RISALAH_OFFICE_RULE  "999999"
#define RISALAH_OFFICE_ALERT "C00000"

G_END_DECLS
