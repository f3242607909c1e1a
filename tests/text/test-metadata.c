/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article states of itself: dates, datelines, language, and the lines that are none of it. */

#include <glib.h>
#include <string.h>

#include "lexicon-fixture.h"
#include "risalah-dateline.h"
#include "risalah-language.h"
#include "risalah-metadata.h"
#include "risalah-reading.h"
#include "risalah-stated-date.h"

static RisalahLexicon *lexicon;

#define BODY \
  "Menteri Contoh dan tamunya membahas latihan bersama di pelabuhan, karena keduanya ingin kerja sama " \
  "yang lebih erat bagi kedua negara."

static void
test_date_lines (void)
{
  static const struct
  {
    const char *line;
    const char *edtf;
  } cases[] = {
    { "Rabu, 2 November 2022 10.15 WIB", "2022-11-02" },
    { "02/11/2022", "2022-11-02" },
    { "2022-11-02", "2022-11-02" },
    { "Khamis, 08 Dis 2022", "2022-12-08" },
    { "June 14, 2025", "2025-06-14" },
    { "14th of June 2025", "2025-06-14" },
    { "Published on 14 June 2025 at 09:30", "2025-06-14" },
    { "WartaContoh.com - 14/06/2025, 21:14 WIB", "2025-06-14" },
    { "Sari Contoh | Senin, 3 Maret 2025 | 08:00 WIB", "2025-03-03" },
    { "BANDAR CONTOH, 1 June 1972", "1972-06-01" },
    { "Diterbitkan 3 Maret 2025, diperbarui 5 Maret 2025", "2025-03-03" },
    { "12/31/2024", "2024-12-31" },
    { "Diperbarui: 5 Maret 2025", NULL },
    { "Pidato Menteri 17 Agustus 2024", NULL },
    { "Pertemuan itu berlangsung pada 3 Maret 2025 di Contoh", NULL },
    { "30 Februari 2024", NULL },
    { "Pasal 5 ayat 2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = risalah_stated_date_from_line (cases[i].line, strlen (cases[i].line), lexicon);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (date, ==, cases[i].edtf);
    }
}

static void
assert_url (const char *url, const char *edtf)
{
  g_autofree char *date = risalah_stated_date_from_url (url);

  g_assert_cmpstr (date, ==, edtf);
}

static void
assert_value (const char *value, const char *edtf)
{
  g_autofree char *date = risalah_stated_date_from_value (value, lexicon);

  g_assert_cmpstr (date, ==, edtf);
}

static void
test_date_values (void)
{
  assert_url ("https://warta.example/read/2025/06/14/211400526/latihan", "2025-06-14");
  assert_url ("https://warta.example/berita/20250614123/latihan", NULL);
  assert_url ("https://warta.example/berita-2025-06-14-latihan", "2025-06-14");
  assert_url ("https://warta.example/d-8251607/latihan", NULL);
  assert_value ("2025-06-14T21:14:00+07:00", "2025-06-14");
  assert_value ("20250614", "2025-06-14");
  assert_value ("Sat, 14 Jun 2025 21:14:00 +0700", "2025-06-14");
  assert_value ("2025-06", "2025-06");
  assert_value ("kemarin", NULL);
}

static void
assert_dateline (const char *text, const char *place, const char *publisher, const char *published,
                 const char *agency)
{
  g_auto (RisalahDateline) dateline = { NULL };
  gboolean found = risalah_dateline_parse (&dateline, text, strlen (text), lexicon);

  g_test_message ("%s", text);
  g_assert_cmpint (found, ==, place != NULL || publisher != NULL || published != NULL || agency != NULL);
  g_assert_cmpstr (dateline.place, ==, place);
  g_assert_cmpstr (dateline.publisher, ==, publisher);
  g_assert_cmpstr (dateline.published, ==, published);
  g_assert_cmpstr (dateline.agency, ==, agency);
}

static void
test_datelines (void)
{
  assert_dateline ("JAKARTA – Menteri tiba.", "Jakarta", NULL, NULL, NULL);
  assert_dateline ("JAKARTA, WARTACONTOH.com - Menteri tiba.", "Jakarta", "WARTACONTOH.com", NULL, NULL);
  assert_dateline ("Jakarta, Warta Contoh -- Menteri tiba.", "Jakarta", "Warta Contoh", NULL, NULL);
  assert_dateline ("Jakarta (ANTARA) - Menteri tiba.", "Jakarta", NULL, NULL, "Antara");
  assert_dateline ("WARTA.CO.ID, Jakarta - Menteri tiba.", "Jakarta", "WARTA.CO.ID", NULL, NULL);
  assert_dateline ("KUALA LUMPUR: Menteri tiba.", "Kuala Lumpur", NULL, NULL, NULL);
  assert_dateline ("Bandung, 3 Maret 2025 – Menteri tiba.", "Bandung", NULL, "2025-03-03", NULL);
  assert_dateline ("Suara Contoh – Menteri tiba.", NULL, "Suara Contoh", NULL, NULL);
  assert_dateline ("The Sample Courier, 3 March 2025 – The minister came.", NULL, "The Sample Courier",
                   "2025-03-03", NULL);
  assert_dateline ("Abu Dhabi, 3 Maret 2025 – Menteri tiba.", "Abu Dhabi", NULL, "2025-03-03", NULL);
  assert_dateline ("Wartacontoh.co.id Menteri tiba.", NULL, "Wartacontoh.co.id", NULL, NULL);
  assert_dateline ("**JAKARTA, WARTACONTOH.com** -- Menteri tiba.", "Jakarta", "WARTACONTOH.com", NULL, NULL);
  assert_dateline ("Menteri Contoh – yang baru dilantik – tiba.", NULL, NULL, NULL, NULL);
  assert_dateline ("Kerja sama itu - kata dia - Baik.", NULL, NULL, NULL, NULL);
  assert_dateline ("Senin – Hari pertama.", NULL, NULL, NULL, NULL);
}

static void
assert_language (const char *text, const char *language)
{
  g_assert_cmpstr (risalah_identify_language (text, strlen (text), lexicon), ==, language);
}

static void
test_languages (void)
{
  assert_language (BODY " Dia mengatakan bahwa rapat akan diadakan Kamis setelah kunjungan itu.", "id");
  assert_language ("Menteri berkata, lawatan itu penting kerana kedua-dua negara mahu memperkukuh hubungan "
                   "antarabangsa selepas mesyuarat pada Khamis.",
                   "ms");
  assert_language ("The two ministers said that their navies would exercise together after the visit.", "en");
  assert_language ("Het ministerie heeft een verklaring over de oefening van de marine naar het parlement "
                   "gestuurd, maar wordt niet door iedereen begrepen.",
                   "nl");
  assert_language ("双方讨论了联合军事演习的计划。", "zh");
  assert_language ("Министр обсудил план совместных учений.", "ru");
  assert_language ("Buku baru itu dibaca.", NULL);
  assert_language ("Xyzzy plugh foo bar baz qux.", NULL);
}

/* Lines to drop and lines to keep, each between two full paragraphs. */
static gboolean
is_dropped (const char *line)
{
  g_autofree char *text = g_strconcat ("Latihan Bersama Dimulai\n", BODY, "\n", line, "\n", BODY, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (RisalahArticle) article = risalah_read_article (bytes, "contoh.txt", lexicon, NULL, NULL);
  guint n;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n);

  g_assert_cmpuint (n, >=, 4);
  g_assert_false (blocks[1].dropped);
  g_assert_false (blocks[n - 1].dropped);
  return blocks[2].dropped;
}

static void
test_boilerplate (void)
{
  static const char *const dropped[] = {
    "Baca juga: Menteri Contoh Tiba di Pelabuhan", "BACA JUGA  Kapal Contoh Berlayar Lagi",
    "Simak juga Video 'Kapal Contoh Berlayar':",   "SCROLL TO CONTINUE WITH CONTENT",
    "ADVERTISEMENT",                               "Bagikan ke WhatsApp",
    "Facebook Twitter WhatsApp",                   "Ikuti berita terbaru kami di Google News",
    "Halaman 1 2 3",                               "Page 2 of 4",
    "Editor: Sari Contoh",                         "© 2025 Warta Contoh",
    "Foto: Dok. Kementerian Contoh",               "[Gambas:Video 20detik]",
    "(sco/kjh)",                                   "#latihan #pelabuhan",
    "Situs ini menggunakan cookie untuk meningkatkan pengalaman Anda.",
    "This article was first published by Warta Contoh",
    "Read also: Ministers meet in Contoh",         "Related articles",
    "![Kapal di dermaga](https://warta.example/kapal.jpg)", "-----",
    "Simak berita selengkapnya di halaman selanjutnya.",
    "[Kapal Contoh Berlayar Lagi](https://warta.example/kapal)", "rs/hp (AP, Reuters)",
    "Ikuti kami di Instagram dan Telegram", "\\[video.1\\]",
    "Artikel ini telah tayang di Warta Contoh dengan judul Kapal Berlayar",
    "{{ $artikel->isi }}",                         "Tag: latihan, pelabuhan",
  };
  static const char *const kept[] = {
    "Baca buku itu pelan-pelan, kata guru kepada para prajurit muda.",
    "Simak pula pandangan sang menteri, yang sejak awal menolak rencana itu karena alasan biaya, sebab "
    "menurutnya kapal itu terlalu mahal, terlalu besar dan terlalu lambat untuk perairan kepulauan yang "
    "dangkal, dan lagi pula tidak ada pelabuhan yang mampu merawatnya.",
    "Agenda Berikutnya",
    "Ringkasan Akhir",
    "Ringkasan:",
    "Tonton bersama, belajar bersama: begitu semboyan sekolah itu.",
    "2. Latihan tembak di laut",
    "Ikuti aturan itu, pesan Menteri Contoh.",
    "“Share price naik,” katanya.",
    "Komentar menteri itu singkat.",
    "Sumber daya manusia",
    "TNI/Polri",
    "Lihat pula kasus pelabuhan itu pada tahun yang sama.",
    "Follow-up talks between the working groups will be held by e-mail.",
    "Masuk akal jika kami menolak, kata menteri itu.",
    "The report was published on Tuesday by the ministry.",
    "Laporan ini merupakan hasil penelitian tiga tahun.",
    "Tanggapan",
    "Semuanya bermula di sini.",
    "Join forces, said the admiral, and the sea becomes smaller.",
    "Get well soon, the minister wrote to his counterpart.",
    "Berita itu dibantah kementerian.",
    "Foto itu diambil sebelum badai, kata nakhoda.",
    "Source code of the system will be shared with partners.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    {
      g_test_message ("%s", dropped[i]);
      g_assert_true (is_dropped (dropped[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_test_message ("%s", kept[i]);
      g_assert_false (is_dropped (kept[i]));
    }
}

static void
assert_metadata (RisalahArticle *article, RisalahMetadata which, const char *value, RisalahOrigin origin)
{
  g_assert_cmpstr (risalah_article_get_metadata (article, which), ==, value);
  g_assert_cmpint (risalah_article_get_origin (article, which), ==, origin);
}

static void
test_head (void)
{
  const char *text = "SIARAN PERS\nMenteri Contoh Buka Latihan Bersama\nOleh: Sari Contoh\n"
                     "Senin, 3 Maret 2025\nBANDAR CONTOH (ANTARA) – " BODY "\nSumber: Antara\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (RisalahArticle) article = risalah_read_article (bytes, "contoh.txt", lexicon, NULL, NULL);

  assert_metadata (article, RISALAH_METADATA_TITLE, "Menteri Contoh Buka Latihan Bersama", RISALAH_ORIGIN_HEADLINE);
  assert_metadata (article, RISALAH_METADATA_BYLINE, "Sari Contoh", RISALAH_ORIGIN_TEXT);
  assert_metadata (article, RISALAH_METADATA_PUBLISHED, "2025-03-03", RISALAH_ORIGIN_TEXT);
  assert_metadata (article, RISALAH_METADATA_PLACE, "Bandar Contoh", RISALAH_ORIGIN_DATELINE);
  assert_metadata (article, RISALAH_METADATA_AGENCY, "Antara", RISALAH_ORIGIN_DATELINE);
  assert_metadata (article, RISALAH_METADATA_TYPE, "release", RISALAH_ORIGIN_TEXT);
  assert_metadata (article, RISALAH_METADATA_LANGUAGE, "id", RISALAH_ORIGIN_TEXT);
  assert_metadata (article, RISALAH_METADATA_URL, NULL, RISALAH_ORIGIN_UNKNOWN);
}

/* A text without a headline or a date has none. */
static void
test_unknown (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (BODY "\n" BODY, strlen (BODY "\n" BODY));
  g_autoptr (RisalahArticle) article = risalah_read_article (bytes, "contoh.txt", lexicon, NULL, NULL);

  for (int which = 0; which < RISALAH_METADATA_N; which++)
    if (which != RISALAH_METADATA_LANGUAGE)
      assert_metadata (article, which, NULL, RISALAH_ORIGIN_UNKNOWN);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  g_test_add_func ("/metadata/date-lines", test_date_lines);
  g_test_add_func ("/metadata/date-values", test_date_values);
  g_test_add_func ("/metadata/datelines", test_datelines);
  g_test_add_func ("/metadata/languages", test_languages);
  g_test_add_func ("/metadata/boilerplate", test_boilerplate);
  g_test_add_func ("/metadata/head", test_head);
  g_test_add_func ("/metadata/unknown", test_unknown);
  result = g_test_run ();
  risalah_lexicon_unref (lexicon);
  return result;
}
