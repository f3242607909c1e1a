/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as XHTML: how the library stores it, and how it crosses the clipboard.
 *
 * The vocabulary. Elements are of the XHTML namespace; what a later version adds, elements and
 * attributes alike, is kept and written back as it was.
 *
 *   html lang                     the document's language
 *   head/title                    the title's text, for browsers; not read back
 *   head/meta name="risalah.…"    a field: template, author, unit, date, data-cut-off,
 *                                 citation-style, page-design, paper, classification, urgency,
 *                                 status, translation-pair, translation-shown
 *   head/meta name="risalah.rule-off" data-rule content
 *                                 a check rule switched off, with the reason
 *   h1, p class="subtitle"        title, subtitle
 *   h2, h3, h4                    heading 1, 2, 3
 *   p                             paragraph
 *   ul/li, ol/li                  list items; a deeper list stands inside the item above it;
 *                                 li class="level" only carries a list that skips a level
 *   blockquote/p                  block quotation
 *   aside class="key-messages"    the key-messages box around blocks
 *   table                         caption, thead/tr/th (header row), tbody/tr/td
 *   figure                        data-media (SHA-256) or class="timeline" with data-from, data-to,
 *                                 data-filter, data-group; data-width; data-alternative; figcaption
 *   hr class="page-break"         page break
 *   section class="generated" data-generated="references|source-annex|event-table"
 *   any block: id, lang, data-section (the template's part that a heading opens), data-role
 *
 *   strong, em, sup, a href, br   marks and the line break
 *   span class="likelihood" data-likelihood="almost-no-chance|…|almost-certain"
 *   q data-quotation              an inline quotation; span class="quotation" in a block one;
 *                                 data-source, data-text, data-start, data-end, data-prefix,
 *                                 data-suffix, data-speaker, data-voice, data-credibility, lang;
 *                                 data-translation, data-shown="translation", data-look-again.
 *                                 Its content is the exact words, with del around words left out,
 *                                 ins around words put in, ins class="sic" for [sic]
 *   cite id data-source           a citation, empty; data-text, data-start, data-end,
 *                                 data-locator, data-prefix, data-suffix, data-quotation
 *   span class="note" id          a note around its own text
 */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

RisalahDocument *risalah_document_from_xhtml    (const char       *xhtml,
                                                 gssize            length,
                                                 GError          **error);
char            *risalah_document_to_xhtml      (RisalahDocument  *self);
RisalahDocument *risalah_document_from_html     (const char       *html,
                                                 gssize            length,
                                                 const char       *language);
RisalahDocument *risalah_document_from_markdown (const char       *markdown,
                                                 gssize            length,
                                                 const char       *language);
RisalahDocument *risalah_document_from_plain_text (const char     *text,
                                                 gssize            length,
                                                 const char       *language);

G_END_DECLS
