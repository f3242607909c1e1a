/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where a sentence ends: at a full stop, question or exclamation mark that no abbreviation,
 * initial, number or quotation in the middle of a sentence accounts for. */

#include "risalah-sentences.h"

#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-words.h"

/* The kinds of abbreviations.tsv. */
typedef enum
{
  ABBREVIATION_NONE,
  ABBREVIATION_TITLE,   /* something always follows: PT., Dr. */
  ABBREVIATION_ENDING,  /* may end a sentence: dll., Tbk. */
  ABBREVIATION_STARTER, /* not an abbreviation: a word that begins a sentence after one */
} AbbreviationKind;

static const char *const kind_names[] = { NULL, "title", "ending", "starter" };

/* Longer words are no abbreviations. */
#define MAX_LENGTH 24

/* Compiles abbreviations.tsv: the abbreviation without its last full stop → its kind. */
gpointer
risalah_sentences_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *table = risalah_lexicon_get_table (lexicon, "abbreviations");
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    for (guint kind = ABBREVIATION_TITLE; kind <= ABBREVIATION_STARTER; kind++)
      if (strcmp (risalah_table_get (table, i, 1), kind_names[kind]) == 0)
        g_hash_table_replace (kinds, g_utf8_strdown (risalah_table_get (table, i, 0), -1),
                              GUINT_TO_POINTER (kind));
  return kinds;
}

void
risalah_sentences_unload (gpointer abbreviations)
{
  g_hash_table_unref (abbreviations);
}

static AbbreviationKind
look_up (const RisalahSentences *self, const char *word, gsize length)
{
  g_autofree char *folded = NULL;

  if (length == 0 || length > MAX_LENGTH)
    return ABBREVIATION_NONE;
  folded = g_utf8_strdown (word, length);
  return GPOINTER_TO_UINT (g_hash_table_lookup ((GHashTable *)self->abbreviations, folded));
}

static gunichar
character_at (const RisalahSentences *self, gsize position, gsize *next)
{
  gunichar character;

  if (position >= self->length)
    {
      *next = position;
      return 0;
    }
  character = g_utf8_get_char_validated (self->text + position, self->length - position);
  if (character >= (gunichar)-2)
    {
      *next = position + 1;
      return 0xfffd;
    }
  *next = position + g_utf8_skip[(guchar)self->text[position]];
  return character;
}

static gboolean
is_terminator (gunichar character)
{
  return character == '.' || character == '!' || character == '?' || character == 0x2026;
}

static gboolean
is_closing (gunichar character)
{
  return character == '"' || character == '\'' || character == ')' || character == ']'
         || character == 0x201d || character == 0x2019 || character == 0xbb;
}

static gboolean
is_opening (gunichar character)
{
  return character == '"' || character == '\'' || character == '(' || character == '['
         || character == 0x201c || character == 0x2018 || character == 0xab;
}

/* Where the word that ends at @end begins: letters, digits, and full stops and hyphens in it. */
static gsize
word_start (const RisalahSentences *self, gsize from, gsize end)
{
  while (end > from)
    {
      const char *previous = g_utf8_find_prev_char (self->text + from, self->text + end);
      gunichar character = previous != NULL ? g_utf8_get_char (previous) : 0;

      if (previous == NULL
          || !(g_unichar_isalnum (character) || character == '.' || character == '-'))
        break;
      end = previous - self->text;
    }
  return end;
}

/* Tells whether @word is single letters with full stops between them, "S.H", or one capital. */
static gboolean
is_initials (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (i % 2 == 0 ? !g_ascii_isalpha (word[i]) : word[i] != '.')
      return FALSE;
  return length % 2 == 1 && (length > 1 || g_ascii_isupper (word[0]));
}

static gboolean
is_number (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (word[i]))
      return FALSE;
  return length > 0;
}

/* Tells whether the word at @position is one that begins a sentence even after "U.S.". */
static gboolean
starter_follows (const RisalahSentences *self, gsize position)
{
  gsize end = position;
  gsize next;

  while (g_unichar_isalpha (character_at (self, end, &next)))
    end = next;
  return look_up (self, self->text + position, end - position) == ABBREVIATION_STARTER;
}

/* Tells whether the full stop at @stop is an abbreviation's, an initial's or a list number's;
 * @follows is where the next word stands. */
static gboolean
stop_belongs_to_word (const RisalahSentences *self, gsize sentence, gsize stop, gsize follows)
{
  gsize start = word_start (self, sentence, stop);
  const char *word = self->text + start;
  gsize length = stop - start;

  if (length == 0)
    return FALSE;
  if (is_number (word, length) && start == sentence)
    return TRUE;
  switch (look_up (self, word, length))
    {
    case ABBREVIATION_TITLE:
      return TRUE;
    case ABBREVIATION_ENDING:
      return FALSE;
    case ABBREVIATION_STARTER:
    case ABBREVIATION_NONE:
      break;
    }
  return is_initials (word, length) && !starter_follows (self, follows);
}

/* After a terminator at @stop: passes further ones and what closes, then blanks. Returns whether
 * a new sentence begins at @follows; @end is where this one ends. */
static gboolean
ends_at (const RisalahSentences *self, gsize sentence, gsize stop, gsize *end, gsize *follows)
{
  gsize position = stop;
  gsize next;
  gunichar character;
  gboolean closed = FALSE;
  gboolean blank = FALSE;

  while (is_terminator (character = character_at (self, position, &next)) || is_closing (character))
    {
      closed |= is_closing (character);
      position = next;
    }
  *end = position;
  while (g_unichar_isspace (character = character_at (self, position, &next)))
    {
      blank = TRUE;
      position = next;
    }
  *follows = position;
  if (character == 0)
    return TRUE;
  if (!blank)
    return FALSE;
  while (is_opening (character))
    character = character_at (self, next, &next);
  if (g_unichar_islower (character))
    return FALSE;
  /* "Laksamana Muda (Purn.) Sari": the bracket closes an abbreviation, no sentence. */
  if (closed && self->text[stop] == '.' && self->text[stop + 1] == ')'
      && stop_belongs_to_word (self, sentence, stop, *follows))
    return FALSE;
  return closed || self->text[stop] != '.'
         || !stop_belongs_to_word (self, sentence, stop, *follows);
}

/* A line break that parts sentences: an empty line, or one whose next line begins a list. */
static gboolean
breaks_at (const RisalahSentences *self, gsize newline, gsize *follows)
{
  gsize position = newline;
  guint n_lines = 0;
  gsize next;
  gunichar character;

  while (g_unichar_isspace (character = character_at (self, position, &next)))
    {
      n_lines += character == '\n' || character == 0x2029;
      position = next;
    }
  *follows = position;
  return n_lines > 1 || character == 0 || character == 0x2022
         || (character == '-' && self->text[position + 1] == ' ');
}

/**
 * risalah_sentences_init:
 * @self: an iterator
 * @text: UTF-8, a block of an article; it must outlive the iterator
 * @length: its bytes, or -1 where it ends in a NUL
 * @lexicon: knows the abbreviations; must outlive the iterator
 *
 * Places the iterator before the first sentence.
 */
void
risalah_sentences_init (RisalahSentences *self,
                        const char *text,
                        gssize length,
                        const RisalahLexicon *lexicon)
{
  g_return_if_fail (self != NULL && text != NULL && lexicon != NULL);

  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize)length;
  self->position = 0;
  self->abbreviations = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_ABBREVIATIONS);
}

/**
 * risalah_sentences_next:
 * @self: an iterator
 * @start: (out): the sentence's first byte
 * @end: (out): the byte after its last, its closing marks included, the blanks after it not
 *
 * A quotation that the sentence goes on after ("…?" tanya dia.) does not end it.
 *
 * Returns: %FALSE where there is no further sentence
 */
gboolean
risalah_sentences_next (RisalahSentences *self, gsize *start, gsize *end)
{
  gsize position;
  gsize next;
  gsize follows;
  gunichar character;

  g_return_val_if_fail (self != NULL && start != NULL && end != NULL, FALSE);

  while (g_unichar_isspace (character_at (self, self->position, &next)))
    self->position = next;
  if (self->position >= self->length)
    return FALSE;

  *start = position = self->position;
  while ((character = character_at (self, position, &next)) != 0)
    {
      if (is_terminator (character))
        {
          if (ends_at (self, *start, position, end, &follows))
            {
              self->position = follows;
              return TRUE;
            }
          /* The marks in a row were looked at together. */
          next = *end;
        }
      else if (character == '\n' && breaks_at (self, position, &follows))
        {
          *end = position;
          self->position = follows;
          return TRUE;
        }
      position = next;
    }
  *end = self->position = self->length;
  while (*end > *start && g_ascii_isspace (self->text[*end - 1]))
    (*end)--;
  return TRUE;
}
