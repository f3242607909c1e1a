/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs: what is certain is repaired, and nothing else changes. */

#include <glib.h>
#include <string.h>

#include "risalah-mojibake.h"

static void
assert_repaired (const char *text, const char *expected)
{
  gsize length = strlen (text);
  g_autofree char *repaired = risalah_repair_text (g_strdup (text), &length);

  g_assert_cmpstr (repaired, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_sequences (void)
{
  assert_repaired ("â€œKami siap,â€\xc2\x9d" " kata dia.", "“Kami siap,” kata dia.");
  assert_repaired ("â€œKami siap,â€ kata dia.", "“Kami siap,” kata dia.");
  assert_repaired ("TNIâ€™s", "TNI’s");
  assert_repaired ("2024â€“2025", "2024–2025");
  assert_repaired ("antaraâ\xc2\x80" "\xc2\x90" "negara", "antara‐negara");
  assert_repaired ("JosÃ© MÃ¼ller", "José Müller");
  assert_repaired ("ErdoÄŸan, BaÅŸbakan", "Erdoğan, Başbakan");
  assert_repaired ("â‚¬5 miliar", "€5 miliar");
  assert_repaired ("ðŸ\xc2\x98" "\xc2\x80" " senang", "😀 senang");
  assert_repaired ("Â©Â 2024", "© 2024");
  assert_repaired ("ÃƒÂ©", "é");
  assert_repaired ("Ð¼Ð¸Ð½Ð¸ÑÑ‚Ñ€", "миниÑтр"); /* one byte is gone for good */
  assert_repaired ("ä¸\u00adå›½", "中国");
}

static void
test_stray (void)
{
  assert_repaired ("menurut dia, Â hal itu", "menurut dia,  hal itu");
  assert_repaired ("suatu negara.Â\nPerlu", "suatu negara.\nPerlu");
  assert_repaired ("suatu negara.Â", "suatu negara.");
  assert_repaired ("TOURNÂ ", "TOURNÂ ");
}

static void
test_untouched (void)
{
  static const char *const texts[] = {
    "Türkiye, São Paulo, Côte d’Ivoire, Curaçao, Łódź, Đà Nẵng",
    "“É”, kata dia — “Ô”",
    "café” — dan “naïve”…",
    "不可或缺 (tidak tergantikan)",
    "Unsur‑Unsur",
    "5 °C, § 12, ± 3 µm",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_repaired (texts[i], texts[i]);
}

static void
test_invisible (void)
{
  assert_repaired ("per\u00adtahan\u200ban \ufeffbaru\u200d", "pertahanan baru");
  assert_repaired ("lima\u00a0ribu\u202frupiah", "lima ribu rupiah");
  assert_repaired ("satu\r\ndua\rtiga\u2028empat\ffive", "satu\ndua\ntiga\nempat\nfive");
  assert_repaired ("a\x01\x1b[1mb\x7f", "a[1mb");
  assert_repaired ("\xc2\x93" "kutip\xc2\x94" "", "“kutip”");
  assert_repaired ("abc\u202edef\u202c", "abcdef");
  assert_repaired ("cafe\u0301", "café");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mojibake/sequences", test_sequences);
  g_test_add_func ("/mojibake/stray", test_stray);
  g_test_add_func ("/mojibake/untouched", test_untouched);
  g_test_add_func ("/mojibake/invisible", test_invisible);
  return g_test_run ();
}
