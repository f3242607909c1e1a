/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a block: UTF-8 with marks over ranges of it, and atoms that are one character. */
#pragma once

#include <glib-object.h>

#include "risalah-citation-atom.h"
#include "risalah-quotation-use.h"

G_BEGIN_DECLS

/* The character that stands for an atom (OBJECT REPLACEMENT CHARACTER), and the one that stands
 * for a line break within a block (LINE SEPARATOR, which GtkTextView breaks at, too). */
#define RISALAH_ATOM_CHARACTER 0xFFFC
#define RISALAH_ATOM_TEXT "\xEF\xBF\xBC"
#define RISALAH_LINE_BREAK_CHARACTER 0x2028
#define RISALAH_LINE_BREAK_TEXT "\xE2\x80\xA8"

/**
 * RisalahMarkKind:
 * @RISALAH_MARK_UNKNOWN: an element of a newer version; @unknown, an atom or a range
 * @RISALAH_MARK_QUOTATION: a locked quotation; @quotation holds it, and the range's text is
 *   exactly what it shows. No mark but an unknown one overlaps it: emphasis would alter it
 * @RISALAH_MARK_LINK: @href; a cross-reference where it begins with "#", then the id of a block
 * @RISALAH_MARK_LIKELIHOOD: a likelihood word; @likelihood
 * @RISALAH_MARK_BOLD: bold
 * @RISALAH_MARK_ITALIC: italic
 * @RISALAH_MARK_SUPERSCRIPT: superscript
 * @RISALAH_MARK_CITATION: an atom; @citation
 * @RISALAH_MARK_NOTE: an atom; @note
 *
 * In the order in which the elements enclose one another in XHTML, the outermost first.
 */
typedef enum
{
  RISALAH_MARK_UNKNOWN,
  RISALAH_MARK_QUOTATION,
  RISALAH_MARK_LINK,
  RISALAH_MARK_LIKELIHOOD,
  RISALAH_MARK_BOLD,
  RISALAH_MARK_ITALIC,
  RISALAH_MARK_SUPERSCRIPT,
  RISALAH_MARK_CITATION,
  RISALAH_MARK_NOTE,
} RisalahMarkKind;

/**
 * RisalahLikelihood:
 *
 * The seven expressions of ICD 203, the least likely first; their words stand in
 * data/document under "likelihood.…".
 */
typedef enum
{
  RISALAH_LIKELIHOOD_ALMOST_NO_CHANCE,
  RISALAH_LIKELIHOOD_VERY_UNLIKELY,
  RISALAH_LIKELIHOOD_UNLIKELY,
  RISALAH_LIKELIHOOD_ROUGHLY_EVEN,
  RISALAH_LIKELIHOOD_LIKELY,
  RISALAH_LIKELIHOOD_VERY_LIKELY,
  RISALAH_LIKELIHOOD_ALMOST_CERTAIN,
  RISALAH_LIKELIHOOD_N
} RisalahLikelihood;

typedef struct _RisalahRichText RisalahRichText;

/**
 * RisalahNote:
 * @id: identity, a UUID where we made it
 * @text: the note's own text, which may hold citations but no notes
 *
 * The content of a note atom (a footnote). Immutable and shared.
 */
typedef struct
{
  char *id;
  RisalahRichText *text;
  /*< private >*/
  gatomicrefcount references;
} RisalahNote;

/**
 * RisalahUnknownElement:
 * @name: the element's qualified name
 * @attributes: its attributes as XML, each after a space, or ""
 * @content: (nullable): an atom's whole content as XML; %NULL where the mark covers text
 *
 * An inline element that this version does not know, kept as it was. Immutable and shared.
 */
typedef struct
{
  char *name;
  char *attributes;
  char *content;
  /*< private >*/
  gatomicrefcount references;
} RisalahUnknownElement;

/**
 * RisalahMark:
 * @kind: what it is
 * @start: first character, counted in Unicode characters of the text
 * @end: character after the last; an atom is one character, RISALAH_ATOM_CHARACTER
 * @extra: (nullable): a GRefString: attributes of a newer version as XML, each after a space
 *
 * A mark over part of a text. Which value it has depends on its kind. In a RisalahRichText the
 * marks are sorted by start, then longer before shorter, then kind; two of one kind and equal
 * value never touch (bold, italic, superscript, link, likelihood). The values belong to the text.
 */
typedef struct
{
  RisalahMarkKind kind;
  guint start;
  guint end;
  char *extra;
  union
  {
    char *href;
    RisalahLikelihood likelihood;
    RisalahQuotationUse *quotation;
    RisalahCitationAtom *citation;
    RisalahNote *note;
    RisalahUnknownElement *unknown;
  };
} RisalahMark;

/**
 * RisalahRichText:
 *
 * Immutable and ref-counted. It never holds a line feed; RISALAH_LINE_BREAK_CHARACTER breaks a
 * line. A text buffer can hold it one to one, character for character.
 */
#define RISALAH_TYPE_RICH_TEXT (risalah_rich_text_get_type ())

GType              risalah_rich_text_get_type         (void);
RisalahRichText   *risalah_rich_text_new              (const char            *text,
                                                       const RisalahMark     *marks,
                                                       guint                  n_marks);
RisalahRichText   *risalah_rich_text_new_plain        (const char            *text);
RisalahRichText   *risalah_rich_text_new_quotation    (RisalahQuotationUse   *use);
RisalahRichText   *risalah_rich_text_new_citation     (RisalahCitationAtom   *citation);
RisalahRichText   *risalah_rich_text_new_note         (RisalahNote           *note);
RisalahRichText   *risalah_rich_text_ref              (RisalahRichText       *self);
void               risalah_rich_text_unref            (RisalahRichText       *self);

const char        *risalah_rich_text_get_text         (const RisalahRichText *self);
gsize              risalah_rich_text_get_n_bytes      (const RisalahRichText *self);
guint              risalah_rich_text_get_length       (const RisalahRichText *self);
const RisalahMark *risalah_rich_text_get_marks        (const RisalahRichText *self,
                                                       guint                 *n_marks);
const RisalahMark *risalah_rich_text_find_mark        (const RisalahRichText *self,
                                                       RisalahMarkKind        kind,
                                                       guint                  at);
const RisalahMark *risalah_rich_text_find_locked      (const RisalahRichText *self,
                                                       guint                  at);
gboolean           risalah_rich_text_has_mark         (const RisalahRichText *self,
                                                       RisalahMarkKind        kind,
                                                       guint                  start,
                                                       guint                  end);
gboolean           risalah_rich_text_equal            (const RisalahRichText *a,
                                                       const RisalahRichText *b);
gboolean           risalah_mark_equal                 (const RisalahMark     *a,
                                                       const RisalahMark     *b);
gboolean           risalah_mark_is_atom               (const RisalahMark     *mark);

RisalahRichText   *risalah_rich_text_slice            (RisalahRichText       *self,
                                                       guint                  start,
                                                       guint                  end);
RisalahRichText   *risalah_rich_text_concatenate      (RisalahRichText       *a,
                                                       RisalahRichText       *b);
RisalahRichText   *risalah_rich_text_replace          (RisalahRichText       *self,
                                                       guint                  start,
                                                       guint                  end,
                                                       RisalahRichText       *with);
RisalahRichText   *risalah_rich_text_with_mark        (RisalahRichText       *self,
                                                       const RisalahMark     *mark);
RisalahRichText   *risalah_rich_text_without_marks    (RisalahRichText       *self,
                                                       RisalahMarkKind        kind,
                                                       guint                  start,
                                                       guint                  end);
char              *risalah_rich_text_dup_words        (const RisalahRichText *self);
guint              risalah_rich_text_count_words      (const RisalahRichText *self);

RisalahNote           *risalah_note_new               (const char            *id,
                                                       RisalahRichText       *text);
RisalahNote           *risalah_note_ref               (RisalahNote           *self);
void                   risalah_note_unref             (RisalahNote           *self);
RisalahUnknownElement *risalah_unknown_element_new    (const char            *name,
                                                       const char            *attributes,
                                                       const char            *content);
RisalahUnknownElement *risalah_unknown_element_ref    (RisalahUnknownElement *self);
void                   risalah_unknown_element_unref  (RisalahUnknownElement *self);

const char *risalah_likelihood_to_string   (RisalahLikelihood  likelihood);
gboolean    risalah_likelihood_from_string (const char        *name,
                                            RisalahLikelihood *likelihood);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahRichText, risalah_rich_text_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahNote, risalah_note_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahUnknownElement, risalah_unknown_element_unref)

G_END_DECLS
