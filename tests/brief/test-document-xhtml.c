/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as XHTML: the same bytes there and back, unknown things kept, broken ones refused. */

#include <string.h>

#include "risalah-brief-error.h"
#include "risalah-document-xhtml.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"                                  \
  "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\">\n<head>\n<title></title>\n"           \
  "<meta name=\"risalah.status\" content=\"draft\"/>\n</head>\n<body>\n"
#define TAIL "</body>\n</html>\n"
#define QUOTATION                                                                                  \
  " data-quotation=\"u1\" data-source=\"s1\" data-text=\"t1\" data-start=\"3\" data-end=\"30\""

static RisalahDocument *
read_body (const char *body)
{
  g_autofree char *xhtml = g_strconcat (HEAD, body, TAIL, NULL);
  g_autoptr (GError) error = NULL;
  RisalahDocument *document = risalah_document_from_xhtml (xhtml, -1, &error);

  g_assert_no_error (error);
  return document;
}

/* Asserts that @body is written as it was read. */
static void
assert_kept (const char *body)
{
  g_autoptr (RisalahDocument) document = read_body (body);
  g_autofree char *expected = g_strconcat (HEAD, body, TAIL, NULL);
  g_autofree char *written = risalah_document_to_xhtml (document);

  g_assert_cmpstr (written, ==, expected);
}

static const char *
get_text (RisalahDocument *document, guint block)
{
  return risalah_rich_text_get_text (
      risalah_brief_block_get_text (risalah_document_get_block (document, block)));
}

static void
test_blocks (void)
{
  assert_kept ("<p class=\"subtitle\">Nota &amp; &lt;dinas&gt;</p>\n"
               "<h2 id=\"h\" data-section=\"problem\">Masalah</h2>\n<h3>Dua</h3>\n<h4>Tiga</h4>\n"
               "<p>Satu<br/>dua  tiga</p>\n<blockquote><p>Kata orang</p></blockquote>\n"
               "<aside class=\"key-messages\">\n<p>Pesan</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n"
               "<hr class=\"page-break\"/>\n"
               "<section class=\"generated\" data-generated=\"references\"/>\n");
}

static void
test_title (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<h1>Judul <em>miring</em></h1>\n<p>x</p>\n");
  g_autofree char *xhtml = risalah_document_to_xhtml (document);

  g_assert_cmpstr (risalah_document_get_title (document), ==, "Judul miring");
  g_assert_nonnull (strstr (xhtml, "<title>Judul miring</title>"));
}

static void
test_lists (void)
{
  g_autoptr (RisalahDocument) document = NULL;
  const char *body =
      "<ul>\n<li>a<ul>\n<li>b</li>\n</ul></li>\n<li>c<ol>\n<li class=\"level\"><ol>\n"
      "<li>d</li>\n</ol></li>\n</ol></li>\n</ul>\n<ol>\n<li>e</li>\n</ol>\n";

  assert_kept (body);
  document = read_body (body);
  g_assert_cmpuint (risalah_document_get_n_blocks (document), ==, 5);
  g_assert_cmpuint (risalah_brief_block_get_level (risalah_document_get_block (document, 1)), ==,
                    2);
  g_assert_cmpuint (risalah_brief_block_get_level (risalah_document_get_block (document, 3)), ==,
                    3);
  g_assert_cmpint (risalah_brief_block_get_kind (risalah_document_get_block (document, 3)), ==,
                   RISALAH_BRIEF_BLOCK_NUMBERED);
  g_assert_cmpstr (get_text (document, 3), ==, "d");
}

static void
test_marks (void)
{
  g_autoptr (RisalahDocument) document = NULL;
  guint n_marks;

  assert_kept (
      "<p>a<strong>b<em>c</em></strong><em>d</em> "
      "<a href=\"https://x.id/?a=1&amp;b=2\">t<sup>2</sup></a>"
      "<span class=\"likelihood\" data-likelihood=\"very-likely\">besar</span>"
      "<cite id=\"c1\" data-source=\"s1\" data-text=\"t1\" data-start=\"0\" data-end=\"9\" "
      "data-locator=\"hlm. 4\"/><span class=\"note\" id=\"n1\">Lihat <em>juga</em>"
      "<cite id=\"c2\" data-source=\"s2\"/></span>.</p>\n");
  document = read_body ("<p>a<strong>b<em>c</em></strong><em>d</em></p>");
  g_assert_cmpstr (get_text (document, 0), ==, "abcd");
  risalah_rich_text_get_marks (risalah_brief_block_get_text (
                                   risalah_document_get_block (document, 0)),
                               &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
}

static void
test_quotations (void)
{
  g_autoptr (RisalahDocument) document = NULL;
  const char *body =
      "<p>Katanya <q" QUOTATION " data-speaker=\"A\" data-voice=\"direct\">kami akan <del>segera "
      "dan pasti</del> datang<ins class=\"sic\">sic</ins> <ins>ke Jakarta</ins></q>.</p>\n"
      "<blockquote><p><span class=\"quotation\"" QUOTATION " lang=\"id\" data-translation=\"come\" "
      "data-shown=\"translation\" data-look-again=\"true\">datang</span></p></blockquote>\n";

  assert_kept (body);
  document = read_body (body);
  g_assert_cmpstr (get_text (document, 0), ==,
                   "Katanya “kami akan […] datang [sic] [ke Jakarta]”.");
  g_assert_cmpstr (get_text (document, 1), ==, "come");
  g_assert_nonnull (
      risalah_brief_block_get_block_quotation (risalah_document_get_block (document, 1)));
}

static void
test_objects (void)
{
  assert_kept (
      "<table data-role=\"letter\">\n<caption>Tabel</caption>\n<thead>\n<tr><th>a</th>"
      "<th>b</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td><strong>2</strong></td></tr>\n"
      "</tbody>\n</table>\n<figure data-media=\"ab12\" data-width=\"50\" "
      "data-alternative=\"peta\"><figcaption>Peta</figcaption></figure>\n"
      "<figure class=\"timeline\" data-from=\"2024\" data-to=\"2025-03\" "
      "data-group=\"country\"><figcaption></figcaption></figure>\n");
}

/* What a later version may bring: elements, attributes, fields. */
static void
test_unknown (void)
{
  g_autoptr (RisalahDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  const char *xhtml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" data-version=\"9\">\n<head>\n"
      "<title></title>\n<meta name=\"risalah.unit\" content=\"Dit. A\"/>\n"
      "<meta name=\"risalah.status\" content=\"final\"/>\n"
      "<meta name=\"risalah.rule-off\" data-rule=\"old-source\" content=\"history\"/>\n"
      "<meta name=\"risalah.mood\" content=\"calm\"/>\n</head>\n<body>\n"
      "<p data-new=\"&quot;1&quot;\" class=\"odd\">a<mark data-colour=\"red\">b<strong>c</strong>"
      "</mark><kbd/><strong data-x=\"y\">d</strong></p>\n"
      "<details open=\"open\"><summary>s</summary><p>in &amp; out</p></details>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"><path d=\"M0\"/></svg>\n"
      "<table>\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table>\n"
      "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>\n" TAIL;

  document = risalah_document_from_xhtml (xhtml, -1, &error);
  g_assert_no_error (error);
  g_assert_true (risalah_document_is_final (document));
  written = risalah_document_to_xhtml (document);
  g_assert_cmpstr (written, ==, xhtml);
}

static void
test_malformed (void)
{
  const char *const broken[] = { "",
                                 "no xml",
                                 "<html><body><p>a</body></html>",
                                 "<html><body><p>&nbsp;</p></body></html>",
                                 "<div/>",
                                 "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head/></html>" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (risalah_document_from_xhtml (broken[i], -1, &error));
      g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_MALFORMED);
    }
}

/* An external entity and a billion laughs are neither loaded nor expanded. */
static void
test_entities (void)
{
  g_autoptr (RisalahDocument) document = NULL;
  g_autofree char *xhtml = NULL;

  document = risalah_document_from_xhtml (
      "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"ha\">"
      "<!ENTITY c \"&b;&b;&b;&b;\">]><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
      "<p>x&a;y&c;</p></body></html>",
      -1, NULL);
  g_assert_nonnull (document);
  xhtml = risalah_document_to_xhtml (document);
  g_assert_null (strstr (xhtml, "root:"));
  g_assert_cmpstr (get_text (document, 0), ==, "xy");
}

/* Characters that neither XML nor a text buffer keeps. */
static void
test_characters (void)
{
  g_autoptr (RisalahBriefBlock) block =
      risalah_brief_block_new_plain (RISALAH_BRIEF_BLOCK_PARAGRAPH, 0,
                                     "a\x01"
                                     "b\nc\r\xEF\xBF\xBC\xEF\xBF\xBE\xE2\x80\xA9z😀");
  g_autoptr (RisalahDocument) document = risalah_document_new ("id", &block, 1);
  g_autofree char *xhtml = risalah_document_to_xhtml (document);
  g_autoptr (RisalahDocument) back = risalah_document_from_xhtml (xhtml, -1, NULL);

  g_assert_nonnull (back);
  g_assert_true (risalah_document_equal (document, back));
  g_assert_cmpstr (get_text (back, 0), ==, "a b\u2028c \uFFFD\uFFFD\u2028z😀");
}

/* A document of ours with bytes and elements taken out, doubled and moved: it is refused, or read
 * into one that is written and read alike ever after. */
static void
test_damaged (void)
{
  static const char *const pieces[] = { "<p>",
                                        "</p>",
                                        "<ul><li>",
                                        "</li></ul>",
                                        "<del>",
                                        "</del>",
                                        "<q data-quotation=\"u\" "
                                        "data-source=\"s\">",
                                        "</q>",
                                        "<x:y/>",
                                        "<svg xmlns=\"urn:s\">",
                                        "</svg>",
                                        "<aside "
                                        "class=\"key-messages\">",
                                        "</aside>",
                                        " class=\"subtitle\"",
                                        "<table>",
                                        "&amp;",
                                        "<br/>",
                                        "<span class=\"note\">",
                                        "</span>",
                                        "<h1>",
                                        "</h1>",
                                        "<figure data-media=\"a\"/>",
                                        "日" };
  const char *whole =
      HEAD "<h1>Judul</h1>\n<p class=\"x\">a<strong>b<em>c</em></strong> <q" QUOTATION
           ">kami <del>akan</del> datang <ins>ke</ins></q><cite id=\"c\" data-source=\"s\"/></p>\n"
           "<ul>\n<li>a<ol>\n<li>b</li>\n</ol></li>\n</ul>\n<blockquote><p>k</p></blockquote>\n"
           "<aside class=\"key-messages\">\n<p>k</p>\n</aside>\n<table>\n<tbody>\n<tr><td>1</td>"
           "<td><span class=\"note\" id=\"n\">x</span></td></tr>\n</tbody>\n</table>\n" TAIL;
  GRand *random = g_rand_new_with_seed (11);
  guint n_read = 0;

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) xhtml = g_string_new (whole);
      g_autoptr (RisalahDocument) document = NULL;
      g_autoptr (RisalahDocument) back = NULL;
      g_autofree char *first = NULL, *second = NULL;

      for (guint i = 0; i < 1 + round % 3; i++)
        {
          const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
          gssize at = g_rand_int_range (random, 0, (gint32)xhtml->len);
          gssize n_erased = g_rand_int_range (random, 1, 4);
          const char *tag = strpbrk (xhtml->str + at, "<>");

          if (tag == NULL)
            continue;
          if (g_rand_boolean (random))
            g_string_insert (xhtml, tag - xhtml->str + (*tag == '>'), piece);
          else
            g_string_erase (xhtml, at, MIN (n_erased, (gssize)xhtml->len - at));
        }
      document = risalah_document_from_xhtml (xhtml->str, -1, NULL);
      if (document == NULL)
        continue;
      n_read++;
      first = risalah_document_to_xhtml (document);
      back = risalah_document_from_xhtml (first, -1, NULL);
      if (back == NULL)
        g_error ("not read again: %s", first);
      second = risalah_document_to_xhtml (back);
      g_assert_cmpstr (second, ==, first);
    }
  g_rand_free (random);
  g_assert_cmpuint (n_read, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-xhtml/blocks", test_blocks);
  g_test_add_func ("/document-xhtml/title", test_title);
  g_test_add_func ("/document-xhtml/lists", test_lists);
  g_test_add_func ("/document-xhtml/marks", test_marks);
  g_test_add_func ("/document-xhtml/quotations", test_quotations);
  g_test_add_func ("/document-xhtml/objects", test_objects);
  g_test_add_func ("/document-xhtml/unknown", test_unknown);
  g_test_add_func ("/document-xhtml/malformed", test_malformed);
  g_test_add_func ("/document-xhtml/entities", test_entities);
  g_test_add_func ("/document-xhtml/characters", test_characters);
  g_test_add_func ("/document-xhtml/damaged", test_damaged);
  return g_test_run ();
}
