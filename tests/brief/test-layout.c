/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages against goldens in text, and the rules that every page keeps, over many stories. */

#include <string.h>

#include "layout-fixture.h"

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
  const char *brief;
  const char *style;
  RisalahDesign design;
  RisalahPaper paper;
} Look;

static const Look looks[] = {
  { "plain-notes.txt", "brief.xhtml", "notes", RISALAH_DESIGN_PLAIN, RISALAH_PAPER_A4 },
  { "institutional-author-date.txt", "brief.xhtml", "author-date", RISALAH_DESIGN_INSTITUTIONAL,
    RISALAH_PAPER_LETTER },
  { "naskah-dinas-f4.txt", "brief.xhtml", "notes", RISALAH_DESIGN_NASKAH_DINAS, RISALAH_PAPER_F4 },
  { "nota-dinas.txt", "nota-dinas.xhtml", "notes", RISALAH_DESIGN_NASKAH_DINAS, RISALAH_PAPER_F4 },
};

static void
test_golden (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (RisalahEdition) edition = fixture_open_brief (look->brief);
  g_autoptr (RisalahLayout) layout = NULL;
  g_autofree char *found = NULL;

  edition->style = risalah_citation_style_find (look->style);
  risalah_page_design_free (edition->design);
  edition->design = risalah_page_design_new (look->design, look->paper);
  edition->design->institution = g_strdup ("KEMENTERIAN CONTOH");
  edition->design->unit = g_strdup ("Badan Rekaan");
  layout = lay_out (edition);
  found = risalah_layout_to_text (layout);
  fixture_assert_golden (look->golden, found);
  g_assert_null (risalah_layout_get_problems (layout));
}

static void
test_rules (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (RisalahLayout) layout = layout_fixture_lay_out (layout_fixture_make_story (seed));

      layout_fixture_check (layout);
    }
}

/* In small steps come the same pages as in one. */
static void
test_steps (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (RisalahLayout) whole
      = risalah_layout_new_for_story (edition, layout_fixture_make_story (5), NULL);
  g_autoptr (RisalahLayout) stepwise
      = risalah_layout_new_for_story (edition, layout_fixture_make_story (5), NULL);
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
