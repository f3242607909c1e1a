/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Authors in lists and in running text. Literal names (Indonesian single names, organisations)
 * are neither inverted nor abbreviated. */

#include <string.h>

#include "risalah-citation-private.h"

/* "Rina Ayu" → "R. A.", "Abdul-Rahman" → "A.-R." */
static char *
abbreviate (const char *given)
{
  GString *initials = g_string_new (NULL);
  gboolean begins = TRUE;

  for (; *given != '\0'; given = g_utf8_next_char (given))
    {
      gunichar character = g_utf8_get_char (given);

      if (begins && g_unichar_isalpha (character))
        {
          if (initials->len > 0 && initials->str[initials->len - 1] != '-')
            g_string_append_c (initials, ' ');
          g_string_append_unichar (initials, g_unichar_toupper (character));
          g_string_append_c (initials, '.');
          begins = FALSE;
        }
      if (character == ' ' || character == '.')
        begins = TRUE;
      else if (character == '-')
        {
          g_string_append_c (initials, '-');
          begins = TRUE;
        }
    }
  return g_string_free (initials, FALSE);
}

static char *
write_name (const RisalahAuthor *author, gboolean inverted, gboolean initials)
{
  g_autofree char *given = NULL;

  if (author->given == NULL)
    return g_strdup (author->family);
  given = initials ? abbreviate (author->given) : g_strdup (author->given);
  return inverted ? g_strdup_printf ("%s, %s", author->family, given)
                  : g_strdup_printf ("%s %s", given, author->family);
}

/* "A, B, and C"; of two inverted names a comma stands before "and", as the first holds one. */
static char *
join_names (RisalahTerms *terms, const char *and_key, GPtrArray *names, gboolean comma_before_two)
{
  GString *joined = g_string_new (NULL);
  const char *and_word = risalah_terms_get (terms, and_key);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0 && i + 1 == names->len)
        g_string_append_printf (joined, "%s%s ", names->len > 2 || comma_before_two ? ", " : " ",
                                and_word);
      else if (i > 0)
        g_string_append (joined, ", ");
      g_string_append (joined, g_ptr_array_index (names, i));
    }
  return g_string_free (joined, FALSE);
}

/*
 * The authors at the head of an entry in the bibliography; NULL where there are none.
 */
char *
risalah_citation_list_authors (const RisalahCitationStyle *style,
                               RisalahTerms *terms,
                               const RisalahReference *reference)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = reference->authors->len;
  guint shown = n > style->most_listed ? style->listed_when_cut : n;
  g_autofree char *joined = NULL;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < shown; i++)
    g_ptr_array_add (names, write_name (g_ptr_array_index (reference->authors, i),
                                        i == 0 || style->inverts_all, style->initials));
  if (shown == n)
    return join_names (terms, style->and_key, names, TRUE);
  joined = join_names (terms, style->and_key, names, TRUE);
  if (style->inverts_all)
    {
      g_autofree char *last =
          write_name (g_ptr_array_index (reference->authors, n - 1), TRUE, style->initials);
      GString *list = g_string_new (NULL);

      for (guint i = 0; i < names->len; i++)
        g_string_append_printf (list, "%s, ", (char *)g_ptr_array_index (names, i));
      g_string_append_printf (list, ". . . %s", last);
      return g_string_free (list, FALSE);
    }
  {
    GString *list = g_string_new (NULL);

    for (guint i = 0; i < names->len; i++)
      g_string_append_printf (list, "%s, ", (char *)g_ptr_array_index (names, i));
    g_string_append (list, risalah_terms_get (terms, "citation.et-al"));
    return g_string_free (list, FALSE);
  }
}

/*
 * The authors in a note (@full) or a short form; NULL where there are none. @with_initials tells
 * apart two first authors of one family name.
 */
char *
risalah_citation_name_authors (const RisalahCitationStyle *style,
                               RisalahTerms *terms,
                               const RisalahReference *reference,
                               gboolean full,
                               gboolean with_initials)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = reference->authors->len;
  guint shown = n > style->most_named ? 1 : n;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < shown; i++)
    {
      const RisalahAuthor *author = g_ptr_array_index (reference->authors, i);

      g_ptr_array_add (names, full || (with_initials && i == 0)
                                  ? write_name (author, FALSE, with_initials || style->initials)
                                  : g_strdup (author->family));
    }
  if (shown < n)
    return g_strdup_printf ("%s %s", (char *)g_ptr_array_index (names, 0),
                            risalah_terms_get (terms, "citation.et-al"));
  return join_names (terms, style->and_key, names, FALSE);
}
