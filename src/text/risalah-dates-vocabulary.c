/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The date finder's own vocabulary, compiled from data/vocabulary/date-words.tsv. */

#include "risalah-dates-private.h"

#include <string.h>

#include "risalah-words.h"

static const char *const class_names[DATE_CLASS_N] = {
  [DATE_CLASS_MONTH] = "month",
  [DATE_CLASS_MONTH_SHORT] = "month-short",
  [DATE_CLASS_MONTH_AMBIGUOUS] = "month-ambiguous",
  [DATE_CLASS_WEEKDAY] = "weekday",
  [DATE_CLASS_WEEKDAY_SHORT] = "weekday-short",
  [DATE_CLASS_SUNDAY_OR_WEEK] = "sunday-or-week",
  [DATE_CLASS_HIJRI_MONTH] = "hijri-month",
  [DATE_CLASS_HIJRI_ERA] = "hijri-era",
  [DATE_CLASS_ERA_BEFORE] = "era-before",
  [DATE_CLASS_ERA_AFTER] = "era-after",
  [DATE_CLASS_UNIT] = "unit",
  [DATE_CLASS_ONE_UNIT] = "one-unit",
  [DATE_CLASS_NUMBER] = "number",
  [DATE_CLASS_ORDINAL] = "ordinal",
  [DATE_CLASS_HALF] = "half",
  [DATE_CLASS_VAGUE_COUNT] = "vague-count",
  [DATE_CLASS_PAST] = "past",
  [DATE_CLASS_FUTURE] = "future",
  [DATE_CLASS_PLANNED] = "planned",
  [DATE_CLASS_THIS] = "this",
  [DATE_CLASS_RECENT] = "recent",
  [DATE_CLASS_AHEAD] = "ahead",
  [DATE_CLASS_LEFT] = "left",
  [DATE_CLASS_AGO] = "ago",
  [DATE_CLASS_LAST] = "last",
  [DATE_CLASS_NEXT] = "next",
  [DATE_CLASS_THIS_PREFIX] = "this-prefix",
  [DATE_CLASS_DAY_OFFSET] = "day-offset",
  [DATE_CLASS_PART_OF_DAY] = "part-of-day",
  [DATE_CLASS_MOD] = "mod",
  [DATE_CLASS_MOD_THIS] = "mod-this",
  [DATE_CLASS_SINCE] = "since",
  [DATE_CLASS_UNTIL] = "until",
  [DATE_CLASS_DEADLINE] = "deadline",
  [DATE_CLASS_BEFORE] = "before",
  [DATE_CLASS_AFTER] = "after",
  [DATE_CLASS_FROM] = "from",
  [DATE_CLASS_BETWEEN] = "between",
  [DATE_CLASS_TO] = "to",
  [DATE_CLASS_KE] = "ke",
  [DATE_CLASS_AND] = "and",
  [DATE_CLASS_OR] = "or",
  [DATE_CLASS_EITHER] = "either",
  [DATE_CLASS_APPROXIMATE] = "approximate",
  [DATE_CLASS_ESTIMATED] = "estimated",
  [DATE_CLASS_FILLER] = "filler",
  [DATE_CLASS_DATE_WORD] = "date-word",
  [DATE_CLASS_ERA_WORD] = "era-word",
  [DATE_CLASS_YEAR_CUE] = "year-cue",
  [DATE_CLASS_YEAR_NOUN] = "year-noun",
  [DATE_CLASS_OF] = "of",
  [DATE_CLASS_NOW] = "now",
  [DATE_CLASS_EVERY] = "every",
  [DATE_CLASS_QUARTER] = "quarter",
  [DATE_CLASS_SEASON] = "season",
  [DATE_CLASS_SAME_YEAR] = "same-year",
  [DATE_CLASS_ANAPHORA] = "anaphora",
  [DATE_CLASS_ONWARDS] = "onwards",
  [DATE_CLASS_AGE] = "age",
  [DATE_CLASS_GUARD_BEFORE] = "guard-before",
  [DATE_CLASS_GUARD_AFTER] = "guard-after",
  [DATE_CLASS_NAME_BEFORE] = "name-before",
  [DATE_CLASS_NAME_AFTER] = "name-after",
  [DATE_CLASS_VAGUE] = "vague",
};

static const char *const unit_names[] = {
  "", "hour", "day", "week", "month", "year", "decade", "century",
};

/* Most words are none of the vocabulary's: a bit for each first word's hash says so at once. */
#define N_BITS 16384

struct _DateVocabulary
{
  GHashTable *entries; /* folded phrase → DateEntry */
  guint8 first_words[N_BITS / 8];
  GPtrArray *month_names; /* (element-type utf8): to compare misspellings with */
  GArray *month_numbers;
};

static guint
hash_bytes (const char *word, gsize length)
{
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar)word[i];
  return (hash ^ hash >> 14) % N_BITS;
}

/* A cheap first look: may a phrase of the vocabulary begin with @word? */
gboolean
date_vocabulary_may_have (const DateVocabulary *self, const char *word)
{
  guint bit = hash_bytes (word, strlen (word));

  return (self->first_words[bit / 8] & 1 << bit % 8) != 0;
}

static DateEntry *
entry_of (DateVocabulary *self, const char *phrase)
{
  DateEntry *entry = g_hash_table_lookup (self->entries, phrase);

  if (entry == NULL)
    {
      entry = g_new0 (DateEntry, 1);
      g_hash_table_insert (self->entries, g_strdup (phrase), entry);
    }
  return entry;
}

static int
value_of (DateClass class, const char *text)
{
  if (class == DATE_CLASS_UNIT || class == DATE_CLASS_ONE_UNIT)
    {
      for (guint i = 0; i < G_N_ELEMENTS (unit_names); i++)
        if (strcmp (text, unit_names[i]) == 0)
          return i;
      return DATE_UNIT_NONE;
    }
  if (class == DATE_CLASS_MOD || class == DATE_CLASS_MOD_THIS)
    {
      RisalahEdtfMod mod;

      risalah_edtf_mod_from_string (text, &mod);
      return mod;
    }
  return g_ascii_strtoll (text, NULL, 10);
}

static void
add_row (DateVocabulary *self, const RisalahTable *table, guint row)
{
  g_autofree char *phrase = risalah_words_fold (risalah_table_get (table, row, 0), -1);
  const char *class_name = risalah_table_get (table, row, 1);
  DateClass class = DATE_CLASS_NONE;
  DateEntry *entry;
  guint bit;

  for (guint i = 1; i < DATE_CLASS_N; i++)
    if (strcmp (class_name, class_names[i]) == 0)
      class = i;
  if (class == DATE_CLASS_NONE || strlen (phrase) >= DATE_MAX_PHRASE)
    return;
  bit = hash_bytes (phrase, strcspn (phrase, " "));
  self->first_words[bit / 8] |= 1 << bit % 8;

  for (char *space = strchr (phrase, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      *space = '\0';
      entry_of (self, phrase)->begins_longer = TRUE;
      *space = ' ';
    }
  entry = entry_of (self, phrase);
  entry->class = class;
  entry->value = value_of (class, risalah_table_get (table, row, 2));
  g_strlcpy (entry->languages, risalah_table_get (table, row, 3), sizeof entry->languages);
  if (class == DATE_CLASS_MONTH && strlen (phrase) >= 4)
    {
      g_ptr_array_add (self->month_names, g_strdup (phrase));
      g_array_append_val (self->month_numbers, entry->value);
    }
}

/* Compiles date-words.tsv. Rows of a class that is not known are passed over. */
gpointer
risalah_dates_vocabulary_load (const RisalahLexicon *lexicon, GError **error)
{
  const RisalahTable *table = risalah_lexicon_get_table (lexicon, "date-words");
  DateVocabulary *self = g_new0 (DateVocabulary, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->month_names = g_ptr_array_new_with_free_func (g_free);
  self->month_numbers = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    add_row (self, table, i);
  return self;
}

void
risalah_dates_vocabulary_free (gpointer vocabulary)
{
  DateVocabulary *self = vocabulary;

  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->month_names);
  g_array_unref (self->month_numbers);
  g_free (self);
}

/* Tells whether one edit (or a swap of neighbours) makes @one of @other: Damerau 1964. */
static gboolean
is_one_edit_apart (const char *one, const char *other)
{
  gsize n_one = strlen (one);
  gsize n_other = strlen (other);
  gsize i = 0;

  if (n_one > n_other)
    return is_one_edit_apart (other, one);
  if (n_other - n_one > 1)
    return FALSE;
  while (i < n_one && one[i] == other[i])
    i++;
  if (n_one < n_other)
    return strcmp (one + i, other + i + 1) == 0;
  if (i + 1 < n_one && one[i] == other[i + 1] && one[i + 1] == other[i])
    return strcmp (one + i + 2, other + i + 2) == 0;
  return i < n_one && strcmp (one + i + 1, other + i + 1) == 0;
}

/* The month that @folded is a misspelling of by one edit, or 0. */
int
date_vocabulary_guess_month (const DateVocabulary *self, const char *folded)
{
  for (guint i = 0; i < self->month_names->len; i++)
    {
      const char *name = g_ptr_array_index (self->month_names, i);

      if (name[0] == folded[0] && is_one_edit_apart (name, folded))
        return g_array_index (self->month_numbers, int, i);
    }
  return 0;
}

/* The entry of a folded phrase; NULL where nothing begins with it. */
const DateEntry *
date_vocabulary_look_up (const DateVocabulary *self, const char *phrase)
{
  return g_hash_table_lookup (self->entries, phrase);
}
