/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structure, links and destinations on a PDF surface. */

#include "risalah-tagger-private.h"

#include <string.h>

/* The element of each role. */
static const char *const elements[RISALAH_STORY_N_ROLES] = {
  [RISALAH_STORY_LETTERHEAD] = "P",    [RISALAH_STORY_FORM] = "P",
  [RISALAH_STORY_TITLE] = "H1",        [RISALAH_STORY_SUBTITLE] = "P",
  [RISALAH_STORY_IMPRINT] = "P",       [RISALAH_STORY_HEADING] = "H2",
  [RISALAH_STORY_PARAGRAPH] = "P",     [RISALAH_STORY_BULLET] = "LI",
  [RISALAH_STORY_NUMBERED] = "LI",     [RISALAH_STORY_QUOTATION] = "BlockQuote",
  [RISALAH_STORY_CAPTION] = "Caption", [RISALAH_STORY_TABLE] = "Table",
  [RISALAH_STORY_FIGURE] = "Figure",   [RISALAH_STORY_ENTRY] = "BibEntry",
  [RISALAH_STORY_SOURCE] = "P",        [RISALAH_STORY_CONTENTS] = "TOCI",
  [RISALAH_STORY_SIGNATURE] = "P",
};

static const char *const headings[] = { "H2", "H3", "H4" };

struct _RisalahTagger
{
  cairo_t *cr;
  GPtrArray *open; /* (element-type utf8): names of open elements, static strings */
  const char *leaf;
  const char *group; /* L or TOC, open around blocks of one kind */
};

/* Opens the document's structure on @cr, a context of a PDF surface. */
RisalahTagger *
risalah_tagger_new (cairo_t *cr)
{
  RisalahTagger *self = g_new0 (RisalahTagger, 1);

  self->cr = cr;
  self->open = g_ptr_array_new ();
  risalah_tagger_open (self, "Document");
  return self;
}

/* Closes what is open. */
void
risalah_tagger_free (RisalahTagger *self)
{
  while (self->open->len > 0)
    risalah_tagger_close (self);
  g_ptr_array_unref (self->open);
  g_free (self);
}

void
risalah_tagger_open (RisalahTagger *self, const char *element)
{
  if (self == NULL)
    return;
  cairo_tag_begin (self->cr, element, NULL);
  g_ptr_array_add (self->open, (gpointer)element);
}

void
risalah_tagger_close (RisalahTagger *self)
{
  if (self == NULL || self->open->len == 0)
    return;
  cairo_tag_end (self->cr, g_ptr_array_index (self->open, self->open->len - 1));
  g_ptr_array_set_size (self->open, self->open->len - 1);
}

static const char *
group_of (const RisalahStoryBlock *block)
{
  if (block->role == RISALAH_STORY_BULLET || block->role == RISALAH_STORY_NUMBERED)
    return "L";
  return block->role == RISALAH_STORY_CONTENTS ? "TOC" : NULL;
}

/* Opens the element of @block, and the list or the contents that it begins. */
void
risalah_tagger_open_block (RisalahTagger *self, const RisalahStoryBlock *block)
{
  const char *group = group_of (block);

  if (self == NULL)
    return;
  if (group != self->group)
    {
      if (self->group != NULL)
        risalah_tagger_close (self);
      if (group != NULL)
        risalah_tagger_open (self, group);
      self->group = group;
    }
  risalah_tagger_open (self, block->role == RISALAH_STORY_HEADING
                                 ? headings[CLAMP (block->level, 1, 3) - 1]
                                 : elements[block->role]);
}

void
risalah_tagger_close_block (RisalahTagger *self)
{
  risalah_tagger_close (self);
}

/* Opens a leaf: a link to @target ("#anchor" or an address), or a span where there is none. */
void
risalah_tagger_open_leaf (RisalahTagger *self, const char *target)
{
  g_autofree char *attributes = NULL;

  if (self == NULL)
    return;
  self->leaf = target != NULL ? CAIRO_TAG_LINK : "Span";
  if (target != NULL)
    {
      GString *escaped = g_string_new (*target == '#' ? target + 1 : target);

      g_string_replace (escaped, "\\", "\\\\", 0);
      g_string_replace (escaped, "'", "\\'", 0);
      attributes = g_strdup_printf (*target == '#' ? "dest='%s'" : "uri='%s'", escaped->str);
      g_string_free (escaped, TRUE);
    }
  cairo_tag_begin (self->cr, self->leaf, attributes);
}

void
risalah_tagger_close_leaf (RisalahTagger *self)
{
  if (self == NULL || self->leaf == NULL)
    return;
  cairo_tag_end (self->cr, self->leaf);
  self->leaf = NULL;
}

/* Names a place on the page. */
void
risalah_tagger_anchor (RisalahTagger *self, const char *name, double x, double y)
{
  g_autofree char *attributes = NULL;
  char across[G_ASCII_DTOSTR_BUF_SIZE], down[G_ASCII_DTOSTR_BUF_SIZE];

  if (self == NULL)
    return;
  g_ascii_formatd (across, sizeof across, "%.2f", x);
  g_ascii_formatd (down, sizeof down, "%.2f", MAX (y, 0));
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", name, across, down);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}
