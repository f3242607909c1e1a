/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story as a value; risalah-story-builder.c tells an edition as one. */

#include "risalah-story.h"

#include <string.h>

static void
link_clear (gpointer data)
{
  RisalahStoryLink *link = data;

  g_free (link->target);
}

/**
 * risalah_story_new_empty:
 * @title: of the brief
 *
 * Returns: (transfer full): a story without blocks
 */
RisalahStory *
risalah_story_new_empty (const char *title)
{
  RisalahStory *self = g_new0 (RisalahStory, 1);

  self->title = g_strdup (title);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_story_block_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_story_text_free);
  self->links = g_array_new (FALSE, TRUE, sizeof (RisalahStoryLink));
  g_array_set_clear_func (self->links, link_clear);
  return self;
}

/**
 * risalah_story_free:
 * @self: (transfer full): a story
 */
void
risalah_story_free (RisalahStory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->links);
  g_free (self->title);
  g_free (self);
}

/**
 * risalah_story_add:
 * @self: a story
 * @role: what the block is
 * @level: of a heading or a list item, else 0
 * @language: (nullable): ISO 639-1 of its words
 *
 * Returns: (transfer none): a new block at the end, with an empty text
 */
RisalahStoryBlock *
risalah_story_add (RisalahStory *self, RisalahStoryRole role, guint level, const char *language)
{
  RisalahStoryBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = g_new0 (RisalahStoryBlock, 1);
  block->role = role;
  block->level = level;
  block->language = g_strdup (language);
  block->text = risalah_story_text_new ();
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * risalah_story_block_free:
 * @self: (transfer full): a block
 */
void
risalah_story_block_free (RisalahStoryBlock *self)
{
  g_return_if_fail (self != NULL);

  risalah_story_text_free (self->text);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self->label);
  g_free (self->language);
  g_free (self->anchor);
  g_free (self);
}

/**
 * risalah_story_add_link:
 * @self: a story
 * @target: an address, or "#" and an anchor
 * @note: the note whose mark it is, -1 for another link
 *
 * Returns: the link, for risalah_story_text_append()
 */
gint
risalah_story_add_link (RisalahStory *self, const char *target, gint note)
{
  RisalahStoryLink link = { 0 };

  g_return_val_if_fail (self != NULL && target != NULL, -1);

  link.target = g_strdup (target);
  link.note = note;
  g_array_append_val (self->links, link);
  return self->links->len - 1;
}

/**
 * risalah_story_add_note:
 * @self: a story
 * @note: (transfer full): its words, without the number
 *
 * Returns: the note, from 0
 */
gint
risalah_story_add_note (RisalahStory *self, RisalahStoryText *note)
{
  g_return_val_if_fail (self != NULL && note != NULL, -1);

  g_ptr_array_add (self->notes, note);
  return self->notes->len - 1;
}

/**
 * risalah_story_get_bullet:
 * @level: of a list, from 1
 *
 * Returns: what stands before its items where they have no numbers
 */
const char *
risalah_story_get_bullet (guint level)
{
  static const char *const bullets[] = { "•", "–", "·" };

  return bullets[CLAMP (level, 1, G_N_ELEMENTS (bullets)) - 1];
}

/**
 * risalah_story_text_new:
 *
 * Returns: (transfer full): a text without words
 */
RisalahStoryText *
risalah_story_text_new (void)
{
  RisalahStoryText *self = g_new0 (RisalahStoryText, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (RisalahSpan));
  return self;
}

/**
 * risalah_story_text_free:
 * @self: (transfer full): a text
 */
void
risalah_story_text_free (RisalahStoryText *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * risalah_story_text_append:
 * @self: a text
 * @text: words
 * @length: of @text in bytes, -1 where it ends with a nul
 * @face: how they are set
 * @link: what they lead to, -1 for nothing
 */
void
risalah_story_text_append (RisalahStoryText *self,
                           const char *text,
                           gssize length,
                           RisalahFace face,
                           gint link)
{
  RisalahSpan *last;

  g_return_if_fail (self != NULL && text != NULL);

  if (length < 0)
    length = strlen (text);
  if (length == 0)
    return;
  g_string_append_len (self->text, text, length);
  last =
      self->spans->len > 0 ? &g_array_index (self->spans, RisalahSpan, self->spans->len - 1) : NULL;
  if (last != NULL && last->face == face && last->link == link)
    last->end = self->text->len;
  else
    {
      RisalahSpan span = { self->text->len, face, link };

      g_array_append_val (self->spans, span);
    }
}
