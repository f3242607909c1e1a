/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A publication date corrected in the details: the marks follow, and the analyst is told. */

#include "risalah-mentions.h"
#include "window-fixture.h"

/* The first widget of @type under @widget whose title or text begins with @words. */
static GtkWidget *
find_titled (GtkWidget *widget, GType type, const char *property, const char *words)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, property, &text, NULL);
      if (text != NULL && g_str_has_prefix (text, words))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, type, property, words);
  return found;
}

/* The value of the date at @words. */
static const char *
date_of (RisalahReader *reader, const char *words)
{
  const RisalahOpenSource *open = risalah_reader_get_open (reader);
  const char *at = strstr (open->text->text, words);
  gint64 start = g_utf8_pointer_to_offset (open->text->text, at);

  for (guint i = 0; i < open->mentions->len; i++)
    {
      const RisalahMention *mention = &g_array_index (open->mentions, RisalahMention, i);

      if (mention->kind == RISALAH_MENTION_DATE && mention->start <= start && start < mention->end)
        return mention->key;
    }
  return "";
}

static void
test_correct_date (WindowFixture *fixture, gconstpointer data)
{
  RisalahReader *reader = window_fixture_reader (fixture);
  GtkWidget *row;

  window_fixture_search (fixture, "ditutup", 1);
  window_fixture_open_first (fixture);
  g_assert_cmpstr (date_of (reader, "Selasa"), ==, "2025-08-05");
  gtk_widget_activate_action (GTK_WIDGET (reader), "reader.details", NULL);
  row = find_titled (GTK_WIDGET (reader), ADW_TYPE_ENTRY_ROW, "title", "Published");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "2025-08-13");
  g_signal_emit_by_name (row, "apply");
  ui_test_wait_until (strcmp (date_of (reader, "Selasa"), "2025-08-12") == 0);
  ui_test_wait_until (find_titled (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "label",
                                   "1 date in the article was counted anew.")
                      != NULL);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/redating/correct-date", WindowFixture, NULL, window_fixture_set_up,
              test_correct_date, window_fixture_tear_down);
  return g_test_run ();
}
