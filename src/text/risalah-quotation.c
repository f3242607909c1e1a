/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a quotation from a span of a text, and says later whether its words still stand there. */

#include "risalah-quotation.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (RisalahQuotation,
                     risalah_quotation,
                     risalah_quotation_copy,
                     risalah_quotation_free)

/* Walks from @from to the character @count further on, or to NULL past the end of the text. */
static const char *
forward (const char *from, gint64 count)
{
  while (from != NULL && count > 0 && *from != '\0')
    {
      from = g_utf8_next_char (from);
      count--;
    }
  return count == 0 ? from : NULL;
}

static char *
context_before (const char *text, const char *at)
{
  const char *from = at;

  for (guint i = 0; i < RISALAH_QUOTATION_CONTEXT && from > text; i++)
    from = g_utf8_prev_char (from);
  return g_strndup (from, at - from);
}

static char *
context_after (const char *at)
{
  const char *end = at;

  for (guint i = 0; i < RISALAH_QUOTATION_CONTEXT && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (at, end - at);
}

/**
 * risalah_quotation_new:
 * @source_uid: UUID of the source
 * @text_uid: UUID of the stored text
 * @text: that text, UTF-8
 * @start: first character of the span
 * @end: character after the last
 *
 * Makes a quotation of the span, with a UUID of its own, its context, and nothing decided about
 * voice, speaker and credibility.
 *
 * Returns: (transfer full) (nullable): the quotation, %NULL where the span is empty or not in @text
 */
RisalahQuotation *
risalah_quotation_new (const char *source_uid,
                       const char *text_uid,
                       const char *text,
                       gint64 start,
                       gint64 end)
{
  RisalahQuotation *self;
  const char *from, *to;

  g_return_val_if_fail (source_uid != NULL && text_uid != NULL && text != NULL, NULL);

  if (start < 0 || end <= start)
    return NULL;
  from = forward (text, start);
  to = forward (from, end - start);
  if (to == NULL)
    return NULL;

  self = g_new0 (RisalahQuotation, 1);
  self->uid = g_uuid_string_random ();
  self->source_uid = g_strdup (source_uid);
  self->text_uid = g_strdup (text_uid);
  self->start = start;
  self->end = end;
  self->exact = g_strndup (from, to - from);
  self->prefix = context_before (text, from);
  self->suffix = context_after (to);
  return self;
}

/**
 * risalah_quotation_copy:
 * @self: a quotation
 *
 * Returns: (transfer full): a copy
 */
RisalahQuotation *
risalah_quotation_copy (const RisalahQuotation *self)
{
  RisalahQuotation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (RisalahQuotation, 1);
  *copy = *self;
  copy->uid = g_strdup (self->uid);
  copy->source_uid = g_strdup (self->source_uid);
  copy->text_uid = g_strdup (self->text_uid);
  copy->exact = g_strdup (self->exact);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  copy->speaker = g_strdup (self->speaker);
  copy->language = g_strdup (self->language);
  return copy;
}

/**
 * risalah_quotation_free:
 * @self: (transfer full) (nullable): a quotation
 */
void
risalah_quotation_free (RisalahQuotation *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->source_uid);
  g_free (self->text_uid);
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->speaker);
  g_free (self->language);
  g_free (self);
}

/* Whether the prefix and suffix that @self kept stand around its words at @at. */
static gboolean
context_agrees (const RisalahQuotation *self, const char *text, const char *at)
{
  gsize before = self->prefix != NULL ? strlen (self->prefix) : 0;
  const char *after = at + strlen (self->exact);

  return (gsize)(at - text) >= before
         && (before == 0 || memcmp (at - before, self->prefix, before) == 0)
         && (self->suffix == NULL || g_str_has_prefix (after, self->suffix));
}

/**
 * risalah_quotation_verify:
 * @self: a quotation
 * @text: (nullable): the stored text, %NULL where it cannot be read
 * @moved_to: (out) (optional): the character at which the words stand now, where they moved
 *
 * Compares the quotation's words with the text, byte for byte. Words that stand elsewhere count
 * as moved where they occur once, or once with the same words around them.
 *
 * Returns: what was found
 */
RisalahVerdict
risalah_quotation_verify (const RisalahQuotation *self, const char *text, gint64 *moved_to)
{
  const char *named, *found = NULL, *found_in_context = NULL;
  guint n_found = 0, n_in_context = 0;

  g_return_val_if_fail (self != NULL, RISALAH_VERDICT_UNREADABLE);

  if (text == NULL)
    return RISALAH_VERDICT_UNREADABLE;
  if (self->exact == NULL || *self->exact == '\0')
    return RISALAH_VERDICT_MISSING;
  named = forward (text, self->start);
  if (named != NULL && g_str_has_prefix (named, self->exact))
    return RISALAH_VERDICT_EXACT;

  for (const char *at = strstr (text, self->exact); at != NULL; at = strstr (at + 1, self->exact))
    {
      found = at;
      n_found++;
      if (context_agrees (self, text, at))
        {
          found_in_context = at;
          n_in_context++;
        }
    }
  if (n_in_context == 1)
    found = found_in_context;
  else if (n_found != 1)
    return RISALAH_VERDICT_MISSING;
  if (moved_to != NULL)
    *moved_to = g_utf8_pointer_to_offset (text, found);
  return RISALAH_VERDICT_MOVED;
}
