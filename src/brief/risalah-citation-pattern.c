/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns filled with parts, and the punctuation between them. */

#include <string.h>

#include "risalah-citation-private.h"

static const char *const part_names[RISALAH_PART_N] = {
  [RISALAH_PART_AUTHOR] = "author",
  [RISALAH_PART_NAME] = "name",
  [RISALAH_PART_TITLE] = "title",
  [RISALAH_PART_SHORT] = "short",
  [RISALAH_PART_DESCRIPTION] = "description",
  [RISALAH_PART_TRANSLATED] = "translated",
  [RISALAH_PART_GENRE] = "genre",
  [RISALAH_PART_DATE] = "date",
  [RISALAH_PART_DAY] = "day",
  [RISALAH_PART_YEAR] = "year",
  [RISALAH_PART_PUBLISHER] = "publisher",
  [RISALAH_PART_PLACE] = "place",
  [RISALAH_PART_NUMBER] = "number",
  [RISALAH_PART_PAGES] = "pages",
  [RISALAH_PART_ORIGINAL] = "original",
  [RISALAH_PART_ACCESSED] = "accessed",
  [RISALAH_PART_URL] = "url",
  [RISALAH_PART_COPY] = "copy",
  [RISALAH_PART_LOCATOR] = "locator",
};

typedef struct
{
  RisalahRuns *runs;
  char *const *parts;
  gboolean quoted; /* a closing quotation mark is owed */
  gboolean spaced; /* a space is */
  gunichar last;   /* character that was printed */
} Filler;

static void
print (Filler *self, const char *text, gboolean italic, const char *uri)
{
  const char *end = text + strlen (text);

  if (*text == '\0')
    return;
  if (self->spaced && self->last != 0)
    risalah_runs_append (self->runs, " ", FALSE, NULL);
  self->spaced = FALSE;
  risalah_runs_append (self->runs, text, italic, uri);
  self->last = g_utf8_get_char (g_utf8_find_prev_char (text, end));
}

static gboolean
ends_sentence (gunichar character)
{
  return character == '.' || character == '?' || character == '!' || character == 0x2026;
}

static void
close_quotation (Filler *self)
{
  gunichar last = self->last;

  if (!self->quoted)
    return;
  self->quoted = FALSE;
  risalah_runs_append (self->runs, "”", FALSE, NULL);
  self->last = last;
}

/* One character between fields: no stop after a stop, no space after a space or at the head. */
static void
print_sign (Filler *self, const char *sign, gsize length)
{
  char text[7] = { 0 };

  memcpy (text, sign, length);
  if (*text == '.' && ends_sentence (self->last))
    return;
  if (*text == ',' && self->last == 0)
    {
      self->spaced = FALSE;
      return;
    }
  if (*text == ',' && (self->last == '?' || self->last == '!') && self->quoted)
    return;
  if (*text != '.' && *text != ',')
    close_quotation (self);
  if (*text == ' ')
    self->spaced = self->last != 0;
  else
    print (self, text, FALSE, NULL);
}

static char *
part_named (const Filler *self, const char *name, gsize length)
{
  for (guint i = 0; i < RISALAH_PART_N; i++)
    if (strlen (part_names[i]) == length && strncmp (part_names[i], name, length) == 0)
      return self->parts[i];
  g_assert_not_reached ();
}

static void
print_field (Filler *self, const char *field, const char *end)
{
  const char *colon = memchr (field, ':', end - field);
  const char *name_end = colon != NULL ? colon : end;
  const char *value = part_named (self, field, name_end - field);

  if (value == NULL)
    return;
  close_quotation (self);
  if (colon != NULL && colon[1] == 'q')
    {
      print (self, "“", FALSE, NULL);
      print (self, value, FALSE, NULL);
      self->quoted = TRUE;
    }
  else
    print (self, value, colon != NULL && colon[1] == 'i',
           strncmp (field, "url", 3) == 0 ? value : NULL);
}

/* How many of the fields between @from and @to are filled, and how many there are. */
static guint
count_filled (const Filler *self, const char *from, const char *to, guint *n_fields)
{
  guint n = 0;

  *n_fields = 0;
  while ((from = memchr (from, '{', to - from)) != NULL)
    {
      const char *end = strchr (from, '}');
      const char *colon = memchr (from, ':', end - from);

      (*n_fields)++;
      if (part_named (self, from + 1, (colon != NULL ? colon : end) - from - 1) != NULL)
        n++;
      from = end;
    }
  return n;
}

static void fill (Filler *self, const char *from, const char *to);

/* What stands between brackets: where it has alternatives, the first of which every field is
 * filled; else all of it, where any is. */
static void
fill_group (Filler *self, const char *from, const char *to)
{
  gboolean alternatives = memchr (from, '|', to - from) != NULL;

  while (from < to)
    {
      const char *bar = memchr (from, '|', to - from);
      const char *end = bar != NULL ? bar : to;
      guint n_fields;
      guint n_filled = count_filled (self, from, end, &n_fields);

      if (alternatives ? n_filled == n_fields : n_filled > 0)
        {
          fill (self, from, end);
          return;
        }
      from = end + 1;
    }
}

static void
fill (Filler *self, const char *from, const char *to)
{
  while (from < to)
    {
      const char *end;

      if (*from == '[')
        {
          end = memchr (from, ']', to - from);
          fill_group (self, from + 1, end);
          from = end + 1;
        }
      else if (*from == '{')
        {
          end = memchr (from, '}', to - from);
          print_field (self, from + 1, end);
          from = end + 1;
        }
      else
        {
          end = g_utf8_next_char (from);
          print_sign (self, from, end - from);
          from = end;
        }
    }
}

/*
 * Appends @pattern, filled with @parts, an array of RISALAH_PART_N of which empty ones are NULL.
 */
void
risalah_citation_fill (RisalahRuns *runs, const char *pattern, char *const *parts)
{
  Filler filler = { runs, parts, FALSE, FALSE, 0 };

  fill (&filler, pattern, pattern + strlen (pattern));
  close_quotation (&filler);
}

/*
 * Returns the words of @key, {0} and {1} replaced.
 */
char *
risalah_citation_word (RisalahTerms *terms, const char *key, const char *first, const char *second)
{
  GString *word = g_string_new (risalah_terms_get (terms, key));

  if (first != NULL)
    g_string_replace (word, "{0}", first, 1);
  if (second != NULL)
    g_string_replace (word, "{1}", second, 1);
  return g_string_free (word, FALSE);
}
