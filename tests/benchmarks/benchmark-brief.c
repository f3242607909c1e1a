/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief of any length for the benchmarks of pages: paragraphs, notes, headings, a bibliography.
 */

#include "benchmark-brief.h"

#include <string.h>

#define PARAGRAPHS_A_PAGE 5

static const char *const words[] = {
  "kerja",       "sama",      "pertahanan", "kedua",     "negara",    "sepakat",
  "mempererat",  "melalui",   "pendidikan", "perwira",   "latihan",   "bersama",
  "di",          "laut",      "dan",        "kunjungan", "pejabat",   "rancangan",
  "naskah",      "masih",     "dibahas",    "oleh",      "kelompok",  "yang",
  "dibentuk",    "pada",      "awal",       "tahun",     "sehingga",  "penandatanganan",
  "sebelum",     "akhir",     "triwulan",   "perlu",     "dibaca",    "keberlanjutan",
  "pengadaan",   "alutsista", "menjadi",    "utama",     "negosiasi", "industri",
  "pertimbangan"
};

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 60, 110);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* The paragraphs of about @n_pages pages. */
GPtrArray *
benchmark_brief_make_texts (guint n_pages)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_pages * PARAGRAPHS_A_PAGE; i++)
    g_ptr_array_add (texts, make_text (random));
  g_rand_free (random);
  return texts;
}

/* Every third paragraph has a note, every twelfth a heading above it. */
static RisalahDocument *
make_document (GPtrArray *texts)
{
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)risalah_brief_block_unref);

  g_ptr_array_add (blocks,
                   risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_TITLE, 0, "Naskah Uji"));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (RisalahRichText) text = risalah_rich_text_new_plain (texts->pdata[i]);

      if (i % BENCHMARK_HEADING_EVERY == 0)
        g_ptr_array_add (blocks, risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_HEADING, 1,
                                                                "Bagian berikutnya"));
      if (i % BENCHMARK_NOTE_EVERY == 0)
        {
          g_autofree char *id = g_strdup_printf ("c%u", i);
          g_autofree char *source = g_strdup_printf ("s%u", i % 24);
          g_autoptr (RisalahCitationAtom) atom =
              risalah_citation_atom_new (id, source, NULL, -1, -1, NULL);
          g_autoptr (RisalahRichText) mark = risalah_rich_text_new_citation (atom);
          RisalahRichText *joined = risalah_rich_text_concatenate (text, mark);

          risalah_rich_text_unref (text);
          text = joined;
        }
      g_ptr_array_add (blocks, risalah_brief_block_new (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0, text));
    }
  return risalah_document_new ("id", (RisalahBriefBlock *const *)blocks->pdata, blocks->len);
}

/* The paragraphs as a brief that cites. */
RisalahEdition *
benchmark_brief_make_edition (GPtrArray *texts)
{
  const char *data = g_getenv ("RISALAH_DATA_DIR");
  g_autofree char *fonts = g_build_filename (data, "fonts", NULL);
  g_autofree char *dictionaries = g_build_filename (data, "dictionaries", NULL);
  g_autofree char *terms_dir = g_build_filename (data, "document", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahTerms) terms = risalah_terms_open (terms_dir, "id", &error);
  g_autoptr (RisalahDocument) document = make_document (texts);
  RisalahEdition *edition;

  g_assert_no_error (error);
  edition = risalah_edition_new (document, terms, fonts);
  risalah_hyphenation_unref (edition->hyphenation);
  edition->hyphenation = risalah_hyphenation_new (dictionaries);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *uid = g_strdup_printf ("s%u", i);
      RisalahReference *reference = risalah_reference_new (uid);

      risalah_reference_add_author (reference, "Contoh", "Rina");
      reference->title = g_strdup_printf ("Berita contoh nomor %u", i);
      reference->publisher = g_strdup ("Warta Contoh");
      reference->published = g_strdup ("2025-07-28");
      reference->url = g_strdup_printf ("https://warta.example/%u", i);
      g_ptr_array_add (edition->references, reference);
    }
  return edition;
}
