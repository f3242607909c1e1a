/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles cut short, and the key by which an analyst can name a source. */

#include <string.h>

#include "risalah-citation-private.h"

#define LONGEST_SHORT 5 /* words */

static gboolean
is_weak (const char *word)
{
  static const char *const weak[] = {
    "dan",  "di",     "ke",   "dari",    "yang", "dalam", "dengan", "untuk",
    "pada", "antara", "oleh", "tentang", "bagi", "serta", "atau",   "kerja",
    "the",  "a",      "an",   "of",      "and",  "in",    "on",     "for",
    "to",   "with",   "from", "by",      "at",   "or",    "as",     "between",
  };
  g_autofree char *folded = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (weak); i++)
    if (strcmp (folded, weak[i]) == 0)
      return TRUE;
  return FALSE;
}

/*
 * The title as short notes and parentheses name it: what stands before a colon or a dash, or the
 * first five words, none of them a particle at the end (Chicago 13.38: no more than four or five
 * key words; APA 8.14: the first few words).
 */
char *
risalah_citation_shorten (const char *title)
{
  g_autoptr (GRegex) main_part = g_regex_new ("^(.{8,}?)(?:\\s*[:;?]|\\s+[–—-])\\s", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) words = NULL;
  guint n;

  head = g_regex_match (main_part, title, 0, &match) ? g_match_info_fetch (match, 1)
                                                     : g_strdup (title);
  words = g_strsplit (head, " ", -1);
  n = g_strv_length (words);
  if (n <= LONGEST_SHORT + 1)
    return g_steal_pointer (&head);
  n = LONGEST_SHORT;
  while (n > 1 && is_weak (words[n - 1]))
    n--;
  for (guint i = n; words[i] != NULL; i++)
    g_clear_pointer (&words[i], g_free);
  return g_strjoinv (" ", words);
}

static void
append_key_part (GString *key, const char *words)
{
  g_autofree char *ascii = g_str_to_ascii (words, "C");
  g_autofree char *folded = g_ascii_strdown (ascii, -1);
  guint n = 0;

  for (const char *at = folded; *at != '\0' && n < 12; at++)
    if (g_ascii_isalnum (*at))
      {
        g_string_append_c (key, *at);
        n++;
      }
    else if (*at == ' ' && n > 0)
      break;
}

/**
 * risalah_reference_make_key:
 * @self: a reference
 *
 * A key to name the source by, made of its first author (or publisher), year and first strong
 * word of the title: "contoh2025kerja". Two sources may have the same.
 *
 * Returns: (transfer full): the key, of ASCII letters and digits
 */
char *
risalah_reference_make_key (const RisalahReference *self)
{
  GString *key = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->authors->len > 0)
    append_key_part (key, ((RisalahAuthor *)g_ptr_array_index (self->authors, 0))->family);
  else if (self->publisher != NULL)
    append_key_part (key, self->publisher);
  for (const char *at = self->published; at != NULL && g_ascii_isdigit (*at); at++)
    g_string_append_c (key, *at);
  if (self->title != NULL)
    {
      g_auto (GStrv) words = g_strsplit (self->title, " ", 12);

      for (guint i = 0; words[i] != NULL; i++)
        if (!is_weak (words[i]))
          {
            append_key_part (key, words[i]);
            break;
          }
    }
  return g_string_free (key, FALSE);
}
