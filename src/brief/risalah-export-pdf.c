/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages as a PDF file: tagged, with outline, links, page labels and metadata. The dates in it
 * are the edition's, so that the same edition gives the same bytes. */

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "risalah-brief-error.h"
#include "risalah-config.h"
#include "risalah-export-private.h"
#include "risalah-layout-private.h"

#define DEEPEST 3

/* Cairo 1.16 crashes where a stream fails while a document is finished; the output remembers its
 * failure and says it in the end. */
static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  risalah_output_write (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_if (cairo_surface_t *surface, cairo_pdf_metadata_t which, const char *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, which, value);
}

static void
set_metadata (RisalahLayout *layout, cairo_surface_t *surface)
{
  const RisalahEdition *edition = layout->edition;
  g_autofree char *stamp = risalah_export_dup_date (edition);
  g_autofree char *keywords = risalah_export_dup_keywords (layout->story);

  set_if (surface, CAIRO_PDF_METADATA_TITLE, layout->story->title);
  set_if (surface, CAIRO_PDF_METADATA_AUTHOR,
          risalah_document_get_field (edition->document, RISALAH_DOCUMENT_AUTHOR));
  set_if (surface, CAIRO_PDF_METADATA_SUBJECT,
          risalah_document_get_field (edition->document, RISALAH_DOCUMENT_UNIT));
  set_if (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set_if (surface, CAIRO_PDF_METADATA_CREATOR, "Risalah " RISALAH_VERSION);
  set_if (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  set_if (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

/* Headings in the outline, each below the one above it in rank. */
static void
add_outline (RisalahLayout *layout, cairo_surface_t *surface)
{
  int parents[DEEPEST + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < layout->story->blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (layout->story->blocks, i);
      g_autofree char *attributes = NULL;
      guint level;

      if (block->role != RISALAH_STORY_HEADING || block->anchor == NULL
          || block->text->text->len == 0)
        continue;
      level = CLAMP (block->level, 1, DEEPEST);
      attributes = g_strdup_printf ("dest='%s'", block->anchor);
      parents[level] =
          cairo_pdf_surface_add_outline (surface, parents[level - 1], block->text->text->str,
                                         attributes, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint below = level + 1; below <= DEEPEST; below++)
        parents[below] = parents[level];
    }
}

static gboolean
draw_all (RisalahLayout *layout,
          cairo_surface_t *surface,
          RisalahExportProgressFunc progress,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  cairo_t *cr = cairo_create (surface);
  RisalahTagger *tagger = risalah_tagger_new (cr);
  guint n_pages = risalah_layout_get_n_pages (layout);
  gboolean good = TRUE;

  for (guint page = 0; page < n_pages && good; page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      risalah_layout_paint (layout, page, cr, tagger);
      if (page + 1 == n_pages)
        g_clear_pointer (&tagger, risalah_tagger_free);
      cairo_show_page (cr);
      if (progress != NULL)
        progress (0.5 + 0.5 * (page + 1) / n_pages, user_data);
      good = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  g_clear_pointer (&tagger, risalah_tagger_free);
  cairo_destroy (cr);
  return good;
}

static gboolean
write_pdf (RisalahLayout *layout,
           RisalahOutput *output,
           RisalahExportProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean good;

  risalah_layout_get_page_size (layout, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, output, width, height);
  set_metadata (layout, surface);
  good = draw_all (layout, surface, progress, user_data, cancellable, error);
  if (good)
    add_outline (layout, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!good)
    return FALSE;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT,
                   _ ("The pages could not be drawn: %s. Nothing was written."),
                   cairo_status_to_string (status));
      return FALSE;
    }
  return risalah_output_commit (output, error);
}

/**
 * risalah_export_pdf:
 * @edition: what to export
 * @path: where the file is to stand
 * @report: (out) (optional): what was written; cleared by the caller
 * @progress: (nullable): told how far it is
 * @user_data: handed to @progress
 * @cancellable: (nullable): stops it between pages
 * @error: RISALAH_BRIEF_ERROR_FONT, RISALAH_BRIEF_ERROR_OUTPUT, or G_IO_ERROR_CANCELLED; an
 *   earlier file at @path is then as it was
 *
 * Writes the pages as a PDF file. It may run on any thread.
 *
 * Returns: whether the file stands at @path, complete
 */
gboolean
risalah_export_pdf (RisalahEdition *edition,
                    const char *path,
                    RisalahExportReport *report,
                    RisalahExportProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RisalahOutput) output = NULL;
  g_autoptr (RisalahLayout) layout = NULL;

  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  output = risalah_output_open (path, error);
  if (output == NULL)
    return FALSE;
  layout = risalah_layout_new (edition, error);
  if (layout == NULL || !risalah_export_lay_out (layout, progress, user_data, cancellable, error)
      || !write_pdf (layout, output, progress, user_data, cancellable, error))
    return FALSE;
  if (report != NULL)
    {
      report->n_pages = risalah_layout_get_n_pages (layout);
      report->problems = risalah_layout_get_problems (layout);
    }
  return TRUE;
}
