/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages that matched, cut from the stored text: FTS5's own snippet() would open the match
 * anew for each row. */

#include <string.h>

#include "risalah-blocks-private.h"
#include "risalah-matcher-private.h"
#include "risalah-search.h"

#define SNIPPET_BYTES 220
#define BYTES_BEFORE  48
#define MOST_MATCHES  200
#define SCAN_BYTES    (1024 * 1024)

/**
 * risalah_snippet_free:
 * @self: (transfer full) (nullable): a snippet
 */
void
risalah_snippet_free (RisalahSnippet *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_array_unref (self->matches);
  g_array_unref (self->label_matches);
  g_free (self);
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const RisalahByteMatch *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->end > second->end) - (first->end < second->end);
}

/* Bytes become characters, and matches that overlap one. Only those within [start, end). */
static GArray *
to_characters (const char *text, GArray *matches, gsize start, gsize end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RisalahMatch));
  gsize byte = start;
  gint64 character = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const RisalahByteMatch *match = &g_array_index (matches, RisalahByteMatch, i);
      RisalahMatch one;

      if (match->start < byte || match->end > end)
        continue;
      character += g_utf8_strlen (text + byte, (gssize)(match->start - byte));
      one.start = character;
      character += g_utf8_strlen (text + match->start, (gssize)(match->end - match->start));
      one.end = character;
      byte = match->end;
      g_array_append_val (found, one);
    }
  return found;
}

/* The first match of the window with the most different terms, then the most matches. */
static guint
find_best (GArray *matches)
{
  guint best = 0, best_score = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const RisalahByteMatch *first = &g_array_index (matches, RisalahByteMatch, i);
      guint64 seen = 0;
      guint score = 0;

      for (guint j = i; j < matches->len; j++)
        {
          const RisalahByteMatch *match = &g_array_index (matches, RisalahByteMatch, j);
          guint64 bit = G_GUINT64_CONSTANT (1) << (match->term % 64);

          if (match->end > first->start + SNIPPET_BYTES - BYTES_BEFORE)
            break;
          score += (seen & bit) != 0 ? 1 : 100;
          seen |= bit;
        }
      if (score > best_score)
        {
          best = i;
          best_score = score;
        }
    }
  return best;
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\t';
}

/* The part of the text to show around byte @around, cut at blanks; it does not cross @low, @high.
 */
static void
find_window (const char *text, gsize low, gsize high, gsize around, gsize *start, gsize *end)
{
  *start = around - low > BYTES_BEFORE ? around - BYTES_BEFORE : low;
  while (*start > low && *start < around && !is_blank (text[*start - 1]))
    (*start)++;
  *end = high - *start > SNIPPET_BYTES ? *start + SNIPPET_BYTES : high;
  if (*end == high)
    return;
  while (*end > around && !is_blank (text[*end]))
    (*end)--;
  if (*end <= around)
    {
      /* One word longer than the window. */
      *end = MIN (high, around + SNIPPET_BYTES);
      while (*end > around && ((guchar)text[*end] & 0xc0) == 0x80)
        (*end)--;
    }
}

/* Ranges of bytes of the text that are not dropped. */
typedef struct
{
  gsize start;
  gsize end;
} Range;

static GArray *
find_kept (const char *text, gsize length, const guint8 *data, gsize data_length)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autofree RisalahBlock *blocks = NULL;
  const char *at = text;
  gsize character = 0;
  guint n_blocks;

  if (risalah_blocks_any_dropped (data, data_length)
      && (blocks = risalah_blocks_unpack (data, data_length, &n_blocks)) != NULL)
    {
      for (guint i = 0; i < n_blocks; i++)
        {
          Range range;

          at = g_utf8_offset_to_pointer (at, (glong)(blocks[i].start - character));
          range.start = (gsize)(at - text);
          at = g_utf8_offset_to_pointer (at, (glong)(blocks[i].end - blocks[i].start));
          range.end = (gsize)(at - text);
          character = blocks[i].end;
          if (!blocks[i].dropped)
            g_array_append_val (kept, range);
        }
      return kept;
    }
  {
    Range whole = { 0, length };
    g_array_append_val (kept, whole);
  }
  return kept;
}

/* Matches in what is kept; a very long text is only looked through until there are some. */
static GArray *
find_matches (RisalahMatcher *matcher, const char *text, GArray *kept)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (RisalahByteMatch));

  for (guint i = 0; i < kept->len && matches->len < MOST_MATCHES; i++)
    {
      const Range *range = &g_array_index (kept, Range, i);

      if (range->start > SCAN_BYTES && matches->len > 0)
        break;
      risalah_matcher_find (matcher, text, range->start, range->end, MOST_MATCHES, matches);
    }
  g_array_sort (matches, compare_matches);
  return matches;
}

static void
cut_snippet (RisalahSnippet *snippet, const char *text, GArray *kept, GArray *matches)
{
  const Range *range = &g_array_index (kept, Range, 0);
  gsize around = kept->len > 0 ? range->start : 0, start, end;
  gsize low = around, high = kept->len > 0 ? range->end : 0;

  if (matches->len > 0)
    {
      around = g_array_index (matches, RisalahByteMatch, find_best (matches)).start;
      for (guint i = 0; i < kept->len; i++)
        {
          range = &g_array_index (kept, Range, i);
          if (range->start <= around && around < range->end)
            {
              low = range->start;
              high = range->end;
            }
        }
    }
  find_window (text, low, high, around, &start, &end);
  snippet->text = g_strdelimit (g_strndup (text + start, end - start), "\n\t", ' ');
  snippet->offset = g_utf8_strlen (text, (gssize)start);
  snippet->matches = to_characters (text, matches, start, end);
}

static RisalahSnippet *
make_snippet (RisalahMatcher *matcher, gint64 source, RisalahStatement *row)
{
  RisalahSnippet *snippet = g_new0 (RisalahSnippet, 1);
  g_autoptr (GArray) in_label = g_array_new (FALSE, FALSE, sizeof (RisalahByteMatch));
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GArray) matches = NULL;
  gsize label_length, length, blocks_length;
  const char *label = risalah_statement_get_text (row, 0, &label_length);
  const char *text = risalah_statement_get_text (row, 1, &length);
  const guint8 *blocks = risalah_statement_get_blob (row, 2, &blocks_length);

  snippet->source = source;
  risalah_matcher_find (matcher, label, 0, label_length, MOST_MATCHES, in_label);
  g_array_sort (in_label, compare_matches);
  snippet->label_matches = to_characters (label, in_label, 0, label_length);
  if (text == NULL)
    text = "";
  kept = find_kept (text, length, blocks, blocks_length);
  matches = find_matches (matcher, text, kept);
  cut_snippet (snippet, text, kept, matches);
  return snippet;
}

/**
 * risalah_search_get_snippets:
 * @connection: a connection
 * @query: what was asked
 * @ids: (array length=n_ids): sources
 * @n_ids: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahSnippet): the passage of each that
 * matches best, or how its text begins, in that order, without those that are gone
 */
GPtrArray *
risalah_search_get_snippets (RisalahConnection *connection,
                             RisalahQuery *query,
                             const gint64 *ids,
                             gsize n_ids,
                             GError **error)
{
  g_autoptr (GPtrArray) snippets =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_snippet_free);
  RisalahStemmer *stemmer = risalah_connection_get_stemmer (connection, error);
  g_autoptr (RisalahMatcher) matcher = NULL;
  g_autoptr (RisalahStatement) row = NULL;

  if (stemmer == NULL)
    return NULL;
  row = risalah_connection_prepare (connection,
                                    "SELECT s.label, t.text, t.blocks FROM source s"
                                    " LEFT JOIN source_text t ON t.id = s.current_text"
                                    " WHERE s.id = ?",
                                    error);
  if (row == NULL)
    return NULL;
  matcher = risalah_matcher_new (query, connection->lexicon, stemmer);
  for (gsize i = 0; i < n_ids; i++)
    {
      RisalahStep step;

      risalah_statement_reset (row);
      risalah_statement_bind_int64 (row, 1, ids[i]);
      if ((step = risalah_statement_step (row, error)) == RISALAH_STEP_ERROR)
        return NULL;
      if (step == RISALAH_STEP_ROW)
        g_ptr_array_add (snippets, make_snippet (matcher, ids[i], row));
    }
  return g_steal_pointer (&snippets);
}

/**
 * risalah_search_get_matches:
 * @connection: a connection
 * @query: what was asked
 * @text: a stored text
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type RisalahMatch): all that matches in it, in
 *   characters
 */
GArray *
risalah_search_get_matches (RisalahConnection *connection,
                            RisalahQuery *query,
                            const char *text,
                            GError **error)
{
  RisalahStemmer *stemmer = risalah_connection_get_stemmer (connection, error);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (RisalahByteMatch));
  g_autoptr (RisalahMatcher) matcher = NULL;
  gsize length = strlen (text);

  if (stemmer == NULL)
    return NULL;
  matcher = risalah_matcher_new (query, connection->lexicon, stemmer);
  risalah_matcher_find (matcher, text, 0, length, G_MAXUINT, matches);
  g_array_sort (matches, compare_matches);
  return to_characters (text, matches, 0, length);
}
