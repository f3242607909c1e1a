/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraphs, tables and notes of an office file on their way to an article. For the office
 * reader. */
#pragma once

#include "risalah-article.h"

G_BEGIN_DECLS

typedef struct _RisalahOfficeFlow RisalahOfficeFlow;

/**
 * RisalahOfficeParagraph:
 * @type: what it is; a note's is always a caption
 * @level: of a heading or a list item
 * @dropped: whether it repeats others, as a table of contents does
 * @is_title: whether it is the document's title
 * @goes_on: whether the next paragraph continues it: its mark was deleted
 */
typedef struct
{
  RisalahBlockType type;
  guint8 level;
  gboolean dropped;
  gboolean is_title;
  gboolean goes_on;
} RisalahOfficeParagraph;

RisalahOfficeFlow *risalah_office_flow_new             (void);
void               risalah_office_flow_free            (RisalahOfficeFlow            *self);
void               risalah_office_flow_begin_paragraph (RisalahOfficeFlow            *self);
void               risalah_office_flow_add_text        (RisalahOfficeFlow            *self,
                                                        const char                   *text,
                                                        gsize                         length);
void               risalah_office_flow_add_space       (RisalahOfficeFlow            *self);
void               risalah_office_flow_break_line      (RisalahOfficeFlow            *self);
void               risalah_office_flow_end_paragraph   (RisalahOfficeFlow            *self,
                                                        const RisalahOfficeParagraph *what);
void               risalah_office_flow_begin_note      (RisalahOfficeFlow            *self);
GPtrArray         *risalah_office_flow_end_note        (RisalahOfficeFlow            *self);
void               risalah_office_flow_add_note        (RisalahOfficeFlow            *self,
                                                        GPtrArray                    *note);
void               risalah_office_flow_begin_table     (RisalahOfficeFlow            *self);
void               risalah_office_flow_begin_row       (RisalahOfficeFlow            *self);
void               risalah_office_flow_begin_cell      (RisalahOfficeFlow            *self);
void               risalah_office_flow_end_cell        (RisalahOfficeFlow            *self,
                                                        guint                         columns);
void               risalah_office_flow_end_table       (RisalahOfficeFlow            *self);
gboolean           risalah_office_flow_is_too_large    (const RisalahOfficeFlow      *self);
RisalahArticle    *risalah_office_flow_finish          (RisalahOfficeFlow            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOfficeFlow, risalah_office_flow_free)

G_END_DECLS
