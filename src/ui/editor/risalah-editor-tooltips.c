/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hovering over a quotation, a citation, a note or a link tells. */

#include <glib/gi18n.h>

#include "risalah-editor-private.h"

/* Below so many words a quotation is short: what follows it is shown with it. */
#define SHORT_QUOTATION 12

/* A passage is a hint, not a page: so many characters of it at most. */
#define LONGEST_PASSAGE 600

static void
append_words (GString *markup, const char *words)
{
  g_autofree char *cut = g_utf8_strlen (words, -1) > LONGEST_PASSAGE
                             ? g_utf8_substring (words, 0, LONGEST_PASSAGE)
                             : NULL;
  g_autofree char *escaped = g_markup_escape_text (cut != NULL ? cut : words, -1);

  g_string_append_printf (markup, "“%s%s”", escaped, cut != NULL ? "…" : "");
}

static void
append_source (GString *markup, const RisalahPassage *passage)
{
  if (passage != NULL && passage->source != NULL)
    {
      g_autofree char *source = g_markup_escape_text (passage->source, -1);

      g_string_append_printf (markup, "<b>%s</b>\n", source);
    }
}

static void
append_following (GString *markup, const RisalahPassage *passage)
{
  if (passage != NULL && passage->following != NULL)
    {
      g_autofree char *following = g_markup_escape_text (passage->following, -1);

      g_string_append_printf (markup, "<span alpha=\"65%%\"> %s</span>", following);
    }
}

/*
 * risalah_editor_describe_verdict:
 * @verdict: what the comparison with the source found
 *
 * Returns: (nullable): what to say of it, %NULL of an exact one
 */
const char *
risalah_editor_describe_verdict (RisalahVerdict verdict)
{
  switch (verdict)
    {
    case RISALAH_VERDICT_MOVED:
      return _ ("The quoted words stand elsewhere in the source now.");
    case RISALAH_VERDICT_MISSING:
      return _ ("The quoted words are not in the source.");
    case RISALAH_VERDICT_UNREADABLE:
      return _ ("The source cannot be read, so the words could not be compared.");
    case RISALAH_VERDICT_EXACT:
    default:
      return NULL;
    }
}

/*
 * risalah_editor_dup_quotation_markup:
 * @use: a quotation of the document
 *
 * Returns: (transfer full): the words as they stand in the source, of short ones with what follows
 *   there, so that a qualifier is not cut off unseen
 */
char *
risalah_editor_dup_quotation_markup (RisalahEditor *self, const RisalahQuotationUse *use)
{
  const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (use);
  const RisalahPassage *passage
      = self->passages != NULL ? risalah_passages_find_quotation (self->passages, quotation->uid)
                               : NULL;
  g_autoptr (GString) markup = g_string_new (NULL);

  append_words (markup, quotation->exact);
  if (risalah_quotation_use_get_n_words (use) < SHORT_QUOTATION)
    append_following (markup, passage);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static char *
describe_quotation (RisalahEditor *self, const RisalahQuotationUse *use)
{
  const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (use);
  const RisalahPassage *passage
      = self->passages != NULL ? risalah_passages_find_quotation (self->passages, quotation->uid)
                               : NULL;
  const char *verdict = passage != NULL ? risalah_editor_describe_verdict (passage->verdict) : NULL;
  g_autofree char *words = risalah_editor_dup_quotation_markup (self, use);
  g_autoptr (GString) markup = g_string_new (NULL);

  append_source (markup, passage);
  if (verdict != NULL)
    g_string_append_printf (markup, "<i>%s</i>\n", verdict);
  if (quotation->speaker != NULL)
    {
      g_autofree char *speaker = g_markup_escape_text (quotation->speaker, -1);

      g_string_append_printf (markup, "%s: ", speaker);
    }
  g_string_append (markup, words);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* (nullable): nothing is known of a source that was not read yet. */
static char *
describe_citation (RisalahEditor *self, const RisalahCitationAtom *citation)
{
  const RisalahPassage *passage
      = self->passages != NULL ? risalah_passages_find_citation (self->passages, citation->id)
                               : NULL;
  g_autoptr (GString) markup = g_string_new (NULL);

  if (passage == NULL)
    return NULL;
  append_source (markup, passage);
  if (citation->locator != NULL)
    {
      g_autofree char *locator = g_markup_escape_text (citation->locator, -1);

      g_string_append_printf (markup, "%s\n", locator);
    }
  if (passage->source == NULL)
    g_string_append (markup, _ ("This source is no longer in the library."));
  else if (passage->words != NULL)
    append_words (markup, passage->words);
  else if (passage->verdict == RISALAH_VERDICT_UNREADABLE)
    g_string_append (markup, _ ("The cited passage cannot be read."));
  g_string_truncate (markup, markup->len - g_str_has_suffix (markup->str, "\n"));
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/*
 * risalah_editor_describe:
 * @at: a place in the document
 *
 * Returns: (transfer full) (nullable): what the tooltip there says, as markup
 */
char *
risalah_editor_describe (RisalahEditor *self, const RisalahPosition *at)
{
  const RisalahMark *mark = risalah_editor_find_leading (self, at);
  g_autofree char *words = NULL;

  if (mark == NULL)
    return NULL;
  if (mark->kind == RISALAH_MARK_QUOTATION)
    return describe_quotation (self, mark->quotation);
  if (mark->kind == RISALAH_MARK_CITATION)
    return describe_citation (self, mark->citation);
  if (mark->kind == RISALAH_MARK_LINK)
    return *mark->href != '#' ? g_markup_escape_text (mark->href, -1) : NULL;
  words = risalah_rich_text_dup_words (mark->note->text);
  return g_markup_escape_text (words, -1);
}
