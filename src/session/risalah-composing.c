/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a brief, puts a quotation or a citation at the end of a section, and saves it. */

#include "risalah-composing.h"

#include <glib/gi18n-lib.h>

#include "risalah-brief-error.h"
#include "risalah-citation-atom.h"
#include "risalah-document.h"
#include "risalah-edit.h"
#include "risalah-library-error.h"
#include "risalah-library.h"
#include "risalah-open-brief.h"
#include "risalah-quotations.h"
#include "risalah-source-texts.h"
#include "risalah-sources.h"

typedef struct
{
  gint64 id;
  gint64 start;
  gint64 end;
  RisalahStoredQuotation *quotation;
  RisalahCitationAtom *citation;
} Passage;

static gboolean
get_quotation_in_transaction (RisalahConnection *connection,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error)
{
  Passage *passage = data;

  passage->quotation = risalah_quotations_get (connection, passage->id, error);
  return passage->quotation != NULL;
}

static gboolean
get_passage_in_transaction (RisalahConnection *connection,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  Passage *passage = data;
  g_autoptr (RisalahSource) source = risalah_sources_get (connection, passage->id, error);
  g_autoptr (RisalahSourceText) text = NULL;
  g_autofree char *id = risalah_uid_new ();

  if (source == NULL)
    return FALSE;
  text = risalah_source_texts_get_current (connection, passage->id, error);
  if (text == NULL)
    return FALSE;
  if (passage->start >= passage->end || passage->end > text->n_characters)
    {
      g_set_error (
          error, RISALAH_LIBRARY_ERROR, RISALAH_LIBRARY_ERROR_CONSTRAINT,
          _ ("Characters %ld to %ld are not in the text, which has %ld; nothing was cited."),
          (long)passage->start, (long)passage->end, (long)text->n_characters);
      return FALSE;
    }
  passage->citation =
      risalah_citation_atom_new (id, source->uid, text->uid, passage->start, passage->end, NULL);
  return TRUE;
}

static gboolean
is_generated (RisalahBriefBlock *block)
{
  return risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_GENERATED;
}

/* The last block of section @section, counted from 1 by its headings; 0 is the last section whose
 * content is written rather than generated. Returns -1 where there is no such section. */
static gint
find_section_end (RisalahDocument *document, guint section)
{
  guint n_blocks = risalah_document_get_n_blocks (document);
  guint count = 0;
  gint last = -1;

  for (guint i = 0; i < n_blocks; i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_HEADING)
        {
          gboolean before_generated =
              i + 1 < n_blocks && is_generated (risalah_document_get_block (document, i + 1));

          if (section == 0 && before_generated)
            break;
          count++;
          if (section != 0 && count > section)
            break;
        }
      if (!is_generated (block) && (section == 0 || count == section))
        last = i;
    }
  return last;
}

static gboolean
find_place (RisalahDocument *document, guint section, RisalahPosition *at, GError **error)
{
  gint block = find_section_end (document, section);

  if (block < 0)
    {
      g_set_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_UNSUPPORTED,
                   _ ("The brief has no section %u; it was left as it is."), section);
      return FALSE;
    }
  at->block = block;
  at->part = RISALAH_PART_BODY;
  at->offset = risalah_rich_text_get_length (
      risalah_brief_block_get_text (risalah_document_get_block (document, block)));
  return TRUE;
}

static gboolean
save_edit (RisalahSession *self, RisalahOpenBrief *brief, const RisalahEdit *edit, GError **error)
{
  if (edit->outcome == RISALAH_EDIT_DONE)
    return risalah_session_save_brief (self, brief, edit->document, error);
  g_set_error_literal (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_UNSUPPORTED,
                       _ ("That cannot stand at the end of this section; "
                          "the brief was left as it is."));
  return FALSE;
}

/* A paragraph of its own after what stands at @at, unless that is an empty paragraph. */
static RisalahEdit
open_paragraph (RisalahDocument *document, RisalahPosition *at)
{
  RisalahBriefBlock *block = risalah_document_get_block (document, at->block);
  g_autoptr (RisalahBriefBlock) paragraph = NULL;

  if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_PARAGRAPH && at->offset == 0)
    return (RisalahEdit){ .outcome = RISALAH_EDIT_DONE,
                          .document = risalah_document_ref (document),
                          .cursor = *at };
  paragraph = risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "");
  return risalah_edit_insert_block (document, at, paragraph);
}

/**
 * risalah_session_append_quotation:
 * @self: a session
 * @brief: the brief's number in the library
 * @quotation: the quotation's
 * @section: which section, from 1 by the headings; 0 is the last one that is written
 *
 * Puts a stored quotation, with its citation, at the end of a section. Blocks.
 *
 * Returns: %TRUE once it is saved, or %FALSE with an error, the brief unchanged
 */
gboolean
risalah_session_append_quotation (RisalahSession *self,
                                  gint64 brief,
                                  gint64 quotation,
                                  guint section,
                                  GError **error)
{
  g_autoptr (RisalahOpenBrief) open = NULL;
  g_autoptr (RisalahStoredQuotation) stored = NULL;
  g_auto (RisalahEdit) paragraph = { 0 };
  g_auto (RisalahEdit) edit = { 0 };
  Passage passage = { .id = quotation };
  RisalahPosition at;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), FALSE);

  open = risalah_session_open_brief (self, brief, error);
  if (open == NULL)
    return FALSE;
  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  get_quotation_in_transaction, &passage, NULL, error))
    return FALSE;
  stored = passage.quotation;
  if (!find_place (risalah_open_brief_get_document (open), section, &at, error))
    return FALSE;
  paragraph = open_paragraph (risalah_open_brief_get_document (open), &at);
  edit = risalah_edit_insert_quotation (paragraph.document, &paragraph.cursor, stored->quotation);
  return save_edit (self, open, &edit, error);
}

/**
 * risalah_session_append_citation:
 * @self: a session
 * @brief: the brief's number in the library
 * @source: the source's
 * @start: first character of the passage in the source's current text
 * @end: character after the last
 *
 * Puts a citation of a passage after the last words that were written. Blocks.
 *
 * Returns: %TRUE once it is saved, or %FALSE with an error, the brief unchanged
 */
gboolean
risalah_session_append_citation (RisalahSession *self,
                                 gint64 brief,
                                 gint64 source,
                                 gint64 start,
                                 gint64 end,
                                 GError **error)
{
  g_autoptr (RisalahOpenBrief) open = NULL;
  g_autoptr (RisalahCitationAtom) citation = NULL;
  g_auto (RisalahEdit) edit = { 0 };
  Passage passage = { .id = source, .start = start, .end = end };
  RisalahPosition at;

  g_return_val_if_fail (RISALAH_IS_SESSION (self), FALSE);

  open = risalah_session_open_brief (self, brief, error);
  if (open == NULL)
    return FALSE;
  if (!risalah_library_read_sync (risalah_session_get_library (self), RISALAH_LANE_ROWS,
                                  get_passage_in_transaction, &passage, NULL, error))
    return FALSE;
  citation = passage.citation;
  if (!find_place (risalah_open_brief_get_document (open), 0, &at, error))
    return FALSE;
  edit = risalah_edit_insert_citation (risalah_open_brief_get_document (open), &at, citation);
  return save_edit (self, open, &edit, error);
}
