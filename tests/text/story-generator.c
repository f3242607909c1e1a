/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes invented articles out of invented words. */

#include "story-generator.h"

static const char *const subjects[] = { "pemerintah", "delegasi", "panglima", "juru bicara", "komite bersama", "para perwira",
                                        "kementerian", "armada", "tuan rumah", "pengamat", "galangan", "akademi" };
static const char *const verbs[] = { "membahas",   "menyepakati", "menunda",     "menegaskan", "mengusulkan", "meninjau",
                                     "memperluas", "menghentikan", "menjadwalkan", "menolak",   "menyiapkan",  "mengumumkan" };
static const char *const objects[] = { "latihan bersama di laut", "pertukaran perwira pengajar", "pembangunan kapal patroli",
                                       "alih teknologi radar", "patroli terkoordinasi", "bantuan peralatan medis",
                                       "pelatihan juru las", "pertukaran data cuaca", "perawatan helikopter",
                                       "beasiswa bagi taruna", "pembersihan ranjau tua", "survei dasar laut" };
static const char *const endings[] = { "meskipun biayanya belum jelas", "karena musim badai sudah dekat",
                                       "setelah perundingan yang panjang", "sebelum akhir tahun anggaran",
                                       "tanpa menyebut rinciannya", "dengan pengawasan parlemen",
                                       "demi keselamatan pelayaran", "atas permintaan negara tetangga",
                                       "sejalan dengan rencana lima tahun", "di tengah kritik dari dalam negeri",
                                       "seperti tahun sebelumnya", "untuk pertama kalinya" };
static const char *const syllables[] = { "sa", "ma", "ran", "ti", "bo", "re", "ka", "lu", "wi", "nor", "da", "gu", "pe", "las", "mi", "ton" };

#define PICK(random, list) (list)[g_rand_int_range ((random), 0, G_N_ELEMENTS (list))]

/* A name that no other article has, or nearly. */
static char *
make_name (GRand *random)
{
  GString *name = g_string_new (NULL);

  for (int i = g_rand_int_range (random, 2, 4); i >= 0; i--)
    g_string_append (name, PICK (random, syllables));
  name->str[0] = g_ascii_toupper (name->str[0]);
  return g_string_free (name, FALSE);
}

static char *
make_sentence (GRand *random)
{
  g_autofree char *name = make_name (random);
  g_autofree char *place = make_name (random);
  const char *subject = PICK (random, subjects);
  const char *verb = PICK (random, verbs);
  const char *object = PICK (random, objects);
  const char *ending = PICK (random, endings);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_strdup_printf ("Menurut %s, %s %s %s %s.", name, subject, verb, object, ending);
    case 1:
      return g_strdup_printf ("Di %s, %s akan %s %s pada %d Maret %s.", place, subject, verb, object,
                              g_rand_int_range (random, 1, 29), ending);
    case 2:
      return g_strdup_printf ("“Kami %s %s dengan %d orang %s,” kata %s.", verb, object,
                              g_rand_int_range (random, 20, 900), ending, name);
    default:
      return g_strdup_printf ("Sementara itu %s dari %s %s %s bersama %s %s.", subject, place, verb, object, name, ending);
    }
}

static void
add_ordinary (GPtrArray *out, GRand *random, int n)
{
  while (n-- > 0)
    g_ptr_array_add (out, make_sentence (random));
}

/* What a series says every time, @n sentences of it, from the number of the series alone. */
static void
add_frame (GPtrArray *out, guint series, int n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7000 + series);

  add_ordinary (out, random, n);
}

static void
add_weekly (GPtrArray *out, GRand *random, guint series)
{
  g_autofree char *place = make_name (random);

  g_ptr_array_add (out, g_strdup_printf ("Kementerian menyampaikan taklimat mingguan ke-%d pada %d %s di ruang rapat utama.",
                                         g_rand_int_range (random, 1, 53), g_rand_int_range (random, 1, 29), "Mei"));
  g_ptr_array_add (out, g_strdup_printf ("Selama sepekan, patroli laut memeriksa %d kapal, memberi bantuan kepada %d nelayan, "
                                         "dan menutup %d laporan dari masyarakat pesisir.",
                                         g_rand_int_range (random, 20, 300), g_rand_int_range (random, 1, 90),
                                         g_rand_int_range (random, 5, 400)));
  g_ptr_array_add (out, g_strdup_printf ("Di wilayah timur tercatat %d hari hujan dengan gelombang setinggi %d meter.",
                                         g_rand_int_range (random, 1, 7), g_rand_int_range (random, 1, 6)));
  g_ptr_array_add (out, g_strdup_printf ("Juru bicara menambahkan bahwa latihan pekan depan digelar di %s dan diikuti %d prajurit.",
                                         place, g_rand_int_range (random, 100, 2000)));
  add_frame (out, series, 12);
}

static void
add_same_agenda (GPtrArray *out, GRand *random)
{
  g_autofree char *country = make_name (random);
  g_autofree char *guest = make_name (random);
  g_autofree char *city = make_name (random);
  int day = g_rand_int_range (random, 1, 29);

  g_ptr_array_add (out, g_strdup_printf ("Menteri Pertahanan menerima kunjungan kehormatan Menteri Pertahanan %s, %s, pada %d Juni di kantor kementerian.", country, guest, day));
  g_ptr_array_add (out, g_strdup ("Upacara penyambutan diawali dengan pemeriksaan pasukan kehormatan dan dilanjutkan dengan foto bersama."));
  g_ptr_array_add (out, g_strdup_printf ("Dalam pertemuan itu kedua menteri membahas peningkatan kerja sama pertahanan yang telah terjalin baik antara kedua negara, dan %s menyampaikan terima kasih atas sambutan yang hangat.", guest));
  g_ptr_array_add (out, g_strdup ("Kedua pihak sepakat memperkuat pendidikan dan pelatihan, latihan bersama, serta industri pertahanan."));
  g_ptr_array_add (out, g_strdup_printf ("Menteri Pertahanan menegaskan bahwa %s adalah mitra penting di kawasan dan bahwa hubungan kedua negara dilandasi rasa saling percaya.", country));
  g_ptr_array_add (out, g_strdup_printf ("Sebelum bertolak ke %s, delegasi dijadwalkan meninjau galangan kapal dan sekolah staf.", city));
  g_ptr_array_add (out, g_strdup ("Pertemuan diakhiri dengan tukar-menukar cendera mata dan jamuan makan siang."));
  g_ptr_array_add (out, g_strdup_printf ("Turut hadir Duta Besar %s, Sekretaris Jenderal, serta para pejabat tinggi kedua kementerian.", country));
}

/**
 * story_generator_article:
 * @number: which article
 * @kind: what it is like
 * @series: whose frame it has, where its kind has one
 *
 * Returns: (transfer full) (element-type utf8): its headline and its sentences
 */
GPtrArray *
story_generator_article (guint number, StoryKind kind, guint series)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  g_autofree char *name = make_name (random);
  GPtrArray *out = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (out, g_strdup_printf ("%s dan Menteri Bahas %s", name, PICK (random, objects)));
  switch (kind)
    {
    case STORY_WEEKLY_BRIEFING:
      add_weekly (out, random, series);
      break;
    case STORY_SAME_AGENDA:
      add_same_agenda (out, random);
      break;
    case STORY_FIXED_PARTS:
      add_ordinary (out, random, 4);
      add_frame (out, series, 9);
      break;
    case STORY_ORDINARY:
    default:
      add_ordinary (out, random, g_rand_int_range (random, 10, 26));
      break;
    }
  return out;
}

/**
 * story_generator_join:
 * @sentences: (element-type utf8): of story_generator_article()
 * @random: what chooses
 * @leave_out: the share of sentences that are left out, the headline aside
 *
 * Returns: (transfer full): a text, two sentences a paragraph
 */
char *
story_generator_join (GPtrArray *sentences, GRand *random, double leave_out)
{
  GString *text = g_string_new (g_ptr_array_index (sentences, 0));
  guint n = 0;

  for (guint i = 1; i < sentences->len; i++)
    if (g_rand_double (random) >= leave_out)
      g_string_append_printf (text, "%s%s", n++ % 2 == 0 ? "\n" : " ", (char *)g_ptr_array_index (sentences, i));
  return g_string_free (text, FALSE);
}
