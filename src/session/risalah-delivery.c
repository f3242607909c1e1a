/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers an edition of a document from the library, and hands it to the exporters. */

#include "risalah-delivery.h"

#include <string.h>

#include "risalah-document.h"
#include "risalah-edtf.h"
#include "risalah-event-table.h"
#include "risalah-library.h"
#include "risalah-media.h"
#include "risalah-paths.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"
#include "risalah-timeline-figure.h"

/* What the layout asks for while it works; gathered before, so that it never waits for a library. */
typedef struct
{
  GHashTable *media; /* hash → GBytes */
  GHashTable *texts; /* text uid → RisalahSourceText */
  RisalahTimelineFigures *figures;
} Holdings;

typedef struct
{
  RisalahSession *session;
  RisalahDocument *document;
  char *style;
  char *design;
  char *paper;
  gboolean annex;
  gint64 date;
} EditionRequest;

typedef struct
{
  RisalahDocument *document;
  RisalahEdition *edition;
  Holdings *holdings;
  GPtrArray *quotations; /* (element-type RisalahQuotation), borrowed from the document */
  GHashTable *sources;   /* set of source uids, borrowed from the document */
  GHashTable *texts;     /* set of text uids, borrowed from the document */
  GHashTable *grades;    /* source uid → reliability as a char */
} Gathering;

static const char *const format_names[] = {
  [RISALAH_FORMAT_PDF] = "pdf",
  [RISALAH_FORMAT_HTML] = "html",
  [RISALAH_FORMAT_MARKDOWN] = "md",
  [RISALAH_FORMAT_XHTML] = "xhtml",
};

static void
holdings_free (gpointer data)
{
  Holdings *holdings = data;

  g_hash_table_unref (holdings->media);
  g_hash_table_unref (holdings->texts);
  g_clear_pointer (&holdings->figures, risalah_timeline_figures_free);
  g_free (holdings);
}

static void
edition_request_free (gpointer data)
{
  EditionRequest *request = data;

  risalah_document_unref (request->document);
  g_free (request->style);
  g_free (request->design);
  g_free (request->paper);
  g_free (request);
}

static GBytes *
get_media_cb (const char *hash, gpointer user_data)
{
  Holdings *holdings = user_data;
  GBytes *bytes = g_hash_table_lookup (holdings->media, hash);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static RisalahPlate *
make_plate_cb (const RisalahFigure *figure, double width, gpointer user_data)
{
  Holdings *holdings = user_data;

  return holdings->figures != NULL
             ? risalah_timeline_figures_make_plate (holdings->figures, figure, width)
             : NULL;
}

/* Paragraphs are counted as a reader counts them: every block that is no heading and not dropped. */
static guint
get_paragraph_cb (const char *text_uid, gint64 start, gpointer user_data)
{
  Holdings *holdings = user_data;
  RisalahSourceText *text = g_hash_table_lookup (holdings->texts, text_uid);
  guint paragraph = 0;

  if (text == NULL)
    return 0;
  for (guint i = 0; i < text->n_blocks && (gint64)text->blocks[i].start <= start; i++)
    if (!text->blocks[i].dropped && text->blocks[i].type != RISALAH_BLOCK_HEADING)
      paragraph++;
  return paragraph;
}

static gboolean
note_mark_cb (RisalahDocument *document,
              const RisalahPosition *at,
              const RisalahMark *mark,
              gpointer user_data)
{
  Gathering *gathering = user_data;

  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (mark->quotation);

      g_ptr_array_add (gathering->quotations, (gpointer)quotation);
      g_hash_table_add (gathering->sources, quotation->source_uid);
      g_hash_table_add (gathering->texts, quotation->text_uid);
    }
  else if (mark->kind == RISALAH_MARK_CITATION)
    {
      g_hash_table_add (gathering->sources, mark->citation->source_uid);
      if (mark->citation->text_uid != NULL)
        g_hash_table_add (gathering->texts, mark->citation->text_uid);
    }
  return TRUE;
}

static char *
dup_day (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%d");
}

/* A date that the analyst set and calls uncertain or approximate stands nowhere on the source. */
static gboolean
is_inferred (const RisalahSource *source)
{
  const char *published = source->metadata[RISALAH_METADATA_PUBLISHED];
  g_autoptr (RisalahEdtf) date = NULL;

  if (published == NULL || source->origins[RISALAH_METADATA_PUBLISHED] != RISALAH_ORIGIN_ANALYST)
    return FALSE;
  date = risalah_edtf_parse (published, NULL);
  return date != NULL && (risalah_edtf_is_uncertain (date) || risalah_edtf_is_approximate (date));
}

/* A source without a title goes by its first words, said to be those. */
static RisalahReference *
make_reference (const RisalahSource *source, const RisalahTerms *terms)
{
  RisalahReference *reference = risalah_reference_new (source->uid);
  char *const *metadata = source->metadata;

  if (metadata[RISALAH_METADATA_TYPE] != NULL)
    reference->type = risalah_reference_type_from_string (metadata[RISALAH_METADATA_TYPE]);
  if (metadata[RISALAH_METADATA_BYLINE] != NULL)
    risalah_reference_add_byline (reference, metadata[RISALAH_METADATA_BYLINE]);
  reference->title = g_strdup (metadata[RISALAH_METADATA_TITLE]);
  if (reference->title == NULL && source->label != NULL)
    reference->description
        = risalah_terms_format (terms, "citation.untitled-beginning", source->label, NULL);
  reference->translated_title = g_strdup (source->title_translated);
  reference->publisher = g_strdup (metadata[RISALAH_METADATA_PUBLISHER]);
  reference->published = g_strdup (metadata[RISALAH_METADATA_PUBLISHED]);
  reference->inferred = is_inferred (source);
  reference->url = g_strdup (metadata[RISALAH_METADATA_URL]);
  reference->accessed
      = source->accessed != NULL ? g_strdup (source->accessed) : dup_day (source->created_at);
  reference->language = g_strdup (metadata[RISALAH_METADATA_LANGUAGE]);
  reference->original = g_strdup (metadata[RISALAH_METADATA_AGENCY]);
  return reference;
}

/* A source that was deleted for ever has no reference; the layout says what is missing. */
static gboolean
gather_sources (RisalahConnection *connection, Gathering *gathering, GError **error)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, gathering->sources);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      gint64 id = risalah_sources_find_uid (connection, uid, error);
      g_autoptr (RisalahSource) source = NULL;

      if (id < 0)
        return FALSE;
      if (id == 0)
        continue;
      source = risalah_sources_get (connection, id, error);
      if (source == NULL)
        return FALSE;
      g_ptr_array_add (gathering->edition->references, make_reference (source, gathering->edition->terms));
      g_hash_table_insert (gathering->grades, uid, GINT_TO_POINTER (source->reliability));
    }
  return TRUE;
}

static void
gather_texts (RisalahConnection *connection, Gathering *gathering)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, gathering->texts);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      RisalahSourceText *text = risalah_source_texts_get_by_uid (connection, uid, NULL);

      if (text != NULL)
        g_hash_table_insert (gathering->holdings->texts, g_strdup (uid), text);
    }
}

static void
gather_media (RisalahConnection *connection, Gathering *gathering)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (gathering->document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (gathering->document, i);
      const RisalahFigure *figure = risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_FIGURE
                                        ? risalah_brief_block_get_figure (block)
                                        : NULL;
      GBytes *bytes;

      if (figure == NULL || figure->media == NULL)
        continue;
      bytes = risalah_media_get (connection, figure->media, NULL, NULL);
      if (bytes != NULL)
        g_hash_table_insert (gathering->holdings->media, g_strdup (figure->media), bytes);
    }
}

/* The block of the stored text that holds the quotation. */
static char *
dup_context (const RisalahSourceText *text, const RisalahQuotation *quotation)
{
  for (guint i = 0; i < text->n_blocks; i++)
    if ((gint64)text->blocks[i].start <= quotation->start
        && quotation->end <= (gint64)text->blocks[i].end)
      return g_utf8_substring (text->text, text->blocks[i].start, text->blocks[i].end);
  return NULL;
}

/* "B2"; a part that nobody has graded yet is "–". */
static char *
dup_grade (char reliability, guint8 credibility)
{
  g_autofree char *letter = reliability != 0 ? g_strdup_printf ("%c", reliability) : NULL;
  g_autofree char *digit = credibility != 0 ? g_strdup_printf ("%u", credibility) : NULL;

  if (letter == NULL && digit == NULL)
    return NULL;
  return g_strconcat (letter != NULL ? letter : "–", digit != NULL ? digit : "–", NULL);
}

static void
gather_exhibits (Gathering *gathering)
{
  for (guint i = 0; i < gathering->quotations->len; i++)
    {
      const RisalahQuotation *quotation = g_ptr_array_index (gathering->quotations, i);
      RisalahSourceText *text
          = g_hash_table_lookup (gathering->holdings->texts, quotation->text_uid);
      gpointer reliability = g_hash_table_lookup (gathering->grades, quotation->source_uid);
      g_autofree char *context = text != NULL ? dup_context (text, quotation) : NULL;
      g_autofree char *grade = dup_grade (GPOINTER_TO_INT (reliability), quotation->credibility);
      g_autofree char *sha256
          = text != NULL
                ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->text, text->length)
                : NULL;

      g_ptr_array_add (gathering->edition->exhibits,
                       risalah_exhibit_new (quotation, context, grade, sha256));
    }
}

static gboolean
has_event_table (RisalahDocument *document)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_GENERATED
          && risalah_brief_block_get_generated (block) == RISALAH_GENERATED_EVENT_TABLE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
gather_in_transaction (RisalahConnection *connection,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Gathering *gathering = data;

  if (!gather_sources (connection, gathering, error))
    return FALSE;
  gather_texts (connection, gathering);
  gather_media (connection, gathering);
  gather_exhibits (gathering);
  if (!risalah_timeline_figures_gather (connection, gathering->edition,
                                        &gathering->holdings->figures, error))
    return FALSE;
  return !has_event_table (gathering->document)
         || risalah_event_table_fill (connection, gathering->edition, gathering->sources, error);
}

static gboolean
gather (RisalahSession *session, RisalahDocument *document, RisalahEdition *edition, GError **error)
{
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) grades = g_hash_table_new (g_str_hash, g_str_equal);
  Holdings *holdings = g_new0 (Holdings, 1);
  Gathering gathering = { document, edition, holdings, quotations, sources, texts, grades };

  holdings->media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)g_bytes_unref);
  holdings->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)risalah_source_text_unref);
  edition->get_media = get_media_cb;
  edition->make_plate = make_plate_cb;
  edition->get_paragraph = get_paragraph_cb;
  edition->user_data = holdings;
  edition->free_user_data = holdings_free;
  risalah_document_foreach_mark (document, note_mark_cb, &gathering);
  return risalah_library_read_sync (risalah_session_get_library (session), RISALAH_LANE_ROWS,
                                    gather_in_transaction, &gathering, NULL, error);
}

static const char *
choose (const char *chosen, RisalahDocument *document, RisalahDocumentField field)
{
  return chosen != NULL ? chosen : risalah_document_get_field (document, field);
}

static gpointer
edition_work (RisalahSession *self, gpointer data, GError **error)
{
  EditionRequest *request = data;
  RisalahDocument *document = request->document;
  const char *language = risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE);
  g_autofree char *font_dir = risalah_paths_get_font_dir ();
  g_autoptr (RisalahTerms) terms = NULL;
  g_autoptr (RisalahEdition) edition = NULL;
  const RisalahCitationStyle *style;
  RisalahDesign design = RISALAH_DESIGN_PLAIN;
  RisalahPaper paper = RISALAH_PAPER_A4;

  terms = risalah_session_get_terms (self, *language != '\0' ? language : "id", error);
  if (terms == NULL)
    return NULL;
  edition = risalah_edition_new (document, terms, font_dir);
  style = risalah_citation_style_find (
      choose (request->style, document, RISALAH_DOCUMENT_CITATION_STYLE));
  if (style != NULL)
    edition->style = style;
  risalah_design_from_string (choose (request->design, document, RISALAH_DOCUMENT_PAGE_DESIGN),
                              &design);
  risalah_paper_from_string (choose (request->paper, document, RISALAH_DOCUMENT_PAPER), &paper);
  g_clear_pointer (&edition->design, risalah_page_design_free);
  edition->design = risalah_page_design_new (design, paper);
  edition->annex = request->annex;
  edition->date = request->date != 0 ? request->date : g_get_real_time () / G_USEC_PER_SEC;
  g_free (edition->dictionary_dir);
  edition->dictionary_dir = risalah_paths_get_dictionary_dir ();
  if (!gather (self, document, edition, error))
    return NULL;
  return g_steal_pointer (&edition);
}

static EditionRequest *
edition_request_new (RisalahDocument *document, const RisalahDelivery *delivery)
{
  EditionRequest *request = g_new0 (EditionRequest, 1);

  request->document = risalah_document_ref (document);
  if (delivery != NULL)
    {
      request->style = g_strdup (delivery->style);
      request->design = g_strdup (delivery->design);
      request->paper = g_strdup (delivery->paper);
      request->annex = delivery->annex;
      request->date = delivery->date;
    }
  return request;
}

/**
 * risalah_session_create_edition:
 * @self: a session
 * @document: a brief's document
 * @delivery: (nullable): what was chosen for it
 *
 * Gathers what a document needs to be laid out. Blocks; what it returns needs the library no more.
 *
 * Returns: (transfer full): the edition, or %NULL with an error
 */
RisalahEdition *
risalah_session_create_edition (RisalahSession *self,
                                RisalahDocument *document,
                                const RisalahDelivery *delivery,
                                GError **error)
{
  EditionRequest *request;
  RisalahEdition *edition;

  g_return_val_if_fail (RISALAH_IS_SESSION (self) && document != NULL, NULL);

  request = edition_request_new (document, delivery);
  edition = edition_work (self, request, error);
  edition_request_free (request);
  return edition;
}

/**
 * risalah_session_create_edition_async:
 * @self: a session
 * @document: a brief's document
 * @delivery: (nullable): what was chosen for it
 * @cancellable: (nullable): stops it before it begins
 *
 * risalah_session_create_edition() on a worker thread.
 */
void
risalah_session_create_edition_async (RisalahSession *self,
                                      RisalahDocument *document,
                                      const RisalahDelivery *delivery,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (RISALAH_IS_SESSION (self) && document != NULL);
  risalah_session_run_async (self, risalah_session_create_edition_async, edition_work,
                             edition_request_new (document, delivery), edition_request_free,
                             (GDestroyNotify)risalah_edition_unref, cancellable, callback,
                             user_data);
}

/**
 * risalah_session_create_edition_finish:
 * @self: a session
 * @result: what the callback got
 *
 * Returns: (transfer full): the edition, or %NULL with an error
 */
RisalahEdition *
risalah_session_create_edition_finish (RisalahSession *self, GAsyncResult *result, GError **error)
{
  return risalah_session_run_finish (self, risalah_session_create_edition_async, result, error);
}

/**
 * risalah_edition_export:
 * @edition: an edition
 * @format: as what
 * @path: (type filename): the file, which appears whole or not at all
 * @report: (out) (optional): pages and problems
 * @progress: (nullable) (scope call): called as it goes
 * @cancellable: (nullable): stops it
 *
 * Writes an edition. Blocks.
 *
 * Returns: %TRUE, or %FALSE with a #RisalahBriefError or a #GIOErrorEnum
 */
gboolean
risalah_edition_export (RisalahEdition *edition,
                        RisalahFormat format,
                        const char *path,
                        RisalahExportReport *report,
                        RisalahExportProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (edition != NULL && path != NULL, FALSE);

  switch (format)
    {
    case RISALAH_FORMAT_PDF:
      return risalah_export_pdf (edition, path, report, progress, user_data, cancellable, error);
    case RISALAH_FORMAT_HTML:
      return risalah_export_html (edition, path, report, progress, user_data, cancellable, error);
    case RISALAH_FORMAT_MARKDOWN:
      return risalah_export_markdown (edition, path, report, progress, user_data, cancellable,
                                      error);
    case RISALAH_FORMAT_XHTML:
      return risalah_export_xhtml (edition, path, report, progress, user_data, cancellable, error);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * risalah_format_from_string:
 * @name: a format's name: "pdf", "html", "md" or "xhtml"
 * @format: (out): the format
 *
 * Returns: whether there is one of that name
 */
gboolean
risalah_format_from_string (const char *name, RisalahFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (strcmp (name, format_names[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_format_to_string:
 * @format: a format
 *
 * Returns: (transfer none): its name, which is also the ending of its files
 */
const char *
risalah_format_to_string (RisalahFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (format_names), NULL);
  return format_names[format];
}
