/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences end, and where they do not. */

#include <glib.h>

#include "lexicon-fixture.h"
#include "risalah-sentences.h"

/* The text with "|" between its sentences. */
static char *
cut (const RisalahLexicon *lexicon, const char *text)
{
  GString *out = g_string_new (NULL);
  RisalahSentences sentences;
  gsize start;
  gsize end;

  risalah_sentences_init (&sentences, text, -1, lexicon);
  while (risalah_sentences_next (&sentences, &start, &end))
    {
      g_assert_cmpuint (start, <, end);
      if (out->len > 0)
        g_string_append_c (out, '|');
      g_string_append_len (out, text + start, end - start);
    }
  return g_string_free (out, FALSE);
}

static void
test_cut (void)
{
  const struct
  {
    const char *text;
    const char *sentences;
  } cases[] = {
    { "", "" },
    { "   \n ", "" },
    { "Satu. Dua.", "Satu.|Dua." },
    { "PT. Lima Laut membangun kapal. Kapal itu besar.",
      "PT. Lima Laut membangun kapal.|Kapal itu besar." },
    { "Menurut Dr. Sari, biayanya Rp 2.024 miliar. Ia optimistis.",
      "Menurut Dr. Sari, biayanya Rp 2.024 miliar.|Ia optimistis." },
    { "H.E. Mr. Tan met M. Yusuf S. Hadi. They talked.",
      "H.E. Mr. Tan met M. Yusuf S. Hadi.|They talked." },
    { "The U.S. Navy came. It left the U.S. The ship is old.",
      "The U.S. Navy came.|It left the U.S.|The ship is old." },
    { "“Kami siap.” Menteri itu pergi.", "“Kami siap.”|Menteri itu pergi." },
    { "“Kapan?” tanya dia. “Besok!” jawabnya.", "“Kapan?” tanya dia.|“Besok!” jawabnya." },
    { "Kapal, tank, dll. tiba. Rapat selesai.", "Kapal, tank, dll. tiba.|Rapat selesai." },
    { "Ada kapal, tank, dll. Rapat selesai.", "Ada kapal, tank, dll.|Rapat selesai." },
    { "1. Pertama datang. 2. Kedua pergi.", "1. Pertama datang.|2. Kedua pergi." },
    { "Pukul 13.20 WIB. Lalu pulang", "Pukul 13.20 WIB.|Lalu pulang" },
    { "Lama… Sekali. Benar?! Ya.", "Lama…|Sekali.|Benar?!|Ya." },
    { "Baris satu\nmasih satu.\n\nBaris dua", "Baris satu\nmasih satu.|Baris dua" },
    { "Isinya:\n- satu\n- dua", "Isinya:|- satu|- dua" },
    { "Alamat risalah.org. Selesai", "Alamat risalah.org.|Selesai" },
    { "Ia tiba (Senin.) Lalu pergi.", "Ia tiba (Senin.)|Lalu pergi." },
    { "putus\xff. Lanjut.", "putus\xff.|Lanjut." },
  };
  g_autoptr (RisalahLexicon) lexicon = open_test_lexicon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentences = cut (lexicon, cases[i].text);

      g_assert_cmpstr (sentences, ==, cases[i].sentences);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/cut", test_cut);
  return g_test_run ();
}
