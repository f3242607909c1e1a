/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote an article, as a line says it, with the cues taken off. */

#include "risalah-metadata-private.h"

#include <string.h>

#include "risalah-lines.h"

/**
 * risalah_tidy_byline:
 * @value: who wrote an article, as it is stated
 *
 * Takes "By", "Oleh", "Penulis:" and the like off. Names are left as they are: many Indonesians
 * have one only.
 *
 * Returns: (transfer full) (nullable): the name or names, %NULL where there is none
 */
char *
risalah_tidy_byline (const char *value)
{
  static const char *const cues[] = { "penulis",      "oleh",      "by",       "reporter",
                                      "pewarta",      "author",    "writer",   "wartawan",
                                      "kontributor",  "laporan",   "jurnalis", "posted by",
                                      "ditulis oleh", "written by" };
  g_autofree char *name = NULL;
  gboolean changed = TRUE;

  g_return_val_if_fail (value != NULL, NULL);

  name = g_strstrip (g_strdup (value));
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
        {
          gsize n = strlen (cues[i]);

          if (g_ascii_strncasecmp (name, cues[i], n) == 0 && (name[n] == ' ' || name[n] == ':'))
            {
              n += strspn (name + n, " :");
              memmove (name, name + n, strlen (name + n) + 1);
              changed = TRUE;
            }
        }
    }
  g_strdelimit (name, "|", ' ');
  g_strstrip (name);
  if (*name == '\0' || strlen (name) > 160 || strstr (name, "://") != NULL
      || strpbrk (name, "<>{}") != NULL)
    return NULL;
  return g_steal_pointer (&name);
}

/* A name by itself right before the line with the date, or a line that says whose it is. */
void
risalah_metadata_finder_learn_byline (const RisalahMetadataFinder *finder,
                                      guint i,
                                      gboolean before_date)
{
  static const char *const names[] = { "oleh",    "penulis", "by",      "reporter",
                                       "pewarta", "author",  "authors", NULL };
  gsize length;
  const char *line = risalah_metadata_finder_get_line (finder, i, &length);
  g_autofree char *field = risalah_metadata_finder_get_field (line, length, names);
  g_autofree char *name = NULL;
  guint words = 1;

  if (risalah_metadata_finder_is_known (finder, RISALAH_METADATA_BYLINE) || length > 120)
    return;
  if (field == NULL && length > 6
      && (g_ascii_strncasecmp (line, "oleh ", 5) == 0 || g_ascii_strncasecmp (line, "by ", 3) == 0))
    field = g_strndup (line, length);
  if (field == NULL && before_date && i != finder->title && length < 50
      && risalah_line_is_heading (line, length) && memchr (line, ':', length) == NULL)
    {
      for (gsize k = 0; k < length; k++)
        {
          words += line[k] == ' ';
          if (line[k] == ' ' && g_ascii_islower (line[k + 1])
              && strncmp (line + k + 1, "bin", 3) != 0)
            return;
        }
      if (words <= 4)
        field = g_strndup (line, length);
    }
  if (field == NULL || (name = risalah_tidy_byline (field)) == NULL
      || !g_unichar_isupper (g_utf8_get_char (name)))
    return;
  risalah_metadata_finder_learn (finder, RISALAH_METADATA_BYLINE, name, RISALAH_ORIGIN_TEXT);
  if (finder->blocks[i].type == RISALAH_BLOCK_HEADING)
    risalah_article_set_block (finder->article, i, RISALAH_BLOCK_PARAGRAPH, 0, NULL);
}
