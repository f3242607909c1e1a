/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the citation files: styles as tables, and the parts that their patterns are filled with.
 *
 * A pattern is literal text with fields in braces: {title}, {title:i} in italics, {title:q} between
 * quotation marks. What stands between square brackets is left out where all its fields are empty.
 * A full stop is not printed after another, or after "?" and "!"; full stops and commas after a
 * closing quotation mark go before it. */
#pragma once

#include "risalah-citation.h"

G_BEGIN_DECLS

typedef enum
{
  RISALAH_PART_AUTHOR,      /* as the list begins with it, or empty */
  RISALAH_PART_NAME,        /* as a note or a pair of parentheses begins with it */
  RISALAH_PART_TITLE,       /* of a work that has one */
  RISALAH_PART_SHORT,       /* the title's first words */
  RISALAH_PART_DESCRIPTION, /* in brackets, where there is no title */
  RISALAH_PART_TRANSLATED,  /* the title in the brief's language, in brackets */
  RISALAH_PART_GENRE,       /* "[Siaran pers]" */
  RISALAH_PART_DATE,        /* as far as it is known */
  RISALAH_PART_DAY,         /* the date in the order of a sentence */
  RISALAH_PART_YEAR,        /* with its letter */
  RISALAH_PART_PUBLISHER,   /* where it is not the author */
  RISALAH_PART_PLACE,
  RISALAH_PART_NUMBER,
  RISALAH_PART_PAGES,
  RISALAH_PART_ORIGINAL, /* "terbitan ulang dari …" */
  RISALAH_PART_ACCESSED, /* of works without a date */
  RISALAH_PART_URL,
  RISALAH_PART_COPY,    /* "salinan pada penulis", where there is no address */
  RISALAH_PART_LOCATOR, /* "para. 4" */
  RISALAH_PART_N
} RisalahCitationPart;

/* How works of one kind are printed; %NULL falls back on the pattern of news. */
typedef struct
{
  const char *entry;     /* in the bibliography */
  const char *no_author; /* the same, where the title leads */
  const char *note;      /* in a note, the first time */
  const char *again;     /* in a note after that, or in parentheses */
} RisalahCitationPatterns;

struct _RisalahCitationStyle
{
  const char *name;
  const char *title;
  gboolean has_notes;
  gboolean initials;         /* given names as initials */
  gboolean inverts_all;      /* every name, not only the first */
  gboolean year_first;       /* in dates: "2025, July 28" */
  guint most_listed;         /* more authors than that are cut in the list … */
  guint listed_when_cut;     /* … to so many */
  guint most_named;          /* more authors than that are cut in a note or in parentheses to one */
  const char *and_key;       /* term between the last two names */
  const char *second_hand_key;
  const char *accessed_key;
  const char *separator;     /* between works cited together */
  RisalahCitationPatterns patterns[RISALAH_REFERENCE_SPEECH + 1];
};

char        *risalah_citation_list_authors (const RisalahCitationStyle *style,
                                            RisalahTerms               *terms,
                                            const RisalahReference     *reference);
char        *risalah_citation_name_authors (const RisalahCitationStyle *style,
                                            RisalahTerms               *terms,
                                            const RisalahReference     *reference,
                                            gboolean                    full,
                                            gboolean                    with_initials);
char        *risalah_citation_format_date  (const RisalahCitationStyle *style,
                                            RisalahTerms               *terms,
                                            const RisalahReference     *reference,
                                            const char                 *letter);
char        *risalah_citation_format_year  (RisalahTerms               *terms,
                                            const RisalahReference     *reference,
                                            const char                 *letter);
char        *risalah_citation_format_day   (RisalahTerms               *terms,
                                            const char                 *edtf,
                                            gboolean                    year_first);
char        *risalah_citation_format_words (RisalahTerms               *terms,
                                            const char                 *edtf);
char        *risalah_citation_shorten      (const char                 *title);
void         risalah_citation_fill         (RisalahRuns                *runs,
                                            const char                 *pattern,
                                            char * const               *parts);
char        *risalah_citation_word         (RisalahTerms               *terms,
                                            const char                 *key,
                                            const char                 *first,
                                            const char                 *second);

G_END_DECLS
