/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts told run by run. Nothing of them is changed: what a format cannot hold as a character is
 * told as a sign. */

#include <string.h>

#include "risalah-office-private.h"
#include "risalah-xhtml-private.h"

/* Whether a reader of XML would take away a space after this. */
static gboolean
is_edge (gunichar character)
{
  return character == 0 || character == ' ' || character == '\t'
         || character == RISALAH_LINE_BREAK_CHARACTER;
}

/* Whether @at is no character of the text to a format, and what it is. */
static gboolean
find_sign (const char *text, const char *at, RisalahOfficeSign *sign)
{
  gunichar character = g_utf8_get_char (at);
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;

  if (character == '\t')
    *sign = RISALAH_OFFICE_TAB;
  else if (character == RISALAH_LINE_BREAK_CHARACTER || character == '\n')
    *sign = RISALAH_OFFICE_LINE_BREAK;
  else if (character == 0xAD)
    *sign = RISALAH_OFFICE_SOFT_HYPHEN;
  else if (character == ' ' && (is_edge (before) || at[1] == '\0'))
    *sign = RISALAH_OFFICE_SPACE;
  else
    return FALSE;
  return TRUE;
}

static void
tell_characters (RisalahOfficeWalk *self, const char *text, const char *from, const char *to)
{
  const char *plain = from;
  RisalahOfficeSign sign;

  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    {
      if (!find_sign (text, at, &sign))
        continue;
      if (at > plain)
        self->format->add_text (self->writer, plain, at - plain);
      self->format->add_sign (self->writer, sign);
      plain = g_utf8_next_char (at);
    }
  if (to > plain)
    self->format->add_text (self->writer, plain, to - plain);
}

/* An address as it may stand in a file: a word processor may refuse one with a wrong character in
 * it. NULL where it leads nowhere. */
static char *
dup_target (const RisalahOfficeWalk *self, const char *target)
{
  g_autofree char *address = NULL;

  if (*target == '#')
    return g_hash_table_contains (self->anchors, target + 1) ? g_strdup (target) : NULL;
  address = g_uri_escape_string (target, "%:/?#[]@!$&'()*+,;=", FALSE);
  return g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL) ? g_steal_pointer (&address) : NULL;
}

static void
tell_span (RisalahOfficeWalk *self,
           const RisalahStoryText *text,
           const RisalahSpan *span,
           guint32 from,
           const char *language)
{
  const RisalahStoryLink *link =
      span->link >= 0 ? &g_array_index (self->story->links, RisalahStoryLink, span->link) : NULL;
  g_autofree char *target = NULL;

  if (link != NULL && link->note >= 0)
    {
      self->format->add_note (self->writer, link->note);
      return;
    }
  if (link != NULL)
    target = dup_target (self, link->target);
  if (target != NULL)
    self->format->begin_link (self->writer, target);
  self->format->begin_run (self->writer, span->face, language);
  tell_characters (self, text->text->str, text->text->str + from, text->text->str + span->end);
  self->format->end_run (self->writer);
  if (target != NULL)
    self->format->end_link (self->writer);
}

/*
 * Tells a text from byte @start on; @language where it is not the brief's.
 */
void
risalah_office_walk_text (RisalahOfficeWalk *self,
                          const RisalahStoryText *text,
                          guint32 start,
                          const char *language)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      const RisalahSpan *span = &g_array_index (text->spans, RisalahSpan, i);

      if (span->end > start)
        tell_span (self, text, span, start, language);
      start = MAX (start, span->end);
    }
}

/*
 * Tells words of our own.
 */
void
risalah_office_walk_plain (RisalahOfficeWalk *self, const char *text, RisalahFace face)
{
  self->format->begin_run (self->writer, face, NULL);
  tell_characters (self, text, text, text + strlen (text));
  self->format->end_run (self->writer);
}

/*
 * Appends an element that holds @words alone; nothing where there are none.
 */
void
risalah_office_append_element (GString *xml, const char *element, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_string_append_printf (xml, "<%s>", element);
  risalah_xhtml_append_text (xml, words, strlen (words));
  g_string_append_printf (xml, "</%s>", element);
}
