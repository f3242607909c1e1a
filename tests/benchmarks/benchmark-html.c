/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast pages are read, beside a bare htmlReadMemory() and a walk over its text: the floor is
 * 0.4 of that rate. Both run in turns, the medians are compared. */

#include <gio/gio.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "../text/lexicon-fixture.h"
#include "risalah-reading.h"

#define ROUNDS 9
#define REPEATS 6
#define FLOOR 0.4

static gsize
walk_bare (const xmlNode *node)
{
  gsize length = 0;

  for (; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE)
      length += strlen ((const char *)node->content);
    else if (node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, "script") != 0
             && strcmp ((const char *)node->name, "style") != 0)
      length += walk_bare (node->children);
  return length;
}

static gsize
read_bare (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *document = htmlReadMemory (data, length, NULL, "UTF-8",
                                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                       | HTML_PARSE_NONET | HTML_PARSE_COMPACT);

  length = walk_bare (xmlDocGetRootElement (document));
  xmlFreeDoc (document);
  return length;
}

static gsize
read_whole (GBytes *bytes, const RisalahLexicon *lexicon)
{
  g_autoptr (RisalahArticle) article = risalah_read_article (bytes, "laman.html", lexicon, NULL, NULL);
  gsize length;

  risalah_article_get_text (article, &length);
  return length;
}

/* Pages that nest hundreds deep are no measure of anything, but the rest are. */
static GPtrArray *
load_pages (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html") && !g_str_has_prefix (name, "nested"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        char *data;
        gsize length;

        g_assert_true (g_file_get_contents (path, &data, &length, NULL));
        g_ptr_array_add (pages, g_bytes_new_take (data, length));
      }
  return pages;
}

static double
time_pages (GPtrArray *pages, const RisalahLexicon *lexicon)
{
  gint64 start = g_get_monotonic_time ();
  gsize length = 0;

  for (guint k = 0; k < REPEATS; k++)
    for (guint i = 0; i < pages->len; i++)
      length += lexicon != NULL ? read_whole (g_ptr_array_index (pages, i), lexicon)
                                : read_bare (g_ptr_array_index (pages, i));
  g_assert_cmpuint (length, >, 0);
  return (g_get_monotonic_time () - start) / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

int
main (void)
{
  g_autoptr (GPtrArray) pages = load_pages ();
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  double bare[ROUNDS];
  double whole[ROUNDS];
  double ratio;

  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_pages (pages, NULL);
      whole[i] = time_pages (pages, lexicon);
    }
  qsort (bare, ROUNDS, sizeof (double), compare_doubles);
  qsort (whole, ROUNDS, sizeof (double), compare_doubles);
  ratio = bare[ROUNDS / 2] / whole[ROUNDS / 2];
  g_print ("pages %u  bare %.0f/s  read %.0f/s  ratio %.2f (floor %.2f)\n", pages->len,
           REPEATS * pages->len / bare[ROUNDS / 2], REPEATS * pages->len / whole[ROUNDS / 2], ratio, FLOOR);
  return ratio >= FLOOR ? 0 : 1;
}
