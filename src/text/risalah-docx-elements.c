/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hears of the elements of a Word document (ISO/IEC 29500-1, 17) and hands each to who knows it.
 * What was inserted while changes were tracked is text, what was deleted or moved away is not. */

#include "risalah-docx-reading-private.h"

static gboolean
skip (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  return FALSE;
}

static gboolean
start_document (RisalahDocxReading *reading, const RisalahOfficeAttributes *attributes)
{
  reading->is_document = TRUE;
  return TRUE;
}

/* What something was before a change, how pages are laid out, how a word is pronounced. */
static const RisalahDocxElement other_elements[] = {
  { "w:document", start_document, NULL },
  { "w:pPrChange", skip, NULL },
  { "w:rPrChange", skip, NULL },
  { "w:rt", skip, NULL },
  { "w:sectPr", skip, NULL },
  { "w:tblPrChange", skip, NULL },
  { "w:tcPrChange", skip, NULL },
  { "w:trPrChange", skip, NULL },
  { NULL, NULL, NULL },
};

void
risalah_docx_flags_push (GArray *flags)
{
  gboolean flag = FALSE;

  g_array_append_val (flags, flag);
}

/* The innermost flag, %NULL where there is none. */
gboolean *
risalah_docx_flags_get (GArray *flags)
{
  return flags->len > 0 ? &g_array_index (flags, gboolean, flags->len - 1) : NULL;
}

void
risalah_docx_pop (GArray *array)
{
  if (array->len > 0)
    g_array_set_size (array, array->len - 1);
}

/* The innermost paragraph, %NULL between paragraphs. */
RisalahDocxParagraph *
risalah_docx_get_paragraph (RisalahDocxReading *reading)
{
  GArray *all = reading->paragraphs;

  return all->len > 0 ? &g_array_index (all, RisalahDocxParagraph, all->len - 1) : NULL;
}

/* Whether what comes now is shown to who reads the document. */
gboolean
risalah_docx_is_shown (const RisalahDocxReading *reading)
{
  for (guint i = 0; i < reading->codes->len; i++)
    if (g_array_index (reading->codes, gboolean, i))
      return FALSE;
  return risalah_docx_flags_get (reading->hidden) == NULL
         || !*risalah_docx_flags_get (reading->hidden);
}

static gboolean
start_cb (gpointer data, const char *name, const RisalahOfficeAttributes *attributes)
{
  RisalahDocxReading *reading = data;
  const RisalahDocxElement *element = g_hash_table_lookup (reading->elements, name);

  return element == NULL || element->start (reading, attributes);
}

static void
end_cb (gpointer data, const char *name)
{
  RisalahDocxReading *reading = data;
  const RisalahDocxElement *element = g_hash_table_lookup (reading->elements, name);

  if (element != NULL && element->end != NULL)
    element->end (reading);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  RisalahDocxReading *reading = data;

  if (reading->in_text)
    risalah_office_flow_add_text (reading->flow, text, length);
}

const RisalahOfficeHandler risalah_docx_handler = {
  .start = start_cb,
  .end = end_cb,
  .text = text_cb,
};

static void
clear_paragraph (gpointer paragraph)
{
  g_free (((RisalahDocxParagraph *)paragraph)->style);
}

static void
add_elements (GHashTable *all, const RisalahDocxElement *elements)
{
  for (; elements->name != NULL; elements++)
    g_hash_table_insert (all, (gpointer)elements->name, (gpointer)elements);
}

/**
 * risalah_docx_reading_init:
 * @self: (out caller-allocates): what the handler keeps
 * @flow: where paragraphs go
 * @styles: the document's styles
 */
void
risalah_docx_reading_init (RisalahDocxReading *self,
                           RisalahOfficeFlow *flow,
                           const RisalahDocxStyles *styles)
{
  *self = (RisalahDocxReading){ .flow = flow, .styles = styles };
  self->elements = g_hash_table_new (g_str_hash, g_str_equal);
  add_elements (self->elements, risalah_docx_paragraph_elements);
  add_elements (self->elements, risalah_docx_run_elements);
  add_elements (self->elements, risalah_docx_holder_elements);
  add_elements (self->elements, other_elements);
  self->notes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (RisalahDocxParagraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->codes = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->alternatives = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->controls = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * risalah_docx_reading_clear:
 * @self: what the handler kept
 */
void
risalah_docx_reading_clear (RisalahDocxReading *self)
{
  g_clear_pointer (&self->elements, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->hidden, g_array_unref);
  g_clear_pointer (&self->codes, g_array_unref);
  g_clear_pointer (&self->alternatives, g_array_unref);
  g_clear_pointer (&self->controls, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->note, g_free);
}
