/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from the web, from word processors and from Markdown: structure stays, styling goes.
 */

#include <string.h>

#include "risalah-document-xhtml.h"

/* The body of the XHTML that @document is written as. */
static char *
dup_body (RisalahDocument *document)
{
  g_autofree char *xhtml = risalah_document_to_xhtml (document);
  const char *start = strstr (xhtml, "<body>\n") + strlen ("<body>\n");

  return g_strndup (start, strstr (start, "</body>") - start);
}

static void
assert_html (const char *html, const char *expected)
{
  g_autoptr (RisalahDocument) document = risalah_document_from_html (html, -1, "id");
  g_autofree char *body = dup_body (document);

  g_assert_cmpstr (body, ==, expected);
}

static void
test_web (void)
{
  assert_html (
      "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>"
      "<nav></nav><h1>Judul</h1><div>Satu   dua\n tiga<br><br>empat <b>tebal</b></div>"
      "<p style='color:red' onclick='x()'>lima <a href='https://x.id/?a&amp;b'>taut</a> "
      "<a href='javascript:alert(1)'>jahat</a><img src='http://x/y.png'></p>"
      "<ul><li>a<ol><li><p>b</p></li></ol></li></ul><script>alert(1)</script>"
      "<blockquote>kata</blockquote><p>&nbsp;</p></body></html>",
      "<h2>Judul</h2>\n<p>Satu dua tiga</p>\n<p>empat <strong>tebal</strong></p>\n"
      "<p>lima <a href=\"https://x.id/?a&amp;b\">taut</a> jahat</p>\n"
      "<ul>\n<li>a<ol>\n<li>b</li>\n</ol></li>\n</ul>\n<blockquote><p>kata</p></blockquote>\n");
}

static void
test_word (void)
{
  assert_html (
      "<html xmlns:o='urn:x'><body><!--StartFragment-->"
      "<p class=MsoTitle>Judul</p><h2><b>Bagian</b></h2>"
      "<p class=MsoNormal><span style='font-weight:bold;color:red'>tebal</span> dan "
      "<i>miring</i><o:p>&nbsp;</o:p></p>"
      "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'>"
      "<![if !supportLists]><span><span style='mso-list:Ignore'>\xC2\xB7<span>&nbsp; </span>"
      "</span></span><![endif]>butir</p>"
      "<p class=MsoListParagraphCxSpLast style='mso-list:l1 level2 lfo2'>"
      "<span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>angka</p>"
      "<!--EndFragment--></body></html>",
      "<h1>Judul</h1>\n<h3>Bagian</h3>\n<p><strong>tebal</strong> dan <em>miring</em></p>\n"
      "<ul>\n<li>butir<ol>\n<li>angka</li>\n</ol></li>\n</ul>\n");
}

/* Google Docs wraps everything into a b that is not bold; LibreOffice puts p into li and td. */
static void
test_other_programs (void)
{
  assert_html ("<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal\">"
               "<p><span style=\"font-weight:700\">tebal</span><span style=\"font-style:italic\"> "
               "miring</span></p></b>",
               "<p><strong>tebal</strong><em> miring</em></p>\n");
  assert_html (
      "<ul><li><p style='x'>satu</p></li></ul><table><thead><tr><th><p>A</p></th><th>B</th>"
      "</tr></thead><tr><td colspan=2>1</td></tr><tr><td><p>2</p><p>3</p></td></tr></table>",
      "<ul>\n<li>satu</li>\n</ul>\n<table>\n<thead>\n<tr><th>A</th><th>B</th></tr>\n</thead>\n"
      "<tbody>\n<tr><td>1</td><td></td></tr>\n<tr><td>2<br/>3</td><td></td></tr>\n</tbody>\n"
      "</table>\n");
  assert_html (
      "Dia bilang <q>siap</q><table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>"
      "</td></tr></table>",
      "<p>Dia bilang “siap”</p>\n<p>a</p>\n<table>\n<tbody>\n<tr><td>b</td><td>c</td></tr>\n"
      "</tbody>\n</table>\n");
}

static void
test_nothing (void)
{
  assert_html ("", "<p></p>\n");
  assert_html ("<p> <img src=x></p>", "<p></p>\n");
  assert_html ("tanpa tanda", "<p>tanpa tanda</p>\n");
  assert_html ("a\xff<p>b", "<p>a\xEF\xBF\xBD</p>\n<p>b</p>\n");
}

/* Nesting far beyond the parser's usual limit, 256, and within the most it can do, 2048 from libxml2 2.14
 * on, loses no text. */
static void
test_deep (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (RisalahDocument) document = NULL;
  g_autofree char *body = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append (html, "<div><span>");
  g_string_append (html, "dalam");
  document = risalah_document_from_html (html->str, -1, "id");
  body = dup_body (document);
  g_assert_cmpstr (body, ==, "<p>dalam</p>\n");
}

static void
test_markdown (void)
{
  g_autoptr (RisalahDocument) document = risalah_document_from_markdown (
      "# Judul\n\n## Bagian *satu*\n\nKata **tebal** dan [taut](https://x.id).\nBaris dua.\n\n"
      "- a\n  - b\n\n1. c\n\n> kutip\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n<script>x</script>\n",
      -1, "id");
  g_autofree char *body = dup_body (document);

  g_assert_cmpstr (
      body, ==,
      "<h1>Judul</h1>\n<h2>Bagian <em>satu</em></h2>\n<p>Kata <strong>tebal</strong> dan "
      "<a href=\"https://x.id\">taut</a>. Baris dua.</p>\n"
      "<ul>\n<li>a<ul>\n<li>b</li>\n</ul></li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n"
      "<blockquote><p>kutip</p></blockquote>\n<table>\n<thead>\n<tr><th>A</th><th>B</th>"
      "</tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n");
}

static void
test_plain (void)
{
  g_autoptr (RisalahDocument) document =
      risalah_document_from_plain_text ("satu\r\n\r\n  dua  \ntiga", -1, "en");
  g_autofree char *body = dup_body (document);

  g_assert_cmpstr (body, ==, "<p>satu</p>\n<p>dua</p>\n<p>tiga</p>\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/web", test_web);
  g_test_add_func ("/paste/word", test_word);
  g_test_add_func ("/paste/other-programs", test_other_programs);
  g_test_add_func ("/paste/nothing", test_nothing);
  g_test_add_func ("/paste/deep", test_deep);
  g_test_add_func ("/paste/markdown", test_markdown);
  g_test_add_func ("/paste/plain", test_plain);
  return g_test_run ();
}
