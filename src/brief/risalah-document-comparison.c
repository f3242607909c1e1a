/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two versions: first block by block, then the blocks that differ word by word. */

#include "risalah-document-comparison.h"

#include <string.h>

#include "risalah-sequence-difference.h"
#include "risalah-word-count.h"

/* A word with the blanks behind it, or the beginning of a block. */
typedef struct
{
  guint block;
  guint start; /* in bytes of the block's text; both 0 for a beginning */
  guint end;
} Token;

typedef struct
{
  GPtrArray *texts; /* (element-type utf8): of each block */
  GArray *numbers;  /* (element-type guint): equal numbers are equal texts */
} Side;

/* What a block says, its parts apart by tabs. */
static char *
dup_block_text (RisalahBriefBlock *block)
{
  GString *text;
  guint part = risalah_brief_block_is_object (block) ? RISALAH_PART_CAPTION : RISALAH_PART_BODY;
  guint n_parts = risalah_brief_block_get_n_parts (block);

  text = g_string_new (NULL);
  for (guint i = part; i < n_parts; i++)
    {
      g_autofree char *words =
          risalah_rich_text_dup_words (risalah_brief_block_get_part (block, i));

      if (i > part)
        g_string_append_c (text, '\t');
      g_string_append (text, words);
    }
  return g_string_free (text, FALSE);
}

/* The number that stands for a text, the same for equal ones. */
static guint
intern (GHashTable *numbers, const char *text)
{
  gpointer number = g_hash_table_lookup (numbers, text);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_strdup (text), number);
    }
  return GPOINTER_TO_UINT (number);
}

static void
side_init (Side *self, RisalahDocument *document, GHashTable *numbers)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      char *text = dup_block_text (risalah_document_get_block (document, i));
      guint number = intern (numbers, text);

      g_ptr_array_add (self->texts, text);
      g_array_append_val (self->numbers, number);
    }
}

static void
side_clear (Side *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->numbers);
}

static void
clear_run (gpointer data)
{
  g_free (((RisalahComparedRun *)data)->text);
}

static void
add_run (RisalahComparison *self,
         RisalahComparedKind kind,
         const char *text,
         gsize length,
         gint before,
         gint after,
         gboolean begins_block)
{
  RisalahComparedRun run = { kind, g_strndup (text, length), before, after, begins_block };
  guint n_words = risalah_count_words (text, (gssize)length);

  self->n_added += kind == RISALAH_COMPARED_ADDED ? n_words : 0;
  self->n_removed += kind == RISALAH_COMPARED_REMOVED ? n_words : 0;
  g_array_append_val (self->runs, run);
}

static void
add_block (RisalahComparison *self,
           RisalahComparedKind kind,
           const Side *side,
           guint index,
           gint before,
           gint after)
{
  const char *text = side->texts->pdata[index];

  add_run (self, kind, text, strlen (text), before, after, TRUE);
}

/* Cuts blocks into the beginnings of blocks and words. */
static void
cut_words (const Side *side,
           guint first,
           guint n_blocks,
           GHashTable *numbers,
           GArray *tokens,
           GArray *values)
{
  for (guint block = first; block < first + n_blocks; block++)
    {
      const char *text = side->texts->pdata[block], *at = text;
      Token beginning = { block, 0, 0 };
      guint number = 0;

      g_array_append_val (tokens, beginning);
      g_array_append_val (values, number);
      while (*at != '\0')
        {
          Token token = { block, (guint)(at - text), 0 };
          g_autofree char *word = NULL;

          while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          word = g_strndup (text + token.start, (gsize)(at - text) - token.start);
          while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          token.end = (guint)(at - text);
          number = intern (numbers, word);
          g_array_append_val (tokens, token);
          g_array_append_val (values, number);
        }
    }
}

static guint
get_block (GArray *tokens, guint index)
{
  return g_array_index (tokens, Token, index).block;
}

/* Adds the tokens [first, end) of @side, a run for each block; of words that stand in both
 * versions @others are the earlier one's tokens, from @other on. */
static void
add_tokens (RisalahComparison *self,
            RisalahComparedKind kind,
            const Side *side,
            GArray *tokens,
            guint first,
            guint end,
            GArray *others,
            guint other)
{
  while (first < end)
    {
      const Token *token = &g_array_index (tokens, Token, first);
      guint block = token->block, from = token->start, to = token->end, n = 1;
      gboolean begins_block = token->end == 0;
      gint before = kind == RISALAH_COMPARED_ADDED  ? -1
                    : kind == RISALAH_COMPARED_SAME ? (gint)get_block (others, other)
                                                    : (gint)block;

      for (; first + n < end && get_block (tokens, first + n) == block
             && (kind != RISALAH_COMPARED_SAME || (gint)get_block (others, other + n) == before);
           n++)
        to = g_array_index (tokens, Token, first + n).end;
      add_run (self, kind, (const char *)side->texts->pdata[block] + from, to - from, before,
               kind == RISALAH_COMPARED_REMOVED ? -1 : (gint)block, begins_block);
      first += n;
      other += n;
    }
}

/* Compares blocks that differ, word by word. */
static void
compare_words (RisalahComparison *self,
               const Side *a,
               const Side *b,
               const RisalahStretchPair *blocks,
               GHashTable *numbers)
{
  g_autoptr (GArray) tokens_a = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GArray) tokens_b = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GArray) values_a = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values_b = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) pairs = NULL;
  guint i = 0, j = 0;

  cut_words (a, blocks->first, blocks->n_first, numbers, tokens_a, values_a);
  cut_words (b, blocks->second, blocks->n_second, numbers, tokens_b, values_b);
  pairs = risalah_sequences_differ ((const guint *)values_a->data, values_a->len,
                                    (const guint *)values_b->data, values_b->len);
  for (guint p = 0; p <= pairs->len; p++)
    {
      RisalahStretchPair end = { tokens_a->len, 0, tokens_b->len, 0 };
      const RisalahStretchPair *pair =
          p < pairs->len ? &g_array_index (pairs, RisalahStretchPair, p) : &end;

      add_tokens (self, RISALAH_COMPARED_SAME, b, tokens_b, j, pair->second, tokens_a, i);
      i = pair->first + pair->n_first;
      j = pair->second + pair->n_second;
      add_tokens (self, RISALAH_COMPARED_REMOVED, a, tokens_a, pair->first, i, NULL, 0);
      add_tokens (self, RISALAH_COMPARED_ADDED, b, tokens_b, pair->second, j, NULL, 0);
    }
}

/**
 * risalah_document_compare:
 * @before: the earlier version
 * @after: the later one
 *
 * Compares what they say: words, captions and cells; not styles, kinds of blocks and notes.
 *
 * Returns: (transfer full): both merged, with what was removed and added
 */
RisalahComparison *
risalah_document_compare (RisalahDocument *before, RisalahDocument *after)
{
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GArray) pairs = NULL;
  RisalahComparison *self;
  Side a, b;
  guint i = 0, j = 0;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (RisalahComparison, 1);
  self->runs = g_array_new (FALSE, FALSE, sizeof (RisalahComparedRun));
  g_array_set_clear_func (self->runs, clear_run);
  numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  side_init (&a, before, numbers);
  side_init (&b, after, numbers);
  pairs = risalah_sequences_differ ((const guint *)a.numbers->data, a.numbers->len,
                                    (const guint *)b.numbers->data, b.numbers->len);
  for (guint p = 0; p <= pairs->len; p++)
    {
      RisalahStretchPair end = { a.texts->len, 0, b.texts->len, 0 };
      const RisalahStretchPair *pair =
          p < pairs->len ? &g_array_index (pairs, RisalahStretchPair, p) : &end;

      for (; i < pair->first; i++, j++)
        add_block (self, RISALAH_COMPARED_SAME, &b, j, (gint)i, (gint)j);
      compare_words (self, &a, &b, pair, numbers);
      i = pair->first + pair->n_first;
      j = pair->second + pair->n_second;
    }
  side_clear (&a);
  side_clear (&b);
  return self;
}

/**
 * risalah_comparison_free:
 * @self: (transfer full) (nullable): a comparison
 */
void
risalah_comparison_free (RisalahComparison *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->runs);
  g_free (self);
}
