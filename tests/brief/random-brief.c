/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document with everything in it, and random places, words and things for it. */

#include "random-brief.h"

#include "risalah-document-xhtml.h"

const char random_brief_source[] =
    "Kementerian Pertahanan menyatakan bahwa kedua negara \"sepakat memperkuat kerja sama\" di "
    "bidang industri, pelatihan, dan pertukaran perwira; naïveté 😀 bukan pilihan.\nPertemuan "
    "berikutnya direncanakan pada triwulan kedua di Jakarta, dengan agenda yang masih dibahas oleh "
    "kelompok kerja teknis kedua belah pihak, termasuk pembiayaan, alih teknologi, dan jadwal "
    "pengiriman yang selama ini menjadi perdebatan antara para pejabat.";

static const char *const words[] = {
  "a",       " ",  "kata",       "Ünï ", "日本",       "😀",     "👩‍👩‍👧",
  "e\u0301", "\t", "dua\nbaris", "# ",   "- ",         "&<>\"", "“q”",
  "\r\n",    ".",  "1. ",        "> ",   "3,5 persen", ""
};

static const char first_document[]
    = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\" data-version=\"9\"><head>"
      "<meta name=\"risalah.status\" content=\"draft\"/>"
      "<meta name=\"risalah.rule-off\" data-rule=\"old-source\" content=\"sejarah\"/>"
      "<meta name=\"risalah.mood\" content=\"calm\"/></head><body>"
      "<p class=\"subtitle\">NOTA DINAS</p><h1>Judul</h1>"
      "<aside class=\"key-messages\"><p>Pesan</p><ul><li>kunci</li></ul></aside>"
      "<h2 id=\"satu\" data-section=\"problem\">Satu</h2>"
      "<p>Kata demi kata 日本 😀, <strong>tebal</strong> <em>miring</em> x<sup>2</sup> "
      "<a href=\"#dua\">rujukan</a> <span class=\"likelihood\" data-likelihood=\"likely\">mungkin"
      "</span><cite id=\"c1\" data-source=\"s1\" data-text=\"t1\" data-start=\"0\" data-end=\"9\" "
      "data-locator=\"hlm. 4\" data-prefix=\"lihat\"/>.<span class=\"note\" id=\"n1\">Catatan "
      "<cite id=\"c2\" data-source=\"s2\"/></span></p>"
      "<p data-new=\"1\">Dari versi baru: <mark data-colour=\"red\">tanda <em>dua</em></mark> dan "
      "<kbd/> itu.</p>"
      "<ul><li>butir<ul><li>anak</li></ul></li></ul><ol><li>satu<ol><li>dua</li></ol></li></ol>"
      "<blockquote><p>Kata orang</p></blockquote>"
      "<table><caption>Tabel</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1"
      "</td><td><strong>2</strong></td></tr></tbody></table>"
      "<figure data-media=\"ab12\" data-alternative=\"peta\"><figcaption>Peta</figcaption></figure>"
      "<figure class=\"timeline\" data-from=\"2024\" data-to=\"2025-03\"><figcaption>Lini masa"
      "</figcaption></figure><hr class=\"page-break\"/>"
      "<details open=\"open\"><summary>s</summary><p>dalam</p></details>"
      "<h3>Anak judul</h3><p>Isi.</p><h4>Cucu judul</h4><h2 id=\"dua\">Dua</h2><p>Akhir.</p>"
      "<section class=\"generated\" data-generated=\"event-table\"/>"
      "<section class=\"generated\" data-generated=\"source-annex\"/>"
      "<section class=\"generated\" data-generated=\"references\"/></body></html>";

/*
 * random_below:
 *
 * Returns: a number from 0 to @n - 1; 0 where @n is 0
 */
guint
random_below (GRand *random, guint n)
{
  return n > 0 ? (guint)g_rand_int_range (random, 0, (gint32)n) : 0;
}

const char *
random_words (GRand *random)
{
  return words[random_below (random, G_N_ELEMENTS (words))];
}

static guint
random_block (GRand *random, RisalahDocument *document)
{
  return random_below (random, risalah_document_get_n_blocks (document));
}

RisalahPosition
random_place (GRand *random, RisalahDocument *document)
{
  RisalahPosition at = { random_block (random, document), 0, 0 };
  RisalahBriefBlock *block = risalah_document_get_block (document, at.block);

  at.part = random_below (random, risalah_brief_block_get_n_parts (block));
  at.offset = random_below (
      random, risalah_rich_text_get_length (risalah_brief_block_get_part (block, at.part)) + 1);
  return at;
}

RisalahPosition
random_behind (const RisalahPosition *at, guint n_characters)
{
  return (RisalahPosition){ at->block, at->part, at->offset + n_characters };
}

/* Mostly the end of a few characters in the same text, sometimes anywhere. */
RisalahPosition
random_end (GRand *random, RisalahDocument *document, const RisalahPosition *start)
{
  if (random_below (random, 3) == 0)
    return random_place (random, document);
  return random_behind (start, random_below (random, 12));
}

/* A place on a mark of @kind, where there is one; in a quotation anywhere, its end included. */
RisalahPosition
random_mark (GRand *random, RisalahDocument *document, RisalahMarkKind kind)
{
  for (guint attempt = 0; attempt < 40; attempt++)
    {
      RisalahPosition at = random_place (random, document);
      guint n_marks;
      const RisalahMark *marks
          = risalah_rich_text_get_marks (risalah_document_get_part (document, &at), &n_marks);

      for (guint i = 0; i < n_marks; i++)
        if (marks[i].kind == kind)
          {
            at.offset = marks[i].start;
            if (kind == RISALAH_MARK_QUOTATION)
              at.offset += random_below (random, marks[i].end - marks[i].start + 1);
            return at;
          }
    }
  return random_place (random, document);
}

/* A block of @kind, where there is one. */
guint
random_block_of (GRand *random, RisalahDocument *document, RisalahBriefBlockKind kind)
{
  for (guint attempt = 0; attempt < 40; attempt++)
    {
      guint block = random_block (random, document);

      if (risalah_brief_block_get_kind (risalah_document_get_block (document, block)) == kind)
        return block;
    }
  return random_block (random, document);
}

guint
random_table (GRand *random, RisalahDocument *document)
{
  return random_block_of (random, document, RISALAH_BRIEF_BLOCK_TABLE);
}

RisalahQuotation *
random_quotation (GRand *random)
{
  gint64 length = g_utf8_strlen (random_brief_source, -1);
  gint64 start = random_below (random, (guint)length - 1);
  gint64 end = start + 1 + random_below (random, (guint)(length - start - 1));
  RisalahQuotation *quotation
      = risalah_quotation_new ("source-1", "text-1", random_brief_source, start, end);

  quotation->voice = (RisalahVoice)random_below (random, 6);
  quotation->speaker = random_below (random, 2) ? g_strdup ("Brigjen \"Contoh\" & Co") : NULL;
  return quotation;
}

RisalahCitationAtom *
random_citation (GRand *random)
{
  g_autoptr (RisalahCitationAtom) plain
      = risalah_citation_atom_new (NULL, "source-2", "text-2", 3, 9, NULL);

  return random_below (random, 2)
             ? risalah_citation_atom_with_details (plain, "hlm. <4>", "lihat", "dan \"lain\"")
             : risalah_citation_atom_ref (plain);
}

RisalahBriefBlock *
random_object (GRand *random)
{
  RisalahFigure picture = { .media = (char *)"ab12", .alternative = (char *)"peta", .width = 50 };
  RisalahFigure timeline = { .from = (char *)"2024", .group = (char *)"country" };

  switch (random_below (random, 4))
    {
    case 0:
      return risalah_brief_block_new_figure (&picture, NULL);
    case 1:
      return risalah_brief_block_new_figure (&timeline, NULL);
    case 2:
      return risalah_brief_block_new_unknown ("<details><p>baru</p></details>");
    default:
      return risalah_brief_block_new_generated (
          (RisalahGenerated)random_below (random, RISALAH_GENERATED_EVENT_TABLE + 1));
    }
}

/*
 * random_brief_new:
 *
 * Returns: (transfer full): a document with every kind of block and mark
 */
RisalahDocument *
random_brief_new (void)
{
  g_autoptr (GError) error = NULL;
  RisalahDocument *document = risalah_document_from_xhtml (first_document, -1, &error);

  g_assert_no_error (error);
  return document;
}
