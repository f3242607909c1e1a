/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that nobody would write and somebody will: each is laid out by the rules of every
 * page. */

#include <string.h>

#include "layout-fixture.h"

#define WORDS_A_PAGE 520 /* of a note, at least */

typedef struct
{
  RisalahStory *story;
  GRand *random;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = risalah_story_new_empty ("Uji");
  fixture->random = g_rand_new_with_seed (3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_rand_free (fixture->random);
}

static RisalahStoryBlock *
add (Fixture *fixture, RisalahStoryRole role, guint n_words)
{
  return layout_fixture_add_block (fixture->random, fixture->story, role, n_words);
}

static void
add_note (Fixture *fixture, RisalahStoryText *text, guint n_words)
{
  layout_fixture_add_note (fixture->random, fixture->story, text, n_words);
}

static RisalahLayout *
lay_out (Fixture *fixture)
{
  RisalahLayout *layout = layout_fixture_lay_out (fixture->story);

  layout_fixture_check (layout);
  return layout;
}

/* A note of three pages, in the first line of its paragraph, in a later one, and in a paragraph of
 * one line; other notes follow it. */
static void
test_long_note (Fixture *fixture, gconstpointer data)
{
  guint n_before = GPOINTER_TO_UINT (data);
  g_autoptr (RisalahLayout) layout = NULL;
  RisalahStoryBlock *block;

  for (guint i = 0; i < 5; i++)
    add (fixture, RISALAH_STORY_PARAGRAPH, 60);
  block = add (fixture, RISALAH_STORY_PARAGRAPH, n_before);
  add_note (fixture, block->text, 3 * WORDS_A_PAGE);
  layout_fixture_add_words (fixture->random, block->text, n_before * 4);
  for (guint i = 0; i < 20; i++)
    {
      block = add (fixture, RISALAH_STORY_PARAGRAPH, 30);
      add_note (fixture, block->text, 20);
    }
  layout = lay_out (fixture);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), >=, 4);
}

/* Two long notes whose marks cannot be parted: the second begins when the first has ended, and
 * no line of either is lost. */
static void
test_two_long_notes (Fixture *fixture, gconstpointer data)
{
  RisalahStoryBlock *block = add (fixture, RISALAH_STORY_PARAGRAPH, 3);
  g_autoptr (RisalahLayout) layout = NULL;
  guint n_lines = 0, n_printed = 0;

  add_note (fixture, block->text, 2 * WORDS_A_PAGE);
  add_note (fixture, block->text, 2 * WORDS_A_PAGE);
  layout_fixture_add_words (fixture->random, block->text, 200);
  layout = layout_fixture_lay_out (fixture->story);
  for (guint i = 0; i < 2; i++)
    n_lines += risalah_galley_get_note (layout->galley, i)->n_lines;
  for (guint i = 0; i < risalah_layout_get_n_pages (layout); i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);

      for (guint k = 0; k < page->notes->len; k++)
        n_printed += g_array_index (page->notes, RisalahPlacedNote, k).n_lines;
    }
  g_assert_cmpuint (n_printed, ==, n_lines);
}

/* A note after every second word. */
static void
test_notes_everywhere (Fixture *fixture, gconstpointer data)
{
  RisalahStoryBlock *block = add (fixture, RISALAH_STORY_PARAGRAPH, 2);
  g_autoptr (RisalahLayout) layout = NULL;

  for (guint i = 0; i < 300; i++)
    {
      add_note (fixture, block->text, 1 + i % 30);
      layout_fixture_add_words (fixture->random, block->text, 2);
    }
  layout = lay_out (fixture);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), >, 5);
}

/* A table of 2,000 rows shows its first page before the last row is set. */
static void
test_long_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahLayout) layout = NULL;
  guint n_repeated = 0;

  layout_fixture_add_table (fixture->random, fixture->story, 2001, 4, 9);
  layout = layout_fixture_open (fixture->story);
  g_assert_false (risalah_layout_paginate (layout, 0));
  g_assert_cmpuint (layout->galley->slugs->len, <, 200);
  g_assert_true (risalah_layout_paginate (layout, -1));
  layout_fixture_check (layout);
  g_assert_cmpuint (layout->galley->slugs->len, ==, 2001);
  for (guint i = 0; i < risalah_layout_get_n_pages (layout); i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);

      n_repeated += g_array_index (page->slugs, RisalahPlacedSlug, 0).repeated;
    }
  g_assert_cmpuint (n_repeated, ==, risalah_layout_get_n_pages (layout) - 1);
}

/* Rows taller than a page, with notes in all their columns, and a header that is nearly as tall. */
static void
test_tall_rows (Fixture *fixture, gconstpointer data)
{
  RisalahStoryBlock *table = layout_fixture_add_table (fixture->random, fixture->story, 4, 3, 900);
  g_autoptr (RisalahLayout) layout = NULL;

  layout_fixture_add_words (fixture->random, g_ptr_array_index (table->cells, 1),
                            GPOINTER_TO_UINT (data));
  for (guint cell = 3; cell < 9; cell++)
    for (guint i = 0; i < 3; i++)
      {
        add_note (fixture, g_ptr_array_index (table->cells, cell), 10);
        layout_fixture_add_words (fixture->random, g_ptr_array_index (table->cells, cell), 150);
      }
  layout = layout_fixture_lay_out (fixture->story);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), >, 4);
}

/* A heading wherever on the page it comes to stand, with a paragraph, a list, a table or a figure
 * after it. */
static void
test_heading_at_foot (Fixture *fixture, gconstpointer data)
{
  static const RisalahStoryRole after[] = { RISALAH_STORY_PARAGRAPH, RISALAH_STORY_BULLET,
                                            RISALAH_STORY_QUOTATION, RISALAH_STORY_HEADING };
  g_autoptr (RisalahLayout) layout = NULL;

  for (guint i = 0; i < 240; i++)
    {
      add (fixture, RISALAH_STORY_PARAGRAPH, 10 + i % 67);
      add (fixture, RISALAH_STORY_HEADING, 1 + i % 30);
      if (i % 11 == 0)
        layout_fixture_add_table (fixture->random, fixture->story, 5, 3, 9);
      else if (i % 13 == 0)
        layout_fixture_add_figure (fixture->story, 25);
      else
        add (fixture, after[i % G_N_ELEMENTS (after)], 25);
    }
  layout = lay_out (fixture);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), >, 30);
}

static void
test_long_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahLayout) layout = NULL;

  for (guint i = 0; i < 500; i++)
    {
      RisalahStoryBlock *item = add (fixture, RISALAH_STORY_NUMBERED, 1 + i % 40);

      item->level = 1 + i % 3;
      item->label = g_strdup_printf ("%u.", i + 1);
      item->boxed = i > 100 && i < 250;
    }
  layout = lay_out (fixture);
  g_assert_cmpuint (layout->galley->composed->len, >=, 500);
}

/* Figures of all heights, one after the other or with words between them. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  guint n_words = GPOINTER_TO_UINT (data);
  g_autoptr (RisalahLayout) layout = NULL;

  add (fixture, RISALAH_STORY_PARAGRAPH, 90);
  for (guint i = 0; i < 40; i++)
    {
      layout_fixture_add_figure (fixture->story, 5 + i * 37 % 75);
      if (n_words > 0)
        add (fixture, RISALAH_STORY_PARAGRAPH, n_words);
    }
  layout = lay_out (fixture);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), >, 15);
}

/* Four hundred headings and nothing else cannot be kept together; they are all printed. */
static void
test_headings_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahLayout) layout = NULL;
  guint n_slugs = 0;

  for (guint i = 0; i < 400; i++)
    add (fixture, RISALAH_STORY_HEADING, 2);
  layout = layout_fixture_lay_out (fixture->story);
  for (guint i = 0; i < risalah_layout_get_n_pages (layout); i++)
    n_slugs += ((RisalahPage *)g_ptr_array_index (layout->pagination->pages, i))->slugs->len;
  g_assert_cmpuint (n_slugs, ==, layout->galley->slugs->len);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), <, 40);
}

/* Page breaks first, last and one after the other give no empty pages. */
static void
test_page_breaks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahLayout) layout = NULL;

  for (guint i = 0; i < 3; i++)
    {
      add (fixture, RISALAH_STORY_PAGE_BREAK, 0);
      add (fixture, RISALAH_STORY_PAGE_BREAK, 0);
      add (fixture, RISALAH_STORY_PARAGRAPH, 20);
    }
  add (fixture, RISALAH_STORY_PAGE_BREAK, 0);
  layout = lay_out (fixture);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), ==, 3);
}

#define ADD(name, argument, func)                                                                  \
  g_test_add ("/layout/extremes/" name, Fixture, GUINT_TO_POINTER (argument), set_up, func,        \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("long-note/first-line", 2, test_long_note);
  ADD ("long-note/later-line", 40, test_long_note);
  ADD ("long-note/only-line", 0, test_long_note);
  ADD ("two-long-notes", 0, test_two_long_notes);
  ADD ("notes-everywhere", 0, test_notes_everywhere);
  ADD ("long-table", 0, test_long_table);
  ADD ("tall-rows/short-header", 1, test_tall_rows);
  ADD ("tall-rows/tall-header", 400, test_tall_rows);
  ADD ("heading-at-foot", 0, test_heading_at_foot);
  ADD ("long-list", 0, test_long_list);
  ADD ("figures/one-after-the-other", 0, test_figures);
  ADD ("figures/with-words-between", 30, test_figures);
  ADD ("headings-alone", 0, test_headings_alone);
  ADD ("page-breaks", 0, test_page_breaks);
  return g_test_run ();
}
