/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems by the exception table, then libhunspell with id_ID, then Snowball for Indonesian and
 * English where the dictionary knows nothing. Words repeat, so their stems are kept. */

#include "risalah-stemmer.h"

#include <glib/gi18n-lib.h>
#include <hunspell/hunspell.h>
#include <libstemmer.h>
#include <string.h>

#include "risalah-lexicon-private.h"
#include "risalah-stemmer-private.h"
#include "risalah-text-error.h"
#include "risalah-words.h"

/* A slot holds one word: a power of two of slots, two ways each. */
#define N_SLOTS (1u << 16)
/* Shorter words are left alone. */
#define MIN_LENGTH 4
/* A stem that Snowball leaves shorter than this is more often wrong than right. */
#define MIN_STEM 4
/* Longer words have no Indonesian affixes to take off. */
#define MAX_AFFIXED 28

/* A word whose stems are known: word, stem, stem, each with its NUL, in one string. */
typedef struct
{
  guint32 hash;
  guint8 n_stems;
  guint8 word_length;
  guint8 stem_length[RISALAH_STEMS_MAX];
  char text[];
} Entry;

struct _RisalahStemmer
{
  RisalahLexicon *lexicon;
  const RisalahStemTable *table;
  Hunhandle *hunspell;
  struct sb_stemmer *indonesian;
  struct sb_stemmer *english;
  Entry *slots[N_SLOTS];
};

/* The stems of one word while they are looked for. */
typedef struct
{
  guint n;
  char text[RISALAH_STEMS_MAX][RISALAH_WORD_MAX_LENGTH + 1];
} Found;

/* libhunspell and its tables are not thread-safe, not even to construct. */
static GMutex hunspell_lock;

static const char *const indonesian_prefixes[] = { "me", "di", "be", "pe", "te", "ke", "se" };

static void
add_stem (RisalahStemmer *self, Found *found, const char *word, const char *stem)
{
  gsize length = strlen (stem);

  if (found->n >= RISALAH_STEMS_MAX || length < 2 || length > RISALAH_WORD_MAX_LENGTH
      || strcmp (stem, word) == 0 || risalah_stem_table_is_stop (self->table, stem))
    return;
  if (found->n == 1 && strcmp (found->text[0], stem) == 0)
    return;
  memcpy (found->text[found->n++], stem, length + 1);
}

static gboolean
list_has (char **list, int n, const char *word)
{
  for (int i = 0; i < n; i++)
    if (strcmp (list[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Tells whether the dictionary lists @word itself with a capital: a name, which is left alone. */
static gboolean
is_listed_name (RisalahStemmer *self, const char *word)
{
  char name[RISALAH_WORD_MAX_LENGTH + 1];
  char **stems = NULL;
  int n_stems;
  gboolean listed;

  g_strlcpy (name, word, sizeof name);
  name[0] = g_ascii_toupper (name[0]);
  n_stems = Hunspell_stem (self->hunspell, &stems, name);
  listed = list_has (stems, n_stems, name);
  if (n_stems > 0)
    Hunspell_free_list (self->hunspell, &stems, n_stems);
  return listed;
}

/* Asks the dictionary. Returns whether it knows @word; a word among its own stems stays. */
static gboolean
stem_by_dictionary (RisalahStemmer *self, const char *word, Found *found)
{
  char **stems = NULL;
  int n_stems = Hunspell_stem (self->hunspell, &stems, word);
  const char *best = NULL;

  for (int i = 0; i < n_stems; i++)
    if (best == NULL || strlen (stems[i]) < strlen (best))
      best = stems[i];
  if (best != NULL && !list_has (stems, n_stems, word) && !is_listed_name (self, word))
    {
      g_autofree char *folded = risalah_words_fold (best, -1);
      const char *const *further = risalah_stem_table_lookup (self->table, folded);

      /* The table may know the dictionary's root to be a form of another. */
      if (further != NULL && further[0] != NULL)
        add_stem (self, found, word, further[0]);
      else if (strchr (folded, ' ') == NULL)
        add_stem (self, found, word, folded);
    }
  if (n_stems > 0)
    Hunspell_free_list (self->hunspell, &stems, n_stems);
  return n_stems > 0;
}

/* Stems by the table; FALSE where it does not know @word. */
static gboolean
stem_by_table (RisalahStemmer *self, const char *word, Found *found)
{
  const char *const *stems = risalah_stem_table_lookup (self->table, word);

  if (stems == NULL)
    return FALSE;
  for (guint i = 0; stems[i] != NULL; i++)
    add_stem (self, found, word, stems[i]);
  return TRUE;
}

/* Tells whether @word is a root: the table's, or one that the dictionary stems to itself. */
static gboolean
is_root (const char *word, gpointer user_data)
{
  RisalahStemmer *self = user_data;
  const char *const *stems = risalah_stem_table_lookup (self->table, word);
  char **list = NULL;
  int n;
  gboolean root;

  if (stems != NULL)
    return TRUE;
  if (risalah_stem_table_is_stop (self->table, word))
    return FALSE;
  n = Hunspell_stem (self->hunspell, &list, word);
  root = list_has (list, n, word);
  if (n > 0)
    Hunspell_free_list (self->hunspell, &list, n);
  return root;
}

/* Takes affixes off a word that the dictionary does not list with them. */
static gboolean
stem_by_affixes (RisalahStemmer *self, const char *word, Found *found)
{
  char root[RISALAH_WORD_MAX_LENGTH + 1];

  if (strlen (word) > MAX_AFFIXED || !risalah_stemmer_strip_affixes (word, is_root, self, root))
    return FALSE;
  if (!stem_by_table (self, root, found) || found->n == 0)
    add_stem (self, found, word, root);
  return TRUE;
}

/* Tells whether a stem is too short to trust: English may take the last letter off a name, and
 * leave a word of another meaning (Hamas, hama). */
static gboolean
is_doubtful (RisalahStemmer *self, const char *word, const char *stem, gsize length)
{
  if (length < MIN_STEM)
    return length < MIN_STEM - 1 || strlen (word) != length + 1 || is_root (stem, self);
  return length == MIN_STEM && is_root (stem, self);
}

static void
stem_by_snowball (RisalahStemmer *self, struct sb_stemmer *stemmer, const char *word, Found *found)
{
  const sb_symbol *stem = sb_stemmer_stem (stemmer, (const sb_symbol *)word, strlen (word));
  g_autofree char *copy = NULL;

  if (stem == NULL)
    return;
  copy = g_strndup ((const char *)stem, sb_stemmer_length (stemmer));
  if (!is_doubtful (self, word, copy, sb_stemmer_length (stemmer)))
    add_stem (self, found, word, copy);
}

/* A word that looks Indonesian: a prefix, and a suffix or clitic too. */
static gboolean
looks_indonesian (const char *word)
{
  gboolean prefixed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (indonesian_prefixes); i++)
    prefixed |= g_str_has_prefix (word, indonesian_prefixes[i]);
  return prefixed
         && (g_str_has_suffix (word, "kan") || g_str_has_suffix (word, "nya")
             || g_str_has_suffix (word, "an"));
}

static gboolean
is_plain (const char *word)
{
  for (; *word != '\0'; word++)
    if (!g_ascii_islower (*word))
      return FALSE;
  return TRUE;
}

/* The rules, in their order: table, dictionary, name, affixes, and Snowball where all are mute. */
static void
find_stems (RisalahStemmer *self, const char *word, Found *found)
{
  found->n = 0;
  if (stem_by_table (self, word, found))
    return;
  if (strlen (word) < MIN_LENGTH || !is_plain (word))
    return;
  if (stem_by_dictionary (self, word, found) || is_listed_name (self, word)
      || stem_by_affixes (self, word, found))
    return;
  stem_by_snowball (self, self->english, word, found);
  if (looks_indonesian (word))
    stem_by_snowball (self, self->indonesian, word, found);
}

static Entry *
make_entry (const char *word, gsize length, guint32 hash, const Found *found)
{
  gsize size = length + 1;
  Entry *entry;
  char *at;

  for (guint i = 0; i < found->n; i++)
    size += strlen (found->text[i]) + 1;
  entry = g_malloc (sizeof (Entry) + size);
  entry->hash = hash;
  entry->n_stems = found->n;
  entry->word_length = length;
  memcpy (entry->text, word, length);
  entry->text[length] = '\0';
  at = entry->text + length + 1;
  for (guint i = 0; i < found->n; i++)
    {
      entry->stem_length[i] = strlen (found->text[i]);
      memcpy (at, found->text[i], entry->stem_length[i] + 1);
      at += entry->stem_length[i] + 1;
    }
  return entry;
}

static inline gboolean
entry_is (const Entry *entry, guint32 hash, const char *word, gsize length)
{
  return entry != NULL && entry->hash == hash && entry->word_length == length
         && memcmp (entry->text, word, length) == 0;
}

/* The entry of @word, made where it is not kept yet. FNV-1a, two ways, the older one gives way. */
static const Entry *
look_up (RisalahStemmer *self, const char *word, gsize length)
{
  guint32 hash = 2166136261u;
  char copy[RISALAH_WORD_MAX_LENGTH + 1];
  guint32 slot;
  Found found;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)word[i]) * 16777619u;
  hash ^= hash >> 15;
  slot = hash & (N_SLOTS - 1);

  if (entry_is (self->slots[slot], hash, word, length))
    return self->slots[slot];
  if (entry_is (self->slots[slot ^ 1], hash, word, length))
    return self->slots[slot ^ 1];

  memcpy (copy, word, length);
  copy[length] = '\0';
  find_stems (self, copy, &found);
  if (self->slots[slot] != NULL)
    {
      g_free (self->slots[slot ^ 1]);
      self->slots[slot ^ 1] = self->slots[slot];
    }
  self->slots[slot] = make_entry (copy, length, hash, &found);
  return self->slots[slot];
}

static Hunhandle *
open_dictionary (const char *dir, GError **error)
{
  g_autofree char *affixes = g_build_filename (dir, "id_ID.aff", NULL);
  g_autofree char *words = g_build_filename (dir, "id_ID.dic", NULL);
  Hunhandle *handle;

  if (!g_file_test (affixes, G_FILE_TEST_IS_REGULAR)
      || !g_file_test (words, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                   _ ("The Indonesian dictionary id_ID is not in the folder “%s”."), dir);
      return NULL;
    }
  g_mutex_lock (&hunspell_lock);
  handle = Hunspell_create (affixes, words);
  g_mutex_unlock (&hunspell_lock);
  return handle;
}

/**
 * risalah_stemmer_new:
 * @lexicon: the lexicon, whose dictionary folder holds id_ID; the stemmer keeps a reference
 *
 * Makes a stemmer for one thread. Reading the dictionary takes some 30 ms.
 *
 * Returns: (transfer full): the stemmer, or %NULL with %RISALAH_TEXT_ERROR_VOCABULARY where
 *   the dictionary is missing
 */
RisalahStemmer *
risalah_stemmer_new (RisalahLexicon *lexicon, GError **error)
{
  g_autoptr (RisalahStemmer) self = NULL;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (RisalahStemmer, 1);
  self->lexicon = risalah_lexicon_ref (lexicon);
  self->table = risalah_lexicon_get_part (lexicon, RISALAH_LEXICON_STEMS);
  self->hunspell = open_dictionary (risalah_lexicon_get_dictionary_dir (lexicon), error);
  if (self->hunspell == NULL)
    return NULL;
  self->indonesian = sb_stemmer_new ("indonesian", "UTF_8");
  self->english = sb_stemmer_new ("english", "UTF_8");
  if (self->indonesian == NULL || self->english == NULL)
    {
      g_set_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY,
                   _ ("The installed libstemmer knows no Indonesian or no English."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * risalah_stemmer_free:
 * @self: (transfer full) (nullable): a stemmer
 */
void
risalah_stemmer_free (RisalahStemmer *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_SLOTS; i++)
    g_free (self->slots[i]);
  if (self->hunspell != NULL)
    {
      g_mutex_lock (&hunspell_lock);
      Hunspell_destroy (self->hunspell);
      g_mutex_unlock (&hunspell_lock);
    }
  if (self->indonesian != NULL)
    sb_stemmer_delete (self->indonesian);
  if (self->english != NULL)
    sb_stemmer_delete (self->english);
  risalah_lexicon_unref (self->lexicon);
  g_free (self);
}

/**
 * risalah_stemmer_stem:
 * @self: a stemmer
 * @folded: a folded word, as #RisalahWord gives it
 * @length: its bytes
 * @stems: (out caller-allocates): its stems; they live until @self is next asked
 *
 * The index takes the word and its stems, all at one position; a finished word of a query looks
 * for its stems, or for itself where it has none. The stems are a function of the word and the
 * lexicon alone: Indonesian where id_ID knows the word, else English, both where the word is
 * unknown and has the shape of an affixed Indonesian one. A stem is never a stop word.
 */
void
risalah_stemmer_stem (RisalahStemmer *self, const char *folded, gsize length, RisalahStems *stems)
{
  const Entry *entry;
  const char *at;

  g_return_if_fail (self != NULL && folded != NULL && stems != NULL);

  stems->n = 0;
  if (length > RISALAH_WORD_MAX_LENGTH || length == 0)
    return;
  entry = look_up (self, folded, length);
  at = entry->text + length + 1;
  for (guint i = 0; i < entry->n_stems; i++)
    {
      stems->text[i] = at;
      stems->length[i] = entry->stem_length[i];
      at += entry->stem_length[i] + 1;
    }
  stems->n = entry->n_stems;
}

/* The one form of a word that stands for its family, in @buffer. */
static void
copy_canonical (RisalahStemmer *self, const char *word, gsize length, char *buffer)
{
  RisalahStems stems;

  risalah_stemmer_stem (self, word, length, &stems);
  if (stems.n > 0)
    {
      word = stems.text[0];
      length = stems.length[0];
    }
  memcpy (buffer, word, length);
  buffer[length] = '\0';
}

/**
 * risalah_stemmer_join:
 * @self: a stemmer
 * @first: a folded word
 * @first_length: its bytes
 * @second: the folded word right after it, with a space or a hyphen between them
 * @second_length: its bytes
 *
 * Tells whether two words are one term: "kerja sama", "bekerja sama" and "kerja-sama" all give
 * "kerjasama". The index places it at the second word, beside that word's own stems.
 *
 * Returns: (transfer none) (nullable): the joined token; lives as long as the lexicon
 */
const char *
risalah_stemmer_join (RisalahStemmer *self,
                      const char *first,
                      gsize first_length,
                      const char *second,
                      gsize second_length)
{
  char first_stem[RISALAH_WORD_MAX_LENGTH + 1];
  char second_stem[RISALAH_WORD_MAX_LENGTH + 1];

  g_return_val_if_fail (self != NULL && first != NULL && second != NULL, NULL);

  if (!risalah_stem_table_may_join (self->table, second, second_length) || first_length == 0
      || first_length > RISALAH_WORD_MAX_LENGTH || second_length > RISALAH_WORD_MAX_LENGTH)
    return NULL;
  copy_canonical (self, first, first_length, first_stem);
  copy_canonical (self, second, second_length, second_stem);
  return risalah_stem_table_join (self->table, first_stem, second_stem);
}

/* The checksum of the tables that @self works by. */
const char *
risalah_stemmer_get_table_checksum (const RisalahStemmer *self)
{
  return risalah_stem_table_get_checksum (self->table);
}
