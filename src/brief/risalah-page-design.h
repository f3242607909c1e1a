/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page looks like before a word stands on it: paper, margins, faces, sizes, letterhead. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RisalahPaper:
 * @RISALAH_PAPER_A4: 210 × 297 mm
 * @RISALAH_PAPER_F4: 215 × 330 mm, the Indonesian folio
 * @RISALAH_PAPER_LETTER: 8.5 × 11 in
 */
typedef enum
{
  RISALAH_PAPER_A4,
  RISALAH_PAPER_F4,
  RISALAH_PAPER_LETTER,
} RisalahPaper;

/**
 * RisalahDesign:
 * @RISALAH_DESIGN_PLAIN: serif text, title at the head of the first page
 * @RISALAH_DESIGN_INSTITUTIONAL: letterhead with logo and unit, serif text, sans headings
 * @RISALAH_DESIGN_NASKAH_DINAS: the official letter page: sans 12, margins 3, 2, 2 and 2.5 cm
 */
typedef enum
{
  RISALAH_DESIGN_PLAIN,
  RISALAH_DESIGN_INSTITUTIONAL,
  RISALAH_DESIGN_NASKAH_DINAS,
} RisalahDesign;

/**
 * RisalahPageDesign:
 * @design: which of the designs
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @margin_left: in points, as are the other margins
 * @text_family: face of the text
 * @heading_family: face of the headings
 * @text_size: in points
 * @line_height: baseline to baseline, as a multiple of @text_size
 * @justified: whether paragraphs are justified
 * @running_heads: whether pages from the second on carry the title at their head
 * @institution: (nullable): the letterhead's first line
 * @unit: (nullable): its second
 * @address: (nullable): its last, small
 * @logo: (nullable): a picture, PNG or JPEG, as stored
 *
 * Fields may be changed after risalah_page_design_new() has filled them; a house design is such a
 * change.
 */
typedef struct
{
  RisalahDesign design;
  double width;
  double height;
  double margin_left;
  double margin_right;
  double margin_top;
  double margin_bottom;
  char *text_family;
  char *heading_family;
  double text_size;
  double line_height;
  gboolean justified;
  gboolean running_heads;
  char *institution;
  char *unit;
  char *address;
  GBytes *logo;
} RisalahPageDesign;

#define RISALAH_TYPE_PAGE_DESIGN (risalah_page_design_get_type ())

GType              risalah_page_design_get_type  (void);
RisalahPageDesign *risalah_page_design_new       (RisalahDesign            design,
                                                  RisalahPaper             paper);
RisalahPageDesign *risalah_page_design_copy      (const RisalahPageDesign *self);
void               risalah_page_design_free      (RisalahPageDesign       *self);
void               risalah_page_design_set_paper (RisalahPageDesign       *self,
                                                  double                   width,
                                                  double                   height);
double             risalah_page_design_get_head  (const RisalahPageDesign *self);
double             risalah_page_design_get_foot  (const RisalahPageDesign *self);
gboolean           risalah_design_from_string    (const char              *name,
                                                  RisalahDesign           *design);
gboolean           risalah_paper_from_string     (const char              *name,
                                                  RisalahPaper            *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahPageDesign, risalah_page_design_free)

G_END_DECLS
