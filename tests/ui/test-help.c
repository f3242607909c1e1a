/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's help: whole in both languages, every link and picture leads somewhere, and the window
 * shows it. */

#include "risalah-help-book.h"
#include "risalah-help-topics.h"
#include "risalah-help-view.h"
#include "risalah-help-window.h"
#include "risalah-paths.h"
#include "window-fixture.h"

static const char *const languages[] = { "C", "id" };

static RisalahHelpBook *
open_book (const char *language)
{
  const char *const wanted[] = { language, NULL };
  g_autofree char *folder = risalah_paths_get_help_dir ();
  g_autoptr (GError) error = NULL;
  RisalahHelpBook *book = risalah_help_book_open (folder, wanted, &error);

  g_assert_no_error (error);
  return book;
}

static void
assert_link (RisalahHelpBook *book, const RisalahHelpPage *page, const char *link)
{
  const RisalahHelpPage *target = risalah_help_book_find (book, link);
  const char *section = strchr (link, '#');

  if (target == NULL)
    g_error ("The page %s links to %s, which is not there.", page->id, link);
  for (guint i = 0; section != NULL && i < target->blocks->len; i++)
    {
      const RisalahHelpBlock *block = g_ptr_array_index (target->blocks, i);

      if (g_strcmp0 (block->id, section + 1) == 0)
        section = NULL;
    }
  if (section != NULL)
    g_error ("The page %s links to %s, which has no such section.", page->id, link);
}

/* Each language has the same pages, in the same order and places, with the same pictures, whose
 * files are there, and each link leads somewhere. */
static void
test_whole (void)
{
  g_autoptr (RisalahHelpBook) first = open_book (languages[0]);
  GPtrArray *wanted = risalah_help_book_get_pages (first);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (RisalahHelpBook) book = open_book (languages[l]);
      GPtrArray *pages = risalah_help_book_get_pages (book);

      g_assert_cmpuint (pages->len, ==, wanted->len);
      g_assert_cmpuint (pages->len, >=, 12);
      for (guint i = 0; i < pages->len; i++)
        {
          const RisalahHelpPage *page = g_ptr_array_index (pages, i);
          const RisalahHelpPage *other = g_ptr_array_index (wanted, i);

          g_assert_cmpstr (page->id, ==, other->id);
          g_assert_cmpstr (page->guide, ==, other->guide);
          g_assert_nonnull (page->summary);
          g_assert_cmpuint (page->blocks->len, ==, other->blocks->len);
          if (page->guide != NULL)
            assert_link (book, page, page->guide);
          g_assert_cmpuint (page->links->len, ==, other->links->len);
          for (guint k = 0; k < page->links->len; k++)
            assert_link (book, page, g_ptr_array_index (page->links, k));
          for (guint k = 0; k < page->blocks->len; k++)
            {
              const RisalahHelpBlock *block = g_ptr_array_index (page->blocks, k);
              const RisalahHelpBlock *twin = g_ptr_array_index (other->blocks, k);
              g_autofree char *path = NULL;

              g_assert_cmpint (block->kind, ==, twin->kind);
              g_assert_cmpstr (block->picture, ==, twin->picture);
              if (block->kind != RISALAH_HELP_BLOCK_PICTURE)
                continue;
              path = g_build_filename (risalah_help_book_get_folder (book), block->picture, NULL);
              if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
                g_error ("There is no picture %s.", path);
              g_assert_cmpuint (strlen (block->markup), >, 10);
            }
        }
    }
}

static void
test_search (void)
{
  g_autoptr (RisalahHelpBook) book = open_book ("id");

  g_assert_true (
      risalah_help_page_matches (risalah_help_book_find (book, "dates"), "edtf semester"));
  g_assert_false (risalah_help_page_matches (risalah_help_book_find (book, "keyboard"), "edtf"));
  g_assert_true (risalah_help_page_matches (risalah_help_book_find (book, "keyboard"), ""));
}

static void
test_language (void)
{
  static const char *const unknown[] = { "fr", NULL };
  g_autofree char *folder = risalah_paths_get_help_dir ();
  g_autoptr (RisalahHelpBook) book = risalah_help_book_open (folder, unknown, NULL);

  g_assert_true (g_str_has_suffix (risalah_help_book_get_folder (book), "/C/risalah"));
}

static void
test_bad_pages (void)
{
  static const char *const bad[] = {
    "<page id=\"x\"><title>T</title><p>Un<marquee>seen</marquee></p></page>",
    "<page id=\"x\"><p>No title</p></page>",
    "<page><title>No identifier</title></page>",
    "<page id=\"x\"><title>T</title>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (risalah_help_page_parse (bad[i], -1, &error));
      g_assert_nonnull (error);
    }
}

static void
assert_shows (GtkWidget *window, const char *link)
{
  RisalahHelpWindow *help = RISALAH_HELP_WINDOW (window);
  GtkWidget *view = ui_test_find (window, RISALAH_TYPE_HELP_VIEW);
  GtkWidget *title;

  ui_test_wait_until (g_strcmp0 (risalah_help_window_get_page (help), link) == 0);
  title = ui_test_find (view, GTK_TYPE_LABEL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (title))), >, 3);
  g_assert_true (gtk_widget_get_focus_child (view) != NULL);
}

/* Every page in the window, then back by the same way; at 360 pixels nothing sticks out. */
static void
test_window (void)
{
  g_autoptr (RisalahHelpBook) book = open_book ("C");
  GPtrArray *pages = risalah_help_book_get_pages (book);
  GtkWidget *window
      = risalah_help_window_new (GTK_APPLICATION (window_fixture_application ()));
  GtkWidget *bin = ui_test_find (window, RISALAH_TYPE_ADAPTIVE_BIN);

  risalah_help_window_show (RISALAH_HELP_WINDOW (window), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  ui_test_present (window);
  assert_shows (window, "index");
  for (guint i = 1; i < pages->len; i++)
    {
      const RisalahHelpPage *page = g_ptr_array_index (pages, i);
      int needed;

      risalah_help_window_show (RISALAH_HELP_WINDOW (window), page->id);
      assert_shows (window, page->id);
      ui_test_frames (window, 1);
      gtk_widget_measure (risalah_adaptive_bin_get_child (RISALAH_ADAPTIVE_BIN (bin)),
                          GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      if (needed > 360)
        g_error ("The page %s needs %d pixels.", page->id, needed);
    }
  for (guint i = pages->len - 1; i-- > 0;)
    {
      gtk_widget_activate_action (window, "help.back", NULL);
      assert_shows (window, ((RisalahHelpPage *)g_ptr_array_index (pages, i))->id);
    }
  g_signal_emit_by_name (ui_test_find (window, RISALAH_TYPE_HELP_VIEW), "link", "dates#undated");
  assert_shows (window, "dates#undated");
  gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
topic (WindowFixture *fixture)
{
  return risalah_help_topics_find (GTK_WINDOW (fixture->window));
}

/* F1 tells about what has the focus. */
static void
test_topics (WindowFixture *fixture, gconstpointer data)
{
  RisalahWindow *window = fixture->window;

  risalah_sources_place_focus_search (window->sources);
  g_assert_cmpstr (topic (fixture), ==, "search");
  window_fixture_open_first (fixture);
  risalah_reader_focus (window_fixture_reader (fixture));
  g_assert_cmpstr (topic (fixture), ==, "quoting");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  risalah_window_show_place (window, "timeline");
  g_assert_cmpstr (topic (fixture), ==, "timeline");
  risalah_brief_dock_begin (window->dock, "T1", NULL, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (window->dock) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (risalah_brief_dock_get_editor (window->dock)));
  g_assert_cmpstr (topic (fixture), ==, "writing");
  gtk_widget_activate_action (GTK_WIDGET (window->dock), "brief.close", NULL);
}

/* The action that the key activates opens the window, and a second one finds the same. */
static void
test_action (WindowFixture *fixture, gconstpointer data)
{
  GActionGroup *application = G_ACTION_GROUP (window_fixture_application ());
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (
      GTK_APPLICATION (window_fixture_application ()), "app.help");
  GtkWindow *help;

  g_assert_cmpstr (keys[0], ==, "F1");
  g_action_group_activate_action (application, "help", NULL);
  help = gtk_application_get_active_window (GTK_APPLICATION (application));
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (RISALAH_IS_HELP_WINDOW (l->data))
      help = l->data;
  g_assert_true (RISALAH_IS_HELP_WINDOW (help));
  ui_test_wait_until (risalah_help_window_get_page (RISALAH_HELP_WINDOW (help)) != NULL);
  g_action_group_activate_action (application, "show-help", g_variant_new_string ("grades"));
  assert_shows (GTK_WIDGET (help), "grades");
  gtk_window_destroy (help);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/help/whole", test_whole);
  g_test_add_func ("/help/search", test_search);
  g_test_add_func ("/help/language", test_language);
  g_test_add_func ("/help/bad-pages", test_bad_pages);
  g_test_add_func ("/help/window", test_window);
  g_test_add ("/help/topics", WindowFixture, NULL, window_fixture_set_up, test_topics,
              window_fixture_tear_down);
  g_test_add ("/help/action", WindowFixture, NULL, window_fixture_set_up, test_action,
              window_fixture_tear_down);
  return g_test_run ();
}
