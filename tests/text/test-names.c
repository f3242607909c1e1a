/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article names, whom it quotes and what it tells of; and that the tables decide it. */

#include <glib/gstdio.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-article-analysis.h"
#include "risalah-reading.h"

static RisalahArticleAnalysis *
analyse (const RisalahLexicon *lexicon,
         const char *text,
         const char *language,
         RisalahArticle **article)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RisalahReadOptions options = { .language = language };

  *article = risalah_read_article (bytes, "", lexicon, &options, &error);
  g_assert_no_error (error);
  risalah_article_set_metadata (*article, RISALAH_METADATA_LANGUAGE, language,
                                RISALAH_ORIGIN_ANALYST);
  return risalah_article_analyze (*article, lexicon, "2025-06-15");
}

/* The first two parties by their keys, "FJ+ID". */
static char *
name_parties (const RisalahHappening *happening)
{
  guint n = happening->parties->len;
  const char *one = n > 0 ? g_ptr_array_index (happening->parties, 0) : "";
  const char *other = n > 1 ? g_ptr_array_index (happening->parties, 1) : "";

  return strcmp (one, other) > 0 ? g_strconcat (other, "+", one, NULL)
                                 : g_strconcat (one, "+", other, NULL);
}

/* The keys of a kind, each once, apart by blanks or "|". */
static char *
keys (const RisalahArticleAnalysis *analysis, RisalahNameKind kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < analysis->names->len; i++)
    {
      const RisalahName *name = &g_array_index (analysis->names, RisalahName, i);

      if (name->kind == kind
          && !g_ptr_array_find_with_equal_func (found, name->key, g_str_equal, NULL))
        g_ptr_array_add (found, (gpointer)name->key);
    }
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("|", (char **)found->pdata);
}

static void
test_names (void)
{
  const struct
  {
    const char *language;
    const char *text;
    const char *countries;
    const char *organisations;
    const char *persons;
  } cases[] = {
    { "id", "Kapal AS berlayar di Laut Cina Selatan dengan biaya tiga juta dolar AS.", "US", "",
      "" },
    { "en", "It is as large as the US ship, and costs US$3 million.", "US", "", "" },
    { "id", "Beijing menegaskan sikapnya. Rapat itu digelar di Tokyo.", "CN", "", "" },
    { "id", "Hubungan RI-Pakistan dan Rusia–Ukraina dibahas.", "ID|PK|RU|UA", "", "" },
    { "id", "Pedagang dari Amerika, Eropa, dan Asia datang.", "", "", "" },
    { "id", "Menteri Pertahanan Indonesia Budi Lesmana tiba. Budi lalu berangkat.", "ID", "",
      "Budi Lesmana" },
    { "id",
      "Dwi Astuti, pengamat militer, hadir bersama PT Lima Laut dan Kementerian Perdagangan "
      "Malaysia.",
      "MY", "PT Lima Laut|Kementerian Perdagangan Malaysia", "Dwi Astuti" },
    { "en", "The Ministry of Trade and the Ocean Research Commission of Fiji agreed.", "FJ",
      "Ministry of Trade|Ocean Research Commission", "" },
    { "id", "Menhan membuka pameran Indo Defence di Jakarta.", "", "", "" },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis
          = analyse (lexicon, cases[i].text, cases[i].language, &article);
      g_autofree char *countries = keys (analysis, RISALAH_NAME_COUNTRY);
      g_autofree char *organisations = keys (analysis, RISALAH_NAME_ORGANISATION);
      g_autofree char *persons = keys (analysis, RISALAH_NAME_PERSON);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (countries, ==, cases[i].countries);
      g_assert_cmpstr (organisations, ==, cases[i].organisations);
      g_assert_cmpstr (persons, ==, cases[i].persons);
    }
}

static void
test_speech (void)
{
  const struct
  {
    const char *text;
    const char *speaker; /* NULL where nothing is said */
    const char *words;
  } cases[] = {
    { "“Kami siap berlayar,” kata Direktur Utama PT Lima Laut Sri Wahyuni, Senin.", "Sri Wahyuni",
      "Kami siap berlayar," },
    { "Kolonel Rudi Hartawan tiba. \"Kapal ini masih laik,\" ujarnya.", "Rudi Hartawan",
      "Kapal ini masih laik," },
    { "Mayor Sinta Dewi mengatakan, 'Kami akan kembali bulan depan.'", "Sinta Dewi",
      "Kami akan kembali bulan depan." },
    { "«Kita perlu waktu,» tegas Menlu Hasan Basri.", "Hasan Basri", "Kita perlu waktu," },
    { "Pameran bertema “Laut yang Damai” dibuka.", NULL, NULL },
    { "Ini contoh “kekuatan lunak” sebuah negara.", NULL, NULL },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis =
          analyse (lexicon, cases[i].text, "id", &article);
      const char *text = risalah_article_get_text (article, NULL);
      const RisalahSpeech *said = NULL;

      g_test_message ("%s", cases[i].text);
      for (guint j = 0; j < analysis->speech->len; j++)
        if (g_array_index (analysis->speech, RisalahSpeech, j).voice == RISALAH_VOICE_DIRECT)
          said = &g_array_index (analysis->speech, RisalahSpeech, j);
      g_assert_true ((said != NULL) == (cases[i].words != NULL));
      if (said != NULL)
        {
          g_autofree char *words = g_strndup (text + said->start, said->end - said->start);

          g_assert_cmpstr (words, ==, cases[i].words);
          g_assert_cmpstr (said->speaker, ==, cases[i].speaker);
        }
    }
}

static void
test_indirect (void)
{
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (RisalahArticleAnalysis) analysis =
      analyse (lexicon, "Menlu Hasan Basri menilai bahwa perundingan itu berjalan baik.", "id",
               &article);

  g_assert_cmpuint (analysis->speech->len, ==, 1);
  g_assert_cmpint (g_array_index (analysis->speech, RisalahSpeech, 0).voice, ==,
                   RISALAH_VOICE_REPORTED);
  g_assert_cmpstr (g_array_index (analysis->speech, RisalahSpeech, 0).speaker, ==, "Hasan Basri");
}

/* Where it was: after the words that name it, and no date, organisation or person. */
static void
test_places (void)
{
  const struct
  {
    const char *language;
    const char *text;
    const char *place;
  } cases[] = {
    { "id", "Indonesia dan Fiji menandatangani nota kesepahaman di Suva pada 12 Juni 2025.",
      "Suva" },
    { "en", "Indonesia and Peru held talks in March 2025 in Puerto Maldonado.",
      "Puerto Maldonado" },
    { "id", "Indonesia dan Fiji menandatangani perjanjian di Kementerian Pertahanan.", NULL },
    { "id", "Indonesia dan Fiji menandatangani perjanjian pada 12 Juni 2025.", NULL },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis
          = analyse (lexicon, cases[i].text, cases[i].language, &article);
      const RisalahHappening *happening;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (analysis->happenings->len, ==, 1);
      happening = g_ptr_array_index (analysis->happenings, 0);
      g_assert_cmpstr (happening->place, ==, cases[i].place);
    }
}

static void
test_happenings (void)
{
  const struct
  {
    const char *text;
    const char *happenings; /* "kind status date parties; …" */
  } cases[] = {
    { "Indonesia dan Fiji menandatangani nota kesepahaman di Suva pada 12 Juni 2025.",
      "agreement held 2025-06-12 FJ+ID;" },
    { "Indonesia dan Fiji akan menggelar latihan bersama pada Agustus 2025.",
      "exercise planned 2025-08 FJ+ID;" },
    { "Indonesia membatalkan pembelian tiga kapal dari Peru.", "procurement cancelled - ID+PE;" },
    { "Kedua negara, Indonesia dan Peru, menjajaki kemungkinan produksi bersama kapal.",
      "joint-production proposed - ID+PE;" },
    /* One happening, told of twice. */
    { "Menteri Fiji bertemu Menteri Indonesia di Suva pada 12 Juni 2025. Pertemuan itu berlangsung "
      "dua jam.",
      "meeting held 2025-06-12 FJ+ID;" },
    { "Diplomasi pertahanan biasanya berbentuk latihan bersama atau kunjungan.", "" },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis =
          analyse (lexicon, cases[i].text, "id", &article);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < analysis->happenings->len; j++)
        {
          const RisalahHappening *happening = g_ptr_array_index (analysis->happenings, j);
          g_autofree char *parties = name_parties (happening);

          g_string_append_printf (found, "%s %s %s %s;", happening->kind,
                                  risalah_happening_status_to_string (happening->status),
                                  happening->edtf != NULL ? happening->edtf : "-", parties);
          g_assert_cmpuint (happening->trigger_start, >=, happening->start);
          g_assert_cmpuint (happening->trigger_end, <=, happening->end);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].happenings);
    }
}

/* Whose words a happening stands in; and talk, which no party stands by, apart from the rest. */
static void
test_voices (void)
{
  const struct
  {
    const char *text;
    RisalahVoice voice;
    gboolean is_talk;
  } cases[] = {
    { "Indonesia dan Peru menandatangani perjanjian pada Mei 2025.", RISALAH_VOICE_PUBLISHER,
      FALSE },
    { "Menteri Pertahanan Fiji Hasan Basri menyatakan bahwa Fiji menandatangani perjanjian dengan "
      "Peru "
      "pada Mei 2025.",
      RISALAH_VOICE_REPORTED, FALSE },
    { "\"Kami menandatangani nota kesepahaman dengan Indonesia dan Peru pada Mei 2025,\" kata "
      "Menteri "
      "Pertahanan Fiji Hasan Basri.",
      RISALAH_VOICE_DIRECT, FALSE },
    { "Indonesia dan Fiji menggelar latihan bersama pada Mei 2019 (Ali, 2022).",
      RISALAH_VOICE_SECOND_HAND, FALSE },
    { "Latihan bersama Indonesia dan Peru diyakini akan digelar.", RISALAH_VOICE_OPINION, FALSE },
    { "Latihan bersama tingkat kawasan diyakini akan digelar.", RISALAH_VOICE_OPINION, TRUE },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis =
          analyse (lexicon, cases[i].text, "id", &article);
      const RisalahHappening *happening;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (analysis->happenings->len, ==, 1);
      happening = g_ptr_array_index (analysis->happenings, 0);
      g_assert_cmpstr (risalah_voice_to_string (happening->voice), ==,
                       risalah_voice_to_string (cases[i].voice));
      g_assert_cmpint (happening->is_talk, ==, cases[i].is_talk);
    }
}

/* Conditions, denials, absences and clauses of their own. */
static void
test_turns (void)
{
  const struct
  {
    const char *language;
    const char *text;
    const char *happenings; /* "kind status parties; …" */
  } cases[] = {
    { "id", "Indonesia dan Fiji tidak akan menggelar latihan bersama pada Mei 2025.",
      "exercise cancelled FJ+ID;" },
    { "en", "No agreement was reached between Fiji and Peru.", "" },
    { "id", "Jika kontrak ditandatangani, kapal dikirim.", "" },
    { "en",
      "In Suva on 3 May 2025, Fiji and Peru signed an agreement, while Indonesia and Brazil held a "
      "joint exercise.",
      "agreement held FJ+PE;exercise held BR+ID;" },
    { "en", "Peru will host a joint exercise with Fiji, which opened its port in May 2021.",
      "exercise planned FJ+PE;" },
    { "id", "Menteri Pertahanan Indonesia menerima Duta Besar Peru di Jakarta pada 3 Mei 2025.",
      "meeting held ID+PE;" },
    { "id", "Indonesia dan Peru sepakat menambah patroli bersama di Pasifik pada 3 Mei 2025.",
      "agreement held ID+PE;" },
    { "id", "Peru menawarkan tiga kapal patroli kepada Indonesia.", "procurement proposed ID+PE;" },
    { "en", "An Indonesian delegation told a press conference that Peru was ready.", "" },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis
          = analyse (lexicon, cases[i].text, cases[i].language, &article);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < analysis->happenings->len; j++)
        {
          const RisalahHappening *happening = g_ptr_array_index (analysis->happenings, j);
          g_autofree char *parties = name_parties (happening);

          g_string_append_printf (found, "%s %s %s;", happening->kind,
                                  risalah_happening_status_to_string (happening->status), parties);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].happenings);
    }
}

/* An analyst's folder of tables beside the program's: a new alias and a new event word work. */
static void
test_tables_decide (void)
{
  const char *text = "Negeri Contoh Baru dan Peru memadukan armada pada 3 Mei 2025.";
  g_autofree char *dir = g_dir_make_tmp ("risalah-vocabulary-XXXXXX", NULL);
  g_autofree char *countries = g_build_filename (dir, "countries.tsv", NULL);
  g_autofree char *events = g_build_filename (dir, "event-words.tsv", NULL);
  g_autofree char *own = g_build_filename (g_getenv ("RISALAH_DATA_DIR"), "vocabulary", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_set_contents (countries, "NZ\tNegeri Contoh Baru\tnickname\t\n", -1, &error));
  g_assert_true (g_file_set_contents (events, "memadukan armada\tother\tsure\n", -1, &error));
  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (RisalahLexicon) lexicon
          = risalah_lexicon_open ((const char *const[]) { own, with ? dir : NULL, NULL },
                                  g_getenv ("RISALAH_DATA_DIR"), &error);
      g_autoptr (RisalahArticle) article = NULL;
      g_autoptr (RisalahArticleAnalysis) analysis = NULL;
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      analysis = analyse (lexicon, text, "id", &article);
      found = keys (analysis, RISALAH_NAME_COUNTRY);
      g_assert_cmpstr (found, ==, with ? "NZ|PE" : "PE");
      g_assert_cmpuint (analysis->happenings->len, ==, with);
    }
  g_remove (countries);
  g_remove (events);
  g_rmdir (dir);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/names", test_names);
  g_test_add_func ("/names/speech", test_speech);
  g_test_add_func ("/names/indirect", test_indirect);
  g_test_add_func ("/names/happenings", test_happenings);
  g_test_add_func ("/names/places", test_places);
  g_test_add_func ("/names/voices", test_voices);
  g_test_add_func ("/names/turns", test_turns);
  g_test_add_func ("/names/tables-decide", test_tables_decide);
  return g_test_run ();
}
