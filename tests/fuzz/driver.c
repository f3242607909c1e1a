/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target without libFuzzer: each file of a corpus, then a fixed number of inputs made
 * from them, the same in every run. Arguments: the corpus, and how many. */

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* Pieces that parsers trip over. */
static const char *const pieces[] = {
  "<div>", "</p>", "<table><tr><td>", "<!--", "-->", "&#x10FFFF;", "&lt;", "<script>", "<a href=x>", "<br>",
  "\xe2\x80", "\xc2", "\xff\xfe", "\xef\xbb\xbf", "\xed\xa0\x80", "Â ", "â€", "\r\n", "\n\n\n", "---\n", "|", "\t",
  "2025-02-30", "31/12/99999", "JAKARTA – ", "Baca juga: ", "\x7f\x1b[", "{\"@type\":", "]]>", "<h1>", "charset=utf-16",
  "<w:p>", "</w:tbl>", "</text:list>", "4294967296", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
};

static void
mutate (GRand *random, GByteArray *input)
{
  for (int changes = g_rand_int_range (random, 1, 6); changes > 0; changes--)
    {
      guint at = input->len > 0 ? (guint)g_rand_int_range (random, 0, input->len) : 0;
      guint wanted = g_rand_int_range (random, 1, 65);
      guint n = input->len > at ? MIN (input->len - at, wanted) : 0;
      const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
      g_autoptr (GByteArray) rest = g_byte_array_new ();

      switch (g_rand_int_range (random, 0, 5))
        {
        case 0: /* a byte becomes another */
          if (n > 0)
            input->data[at] = g_rand_int_range (random, 0, 256);
          break;
        case 1: /* some go */
          if (n > 0)
            g_byte_array_remove_range (input, at, n);
          break;
        case 2: /* the end is cut off */
          g_byte_array_set_size (input, at);
          break;
        case 3: /* some come twice */
          g_byte_array_append (rest, input->data + at, n);
          g_byte_array_append (input, rest->data, rest->len);
          break;
        default: /* a piece comes in between */
          g_byte_array_append (rest, input->data + at, input->len - at);
          g_byte_array_set_size (input, at);
          g_byte_array_append (input, (const guint8 *)piece, strlen (piece));
          g_byte_array_append (input, rest->data, rest->len);
          break;
        }
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The files of @folder, by name, so that every run is the same. */
static GPtrArray *
read_corpus (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify)g_byte_array_unref);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *data;
      gsize length;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &data, &length, NULL));
      g_ptr_array_add (corpus, g_byte_array_new_take ((guint8 *)data, length));
    }
  g_assert_cmpuint (corpus->len, >, 0);
  return corpus;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) corpus = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20251122);
  guint n = argc > 2 ? (guint)atoi (argv[2]) : 1000;

  g_assert_cmpint (argc, >=, 2);
  corpus = read_corpus (argv[1]);
  for (guint i = 0; i < corpus->len; i++)
    {
      const GByteArray *file = g_ptr_array_index (corpus, i);

      LLVMFuzzerTestOneInput (file->data, file->len);
    }
  for (guint i = 0; i < n; i++)
    {
      const GByteArray *file = g_ptr_array_index (corpus, i % corpus->len);
      g_autoptr (GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, file->data, file->len);
      mutate (random, input);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }
  g_print ("1..1\nok 1 - %u inputs\n", n + corpus->len);
  return 0;
}
