/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories to lay out, and the rules that every page of every story keeps. */

#include "layout-fixture.h"

#define ONE_IN_NOTES 60 /* words of a random story */

/* Words of a story, apart by spaces. */
void
layout_fixture_add_words (GRand *random, RisalahStoryText *text, guint n)
{
  static const char *const words[] = { "kerja",        "sama",       "pertahanan", "negara",
                                       "sepakat",      "mempererat", "pendidikan", "perwira",
                                       "di",           "laut",       "rencana",    "yang",
                                       "keberlanjutan" };

  for (guint i = 0; i < n; i++)
    {
      risalah_story_text_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                                 -1, RISALAH_FACE_PLAIN, -1);
      risalah_story_text_append (text, " ", -1, RISALAH_FACE_PLAIN, -1);
    }
}

/* A note's mark, and the note. */
void
layout_fixture_add_note (GRand *random, RisalahStory *story, RisalahStoryText *text, guint n_words)
{
  RisalahStoryText *note = risalah_story_text_new ();
  gint number;

  layout_fixture_add_words (random, note, n_words);
  number = risalah_story_add_note (story, note);
  risalah_story_text_append (text, "9", -1, RISALAH_FACE_RAISED,
                             risalah_story_add_link (story, "#note", number));
  risalah_story_text_append (text, " ", -1, RISALAH_FACE_PLAIN, -1);
}

static void
add_words_with_notes (GRand *random, RisalahStory *story, RisalahStoryText *text, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      layout_fixture_add_words (random, text, 1);
      if (g_rand_int_range (random, 0, ONE_IN_NOTES) == 0)
        layout_fixture_add_note (random, story, text, g_rand_int_range (random, 4, 160));
    }
}

/* A block with words and no notes. */
RisalahStoryBlock *
layout_fixture_add_block (GRand *random, RisalahStory *story, RisalahStoryRole role, guint n_words)
{
  RisalahStoryBlock *block = risalah_story_add (story, role, 1, "id");

  layout_fixture_add_words (random, block->text, n_words);
  return block;
}

/* A table with a header and, in its cells, up to @most_words words. */
RisalahStoryBlock *
layout_fixture_add_table (GRand *random,
                          RisalahStory *story,
                          guint n_rows,
                          guint n_columns,
                          guint most_words)
{
  RisalahStoryBlock *table = risalah_story_add (story, RISALAH_STORY_TABLE, 0, "id");

  table->n_rows = n_rows;
  table->n_columns = n_columns;
  table->has_header = TRUE;
  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_story_text_free);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      RisalahStoryText *cell = risalah_story_text_new ();

      layout_fixture_add_words (random, cell,
                                i < n_columns ? 1
                                              : (guint)g_rand_int_range (random, 0, most_words));
      g_ptr_array_add (table->cells, cell);
    }
  return table;
}

/* A figure as high as @percent of a page. */
void
layout_fixture_add_figure (RisalahStory *story, guint percent)
{
  static RisalahFigure figures[101];
  RisalahStoryBlock *block = risalah_story_add (story, RISALAH_STORY_FIGURE, 0, "id");

  figures[percent].width = percent;
  block->figure = &figures[percent];
}

/* A story of all kinds of blocks, another for each seed. */
RisalahStory *
layout_fixture_make_story (guint seed)
{
  static const RisalahStoryRole roles[] = { RISALAH_STORY_HEADING,   RISALAH_STORY_QUOTATION,
                                            RISALAH_STORY_BULLET,    RISALAH_STORY_PARAGRAPH,
                                            RISALAH_STORY_PARAGRAPH, RISALAH_STORY_PARAGRAPH,
                                            RISALAH_STORY_PARAGRAPH, RISALAH_STORY_TABLE,
                                            RISALAH_STORY_FIGURE,    RISALAH_STORY_PAGE_BREAK };
  RisalahStory *story = risalah_story_new_empty ("Uji");
  GRand *random = g_rand_new_with_seed (seed);
  guint n = g_rand_int_range (random, 10, 60);

  for (guint i = 0; i < n; i++)
    {
      RisalahStoryRole role = roles[g_rand_int_range (random, 0, G_N_ELEMENTS (roles))];
      RisalahStoryBlock *block;

      if (role == RISALAH_STORY_TABLE)
        {
          block = layout_fixture_add_table (random, story, g_rand_int_range (random, 2, 40),
                                            g_rand_int_range (random, 1, 6), 20);
          block->has_header = g_rand_boolean (random);
          layout_fixture_add_note (random, story, g_ptr_array_index (block->cells, 0), 12);
          continue;
        }
      if (role == RISALAH_STORY_FIGURE)
        {
          layout_fixture_add_figure (story, g_rand_int_range (random, 10, 60));
          continue;
        }
      block = risalah_story_add (story, role, 1, "id");
      block->boxed = role == RISALAH_STORY_PARAGRAPH && i % 7 == 0;
      if (role == RISALAH_STORY_BULLET)
        block->label = g_strdup ("•");
      if (role == RISALAH_STORY_HEADING)
        layout_fixture_add_words (random, block->text, 5);
      else if (role != RISALAH_STORY_PAGE_BREAK)
        add_words_with_notes (random, story, block->text, g_rand_int_range (random, 1, 200));
    }
  g_rand_free (random);
  return story;
}

static void
draw_cb (const RisalahPlate *plate, cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, plate->width, plate->height);
  cairo_stroke (cr);
}

static RisalahPlate *
make_plate_cb (const RisalahFigure *figure, double width, gpointer user_data)
{
  const RisalahEdition *edition = user_data;
  const RisalahPageDesign *design = edition->design;
  RisalahPlate *plate = g_new0 (RisalahPlate, 1);

  plate->width = width;
  plate->height =
      figure->width / 100.0 * (design->height - design->margin_top - design->margin_bottom);
  plate->draw = draw_cb;
  return plate;
}

/* The story without a page, on the plain design. */
RisalahLayout *
layout_fixture_open (RisalahStory *story)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (GError) error = NULL;
  RisalahLayout *layout;

  edition->make_plate = make_plate_cb;
  edition->user_data = edition;
  layout = risalah_layout_new_for_story (edition, story, &error);
  g_assert_no_error (error);
  return layout;
}

/* All pages of the story. */
RisalahLayout *
layout_fixture_lay_out (RisalahStory *story)
{
  RisalahLayout *layout = layout_fixture_open (story);

  g_assert_true (risalah_layout_paginate (layout, -1));
  return layout;
}

static const RisalahSlug *
slug_of (const RisalahLayout *layout, const RisalahPlacedSlug *placed)
{
  return &g_array_index (layout->galley->slugs, RisalahSlug, placed->slug);
}

/* The first page after @page on which there is not only the end of a note. */
static gint
next_with_text (const RisalahLayout *layout, gint page)
{
  const RisalahPage *next;

  do
    next = g_ptr_array_index (layout->pagination->pages, ++page);
  while (next->slugs->len == 0);
  return page;
}

/* Every slug stands once, words and figures each in order; a figure no later than on the page after
 * that of the words or the figure before it. */
static void
check_order (const RisalahLayout *layout)
{
  guint n_slugs = layout->galley->slugs->len;
  g_autofree gint *pages = g_new (gint, n_slugs);
  gint previous[2] = { -1, -1 };
  gint page_before = 0;

  for (guint i = 0; i < n_slugs; i++)
    pages[i] = -1;
  for (guint i = 0; i < layout->pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);

      for (guint k = 0; k < page->slugs->len; k++)
        {
          const RisalahPlacedSlug *placed = &g_array_index (page->slugs, RisalahPlacedSlug, k);
          gboolean plate;

          if (placed->repeated)
            continue;
          g_assert_cmpint (pages[placed->slug], ==, -1);
          pages[placed->slug] = i;
          plate = slug_of (layout, placed)->kind == RISALAH_SLUG_PLATE;
          g_assert_cmpint (placed->slug, >, previous[plate]);
          previous[plate] = placed->slug;
        }
    }
  for (guint i = 0; i < n_slugs; i++)
    {
      RisalahSlugKind kind = g_array_index (layout->galley->slugs, RisalahSlug, i).kind;

      if (kind == RISALAH_SLUG_PAGE_BREAK)
        continue;
      g_assert_cmpint (pages[i], >=, 0);
      if (kind == RISALAH_SLUG_PLATE && pages[i] > page_before)
        g_assert_cmpint (pages[i], ==, next_with_text (layout, page_before));
      page_before = MAX (pages[i], page_before);
    }
}

/* Nothing runs over the foot or into the notes. */
static void
check_heights (const RisalahLayout *layout)
{
  for (guint i = 0; i < layout->pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);
      double floor = page->notes->len > 0 ? g_array_index (page->notes, RisalahPlacedNote, 0).y
                                          : layout->galley->page_height;
      double y = 0;

      for (guint k = 0; k < page->slugs->len; k++)
        {
          const RisalahPlacedSlug *placed = &g_array_index (page->slugs, RisalahPlacedSlug, k);

          g_assert_cmpfloat (placed->y, >=, y - 0.01);
          y = placed->y + slug_of (layout, placed)->height;
        }
      g_assert_cmpfloat (y, <=, floor + 0.01);
      g_assert_cmpfloat (floor, >=, 0);
    }
}

/* Of a paragraph that goes on, two lines stay on the page and two go over. */
static void
check_widows (const RisalahLayout *layout, const RisalahSlug *slug)
{
  const RisalahComposed *composed = g_ptr_array_index (layout->galley->composed, slug->block);

  if (slug->kind != RISALAH_SLUG_LINE || slug->item + 1 == composed->body->n_lines)
    return;
  g_assert_cmpuint (slug->item + 1, >=, 2);
  g_assert_cmpuint (composed->body->n_lines - slug->item - 1, >=, 2);
}

/* A table that goes on on a page has its header again, and nothing else has one. */
static void
check_header (const RisalahLayout *layout, const RisalahPage *page)
{
  for (guint k = 0; k < page->slugs->len; k++)
    {
      const RisalahPlacedSlug *placed = &g_array_index (page->slugs, RisalahPlacedSlug, k);
      const RisalahSlug *slug = slug_of (layout, placed);
      const RisalahPlacedSlug *before = placed - 1;
      guint first = placed->slug;

      if (slug->kind != RISALAH_SLUG_ROW || placed->repeated)
        continue;
      while (first > 0
             && g_array_index (layout->galley->slugs, RisalahSlug, first - 1).block == slug->block)
        first--;
      if (first == placed->slug || (k > 0 && slug_of (layout, before)->block == slug->block))
        continue;
      g_assert_cmpint (g_array_index (layout->galley->slugs, RisalahSlug, first).flags
                           & RISALAH_SLUG_HEADER,
                       ==, 0);
    }
}

/* No widow, no orphan, no heading at the foot. */
static void
check_breaks (const RisalahLayout *layout)
{
  guint n_pages = layout->pagination->pages->len;

  for (guint i = 0; i < n_pages; i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);
      const RisalahSlug *slug;
      const RisalahStoryBlock *block;

      check_header (layout, page);
      if (page->slugs->len == 0 || i + 1 == n_pages)
        continue;
      slug =
          slug_of (layout, &g_array_index (page->slugs, RisalahPlacedSlug, page->slugs->len - 1));
      block = g_ptr_array_index (layout->story->blocks, slug->block);
      check_widows (layout, slug);
      if (block->role == RISALAH_STORY_HEADING && slug->block + 1 < layout->story->blocks->len)
        {
          /* Where a page break was asked for. */
          block = g_ptr_array_index (layout->story->blocks, slug->block + 1);
          g_assert_cmpint (block->role, ==, RISALAH_STORY_PAGE_BREAK);
        }
    }
}

static gboolean
is_marked (const RisalahLayout *layout, const RisalahPage *page, guint note)
{
  for (guint s = 0; s < page->slugs->len; s++)
    {
      const RisalahSlug *slug =
          slug_of (layout, &g_array_index (page->slugs, RisalahPlacedSlug, s));

      if (note >= slug->first_note && note < slug->first_note + slug->n_notes)
        return TRUE;
    }
  return FALSE;
}

/* Each note begins on the page of its mark, and all its lines are printed once, in order. */
static void
check_notes (const RisalahLayout *layout)
{
  const RisalahPagination *pagination = layout->pagination;
  guint next_note = 0, next_line = 0;

  for (guint i = 0; i < pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (pagination->pages, i);

      for (guint k = 0; k < page->notes->len; k++)
        {
          const RisalahPlacedNote *placed = &g_array_index (page->notes, RisalahPlacedNote, k);

          g_assert_cmpuint (placed->note, ==, next_note);
          g_assert_cmpuint (placed->line, ==, next_line);
          g_assert_cmpuint (placed->n_lines, >, 0);
          g_assert_true (placed->line > 0 || is_marked (layout, page, placed->note));
          next_line += placed->n_lines;
          if (next_line == risalah_galley_get_note (layout->galley, placed->note)->n_lines)
            {
              next_note++;
              next_line = 0;
            }
        }
    }
  g_assert_cmpuint (next_note, ==, layout->story->notes->len);
}

/* Word spaces grow only where there are three of them or more; a quotation's do not, and its words
 * are not divided. */
static void
check_lines (const RisalahLayout *layout)
{
  for (guint i = 0; i < layout->galley->composed->len; i++)
    {
      const RisalahComposed *composed = g_ptr_array_index (layout->galley->composed, i);
      const RisalahStoryBlock *block = g_ptr_array_index (layout->story->blocks, i);
      const RisalahParagraph *body = composed->body;

      for (guint k = 0; body != NULL && k < body->n_lines; k++)
        {
          const RisalahLine *line = &body->lines[k];

          g_assert_true (line->space <= 0 || line->n_spaces >= 3);
          if (block->role != RISALAH_STORY_QUOTATION)
            continue;
          g_assert_cmpint (line->space, ==, 0);
          for (guint n = 0; n < line->n_pieces; n++)
            g_assert_cmpuint (body->pieces[line->piece + n].text, !=, G_MAXUINT32);
        }
    }
}

/* No page stands empty. */
static void
check_pages (const RisalahLayout *layout)
{
  for (guint i = 0; i < layout->pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);

      g_assert_cmpuint (page->slugs->len + page->notes->len, >, 0);
    }
}

/* All rules at once. */
void
layout_fixture_check (RisalahLayout *layout)
{
  check_order (layout);
  check_heights (layout);
  check_breaks (layout);
  check_notes (layout);
  check_lines (layout);
  check_pages (layout);
}
