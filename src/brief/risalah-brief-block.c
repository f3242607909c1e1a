/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block of a brief: made and read. */

#include "risalah-brief-block-private.h"

G_DEFINE_BOXED_TYPE (RisalahBriefBlock,
                     risalah_brief_block,
                     risalah_brief_block_ref,
                     risalah_brief_block_unref)

static const char *const generated_names[] = { "references", "source-annex", "event-table" };

gboolean
risalah_brief_block_kind_is_object (RisalahBriefBlockKind kind)
{
  return kind >= RISALAH_BRIEF_BLOCK_TABLE;
}

/* The level that a block of @kind may have. */
guint
risalah_brief_block_clamp_level (RisalahBriefBlockKind kind, guint level)
{
  if (kind == RISALAH_BRIEF_BLOCK_HEADING)
    return CLAMP (level, 1, 3);
  if (kind == RISALAH_BRIEF_BLOCK_BULLET || kind == RISALAH_BRIEF_BLOCK_NUMBERED)
    return CLAMP (level, 1, 9);
  return 0;
}

static RisalahBriefBlock *
allocate (RisalahBriefBlockKind kind, guint level)
{
  RisalahBriefBlock *self = g_new0 (RisalahBriefBlock, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->level = risalah_brief_block_clamp_level (kind, level);
  return self;
}

static RisalahRichText *
new_atom_text (void)
{
  RisalahUnknownElement *element = risalah_unknown_element_new ("object", "", "");
  RisalahMark mark = { .kind = RISALAH_MARK_UNKNOWN, .end = 1, .unknown = element };
  RisalahRichText *text = risalah_rich_text_new (RISALAH_ATOM_TEXT, &mark, 1);

  risalah_unknown_element_unref (element);
  return text;
}

static RisalahBriefBlock *
new_object (RisalahBriefBlockKind kind, RisalahRichText *caption)
{
  RisalahBriefBlock *self = allocate (kind, 0);

  self->text = new_atom_text ();
  if (kind == RISALAH_BRIEF_BLOCK_TABLE || kind == RISALAH_BRIEF_BLOCK_FIGURE)
    self->caption =
        caption != NULL ? risalah_rich_text_ref (caption) : risalah_rich_text_new_plain ("");
  return self;
}

void
risalah_figure_copy_into (RisalahFigure *to, const RisalahFigure *from)
{
  to->media = g_strdup (from->media);
  to->alternative = g_strdup (from->alternative);
  to->from = g_strdup (from->from);
  to->to = g_strdup (from->to);
  to->filter = g_strdup (from->filter);
  to->group = g_strdup (from->group);
  to->width = MIN (from->width, 100);
}

void
risalah_figure_clear (RisalahFigure *figure)
{
  g_free (figure->media);
  g_free (figure->alternative);
  g_free (figure->from);
  g_free (figure->to);
  g_free (figure->filter);
  g_free (figure->group);
}

GPtrArray *
risalah_brief_block_new_cells (guint n_cells, RisalahRichText *const *cells)
{
  GPtrArray *array = g_ptr_array_new_full (n_cells, (GDestroyNotify)risalah_rich_text_unref);

  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (array, cells != NULL && cells[i] != NULL ? risalah_rich_text_ref (cells[i])
                                                              : risalah_rich_text_new_plain (""));
  return array;
}

/**
 * risalah_brief_block_new:
 * @kind: a kind that has text of its own: TITLE to QUOTATION
 * @level: of a heading 1 to 3, of a list item from 1; else passed over
 * @text: its text
 *
 * Returns: (transfer full): a block
 */
RisalahBriefBlock *
risalah_brief_block_new (RisalahBriefBlockKind kind, guint level, RisalahRichText *text)
{
  RisalahBriefBlock *self;

  g_return_val_if_fail (!risalah_brief_block_kind_is_object (kind) && text != NULL, NULL);

  self = allocate (kind, level);
  self->text = risalah_rich_text_ref (text);
  return self;
}

/**
 * risalah_brief_block_new_plain:
 * @kind: a kind that has text of its own
 * @level: of a heading 1 to 3, of a list item from 1; else passed over
 * @text: UTF-8
 *
 * Returns: (transfer full): a block without marks
 */
RisalahBriefBlock *
risalah_brief_block_new_plain (RisalahBriefBlockKind kind, guint level, const char *text)
{
  g_autoptr (RisalahRichText) rich = risalah_rich_text_new_plain (text);

  return risalah_brief_block_new (kind, level, rich);
}

/**
 * risalah_brief_block_new_table:
 * @n_rows: how many rows, the header included, at least 1
 * @n_columns: how many columns, at least 1
 * @has_header: whether the first row is one
 * @cells: (nullable): @n_rows × @n_columns texts by rows, a %NULL among them is empty; %NULL for a
 *   table of empty cells
 * @caption: (nullable): its caption
 *
 * Returns: (transfer full): a table
 */
RisalahBriefBlock *
risalah_brief_block_new_table (guint n_rows,
                               guint n_columns,
                               gboolean has_header,
                               RisalahRichText *const *cells,
                               RisalahRichText *caption)
{
  RisalahBriefBlock *self;

  g_return_val_if_fail (n_rows > 0 && n_columns > 0, NULL);

  self = new_object (RISALAH_BRIEF_BLOCK_TABLE, caption);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->has_header = has_header != FALSE;
  self->cells = risalah_brief_block_new_cells (n_rows * n_columns, cells);
  return self;
}

/**
 * risalah_brief_block_new_figure:
 * @figure: what it shows; copied
 * @caption: (nullable): its caption
 *
 * Returns: (transfer full): a figure
 */
RisalahBriefBlock *
risalah_brief_block_new_figure (const RisalahFigure *figure, RisalahRichText *caption)
{
  RisalahBriefBlock *self;

  g_return_val_if_fail (figure != NULL, NULL);

  self = new_object (RISALAH_BRIEF_BLOCK_FIGURE, caption);
  risalah_figure_copy_into (&self->figure, figure);
  return self;
}

/**
 * risalah_brief_block_new_generated:
 * @generated: what is to be made there
 *
 * Returns: (transfer full): a block that the layout fills
 */
RisalahBriefBlock *
risalah_brief_block_new_generated (RisalahGenerated generated)
{
  RisalahBriefBlock *self = new_object (RISALAH_BRIEF_BLOCK_GENERATED, NULL);

  self->generated = generated;
  return self;
}

/**
 * risalah_brief_block_new_page_break:
 *
 * Returns: (transfer full): a page break
 */
RisalahBriefBlock *
risalah_brief_block_new_page_break (void)
{
  return new_object (RISALAH_BRIEF_BLOCK_PAGE_BREAK, NULL);
}

/**
 * risalah_brief_block_new_unknown:
 * @xml: an element as XML
 *
 * Returns: (transfer full): a block that is kept as it is
 */
RisalahBriefBlock *
risalah_brief_block_new_unknown (const char *xml)
{
  RisalahBriefBlock *self;

  g_return_val_if_fail (xml != NULL, NULL);

  self = new_object (RISALAH_BRIEF_BLOCK_UNKNOWN, NULL);
  self->xml = g_strdup (xml);
  return self;
}

/**
 * risalah_brief_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self
 */
RisalahBriefBlock *
risalah_brief_block_ref (RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_brief_block_unref:
 * @self: (transfer full): a block
 */
void
risalah_brief_block_unref (RisalahBriefBlock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_free (self->section);
  g_free (self->role);
  g_free (self->language);
  g_free (self->extra);
  g_clear_pointer (&self->text, risalah_rich_text_unref);
  g_clear_pointer (&self->caption, risalah_rich_text_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  risalah_figure_clear (&self->figure);
  g_free (self->xml);
  g_free (self);
}

/**
 * risalah_brief_block_get_kind:
 * @self: a block
 *
 * Returns: what it is
 */
RisalahBriefBlockKind
risalah_brief_block_get_kind (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, RISALAH_BRIEF_BLOCK_PARAGRAPH);
  return self->kind;
}

/**
 * risalah_brief_block_get_level:
 * @self: a block
 *
 * Returns: of a heading 1 to 3, of a list item its depth from 1, else 0
 */
guint
risalah_brief_block_get_level (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->level;
}

/**
 * risalah_brief_block_is_object:
 * @self: a block
 *
 * Returns: whether its own text is the one character of an atom: a table, a figure, a page break,
 *   a generated part, an unknown block
 */
gboolean
risalah_brief_block_is_object (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return risalah_brief_block_kind_is_object (self->kind);
}

/**
 * risalah_brief_block_is_list_item:
 * @self: a block
 *
 * Returns: whether it is an item of a bullet or numbered list
 */
gboolean
risalah_brief_block_is_list_item (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->kind == RISALAH_BRIEF_BLOCK_BULLET || self->kind == RISALAH_BRIEF_BLOCK_NUMBERED;
}

/**
 * risalah_brief_block_is_boxed:
 * @self: a block
 *
 * Returns: whether it stands in the key-messages box; neighbours share one box
 */
gboolean
risalah_brief_block_is_boxed (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->boxed;
}

/**
 * risalah_brief_block_get_id:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): what a cross-reference ("#id") names it by
 */
const char *
risalah_brief_block_get_id (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

/**
 * risalah_brief_block_get_section:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): the part of the template that this heading opens, whatever
 *   its words are now
 */
const char *
risalah_brief_block_get_section (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->section;
}

/**
 * risalah_brief_block_get_role:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): what a design treats apart: "letter" (the table of
 *   addressee, subject, date …), "signature", "form" (the form's name above the title)
 */
const char *
risalah_brief_block_get_role (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->role;
}

/**
 * risalah_brief_block_get_language:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): ISO 639-1, %NULL where it is the document's
 */
const char *
risalah_brief_block_get_language (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->language;
}

/**
 * risalah_brief_block_get_extra:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): attributes of a newer version as XML, each after a space
 */
const char *
risalah_brief_block_get_extra (const RisalahBriefBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->extra;
}

static gboolean
figures_equal (const RisalahFigure *a, const RisalahFigure *b)
{
  return g_strcmp0 (a->media, b->media) == 0 && g_strcmp0 (a->alternative, b->alternative) == 0
         && g_strcmp0 (a->from, b->from) == 0 && g_strcmp0 (a->to, b->to) == 0
         && g_strcmp0 (a->filter, b->filter) == 0 && g_strcmp0 (a->group, b->group) == 0
         && a->width == b->width;
}

/**
 * risalah_brief_block_equal:
 * @a: a block
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
risalah_brief_block_equal (const RisalahBriefBlock *a, const RisalahBriefBlock *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->level != b->level || a->boxed != b->boxed
      || g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->section, b->section) != 0
      || g_strcmp0 (a->role, b->role) != 0 || g_strcmp0 (a->language, b->language) != 0
      || g_strcmp0 (a->extra, b->extra) != 0 || a->n_rows != b->n_rows
      || a->n_columns != b->n_columns || a->has_header != b->has_header
      || a->generated != b->generated || g_strcmp0 (a->xml, b->xml) != 0
      || !figures_equal (&a->figure, &b->figure))
    return FALSE;
  for (guint i = 0; i < risalah_brief_block_get_n_parts (a); i++)
    if (!risalah_rich_text_equal (risalah_brief_block_get_part (a, i),
                                  risalah_brief_block_get_part (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * risalah_generated_to_string:
 * @generated: a generated part
 *
 * Returns: (transfer none): its name in files, "source-annex"
 */
const char *
risalah_generated_to_string (RisalahGenerated generated)
{
  g_return_val_if_fail ((guint)generated < G_N_ELEMENTS (generated_names), "");
  return generated_names[generated];
}

/**
 * risalah_generated_from_string:
 * @name: (nullable): a name in files
 * @generated: (out): the part
 *
 * Returns: whether there is one of that name
 */
gboolean
risalah_generated_from_string (const char *name, RisalahGenerated *generated)
{
  for (guint i = 0; i < G_N_ELEMENTS (generated_names); i++)
    if (g_strcmp0 (name, generated_names[i]) == 0)
      {
        *generated = (RisalahGenerated)i;
        return TRUE;
      }
  return FALSE;
}
