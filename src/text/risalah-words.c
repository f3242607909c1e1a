/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into words and folds them. Runs of letters and digits are words. A hyphen parts
 * words (negara-negara is two), an apostrophe inside one does not (Jum’at, Ma’ruf), an English
 * genitive is left out, and single letters with full stops between them are one (U.S., S.H.). */

#include "risalah-words.h"

#include <string.h>

#define TYPES_CASED_LETTER                                                                         \
  (1u << G_UNICODE_UPPERCASE_LETTER | 1u << G_UNICODE_LOWERCASE_LETTER                             \
   | 1u << G_UNICODE_TITLECASE_LETTER | 1u << G_UNICODE_MODIFIER_LETTER)
#define TYPES_INVISIBLE                                                                            \
  (1u << G_UNICODE_NON_SPACING_MARK | 1u << G_UNICODE_SPACING_MARK                                 \
   | 1u << G_UNICODE_ENCLOSING_MARK | 1u << G_UNICODE_FORMAT)

/* What a character is to a word. */
typedef enum
{
  KIND_BREAK, /* parts words */
  KIND_LETTER,
  KIND_DIGIT,
  KIND_INVISIBLE, /* inside a word, and nothing there: zero-width, soft hyphen, combining mark */
  KIND_IDEOGRAPH, /* a word by itself */
} Kind;

/* The word that is being read. */
typedef struct
{
  char *folded;
  gsize length;
  guint n_letters;
  guint n_digits;
  guint n_capitals;
  gboolean first_is_capital;
} Reading;

/* Letters that have no decomposition, with what they are written as without their sign. */
static const struct
{
  gunichar letter;
  const char *folded;
} special_folds[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" },
  { 0x0111, "d" },  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0138, "k" }, { 0x0142, "l" },
  { 0x014b, "n" },  { 0x0153, "oe" }, { 0x0167, "t" }, { 0x0259, "e" },
};

static Kind
kind_of (gunichar character)
{
  guint type;

  if (character < 0x80)
    {
      if (g_ascii_isalpha (character))
        return KIND_LETTER;
      return g_ascii_isdigit (character) ? KIND_DIGIT : KIND_BREAK;
    }
  type = 1u << g_unichar_type (character);
  if (type & TYPES_CASED_LETTER)
    return character == 0x02bc || character == 0x02bb ? KIND_BREAK : KIND_LETTER;
  if (type & (1u << G_UNICODE_OTHER_LETTER))
    return g_unichar_iswide (character) && !(character >= 0xac00 && character <= 0xd7a3)
               ? KIND_IDEOGRAPH
               : KIND_LETTER;
  if (type & (1u << G_UNICODE_DECIMAL_NUMBER))
    return KIND_DIGIT;
  return type & TYPES_INVISIBLE ? KIND_INVISIBLE : KIND_BREAK;
}

/* What ASCII letters and digits fold to; 0 for all other bytes. */
static const char ascii_folds[256] = {
  ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6',
  ['7'] = '7', ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd',
  ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k',
  ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
  ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y',
  ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f',
  ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm',
  ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
  ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* Tells whether the character is written as an apostrophe. */
static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2019 || character == 0x2018 || character == 0x02bc
         || character == 0x02bb || character == '`';
}

static void
append_bytes (Reading *reading, const char *bytes, gsize n_bytes)
{
  if (reading->length + n_bytes > RISALAH_WORD_MAX_LENGTH)
    return;
  memcpy (reading->folded + reading->length, bytes, n_bytes);
  reading->length += n_bytes;
}

/* Appends a letter beyond ASCII without case and signs (Unicode compatibility decomposition). */
static void
append_folded (Reading *reading, gunichar character)
{
  gunichar lower = g_unichar_tolower (character);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  for (guint i = 0; i < G_N_ELEMENTS (special_folds); i++)
    if (special_folds[i].letter == lower)
      {
        append_bytes (reading, special_folds[i].folded, strlen (special_folds[i].folded));
        return;
      }

  n_parts = g_unichar_fully_decompose (lower, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      char bytes[6];
      Kind kind = kind_of (parts[i]);

      if (kind == KIND_INVISIBLE || kind == KIND_BREAK)
        continue;
      append_bytes (reading, bytes, g_unichar_to_utf8 (g_unichar_tolower (parts[i]), bytes));
    }
}

/* Takes a run of ASCII letters and digits, the common case. */
static void
take_ascii_run (RisalahWords *self, Reading *reading, gsize *end)
{
  const char *text = self->text;
  gsize position = self->position;
  char fold;

  while (position < self->length && (fold = ascii_folds[(guchar)text[position]]) != 0)
    {
      gboolean digit = fold <= '9';
      gboolean capital = fold != text[position];

      if (reading->length < RISALAH_WORD_MAX_LENGTH)
        reading->folded[reading->length++] = fold;
      if (reading->n_letters + reading->n_digits == 0)
        reading->first_is_capital = capital;
      reading->n_capitals += capital;
      reading->n_digits += digit;
      reading->n_letters += !digit;
      position++;
    }
  if (position > self->position)
    *end = self->position = position;
}

/* Takes one character beyond ASCII, whose kind the caller knows. */
static void
take (Reading *reading, gunichar character, Kind kind)
{
  gboolean capital = g_unichar_isupper (character) || g_unichar_istitle (character);

  if (kind == KIND_INVISIBLE)
    return;
  if (kind == KIND_DIGIT)
    {
      char digit = '0' + g_unichar_digit_value (character);

      append_bytes (reading, &digit, 1);
    }
  else
    append_folded (reading, character);

  if (reading->n_letters + reading->n_digits == 0)
    reading->first_is_capital = capital;
  reading->n_capitals += capital;
  if (kind == KIND_DIGIT)
    reading->n_digits++;
  else
    reading->n_letters++;
}

/* The character at @position, and where the next one begins; 0 at the end. Broken bytes part
 * words. */
static inline gunichar
character_at (const RisalahWords *self, gsize position, gsize *next)
{
  gunichar character;

  if (position >= self->length)
    {
      *next = position;
      return 0;
    }
  if ((guchar)self->text[position] < 0x80)
    {
      *next = position + 1;
      return (guchar)self->text[position];
    }
  character = g_utf8_get_char_validated (self->text + position, self->length - position);
  if (character == (gunichar)-1 || character == (gunichar)-2)
    {
      *next = position + 1;
      return 0xfffd;
    }
  *next = position + g_utf8_skip[(guchar)self->text[position]];
  return character;
}

/* Tells whether a letter, and only one, stands at @position; @end is where it ends. */
static gboolean
single_letter_at (const RisalahWords *self, gsize position, gunichar *letter, gsize *end)
{
  gsize after;
  gunichar follows;

  *letter = character_at (self, position, end);
  if (*letter == 0 || kind_of (*letter) != KIND_LETTER)
    return FALSE;
  follows = character_at (self, *end, &after);
  return follows == 0 || kind_of (follows) == KIND_BREAK;
}

/* After one letter and a full stop: takes the further "X." of an abbreviation. */
static gboolean
take_dotted (RisalahWords *self, Reading *reading)
{
  gboolean taken = FALSE;
  gsize end;
  gunichar letter;

  while (self->position < self->length && self->text[self->position] == '.'
         && single_letter_at (self, self->position + 1, &letter, &end))
    {
      self->position++;
      if (letter < 0x80)
        take_ascii_run (self, reading, &end);
      else
        take (reading, letter, KIND_LETTER);
      self->position = end;
      taken = TRUE;
    }
  return taken;
}

/* At an apostrophe inside a word: returns TRUE where it is the genitive's, which ends the word
 * before it and moves @after past the "s". */
static gboolean
is_genitive (const RisalahWords *self, gsize after_apostrophe, gsize *after)
{
  gsize next;
  gunichar letter = character_at (self, after_apostrophe, after);
  gunichar follows = character_at (self, *after, &next);

  return (letter == 's' || letter == 'S') && (follows == 0 || kind_of (follows) == KIND_BREAK)
         && !is_apostrophe (follows);
}

static guint
flags_of (const Reading *reading)
{
  guint flags = 0;

  if (reading->first_is_capital)
    flags |= RISALAH_WORD_CAPITALISED;
  if (reading->n_letters >= 2 && reading->n_capitals == reading->n_letters)
    flags |= RISALAH_WORD_ALL_CAPITALS;
  if (reading->n_digits > 0)
    flags |= RISALAH_WORD_HAS_DIGIT | (reading->n_letters == 0 ? RISALAH_WORD_DIGITS : 0);
  return flags;
}

/* Moves to the first character of a word; tells whether only a hyphen was passed since @from. */
static gboolean
find_word (RisalahWords *self, gboolean *hyphenated)
{
  gsize from = self->position;

  while (self->position < self->length)
    {
      gsize next;
      gunichar character = character_at (self, self->position, &next);
      Kind kind =
          character < 0x80 && ascii_folds[character] == 0 ? KIND_BREAK : kind_of (character);

      if (kind != KIND_BREAK && kind != KIND_INVISIBLE)
        {
          gsize passed = self->position - from;

          *hyphenated = from > 0
                        && ((passed == 1 && self->text[from] == '-')
                            || (passed == 3
                                && (memcmp (self->text + from, "\xe2\x80\x90", 3) == 0
                                    || memcmp (self->text + from, "\xe2\x80\x91", 3) == 0)));
          return TRUE;
        }
      self->position = next;
    }
  return FALSE;
}

/* Reads on until the word's end, and returns further flags of it; @end is the end of its last
 * visible character. */
static guint
read_word (RisalahWords *self, Reading *reading, gsize *end)
{
  while (take_ascii_run (self, reading, end), self->position < self->length)
    {
      gsize next;
      gunichar character = character_at (self, self->position, &next);
      Kind kind = character < 0x80 ? KIND_BREAK : kind_of (character);

      if (kind == KIND_IDEOGRAPH)
        {
          if (reading->length > 0)
            return 0;
          take (reading, character, kind);
          *end = self->position = next;
          return 0;
        }
      if (kind == KIND_BREAK)
        {
          gsize after;

          if (character == '.' && reading->n_letters == 1 && reading->n_digits == 0
              && take_dotted (self, reading))
            {
              *end = self->position;
              return RISALAH_WORD_DOTTED;
            }
          if (!is_apostrophe (character) || reading->n_letters == 0)
            return 0;
          if (is_genitive (self, next, &after))
            {
              self->position = after;
              return RISALAH_WORD_GENITIVE;
            }
          if (kind_of (character_at (self, next, &after)) != KIND_LETTER)
            return 0;
          self->position = next;
          continue;
        }
      take (reading, character, kind);
      self->position = next;
      if (kind != KIND_INVISIBLE)
        *end = next;
    }
  return 0;
}

/**
 * risalah_words_init:
 * @self: an iterator
 * @text: UTF-8; it must outlive the iterator. Broken bytes part words
 * @length: its bytes, or -1 where it ends in a NUL
 *
 * Places the iterator before the first word of @text.
 */
void
risalah_words_init (RisalahWords *self, const char *text, gssize length)
{
  g_return_if_fail (self != NULL && text != NULL);

  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize)length;
  self->position = 0;
}

/**
 * risalah_words_next:
 * @self: an iterator
 * @word: (out caller-allocates): the next word
 *
 * Words are runs of letters and digits. A word's span holds an apostrophe inside it but neither
 * an English genitive nor the last full stop of "U.S.".
 *
 * Returns: %FALSE where there is no further word
 */
gboolean
risalah_words_next (RisalahWords *self, RisalahWord *word)
{
  gboolean hyphenated = FALSE;

  g_return_val_if_fail (self != NULL && word != NULL, FALSE);

  while (find_word (self, &hyphenated))
    {
      Reading reading = { self->folded, 0 };
      guint flags;

      word->start = word->end = self->position;
      flags = read_word (self, &reading, &word->end);
      if (reading.length == 0)
        continue;
      self->folded[reading.length] = '\0';
      word->folded = self->folded;
      word->folded_length = reading.length;
      word->flags = flags | flags_of (&reading) | (hyphenated ? RISALAH_WORD_HYPHENATED : 0);
      return TRUE;
    }
  return FALSE;
}

/**
 * risalah_words_fold:
 * @text: UTF-8
 * @length: its bytes, or -1 where it ends in a NUL
 *
 * Returns: (transfer full): the folded words of @text with one space between them, the form in
 *   which vocabulary and text are compared
 */
char *
risalah_words_fold (const char *text, gssize length)
{
  GString *folded = g_string_new (NULL);
  RisalahWords words;
  RisalahWord word;

  g_return_val_if_fail (text != NULL, NULL);

  risalah_words_init (&words, text, length);
  while (risalah_words_next (&words, &word))
    {
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append_len (folded, word.folded, word.folded_length);
    }
  return g_string_free (folded, FALSE);
}

/**
 * risalah_words_cut_clitic:
 * @word: an Indonesian word, folded
 * @length: its bytes
 *
 * Returns: how many bytes it has without "-nya", "-lah", "-kah" or "-pun" at its end; 0 where it
 * ends in none of them, or has less than three letters before
 */
gsize
risalah_words_cut_clitic (const char *word, gsize length)
{
  static const char *const clitics[] = { "nya", "lah", "kah", "pun" };

  g_return_val_if_fail (word != NULL, 0);

  if (length < 6)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (memcmp (word + length - 3, clitics[i], 3) == 0)
      return length - 3;
  return 0;
}
