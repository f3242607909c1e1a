/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hyphenation dictionaries, opened when their language is first met. Opening one takes as long as
 * two pages, so that layouts share them. */

#include "risalah-hyphenation.h"

#include <hyphen.h>
#include <string.h>

#define SYSTEM_DICTIONARIES "/usr/share/hyphen"
#define LONGEST_WORD        64
#define SHORTEST_WORD       6
#define LEAST_BEFORE        3
#define LEAST_AFTER         3

struct _RisalahHyphenation
{
  char *dictionary_dir;
  GMutex lock;
  GHashTable *dictionaries; /* language → HyphenDict or NULL, guarded by lock */
};

static void
dictionary_free (gpointer data)
{
  if (data != NULL)
    hnj_hyphen_free (data);
}

static HyphenDict *
load (const char *folder, const char *file)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return hnj_hyphen_load (path);
}

static HyphenDict *
find (RisalahHyphenation *self, const char *language)
{
  static const char *const files[][2] = {
    { "id", "hyph_id_ID.dic" },
    { "ms", "hyph_id_ID.dic" },
    { "en", "hyph_en_GB.dic" },
    { "en", "hyph_en_US.dic" },
  };
  g_autoptr (GMutexLocker) locker = NULL;
  gpointer known;
  HyphenDict *dictionary = NULL;

  if (language == NULL)
    return NULL;
  locker = g_mutex_locker_new (&self->lock);
  if (g_hash_table_lookup_extended (self->dictionaries, language, NULL, &known))
    return known;
  for (guint i = 0; i < G_N_ELEMENTS (files) && dictionary == NULL; i++)
    if (strcmp (files[i][0], language) == 0)
      {
        dictionary = load (self->dictionary_dir, files[i][1]);
        if (dictionary == NULL)
          dictionary = load (SYSTEM_DICTIONARIES, files[i][1]);
      }
  g_hash_table_insert (self->dictionaries, g_strdup (language), dictionary);
  return dictionary;
}

/* In lower case, in as many characters and bytes; FALSE where that cannot be, or where the word
 * has a capital: names and abbreviations are not divided. */
static gboolean
fold (const char *word, gsize length, gboolean utf8, char *folded)
{
  guint n_capitals = 0;
  gsize at = 0;

  while (at < length)
    {
      gunichar character = g_utf8_get_char (word + at);
      gsize width = g_utf8_skip[(guchar)word[at]];
      gunichar lower = g_unichar_tolower (character);

      if (!g_unichar_isalpha (character) || (character > 0x7f && !utf8)
          || g_unichar_to_utf8 (lower, NULL) != (int)width)
        return FALSE;
      if (lower != character)
        n_capitals++;
      g_unichar_to_utf8 (lower, folded + at);
      at += width;
    }
  folded[length] = '\0';
  return n_capitals == 0;
}

/**
 * risalah_hyphenation_new:
 * @dictionary_dir: (nullable): the folder of the bundled dictionaries; those of the system stand in
 *   for what it does not hold
 *
 * Returns: (transfer full): the dictionaries, which several threads may use at once: libhyphen
 *   reads a dictionary and writes only what it is handed
 */
RisalahHyphenation *
risalah_hyphenation_new (const char *dictionary_dir)
{
  RisalahHyphenation *self = g_atomic_rc_box_new0 (RisalahHyphenation);

  g_mutex_init (&self->lock);
  self->dictionary_dir = g_strdup (dictionary_dir);
  self->dictionaries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dictionary_free);
  return self;
}

/**
 * risalah_hyphenation_ref:
 * @self: the dictionaries
 *
 * Returns: (transfer full): @self
 */
RisalahHyphenation *
risalah_hyphenation_ref (RisalahHyphenation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
hyphenation_clear (RisalahHyphenation *self)
{
  g_hash_table_unref (self->dictionaries);
  g_mutex_clear (&self->lock);
  g_free (self->dictionary_dir);
}

/**
 * risalah_hyphenation_unref:
 * @self: (transfer full): the dictionaries
 */
void
risalah_hyphenation_unref (RisalahHyphenation *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify)hyphenation_clear);
}

typedef struct
{
  RisalahHyphenation *hyphenation;
  char *language;
} Preparation;

static gpointer
prepare_cb (gpointer data)
{
  Preparation *preparation = data;

  find (preparation->hyphenation, preparation->language);
  risalah_hyphenation_unref (preparation->hyphenation);
  g_free (preparation->language);
  g_free (preparation);
  return NULL;
}

/**
 * risalah_hyphenation_prepare:
 * @self: the dictionaries
 * @language: ISO 639-1
 *
 * Opens the dictionary of @language on a thread of its own, while the caller opens fonts and sets
 * the first lines.
 */
void
risalah_hyphenation_prepare (RisalahHyphenation *self, const char *language)
{
  Preparation *preparation;

  g_return_if_fail (self != NULL && language != NULL);

  g_mutex_lock (&self->lock);
  if (!g_hash_table_contains (self->dictionaries, language))
    {
      preparation = g_new0 (Preparation, 1);
      preparation->hyphenation = risalah_hyphenation_ref (self);
      preparation->language = g_strdup (language);
      g_thread_unref (g_thread_new ("hyphenation", prepare_cb, preparation));
    }
  g_mutex_unlock (&self->lock);
}

/**
 * risalah_hyphenation_knows:
 * @self: the dictionaries
 * @language: (nullable): ISO 639-1
 *
 * Returns: whether words of @language can be divided
 */
gboolean
risalah_hyphenation_knows (RisalahHyphenation *self, const char *language)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find (self, language) != NULL;
}

/**
 * risalah_hyphenation_divide:
 * @self: the dictionaries
 * @language: ISO 639-1
 * @word: UTF-8
 * @length: of @word in bytes
 *
 * At least three characters stay before a hyphen and after it. Words of fewer than six or
 * more than 63 bytes, and those with a capital (names, abbreviations), are not
 * divided.
 *
 * Returns: a bit for each byte before which a hyphen may stand
 */
guint64
risalah_hyphenation_divide (RisalahHyphenation *self,
                            const char *language,
                            const char *word,
                            gsize length)
{
  HyphenDict *dictionary;
  char folded[LONGEST_WORD];
  char hyphens[LONGEST_WORD + 5] = { 0 };
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  guint64 result = 0;
  glong n_characters;
  glong index = 0;

  g_return_val_if_fail (self != NULL && word != NULL, 0);

  dictionary = find (self, language);
  if (dictionary == NULL || length < SHORTEST_WORD || length >= LONGEST_WORD
      || !fold (word, length, dictionary->utf8, folded))
    return 0;
  n_characters = g_utf8_strlen (folded, length);
  if (hnj_hyphen_hyphenate2 (dictionary, folded, length, hyphens, NULL, &replacements, &positions,
                             &cuts)
      != 0)
    return 0;
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at), index++)
    if (index >= LEAST_BEFORE && index <= n_characters - LEAST_AFTER
        && (hyphens[index - 1] & 1) != 0)
      result |= G_GUINT64_CONSTANT (1) << (at - folded);
  if (replacements != NULL)
    for (gsize i = 0; i < length; i++)
      free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);
  return result;
}
