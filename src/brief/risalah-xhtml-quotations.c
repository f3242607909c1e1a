/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locked quotations as XHTML: the exact words with del and ins among them. */

#include "risalah-xhtml-private.h"

const char *const risalah_xhtml_quotation_attributes[] = {
  "class",           "lang",
  "data-quotation",  "data-source",
  "data-text",       "data-start",
  "data-end",        "data-prefix",
  "data-suffix",     "data-speaker",
  "data-voice",      "data-credibility",
  "data-shown",      "data-translation",
  "data-look-again", NULL,
};

static void
write_attributes (GString *xml, const RisalahQuotationUse *use)
{
  const RisalahQuotation *quotation = risalah_quotation_use_get_quotation (use);

  risalah_xhtml_append_attribute (xml, "data-quotation", quotation->uid);
  risalah_xhtml_append_attribute (xml, "data-source", quotation->source_uid);
  risalah_xhtml_append_attribute (xml, "data-text", quotation->text_uid);
  risalah_xhtml_append_number (xml, "data-start", quotation->start);
  risalah_xhtml_append_number (xml, "data-end", quotation->end);
  risalah_xhtml_append_attribute (xml, "data-prefix", quotation->prefix);
  risalah_xhtml_append_attribute (xml, "data-suffix", quotation->suffix);
  risalah_xhtml_append_attribute (xml, "data-speaker", quotation->speaker);
  if (quotation->voice != RISALAH_VOICE_UNKNOWN)
    risalah_xhtml_append_attribute (xml, "data-voice", risalah_voice_to_string (quotation->voice));
  if (quotation->credibility > 0)
    risalah_xhtml_append_number (xml, "data-credibility", quotation->credibility);
  risalah_xhtml_append_attribute (xml, "lang", quotation->language);
  risalah_xhtml_append_attribute (xml, "data-translation",
                                  risalah_quotation_use_get_translation (use));
  if (risalah_quotation_use_shows_translation (use))
    risalah_xhtml_append_attribute (xml, "data-shown", "translation");
  if (risalah_quotation_use_get_look_again (use))
    risalah_xhtml_append_attribute (xml, "data-look-again", "true");
}

static const char *
write_words (GString *xml, const char *at, guint n_characters)
{
  const char *end = g_utf8_offset_to_pointer (at, n_characters);

  risalah_xhtml_append_text (xml, at, end - at);
  return end;
}

static void
write_content (GString *xml, const RisalahQuotationUse *use)
{
  guint n_changes, position = 0;
  const RisalahQuotationChange *changes = risalah_quotation_use_get_changes (use, &n_changes);
  const char *at = risalah_quotation_use_get_quotation (use)->exact;

  for (guint i = 0; i < n_changes; i++)
    {
      at = write_words (xml, at, changes[i].start - position);
      position = changes[i].end;
      if (changes[i].kind == RISALAH_QUOTATION_CHANGE_ELISION)
        {
          g_string_append (xml, "<del>");
          at = write_words (xml, at, changes[i].end - changes[i].start);
          g_string_append (xml, "</del>");
        }
      else if (changes[i].kind == RISALAH_QUOTATION_CHANGE_SIC)
        g_string_append (xml, "<ins class=\"sic\">sic</ins>");
      else
        {
          g_string_append (xml, "<ins>");
          risalah_xhtml_append_text (xml, changes[i].text, strlen (changes[i].text));
          g_string_append (xml, "</ins>");
        }
    }
  risalah_xhtml_append_text (xml, at, strlen (at));
}

/* Writes a locked range: q where it is inline, span class="quotation" where it is a block. */
void
risalah_xhtml_write_quotation (GString *xml, const RisalahMark *mark)
{
  gboolean is_inline =
      risalah_quotation_use_get_form (mark->quotation) == RISALAH_QUOTATION_FORM_INLINE;

  g_string_append (xml, is_inline ? "<q" : "<span class=\"quotation\"");
  write_attributes (xml, mark->quotation);
  if (mark->extra != NULL)
    g_string_append (xml, mark->extra);
  g_string_append_c (xml, '>');
  write_content (xml, mark->quotation);
  g_string_append (xml, is_inline ? "</q>" : "</span>");
}

/* Collects the exact words, and the changes as they stand among them. */
static char *
read_content (xmlNode *element, GArray *changes)
{
  GString *exact = g_string_new (NULL);

  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      xmlChar *text = xmlNodeGetContent (child);
      RisalahQuotationChange change = { .start = g_utf8_strlen (exact->str, exact->len) };

      if (risalah_xhtml_is (child, "ins"))
        {
          change.kind = risalah_xhtml_has_class (child, "sic") ? RISALAH_QUOTATION_CHANGE_SIC
                                                               : RISALAH_QUOTATION_CHANGE_INSERTION;
          change.text = g_strdup ((const char *)text);
          g_array_append_val (changes, change);
        }
      else if (child->type != XML_COMMENT_NODE && child->type != XML_PI_NODE)
        {
          g_string_append (exact, (const char *)text);
          change.end = g_utf8_strlen (exact->str, exact->len);
          change.kind = RISALAH_QUOTATION_CHANGE_ELISION;
          if (risalah_xhtml_is (child, "del"))
            g_array_append_val (changes, change);
        }
      xmlFree (text);
    }
  return g_string_free (exact, FALSE);
}

static void
clear_change (gpointer data)
{
  g_free (((RisalahQuotationChange *)data)->text);
}

static RisalahQuotationUse *
apply_change (RisalahQuotationUse *use, const RisalahQuotationChange *change)
{
  RisalahQuotationUse *changed = NULL;

  switch (change->kind)
    {
    case RISALAH_QUOTATION_CHANGE_ELISION:
      changed = risalah_quotation_use_with_elision (use, change->start, change->end);
      break;
    case RISALAH_QUOTATION_CHANGE_INSERTION:
      changed = risalah_quotation_use_with_insertion (use, change->start, change->text);
      break;
    case RISALAH_QUOTATION_CHANGE_SIC:
      changed = risalah_quotation_use_with_sic (use, change->start);
      break;
    }
  if (changed == NULL)
    return use;
  risalah_quotation_use_unref (use);
  return changed;
}

static void
read_quotation (xmlNode *element, RisalahQuotation *quotation)
{
  g_autofree char *voice = risalah_xhtml_get_attribute (element, "data-voice");
  gint64 credibility = risalah_xhtml_get_number (element, "data-credibility", 0);

  quotation->uid = risalah_xhtml_get_attribute (element, "data-quotation");
  quotation->source_uid = risalah_xhtml_get_attribute (element, "data-source");
  quotation->text_uid = risalah_xhtml_get_attribute (element, "data-text");
  quotation->start = risalah_xhtml_get_number (element, "data-start", 0);
  quotation->end = risalah_xhtml_get_number (element, "data-end", 0);
  quotation->prefix = risalah_xhtml_get_attribute (element, "data-prefix");
  quotation->suffix = risalah_xhtml_get_attribute (element, "data-suffix");
  quotation->speaker = risalah_xhtml_get_attribute (element, "data-speaker");
  quotation->language = risalah_xhtml_get_attribute (element, "lang");
  quotation->credibility = credibility >= 1 && credibility <= 6 ? (guint8)credibility : 0;
  if (voice != NULL)
    quotation->voice = risalah_voice_from_string (voice);
}

/* Reads a locked range; NULL where the element does not say which quotation it is. */
RisalahQuotationUse *
risalah_xhtml_read_quotation (xmlNode *element, RisalahQuotationForm form)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (RisalahQuotationChange));
  g_autofree char *translation = NULL, *shown = NULL, *look_again = NULL;
  RisalahQuotation *quotation = g_new0 (RisalahQuotation, 1);
  RisalahQuotationUse *use = NULL;

  g_array_set_clear_func (changes, clear_change);
  read_quotation (element, quotation);
  quotation->exact = read_content (element, changes);
  if (quotation->uid != NULL && quotation->source_uid != NULL && *quotation->exact != '\0')
    {
      use = risalah_quotation_use_new (quotation, form);
      for (guint i = 0; i < changes->len; i++)
        use = apply_change (use, &g_array_index (changes, RisalahQuotationChange, i));
    }
  risalah_quotation_free (quotation);

  translation = risalah_xhtml_get_attribute (element, "data-translation");
  shown = risalah_xhtml_get_attribute (element, "data-shown");
  look_again = risalah_xhtml_get_attribute (element, "data-look-again");
  if (use != NULL && translation != NULL)
    {
      RisalahQuotationUse *plain = use;

      use = risalah_quotation_use_with_translation (plain, translation,
                                                    g_strcmp0 (shown, "translation") == 0,
                                                    g_strcmp0 (look_again, "true") == 0);
      risalah_quotation_use_unref (plain);
    }
  return use;
}
