/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What exporters share: the pages laid out, the markings as words, the report. */

#include <string.h>

#include "risalah-export-private.h"
#include "risalah-layout-private.h"

/*
 * Lays all pages out, which is told as the first half of the work.
 */
gboolean
risalah_export_lay_out (RisalahLayout *layout,
                        RisalahExportProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  while (!risalah_layout_paginate (layout, 50))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (0.5 * risalah_layout_get_progress (layout), user_data);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The value of a field as printed, NULL where it is not set or not known. */
static const char *
get_printed (const RisalahEdition *edition, RisalahDocumentField field, const char *name)
{
  const char *value = risalah_document_get_field (edition->document, field);
  g_autofree char *key = g_strdup_printf ("page.%s.%s", name, value);

  return *value != '\0' && risalah_terms_has (edition->terms, key)
             ? risalah_terms_get (edition->terms, key)
             : NULL;
}

/*
 * The security classification as printed, NULL where there is none; @alert whether it is printed in
 * red (Rahasia and Sangat Rahasia).
 */
const char *
risalah_export_get_classification (const RisalahEdition *edition, gboolean *alert)
{
  const char *classification =
      risalah_document_get_field (edition->document, RISALAH_DOCUMENT_CLASSIFICATION);

  *alert = strcmp (classification, "confidential") == 0 || strcmp (classification, "secret") == 0;
  return get_printed (edition, RISALAH_DOCUMENT_CLASSIFICATION, "classification");
}

/*
 * The urgency as printed, NULL where there is none.
 */
const char *
risalah_export_get_urgency (const RisalahEdition *edition)
{
  return get_printed (edition, RISALAH_DOCUMENT_URGENCY, "urgency");
}

/*
 * Returns: (transfer full): the headings of the first rank, apart by commas
 */
char *
risalah_export_dup_keywords (const RisalahStory *story)
{
  GString *keywords = g_string_new (NULL);

  for (guint i = 0; i < story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (story->blocks, i);

      if (block->role == RISALAH_STORY_HEADING && block->level == 1)
        g_string_append_printf (keywords, "%s%s", keywords->len > 0 ? ", " : "",
                                block->text->text->str);
    }
  return g_string_free (keywords, FALSE);
}

/*
 * Returns: (transfer full): when the edition was made, as ISO 8601 has it: "2026-03-02T08:00:00Z"
 */
char *
risalah_export_dup_date (const RisalahEdition *edition)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (edition->date);

  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

/*
 * Fills in the report of a file without pages, where the caller wants one.
 */
void
risalah_export_report_fill (RisalahExportReport *report, const GPtrArray *problems)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (report == NULL)
    return;
  for (guint i = 0; i < problems->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (problems, i));
  report->n_pages = 0;
  report->problems = problems->len > 0 ? g_strv_builder_end (builder) : NULL;
}

/**
 * risalah_export_report_clear:
 * @report: a report
 *
 * Frees what it holds.
 */
void
risalah_export_report_clear (RisalahExportReport *report)
{
  g_return_if_fail (report != NULL);

  g_clear_pointer (&report->problems, g_strfreev);
  report->n_pages = 0;
}
