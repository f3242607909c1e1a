/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quoting and citing by one key from wherever the focus is: a hit of the search, the reader. */

#include "risalah-source-card.h"
#include "window-fixture.h"

static gboolean
add_mark_cb (RisalahDocument *document,
             const RisalahPosition *at,
             const RisalahMark *mark,
             gpointer data)
{
  if (mark->kind == RISALAH_MARK_QUOTATION || mark->kind == RISALAH_MARK_CITATION)
    g_ptr_array_add (data, (gpointer)mark);
  return TRUE;
}

/* The brief's first quotation or citation, NULL where it has none, or no brief is open yet. */
static const RisalahMark *
find_passage (WindowFixture *fixture)
{
  RisalahBriefDock *dock = fixture->window->dock;
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  if (risalah_brief_dock_get_brief (dock) == NULL)
    return NULL;
  risalah_document_foreach_mark (risalah_editor_get_document (risalah_brief_dock_get_editor (dock)),
                                 add_mark_cb, marks);
  return marks->len > 0 ? marks->pdata[0] : NULL;
}

/* Gives the row of the first source of the list the focus, as arrow keys do. */
static void
focus_first_hit (WindowFixture *fixture)
{
  GtkWidget *card;

  ui_test_frames (GTK_WIDGET (fixture->window), 3);
  card = ui_test_find (GTK_WIDGET (fixture->window->sources), RISALAH_TYPE_SOURCE_CARD);
  g_assert_nonnull (card);
  ui_test_wait_until (risalah_lazy_row_get_id (RISALAH_LAZY_ROW (card)) > 0);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (card)));
}

/* The sentence that matched goes into a brief that begins around it, with its source. */
static void
test_hit (WindowFixture *fixture, gconstpointer data)
{
  const RisalahMark *mark;

  window_fixture_search (fixture, "Surabaya", 1);
  focus_first_hit (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "quote", NULL);
  ui_test_wait_until (find_passage (fixture) != NULL);
  mark = find_passage (fixture);
  g_assert_cmpint (mark->kind, ==, RISALAH_MARK_QUOTATION);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (mark->quotation)->exact, ==,
                   "Three ships of the exercise returned to Surabaya.");
}

/* Cited, the sentence keeps its place and leaves its words behind. */
static void
test_cited_hit (WindowFixture *fixture, gconstpointer data)
{
  const RisalahMark *mark;

  window_fixture_search (fixture, "kelompok kerja", 1);
  focus_first_hit (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "cite", NULL);
  ui_test_wait_until (find_passage (fixture) != NULL);
  mark = find_passage (fixture);
  g_assert_cmpint (mark->kind, ==, RISALAH_MARK_CITATION);
  g_assert_null (mark->citation->quotation_uid);
  g_assert_cmpint (mark->citation->end - mark->citation->start, ==,
                   strlen ("Indonesia dan Pakistan membahas kelompok kerja teknis."));
}

/* Opens the only article that holds @word, and selects @passage of it. */
static void
select_passage (WindowFixture *fixture, const char *word, const char *passage)
{
  GtkTextView *view = risalah_reader_get_view (window_fixture_reader (fixture));
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  window_fixture_search (fixture, word, 1);
  window_fixture_open_first (fixture);
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, passage, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

/* With the focus in the reader it is the reader's selection that is cited. */
static void
test_reader (WindowFixture *fixture, gconstpointer data)
{
  const RisalahMark *mark;

  select_passage (fixture, "Surabaya", "Officials praised");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "cite", NULL);
  ui_test_wait_until (find_passage (fixture) != NULL);
  mark = find_passage (fixture);
  g_assert_cmpint (mark->kind, ==, RISALAH_MARK_CITATION);
  g_assert_cmpint (mark->citation->end - mark->citation->start, ==, strlen ("Officials praised"));
}

/* The mouse let go within a word: the brief gets the whole of it, at both ends. */
static void
test_half_words (WindowFixture *fixture, gconstpointer data)
{
  const RisalahMark *mark;

  select_passage (fixture, "Surabaya", "icials praised the cre");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "quote", NULL);
  ui_test_wait_until (find_passage (fixture) != NULL);
  mark = find_passage (fixture);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (mark->quotation)->exact, ==,
                   "Officials praised the crews");
}

/* What the search found stays in bold when the article is loaded again, as after each quotation. */
static void
test_matches (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);

  select_passage (fixture, "Surabaya", "Officials praised");
  g_assert_cmpuint (risalah_reader_get_open (reader)->matches->len, ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "quote", NULL);
  ui_test_wait_until (risalah_reader_get_open (reader)->quotations->len == 1);
  g_assert_nonnull (risalah_reader_get_open (reader)->matches);
  g_assert_cmpuint (risalah_reader_get_open (reader)->matches->len, ==, 1);
}

/* Where the details take the article's place, what is offered for its selected words goes too. */
static void
test_details (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  GtkWidget *popover
      = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (reader), RISALAH_TYPE_READER,
                                                   "selection_popover"));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  select_passage (fixture, "Surabaya", "Officials praised");
  ui_test_wait_until (gtk_widget_get_visible (popover));
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.details", NULL);
  ui_test_wait_until (!gtk_widget_get_visible (popover));
}

/* A table too wide for columns is shown a cell a line; what is quoted of it is as it is stored. */
static void
test_table (WindowFixture *fixture, gconstpointer data)
{
  const RisalahMark *mark;

  select_passage (fixture, "dermaga", "dua\t\nberangkat dari dermaga");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "quote", NULL);
  ui_test_wait_until (find_passage (fixture) != NULL);
  mark = find_passage (fixture);
  g_assert_cmpint (mark->kind, ==, RISALAH_MARK_QUOTATION);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (mark->quotation)->exact, ==,
                   "dua\tberangkat dari dermaga");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/quoting/" path, WindowFixture, NULL, window_fixture_set_up, function,              \
              window_fixture_tear_down)
  ADD ("hit", test_hit);
  ADD ("cited-hit", test_cited_hit);
  ADD ("reader", test_reader);
  ADD ("half-words", test_half_words);
  ADD ("matches", test_matches);
  ADD ("details", test_details);
  ADD ("table", test_table);
#undef ADD
  return g_test_run ();
}
