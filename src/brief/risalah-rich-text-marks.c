/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks: their values, and the one order in which a text holds them. */

#include <string.h>

#include "risalah-rich-text-private.h"

static const char *const likelihood_names[RISALAH_LIKELIHOOD_N] = {
  "almost-no-chance", "very-unlikely", "unlikely",       "roughly-even",
  "likely",           "very-likely",   "almost-certain",
};

/* Copies a mark with a reference to its value. */
RisalahMark
risalah_mark_copy (const RisalahMark *mark)
{
  RisalahMark copy = *mark;

  if (copy.extra != NULL)
    copy.extra = g_ref_string_acquire (copy.extra);
  switch (copy.kind)
    {
    case RISALAH_MARK_UNKNOWN:
      risalah_unknown_element_ref (copy.unknown);
      break;
    case RISALAH_MARK_QUOTATION:
      risalah_quotation_use_ref (copy.quotation);
      break;
    case RISALAH_MARK_LINK:
      copy.href = g_ref_string_acquire (copy.href);
      break;
    case RISALAH_MARK_CITATION:
      risalah_citation_atom_ref (copy.citation);
      break;
    case RISALAH_MARK_NOTE:
      risalah_note_ref (copy.note);
      break;
    case RISALAH_MARK_LIKELIHOOD:
    case RISALAH_MARK_BOLD:
    case RISALAH_MARK_ITALIC:
    case RISALAH_MARK_SUPERSCRIPT:
      break;
    }
  return copy;
}

void
risalah_mark_clear (gpointer data)
{
  RisalahMark *mark = data;

  g_clear_pointer (&mark->extra, g_ref_string_release);
  switch (mark->kind)
    {
    case RISALAH_MARK_UNKNOWN:
      g_clear_pointer (&mark->unknown, risalah_unknown_element_unref);
      break;
    case RISALAH_MARK_QUOTATION:
      g_clear_pointer (&mark->quotation, risalah_quotation_use_unref);
      break;
    case RISALAH_MARK_LINK:
      g_clear_pointer (&mark->href, g_ref_string_release);
      break;
    case RISALAH_MARK_CITATION:
      g_clear_pointer (&mark->citation, risalah_citation_atom_unref);
      break;
    case RISALAH_MARK_NOTE:
      g_clear_pointer (&mark->note, risalah_note_unref);
      break;
    case RISALAH_MARK_LIKELIHOOD:
    case RISALAH_MARK_BOLD:
    case RISALAH_MARK_ITALIC:
    case RISALAH_MARK_SUPERSCRIPT:
      break;
    }
}

/* An array of marks that releases what it holds. */
GArray *
risalah_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (RisalahMark));

  g_array_set_clear_func (marks, risalah_mark_clear);
  return marks;
}

/* Adds a copy of @mark over another range, if there is anything in it. */
void
risalah_marks_add (GArray *marks, const RisalahMark *mark, guint start, guint end)
{
  RisalahMark copy;

  if (start >= end)
    return;
  copy = risalah_mark_copy (mark);
  copy.start = start;
  copy.end = end;
  g_array_append_val (marks, copy);
}

/**
 * risalah_mark_is_atom:
 * @mark: a mark
 *
 * Returns: whether it is one character that stands for something
 */
gboolean
risalah_mark_is_atom (const RisalahMark *mark)
{
  g_return_val_if_fail (mark != NULL, FALSE);

  return mark->kind == RISALAH_MARK_CITATION || mark->kind == RISALAH_MARK_NOTE
         || (mark->kind == RISALAH_MARK_UNKNOWN && mark->unknown->content != NULL);
}

static gboolean
unknown_elements_equal (const RisalahUnknownElement *a, const RisalahUnknownElement *b)
{
  return a == b
         || (g_str_equal (a->name, b->name) && g_str_equal (a->attributes, b->attributes)
             && g_strcmp0 (a->content, b->content) == 0);
}

/* Whether two marks are of one kind and say the same, wherever they stand. */
static gboolean
values_equal (const RisalahMark *a, const RisalahMark *b)
{
  if (a->kind != b->kind || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  switch (a->kind)
    {
    case RISALAH_MARK_UNKNOWN:
      return unknown_elements_equal (a->unknown, b->unknown);
    case RISALAH_MARK_QUOTATION:
      return risalah_quotation_use_equal (a->quotation, b->quotation);
    case RISALAH_MARK_LINK:
      return g_str_equal (a->href, b->href);
    case RISALAH_MARK_LIKELIHOOD:
      return a->likelihood == b->likelihood;
    case RISALAH_MARK_CITATION:
      return risalah_citation_atom_equal (a->citation, b->citation);
    case RISALAH_MARK_NOTE:
      return a->note == b->note
             || (g_str_equal (a->note->id, b->note->id)
                 && risalah_rich_text_equal (a->note->text, b->note->text));
    case RISALAH_MARK_BOLD:
    case RISALAH_MARK_ITALIC:
    case RISALAH_MARK_SUPERSCRIPT:
      break;
    }
  return TRUE;
}

/**
 * risalah_mark_equal:
 * @a: a mark
 * @b: another
 *
 * Returns: whether they stand in the same place and say the same
 */
gboolean
risalah_mark_equal (const RisalahMark *a, const RisalahMark *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a->start == b->start && a->end == b->end && values_equal (a, b);
}

static gint
compare_marks (gconstpointer first, gconstpointer second)
{
  const RisalahMark *a = first;
  const RisalahMark *b = second;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  return (gint)a->kind - (gint)b->kind;
}

/* Whether @mark is what its text says: a quotation stands over the words it shows, an atom over
 * its character. */
static gboolean
agrees_with_text (const RisalahMark *mark, const char *text)
{
  const char *from = g_utf8_offset_to_pointer (text, mark->start);

  if (mark->kind == RISALAH_MARK_QUOTATION)
    {
      const char *shown = risalah_quotation_use_get_shown (mark->quotation);

      return g_str_has_prefix (from, shown)
             && g_utf8_strlen (shown, -1) == (glong)(mark->end - mark->start);
    }
  if (risalah_mark_is_atom (mark))
    return mark->end == mark->start + 1 && g_utf8_get_char (from) == RISALAH_ATOM_CHARACTER;
  return TRUE;
}

/* Takes the ranges of quotations out of marks that may not stand over them. */
static void
clear_quotations (GArray *marks)
{
  guint n_marks = marks->len;

  for (guint i = 0; i < n_marks; i++)
    {
      RisalahMark lock = g_array_index (marks, RisalahMark, i);

      if (lock.kind != RISALAH_MARK_QUOTATION)
        continue;
      for (guint j = 0; j < marks->len; j++)
        {
          RisalahMark *other = &g_array_index (marks, RisalahMark, j);

          if (i == j || other->kind == RISALAH_MARK_UNKNOWN || other->start >= lock.end
              || other->end <= lock.start)
            continue;
          if (other->kind == RISALAH_MARK_QUOTATION)
            other->end = other->start = MIN (other->start, lock.start);
          else if (other->start >= lock.start)
            other->start = MIN (lock.end, other->end);
          else
            {
              RisalahMark whole = *other;

              other->end = lock.start;
              risalah_marks_add (marks, &whole, lock.end, whole.end);
            }
        }
    }
}

static gboolean
merges (RisalahMarkKind kind)
{
  return kind == RISALAH_MARK_BOLD || kind == RISALAH_MARK_ITALIC
         || kind == RISALAH_MARK_SUPERSCRIPT || kind == RISALAH_MARK_LINK
         || kind == RISALAH_MARK_LIKELIHOOD;
}

/* Joins marks of equal value that touch or overlap; @marks is sorted. */
static void
merge_marks (GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      RisalahMark *mark = &g_array_index (marks, RisalahMark, i);

      if (!merges (mark->kind))
        continue;
      for (guint j = i + 1; j < marks->len;)
        {
          RisalahMark *other = &g_array_index (marks, RisalahMark, j);

          if (other->start > mark->end)
            break;
          if (values_equal (mark, other))
            {
              mark->end = MAX (mark->end, other->end);
              g_array_remove_index (marks, j);
              j = i + 1;
            }
          else
            j++;
        }
    }
}

static void
remove_empty (GArray *marks)
{
  for (guint i = marks->len; i-- > 0;)
    {
      const RisalahMark *mark = &g_array_index (marks, RisalahMark, i);

      if (mark->start >= mark->end)
        g_array_remove_index (marks, i);
    }
}

/* Brings marks into the one form that a text of @length characters holds: clipped to it, in
 * agreement with it, merged and sorted. */
void
risalah_marks_tidy (GArray *marks, const char *text, guint length)
{
  gboolean has_quotation = FALSE;

  for (guint i = marks->len; i-- > 0;)
    {
      RisalahMark *mark = &g_array_index (marks, RisalahMark, i);

      mark->end = MIN (mark->end, length);
      if (mark->start >= mark->end || !agrees_with_text (mark, text))
        g_array_remove_index (marks, i);
      else
        has_quotation |= mark->kind == RISALAH_MARK_QUOTATION;
    }
  if (has_quotation)
    {
      clear_quotations (marks);
      remove_empty (marks);
    }
  if (marks->len > 1)
    {
      g_array_sort (marks, compare_marks);
      merge_marks (marks);
      g_array_sort (marks, compare_marks);
    }
}

/**
 * risalah_note_new:
 * @id: (nullable): its identity, %NULL for a new one
 * @text: the note's text
 *
 * Returns: (transfer full): a note
 */
RisalahNote *
risalah_note_new (const char *id, RisalahRichText *text)
{
  RisalahNote *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (RisalahNote, 1);
  g_atomic_ref_count_init (&self->references);
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->text = risalah_rich_text_ref (text);
  return self;
}

/**
 * risalah_note_ref:
 * @self: a note
 *
 * Returns: (transfer full): @self
 */
RisalahNote *
risalah_note_ref (RisalahNote *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_note_unref:
 * @self: (transfer full): a note
 */
void
risalah_note_unref (RisalahNote *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  risalah_rich_text_unref (self->text);
  g_free (self);
}

/**
 * risalah_unknown_element_new:
 * @name: qualified name
 * @attributes: its attributes as XML, each after a space, or ""
 * @content: (nullable): an atom's content as XML, %NULL where the mark covers text
 *
 * Returns: (transfer full): an element kept as it was
 */
RisalahUnknownElement *
risalah_unknown_element_new (const char *name, const char *attributes, const char *content)
{
  RisalahUnknownElement *self;

  g_return_val_if_fail (name != NULL && attributes != NULL, NULL);

  self = g_new0 (RisalahUnknownElement, 1);
  g_atomic_ref_count_init (&self->references);
  self->name = g_strdup (name);
  self->attributes = g_strdup (attributes);
  self->content = g_strdup (content);
  return self;
}

/**
 * risalah_unknown_element_ref:
 * @self: an unknown element
 *
 * Returns: (transfer full): @self
 */
RisalahUnknownElement *
risalah_unknown_element_ref (RisalahUnknownElement *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * risalah_unknown_element_unref:
 * @self: (transfer full): an unknown element
 */
void
risalah_unknown_element_unref (RisalahUnknownElement *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->name);
  g_free (self->attributes);
  g_free (self->content);
  g_free (self);
}

/**
 * risalah_likelihood_to_string:
 * @likelihood: a likelihood
 *
 * Returns: (transfer none): its name in files, "very-likely"
 */
const char *
risalah_likelihood_to_string (RisalahLikelihood likelihood)
{
  g_return_val_if_fail ((guint)likelihood < RISALAH_LIKELIHOOD_N, "");
  return likelihood_names[likelihood];
}

/**
 * risalah_likelihood_from_string:
 * @name: (nullable): a name in files
 * @likelihood: (out): the likelihood
 *
 * Returns: whether there is one of that name
 */
gboolean
risalah_likelihood_from_string (const char *name, RisalahLikelihood *likelihood)
{
  for (guint i = 0; i < RISALAH_LIKELIHOOD_N; i++)
    if (g_strcmp0 (name, likelihood_names[i]) == 0)
      {
        *likelihood = (RisalahLikelihood)i;
        return TRUE;
      }
  return FALSE;
}
