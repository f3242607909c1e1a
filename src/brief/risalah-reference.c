/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References as values, and the reading of a byline into authors. */

#include "risalah-reference.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (RisalahReference,
                     risalah_reference,
                     risalah_reference_copy,
                     risalah_reference_free)

static const char *const type_names[] = {
  [RISALAH_REFERENCE_NEWS] = "news",       [RISALAH_REFERENCE_RELEASE] = "release",
  [RISALAH_REFERENCE_OPINION] = "opinion", [RISALAH_REFERENCE_EXPLAINER] = "explainer",
  [RISALAH_REFERENCE_REPORT] = "report",   [RISALAH_REFERENCE_BOOK] = "book",
  [RISALAH_REFERENCE_LAW] = "law",         [RISALAH_REFERENCE_TREATY] = "treaty",
  [RISALAH_REFERENCE_SPEECH] = "speech",
};

static void
author_free (gpointer data)
{
  RisalahAuthor *author = data;

  g_free (author->family);
  g_free (author->given);
  g_free (author);
}

static gboolean
is_organisation (const char *name)
{
  static const char *const signs[] = {
    "Kementerian", "Kemhan",  "Kemlu",    "Ministry", "Department", "Badan",       "Kantor",
    "Komando",     "Markas",  "Dinas",    "Biro",     "Redaksi",    "Tim ",        "Pusat",
    "Lembaga",     "Embassy", "Kedutaan", "Office",   "Institute",  "Universitas", "University",
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (name, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "Rina Contoh" → Contoh, Rina; "Suharto", "Kementerian Pertahanan", "TNI AL" stay literal. */
static void
add_name (RisalahReference *self, const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  const char *space = strrchr (trimmed, ' ');

  if (*trimmed == '\0')
    return;
  if (space == NULL || is_organisation (trimmed) || g_ascii_isdigit (space[1]))
    risalah_reference_add_author (self, trimmed, NULL);
  else
    {
      g_autofree char *given = g_strndup (trimmed, space - trimmed);

      risalah_reference_add_author (self, space + 1, given);
    }
}

/**
 * risalah_reference_new:
 * @uid: UUID of the source
 *
 * Returns: (transfer full): a news article of which nothing more is known
 */
RisalahReference *
risalah_reference_new (const char *uid)
{
  RisalahReference *self = g_new0 (RisalahReference, 1);

  self->uid = g_strdup (uid);
  self->authors = g_ptr_array_new_with_free_func (author_free);
  return self;
}

/**
 * risalah_reference_copy:
 * @self: a reference
 *
 * Returns: (transfer full): the same reference
 */
RisalahReference *
risalah_reference_copy (const RisalahReference *self)
{
  RisalahReference *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = risalah_reference_new (self->uid);
  copy->type = self->type;
  for (guint i = 0; i < self->authors->len; i++)
    {
      const RisalahAuthor *author = g_ptr_array_index (self->authors, i);

      risalah_reference_add_author (copy, author->family, author->given);
    }
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->translated_title = g_strdup (self->translated_title);
  copy->publisher = g_strdup (self->publisher);
  copy->place = g_strdup (self->place);
  copy->published = g_strdup (self->published);
  copy->inferred = self->inferred;
  copy->url = g_strdup (self->url);
  copy->accessed = g_strdup (self->accessed);
  copy->language = g_strdup (self->language);
  copy->number = g_strdup (self->number);
  copy->pages = g_strdup (self->pages);
  copy->original = g_strdup (self->original);
  return copy;
}

/**
 * risalah_reference_free:
 * @self: (transfer full): a reference
 */
void
risalah_reference_free (RisalahReference *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->authors);
  g_free (self->uid);
  g_free (self->title);
  g_free (self->description);
  g_free (self->translated_title);
  g_free (self->publisher);
  g_free (self->place);
  g_free (self->published);
  g_free (self->url);
  g_free (self->accessed);
  g_free (self->language);
  g_free (self->number);
  g_free (self->pages);
  g_free (self->original);
  g_free (self);
}

/**
 * risalah_reference_add_author:
 * @self: a reference
 * @family: family name, or the whole of a literal name
 * @given: (nullable): given names, %NULL for a literal name
 */
void
risalah_reference_add_author (RisalahReference *self, const char *family, const char *given)
{
  RisalahAuthor *author;

  g_return_if_fail (self != NULL && family != NULL);

  author = g_new0 (RisalahAuthor, 1);
  author->family = g_strdup (family);
  author->given = given != NULL && *given != '\0' ? g_strdup (given) : NULL;
  g_ptr_array_add (self->authors, author);
}

/**
 * risalah_reference_add_byline:
 * @self: a reference
 * @byline: an article's byline, already without "Oleh" or "By"
 *
 * Reads a byline as authors: names apart by ";", " dan ", " and ", " & " or ", ". The last word of
 * a name is taken as its family name, as the manuals do with Indonesian names; single names and
 * organisations stay whole.
 */
void
risalah_reference_add_byline (RisalahReference *self, const char *byline)
{
  g_autoptr (GRegex) separators = NULL;
  g_auto (GStrv) names = NULL;

  g_return_if_fail (self != NULL && byline != NULL);

  if (is_organisation (byline))
    {
      risalah_reference_add_author (self, byline, NULL);
      return;
    }
  separators = g_regex_new ("\\s*(?:;|,|/|\\s(?:dan|and|&)\\s)\\s*", 0, 0, NULL);
  names = g_regex_split (separators, byline, 0);
  for (guint i = 0; names[i] != NULL; i++)
    add_name (self, names[i]);
}

/**
 * risalah_reference_type_from_string:
 * @name: (nullable): "news" … "speech", as the library stores it
 *
 * Returns: the type, %RISALAH_REFERENCE_NEWS for an unknown name
 */
RisalahReferenceType
risalah_reference_type_from_string (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_strcmp0 (name, type_names[i]) == 0)
      return (RisalahReferenceType)i;
  return RISALAH_REFERENCE_NEWS;
}
