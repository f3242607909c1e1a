/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions and exhibits. */

#include "risalah-edition.h"

G_DEFINE_BOXED_TYPE (RisalahEdition, risalah_edition, risalah_edition_ref, risalah_edition_unref)

static const RisalahCitationStyle *
find_style (RisalahDocument *document)
{
  const RisalahCitationStyle *style = risalah_citation_style_find (
      risalah_document_get_field (document, RISALAH_DOCUMENT_CITATION_STYLE));

  return style != NULL ? style : risalah_citation_style_get_nth (0);
}

static RisalahPageDesign *
find_design (RisalahDocument *document)
{
  RisalahDesign design = RISALAH_DESIGN_PLAIN;
  RisalahPaper paper = RISALAH_PAPER_A4;

  risalah_design_from_string (risalah_document_get_field (document, RISALAH_DOCUMENT_PAGE_DESIGN),
                              &design);
  risalah_paper_from_string (risalah_document_get_field (document, RISALAH_DOCUMENT_PAPER), &paper);
  return risalah_page_design_new (design, paper);
}

/**
 * risalah_edition_new:
 * @document: the brief
 * @terms: the words of its language
 * @font_dir: the folder of the bundled faces
 *
 * Style, page design and paper are those that the document names, else numbered notes, the plain
 * design and A4; words are divided by the system's dictionaries; there are no references yet, and
 * the date is 0.
 *
 * Returns: (transfer full): the edition, to be filled
 */
RisalahEdition *
risalah_edition_new (RisalahDocument *document, RisalahTerms *terms, const char *font_dir)
{
  RisalahEdition *self;

  g_return_val_if_fail (document != NULL && terms != NULL && font_dir != NULL, NULL);

  self = g_atomic_rc_box_new0 (RisalahEdition);
  self->document = risalah_document_ref (document);
  self->terms = risalah_terms_ref (terms);
  self->references = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_reference_free);
  self->exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_exhibit_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_event_line_free);
  self->style = find_style (document);
  self->design = find_design (document);
  self->font_dir = g_strdup (font_dir);
  self->hyphenation = risalah_hyphenation_new (NULL);
  return self;
}

/**
 * risalah_edition_ref:
 * @self: an edition
 *
 * Returns: (transfer full): @self
 */
RisalahEdition *
risalah_edition_ref (RisalahEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
edition_clear (RisalahEdition *self)
{
  if (self->free_user_data != NULL)
    self->free_user_data (self->user_data);
  risalah_document_unref (self->document);
  risalah_terms_unref (self->terms);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->exhibits);
  g_ptr_array_unref (self->events);
  risalah_page_design_free (self->design);
  g_free (self->font_dir);
  risalah_hyphenation_unref (self->hyphenation);
}

/**
 * risalah_edition_unref:
 * @self: (transfer full): an edition
 */
void
risalah_edition_unref (RisalahEdition *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify)edition_clear);
}

/**
 * risalah_contents_from_string:
 * @name: (nullable): "automatic", "never" or "always"
 * @contents: (out): what it says
 *
 * Returns: whether it says something; @contents is left alone where not
 */
gboolean
risalah_contents_from_string (const char *name, RisalahContents *contents)
{
  static const char *const names[] = { "automatic", "never", "always" };

  g_return_val_if_fail (contents != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *contents = (RisalahContents)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * risalah_exhibit_new:
 * @quotation: the quotation
 * @context: (nullable): the words around it
 * @grade: (nullable): reliability and credibility, "B2"
 * @sha256: (nullable): of the stored text
 *
 * Returns: (transfer full): the exhibit
 */
RisalahExhibit *
risalah_exhibit_new (const RisalahQuotation *quotation,
                     const char *context,
                     const char *grade,
                     const char *sha256)
{
  RisalahExhibit *self;

  g_return_val_if_fail (quotation != NULL, NULL);

  self = g_new0 (RisalahExhibit, 1);
  self->quotation = risalah_quotation_copy (quotation);
  self->context = g_strdup (context);
  self->grade = g_strdup (grade);
  self->sha256 = g_strdup (sha256);
  return self;
}

/**
 * risalah_exhibit_free:
 * @self: (transfer full): an exhibit
 */
void
risalah_exhibit_free (RisalahExhibit *self)
{
  g_return_if_fail (self != NULL);

  risalah_quotation_free (self->quotation);
  g_free (self->context);
  g_free (self->grade);
  g_free (self->sha256);
  g_free (self);
}

/**
 * risalah_event_line_new:
 * @date: (nullable): EDTF
 * @title: what happened
 * @parties: (nullable): who took part, as printed
 * @status: (nullable): as printed
 *
 * Returns: (transfer full): a line without sources
 */
RisalahEventLine *
risalah_event_line_new (const char *date,
                        const char *title,
                        const char *parties,
                        const char *status)
{
  RisalahEventLine *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (RisalahEventLine, 1);
  self->date = g_strdup (date);
  self->title = g_strdup (title);
  self->parties = g_strdup (parties);
  self->status = g_strdup (status);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * risalah_event_line_free:
 * @self: (transfer full): a line
 */
void
risalah_event_line_free (RisalahEventLine *self)
{
  g_free (self->reported);
  g_return_if_fail (self != NULL);

  g_free (self->date);
  g_free (self->title);
  g_free (self->parties);
  g_free (self->status);
  g_ptr_array_unref (self->sources);
  g_free (self);
}
