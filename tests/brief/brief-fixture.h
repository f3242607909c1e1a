/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions of the briefs in tests/data/layout, for the tests of pages and exporters. */
#pragma once

#include "risalah-document-xhtml.h"
#include "risalah-edition.h"

static inline RisalahTerms *
fixture_open_terms (const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "document", NULL);
  g_autoptr (GError) error = NULL;
  RisalahTerms *terms = risalah_terms_open (folder, language, &error);

  g_assert_no_error (error);
  return terms;
}

static inline void
fixture_add_reference (RisalahEdition *edition, const char *uid, const char *family,
                       const char *given, const char *title, const char *published,
                       const char *url)
{
  RisalahReference *reference = risalah_reference_new (uid);

  if (family != NULL)
    risalah_reference_add_author (reference, family, given);
  reference->title = g_strdup (title);
  reference->publisher = g_strdup ("Warta Contoh");
  reference->published = g_strdup (published);
  reference->url = g_strdup (url);
  g_ptr_array_add (edition->references, reference);
}

static inline RisalahEdition *
fixture_new_edition (const char *xhtml)
{
  g_autofree char *fonts = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "fonts", NULL);
  g_autofree char *dictionaries = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "dictionaries", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahDocument) document = risalah_document_from_xhtml (xhtml, -1, &error);
  g_autoptr (RisalahTerms) terms = NULL;
  RisalahEdition *edition;

  g_assert_no_error (error);
  terms = fixture_open_terms (risalah_document_get_field (document, RISALAH_DOCUMENT_LANGUAGE));
  edition = risalah_edition_new (document, terms, fonts);
  risalah_hyphenation_unref (edition->hyphenation);
  edition->hyphenation = risalah_hyphenation_new (dictionaries);
  edition->date = 1772409600; /* 2 March 2026 */
  fixture_add_reference (edition, "satu", "Contoh", "Rina", "Dermaga kedua selesai lebih cepat",
                         "2026-01-15", "https://warta.example/dermaga/kedua");
  fixture_add_reference (edition, "dua", NULL, NULL, "Kapal di luar teluk", NULL, NULL);
  return edition;
}

static inline RisalahEdition *
fixture_open_brief (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "layout", name, NULL);
  g_autofree char *xhtml = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &xhtml, NULL, &error);
  g_assert_no_error (error);
  return fixture_new_edition (xhtml);
}

static inline RisalahEdition *
fixture_open_edition (void)
{
  return fixture_open_brief ("brief.xhtml");
}

/* RISALAH_UPDATE_GOLDENS=1 writes them anew; look at the difference before committing it. */
static inline void
fixture_assert_golden (const char *name, const char *found)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "layout", name, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("RISALAH_UPDATE_GOLDENS") != NULL)
    g_file_set_contents (path, found, -1, NULL);
  g_file_get_contents (path, &expected, NULL, NULL);
  g_assert_cmpstr (found, ==, expected);
}
