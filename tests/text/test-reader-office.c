/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents and OpenDocument files as articles: which words are in them, as which blocks, and
 * what their properties say. */

#include "lexicon-fixture.h"
#include "office-fixture.h"
#include "risalah-reading.h"
#include "risalah-text-error.h"

#define W(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define P(text) "<w:p>" W (text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" W (text) "</w:p>"
#define LISTED(depth, text)                                                                        \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" depth "'/><w:numId w:val='4'/></w:numPr></w:pPr>" W (text) \
  "</w:p>"
#define CELL(text) "<w:tc><w:tcPr/>" P (text) "</w:tc>"
#define STYLES(styles)                                                                             \
  "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" styles       \
  "</w:styles>"
#define ODT_CELL(text) "<table:table-cell><text:p>" text "</text:p></table:table-cell>"

static RisalahLexicon *lexicon;

static RisalahArticle *
read_bytes (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  RisalahArticle *article = risalah_read_article (bytes, name, lexicon, NULL, &error);

  g_assert_no_error (error);
  return article;
}

/* The blocks, one a line or more: type, level, what was dropped in brackets, text; (transfer full). */
static char *
tell_blocks (RisalahArticle *article)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *text = risalah_article_get_text (article, NULL);
  guint n;
  const RisalahBlock *blocks = risalah_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s %u%s: %.*s\n", risalah_block_type_to_string (blocks[i].type),
                            blocks[i].level, blocks[i].dropped ? " (dropped)" : "",
                            (int)(blocks[i].end - blocks[i].start), text + blocks[i].start);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_blocks (GBytes *given, const char *name, const char *expected)
{
  g_autoptr (GBytes) bytes = given;
  g_autoptr (RisalahArticle) article = read_bytes (bytes, name);
  g_autofree char *told = tell_blocks (article);

  g_assert_cmpstr (told, ==, expected);
}

static void
assert_docx (const char *body, const char *styles, const char *notes, const char *expected)
{
  assert_blocks (office_docx (body, styles, notes, NULL), "berkas.docx", expected);
}

static void
assert_odt (const char *text, const char *styles, const char *expected)
{
  assert_blocks (office_odt (text, styles, NULL), "berkas.odt", expected);
}

static void
test_docx_styles (void)
{
  assert_docx (STYLED ("Judul1", "Pendahuluan") STYLED ("Bab", "Bab Dua") STYLED ("Garis", "Garis Luar")
               STYLED ("Biasa", "Bukan judul lagi.") STYLED ("Kutipan", "Kami senang.")
               STYLED ("Keterangan", "Gambar 1") STYLED ("DaftarIsi", "Pendahuluan 3")
               "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr>" W ("Langsung") "</w:p>" P ("Paragraf biasa."),
               STYLES ("<w:style w:styleId='Judul1'><w:name w:val='heading 1'/></w:style>"
                       "<w:style w:styleId='Bab'><w:name w:val='Bab'/><w:basedOn w:val='Anak'/></w:style>"
                       "<w:style w:styleId='Anak'><w:name w:val='Anak'/><w:basedOn w:val='Judul2'/></w:style>"
                       "<w:style w:styleId='Judul2'><w:name w:val='heading 2'/><w:basedOn w:val='Bab'/></w:style>"
                       "<w:style w:styleId='Garis'><w:name w:val='Garis'/><w:pPr><w:outlineLvl w:val='3'/></w:pPr>"
                       "<w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr></w:style>"
                       "<w:style w:styleId='Biasa'><w:name w:val='Biasa'/><w:basedOn w:val='Judul1'/>"
                       "<w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
                       "<w:style w:styleId='Kutipan'><w:name w:val='Quote'/></w:style>"
                       "<w:style w:styleId='Keterangan'><w:name w:val='caption'/></w:style>"
                       "<w:style w:styleId='DaftarIsi'><w:name w:val='toc 1'/></w:style>"),
               NULL,
               "heading 1: Pendahuluan\nheading 2: Bab Dua\nheading 4: Garis Luar\n"
               "paragraph 0: Bukan judul lagi.\nquote 0: Kami senang.\ncaption 0: Gambar 1\n"
               "paragraph 0 (dropped): Pendahuluan 3\nheading 3: Langsung\nparagraph 0: Paragraf biasa.\n");
}

static void
test_docx_lists (void)
{
  assert_docx (LISTED ("0", "satu") LISTED ("1", "satu a") LISTED ("9", "dalam") STYLED ("Butir", "butir")
               "<w:p><w:pPr><w:pStyle w:val='Butir'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
               W ("Bukan butir.") "</w:p>",
               STYLES ("<w:style w:styleId='Butir'><w:name w:val='List Bullet 2'/><w:pPr><w:numPr>"
                       "<w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"),
               NULL,
               "list-item 1: satu\nlist-item 2: satu a\nlist-item 6: dalam\nlist-item 2: butir\n"
               "paragraph 0: Bukan butir.\n");
}

static void
test_docx_tables (void)
{
  const char *letterhead = "<w:tbl><w:tr>" CELL ("Kementerian Contoh") CELL ("Jalan Umpama 1") "</w:tr></w:tbl>";

  assert_docx ("<w:tbl><w:tr>" CELL ("") CELL ("2023") CELL ("2024") "</w:tr>"
               "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" P ("Kapal") P ("patroli") "</w:tc>"
               CELL ("5") "</w:tr></w:tbl>" P ("Sesudahnya."),
               NULL, NULL, "table 0: \t2023\t2024\nKapal patroli\t\t5\nparagraph 0: Sesudahnya.\n");
  assert_docx (letterhead, NULL, NULL, "paragraph 0: Kementerian Contoh\nparagraph 0: Jalan Umpama 1\n");
  assert_docx ("<w:tbl><w:tr><w:tc>" P ("Luar")
               "<w:tbl><w:tr>" CELL ("a") CELL ("b") "</w:tr><w:tr>" CELL ("c") CELL ("d") "</w:tr></w:tbl>"
               "</w:tc>" CELL ("Kanan") "</w:tr><w:tr>" CELL ("tiga") CELL ("empat") "</w:tr></w:tbl>",
               NULL, NULL,
               "paragraph 0: Luar\ntable 0: a\tb\nc\td\nparagraph 0: Kanan\nparagraph 0: tiga\nparagraph 0: empat\n");
}

static void
test_docx_words (void)
{
  assert_docx ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>keta</w:t><w:softHyphen/>"
               "<w:t>hanan\xc2\xad nasional</w:t><w:tab/><w:t>dan</w:t><w:noBreakHyphen/><w:t>lain</w:t></w:r>"
               "<w:hyperlink>" W (" laman contoh") "</w:hyperlink><w:br/>" W ("baris dua")
               "<m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath><w:r><w:sym w:font='Symbol' w:char='F0B7'/>"
               "<w:sym w:char='00B1'/></w:r></w:p>",
               NULL, NULL,
               "paragraph 0: ketahanan nasional dan-lain laman contoh\nparagraph 0: baris dua x=1±\n");
  /* A headline in two lines is one headline. */
  assert_docx ("<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>" W ("Latihan") "<w:r><w:br/></w:r>" W ("Dibuka")
               "</w:p>", NULL, NULL, "heading 1: Latihan Dibuka\n");
}

static void
test_docx_hidden (void)
{
  assert_docx ("<w:p>" W ("tampak ") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>"
               "<w:r><w:rPr><w:rStyle w:val='Gaib'/></w:rPr><w:t>gaib</w:t></w:r>"
               "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>juga tampak</w:t></w:r></w:p>"
               STYLED ("Sembunyi", "paragraf gaib")
               "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" W ("tandanya saja") "</w:p>",
               STYLES ("<w:style w:styleId='Gaib'><w:name w:val='Gaib'/><w:rPr><w:vanish/></w:rPr></w:style>"
                       "<w:style w:styleId='Sembunyi'><w:name w:val='S'/><w:basedOn w:val='Gaib'/></w:style>"),
               NULL, "paragraph 0: tampak juga tampak\nparagraph 0: tandanya saja\n");
}

static void
test_docx_changes (void)
{
  assert_docx ("<w:p>" W ("Lama ") "<w:ins w:author='A'>" W ("baru ") "</w:ins><w:del><w:r><w:delText>hapus"
               "</w:delText></w:r></w:del><w:moveFrom>" W ("asal") "</w:moveFrom><w:moveTo>" W ("tujuan")
               "</w:moveTo></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" W ("Awal ") "</w:p>" P ("lanjut.")
               "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr>"
               W ("Dahulu judul.") "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" W ("Terakhir.") "</w:p>",
               NULL, NULL,
               "paragraph 0: Lama baru tujuan\nparagraph 0: Awal lanjut.\nparagraph 0: Dahulu judul.\n"
               "paragraph 0: Terakhir.\n");
}

static void
test_docx_boxes (void)
{
  const char *box = "<w:p>" W ("Sebelum")
      "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>" P ("Kotak")
      "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" P ("Kotak")
      "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" W (" sesudah") "</w:p>";

  assert_docx (box, NULL, NULL, "paragraph 0: Sebelum sesudah\nparagraph 0: Kotak\n");
  assert_docx ("<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>Cadangan</w:t></mc:Fallback>"
               "</mc:AlternateContent></w:r></w:p>", NULL, NULL, "paragraph 0: Cadangan\n");
}

static void
test_docx_fields (void)
{
  assert_docx ("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> IF </w:instrText></w:r>"
               "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" W ("kode") "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
               "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" W ("hasil") "<w:r><w:fldChar w:fldCharType='end'/>"
               "</w:r></w:p><w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" P ("Tidak hilang.")
               "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" P ("Klik di sini.") "</w:sdtContent></w:sdt>"
               "<w:sdt><w:sdtPr/><w:sdtContent>" P ("Terisi.") "</w:sdtContent></w:sdt>",
               NULL, NULL, "paragraph 0: hasil\nparagraph 0: Tidak hilang.\nparagraph 0: Terisi.\n");
}

#define NOTES(notes)                                                                               \
  "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"           \
  "<w:footnote w:id='0' w:type='separator'>" P ("garis") "</w:footnote>" notes "</w:footnotes>"

/* A note follows what refers to it and leaves no mark in the words. */
static void
test_docx_notes (void)
{
  const char *notes = NOTES ("<w:footnote w:id='2'>" P ("Catatan dua.") "</w:footnote><w:footnote w:id='3'>"
                             P ("Catatan tiga.") "</w:footnote><w:footnote w:id='4'>" P ("Yatim.") "</w:footnote>");

  assert_docx ("<w:p>" W ("Kapal") "<w:r><w:footnoteReference w:id='2'/></w:r>" W (" berlayar.") "</w:p>"
               "<w:tbl><w:tr>" CELL ("a") "<w:tc><w:p>" W ("b") "<w:r><w:footnoteReference w:id='3'/></w:r></w:p></w:tc>"
               "</w:tr><w:tr>" CELL ("c") CELL ("d") "</w:tr></w:tbl>" P ("Akhir."),
               NULL, notes,
               "paragraph 0: Kapal berlayar.\ncaption 0: Catatan dua.\ntable 0: a\tb\nc\td\n"
               "caption 0: Catatan tiga.\nparagraph 0: Akhir.\n");
}

#define BODY                                                                                       \
  "Menteri Umpama membuka latihan bersama angkatan laut negara sahabat dan berharap cuaca tetap "  \
  "baik sampai akhir pekan ini."

static void
assert_known (RisalahArticle *article, RisalahMetadata which, const char *value, RisalahOrigin origin)
{
  g_assert_cmpstr (risalah_article_get_metadata (article, which), ==, value);
  g_assert_cmpint (risalah_article_get_origin (article, which), ==, origin);
}

#define CORE(title, creator, created)                                                              \
  "<c xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"      \
  "<dc:title>" title "</dc:title><dc:creator>" creator "</dc:creator><dcterms:created>" created    \
  "</dcterms:created></c>"

/* The text is surer than the file's properties, which only fill what it leaves open. */
static void
test_docx_properties (void)
{
  g_autoptr (GBytes) silent = office_docx (P (BODY), NULL, NULL,
                                           CORE ("Siaran Contoh", "Biro Umpama", "2024-03-12T01:02:03Z"));
  g_autoptr (GBytes) telling
      = office_docx (STYLED ("Title", "Latihan Umpama Dibuka") P ("KOTA CONTOH, 14 Maret 2024 – " BODY),
                     STYLES ("<w:style w:styleId='Title'><w:name w:val='Title'/></w:style>"), NULL,
                     CORE ("Microsoft Word - rilis.docx", "user", "2019-01-01T00:00:00Z"));
  g_autoptr (RisalahArticle) article = read_bytes (silent, "berkas.docx");

  assert_known (article, RISALAH_METADATA_TITLE, "Siaran Contoh", RISALAH_ORIGIN_FILE);
  assert_known (article, RISALAH_METADATA_BYLINE, "Biro Umpama", RISALAH_ORIGIN_FILE);
  assert_known (article, RISALAH_METADATA_PUBLISHED, "2024-03-12", RISALAH_ORIGIN_FILE);
  risalah_article_unref (article);
  article = read_bytes (telling, "berkas.docm");
  assert_known (article, RISALAH_METADATA_TITLE, "Latihan Umpama Dibuka", RISALAH_ORIGIN_HEADLINE);
  assert_known (article, RISALAH_METADATA_BYLINE, NULL, RISALAH_ORIGIN_UNKNOWN);
  assert_known (article, RISALAH_METADATA_PUBLISHED, "2024-03-14", RISALAH_ORIGIN_DATELINE);
}

static void
test_odt_blocks (void)
{
  assert_odt ("<text:tracked-changes><text:changed-region><text:deletion><text:p>dihapus</text:p></text:deletion>"
              "</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body>"
              "<text:p>Bab 3</text:p></text:index-body></text:table-of-content>"
              "<text:h text:outline-level='2'>Bab</text:h><text:p text:style-name='P1'>Sub</text:p>"
              "<text:p text:style-name='P2'>Kutip</text:p><text:p text:style-name='P3'>gaib</text:p>"
              "<text:list><text:list-item><text:p>satu</text:p><text:list><text:list-item><text:p>satu a</text:p>"
              "</text:list-item></text:list></text:list-item></text:list>"
              "<text:section text:display='none'><text:p>seksi gaib</text:p></text:section>"
              "<text:p>Akhir<text:change-start/> baru<text:change-end/>.</text:p>",
              "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='J'/>"
              "<style:style style:name='J' style:family='paragraph' style:default-outline-level='3'/>"
              "<style:style style:name='P2' style:family='paragraph' style:parent-style-name='Quotations'/>"
              "<style:style style:name='P3' style:family='paragraph'><style:text-properties text:display='none'/>"
              "</style:style>",
              "paragraph 0 (dropped): Bab 3\nheading 2: Bab\nheading 3: Sub\nquote 0: Kutip\nlist-item 1: satu\n"
              "list-item 2: satu a\nparagraph 0: Akhir baru.\n");
}

static void
test_odt_words (void)
{
  assert_odt ("<text:p>  Satu\n  dua<text:s text:c='3'/>tiga<text:tab/>empat<text:line-break/>lima "
              "<text:span text:style-name='T1'>gaib</text:span><text:span text:style-name='T2'>enam</text:span> "
              "<text:a>tautan</text:a>keta\xc2\xadhanan<office:annotation><text:p>komentar</text:p></office:annotation>"
              "</text:p>",
              "<style:style style:name='T1' style:family='text'><style:text-properties text:display='none'/>"
              "</style:style><style:style style:name='T2' style:family='text'/>",
              "paragraph 0: Satu dua tiga empat\nparagraph 0: lima enam tautanketahanan\n");
}

static void
test_odt_notes_boxes_tables (void)
{
  assert_odt ("<text:p>Kapal<text:note><text:note-citation>1</text:note-citation><text:note-body>"
              "<text:p>Catatan.</text:p></text:note-body></text:note> berlayar.<draw:frame><svg:title>judul</svg:title>"
              "<draw:text-box><text:p>Kotak</text:p></draw:text-box></draw:frame></text:p>"
              "<table:table><table:table-column table:number-columns-repeated='3'/><table:table-header-rows>"
              "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Kepala</text:p>"
              "</table:table-cell><table:covered-table-cell/>" ODT_CELL ("K") "</table:table-row>"
              "</table:table-header-rows><table:table-row>" ODT_CELL ("a") ODT_CELL ("b") ODT_CELL ("c")
              "</table:table-row></table:table>",
              NULL,
              "paragraph 0: Kapal berlayar.\ncaption 0: Catatan.\nparagraph 0: Kotak\n"
              "table 0: Kepala\t\tK\na\tb\tc\n");
}

static void
test_odt_properties (void)
{
  g_autoptr (GBytes) bytes
      = office_odt ("<text:p>" BODY "</text:p>", NULL,
                    "<office:document-meta" OFFICE_ODT_SPACES "><office:meta><dc:title>Siaran Contoh</dc:title>"
                    "<dc:creator>Penyimpan</dc:creator><meta:initial-creator>Sri Umpama</meta:initial-creator>"
                    "<meta:creation-date>2024-03-12T09:00:00</meta:creation-date></office:meta>"
                    "</office:document-meta>");
  g_autoptr (RisalahArticle) article = read_bytes (bytes, "berkas");

  assert_known (article, RISALAH_METADATA_TITLE, "Siaran Contoh", RISALAH_ORIGIN_FILE);
  assert_known (article, RISALAH_METADATA_BYLINE, "Sri Umpama", RISALAH_ORIGIN_FILE);
  assert_known (article, RISALAH_METADATA_PUBLISHED, "2024-03-12", RISALAH_ORIGIN_FILE);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = open_test_lexicon ();
  g_test_add_func ("/reader-office/docx/styles", test_docx_styles);
  g_test_add_func ("/reader-office/docx/lists", test_docx_lists);
  g_test_add_func ("/reader-office/docx/tables", test_docx_tables);
  g_test_add_func ("/reader-office/docx/words", test_docx_words);
  g_test_add_func ("/reader-office/docx/hidden", test_docx_hidden);
  g_test_add_func ("/reader-office/docx/changes", test_docx_changes);
  g_test_add_func ("/reader-office/docx/boxes", test_docx_boxes);
  g_test_add_func ("/reader-office/docx/fields", test_docx_fields);
  g_test_add_func ("/reader-office/docx/notes", test_docx_notes);
  g_test_add_func ("/reader-office/docx/properties", test_docx_properties);
  g_test_add_func ("/reader-office/odt/blocks", test_odt_blocks);
  g_test_add_func ("/reader-office/odt/words", test_odt_words);
  g_test_add_func ("/reader-office/odt/notes-boxes-tables", test_odt_notes_boxes_tables);
  g_test_add_func ("/reader-office/odt/properties", test_odt_properties);
  result = g_test_run ();
  risalah_lexicon_unref (lexicon);
  return result;
}
