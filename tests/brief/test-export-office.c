/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX and ODT files, read by office.py: what stands in them is the story, word for word, and the
 * package keeps the rules of its standard. */

#include <string.h>

#include "export-fixture.h"
#include "office/risalah-zip-private.h"
#include "risalah-brief-error.h"
#include "risalah-config.h"
#include "risalah-export.h"
#include "risalah-layout-private.h"

#define QUOTED(words)                                                                              \
  "<span class='quotation' data-quotation='33333333-3333-4333-8333-333333333333' "                 \
  "data-source='satu'>" words "</span>"

typedef gboolean (*ExportFunc) (RisalahEdition *,
                                const char *,
                                RisalahExportReport *,
                                RisalahExportProgressFunc,
                                gpointer,
                                GCancellable *,
                                GError **);

/* What a role's paragraphs are called; NULL where the level says more. */
typedef struct
{
  const char *ending;
  ExportFunc export;
  const char *styles[RISALAH_STORY_N_ROLES];
  const char *headings[3];
  const char *contents[2];
  const char *contents_heading;
  const char *cell;
  const char *header_cell;
  const char *note;
} Format;

static const Format formats[] = {
  { .ending = "docx",
    .export = risalah_export_docx,
    .styles = { [RISALAH_STORY_FORM] = "Form Name",
                [RISALAH_STORY_TITLE] = "Title",
                [RISALAH_STORY_SUBTITLE] = "Subtitle",
                [RISALAH_STORY_IMPRINT] = "Imprint",
                [RISALAH_STORY_PARAGRAPH] = "Body Text",
                [RISALAH_STORY_BULLET] = "List Bullet",
                [RISALAH_STORY_NUMBERED] = "List Number",
                [RISALAH_STORY_QUOTATION] = "Quote",
                [RISALAH_STORY_CAPTION] = "caption",
                [RISALAH_STORY_FIGURE] = "Picture Caption",
                [RISALAH_STORY_ENTRY] = "Bibliography",
                [RISALAH_STORY_SOURCE] = "Source Details",
                [RISALAH_STORY_SIGNATURE] = "Signature" },
    .headings = { "heading 1", "heading 2", "heading 3" },
    .contents = { "toc 1", "toc 2" },
    .contents_heading = "TOC Heading",
    .cell = "Table Text",
    .header_cell = "Table Heading",
    .note = "footnote text" },
  { .ending = "odt",
    .export = risalah_export_odt,
    .styles = { [RISALAH_STORY_FORM] = "Form Name",
                [RISALAH_STORY_TITLE] = "Title",
                [RISALAH_STORY_SUBTITLE] = "Subtitle",
                [RISALAH_STORY_IMPRINT] = "Imprint",
                [RISALAH_STORY_PARAGRAPH] = "Text body",
                [RISALAH_STORY_BULLET] = "List Bullet",
                [RISALAH_STORY_NUMBERED] = "List Number",
                [RISALAH_STORY_QUOTATION] = "Quotations",
                [RISALAH_STORY_CAPTION] = "Caption",
                [RISALAH_STORY_FIGURE] = "Picture Caption",
                [RISALAH_STORY_ENTRY] = "Bibliography 1",
                [RISALAH_STORY_SOURCE] = "Source Details",
                [RISALAH_STORY_SIGNATURE] = "Signature" },
    .headings = { "Heading 1", "Heading 2", "Heading 3" },
    .contents = { "Contents 1", "Contents 2" },
    .contents_heading = "Contents Heading",
    .cell = "Table Contents",
    .header_cell = "Table Heading",
    .note = "Footnote" },
};

static char *
export (RisalahEdition *edition, const Format *format, const char *stem)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, format->ending);
  char *path = export_fixture_path_of (name);
  g_autoptr (GError) error = NULL;

  format->export (edition, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* What stands in a file of @edition, and the @parts of it that are named, apart by commas. */
static char *
show (RisalahEdition *edition, const Format *format, const char *stem, const char *parts)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "brief", "office.py", NULL);
  g_autofree char *path = export (edition, format, stem);

  return export_fixture_run ("python3", program, path, parts, NULL);
}

static const char *
get_style (const Format *format, const RisalahStoryBlock *block, const RisalahStoryBlock *next)
{
  if (block->role == RISALAH_STORY_CONTENTS)
    return format->contents[block->level - 1];
  if (block->role != RISALAH_STORY_HEADING)
    return format->styles[block->role];
  return next != NULL && next->role == RISALAH_STORY_CONTENTS
             ? format->contents_heading
             : format->headings[CLAMP (block->level, 1, 3) - 1];
}

static void
expect_table (GString *lines, const Format *format, const RisalahStoryBlock *block)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      const RisalahStoryText *cell = g_ptr_array_index (block->cells, i);
      gboolean is_header = block->has_header && i < block->n_columns;

      if (block->is_letter && i % 2 == 1)
        g_string_append (lines, "Letter Line\t:\n");
      g_string_append_printf (lines, "%s\t%s\n",
                              block->is_letter ? "Letter Line"
                              : is_header      ? format->header_cell
                                               : format->cell,
                              cell->text->str);
    }
}

/* Everything that the pages have but pictures, and the letterhead at the head of them. */
static char *
expect (const Format *format, RisalahLayout *layout)
{
  GString *lines = g_string_new (NULL);
  const GPtrArray *blocks = layout->story->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const RisalahStoryBlock *block = g_ptr_array_index (blocks, i);
      const RisalahStoryBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      if (block->role == RISALAH_STORY_TABLE)
        expect_table (lines, format, block);
      else if (block->role == RISALAH_STORY_CONTENTS)
        g_string_append_printf (lines, "%s\t%s\t%d\n", get_style (format, block, next),
                                block->text->text->str,
                                risalah_pagination_find (layout->pagination, block->heading) + 1);
      else if (get_style (format, block, next) != NULL && block->text->text->len > 0)
        g_string_append_printf (lines, "%s\t%s%s%s\n", get_style (format, block, next),
                                block->label != NULL ? block->label : "",
                                block->label != NULL ? "\t" : "", block->text->text->str);
    }
  for (guint i = 0; i < layout->story->notes->len; i++)
    {
      const RisalahStoryText *note = g_ptr_array_index (layout->story->notes, i);
      guint number = g_array_index (note->spans, RisalahSpan, 0).end;

      g_string_append_printf (lines, "%s\t%s\n", format->note, note->text->str + number);
    }
  return g_string_free (lines, FALSE);
}

/* Without empty cells, and what only a file has: frames of pictures, the paragraph that ends a cell
 * or parts two tables, letterhead, heads and feet of pages. */
static char *
drop_furniture (const char *text)
{
  static const char *const furniture[] = { "Picture\t", "picture\t", "Letterhead", "header\t",   "Header\t",
                                           "footer\t",  "Footer\t",   "Running Title\t" };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_furniture = *lines[i] == '\0';

      for (guint k = 0; k < G_N_ELEMENTS (furniture); k++)
        is_furniture |= g_str_has_prefix (lines[i], furniture[k]);
      for (guint k = 0; k < G_N_ELEMENTS (formats); k++)
        is_furniture |= g_str_has_prefix (lines[i], formats[k].cell)
                        && g_str_has_suffix (lines[i], "\t");
      if (!is_furniture)
        g_string_append_printf (kept, "%s\n", lines[i]);
    }
  return g_string_free (kept, FALSE);
}

/* The file of each format is sound, and says what the pages say, in the same order. */
static void
assert_alike (RisalahEdition *edition, const char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = show (edition, &formats[i], stem, NULL);
      g_autofree char *found = drop_furniture (text);
      g_autoptr (RisalahLayout) layout = risalah_layout_new (edition, NULL);
      g_autofree char *whole = NULL, *expected = NULL;

      risalah_layout_paginate (layout, -1);
      whole = expect (&formats[i], layout);
      expected = drop_furniture (whole);
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Each file is sound, and its paragraphs, pictures and @parts hold all the @words. */
static void
assert_holds (RisalahEdition *edition,
              const Format *format,
              const char *stem,
              const char *parts,
              const char *const *words)
{
  g_autofree char *text = show (edition, format, stem, parts);

  g_assert_null (strstr (text, "problem\t"));
  for (; *words != NULL; words++)
    export_fixture_assert_contains (text, *words);
}

/* The same edition and date give the same bytes, another date others. */
static void
test_reproducible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (RisalahEdition) edition = fixture_open_edition ();
      g_autofree char *a = NULL, *b = NULL, *c = NULL;
      gsize length_a, length_b, length_c;
      g_autofree char *first = export (edition, &formats[i], "one");
      g_autofree char *second = export (edition, &formats[i], "two");
      g_autofree char *third = NULL;

      edition->date += 2;
      third = export (edition, &formats[i], "three");
      g_file_get_contents (first, &a, &length_a, NULL);
      g_file_get_contents (second, &b, &length_b, NULL);
      g_file_get_contents (third, &c, &length_c, NULL);
      g_assert_cmpmem (a, length_a, b, length_b);
      g_assert_true (length_a != length_c || memcmp (a, c, length_a) != 0);
    }
}

/* Pictures as they are and drawn ones, each with words for those who do not see it; what cannot be
 * read is left out and said. */
static void
test_pictures (void)
{
  g_autoptr (RisalahEdition) edition = export_fixture_new_edition_with_pictures ("abcd");

  static const char *const words[] = { "\npicture\tPeta\n", "4. Peta teluk\n",
                                       NULL };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto (RisalahExportReport) report = { 0 };
      g_autofree char *path = export_fixture_path_of (formats[i].ending);
      g_autoptr (GError) error = NULL;

      g_assert_true (formats[i].export (edition, path, &report, NULL, NULL, NULL, &error));
      g_assert_cmpuint (g_strv_length (report.problems), ==, 3);
      g_assert_cmpuint (report.n_pages, ==, 0);
      assert_holds (edition, &formats[i], "pictures", NULL, words);
    }
}

static RisalahPlate *
make_plate_cb (const RisalahFigure *figure, double width, gpointer user_data)
{
  g_autoptr (GBytes) bytes = export_fixture_make_picture (400, 200);

  return risalah_plate_new_picture (bytes, width, width, NULL);
}

/* A drawing is as fine as print shows, and as large as on our pages. */
static void
test_drawing (void)
{
  g_autoptr (RisalahEdition) edition = fixture_new_edition (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<h1>T</h1><figure class='timeline' data-from='2020'></figure></body></html>");
  static const char *const word[]
      = { "\npicture\tLini masa\n", "<wp:extent cx=\"3810000\" cy=\"1905000\"/>", NULL };
  static const char *const open[]
      = { "\npicture\tLini masa\n", " svg:width=\"300.00pt\" svg:height=\"150.00pt\">", NULL };

  edition->make_plate = make_plate_cb;
  assert_holds (edition, &formats[0], "drawing", "word/document.xml", word);
  assert_holds (edition, &formats[1], "drawing", "content.xml", open);
}

/* The letterhead has its logo and its lines; the pages have their size and margins. */
static void
test_design (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
#define LETTERHEAD                                                                                 \
  "Letterhead\tKementerian Contoh\n", "Letterhead Unit\tDirektorat Contoh\n",                      \
      "Letterhead Address\tJalan Rekaan 1\n", "TERBATAS\tDRAF\n",                                  \
      "Running Title\tPelabuhan yang Menunggu\n", "\npicture\tKementerian Contoh\n"
  static const char *const word[]
      = { LETTERHEAD, "<w:pgSz w:w=\"12189\" w:h=\"18709\"/>", "w:ascii=\"Arial\"", NULL };
  static const char *const open[]
      = { LETTERHEAD, " fo:page-width=\"215.00mm\" fo:page-height=\"330.00mm\"",
          " fo:margin-left=\"30.00mm\" fo:margin-right=\"30.00mm\"", NULL };
#undef LETTERHEAD

  risalah_page_design_free (edition->design);
  edition->design = risalah_page_design_new (RISALAH_DESIGN_INSTITUTIONAL, RISALAH_PAPER_F4);
  edition->design->institution = g_strdup ("Kementerian Contoh");
  edition->design->unit = g_strdup ("Direktorat Contoh");
  edition->design->address = g_strdup ("Jalan Rekaan 1");
  edition->design->logo = export_fixture_make_picture (80, 80);
  assert_holds (edition, &formats[0], "design", "word/document.xml,word/styles.xml", word);
  assert_holds (edition, &formats[1], "design", "styles.xml", open);
}

/* Words of another language than the brief's say so, and the brief says its own. */
static void
test_language (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  static const char *const word[]
      = { "<w:lang w:val=\"id-ID\" w:eastAsia=\"id-ID\"/>",
          "<w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">The harbour", NULL };
  static const char *const open[] = { " fo:language=\"id\" fo:country=\"ID\"",
                                      " fo:language=\"en\" fo:country=\"GB\"", NULL };

  assert_holds (edition, &formats[0], "language", "word/styles.xml,word/document.xml", word);
  assert_holds (edition, &formats[1], "language", "styles.xml,content.xml", open);
}

/* The parts that are the same in every brief of a design, whole. */
static void
test_small_parts (void)
{
  static const char *const parts[]
      = { "docProps/core.xml,docProps/app.xml,word/settings.xml,word/header2.xml,word/footer1.xml,"
          "_rels/.rels,word/_rels/document.xml.rels",
          "META-INF/manifest.xml,mimetype,meta.xml" };
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = show (edition, &formats[i], "golden", parts[i]);

      g_string_append (found, text);
    }
  g_string_replace (found, RISALAH_VERSION, "VERSION", 0);
  fixture_assert_golden ("office-parts.txt", found->str);
}

static void
test_brief (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();

  assert_alike (edition, "notes");
  edition->contents = RISALAH_CONTENTS_ALWAYS;
  edition->style = risalah_citation_style_find ("author-date");
  assert_alike (edition, "author-date");
}

static void
test_letter (void)
{
  g_autoptr (RisalahEdition) edition = fixture_open_brief ("nota-dinas.xhtml");

  assert_alike (edition, "letter");
}

/* Numbers that begin anew, lists in lists, a table in the box and two in a row, a page break. */
static void
test_structure (void)
{
  static const char *const address[]
      = { "\"https://contoh.example/a%20b?c=%22d%22&amp;e=%C3%B6\"", NULL };
  g_autoptr (RisalahEdition) edition = fixture_new_edition (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>T</title></head><body>"
      "<h1>T</h1><aside class='key-messages'><p>First.</p><table><tbody><tr><td>a</td><td>b</td>"
      "</tr></tbody></table></aside><table><tbody><tr><td>c</td></tr></tbody></table>"
      "<table><tbody><tr><td>d</td></tr></tbody></table><h2 id='there'>Here</h2>"
      "<ol><li>One<ul><li>Dash<ol><li>Deep</li><li>Deeper</li></ol></li></ul></li><li>Two</li></ol>"
      "<p>Between.</p><ol><li>One again</li><li>Two again<ol><li>Inner</li></ol></li>"
      "<li>Three again<ol><li>Inner anew</li></ol></li></ol><hr class='page-break'/>"
      "<table><tbody><tr><td>e</td></tr></tbody></table>"
      "<p>See <a href='#there'>there</a>, <a href='#nowhere'>nowhere</a>, "
      "<a href='https://contoh.example/a b?c=\"d\"&amp;e=ö'>far</a> and "
      "<a href='not an address'>astray</a>.</p>"
      "<table><tbody><tr><td>f</td></tr></tbody></table></body></html>");

  assert_alike (edition, "structure");
  assert_holds (edition, &formats[0], "structure", "word/_rels/document.xml.rels", address);
  assert_holds (edition, &formats[1], "structure", "content.xml", address);
}

/* What is quoted comes out character for character: blanks that XML would take away, blanks that
 * do not break, tabs, soft hyphens, signs of XML. */
static void
test_verbatim (void)
{
  static const char *const kept[] = { "dua  spasi",   "tak\xC2\xA0putus", "lu\xC2\xADnak",
                                      "dalam\tkolom", "akhir]]> & <b>",   "negara\xE2\x80\x91negara",
                                      "\xE2\x80\x9Ctanda\xE2\x80\x9D", NULL };
  g_autoptr (GString) words = g_string_new (" ");
  g_autofree char *escaped = NULL, *xhtml = NULL;
  g_autoptr (RisalahEdition) edition = NULL;

  for (guint i = 0; kept[i] != NULL; i++)
    g_string_append_printf (words, "%s ", kept[i]);
  escaped = g_markup_escape_text (words->str, -1);
  xhtml = g_strdup_printf ("<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T"
                           "</title></head><body><h1>T</h1><blockquote><p>" QUOTED ("%s")
                           "</p></blockquote><p>Ia berkata, <em>%s</em></p></body></html>",
                           escaped, escaped);
  edition = fixture_new_edition (xhtml);
  assert_alike (edition, "verbatim");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    assert_holds (edition, &formats[i], "verbatim", NULL, kept);
}

/* No field of the brief and no source's title can break a file. */
static void
test_hostile (void)
{
  static const char hostile[] = "]]><\"&'\x01\x1F\xEF\xBF\xBE\xEF\xBF\xBF\xC2\x85 akhir";
  static const char *const words[]
      = { "]]><\"&'  \xEF\xBF\xBD\xEF\xBF\xBD\xC2\x85 akhir", NULL };
  g_autoptr (RisalahEdition) edition = fixture_open_edition ();
  RisalahReference *reference = g_ptr_array_index (edition->references, 0);
  RisalahDocument *document = edition->document;

  g_free (reference->title);
  reference->title = g_strdup (hostile);
  edition->document
      = risalah_document_with_field (document, RISALAH_DOCUMENT_AUTHOR, hostile);
  risalah_document_unref (document);
  edition->design->institution = g_strdup (hostile);
  edition->design->design = RISALAH_DESIGN_INSTITUTIONAL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    assert_holds (edition, &formats[i], "hostile", NULL, words);
}

/* What is too large for a zip file is said, not written in part. */
static void
test_too_large (void)
{
  g_autoptr (RisalahZip) zip = risalah_zip_new (0);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  risalah_zip_add (zip, "small", "a", 1, TRUE);
  risalah_zip_add (zip, "large", "a", G_MAXUINT32, TRUE);
  risalah_zip_add (zip, "later", "a", 1, TRUE);
  file = risalah_zip_finish (zip, &error);
  g_assert_null (file);
  g_assert_error (error, RISALAH_BRIEF_ERROR, RISALAH_BRIEF_ERROR_OUTPUT);
}

static void
test_long_table (void)
{
  g_autoptr (GString) xhtml = g_string_new (
      "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>T</title></head><body>"
      "<table><thead><tr><th>Nomor</th><th>Isi</th></tr></thead><tbody>");
  g_autoptr (RisalahEdition) edition = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (xhtml, "<tr><td>%u</td><td>baris ke-%u</td></tr>", i, i);
  g_string_append (xhtml, "</tbody></table></body></html>");
  edition = fixture_new_edition (xhtml->str);
  assert_alike (edition, "table");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/office/brief", test_brief);
  g_test_add_func ("/export/office/letter", test_letter);
  g_test_add_func ("/export/office/reproducible", test_reproducible);
  g_test_add_func ("/export/office/pictures", test_pictures);
  g_test_add_func ("/export/office/drawing", test_drawing);
  g_test_add_func ("/export/office/design", test_design);
  g_test_add_func ("/export/office/language", test_language);
  g_test_add_func ("/export/office/small-parts", test_small_parts);
  g_test_add_func ("/export/office/structure", test_structure);
  g_test_add_func ("/export/office/verbatim", test_verbatim);
  g_test_add_func ("/export/office/hostile", test_hostile);
  g_test_add_func ("/export/office/too-large", test_too_large);
  g_test_add_func ("/export/office/long-table", test_long_table);
  return export_fixture_run_tests ();
}
