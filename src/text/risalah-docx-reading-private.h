/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept while a part of a Word document streams past. */
#pragma once

#include "risalah-docx-style-sheet.h"
#include "risalah-office-flow.h"

G_BEGIN_DECLS

/**
 * RisalahDocxParagraph:
 * @style: (nullable): the style's identifier
 * @outline: its outline level from 0; -1 where the style says it
 * @numbering: its list, 0 for none; -1 where the style says it
 * @depth: its depth in the list from 0; -1 where the style says it
 * @goes_on: whether its mark was deleted
 * @hides: whether its style hides its words
 */
typedef struct
{
  char *style;
  gint outline;
  gint numbering;
  gint depth;
  gboolean goes_on;
  gboolean hides;
} RisalahDocxParagraph;

/**
 * RisalahDocxReading:
 * @elements: (element-type utf8 RisalahDocxElement): those that are not just passed through
 * @flow: where paragraphs go
 * @styles: the document's styles
 * @notes: (element-type utf8 GPtrArray): the notes that were read and not referred to yet
 * @paragraphs: those that are open
 * @hidden: (element-type gboolean): of each run that is open
 * @codes: (element-type gboolean): of each field, whether its code is being read
 * @alternatives: (element-type gboolean): of each choice, whether it is made
 * @controls: (element-type gboolean): of each form control, whether it is still to be filled in
 * @columns: (element-type guint): of each cell that is open
 * @note: (nullable): which note is being read
 * @in_paragraph_properties: how many of them are open
 * @in_text: whether characters are shown words
 * @is_document: whether it was a Word document's text at all
 */
typedef struct
{
  GHashTable *elements;
  RisalahOfficeFlow *flow;
  const RisalahDocxStyles *styles;
  GHashTable *notes;
  GArray *paragraphs;
  GArray *hidden;
  GArray *codes;
  GArray *alternatives;
  GArray *controls;
  GArray *columns;
  char *note;
  guint in_paragraph_properties;
  gboolean in_text;
  gboolean is_document;
} RisalahDocxReading;

/**
 * RisalahDocxElement:
 * @name: like "w:p"
 * @start: whether to hear of what it holds and of its end
 * @end: (nullable): it ends
 */
typedef struct
{
  const char *name;
  gboolean (*start) (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes);
  void (*end) (RisalahDocxReading *reading);
} RisalahDocxElement;

/* Each ends with a %NULL name. */
extern const RisalahDocxElement risalah_docx_paragraph_elements[];
extern const RisalahDocxElement risalah_docx_run_elements[];
extern const RisalahDocxElement risalah_docx_holder_elements[];

extern const RisalahOfficeHandler risalah_docx_handler;

void      risalah_docx_flags_push    (GArray                   *flags);
gboolean *risalah_docx_flags_get     (GArray                   *flags);
void      risalah_docx_pop           (GArray                   *array);
RisalahDocxParagraph *
          risalah_docx_get_paragraph (RisalahDocxReading       *reading);
gboolean  risalah_docx_is_shown      (const RisalahDocxReading *reading);

void risalah_docx_reading_init  (RisalahDocxReading      *self,
                                 RisalahOfficeFlow       *flow,
                                 const RisalahDocxStyles *styles);
void risalah_docx_reading_clear (RisalahDocxReading      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RisalahDocxReading, risalah_docx_reading_clear)

G_END_DECLS
