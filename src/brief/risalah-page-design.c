/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page designs and papers as tables. */

#include "risalah-page-design.h"

#define MILLIMETRES(n) ((n)*72.0 / 25.4)

typedef struct
{
  const char *name;
  double width;
  double height;
} Paper;

typedef struct
{
  const char *name;
  double left, right, top, bottom; /* millimetres */
  const char *text_family;
  const char *heading_family;
  double text_size;
  double line_height;
  gboolean justified;
  gboolean running_heads;
} Design;

static const Paper papers[] = {
  [RISALAH_PAPER_A4] = { "a4", MILLIMETRES (210), MILLIMETRES (297) },
  [RISALAH_PAPER_F4] = { "f4", MILLIMETRES (215), MILLIMETRES (330) },
  [RISALAH_PAPER_LETTER] = { "letter", 612, 792 },
};

static const Design designs[] = {
  [RISALAH_DESIGN_PLAIN] = { "plain", 30, 30, 27, 30, "Liberation Serif", "Liberation Serif", 11,
                             1.32, TRUE, TRUE },
  [RISALAH_DESIGN_INSTITUTIONAL] = { "institutional", 30, 30, 27, 30, "Liberation Serif",
                                     "Liberation Sans", 11, 1.32, TRUE, TRUE },
  [RISALAH_DESIGN_NASKAH_DINAS] = { "naskah-dinas", 30, 20, 20, 25, "Liberation Sans",
                                    "Liberation Sans", 12, 1.3, TRUE, FALSE },
};

G_DEFINE_BOXED_TYPE (RisalahPageDesign,
                     risalah_page_design,
                     risalah_page_design_copy,
                     risalah_page_design_free)

/**
 * risalah_page_design_new:
 * @design: which design
 * @paper: on which paper
 *
 * Returns: (transfer full): the design, without letterhead
 */
RisalahPageDesign *
risalah_page_design_new (RisalahDesign design, RisalahPaper paper)
{
  RisalahPageDesign *self;
  const Design *table;

  g_return_val_if_fail (design < G_N_ELEMENTS (designs), NULL);
  g_return_val_if_fail (paper < G_N_ELEMENTS (papers), NULL);

  table = &designs[design];
  self = g_new0 (RisalahPageDesign, 1);
  self->design = design;
  self->width = papers[paper].width;
  self->height = papers[paper].height;
  self->margin_left = MILLIMETRES (table->left);
  self->margin_right = MILLIMETRES (table->right);
  self->margin_top = MILLIMETRES (table->top);
  self->margin_bottom = MILLIMETRES (table->bottom);
  self->text_family = g_strdup (table->text_family);
  self->heading_family = g_strdup (table->heading_family);
  self->text_size = table->text_size;
  self->line_height = table->line_height;
  self->justified = table->justified;
  self->running_heads = table->running_heads;
  return self;
}

/**
 * risalah_page_design_copy:
 * @self: a design
 *
 * Returns: (transfer full): the same design
 */
RisalahPageDesign *
risalah_page_design_copy (const RisalahPageDesign *self)
{
  RisalahPageDesign *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->text_family = g_strdup (self->text_family);
  copy->heading_family = g_strdup (self->heading_family);
  copy->institution = g_strdup (self->institution);
  copy->unit = g_strdup (self->unit);
  copy->address = g_strdup (self->address);
  copy->logo = self->logo != NULL ? g_bytes_ref (self->logo) : NULL;
  return copy;
}

/**
 * risalah_page_design_free:
 * @self: (transfer full): a design
 */
void
risalah_page_design_free (RisalahPageDesign *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text_family);
  g_free (self->heading_family);
  g_free (self->institution);
  g_free (self->unit);
  g_free (self->address);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self);
}

/**
 * risalah_page_design_set_paper:
 * @self: a design
 * @width: in points
 * @height: in points
 *
 * Takes the paper that a print dialog returned; margins stay. A paper on which less than 5 cm
 * of text would stand between the margins is not taken.
 */
void
risalah_page_design_set_paper (RisalahPageDesign *self, double width, double height)
{
  g_return_if_fail (self != NULL);

  if (width - self->margin_left - self->margin_right < MILLIMETRES (50)
      || height - self->margin_top - self->margin_bottom < MILLIMETRES (50))
    return;
  self->width = width;
  self->height = height;
}

/**
 * risalah_page_design_get_head:
 * @self: a design
 *
 * Returns: how far below the paper's upper edge the markings stand (classification, draft), in
 *   points
 */
double
risalah_page_design_get_head (const RisalahPageDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (self->margin_top * 0.38, 30);
}

/**
 * risalah_page_design_get_foot:
 * @self: a design
 *
 * Returns: how far above the paper's lower edge the line of the page number begins, in points
 */
double
risalah_page_design_get_foot (const RisalahPageDesign *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (self->margin_bottom * 0.6, 46);
}

/**
 * risalah_design_from_string:
 * @name: (nullable): "plain" (also "brief"), "institutional" or "naskah-dinas"
 * @design: (out): the design
 *
 * Returns: whether there is such a design; @design is left alone where not
 */
gboolean
risalah_design_from_string (const char *name, RisalahDesign *design)
{
  if (g_strcmp0 (name, "brief") == 0)
    name = "plain";
  for (guint i = 0; i < G_N_ELEMENTS (designs); i++)
    if (g_strcmp0 (name, designs[i].name) == 0)
      {
        *design = (RisalahDesign)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_paper_from_string:
 * @name: (nullable): "a4", "f4" or "letter"
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper; @paper is left alone where not
 */
gboolean
risalah_paper_from_string (const char *name, RisalahPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_strcmp0 (name, papers[i].name) == 0)
      {
        *paper = (RisalahPaper)i;
        return TRUE;
      }
  return FALSE;
}
