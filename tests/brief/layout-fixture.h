/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories to lay out, and the rules that every page of every story keeps. */
#pragma once

#include "brief-fixture.h"
#include "risalah-layout-private.h"

void               layout_fixture_add_words  (GRand            *random,
                                              RisalahStoryText *text,
                                              guint             n);
void               layout_fixture_add_note   (GRand            *random,
                                              RisalahStory     *story,
                                              RisalahStoryText *text,
                                              guint             n_words);
RisalahStoryBlock *layout_fixture_add_block  (GRand            *random,
                                              RisalahStory     *story,
                                              RisalahStoryRole  role,
                                              guint             n_words);
RisalahStoryBlock *layout_fixture_add_table  (GRand            *random,
                                              RisalahStory     *story,
                                              guint             n_rows,
                                              guint             n_columns,
                                              guint             most_words);
void               layout_fixture_add_figure (RisalahStory     *story,
                                              guint             percent);
RisalahStory      *layout_fixture_make_story (guint             seed);
RisalahLayout     *layout_fixture_open       (RisalahStory     *story);
RisalahLayout     *layout_fixture_lay_out    (RisalahStory     *story);
void               layout_fixture_check      (RisalahLayout    *layout);
