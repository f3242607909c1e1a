/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the words of data/vocabulary/language-words.tsv: first the group of languages, then
 * Indonesian against Malay by the words that only one of them has. */

#include "risalah-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-text-error.h"
#include "risalah-words.h"

#define TABLE         "language-words"
#define MAX_LANGUAGES 24

/* More words than these say nothing new. */
#define MAX_WORDS 4000

/* In a text of more blocks the later ones are taken to be in the article's language. */
#define MAX_BLOCKS 20000

/* In text of a known language at least this share of the words is in the table. */
#define MIN_COVERAGE 0.12

/* Words of a block below which it is taken to be in the article's language. */
#define MIN_BLOCK_WORDS 15

/* Indonesian and Malay are told apart by at least this weight of telling words. */
#define MIN_TELLING 3

typedef struct
{
  guint8 weights[MAX_LANGUAGES];
} Word;

typedef struct
{
  GPtrArray *languages; /* (element-type utf8): codes, in the order of the weights */
  GHashTable *words;    /* folded word → Word */
  int malay;            /* the three that are told apart last, or -1 */
  int ms;
  int id;
} LanguageTable;

typedef struct
{
  guint words;
  guint hits[MAX_LANGUAGES];
  guint weights[MAX_LANGUAGES];
} Count;

static int
find_language (LanguageTable *table, const char *code)
{
  for (guint i = 0; i < table->languages->len; i++)
    if (strcmp (g_ptr_array_index (table->languages, i), code) == 0)
      return i;
  if (table->languages->len == MAX_LANGUAGES)
    return -1;
  g_ptr_array_add (table->languages, g_strdup (code));
  return table->languages->len - 1;
}

/**
 * risalah_language_table_load:
 * @lexicon: the lexicon that is opening
 * @error: return location for %RISALAH_TEXT_ERROR_VOCABULARY
 *
 * Returns: (transfer full): the compiled table
 */
gpointer
risalah_language_table_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *rows = risalah_lexicon_get_table (lexicon, TABLE);
  LanguageTable *table = g_new0 (LanguageTable, 1);

  table->languages = g_ptr_array_new_with_free_func (g_free);
  table->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  table->malay = find_language (table, "malay");
  table->id = find_language (table, "id");
  table->ms = find_language (table, "ms");

  for (guint row = 0; rows != NULL && row < risalah_table_get_n_rows (rows); row++)
    {
      g_autofree char *folded = risalah_words_fold (risalah_table_get (rows, row, 0), -1);
      int language = find_language (table, risalah_table_get (rows, row, 1));
      guint64 weight;
      Word *word;

      if (language < 0
          || !g_ascii_string_to_unsigned (risalah_table_get (rows, row, 2), 10, 1, 9, &weight,
                                          NULL))
        {
          g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                       _ ("The vocabulary table “%s” has a line that cannot be used: “%s”."),
                       TABLE ".tsv", risalah_table_get (rows, row, 0));
          risalah_language_table_free (table);
          return NULL;
        }
      word = g_hash_table_lookup (table->words, folded);
      if (word == NULL)
        {
          word = g_new0 (Word, 1);
          g_hash_table_insert (table->words, g_steal_pointer (&folded), word);
        }
      word->weights[language] = weight;
    }
  return table;
}

/**
 * risalah_language_table_free:
 * @table: (transfer full): a table of risalah_language_table_load()
 */
void
risalah_language_table_free (gpointer table)
{
  LanguageTable *self = table;

  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->languages);
  g_free (self);
}

/* Adds the words of @text to @count. */
static void
count_words (const LanguageTable *table, const char *text, gsize length, Count *count)
{
  RisalahWords words;
  RisalahWord word;

  risalah_words_init (&words, text, length);
  while (count->words < MAX_WORDS && risalah_words_next (&words, &word))
    {
      const Word *known;

      if (word.flags & RISALAH_WORD_HAS_DIGIT)
        continue;
      count->words++;
      known = g_hash_table_lookup (table->words, word.folded);
      if (known == NULL)
        continue;
      for (guint i = 0; i < table->languages->len; i++)
        if (known->weights[i] > 0)
          {
            count->hits[i]++;
            count->weights[i] += known->weights[i];
          }
    }
}

/* Whether @text has a letter that is not Latin: all those are above U+0340. */
static gboolean
may_have_script (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0xcd && (guchar)text[i] != 0xe2)
      return TRUE;
  return FALSE;
}

/* The language of a script that only one language of note has, from the letters of @text's
 * beginning; %NULL for Latin letters. */
static const char *
identify_script (const char *text, gsize length)
{
  static const struct
  {
    GUnicodeScript script;
    const char *language;
  } scripts[] = {
    { G_UNICODE_SCRIPT_HIRAGANA, "ja" }, { G_UNICODE_SCRIPT_KATAKANA, "ja" },
    { G_UNICODE_SCRIPT_HAN, "zh" },      { G_UNICODE_SCRIPT_HANGUL, "ko" },
    { G_UNICODE_SCRIPT_ARABIC, "ar" },   { G_UNICODE_SCRIPT_CYRILLIC, "ru" },
    { G_UNICODE_SCRIPT_THAI, "th" },     { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
    { G_UNICODE_SCRIPT_TAMIL, "ta" },    { G_UNICODE_SCRIPT_KHMER, "km" },
    { G_UNICODE_SCRIPT_MYANMAR, "my" },  { G_UNICODE_SCRIPT_LAO, "lo" },
    { G_UNICODE_SCRIPT_HEBREW, "he" },   { G_UNICODE_SCRIPT_GREEK, "el" },
  };
  guint counts[G_N_ELEMENTS (scripts)] = { 0 };
  guint letters = 0;

  if (!may_have_script (text, length))
    return NULL;
  for (const char *p = text; p < text + length && letters < 2000; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x370 || !g_unichar_isalpha (c))
        {
          letters += g_unichar_isalpha (c);
          continue;
        }
      letters++;
      for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
        counts[i] += scripts[i].script == g_unichar_get_script (c);
    }
  /* Japanese writes Chinese characters too: a tenth of kana tells it. */
  if (letters > 0 && (counts[0] + counts[1]) * 10 >= letters)
    return "ja";
  for (guint i = 2; i < G_N_ELEMENTS (scripts); i++)
    if (counts[i] * 2 > letters)
      return scripts[i].language;
  return NULL;
}

/* The language that @count speaks for, "malay" where Indonesian and Malay are not told apart, or
 * %NULL. */
static const char *
decide (const LanguageTable *table, const Count *count)
{
  guint malayic_hits = count->hits[table->malay] + count->hits[table->id] + count->hits[table->ms];
  guint malayic =
      count->weights[table->malay] + count->weights[table->id] + count->weights[table->ms];
  guint best = malayic;
  guint best_hits = malayic_hits;
  int winner = table->malay;
  guint id = count->weights[table->id];
  guint ms = count->weights[table->ms];

  for (guint i = 0; i < table->languages->len; i++)
    if ((int)i != table->malay && (int)i != table->id && (int)i != table->ms
        && count->weights[i] > best)
      {
        best = count->weights[i];
        best_hits = count->hits[i];
        winner = i;
      }
  if (count->words == 0 || best_hits < 2 || best_hits < MIN_COVERAGE * count->words)
    return NULL;
  if (winner != table->malay)
    return g_ptr_array_index (table->languages, winner);
  if (MAX (id, ms) >= MIN_TELLING && (id >= 2 * ms || ms >= 2 * id || count->words >= 100)
      && id != ms)
    return id > ms ? "id" : "ms";
  return "malay";
}

/**
 * risalah_identify_language:
 * @text: UTF-8
 * @length: its length in bytes
 * @lexicon: what the text floor knows
 *
 * Tells the language of a text by its commonest words, and Indonesian from Malay by the words
 * that only one of them has, which takes about 300 characters to be sure.
 *
 * Returns: (transfer none) (nullable): an ISO 639-1 code that lives as long as @lexicon, or %NULL
 *   where the text does not tell
 */
const char *
risalah_identify_language (const char *text, gsize length, const RisalahLexicon *lexicon)
{
  const LanguageTable *table;
  const char *code;
  Count count = { 0 };

  g_return_val_if_fail (text != NULL && lexicon != NULL, NULL);

  table = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_LANGUAGES);
  if ((code = identify_script (text, length)) != NULL)
    return code;
  count_words (table, text, length, &count);
  code = decide (table, &count);
  return g_strcmp0 (code, "malay") != 0 ? code : NULL;
}

static void
add_count (Count *sum, const Count *count)
{
  sum->words += count->words;
  for (guint i = 0; i < MAX_LANGUAGES; i++)
    {
      sum->hits[i] += count->hits[i];
      sum->weights[i] += count->weights[i];
    }
}

/* Gives a block its own language where it is another one than the article's, beyond doubt. */
static void
identify_block (RisalahArticle *article,
                guint i,
                const LanguageTable *table,
                const Count *count,
                const char *of_article)
{
  guint n_blocks;
  const RisalahBlock *block = risalah_article_get_blocks (article, &n_blocks) + i;
  const char *code = identify_script (risalah_article_get_text (article, NULL) + block->start,
                                      block->end - block->start);

  if (code == NULL)
    {
      if (count->words < MIN_BLOCK_WORDS)
        return;
      code = decide (table, count);
      if (code == NULL || strcmp (code, "malay") == 0
          || (strcmp (code, "id") == 0 && strcmp (of_article, "ms") == 0)
          || (strcmp (code, "ms") == 0 && strcmp (of_article, "id") == 0))
        return;
    }
  if (strcmp (code, of_article) != 0)
    risalah_article_set_block (article, i, block->type, block->level, code);
}

/**
 * risalah_identify_languages:
 * @article: an article whose boilerplate is marked
 * @lexicon: what the text floor knows
 * @given: (nullable): ISO 639-1, the language where the text is too short to tell
 *
 * Sets the language of the article, over all blocks that are not dropped, and that of each block
 * which is in another one.
 */
void
risalah_identify_languages (RisalahArticle *article,
                            const RisalahLexicon *lexicon,
                            const char *given)
{
  const LanguageTable *table;
  const RisalahBlock *blocks;
  const char *text;
  const char *code = NULL;
  const char *by_words;
  g_autofree Count *counts = NULL;
  Count sum = { 0 };
  guint n_blocks;

  g_return_if_fail (article != NULL && lexicon != NULL);

  table = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_LANGUAGES);
  text = risalah_article_get_text (article, NULL);
  blocks = risalah_article_get_blocks (article, &n_blocks);
  counts = g_new0 (Count, MIN (n_blocks, MAX_BLOCKS) + 1);
  for (guint i = 0; i < MIN (n_blocks, MAX_BLOCKS); i++)
    {
      gsize length = blocks[i].end - blocks[i].start;

      if (blocks[i].dropped)
        continue;
      if (code == NULL && length > 80)
        code = identify_script (text + blocks[i].start, length);
      if (sum.words < MAX_WORDS || length > 60)
        count_words (table, text + blocks[i].start, length, &counts[i]);
      if (sum.words < MAX_WORDS)
        add_count (&sum, &counts[i]);
    }
  by_words = decide (table, &sum);
  if (by_words != NULL)
    code = by_words;
  if (code == NULL || strcmp (code, "malay") == 0)
    code = given;
  if (code == NULL)
    return;
  risalah_article_set_metadata (article, RISALAH_METADATA_LANGUAGE, code, RISALAH_ORIGIN_TEXT);
  for (guint i = 0; i < MIN (n_blocks, MAX_BLOCKS); i++)
    if (!blocks[i].dropped && blocks[i].end - blocks[i].start > 60)
      identify_block (article, i, table, &counts[i], code);
}
