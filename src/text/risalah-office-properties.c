/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads docProps/core.xml of a Word document and meta.xml of an OpenDocument file. They speak of
 * the file: who sat at the computer, on which day a template was begun. What the text says of
 * itself is surer, so that these only fill what it leaves open. */

#include "risalah-office-properties.h"

#include <string.h>

#include "risalah-lines.h"
#include "risalah-metadata.h"
#include "risalah-mojibake.h"
#include "risalah-stated-date.h"

#define MAX_VALUE 600

/* The surer first: who began the document before who saved it last. */
static const struct
{
  const char *element;
  RisalahMetadata which;
} properties[] = {
  { "dc:title", RISALAH_METADATA_TITLE },
  { "meta:initial-creator", RISALAH_METADATA_BYLINE },
  { "dc:creator", RISALAH_METADATA_BYLINE },
  { "dcterms:created", RISALAH_METADATA_PUBLISHED },
  { "meta:creation-date", RISALAH_METADATA_PUBLISHED },
};

typedef struct
{
  GString *values[G_N_ELEMENTS (properties)];
  GString *current; /* (nullable): the one that is being read */
} Reading;

static gboolean
start_cb (gpointer data, const char *name, const RisalahOfficeAttributes *attributes)
{
  Reading *reading = data;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (name, properties[i].element) == 0)
      reading->current = reading->values[i];
  return TRUE;
}

static void
end_cb (gpointer data, const char *name)
{
  ((Reading *)data)->current = NULL;
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Reading *reading = data;

  if (reading->current != NULL && reading->current->len + length <= MAX_VALUE)
    g_string_append_len (reading->current, text, length);
}

/* What programs call a person or a document of which they know nothing. */
static gboolean
is_made_up (RisalahMetadata which, const char *value)
{
  static const char *const people[] = { "user",
                                        "admin",
                                        "administrator",
                                        "windows user",
                                        "asus",
                                        "acer",
                                        "hp",
                                        "lenovo",
                                        "dell",
                                        "toshiba",
                                        "owner",
                                        "author",
                                        "pc",
                                        "unknown",
                                        "python-docx",
                                        "microsoft office user" };
  g_autofree char *lower = g_ascii_strdown (value, -1);

  if (which == RISALAH_METADATA_TITLE)
    return g_str_has_prefix (lower, "microsoft word") || g_str_has_suffix (lower, ".doc")
           || g_str_has_suffix (lower, ".docx") || g_str_has_suffix (lower, ".odt");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (strcmp (lower, people[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
learn (RisalahArticle *article,
       RisalahMetadata which,
       const char *given,
       const RisalahLexicon *lexicon)
{
  gsize length = strlen (given);
  g_autofree char *value =
      risalah_repair_text (g_strdelimit (g_strdup (given), "\n\r\t", ' '), &length);
  g_autofree char *made = NULL;

  if (risalah_line_tidy (value, FALSE) == 0 || is_made_up (which, value)
      || risalah_article_get_metadata (article, which) != NULL)
    return;
  if (which == RISALAH_METADATA_PUBLISHED)
    made = risalah_stated_date_from_value (value, lexicon);
  else if (which == RISALAH_METADATA_BYLINE)
    made = risalah_tidy_byline (value);
  else
    made = g_steal_pointer (&value);
  risalah_article_set_metadata (article, which, made, RISALAH_ORIGIN_FILE);
}

/**
 * risalah_office_properties_read:
 * @package: a package
 * @part: its part with the properties
 * @article: the article in it
 * @lexicon: what the text floor knows
 *
 * Sets title, byline and day, for as long as nothing surer is known. Where the part is broken the
 * article has no properties; its text is whole nevertheless.
 */
void
risalah_office_properties_read (RisalahOfficePackage *package,
                                const char *part,
                                RisalahArticle *article,
                                const RisalahLexicon *lexicon)
{
  static const RisalahOfficeHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };
  Reading reading = { .current = NULL };

  g_return_if_fail (package != NULL && part != NULL && article != NULL && lexicon != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    reading.values[i] = g_string_new (NULL);
  if (risalah_office_package_has (package, part)
      && risalah_office_package_read (package, part, &handler, &reading, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
      learn (article, properties[i].which, reading.values[i]->str, lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_string_free (reading.values[i], TRUE);
}
