/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages against goldens in text, and the rules that every page keeps, over many stories. */

#include <string.h>

#include "brief-fixture.h"
#include "risalah-layout-private.h"

/* RISALAH_UPDATE_GOLDENS=1 writes them anew; look at the difference before committing it. */
static void
assert_golden (const char *name, const char *found)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "layout", name, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("RISALAH_UPDATE_GOLDENS") != NULL)
    g_file_set_contents (path, found, -1, NULL);
  g_file_get_contents (path, &expected, NULL, NULL);
  g_assert_cmpstr (found, ==, expected);
}

static RisalahLayout *
lay_out (RisalahEdition *edition)
{
  g_autoptr (GError) error = NULL;
  RisalahLayout *layout = risalah_layout_new (edition, &error);

  g_assert_no_error (error);
  g_assert_true (risalah_layout_paginate (layout, -1));
  return layout;
}

typedef struct
{
  const char *golden;
  const char *style;
  RisalahDesign design;
  RisalahPaper paper;
} Look;

static const Look looks[] = {
  { "plain-notes.txt", "notes", RISALAH_DESIGN_PLAIN, RISALAH_PAPER_A4 },
  { "institutional-author-date.txt", "author-date", RISALAH_DESIGN_INSTITUTIONAL,
    RISALAH_PAPER_LETTER },
  { "naskah-dinas-f4.txt", "notes", RISALAH_DESIGN_NASKAH_DINAS, RISALAH_PAPER_F4 },
};

static void
test_golden (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (RisalahLayout) layout = NULL;
  g_autofree char *found = NULL;

  edition->style = risalah_citation_style_find (look->style);
  risalah_page_design_free (edition->design);
  edition->design = risalah_page_design_new (look->design, look->paper);
  edition->design->institution = g_strdup ("KEMENTERIAN CONTOH");
  edition->design->unit = g_strdup ("Badan Rekaan");
  layout = lay_out (edition);
  found = risalah_layout_to_text (layout);
  assert_golden (look->golden, found);
  g_assert_null (risalah_layout_get_problems (layout));
}

/* With notes where there is a story to hold them; notes have none of their own. */
static void
add_words (GRand *random, RisalahStory *story, RisalahStoryText *text, guint n)
{
  static const char *const words[]
      = { "kerja",   "sama", "pertahanan", "negara",  "sepakat", "mempererat",   "pendidikan",
          "perwira", "di",   "laut",       "rencana", "yang",    "keberlanjutan" };

  for (guint i = 0; i < n; i++)
    {
      risalah_story_text_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                                 -1, RISALAH_FACE_PLAIN, -1);
      if (story != NULL && g_rand_int_range (random, 0, 60) == 0)
        {
          RisalahStoryText *note = risalah_story_text_new ();
          gint number;

          add_words (random, NULL, note, g_rand_int_range (random, 4, 160));
          number = risalah_story_add_note (story, note);
          risalah_story_text_append (text, "9", -1, RISALAH_FACE_RAISED,
                                     risalah_story_add_link (story, "#note", number));
        }
      risalah_story_text_append (text, " ", -1, RISALAH_FACE_PLAIN, -1);
    }
}

static void
add_table (GRand *random, RisalahStory *story)
{
  RisalahStoryBlock *table = risalah_story_add (story, RISALAH_STORY_TABLE, 0, "id");

  table->n_rows = g_rand_int_range (random, 2, 40);
  table->n_columns = g_rand_int_range (random, 1, 6);
  table->has_header = g_rand_boolean (random);
  table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) risalah_story_text_free);
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      RisalahStoryText *cell = risalah_story_text_new ();

      add_words (random, story, cell, g_rand_int_range (random, 0, 20));
      g_ptr_array_add (table->cells, cell);
    }
}

static RisalahStory *
make_story (guint seed)
{
  RisalahStory *story = risalah_story_new_empty ("Uji");
  GRand *random = g_rand_new_with_seed (seed);
  guint n = g_rand_int_range (random, 10, 60);

  for (guint i = 0; i < n; i++)
    {
      gint kind = g_rand_int_range (random, 0, 12);
      RisalahStoryBlock *block;

      if (kind == 0)
        {
          add_table (random, story);
          continue;
        }
      block = risalah_story_add (story,
                                 kind == 1   ? RISALAH_STORY_HEADING
                                 : kind == 2 ? RISALAH_STORY_QUOTATION
                                 : kind == 3 ? RISALAH_STORY_BULLET
                                             : RISALAH_STORY_PARAGRAPH,
                                 1, "id");
      block->boxed = kind == 4;
      if (kind == 3)
        block->label = g_strdup ("•");
      add_words (random, story, block->text,
                 kind == 1 ? 5 : g_rand_int_range (random, 1, 200));
    }
  g_rand_free (random);
  return story;
}

/* Blocks end to end, each line once, in order. */
static void
check_order (const RisalahLayout *layout)
{
  const RisalahPagination *pagination = layout->pagination;
  guint next = 0;

  for (guint i = 0; i < pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (pagination->pages, i);

      for (guint k = 0; k < page->slugs->len; k++)
        {
          const RisalahPlacedSlug *placed = &g_array_index (page->slugs, RisalahPlacedSlug, k);

          if (!placed->repeated)
            g_assert_cmpuint (placed->slug, ==, next++);
        }
    }
  g_assert_cmpuint (next, ==, layout->galley->slugs->len);
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
          const RisalahSlug *slug
              = &g_array_index (layout->galley->slugs, RisalahSlug, placed->slug);

          g_assert_cmpfloat (placed->y, >=, y - 0.01);
          y = placed->y + slug->height;
        }
      g_assert_cmpfloat (y, <=, floor + 0.01);
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

/* No widow, no orphan, no heading at the foot; a table that goes on has its header again. */
static void
check_breaks (const RisalahLayout *layout)
{
  for (guint i = 0; i + 1 < layout->pagination->pages->len; i++)
    {
      const RisalahPage *page = g_ptr_array_index (layout->pagination->pages, i);
      const RisalahPage *after = g_ptr_array_index (layout->pagination->pages, i + 1);
      const RisalahPlacedSlug *last, *first;
      const RisalahSlug *slug, *next;

      if (page->slugs->len == 0 || after->slugs->len == 0)
        continue;
      last = &g_array_index (page->slugs, RisalahPlacedSlug, page->slugs->len - 1);
      first = &g_array_index (after->slugs, RisalahPlacedSlug, 0);
      slug = &g_array_index (layout->galley->slugs, RisalahSlug, last->slug);
      check_widows (layout, slug);
      g_assert_cmpint (((RisalahStoryBlock *) g_ptr_array_index (layout->story->blocks, slug->block))
                           ->role,
                       !=, RISALAH_STORY_HEADING);
      if (slug->kind != RISALAH_SLUG_ROW || (slug->flags & RISALAH_SLUG_LAST) != 0)
        continue;
      next = &g_array_index (layout->galley->slugs, RisalahSlug, first->slug);
      g_assert_true (first->repeated
                     == ((g_array_index (layout->galley->slugs, RisalahSlug,
                                         next->block == slug->block ? first->slug : 0)
                              .flags
                          & RISALAH_SLUG_HEADER)
                         != 0));
    }
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
          const RisalahParagraph *note
              = risalah_galley_get_note (layout->galley, placed->note);
          gboolean marked = placed->line > 0;

          g_assert_cmpuint (placed->note, ==, next_note);
          g_assert_cmpuint (placed->line, ==, next_line);
          for (guint s = 0; s < page->slugs->len && !marked; s++)
            {
              const RisalahSlug *slug = &g_array_index (
                  layout->galley->slugs, RisalahSlug,
                  g_array_index (page->slugs, RisalahPlacedSlug, s).slug);

              marked = placed->note >= slug->first_note
                       && placed->note < slug->first_note + slug->n_notes;
            }
          g_assert_true (marked);
          next_line += placed->n_lines;
          if (next_line == note->n_lines)
            {
              next_note++;
              next_line = 0;
            }
        }
    }
  g_assert_cmpuint (next_note, ==, layout->story->notes->len);
}

static void
test_rules (void)
{
  for (guint seed = 1; seed <= 15; seed++)
    {
      g_autoptr (RisalahEdition) edition = fixture_open_edition ();
      g_autoptr (GError) error = NULL;
      g_autoptr (RisalahLayout) layout
          = risalah_layout_new_for_story (edition, make_story (seed), &error);

      g_assert_no_error (error);
      risalah_layout_paginate (layout, -1);
      check_order (layout);
      check_heights (layout);
      check_breaks (layout);
      check_notes (layout);
    }
}

/* In small steps come the same pages as in one. */
static void
test_steps (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (RisalahLayout) whole
      = risalah_layout_new_for_story (edition, make_story (5), NULL);
  g_autoptr (RisalahLayout) stepwise
      = risalah_layout_new_for_story (edition, make_story (5), NULL);
  g_autofree char *expected = NULL, *found = NULL;
  guint steps = 0;

  risalah_layout_paginate (whole, -1);
  while (!risalah_layout_paginate (stepwise, 0))
    steps++;
  expected = risalah_layout_to_text (whole);
  found = risalah_layout_to_text (stepwise);
  g_assert_cmpuint (steps, >, 1);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpfloat (risalah_layout_get_progress (stepwise), ==, 1);
}

/* More than four pages have a table of contents after the imprint, with the right numbers. */
static void
test_contents (void)
{
  g_autoptr (GString) xhtml = g_string_new (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1>");
  g_autoptr (RisalahEdition) edition = NULL;
  g_autoptr (RisalahLayout) layout = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < 60; i++)
    {
      if (i % 10 == 0)
        g_string_append_printf (xhtml, "<h2>Bagian %u</h2>", i / 10 + 1);
      g_string_append (xhtml, "<p>");
      for (guint k = 0; k < 60; k++)
        g_string_append (xhtml, "pertahanan ");
      g_string_append (xhtml, "</p>");
    }
  g_string_append (xhtml, "</body></html>");
  edition = fixture_new_edition (xhtml->str);
  layout = lay_out (edition);
  g_assert_cmpuint (risalah_layout_get_n_pages (layout), >, 4);
  for (guint i = 0; i < layout->story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (layout->story->blocks, i);
      const RisalahStoryBlock *heading;

      if (block->role != RISALAH_STORY_CONTENTS)
        continue;
      heading = g_ptr_array_index (layout->story->blocks, block->heading);
      g_assert_cmpint (heading->role, ==, RISALAH_STORY_HEADING);
      g_assert_cmpstr (heading->text->text->str, ==, block->text->text->str);
      g_assert_cmpint (risalah_pagination_find (layout->pagination, block->heading), >=, 0);
      n_lines++;
    }
  g_assert_cmpuint (n_lines, ==, 6);
}

/* One word of 5,000 letters stays within the lines and keeps every letter. */
static void
test_endless_word (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  RisalahStory *story = risalah_story_new_empty ("Uji");
  RisalahStoryBlock *block = risalah_story_add (story, RISALAH_STORY_PARAGRAPH, 0, "id");
  g_autofree char *word = g_strnfill (5000, 'm');
  g_autoptr (RisalahLayout) layout = NULL;
  const RisalahComposed *composed;
  guint n = 0;

  risalah_story_text_append (block->text, word, -1, RISALAH_FACE_PLAIN, -1);
  layout = risalah_layout_new_for_story (edition, story, NULL);
  risalah_layout_paginate (layout, -1);
  composed = g_ptr_array_index (layout->galley->composed, 0);
  for (guint i = 0; i < composed->body->n_lines; i++)
    {
      const RisalahLine *line = &composed->body->lines[i];

      g_assert_cmpfloat (line->width, <=, layout->galley->width * PANGO_SCALE + 1);
      n += line->end - line->start;
    }
  g_assert_cmpuint (n, ==, 5000);
}

static void
test_missing_characters (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  RisalahStory *story = risalah_story_new_empty ("Uji");
  RisalahStoryBlock *block = risalah_story_add (story, RISALAH_STORY_PARAGRAPH, 0, "id");
  g_autoptr (RisalahLayout) layout = NULL;
  g_auto (GStrv) problems = NULL;

  risalah_story_text_append (block->text, "Aksara ꦗꦮ dan 漢.", -1, RISALAH_FACE_PLAIN, -1);
  layout = risalah_layout_new_for_story (edition, story, NULL);
  risalah_layout_paginate (layout, -1);
  problems = risalah_layout_get_problems (layout);
  g_assert_nonnull (problems);
  g_assert_nonnull (strstr (problems[0], "漢"));
  g_assert_nonnull (strstr (problems[0], "ꦗ"));
  g_assert_null (problems[1]);
}

static void
test_no_fonts (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (GError) error = NULL;

  g_free (edition->font_dir);
  edition->font_dir = g_strdup ("/nonexistent");
  g_assert_null (risalah_layout_new (edition, &error));
  g_assert_nonnull (strstr (error->message, "/nonexistent"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/golden/%s", looks[i].golden);

      g_test_add_data_func (path, &looks[i], test_golden);
    }
  g_test_add_func ("/layout/rules", test_rules);
  g_test_add_func ("/layout/steps", test_steps);
  g_test_add_func ("/layout/contents", test_contents);
  g_test_add_func ("/layout/endless-word", test_endless_word);
  g_test_add_func ("/layout/missing-characters", test_missing_characters);
  g_test_add_func ("/layout/no-fonts", test_no_fonts);
  return g_test_run ();
}
