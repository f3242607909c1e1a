/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One printing of a brief: its document and everything beside it that ends up on paper. */
#pragma once

#include <cairo.h>

#include "risalah-citation.h"
#include "risalah-document.h"
#include "risalah-hyphenation.h"
#include "risalah-page-design.h"
#include "risalah-quotation.h"

G_BEGIN_DECLS

/**
 * RisalahExhibit:
 * @quotation: the quotation, with its source's uid
 * @context: (nullable): the sentence or paragraph around it in the stored text
 * @grade: (nullable): reliability and credibility, "B2"
 * @sha256: (nullable): of the stored text, in hexadecimal
 *
 * What the source annex shows of one quotation. Nothing in it is computed by the layout.
 */
typedef struct
{
  RisalahQuotation *quotation;
  char *context;
  char *grade;
  char *sha256;
} RisalahExhibit;

/**
 * RisalahEventLine:
 * @event: the event's number in its library, 0 without one; a timeline finds its line by it
 * @date: (nullable): EDTF
 * @date_is_set: whether the analyst set it: printed in brackets
 * @reported: (nullable): EDTF; when an event without a date of its own was reported
 * @title: what happened
 * @parties: (nullable): who took part, as printed: "Indonesia, Pakistan"
 * @status: (nullable): as printed: "terlaksana"
 * @sources: (element-type utf8): UUIDs of the sources that say so
 *
 * One line of the generated table of events.
 */
typedef struct
{
  gint64 event;
  char *date;
  gboolean date_is_set;
  char *reported;
  char *title;
  char *parties;
  char *status;
  GPtrArray *sources;
} RisalahEventLine;

/**
 * RisalahMediaFunc:
 * @hash: (not nullable): the picture's hash, as the document names it
 * @user_data: what was given with it
 *
 * Returns: (transfer full) (nullable): the picture's bytes as stored
 */
typedef GBytes *(*RisalahMediaFunc) (const char *hash, gpointer user_data);

/**
 * RisalahParagraphFunc:
 * @text_uid: UUID of a stored text
 * @start: a character in it
 * @user_data: what was given with it
 *
 * Returns: the paragraph that holds it, from 1 as counted by Risalah, 0 where it is not known
 */
typedef guint (*RisalahParagraphFunc) (const char *text_uid, gint64 start, gpointer user_data);

/**
 * RisalahPlate:
 * @width: in points
 * @height: in points
 * @draw: draws it with its upper left corner at the origin
 * @data: the plate's own
 * @destroy: (nullable): frees @data
 *
 * A drawing that a figure prints: a picture, a timeline.
 */
typedef struct _RisalahPlate RisalahPlate;
struct _RisalahPlate
{
  double width;
  double height;
  void (*draw) (const RisalahPlate *self, cairo_t *cr);
  gpointer data;
  GDestroyNotify destroy;
};

/**
 * RisalahPlateFunc:
 * @figure: a figure without a picture of its own: a timeline excerpt
 * @width: how wide it may be, in points
 * @user_data: what was given with it
 *
 * Returns: (transfer full) (nullable): the drawing, %NULL where there is nothing to show
 */
typedef RisalahPlate *(*RisalahPlateFunc) (const RisalahFigure *figure, double width,
                                           gpointer user_data);

/**
 * RisalahContents:
 * @RISALAH_CONTENTS_AUTOMATIC: where there are more than four pages and three headings
 * @RISALAH_CONTENTS_NEVER: nowhere
 * @RISALAH_CONTENTS_ALWAYS: where there is a heading
 *
 * When a table of contents goes before the first words.
 */
typedef enum
{
  RISALAH_CONTENTS_AUTOMATIC,
  RISALAH_CONTENTS_NEVER,
  RISALAH_CONTENTS_ALWAYS,
} RisalahContents;

/**
 * RisalahEdition:
 * @document: the brief
 * @references: (element-type RisalahReference): one for each source that the brief may cite
 * @exhibits: (element-type RisalahExhibit): its quotations, in any order
 * @events: (element-type RisalahEventLine): what the table of events lists, in its order
 * @terms: the words of the brief's language
 * @style: the citation style
 * @design: the page design
 * @contents: when there is a table of contents
 * @annex: whether the source annex is printed
 * @date: when it was made, in seconds since 1970, UTC; the same date gives the same bytes
 * @font_dir: the folder of the bundled faces
 * @hyphenation: the dictionaries, which editions may share
 * @get_media: (nullable): fetches pictures
 * @make_plate: (nullable): draws timeline excerpts
 * @get_paragraph: (nullable): counts paragraphs for citations of sources without pages
 * @user_data: handed to the functions above, which are called on the thread that lays
 *   out
 * @free_user_data: (nullable): lets @user_data go with the edition
 *
 * Filled by the session after risalah_edition_new(), then shared unchanged.
 */
typedef struct
{
  RisalahDocument *document;
  GPtrArray *references;
  GPtrArray *exhibits;
  GPtrArray *events;
  RisalahTerms *terms;
  const RisalahCitationStyle *style;
  RisalahPageDesign *design;
  RisalahContents contents;
  gboolean annex;
  gint64 date;
  char *font_dir;
  RisalahHyphenation *hyphenation;
  RisalahMediaFunc get_media;
  RisalahPlateFunc make_plate;
  RisalahParagraphFunc get_paragraph;
  gpointer user_data;
  GDestroyNotify free_user_data;
} RisalahEdition;

#define RISALAH_TYPE_EDITION (risalah_edition_get_type ())

GType           risalah_edition_get_type (void);
RisalahEdition *risalah_edition_new      (RisalahDocument  *document,
                                          RisalahTerms     *terms,
                                          const char       *font_dir);
RisalahEdition *risalah_edition_ref      (RisalahEdition   *self);
void            risalah_edition_unref    (RisalahEdition   *self);
gboolean        risalah_contents_from_string (const char    *name,
                                          RisalahContents  *contents);
RisalahExhibit *risalah_exhibit_new      (const RisalahQuotation *quotation,
                                          const char       *context,
                                          const char       *grade,
                                          const char       *sha256);
void            risalah_exhibit_free     (RisalahExhibit   *self);
RisalahEventLine *risalah_event_line_new  (const char       *date,
                                          const char       *title,
                                          const char       *parties,
                                          const char       *status);
void            risalah_event_line_free  (RisalahEventLine *self);
const char     *risalah_picture_find_type (GBytes          *bytes);
RisalahPlate   *risalah_plate_new_picture (GBytes          *bytes,
                                          double            width,
                                          double            height,
                                          GError          **error);
void            risalah_plate_free       (RisalahPlate     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEdition, risalah_edition_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahExhibit, risalah_exhibit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEventLine, risalah_event_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahPlate, risalah_plate_free)

G_END_DECLS
