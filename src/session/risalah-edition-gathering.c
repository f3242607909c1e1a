/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edition takes from the library, in one reading: its sources as references, its quotations
 * as exhibits, its pictures, events and paragraph numbers. */

#include "risalah-edition-gathering-private.h"

#include "risalah-document.h"
#include "risalah-edtf.h"
#include "risalah-event-table.h"
#include "risalah-library.h"
#include "risalah-media.h"
#include "risalah-session-private.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"
#include "risalah-timeline-figure.h"

/* What the layout asks for while it works; gathered before, so that it never waits for a library.
 */
typedef struct
{
  GHashTable *media; /* hash → GBytes */
  GHashTable *texts; /* text uid → RisalahSourceText */
  RisalahTimelineFigures *figures;
} Holdings;

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

static void
holdings_free (gpointer data)
{
  Holdings *holdings = data;

  g_hash_table_unref (holdings->media);
  g_hash_table_unref (holdings->texts);
  g_clear_pointer (&holdings->figures, risalah_timeline_figures_free);
  g_free (holdings);
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

/* Paragraphs are counted as a reader counts them: every block that is no heading and not dropped.
 */
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

/* The quotations of a brief that was written by hand may lack them. */
static void
note_uid (GHashTable *uids, char *uid)
{
  if (uid != NULL)
    g_hash_table_add (uids, uid);
}

static gpointer
look_up (GHashTable *table, const char *uid)
{
  return uid != NULL ? g_hash_table_lookup (table, uid) : NULL;
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
      note_uid (gathering->sources, quotation->source_uid);
      note_uid (gathering->texts, quotation->text_uid);
    }
  else if (mark->kind == RISALAH_MARK_CITATION)
    {
      g_hash_table_add (gathering->sources, mark->citation->source_uid);
      note_uid (gathering->texts, mark->citation->text_uid);
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
    reference->description =
        risalah_terms_format (terms, "citation.untitled-beginning", source->label, NULL);
  reference->translated_title = g_strdup (source->title_translated);
  reference->publisher = g_strdup (metadata[RISALAH_METADATA_PUBLISHER]);
  reference->published = g_strdup (metadata[RISALAH_METADATA_PUBLISHED]);
  reference->inferred = is_inferred (source);
  reference->url = g_strdup (metadata[RISALAH_METADATA_URL]);
  reference->accessed =
      source->accessed != NULL ? g_strdup (source->accessed) : dup_day (source->created_at);
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
      g_ptr_array_add (gathering->edition->references,
                       make_reference (source, gathering->edition->terms));
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

/* A logo that is no longer there is no picture, which the layout says. */
static void
gather_logo (RisalahConnection *connection, Gathering *gathering)
{
  const char *logo = risalah_document_get_field (gathering->document, RISALAH_DOCUMENT_LOGO);
  GBytes *bytes = *logo != '\0' ? risalah_media_get (connection, logo, NULL, NULL) : NULL;

  if (*logo != '\0')
    gathering->edition->design->logo = bytes != NULL ? bytes : g_bytes_new (NULL, 0);
}

static void
gather_media (RisalahConnection *connection, Gathering *gathering)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (gathering->document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (gathering->document, i);
      const RisalahFigure *figure =
          risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_FIGURE
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
      RisalahSourceText *text = look_up (gathering->holdings->texts, quotation->text_uid);
      gpointer reliability = look_up (gathering->grades, quotation->source_uid);
      g_autofree char *context = text != NULL ? dup_context (text, quotation) : NULL;
      g_autofree char *grade = dup_grade (GPOINTER_TO_INT (reliability), quotation->credibility);
      g_autofree char *sha256 =
          text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->text, text->length)
                       : NULL;

      g_ptr_array_add (gathering->edition->exhibits,
                       risalah_exhibit_new (quotation, context, grade, sha256));
    }
}

/* A table of events is printed where one is asked for, and where a timeline has marks to number. */
static gboolean
lists_events (RisalahDocument *document)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_GENERATED
          && risalah_brief_block_get_generated (block) == RISALAH_GENERATED_EVENT_TABLE)
        return TRUE;
    }
  return risalah_timeline_figures_has_one (document);
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
  gather_logo (connection, gathering);
  gather_exhibits (gathering);
  if (lists_events (gathering->document)
      && !risalah_event_table_fill (connection, gathering->edition, gathering->sources, error))
    return FALSE;
  return risalah_timeline_figures_gather (connection, gathering->edition,
                                          &gathering->holdings->figures, error);
}

/*
 * risalah_edition_gather:
 * @self: an edition whose document, terms and page design are set
 *
 * Fills @self with what the library knows. Blocks; afterwards the library is needed no more.
 *
 * Returns: whether it could be read
 */
gboolean
risalah_edition_gather (RisalahEdition *self, RisalahSession *session, GError **error)
{
  g_autoptr (GPtrArray) quotations = g_ptr_array_new ();
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) grades = g_hash_table_new (g_str_hash, g_str_equal);
  Holdings *holdings = g_new0 (Holdings, 1);
  Gathering gathering = { self->document, self, holdings, quotations, sources, texts, grades };

  holdings->media =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  holdings->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)risalah_source_text_unref);
  self->get_media = get_media_cb;
  self->make_plate = make_plate_cb;
  self->get_paragraph = get_paragraph_cb;
  self->user_data = holdings;
  self->free_user_data = holdings_free;
  risalah_document_foreach_mark (self->document, note_mark_cb, &gathering);
  return risalah_library_read_sync (risalah_session_get_library (session), RISALAH_LANE_ROWS,
                                    gather_in_transaction, &gathering, NULL, error);
}
