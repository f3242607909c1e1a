/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and countries are named by the words of data/document/, and organisations by the vocabulary,
 * both in the window's language. */

#include "risalah-names.h"

#include <glib/gi18n.h>
#include <string.h>

#define COUNTRY_KEY "country."

struct _RisalahNames
{
  GObject parent_instance;

  RisalahLexicon *lexicon;
  GHashTable *patterns;  /* key → text of data/document/LANGUAGE.tsv */
  GHashTable *countries; /* code → name */
  GHashTable *organisations;
  char *language;
};

G_DEFINE_FINAL_TYPE (RisalahNames, risalah_names, G_TYPE_OBJECT)

/* Column @value by column @key of a table, which may be missing. */
static GHashTable *
index_table (const RisalahTable *table, guint key, guint value)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint row = 0; table != NULL && row < risalah_table_get_n_rows (table); row++)
    {
      const char *name = risalah_table_get (table, row, key);
      const char *text = risalah_table_get (table, row, value);

      if (name != NULL && text != NULL && *text != '\0' && !g_hash_table_contains (index, name))
        g_hash_table_insert (index, g_strdup (name), g_strdup (text));
    }
  return index;
}

/* The countries' names among the printed words: "country.ID" and so on. */
static GHashTable *
index_countries (GHashTable *patterns)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, name;

  g_hash_table_iter_init (&iter, patterns);
  while (g_hash_table_iter_next (&iter, &key, &name))
    if (g_str_has_prefix (key, COUNTRY_KEY))
      g_hash_table_insert (index, g_strdup ((char *)key + strlen (COUNTRY_KEY)), g_strdup (name));
  return index;
}

static GHashTable *
read_patterns (const char *folder, const char *language)
{
  g_autofree char *file = g_strconcat (language, ".tsv", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autoptr (GError) error = NULL;

  /* Without it dates are shown as EDTF, which is still right. */
  if (!risalah_table_add_file (table, path, &error))
    g_debug ("No date words: %s", error->message);
  return index_table (table, 0, 1);
}

static const char *
pattern_cb (const char *key, gpointer user_data)
{
  return g_hash_table_lookup (RISALAH_NAMES (user_data)->patterns, key);
}

static void
risalah_names_finalize (GObject *object)
{
  RisalahNames *self = RISALAH_NAMES (object);

  g_clear_pointer (&self->lexicon, risalah_lexicon_unref);
  g_clear_pointer (&self->patterns, g_hash_table_unref);
  g_clear_pointer (&self->countries, g_hash_table_unref);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (risalah_names_parent_class)->finalize (object);
}

static void
risalah_names_class_init (RisalahNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_names_finalize;
}

static void
risalah_names_init (RisalahNames *self)
{
}

/**
 * risalah_names_new:
 * @lexicon: the vocabulary
 * @document_dir: (type filename): the folder data/document
 * @language: "id" or "en"
 *
 * Returns: (transfer full): the names in that language
 */
RisalahNames *
risalah_names_new (RisalahLexicon *lexicon, const char *document_dir, const char *language)
{
  RisalahNames *self;
  gboolean is_indonesian;

  g_return_val_if_fail (lexicon != NULL && document_dir != NULL && language != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_NAMES, NULL);
  is_indonesian = g_str_equal (language, "id");
  self->lexicon = risalah_lexicon_ref (lexicon);
  self->language = g_strdup (language);
  self->patterns = read_patterns (document_dir, language);
  self->countries = index_countries (self->patterns);
  self->organisations =
      index_table (risalah_lexicon_get_table (lexicon, "organisations"), 0, is_indonesian ? 1 : 2);
  return self;
}

/**
 * risalah_names_date:
 * @self: the names
 * @edtf: (nullable): a date
 * @mod: what the text says beside it
 *
 * Returns: (transfer full): the date in words; "" without one, @edtf itself where it is none
 */
char *
risalah_names_date (RisalahNames *self, const char *edtf, RisalahEdtfMod mod)
{
  g_autoptr (RisalahEdtf) date = NULL;

  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);

  if (edtf == NULL || *edtf == '\0')
    return g_strdup ("");
  date = risalah_edtf_parse (edtf, NULL);
  if (date == NULL)
    return g_strdup (edtf);
  return risalah_edtf_to_words (date, mod, pattern_cb, self);
}

/**
 * risalah_names_country:
 * @self: the names
 * @code: ISO 3166 code
 *
 * Returns: (transfer full): its name, or the code
 */
char *
risalah_names_country (RisalahNames *self, const char *code)
{
  const char *name;

  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);

  name = g_hash_table_lookup (self->countries, code);
  return g_strdup (name != NULL ? name : code);
}

/**
 * risalah_names_find_country:
 * @self: the names
 * @name: a name or code, in any case
 *
 * Returns: (transfer full) (nullable): ISO 3166 code; %NULL where there is no such country
 */
char *
risalah_names_find_country (RisalahNames *self, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  GHashTableIter iter;
  gpointer code, known;

  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);

  g_hash_table_iter_init (&iter, self->countries);
  while (g_hash_table_iter_next (&iter, &code, &known))
    {
      g_autofree char *folded = g_utf8_casefold (known, -1);

      if (g_str_equal (folded, wanted) || g_ascii_strcasecmp (code, name) == 0)
        return g_strdup (code);
    }
  return NULL;
}

/**
 * risalah_names_organisation:
 * @self: the names
 * @key: a key of the vocabulary
 *
 * Returns: (transfer full): its name, or the key
 */
char *
risalah_names_organisation (RisalahNames *self, const char *key)
{
  const char *name;

  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);

  name = g_hash_table_lookup (self->organisations, key);
  return g_strdup (name != NULL ? name : key);
}

/**
 * risalah_names_party:
 * @self: the names
 * @party: a party of an event
 *
 * Returns: (transfer full): its name
 */
char *
risalah_names_party (RisalahNames *self, const RisalahParty *party)
{
  if (g_strcmp0 (party->kind, "country") == 0)
    return risalah_names_country (self, party->key);
  if (party->name != NULL)
    return g_strdup (party->name);
  return risalah_names_organisation (self, party->key);
}

/**
 * risalah_names_explain:
 * @self: the names
 * @mention: what a text mentions
 *
 * Returns: (transfer full): what it was recognised as, in a phrase of its own
 */
char *
risalah_names_explain (RisalahNames *self, const RisalahMention *mention)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);
  g_return_val_if_fail (mention != NULL, NULL);

  switch (mention->kind)
    {
    case RISALAH_MENTION_COUNTRY:
      name = risalah_names_country (self, mention->key);
      return g_strdup_printf (_ ("Country: %s"), name);
    case RISALAH_MENTION_ORGANISATION:
      name = risalah_names_organisation (self, mention->key);
      return g_strdup_printf (_ ("Organisation: %s"), name);
    case RISALAH_MENTION_PERSON:
      return g_strdup_printf (_ ("Person: %s"), mention->key);
    case RISALAH_MENTION_DATE:
      if (*mention->key == '\0')
        return g_strdup (_ ("A date that is not exact"));
      name = risalah_names_date (self, mention->key, RISALAH_EDTF_MOD_NONE);
      return g_strdup_printf (_ ("Date: %s"), name);
    case RISALAH_MENTION_QUOTATION:
      /* Translators: %s is who speaks */
      return *mention->key != '\0' ? g_strdup_printf (_ ("Speech: %s"), mention->key)
                                   : g_strdup (_ ("Speech"));
    }
  g_return_val_if_reached (NULL);
}

/**
 * risalah_names_facet:
 * @self: the names
 * @field: a field
 * @value: one of its values
 *
 * Returns: (transfer full): how the value is called in filters
 */
char *
risalah_names_facet (RisalahNames *self, RisalahField field, const char *value)
{
  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);

  switch (field)
    {
    case RISALAH_FIELD_COUNTRY:
      return risalah_names_country (self, value);
    case RISALAH_FIELD_TOPIC:
      {
        g_autofree char *key = g_strdelimit (g_strdup (value), "_", ' '); /* as kept: in a list */

        return risalah_names_organisation (self, key);
      }
    case RISALAH_FIELD_KIND:
      return g_strdup (risalah_names_kind (value));
    case RISALAH_FIELD_GRADE:
      return g_strdup (risalah_names_reliability (g_str_equal (value, "none") ? 0 : *value));
    case RISALAH_FIELD_LANGUAGE:
      return g_strdup (risalah_names_language (value));
    case RISALAH_FIELD_TYPE:
      return g_strdup (risalah_names_source_type (value));
    case RISALAH_FIELD_DATE:
      return g_strdup (g_str_equal (value, "none") ? _ ("No date") : value);
    case RISALAH_FIELD_PUBLISHER:
    case RISALAH_FIELD_TAG:
    case RISALAH_FIELD_DOSSIER:
    case RISALAH_FIELD_AFTER:
    case RISALAH_FIELD_BEFORE:
    case RISALAH_FIELD_TITLE:
    case RISALAH_FIELD_N:
      break;
    }
  return g_strdup (value);
}

/**
 * risalah_names_about_source:
 * @self: the names
 * @source: a source
 *
 * Returns: (transfer full): one line: publisher, date, grade, as far as they are known
 */
char *
risalah_names_about_source (RisalahNames *self, const RisalahSource *source)
{
  const char *publisher = source->metadata[RISALAH_METADATA_PUBLISHER];
  const char *published = source->metadata[RISALAH_METADATA_PUBLISHED];
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (RISALAH_IS_NAMES (self), NULL);

  if (publisher != NULL)
    g_ptr_array_add (parts, g_strdup (publisher));
  g_ptr_array_add (parts, published != NULL
                              ? risalah_names_date (self, published, RISALAH_EDTF_MOD_NONE)
                              : g_strdup (_ ("no date")));
  g_ptr_array_add (parts, source->reliability != 0 ? g_strdup_printf ("%c", source->reliability)
                                                   : g_strdup (_ ("not yet graded")));
  if (source->reprint_group != 0)
    g_ptr_array_add (parts, g_strdup (_ ("reprint")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}
