/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works put in the order of the bibliography, with the letters and initials that tell them apart.
 */

#include <string.h>
#include <unicode/ucol.h>

#include "risalah-works-private.h"

static void
work_free (gpointer data)
{
  RisalahWork *work = data;

  g_free (work->sort_key);
  g_free (work);
}

/* An organisation that publishes its own releases and reports is their author. */
gboolean
risalah_reference_publisher_is_author (const RisalahReference *reference)
{
  return reference->authors->len == 0 && reference->publisher != NULL
         && (reference->type == RISALAH_REFERENCE_RELEASE
             || reference->type == RISALAH_REFERENCE_REPORT);
}

gboolean
risalah_reference_title_leads (const RisalahReference *reference)
{
  return reference->type == RISALAH_REFERENCE_LAW || reference->type == RISALAH_REFERENCE_TREATY
         || (reference->authors->len == 0 && !risalah_reference_publisher_is_author (reference));
}

char *
risalah_work_list_authors (RisalahCitations *self, const RisalahReference *reference)
{
  if (risalah_reference_publisher_is_author (reference))
    return g_strdup (reference->publisher);
  return risalah_citation_list_authors (self->style, self->terms, reference);
}

char *
risalah_work_name (RisalahCitations *self, const RisalahWork *work, gboolean full)
{
  const RisalahReference *reference = work->reference;

  if (risalah_reference_publisher_is_author (reference))
    return g_strdup (reference->publisher);
  return risalah_citation_name_authors (self->style, self->terms, reference, full,
                                        work->with_initials);
}

static char *
make_sort_key (RisalahCitations *self, const RisalahReference *reference)
{
  g_autofree char *author = risalah_reference_title_leads (reference)
                                ? NULL
                                : risalah_work_list_authors (self, reference);
  g_autofree char *year = risalah_citation_format_year (self->terms, reference, NULL);
  const char *title = reference->title != NULL         ? reference->title
                      : reference->description != NULL ? reference->description
                                                       : "";

  if (author == NULL)
    return g_strdup_printf ("%s %s", title, year);
  if (self->style->has_notes)
    return g_strdup_printf ("%s  %s", author, title);
  return g_strdup_printf ("%s  %s  %s", author,
                          reference->published != NULL ? reference->published : "0000", title);
}

/* Works are put in order by what their entry begins with, in the language's own order. */
static void
sort_works (RisalahCitations *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (risalah_terms_get_language (self->terms), &status);

  if (U_FAILURE (status))
    return;
  ucol_setAttribute (collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
  for (guint i = 1; i < self->works->len; i++)
    for (guint k = i; k > 0; k--)
      {
        RisalahWork *a = g_ptr_array_index (self->works, k - 1);
        RisalahWork *b = g_ptr_array_index (self->works, k);
        UErrorCode compared = U_ZERO_ERROR;

        if (ucol_strcollUTF8 (collator, a->sort_key, -1, b->sort_key, -1, &compared)
            != UCOL_GREATER)
          break;
        self->works->pdata[k - 1] = b;
        self->works->pdata[k] = a;
      }
  ucol_close (collator);
}

/* Several works of one author and year get letters in the order of the bibliography. */
static void
give_letters (RisalahCitations *self)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->works->len; i++)
    {
      RisalahWork *work = g_ptr_array_index (self->works, i);
      g_autofree char *name = risalah_work_name (self, work, FALSE);
      g_autofree char *year = risalah_citation_format_year (self->terms, work->reference, NULL);
      char *key;
      GPtrArray *group;

      if (risalah_reference_title_leads (work->reference))
        continue;
      key = g_strconcat (name, "\n", year, NULL);
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, key, group);
        }
      else
        g_free (key);
      g_ptr_array_add (group, work);
      if (group->len == 2)
        g_strlcpy (((RisalahWork *)g_ptr_array_index (group, 0))->letter, "a", sizeof work->letter);
      if (group->len >= 2 && group->len <= 26)
        {
          work->letter[0] = 'a' + group->len - 1;
          work->letter[1] = '\0';
        }
    }
}

static const RisalahAuthor *
first_author (const RisalahWork *work)
{
  return work->reference->authors->len > 0 ? g_ptr_array_index (work->reference->authors, 0) : NULL;
}

/* Two first authors of one family name are told apart by their initials. */
static void
give_initials (RisalahCitations *self)
{
  for (guint i = 0; i < self->works->len; i++)
    for (guint k = i + 1; k < self->works->len; k++)
      {
        RisalahWork *a = g_ptr_array_index (self->works, i);
        RisalahWork *b = g_ptr_array_index (self->works, k);
        const RisalahAuthor *first = first_author (a), *second = first_author (b);

        if (first == NULL || second == NULL || first->given == NULL || second->given == NULL
            || strcmp (first->family, second->family) != 0
            || strcmp (first->given, second->given) == 0)
          continue;
        a->with_initials = TRUE;
        b->with_initials = TRUE;
      }
}

/* A newspaper's name is set as one in all that it published, also in what explains rather than
 * reports. */
static void
find_newspapers (RisalahCitations *self)
{
  g_autoptr (GHashTable) newspapers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->references->len; i++)
    {
      const RisalahReference *reference = g_ptr_array_index (self->references, i);

      if (reference->publisher != NULL
          && (reference->type == RISALAH_REFERENCE_NEWS
              || reference->type == RISALAH_REFERENCE_OPINION))
        g_hash_table_add (newspapers, reference->publisher);
    }
  for (guint i = 0; i < self->works->len; i++)
    {
      RisalahWork *work = g_ptr_array_index (self->works, i);

      if (work->type == RISALAH_REFERENCE_EXPLAINER && work->reference->publisher != NULL
          && g_hash_table_contains (newspapers, work->reference->publisher))
        work->type = RISALAH_REFERENCE_NEWS;
    }
}

/* Makes a work of each reference. */
void
risalah_works_gather (RisalahCitations *self)
{
  self->works = g_ptr_array_new_with_free_func (work_free);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->references->len; i++)
    {
      RisalahWork *work = g_new0 (RisalahWork, 1);

      work->reference = g_ptr_array_index (self->references, i);
      work->type = work->reference->type;
      work->sort_key = make_sort_key (self, work->reference);
      g_ptr_array_add (self->works, work);
      g_hash_table_insert (self->by_uid, work->reference->uid, work);
    }
  sort_works (self);
  find_newspapers (self);
  if (self->style->has_notes)
    return;
  give_initials (self);
  give_letters (self);
}
