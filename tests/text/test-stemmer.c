/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems: the families of the field meet, words of other roots do not. */

#include <glib.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-stemmer.h"
#include "risalah-table.h"
#include "risalah-text-error.h"

static RisalahStemmer *
make_stemmer (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (GError) error = NULL;
  RisalahStemmer *stemmer = risalah_stemmer_new (lexicon, &error);

  g_assert_no_error (error);
  return stemmer;
}

/* The families that issue 4 names must meet whole. */
static void
test_families (void)
{
  const char *const families[][6] = {
    { "menandatangani", "ditandatangani", "penandatanganan", "tanda tangan" },
    { "kerja sama", "kerjasama", "bekerja sama", "kerja-sama", "bekerjasama" },
    { "pertahanan", "mempertahankan" },
    { "latihan", "pelatihan", "melatih", "dilatih" },
    { "pembelian", "membeli", "dibeli" },
    { "kesepakatan", "menyepakati", "disepakati", "sepakat" },
    { "kunjungan", "mengunjungi", "berkunjung" },
    { "Prancis", "Perancis" },
  };
  g_autoptr (RisalahStemmer) stemmer = make_stemmer ();

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; families[i][j] != NULL; j++)
      for (guint k = 0; families[i][k] != NULL; k++)
        if (!risalah_stemmer_meet (stemmer, families[i][j], families[i][k]))
          g_error ("“%s” and “%s” do not meet", families[i][j], families[i][k]);
}

/* Twenty families of this field, 71 members beside their roots, and how many of them are found by
 * the root, as a search would ask. */
static void
test_field_families (void)
{
  const char *const families[][8] = {
    { "tahan", "pertahanan", "mempertahankan", "bertahan", "menahan", "ketahanan" },
    { "temu", "bertemu", "pertemuan", "menemui", "ditemui", "mempertemukan" },
    { "tingkat", "peningkatan", "meningkatkan", "ditingkatkan", "meningkat" },
    { "kunjung", "kunjungan", "mengunjungi", "berkunjung", "dikunjungi", "pengunjung" },
    { "sepakat", "kesepakatan", "menyepakati", "disepakati" },
    { "latih", "latihan", "pelatihan", "melatih", "dilatih" },
    { "beli", "pembelian", "membeli", "dibeli", "pembeli" },
    { "jual", "penjualan", "menjual", "dijual", "penjual" },
    { "janji", "perjanjian", "berjanji", "menjanjikan" },
    { "bantu", "bantuan", "membantu", "pembantu", "dibantu" },
    { "tukar", "pertukaran", "menukar", "ditukar" },
    { "aman", "keamanan", "mengamankan", "pengamanan" },
    { "kuat", "kekuatan", "memperkuat", "penguatan", "menguatkan" },
    { "bangun", "pembangunan", "membangun", "dibangun" },
    { "kirim", "pengiriman", "mengirim", "dikirim" },
    { "undang", "undangan", "mengundang", "diundang" },
    { "sebut", "menyebut", "menyebutkan", "disebut" },
    { "bicara", "pembicaraan", "membicarakan", "dibicarakan" },
    { "kembang", "pengembangan", "mengembangkan", "berkembang" },
    { "adakan", "mengadakan", "diadakan" },
  };
  g_autoptr (RisalahStemmer) stemmer = make_stemmer ();
  guint n_members = 0;
  guint n_met = 0;

  g_assert_cmpuint (G_N_ELEMENTS (families), ==, 20);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 1; families[i][j] != NULL; j++)
      {
        gboolean met = risalah_stemmer_meet (stemmer, families[i][0], families[i][j]);

        n_members++;
        n_met += met;
        if (!met)
          g_test_message ("“%s” and “%s” do not meet", families[i][0], families[i][j]);
      }
  g_test_message ("%u of %u members meet their root, %.3f", n_met, n_members,
                  (double)n_met / n_members);
  g_assert_cmpuint (n_members, ==, 71);
  g_assert_cmpfloat ((double)n_met / n_members, >=, 0.95);
}

static void
test_apart (void)
{
  const char *const pairs[][2] = {
    { "perintah", "pemerintah" }, { "pengadaan", "ada" },      { "beruang", "uang" },
    { "kerja", "kerja sama" },    { "tanda", "tanda tangan" },
  };
  g_autoptr (RisalahStemmer) stemmer = make_stemmer ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (risalah_stemmer_meet (stemmer, pairs[i][0], pairs[i][1]))
      g_error ("“%s” and “%s” meet", pairs[i][0], pairs[i][1]);
}

/* The floors of issue 4 on our own list of pairs. */
static void
test_pairs (void)
{
  g_autoptr (RisalahStemmer) stemmer = make_stemmer ();
  g_autoptr (RisalahTable) table = risalah_table_new ();
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "stem-pairs.tsv", NULL);
  g_autoptr (GError) error = NULL;
  guint n[2] = { 0, 0 };
  guint met[2] = { 0, 0 };

  risalah_table_add_file (table, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (risalah_table_get_n_rows (table), >=, 1000);
  for (guint i = 0; i < risalah_table_get_n_rows (table); i++)
    {
      gboolean same = strcmp (risalah_table_get (table, i, 2), "same") == 0;
      gboolean meet = risalah_stemmer_meet (stemmer, risalah_table_get (table, i, 0),
                                            risalah_table_get (table, i, 1));

      n[same]++;
      met[same] += meet;
      if (same != meet)
        g_test_message ("“%s” and “%s” %s", risalah_table_get (table, i, 0),
                        risalah_table_get (table, i, 1), meet ? "meet" : "do not meet");
    }
  g_test_message ("%u of %u of one root meet, %u of %u others", met[1], n[1], met[0], n[0]);
  g_assert_cmpfloat (met[1], >=, 0.97 * n[1]);
  g_assert_cmpfloat (met[0], <=, 0.01 * n[0]);
}

/* The cache gives what the rules gave, also when words push each other out. */
static void
test_cache (void)
{
  g_autoptr (RisalahStemmer) stemmer = make_stemmer ();

  for (guint round = 0; round < 2; round++)
    {
      RisalahStems stems;

      risalah_stemmer_stem (stemmer, "mempertahankan", strlen ("mempertahankan"), &stems);
      g_assert_cmpuint (stems.n, ==, 1);
      g_assert_cmpstr (stems.text[0], ==, "tahan");
      g_assert_cmpuint (stems.length[0], ==, 5);
      risalah_stemmer_stem (stemmer, "ada", 3, &stems);
      g_assert_cmpuint (stems.n, ==, 0);
      for (guint i = 0; i < 150000; i++)
        {
          g_autofree char *word = g_strdup_printf ("%u", i);

          risalah_stemmer_stem (stemmer, word, strlen (word), &stems);
          g_assert_cmpuint (stems.n, ==, 0);
        }
    }
}

static void
test_fingerprint (void)
{
  g_autoptr (RisalahStemmer) one = make_stemmer ();
  g_autoptr (RisalahStemmer) other = make_stemmer ();
  g_autofree char *first = risalah_stemmer_get_fingerprint (one);
  g_autofree char *second = risalah_stemmer_get_fingerprint (other);

  g_assert_cmpuint (strlen (first), ==, 64);
  g_assert_cmpstr (first, ==, second);
}

static void
test_missing_dictionary (void)
{
  g_autofree char *vocabulary =
      g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "vocabulary", NULL);
  const char *dirs[] = { vocabulary, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahLexicon) lexicon = risalah_lexicon_open (dirs, "/nonexistent", &error);

  g_assert_no_error (error);
  g_assert_null (risalah_stemmer_new (lexicon, &error));
  g_assert_error (error, RISALAH_TEXT_ERROR, RISALAH_TEXT_ERROR_VOCABULARY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stemmer/families", test_families);
  g_test_add_func ("/stemmer/field-families", test_field_families);
  g_test_add_func ("/stemmer/apart", test_apart);
  g_test_add_func ("/stemmer/pairs", test_pairs);
  g_test_add_func ("/stemmer/cache", test_cache);
  g_test_add_func ("/stemmer/fingerprint", test_fingerprint);
  g_test_add_func ("/stemmer/missing-dictionary", test_missing_dictionary);
  return g_test_run ();
}
