/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: each step keeps the blocks that it changed, before and after. */

#include "risalah-history.h"

#include "risalah-document-difference.h"
#include "risalah-document-private.h"

typedef struct
{
  RisalahEditStep kind;
  guint first;
  GPtrArray *before;              /* (element-type RisalahBriefBlock) */
  GPtrArray *after;               /* (element-type RisalahBriefBlock) */
  RisalahDocument *fields_before; /* (nullable): where fields changed: a document that has them */
  RisalahDocument *fields_after;
  RisalahPosition cursor_before;
  RisalahPosition cursor_after;
} Step;

struct _RisalahHistory
{
  RisalahDocument *document;
  RisalahPosition cursor;
  GPtrArray *steps; /* (element-type Step) */
  guint n_done;     /* how many of them are done; those behind can be done again */
  gboolean open;    /* whether typing may join the last step */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->before);
  g_ptr_array_unref (step->after);
  g_clear_pointer (&step->fields_before, risalah_document_unref);
  g_clear_pointer (&step->fields_after, risalah_document_unref);
  g_free (step);
}

static GPtrArray *
collect_blocks (RisalahDocument *document, guint first, guint n_blocks)
{
  GPtrArray *blocks = g_ptr_array_new_full (n_blocks, (GDestroyNotify)risalah_brief_block_unref);

  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (blocks,
                     risalah_brief_block_ref (risalah_document_get_block (document, first + i)));
  return blocks;
}

static Step *
step_new (RisalahDocument *before,
          const RisalahEdit *edit,
          const RisalahDocumentDifference *difference)
{
  Step *step = g_new0 (Step, 1);

  step->kind = edit->step;
  step->first = difference->first;
  step->before = collect_blocks (before, difference->first, difference->n_before);
  step->after = collect_blocks (edit->document, difference->first, difference->n_after);
  if (difference->fields)
    {
      step->fields_before = risalah_document_ref (before);
      step->fields_after = risalah_document_ref (edit->document);
    }
  step->cursor_before = edit->from;
  step->cursor_after = edit->cursor;
  return step;
}

/* Whether @edit goes on with what the last step did. */
static gboolean
joins_last (const RisalahHistory *self,
            const RisalahEdit *edit,
            const RisalahDocumentDifference *difference)
{
  const Step *last;

  if (!self->open || self->n_done == 0 || edit->step == RISALAH_EDIT_STEP_ACT || edit->begins_word)
    return FALSE;
  last = g_ptr_array_index (self->steps, self->n_done - 1);
  return last->kind == edit->step && !difference->fields && last->fields_before == NULL
         && last->first == difference->first && last->after->len == difference->n_before
         && risalah_position_compare (&last->cursor_after, &edit->from) == 0;
}

static void
set_document (RisalahHistory *self, RisalahDocument *document, const RisalahPosition *cursor)
{
  risalah_document_ref (document);
  risalah_document_unref (self->document);
  self->document = document;
  self->cursor = *cursor;
}

/**
 * risalah_history_new:
 * @document: the document as it was opened
 * @cursor: (nullable): where the cursor stands, %NULL for the beginning
 *
 * Returns: (transfer full): a history without steps
 */
RisalahHistory *
risalah_history_new (RisalahDocument *document, const RisalahPosition *cursor)
{
  RisalahHistory *self;

  g_return_val_if_fail (document != NULL, NULL);

  self = g_new0 (RisalahHistory, 1);
  self->document = risalah_document_ref (document);
  if (cursor != NULL)
    self->cursor = *cursor;
  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

/**
 * risalah_history_free:
 * @self: (transfer full) (nullable): a history
 */
void
risalah_history_free (RisalahHistory *self)
{
  if (self == NULL)
    return;
  risalah_document_unref (self->document);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * risalah_history_push:
 * @self: a history
 * @edit: what a command returned for the current document
 *
 * Makes the edit's document the current one. Steps that were undone are forgotten. An edit that
 * changed nothing only moves the cursor.
 *
 * Returns: whether the document changed
 */
gboolean
risalah_history_push (RisalahHistory *self, const RisalahEdit *edit)
{
  RisalahDocumentDifference difference;

  g_return_val_if_fail (self != NULL && edit != NULL && edit->document != NULL, FALSE);

  if (!risalah_document_find_difference (self->document, edit->document, &difference))
    {
      self->cursor = edit->cursor;
      return FALSE;
    }
  g_ptr_array_set_size (self->steps, (gint)self->n_done);
  if (joins_last (self, edit, &difference))
    {
      Step *last = g_ptr_array_index (self->steps, self->n_done - 1);

      g_ptr_array_unref (last->after);
      last->after = collect_blocks (edit->document, difference.first, difference.n_after);
      last->cursor_after = edit->cursor;
    }
  else
    {
      g_ptr_array_add (self->steps, step_new (self->document, edit, &difference));
      self->n_done++;
    }
  self->open = edit->step != RISALAH_EDIT_STEP_ACT;
  set_document (self, edit->document, &edit->cursor);
  return TRUE;
}

/**
 * risalah_history_end_group:
 * @self: a history
 *
 * Typing that follows is a step of its own: called where the cursor moved by itself.
 */
void
risalah_history_end_group (RisalahHistory *self)
{
  g_return_if_fail (self != NULL);
  self->open = FALSE;
}

/* Puts @blocks where @n_old stand, with the fields of @fields where there are such. */
static void
apply (RisalahHistory *self,
       const Step *step,
       guint n_old,
       GPtrArray *blocks,
       RisalahDocument *fields,
       const RisalahPosition *cursor)
{
  g_autoptr (RisalahDocument) changed =
      risalah_document_splice (self->document, step->first, n_old,
                               (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
  g_autoptr (RisalahDocument) whole = fields != NULL
                                          ? risalah_document_with_fields_of (changed, fields)
                                          : risalah_document_ref (changed);

  set_document (self, whole, cursor);
  self->open = FALSE;
}

/**
 * risalah_history_undo:
 * @self: a history
 *
 * Returns: whether there was a step to undo; document and cursor are what they were before it
 */
gboolean
risalah_history_undo (RisalahHistory *self)
{
  const Step *step;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_done == 0)
    return FALSE;
  step = g_ptr_array_index (self->steps, --self->n_done);
  apply (self, step, step->after->len, step->before, step->fields_before, &step->cursor_before);
  return TRUE;
}

/**
 * risalah_history_redo:
 * @self: a history
 *
 * Returns: whether there was a step to do again
 */
gboolean
risalah_history_redo (RisalahHistory *self)
{
  const Step *step;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_done == self->steps->len)
    return FALSE;
  step = g_ptr_array_index (self->steps, self->n_done++);
  apply (self, step, step->before->len, step->after, step->fields_after, &step->cursor_after);
  return TRUE;
}

/**
 * risalah_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to undo
 */
gboolean
risalah_history_can_undo (const RisalahHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->n_done > 0;
}

/**
 * risalah_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
risalah_history_can_redo (const RisalahHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->n_done < self->steps->len;
}

/**
 * risalah_history_get_document:
 * @self: a history
 *
 * Returns: (transfer none): the current document
 */
RisalahDocument *
risalah_history_get_document (const RisalahHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->document;
}

/**
 * risalah_history_get_cursor:
 * @self: a history
 *
 * Returns: (transfer none): where the cursor stands after the last push, undo or redo
 */
const RisalahPosition *
risalah_history_get_cursor (const RisalahHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->cursor;
}
