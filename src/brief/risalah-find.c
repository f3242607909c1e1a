/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find and replace in a document, never inside a locked quotation. */

#include <string.h>

#include "risalah-edit-private.h"

typedef struct
{
  gunichar *characters; /* folded where case does not matter */
  guint n_characters;
  gboolean match_case;
  gboolean whole_words;
} Needle;

static gunichar
fold (const Needle *self, gunichar character)
{
  return self->match_case ? character : g_unichar_tolower (character);
}

static void
needle_init (Needle *self, const char *needle, gboolean match_case, gboolean whole_words)
{
  glong length;

  self->characters = g_utf8_to_ucs4_fast (needle, -1, &length);
  self->n_characters = (guint)length;
  self->match_case = match_case;
  self->whole_words = whole_words;
  for (guint i = 0; i < self->n_characters; i++)
    self->characters[i] = fold (self, self->characters[i]);
}

/* Whether the needle stands at @at; @end gets where it ends. */
static gboolean
matches (const Needle *self, const char *text, const char *at, const char **end)
{
  const char *from = at;

  for (guint i = 0; i < self->n_characters; i++)
    {
      if (*at == '\0' || fold (self, g_utf8_get_char (at)) != self->characters[i])
        return FALSE;
      at = g_utf8_next_char (at);
    }
  *end = at;
  if (!self->whole_words)
    return TRUE;
  return !g_unichar_isalnum (g_utf8_get_char (at))
         && (from == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (from))));
}

static gboolean
touches_locked (RisalahRichText *text, guint start, guint end)
{
  guint n_marks;
  const RisalahMark *marks = risalah_rich_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == RISALAH_MARK_QUOTATION && marks[i].start < end && marks[i].end > start)
      return TRUE;
  return FALSE;
}

static void
find_in_part (const Needle *needle, RisalahRichText *rich, guint block, guint part, GArray *found)
{
  const char *text = risalah_rich_text_get_text (rich), *at = text, *end;
  guint offset = 0;

  while (*at != '\0')
    {
      RisalahDocumentMatch match = { { block, part, offset }, { block, part, 0 }, FALSE };

      if (!matches (needle, text, at, &end))
        {
          at = g_utf8_next_char (at);
          offset++;
          continue;
        }
      offset += needle->n_characters;
      match.end.offset = offset;
      match.locked = touches_locked (rich, match.start.offset, match.end.offset);
      g_array_append_val (found, match);
      at = end;
    }
}

/**
 * risalah_document_find:
 * @document: a document
 * @needle: what to look for
 * @match_case: whether capitals matter
 * @whole_words: whether only whole words count
 *
 * Looks in all texts, captions and cells; matches do not overlap. Notes are not searched.
 *
 * Returns: (transfer full) (element-type RisalahDocumentMatch): the matches in order
 */
GArray *
risalah_document_find (RisalahDocument *document,
                       const char *needle,
                       gboolean match_case,
                       gboolean whole_words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RisalahDocumentMatch));
  Needle wanted;

  g_return_val_if_fail (document != NULL && needle != NULL, found);

  if (*needle == '\0' || !g_utf8_validate (needle, -1, NULL))
    return found;
  needle_init (&wanted, needle, match_case, whole_words);
  for (guint index = 0; index < risalah_document_get_n_blocks (document); index++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, index);
      guint part = risalah_brief_block_is_object (block) ? RISALAH_PART_CAPTION : RISALAH_PART_BODY;

      for (; part < risalah_brief_block_get_n_parts (block); part++)
        find_in_part (&wanted, risalah_brief_block_get_part (block, part), index, part, found);
    }
  g_free (wanted.characters);
  return found;
}

/**
 * risalah_edit_replace_all:
 * @document: a document
 * @cursor: where the cursor stands
 * @needle: what to look for
 * @replacement: what takes its place
 * @match_case: whether capitals matter
 * @whole_words: whether only whole words count
 *
 * Returns: (transfer full): one edit that replaces every match outside locked quotations
 */
RisalahEdit
risalah_edit_replace_all (RisalahDocument *document,
                          const RisalahPosition *cursor,
                          const char *needle,
                          const char *replacement,
                          gboolean match_case,
                          gboolean whole_words)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (RisalahRichText) with = NULL;
  RisalahDocument *changed;

  g_return_val_if_fail (document != NULL && cursor != NULL, (RisalahEdit){ 0 });
  g_return_val_if_fail (needle != NULL && replacement != NULL, (RisalahEdit){ 0 });

  found = risalah_document_find (document, needle, match_case, whole_words);
  with = risalah_rich_text_new_plain (replacement);
  changed = risalah_document_ref (document);
  for (guint i = found->len; i-- > 0;)
    {
      const RisalahDocumentMatch *match = &g_array_index (found, RisalahDocumentMatch, i);
      g_autoptr (RisalahRichText) text = NULL;
      g_autoptr (RisalahDocument) before = NULL;

      if (match->locked)
        continue;
      text = risalah_rich_text_replace (risalah_document_get_part (changed, &match->start),
                                        match->start.offset, match->end.offset, with);
      before = changed;
      changed = risalah_edit_with_part (before, &match->start, text);
    }
  return risalah_edit_take (document, changed, cursor, *cursor);
}
