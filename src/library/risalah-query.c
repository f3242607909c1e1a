/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what is typed into a search box. Anything that can be typed is a query. */

#include "risalah-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-edtf.h"
#include "risalah-facets-private.h"
#include "risalah-words.h"

struct _RisalahQuery
{
  gatomicrefcount ref_count;
  char *text;
  GPtrArray *terms;                       /* (element-type RisalahTerm) */
  GPtrArray *filters[RISALAH_FIELD_N][2]; /* values, then NULL; the second array: excluded ones */
};

static const struct
{
  const char *indonesian;
  const char *english;
} field_names[RISALAH_FIELD_N] = {
  [RISALAH_FIELD_COUNTRY] = { "negara", "country" },
  [RISALAH_FIELD_TOPIC] = { "topik", "topic" },
  [RISALAH_FIELD_KIND] = { "peristiwa", "kind" },
  [RISALAH_FIELD_PUBLISHER] = { "penerbit", "publisher" },
  [RISALAH_FIELD_GRADE] = { "nilai", "grade" },
  [RISALAH_FIELD_TAG] = { "label", "tag" },
  [RISALAH_FIELD_DOSSIER] = { "koleksi", "dossier" },
  [RISALAH_FIELD_LANGUAGE] = { "bahasa", "language" },
  [RISALAH_FIELD_TYPE] = { "jenis", "type" },
  [RISALAH_FIELD_AFTER] = { "sejak", "since" },
  [RISALAH_FIELD_BEFORE] = { "hingga", "until" },
  [RISALAH_FIELD_DATE] = { "tanggal", "date" },
  [RISALAH_FIELD_TITLE] = { "judul", "title" },
};

/**
 * risalah_field_to_name:
 * @field: a field
 * @language: "id" or "en"
 *
 * Returns: (transfer none): what is typed before the colon
 */
const char *
risalah_field_to_name (RisalahField field, const char *language)
{
  g_return_val_if_fail (field < RISALAH_FIELD_N, NULL);
  return g_strcmp0 (language, "id") == 0 ? field_names[field].indonesian
                                         : field_names[field].english;
}

static void
term_free (gpointer data)
{
  RisalahTerm *term = data;

  g_ptr_array_unref (term->words);
  g_free (term);
}

static RisalahTerm *
add_term (RisalahQuery *self, const char *text, gssize length, gboolean exact, gboolean excluded)
{
  RisalahTerm *term = g_new0 (RisalahTerm, 1);
  RisalahWords words;
  RisalahWord word;

  term->words = g_ptr_array_new_with_free_func (g_free);
  term->exact = exact;
  term->excluded = excluded;
  risalah_words_init (&words, text, length);
  while (risalah_words_next (&words, &word))
    g_ptr_array_add (term->words, g_strndup (word.folded, word.folded_length));
  if (term->words->len == 0)
    {
      term_free (term);
      return NULL;
    }
  g_ptr_array_add (self->terms, term);
  return term;
}

/* Where the run of characters that begins at @at ends: at a blank, or a quotation mark. */
static const char *
end_of_run (const char *at)
{
  while (*at != '\0' && *at != '"' && !g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
is_quotation_mark (const char *at, gsize *length)
{
  static const char *const marks[] = { "\"", "“", "”" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i]))
      {
        *length = strlen (marks[i]);
        return TRUE;
      }
  return FALSE;
}

/* "negara:" gives its field, and where the value begins. */
static gboolean
find_field (const char *at, RisalahField *field, const char **value)
{
  gsize length = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (length == 0 || at[length] != ':')
    return FALSE;
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    if ((strlen (field_names[i].indonesian) == length
         && g_ascii_strncasecmp (at, field_names[i].indonesian, length) == 0)
        || (strlen (field_names[i].english) == length
            && g_ascii_strncasecmp (at, field_names[i].english, length) == 0))
      {
        *field = i;
        *value = at + length + 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_or (const char *from, const char *to)
{
  return (to - from == 2 && strncmp (from, "OR", 2) == 0)
         || (to - from == 4 && strncmp (from, "ATAU", 4) == 0);
}

/* A quoted text from @at, the mark, to the mark that closes it or to the end. */
static char *
take_quoted (const char **at, gboolean *closed)
{
  gsize mark = 0;
  const char *from;
  char *text;

  is_quotation_mark (*at, &mark);
  from = *at += mark;
  while (**at != '\0' && !is_quotation_mark (*at, &mark))
    *at = g_utf8_next_char (*at);
  text = g_strndup (from, *at - from);
  *closed = **at != '\0';
  if (*closed)
    *at += mark;
  return text;
}

static gboolean
parse_filter (RisalahQuery *self,
              RisalahField field,
              const char **at,
              gboolean excluded,
              GError **error)
{
  g_autofree char *value = NULL;
  gboolean closed;
  gsize mark;

  if (is_quotation_mark (*at, &mark))
    value = take_quoted (at, &closed);
  else
    {
      const char *end = end_of_run (*at);
      value = g_strndup (*at, end - *at);
      *at = end;
    }
  /* A field whose value is still to be typed asks nothing. */
  return *value == '\0' || risalah_query_add_filter (self, field, value, excluded, error);
}

static gboolean
parse_text (RisalahQuery *self, gboolean typing, GError **error)
{
  const char *at = self->text;
  gboolean or_before = FALSE;

  for (;;)
    {
      gboolean excluded, closed;
      RisalahTerm *term = NULL;
      RisalahField field;
      const char *value;
      gsize mark;

      while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (*at == '\0')
        return TRUE;
      excluded = *at == '-' && at[1] != '\0' && !g_unichar_isspace (g_utf8_get_char (at + 1));
      at += excluded;
      if (find_field (at, &field, &value))
        {
          at = value;
          if (!parse_filter (self, field, &at, excluded, error))
            return FALSE;
          or_before = FALSE;
          continue;
        }
      if (is_quotation_mark (at, &mark))
        {
          g_autofree char *quoted = take_quoted (&at, &closed);

          term = add_term (self, quoted, -1, TRUE, excluded);
          if (term != NULL)
            term->prefix = typing && !closed;
        }
      else
        {
          const char *end = end_of_run (at);

          if (!excluded && is_or (at, end) && self->terms->len > 0)
            {
              or_before = TRUE;
              at = end;
              continue;
            }
          term = add_term (self, at, end - at, FALSE, excluded);
          if (term != NULL)
            term->prefix = typing && *end == '\0';
          at = end;
        }
      if (term != NULL)
        term->or_before = or_before && !excluded && self->terms->len > 1;
      or_before = FALSE;
    }
}

/* While the first letter of a word is typed, what was found before stays. */
static void
drop_single_letter (RisalahQuery *self)
{
  RisalahTerm *last;
  const char *word;

  if (self->terms->len == 0)
    return;
  last = g_ptr_array_index (self->terms, self->terms->len - 1);
  word = g_ptr_array_index (last->words, last->words->len - 1);
  if (!last->prefix || g_utf8_strlen (word, -1) > 1)
    return;
  if (last->words->len > 1)
    {
      g_ptr_array_set_size (last->words, (int)last->words->len - 1);
      last->prefix = FALSE;
    }
  else
    g_ptr_array_set_size (self->terms, (int)self->terms->len - 1);
}

/**
 * risalah_query_parse:
 * @text: what was typed
 * @typing: whether the last word is still being typed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the query; %NULL where a date is none
 */
RisalahQuery *
risalah_query_parse (const char *text, gboolean typing, GError **error)
{
  g_autoptr (RisalahQuery) self = g_new0 (RisalahQuery, 1);

  g_return_val_if_fail (text != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_utf8_make_valid (text, -1);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    for (guint j = 0; j < 2; j++)
      {
        self->filters[i][j] = g_ptr_array_new_with_free_func (g_free);
        g_ptr_array_add (self->filters[i][j], NULL);
      }
  if (!parse_text (self, typing, error))
    return NULL;
  drop_single_letter (self);
  return g_steal_pointer (&self);
}

/**
 * risalah_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
RisalahQuery *
risalah_query_ref (RisalahQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * risalah_query_unref:
 * @self: (transfer full): a query
 */
void
risalah_query_unref (RisalahQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < RISALAH_FIELD_N; i++)
    for (guint j = 0; j < 2; j++)
      g_ptr_array_unref (self->filters[i][j]);
  g_ptr_array_unref (self->terms);
  g_free (self->text);
  g_free (self);
}

static gboolean
check_date (const char *value, GError **error)
{
  g_autoptr (RisalahEdtf) edtf = NULL;

  if (strcmp (value, RISALAH_FACET_NONE) == 0 || (edtf = risalah_edtf_parse (value, NULL)) != NULL)
    return TRUE;
  g_set_error (error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_QUERY,
               _ ("“%s” is not a date. Write a year, a month or a day: 2025, 2025-07, 2025-07-28."),
               value);
  return FALSE;
}

/**
 * risalah_query_add_filter:
 * @self: a query that nobody searches with yet
 * @field: a field
 * @value: one of its values
 * @excluded: whether a match must not have it
 * @error: return location for an error
 *
 * Returns: whether it can be a value of that field
 */
gboolean
risalah_query_add_filter (RisalahQuery *self,
                          RisalahField field,
                          const char *value,
                          gboolean excluded,
                          GError **error)
{
  GPtrArray *values;

  g_return_val_if_fail (self != NULL && field < RISALAH_FIELD_N && value != NULL, FALSE);

  if (field == RISALAH_FIELD_TITLE)
    {
      RisalahTerm *term = add_term (self, value, -1, FALSE, excluded);

      if (term != NULL)
        term->title = TRUE;
      return TRUE;
    }
  if ((field == RISALAH_FIELD_AFTER || field == RISALAH_FIELD_BEFORE || field == RISALAH_FIELD_DATE)
      && !check_date (value, error))
    return FALSE;
  values = self->filters[field][excluded ? 1 : 0];
  g_ptr_array_insert (values, (int)values->len - 1, g_strdup (value));
  return TRUE;
}

/**
 * risalah_query_has_words:
 * @self: a query
 *
 * Returns: whether it asks for words
 */
gboolean
risalah_query_has_words (const RisalahQuery *self)
{
  return self->terms->len > 0;
}

/**
 * risalah_query_get_text:
 * @self: a query
 *
 * Returns: (transfer none): what was typed
 */
const char *
risalah_query_get_text (const RisalahQuery *self)
{
  return self->text;
}

/**
 * risalah_query_get_filters:
 * @self: a query
 * @field: a field
 * @excluded: those that a match must not have
 *
 * Returns: (transfer none) (array zero-terminated=1): the values that are asked for
 */
const char *const *
risalah_query_get_filters (const RisalahQuery *self, RisalahField field, gboolean excluded)
{
  g_return_val_if_fail (self != NULL && field < RISALAH_FIELD_N, NULL);
  return (const char *const *)self->filters[field][excluded ? 1 : 0]->pdata;
}

/**
 * risalah_query_get_terms:
 * @self: a query
 *
 * Returns: (transfer none) (element-type RisalahTerm): its words
 */
GPtrArray *
risalah_query_get_terms (const RisalahQuery *self)
{
  return self->terms;
}

/**
 * risalah_query_has_exact:
 * @self: a query
 *
 * Returns: whether words must stand as they are written, which only the stored text can tell
 */
gboolean
risalah_query_has_exact (const RisalahQuery *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (((RisalahTerm *)g_ptr_array_index (self->terms, i))->exact)
      return TRUE;
  return FALSE;
}
