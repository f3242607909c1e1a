/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the tables of names, event words and cues into one trie over folded words. */

#include "risalah-phrases.h"

#include <string.h>

#include "risalah-words.h"

/* The tables, where their phrases stand, and whether a field holds several apart by ";". */
typedef struct
{
  const char *name;
  RisalahPhraseClass klass;
  guint column;
  int list_column;
} PhraseTable;

static const PhraseTable phrase_tables[] = {
  { "countries", RISALAH_PHRASE_COUNTRY, 1, -1 },
  { "name-traps", RISALAH_PHRASE_TRAP, 0, -1 },
  { "organisations", RISALAH_PHRASE_ORGANISATION, 0, 1 },
  { "organisation-words", RISALAH_PHRASE_ORGANISATION_WORD, 0, -1 },
  { "offices", RISALAH_PHRASE_OFFICE, 0, -1 },
  { "persons", RISALAH_PHRASE_PERSON, 0, 1 },
  { "reporting-verbs", RISALAH_PHRASE_REPORTING, 0, -1 },
  { "event-words", RISALAH_PHRASE_EVENT, 0, -1 },
  { "cues", RISALAH_PHRASE_CUE, 0, -1 },
};

struct _RisalahPhrases
{
  GHashTable *words;  /* folded word → its number, from 1 */
  GHashTable *steps;  /* (node << 32 | word) → node */
  GPtrArray *nodes;   /* (nullable) GPtrArray of RisalahPhrase at each node; 0 is the root */
  GPtrArray *phrases; /* owns them */
};

static void
phrase_free (gpointer data)
{
  RisalahPhrase *phrase = data;

  g_free (phrase->letters);
  g_free (phrase);
}

static void
unref_if_set (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

static guint32
add_word (RisalahPhrases *self, const char *folded)
{
  guint32 word = risalah_phrases_word (self, folded);

  if (word == 0)
    {
      word = g_hash_table_size (self->words) + 1;
      g_hash_table_insert (self->words, g_strdup (folded), GUINT_TO_POINTER (word));
    }
  return word;
}

static guint32
add_step (RisalahPhrases *self, guint32 node, guint32 word)
{
  guint32 next = risalah_phrases_step (self, node, word);

  if (next == 0)
    {
      guint64 key = (guint64)node << 32 | word;

      next = self->nodes->len;
      g_ptr_array_add (self->nodes, NULL);
      g_hash_table_insert (self->steps, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (next));
    }
  return next;
}

static guint8
letters_of (const RisalahWord *word, const char *text, gsize previous_end)
{
  guint8 letters = 0;

  if (word->flags & RISALAH_WORD_CAPITALISED)
    letters |= RISALAH_PHRASE_CAPITAL;
  if (word->flags & RISALAH_WORD_ALL_CAPITALS)
    letters |= RISALAH_PHRASE_CAPITALS;
  if (memchr (text + previous_end, ',', word->start - previous_end) != NULL)
    letters |= RISALAH_PHRASE_COMMA;
  return letters;
}

static void
add_phrase (RisalahPhrases *self,
            const PhraseTable *from,
            const RisalahTable *table,
            guint row,
            const char *text)
{
  g_autoptr (GByteArray) letters = g_byte_array_new ();
  RisalahPhrase *phrase;
  RisalahWords words;
  RisalahWord word;
  guint32 node = 0;
  gsize end = 0;

  risalah_words_init (&words, text, -1);
  while (risalah_words_next (&words, &word))
    {
      guint8 of_word = letters_of (&word, text, end);

      g_byte_array_append (letters, &of_word, 1);
      node = add_step (self, node, add_word (self, word.folded));
      end = word.end;
    }
  if (node == 0)
    return;

  phrase = g_new0 (RisalahPhrase, 1);
  phrase->klass = from->klass;
  phrase->table = table;
  phrase->row = row;
  phrase->text = text;
  phrase->n_words = letters->len;
  phrase->letters = g_byte_array_free (g_steal_pointer (&letters), FALSE);
  g_ptr_array_add (self->phrases, phrase);
  if (g_ptr_array_index (self->nodes, node) == NULL)
    g_ptr_array_index (self->nodes, node) = g_ptr_array_new ();
  g_ptr_array_add (g_ptr_array_index (self->nodes, node), phrase);
}

static void
add_table (RisalahPhrases *self, const PhraseTable *from, const RisalahTable *table)
{
  for (guint row = 0; row < risalah_table_get_n_rows (table); row++)
    {
      add_phrase (self, from, table, row, risalah_table_get (table, row, from->column));
      if (from->list_column >= 0)
        {
          g_auto (GStrv) others =
              g_strsplit (risalah_table_get (table, row, from->list_column), ";", -1);

          for (guint i = 0; others[i] != NULL; i++)
            add_phrase (self, from, table, row, g_intern_string (g_strstrip (others[i])));
        }
    }
}

/**
 * risalah_phrases_load:
 * @lexicon: the lexicon, with its tables read
 *
 * Makes the trie. A table that is not there has no phrases.
 *
 * Returns: (transfer full): the phrases
 */
gpointer
risalah_phrases_load (const RisalahLexicon *lexicon, GError **error)
{
  RisalahPhrases *self = g_new0 (RisalahPhrases, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->steps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->nodes = g_ptr_array_new_with_free_func (unref_if_set);
  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  g_ptr_array_add (self->nodes, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (phrase_tables); i++)
    {
      const RisalahTable *table = risalah_lexicon_get_table (lexicon, phrase_tables[i].name);

      if (table != NULL)
        add_table (self, &phrase_tables[i], table);
    }
  return self;
}

/**
 * risalah_phrases_unload:
 * @phrases: (transfer full): what risalah_phrases_load() gave
 */
void
risalah_phrases_unload (gpointer phrases)
{
  RisalahPhrases *self = phrases;

  g_hash_table_unref (self->words);
  g_hash_table_unref (self->steps);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

/**
 * risalah_phrases_word:
 * @self: the phrases
 * @folded: a folded word
 *
 * Returns: the word's number, 0 where no phrase has it
 */
guint32
risalah_phrases_word (const RisalahPhrases *self, const char *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, folded));
}

/**
 * risalah_phrases_step:
 * @self: the phrases
 * @node: where the words so far lead, 0 before the first
 * @word: the next word's number
 *
 * Returns: the next node, 0 where no phrase goes on so
 */
guint32
risalah_phrases_step (const RisalahPhrases *self, guint32 node, guint32 word)
{
  guint64 key = (guint64)node << 32 | word;

  return word == 0 ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->steps, &key));
}

/**
 * risalah_phrases_at:
 * @self: the phrases
 * @node: a node
 *
 * Returns: (transfer none) (nullable) (element-type RisalahPhrase): the phrases that end there
 */
const GPtrArray *
risalah_phrases_at (const RisalahPhrases *self, guint32 node)
{
  return g_ptr_array_index (self->nodes, node);
}

/**
 * risalah_phrase_get:
 * @phrase: a phrase
 * @column: a column of its table, from 0
 *
 * Returns: (transfer none): the field, "" where there is none
 */
const char *
risalah_phrase_get (const RisalahPhrase *phrase, guint column)
{
  return risalah_table_get (phrase->table, phrase->row, column);
}
