/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a work, as the parts that a pattern is filled with. */

#include <string.h>

#include "risalah-works-private.h"

static char *
describe (RisalahTerms *terms, const RisalahReference *reference)
{
  if (reference->title != NULL)
    return NULL;
  return g_strdup_printf ("[%s]", reference->description != NULL
                                      ? reference->description
                                      : risalah_terms_get (terms, "citation.untitled"));
}

static gboolean
publisher_repeats_author (const RisalahReference *reference)
{
  const RisalahAuthor *author;

  if (risalah_reference_publisher_is_author (reference))
    return TRUE;
  if (reference->authors->len != 1 || reference->publisher == NULL)
    return FALSE;
  author = g_ptr_array_index (reference->authors, 0);
  return author->given == NULL && strcmp (author->family, reference->publisher) == 0;
}

static char *
format_accessed (RisalahCitations *self, const RisalahReference *reference)
{
  g_autofree char *day = NULL;

  if (reference->published != NULL || reference->accessed == NULL || reference->url == NULL)
    return NULL;
  day = risalah_citation_format_day (self->terms, reference->accessed, FALSE);
  return risalah_citation_word (self->terms, self->style->accessed_key, day, NULL);
}

/* Words that begin a sentence or stand between brackets have a capital. */
char *
risalah_citation_capitalise (char *words)
{
  g_autofree char *first = NULL;
  char *capitalised;

  if (words == NULL)
    return NULL;
  first = g_utf8_strup (words, g_utf8_next_char (words) - words);
  capitalised = g_strconcat (first, g_utf8_next_char (words), NULL);
  g_free (words);
  return capitalised;
}

static char *
format_genre (RisalahCitations *self, const RisalahReference *reference)
{
  const char *word = NULL;
  g_autofree char *capital = NULL;

  if (reference->type == RISALAH_REFERENCE_RELEASE)
    word = risalah_terms_get (self->terms, "citation.press-release");
  else if (reference->type == RISALAH_REFERENCE_SPEECH)
    word = risalah_terms_get (self->terms, "citation.speech");
  if (word == NULL)
    return NULL;
  if (self->style->has_notes)
    return g_strdup (word);
  capital = risalah_citation_capitalise (g_strdup (word));
  return g_strdup_printf ("[%s]", capital);
}

/* "Nomor 16 Tahun 2012" needs no year beside it. */
static gboolean
number_names_year (const RisalahReference *reference)
{
  g_autofree char *year = reference->published != NULL ? g_strndup (reference->published, 4) : NULL;

  return year != NULL && strlen (reference->published) == 4 && reference->number != NULL
         && strstr (reference->number, year) != NULL;
}

void
risalah_work_fill_parts (RisalahCitations *self,
                         const RisalahWork *work,
                         gboolean entry,
                         char **parts)
{
  const RisalahReference *reference = work->reference;
  const char *letter = *work->letter != '\0' ? work->letter : NULL;

  parts[RISALAH_PART_AUTHOR] = risalah_work_list_authors (self, reference);
  parts[RISALAH_PART_TITLE] = g_strdup (reference->title);
  parts[RISALAH_PART_SHORT] =
      reference->title != NULL ? risalah_citation_shorten (reference->title) : NULL;
  parts[RISALAH_PART_DESCRIPTION] = describe (self->terms, reference);
  if (reference->translated_title != NULL)
    parts[RISALAH_PART_TRANSLATED] = g_strdup_printf ("[%s]", reference->translated_title);
  parts[RISALAH_PART_GENRE] = format_genre (self, reference);
  if (!self->style->has_notes || !number_names_year (reference))
    parts[RISALAH_PART_DATE] =
        risalah_citation_format_date (self->style, self->terms, reference, letter);
  if (reference->published != NULL)
    parts[RISALAH_PART_DAY] =
        risalah_citation_format_day (self->terms, reference->published, FALSE);
  parts[RISALAH_PART_YEAR] = risalah_citation_format_year (self->terms, reference, letter);
  if (!publisher_repeats_author (reference))
    parts[RISALAH_PART_PUBLISHER] = g_strdup (reference->publisher);
  parts[RISALAH_PART_PLACE] = g_strdup (reference->place);
  parts[RISALAH_PART_NUMBER] = g_strdup (reference->number);
  parts[RISALAH_PART_PAGES] = g_strdup (reference->pages);
  if (reference->original != NULL)
    parts[RISALAH_PART_ORIGINAL] =
        risalah_citation_word (self->terms, "citation.reprinted-from", reference->original, NULL);
  parts[RISALAH_PART_ACCESSED] = format_accessed (self, reference);
  parts[RISALAH_PART_URL] = g_strdup (reference->url);
  if (reference->url == NULL)
    parts[RISALAH_PART_COPY] =
        g_strdup (risalah_terms_get (self->terms, "citation.copy-with-author"));
  if (!entry)
    return;
  parts[RISALAH_PART_ORIGINAL] = risalah_citation_capitalise (parts[RISALAH_PART_ORIGINAL]);
  parts[RISALAH_PART_COPY] = risalah_citation_capitalise (parts[RISALAH_PART_COPY]);
  parts[RISALAH_PART_ACCESSED] = risalah_citation_capitalise (parts[RISALAH_PART_ACCESSED]);
  if (!self->style->has_notes)
    return;
  if (parts[RISALAH_PART_PUBLISHER] == NULL && parts[RISALAH_PART_GENRE] == NULL)
    parts[RISALAH_PART_DATE] = risalah_citation_capitalise (parts[RISALAH_PART_DATE]);
  parts[RISALAH_PART_GENRE] = risalah_citation_capitalise (parts[RISALAH_PART_GENRE]);
}

void
risalah_citation_clear_parts (char **parts)
{
  for (guint i = 0; i < RISALAH_PART_N; i++)
    g_free (parts[i]);
}
