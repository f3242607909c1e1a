/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a citation needs to know about one source: a plain value that the session fills from the
 * library and the citation styles print. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RisalahReferenceType:
 * @RISALAH_REFERENCE_NEWS: an article of a news site or a paper
 * @RISALAH_REFERENCE_RELEASE: a ministry's or an organisation's release
 * @RISALAH_REFERENCE_OPINION: an opinion piece
 * @RISALAH_REFERENCE_EXPLAINER: an explanatory web article
 * @RISALAH_REFERENCE_REPORT: a report or paper that stands alone
 * @RISALAH_REFERENCE_BOOK: a book
 * @RISALAH_REFERENCE_LAW: a law or regulation
 * @RISALAH_REFERENCE_TREATY: a treaty, agreement or memorandum between states
 * @RISALAH_REFERENCE_SPEECH: a speech
 *
 * The library's source types, and books, which are only ever cited second-hand or by hand.
 */
typedef enum
{
  RISALAH_REFERENCE_NEWS,
  RISALAH_REFERENCE_RELEASE,
  RISALAH_REFERENCE_OPINION,
  RISALAH_REFERENCE_EXPLAINER,
  RISALAH_REFERENCE_REPORT,
  RISALAH_REFERENCE_BOOK,
  RISALAH_REFERENCE_LAW,
  RISALAH_REFERENCE_TREATY,
  RISALAH_REFERENCE_SPEECH,
} RisalahReferenceType;

/**
 * RisalahAuthor:
 * @family: family name, or the whole of a literal name or of an organisation's name
 * @given: (nullable): given names; %NULL makes the name literal ("Suharto", "Kementerian
 *   Pertahanan")
 *
 * One author. Indonesian single names and organisations are never inverted or abbreviated.
 */
typedef struct
{
  char *family;
  char *given;
} RisalahAuthor;

/**
 * RisalahReference:
 * @uid: UUID of the source
 * @type: what it is
 * @authors: (element-type RisalahAuthor): in the order of the title page; may be empty
 * @title: (nullable): its title as printed
 * @description: (nullable): where there is no title, what it is, without brackets: "Berita
 *   tentang kerja sama militer"
 * @translated_title: (nullable): the title in the brief's language, without brackets
 * @publisher: (nullable): the site, paper, ministry or house that published it
 * @place: (nullable): place of publication
 * @published: (nullable): EDTF; %NULL where nothing is known
 * @inferred: whether @published is the analyst's inference and not printed on the source
 * @url: (nullable): where it stands
 * @accessed: (nullable): EDTF day on which it was taken
 * @language: (nullable): ISO 639-1
 * @number: (nullable): of a law, report or treaty: "Nomor 3 Tahun 2025"
 * @pages: (nullable): the pages that it fills in a larger work
 * @original: (nullable): of a reprint, the publisher or agency that it was taken from
 *
 * A source as the citation styles see it. Strings are UTF-8 in NFC and never empty.
 */
typedef struct
{
  char *uid;
  RisalahReferenceType type;
  GPtrArray *authors;
  char *title;
  char *description;
  char *translated_title;
  char *publisher;
  char *place;
  char *published;
  gboolean inferred;
  char *url;
  char *accessed;
  char *language;
  char *number;
  char *pages;
  char *original;
} RisalahReference;

#define RISALAH_TYPE_REFERENCE (risalah_reference_get_type ())

GType                risalah_reference_get_type         (void);
RisalahReference    *risalah_reference_new              (const char             *uid);
RisalahReference    *risalah_reference_copy             (const RisalahReference *self);
void                 risalah_reference_free             (RisalahReference       *self);
void                 risalah_reference_add_author       (RisalahReference       *self,
                                                         const char             *family,
                                                         const char             *given);
void                 risalah_reference_add_byline       (RisalahReference       *self,
                                                         const char             *byline);
RisalahReferenceType risalah_reference_type_from_string (const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahReference, risalah_reference_free)

G_END_DECLS
