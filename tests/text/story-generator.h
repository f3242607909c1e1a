/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented articles in any number, for tests of reprints: ordinary ones, and series whose members
 * share a frame. The same number gives the same article. */
#pragma once

#include <glib.h>

/* The kinds of articles that story_generator_article() writes. */
typedef enum
{
  STORY_ORDINARY,
  STORY_WEEKLY_BRIEFING, /* a frame of whole sentences, with figures and names put into some */
  STORY_SAME_AGENDA,     /* one visit like the other: only names, places and dates differ */
  STORY_FIXED_PARTS,     /* whole paragraphs are always the same, the others quite different */
} StoryKind;

GPtrArray *story_generator_article (guint     number,
                                    StoryKind kind,
                                    guint     series);
char      *story_generator_join    (GPtrArray *sentences,
                                    GRand     *random,
                                    double     leave_out);
