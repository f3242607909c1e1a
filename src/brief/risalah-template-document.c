/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New documents and parts of documents from a template, in the brief's language. */

#include <string.h>

#include "risalah-outline.h"
#include "risalah-template-private.h"

/* What a section's content is made of while a document is put together. */
typedef struct
{
  const RisalahTemplate *template;
  RisalahTerms *terms;
  GPtrArray *blocks;
  const char *title;
} Maker;

/* Adds a block, which it takes. */
static void
add (Maker *self, RisalahBriefBlock *block)
{
  g_ptr_array_add (self->blocks, block);
}

static void
add_text (Maker *self, RisalahBriefBlockKind kind, guint level, const char *text)
{
  add (self, risalah_brief_block_new_plain (kind, level, text));
}

static void
add_boxed_bullets (Maker *self)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RisalahBriefBlock) bullet =
          risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_BULLET, 1, "");

      add (self, risalah_brief_block_with_boxed (bullet, TRUE));
    }
}

static void
add_timeline (Maker *self)
{
  RisalahFigure figure = { 0 };

  add (self, risalah_brief_block_new_figure (&figure, NULL));
}

/* A table whose first column holds words and whose others are empty. */
static void
add_letter (Maker *self, const char *keys)
{
  g_auto (GStrv) lines = g_strsplit (keys, ",", -1);
  guint n_rows = g_strv_length (lines);
  g_autoptr (GPtrArray) cells =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_rich_text_unref);
  g_autoptr (RisalahBriefBlock) table = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *key = g_strdup_printf ("letter.%s", lines[i]);
      const char *value =
          g_str_equal (lines[i], "subject") && self->title != NULL ? self->title : "";

      g_ptr_array_add (cells, risalah_rich_text_new_plain (risalah_terms_get (self->terms, key)));
      g_ptr_array_add (cells, risalah_rich_text_new_plain (value));
    }
  table = risalah_brief_block_new_table (n_rows, 2, FALSE, (RisalahRichText *const *)cells->pdata,
                                         NULL);
  add (self, risalah_brief_block_with_role (table, "letter"));
}

static void
add_comparison (Maker *self, const char *const *columns, guint n_columns, guint n_options)
{
  guint n_cells = n_columns * (n_options + 1);
  g_autoptr (GPtrArray) cells =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_rich_text_unref);
  g_autoptr (RisalahRichText) caption =
      risalah_rich_text_new_plain (risalah_terms_get (self->terms, "option.comparison"));

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i / n_columns);
      g_autofree char *name = risalah_terms_format (self->terms, "option.name", number, NULL);

      g_ptr_array_add (cells, risalah_rich_text_new_plain (
                                  i < n_columns        ? risalah_terms_get (self->terms, columns[i])
                                  : i % n_columns == 0 ? name
                                                       : ""));
    }
  add (self, risalah_brief_block_new_table (n_options + 1, n_columns, TRUE,
                                            (RisalahRichText *const *)cells->pdata, caption));
}

static void
add_options (Maker *self)
{
  static const char *const columns[] = { "option.option", "option.pros", "option.cons",
                                         "option.cost", "option.risk" };

  for (guint option = 1; option <= 2; option++)
    {
      g_autofree char *number = g_strdup_printf ("%u", option);
      g_autofree char *name = risalah_terms_format (self->terms, "option.name", number, NULL);

      add_text (self, RISALAH_BRIEF_BLOCK_HEADING, 2, name);
      add_text (self, RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "");
      for (guint i = 1; i < G_N_ELEMENTS (columns); i++)
        {
          g_autofree char *line =
              g_strdup_printf ("%s: ", risalah_terms_get (self->terms, columns[i]));

          add_text (self, RISALAH_BRIEF_BLOCK_BULLET, 1, line);
        }
    }
  add_comparison (self, columns, G_N_ELEMENTS (columns), 2);
}

static void
add_in_role (Maker *self, RisalahBriefBlockKind kind, const char *text, const char *role)
{
  g_autoptr (RisalahBriefBlock) block = risalah_brief_block_new_plain (kind, 0, text);

  add (self, risalah_brief_block_with_role (block, role));
}

static void
add_content (Maker *self, const RisalahTemplatePart *part)
{
  RisalahGenerated generated;

  if (risalah_generated_from_string (part->content, &generated))
    add (self, risalah_brief_block_new_generated (generated));
  else if (g_str_equal (part->content, "key-messages"))
    add_boxed_bullets (self);
  else if (g_str_equal (part->content, "bullets"))
    add_text (self, RISALAH_BRIEF_BLOCK_BULLET, 1, "");
  else if (g_str_equal (part->content, "numbered"))
    add_text (self, RISALAH_BRIEF_BLOCK_NUMBERED, 1, "");
  else if (g_str_equal (part->content, "timeline"))
    add_timeline (self);
  else if (g_str_equal (part->content, "options"))
    add_options (self);
  else if (g_str_equal (part->content, "signature"))
    add_in_role (self, RISALAH_BRIEF_BLOCK_PARAGRAPH, "", "signature");
  else if (g_str_has_prefix (part->content, "letter:"))
    add_letter (self, part->content + strlen ("letter:"));
  else if (!g_str_equal (part->content, "form"))
    add_text (self, RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, "");
}

static void
add_part (Maker *self, const RisalahTemplatePart *part)
{
  if (part->level > 0)
    {
      g_autofree char *words =
          risalah_template_dup_heading (self->template, self->terms, part->section);
      g_autoptr (RisalahBriefBlock) heading =
          risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, part->level, words);

      add (self, risalah_brief_block_with_section (heading, part->section));
    }
  add_content (self, part);
}

/* The form's name, which stands above the title, and the title. */
static void
add_title (Maker *self)
{
  const RisalahTemplatePart *form = risalah_template_find_part (self->template, "form");

  if (form != NULL)
    {
      g_autofree char *words = risalah_template_dup_heading (self->template, self->terms, "form");

      add_in_role (self, RISALAH_BRIEF_BLOCK_SUBTITLE, words, "form");
    }
  if (self->title != NULL)
    add_text (self, RISALAH_BRIEF_BLOCK_TITLE, 0, self->title);
  else
    {
      g_autofree char *key = g_strdup_printf ("template.%s.name", self->template->name);

      add_text (self, RISALAH_BRIEF_BLOCK_TITLE, 0, risalah_terms_get (self->terms, key));
    }
}

/* The document with the template's fields; takes @document. */
static RisalahDocument *
set_fields (const RisalahTemplate *self, RisalahDocument *document)
{
  RisalahDocumentField field;

  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (self->fields[i], "=", 2);
      RisalahDocument *changed;

      if (pair[0] == NULL || pair[1] == NULL
          || !risalah_document_field_from_string (pair[0], &field))
        continue;
      changed = risalah_document_with_field (document, field, pair[1]);
      risalah_document_unref (document);
      document = changed;
    }
  return document;
}

static RisalahDocument *
set_name_and_date (const RisalahTemplate *self, RisalahDocument *document, const char *date)
{
  g_autoptr (RisalahDocument) plain = document;
  g_autoptr (RisalahDocument) named =
      risalah_document_with_field (plain, RISALAH_DOCUMENT_TEMPLATE, self->name);
  g_autoptr (RisalahDocument) dated =
      risalah_document_with_field (named, RISALAH_DOCUMENT_DATE, date);

  return risalah_document_with_field (dated, RISALAH_DOCUMENT_DATA_CUT_OFF, date);
}

/**
 * risalah_template_new_document:
 * @self: a template
 * @terms: the words of the brief's language
 * @title: (nullable): its title, %NULL for the template's name
 * @date: (nullable): EDTF: the date of the brief and, to begin with, of its data
 *
 * Returns: (transfer full): a draft with the template's parts, all but the optional ones
 */
RisalahDocument *
risalah_template_new_document (const RisalahTemplate *self,
                               RisalahTerms *terms,
                               const char *title,
                               const char *date)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  Maker maker = { self, terms, blocks, title };
  RisalahDocument *document;

  g_return_val_if_fail (self != NULL && terms != NULL, NULL);

  add_title (&maker);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const RisalahTemplatePart *part = &g_array_index (self->parts, RisalahTemplatePart, i);

      if (!part->optional)
        add_part (&maker, part);
    }
  document = risalah_document_new (risalah_terms_get_language (terms),
                                   (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  return set_name_and_date (self, set_fields (self, document), date);
}

/* The block before which a part goes: after the nearest part that stands before it in the
 * template, else before the first section. */
static guint
find_place (const RisalahTemplate *self, RisalahDocument *document, const char *section)
{
  guint n_blocks = risalah_document_get_n_blocks (document), first = n_blocks, place = 0;

  for (guint part = 0; part < self->parts->len; part++)
    {
      const char *name = g_array_index (self->parts, RisalahTemplatePart, part).section;

      if (g_str_equal (name, section))
        break;
      for (guint i = 0; i < n_blocks; i++)
        if (g_strcmp0 (risalah_brief_block_get_section (risalah_document_get_block (document, i)),
                       name)
            == 0)
          place = risalah_outline_find_section_end (document, i);
    }
  for (guint i = n_blocks; i-- > 0;)
    if (risalah_brief_block_get_kind (risalah_document_get_block (document, i))
        == RISALAH_BRIEF_BLOCK_HEADING)
      first = i;
  return place > 0 ? place : first;
}

/**
 * risalah_template_add_part:
 * @self: a template
 * @terms: the words of the brief's language
 * @document: a brief made from it
 * @section: a section of it, also an optional one
 * @at: (out): the block of the new section's heading, or of what stands in its place
 *
 * Puts a section in where the template has it.
 *
 * Returns: (transfer full) (nullable): the document with that section; %NULL where the template
 *   has none of that name
 */
RisalahDocument *
risalah_template_add_part (const RisalahTemplate *self,
                           RisalahTerms *terms,
                           RisalahDocument *document,
                           const char *section,
                           guint *at)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);
  Maker maker = { self, terms, blocks, NULL };
  const RisalahTemplatePart *part;

  g_return_val_if_fail (self != NULL && terms != NULL, NULL);
  g_return_val_if_fail (document != NULL && at != NULL, NULL);

  part = risalah_template_find_part (self, section);
  if (part == NULL || g_str_equal (part->section, "form"))
    return NULL;
  add_part (&maker, part);
  *at = find_place (self, document, section);
  return risalah_document_splice (document, *at, 0, (RisalahBriefBlock *const *)blocks->pdata,
                                  blocks->len);
}
