/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks in an article: what is marked, the legend and the switch, and what a mark says of
 * itself on hover, by keyboard and to a screen reader. */

#include "window-fixture.h"

static RisalahReader *
open_article (WindowFixture *fixture)
{
  window_fixture_search (fixture, "Pakistan", 1);
  window_fixture_open_first (fixture);
  ui_test_frames (GTK_WIDGET (fixture->window), 2);
  return window_fixture_reader (fixture);
}

static GtkTextTag *
find_tag (RisalahReader *reader, const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (risalah_reader_get_view (reader));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  g_assert_nonnull (tag);
  return tag;
}

/* Where @words first stand in what is shown. */
static void
find_words (RisalahReader *reader, const char *words, GtkTextIter *from)
{
  GtkTextIter to;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (risalah_reader_get_view (reader)),
                                  from);
  g_assert_true (gtk_text_iter_forward_search (from, words, 0, from, &to, NULL));
}

static void
test_kinds (WindowFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *words;
    const char *tag;
  } cases[] = {
    { "Indonesia dan", "mark-country" },
    { "Pakistan", "mark-country" },
    { "28 Juli 2025", "mark-date" },
    { "Maret 2026", "mark-date" },
    { "Kementerian Pertahanan", "mark-organisation" },
    { "Kita mulai", "mark-quotation" },
  };
  RisalahReader *reader = open_article (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkTextIter at;

      g_test_message ("%s", cases[i].words);
      find_words (reader, cases[i].words, &at);
      g_assert_true (gtk_text_iter_has_tag (&at, find_tag (reader, cases[i].tag)));
    }
}

static gboolean
is_painted (RisalahReader *reader, const char *name)
{
  gboolean painted;

  g_object_get (find_tag (reader, name), "background-set", &painted, NULL);
  return painted;
}

/* Is there a tooltip over the first letter of @words? */
static gboolean
has_tooltip (RisalahReader *reader, const char *words)
{
  GtkTextView *view = risalah_reader_get_view (reader);
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  GdkRectangle place;
  GtkTextIter at;
  gboolean shown;

  find_words (reader, words, &at);
  gtk_text_view_get_iter_location (view, &at, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x + 1, place.y + 1,
                                         &place.x, &place.y);
  g_signal_emit_by_name (view, "query-tooltip", place.x, place.y, FALSE, tooltip, &shown);
  return shown;
}

static void
test_switch (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = open_article (fixture);

  g_assert_true (has_tooltip (reader, "Pakistan"));
  g_assert_false (has_tooltip (reader, "membahas"));
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.marks", NULL);
  g_assert_false (is_painted (reader, "mark-country"));
  g_assert_false (is_painted (reader, "mark-date"));
  g_assert_false (has_tooltip (reader, "Pakistan"));
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.marks", NULL);
  g_assert_true (is_painted (reader, "mark-country"));
  g_assert_true (has_tooltip (reader, "Pakistan"));
}

static void
count_labels (GtkWidget *widget, const char *const *labels, guint *n_found)
{
  for (; widget != NULL; widget = gtk_widget_get_next_sibling (widget))
    {
      if (GTK_IS_LABEL (widget)
          && g_strv_contains (labels, gtk_label_get_text (GTK_LABEL (widget))))
        (*n_found)++;
      count_labels (gtk_widget_get_first_child (widget), labels, n_found);
    }
}

static void
test_legend (WindowFixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Dates", "Countries", "Organisations", "Speech", NULL };
  RisalahReader *reader = open_article (fixture);
  GtkMenuButton *button =
      GTK_MENU_BUTTON (ui_test_find (GTK_WIDGET (reader), GTK_TYPE_MENU_BUTTON));
  guint n_found = 0;

  gtk_menu_button_popup (button);
  count_labels (GTK_WIDGET (gtk_menu_button_get_popover (button)), labels, &n_found);
  gtk_menu_button_popdown (button);
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (labels) - 1);
}

static void
assert_explained (RisalahReader *reader, const char *words, const char *explanation)
{
  GtkTextView *view = risalah_reader_get_view (reader);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkLabel *label = GTK_LABEL (
      gtk_widget_get_template_child (GTK_WIDGET (reader), RISALAH_TYPE_READER, "mark_label"));
  GtkTextIter at, cursor;

  find_words (reader, words, &at);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, gtk_text_iter_get_offset (&at));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       explanation);
  g_assert_cmpstr (gtk_label_get_text (label), ==, explanation);
  g_assert_true (
      gtk_widget_get_visible (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_POPOVER)));
}

/* Alt+Down and Alt+Up: the cursor goes from mark to mark, and each is explained. */
static void
test_keyboard (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = open_article (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (risalah_reader_get_view (reader));
  GtkTextIter at;

  find_words (reader, "digelar", &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.next-mark", NULL);
  assert_explained (reader, "28 Juli 2025", "Date: 28 July 2025");
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.next-mark", NULL);
  assert_explained (reader, "Indonesia dan", "Country: Indonesia");
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.next-mark", NULL);
  assert_explained (reader, "Pakistan", "Country: Pakistan");
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.previous-mark", NULL);
  assert_explained (reader, "Indonesia dan", "Country: Indonesia");

  /* Nothing is explained where the cursor is on no mark. */
  gtk_text_buffer_place_cursor (buffer, &at);
  g_assert_false (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (risalah_reader_get_view (reader)),
                                        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* A name of several words is kept as one key; the filter calls it as the article does. */
static void
test_filter (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *unknown
      = risalah_names_facet (fixture->window->names, RISALAH_FIELD_TOPIC, "PT_Dirgantara_Contoh");
  g_autofree char *known
      = risalah_names_facet (fixture->window->names, RISALAH_FIELD_TOPIC, "ASEAN");

  g_assert_cmpstr (unknown, ==, "PT Dirgantara Contoh");
  g_assert_cmpstr (known, ==, "ASEAN");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/reader-marks/" path, WindowFixture, NULL, window_fixture_set_up, function,         \
              window_fixture_tear_down)
  ADD ("kinds", test_kinds);
  ADD ("switch", test_switch);
  ADD ("legend", test_legend);
  ADD ("keyboard", test_keyboard);
  ADD ("filter", test_filter);
  return g_test_run ();
}
