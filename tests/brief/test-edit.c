/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit commands, one by one: what each makes of a brief, where the cursor goes, what is
 * refused. Briefs stand here as the body of their XHTML. */

#include <string.h>

#include "risalah-document-xhtml.h"
#include "risalah-edit.h"
#include "risalah-outline.h"

#define Q(words)                                                                                   \
  "<q data-quotation=\"q1\" data-source=\"s1\" data-text=\"t1\" data-start=\"0\" "                 \
  "data-end=\"9\">" words "</q>"

static RisalahDocument *
read_body (const char *body)
{
  g_autofree char *xhtml =
      g_strconcat ("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\"><head/><body>", body,
                   "</body></html>", NULL);
  g_autoptr (GError) error = NULL;
  RisalahDocument *document = risalah_document_from_xhtml (xhtml, -1, &error);

  g_assert_no_error (error);
  return document;
}

static char *
dup_body (RisalahDocument *document)
{
  g_autofree char *xhtml = risalah_document_to_xhtml (document);
  const char *start = strstr (xhtml, "<body>\n") + strlen ("<body>\n");

  return g_strndup (start, strstr (start, "</body>") - start);
}

static RisalahPosition
at (guint block, guint offset)
{
  return (RisalahPosition){ block, RISALAH_PART_BODY, offset };
}

/* Asserts what an edit made, and clears it. */
static void
assert_edit (RisalahEdit *edit, const char *expected, guint block, guint offset)
{
  g_autofree char *body = dup_body (edit->document);

  g_assert_cmpstr (body, ==, expected);
  g_assert_cmpint (edit->outcome, ==, RISALAH_EDIT_DONE);
  g_assert_cmpuint (edit->cursor.block, ==, block);
  g_assert_cmpuint (edit->cursor.offset, ==, offset);
  risalah_edit_clear (edit);
}

static void
assert_refused (RisalahEdit *edit, RisalahDocument *document, RisalahEditOutcome outcome)
{
  g_assert_cmpint (edit->outcome, ==, outcome);
  g_assert_true (edit->document == document);
  risalah_edit_clear (edit);
}

static void
test_insert (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<p>a<strong>b</strong>c</p><hr class=\"page-break\"/>");
  RisalahPosition place = at (0, 2);
  RisalahEdit edit = risalah_edit_insert_text (document, &place, "x");

  g_assert_cmpint (edit.step, ==, RISALAH_EDIT_STEP_TYPING);
  assert_edit (&edit, "<p>a<strong>bx</strong>c</p>\n<hr class=\"page-break\"/>\n", 0, 3);
  place = at (0, 1);
  edit = risalah_edit_insert_text (document, &place, "x");
  assert_edit (&edit, "<p>ax<strong>b</strong>c</p>\n<hr class=\"page-break\"/>\n", 0, 2);
  place = at (0, 3);
  edit = risalah_edit_insert_text (document, &place, "1\r\n2");
  g_assert_cmpint (edit.step, ==, RISALAH_EDIT_STEP_ACT);
  assert_edit (&edit, "<p>a<strong>b</strong>c1</p>\n<p>2</p>\n<hr class=\"page-break\"/>\n", 1, 1);
  place = at (1, 1);
  edit = risalah_edit_insert_text (document, &place, "z");
  assert_edit (&edit, "<p>a<strong>b</strong>c</p>\n<hr class=\"page-break\"/>\n<p>z</p>\n", 2, 1);
  edit = risalah_edit_insert_text (document, &place, "\x01\x02");
  assert_refused (&edit, document, RISALAH_EDIT_UNCHANGED);
}

static void
test_locked (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<p>ab" Q ("kata") "cd</p>");
  RisalahPosition place = at (0, 4), from, to;
  RisalahEdit edit = risalah_edit_insert_text (document, &place, "x");

  assert_refused (&edit, document, RISALAH_EDIT_LOCKED);
  edit = risalah_edit_split_block (document, &place);
  assert_refused (&edit, document, RISALAH_EDIT_LOCKED);
  edit = risalah_edit_delete_character (document, &place, FALSE);
  assert_refused (&edit, document, RISALAH_EDIT_LOCKED);
  from = at (0, 3);
  to = at (0, 5);
  edit = risalah_edit_delete_range (document, &from, &to);
  assert_refused (&edit, document, RISALAH_EDIT_LOCKED);
  edit = risalah_edit_replace_range (document, &from, &to, "x");
  assert_refused (&edit, document, RISALAH_EDIT_LOCKED);
  edit = risalah_edit_toggle_mark (document, &from, &to, RISALAH_MARK_BOLD);
  assert_refused (&edit, document, RISALAH_EDIT_UNCHANGED);
  /* Right before and behind it, typing is free. */
  place = at (0, 2);
  edit = risalah_edit_insert_text (document, &place, "x");
  assert_edit (&edit, "<p>abx" Q ("kata") "cd</p>\n", 0, 3);
  place = at (0, 8);
  edit = risalah_edit_insert_text (document, &place, "x");
  assert_edit (&edit, "<p>ab" Q ("kata") "xcd</p>\n", 0, 9);
}

/* A range takes a whole quotation with it, and leaves one whole that it only touches. */
static void
test_delete_quotations (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<p>ab" Q ("kata") "cd</p><p>ef" Q ("lain") "gh</p>");
  RisalahPosition from = at (0, 1), to = at (0, 9);
  RisalahEdit edit = risalah_edit_delete_range (document, &from, &to);

  assert_edit (&edit, "<p>ad</p>\n<p>ef" Q ("lain") "gh</p>\n", 0, 1);
  to = at (0, 5);
  edit = risalah_edit_delete_range (document, &to, &from);
  assert_edit (&edit, "<p>a" Q ("kata") "cd</p>\n<p>ef" Q ("lain") "gh</p>\n", 0, 1);
  from = at (0, 5);
  to = at (1, 5);
  edit = risalah_edit_delete_range (document, &from, &to);
  assert_edit (&edit, "<p>ab" Q ("kata") Q ("lain") "gh</p>\n", 0, 8);
}

static void
test_delete (void)
{
  g_autoptr (RisalahDocument) document = read_body (
      "<h2>Judul</h2><p>e\u0301👩‍👩‍👧</p><table><tbody><tr><td>ab</td><td>cd</td>"
      "</tr></tbody></table><p>x</p>");
  RisalahPosition place = at (1, 7), from, to;
  RisalahEdit edit = risalah_edit_delete_character (document, &place, FALSE);

  g_assert_cmpint (edit.step, ==, RISALAH_EDIT_STEP_DELETING);
  g_assert_cmpuint (edit.cursor.offset, ==, 2);
  risalah_edit_clear (&edit);
  place = at (1, 0);
  edit = risalah_edit_delete_character (document, &place, FALSE);
  g_assert_cmpuint (edit.cursor.block, ==, 0);
  g_assert_cmpuint (edit.cursor.offset, ==, 5);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 3);
  risalah_edit_clear (&edit);
  /* Beside a table nothing is joined; within it the cells are emptied. */
  place = at (3, 0);
  edit = risalah_edit_delete_character (document, &place, FALSE);
  assert_refused (&edit, document, RISALAH_EDIT_UNCHANGED);
  from = (RisalahPosition){ 2, RISALAH_PART_FIRST_CELL, 1 };
  to = (RisalahPosition){ 2, RISALAH_PART_FIRST_CELL + 1, 1 };
  edit = risalah_edit_delete_range (document, &from, &to);
  g_assert_cmpint (edit.outcome, ==, RISALAH_EDIT_DONE);
  g_assert_cmpstr (risalah_rich_text_get_text (
                       risalah_brief_block_get_cell (risalah_document_get_block (edit.document, 2),
                                                     0, 1)),
                   ==, "d");
  risalah_edit_clear (&edit);
  from = at (2, 0);
  to = at (2, 1);
  edit = risalah_edit_delete_range (document, &from, &to);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 3);
  risalah_edit_clear (&edit);
}

static void
test_split (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<h2 data-section=\"problem\">Ju</h2><ul><li>a</li><li></li></ul>"
                 "<aside class=\"key-messages\"><p>k</p><p></p></aside><blockquote><p>q</p>"
                 "</blockquote>");
  const char *rest = "<aside class=\"key-messages\">\n<p>k</p>\n<p></p>\n</aside>\n"
                     "<blockquote><p>q</p></blockquote>\n";
  g_autofree char *split = g_strconcat ("<h2 data-section=\"problem\">J</h2>\n<h2>u</h2>\n<ul>\n"
                                        "<li>a</li>\n<li></li>\n</ul>\n",
                                        rest, NULL);
  g_autofree char *ended = g_strconcat ("<h2 data-section=\"problem\">Ju</h2>\n<p></p>\n<ul>\n"
                                        "<li>a</li>\n<li></li>\n</ul>\n",
                                        rest, NULL);
  g_autofree char *left = g_strconcat ("<h2 data-section=\"problem\">Ju</h2>\n<ul>\n<li>a</li>\n"
                                       "</ul>\n<p></p>\n",
                                       rest, NULL);
  RisalahPosition place = at (0, 1);
  RisalahEdit edit = risalah_edit_split_block (document, &place);

  assert_edit (&edit, split, 1, 0);
  place = at (0, 2);
  edit = risalah_edit_split_block (document, &place);
  assert_edit (&edit, ended, 1, 0);
  place = at (2, 0);
  edit = risalah_edit_split_block (document, &place);
  assert_edit (&edit, left, 2, 0);
  place = at (4, 0);
  edit = risalah_edit_split_block (document, &place);
  g_assert_false (risalah_brief_block_is_boxed (risalah_document_get_block (edit.document, 4)));
  risalah_edit_clear (&edit);
  place = at (5, 1);
  edit = risalah_edit_split_block (document, &place);
  g_assert_cmpint (risalah_brief_block_get_kind (risalah_document_get_block (edit.document, 6)), ==,
                   RISALAH_BRIEF_BLOCK_PARAGRAPH);
  risalah_edit_clear (&edit);
}

static void
test_kinds (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<p>" Q ("kata") "!</p><p>- x</p><p>b</p>");
  RisalahPosition from = at (0, 7), to;
  RisalahEdit edit =
      risalah_edit_set_kind (document, &from, &from, RISALAH_BRIEF_BLOCK_QUOTATION, 0);
  const RisalahQuotationUse *use =
      risalah_brief_block_get_block_quotation (risalah_document_get_block (edit.document, 0));

  /* A block quotation shows no quotation marks; the cursor keeps its place behind the words. */
  g_assert_nonnull (use);
  g_assert_cmpstr (risalah_quotation_use_get_shown (use), ==, "kata");
  g_assert_cmpuint (edit.cursor.offset, ==, 5);
  risalah_edit_clear (&edit);
  from = at (1, 2);
  edit = risalah_edit_apply_shortcut (document, &from);
  assert_edit (&edit, "<p>" Q ("kata") "!</p>\n<ul>\n<li>x</li>\n</ul>\n<p>b</p>\n", 1, 0);
  from = at (2, 1);
  edit = risalah_edit_apply_shortcut (document, &from);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
  from = at (1, 0);
  to = at (2, 0);
  edit = risalah_edit_set_kind (document, &from, &to, RISALAH_BRIEF_BLOCK_NUMBERED, 2);
  assert_edit (&edit,
               "<p>" Q ("kata") "!</p>\n<ol>\n<li class=\"level\"><ol>\n<li>- x</li>\n<li>b</li>\n"
                                "</ol></li>\n</ol>\n",
               2, 0);
}

static void
test_marks (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<p>abcd</p><p>efgh</p>");
  RisalahPosition from = at (0, 2), to = at (1, 2);
  RisalahEdit edit = risalah_edit_toggle_mark (document, &from, &to, RISALAH_MARK_BOLD);
  g_auto (RisalahEdit) bold = edit;

  g_assert_cmpint (bold.outcome, ==, RISALAH_EDIT_DONE);
  edit = risalah_edit_toggle_mark (bold.document, &from, &to, RISALAH_MARK_BOLD);
  assert_edit (&edit, "<p>abcd</p>\n<p>efgh</p>\n", 1, 2);
  from = at (0, 3);
  to = at (0, 4);
  edit = risalah_edit_toggle_mark (bold.document, &to, &from, RISALAH_MARK_BOLD);
  assert_edit (&edit, "<p>ab<strong>c</strong>d</p>\n<p><strong>ef</strong>gh</p>\n", 0, 3);
  edit = risalah_edit_set_link (document, &from, &to, "https://x.id");
  assert_edit (&edit, "<p>abc<a href=\"https://x.id\">d</a></p>\n<p>efgh</p>\n", 0, 4);
  edit = risalah_edit_set_likelihood (document, &from, &to, RISALAH_LIKELIHOOD_LIKELY);
  assert_edit (&edit,
               "<p>abc<span class=\"likelihood\" data-likelihood=\"likely\">d</span></p>\n"
               "<p>efgh</p>\n",
               0, 4);
}

static RisalahQuotation *
new_quotation (guint n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%skata%u", i > 0 ? " " : "", i);
  return risalah_quotation_new ("s1", "t1", text->str, 0, (gint64)text->len);
}

/* 40 words and more stand as a block, fewer inline, each with its citation. */
static void
test_quote (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<h2>H</h2><p>sebelum</p><p></p>");
  g_autoptr (RisalahQuotation) small = new_quotation (39), large = new_quotation (40);
  RisalahPosition place = at (1, 7);
  RisalahEdit edit = risalah_edit_insert_quotation (document, &place, small);
  const char *text;

  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 3);
  text = risalah_rich_text_get_text (
      risalah_brief_block_get_text (risalah_document_get_block (edit.document, 1)));
  g_assert_true (g_str_has_prefix (text, "sebelum “kata0 "));
  g_assert_true (g_str_has_suffix (text, "kata38”" RISALAH_ATOM_TEXT));
  risalah_edit_clear (&edit);

  edit = risalah_edit_insert_quotation (document, &place, large);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 4);
  g_assert_nonnull (
      risalah_brief_block_get_block_quotation (risalah_document_get_block (edit.document, 2)));
  risalah_edit_clear (&edit);
  place = at (2, 0);
  edit = risalah_edit_insert_quotation (document, &place, large);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 3);
  risalah_edit_clear (&edit);
  /* Not in a heading, but below it. */
  place = at (0, 1);
  edit = risalah_edit_insert_quotation (document, &place, small);
  g_assert_cmpuint (edit.cursor.block, ==, 1);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 4);
  risalah_edit_clear (&edit);
}

static void
test_honest_edits (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<p>" Q ("kami akan segera datang kembali") "</p>");
  RisalahPosition from = at (0, 6), to = at (0, 18);
  g_auto (RisalahEdit) elided = risalah_edit_elide (document, &from, &to);
  RisalahEdit edit;
  const char *text = risalah_rich_text_get_text (
      risalah_brief_block_get_text (risalah_document_get_block (elided.document, 0)));

  g_assert_cmpstr (text, ==, "“kami […] datang kembali”");
  from = at (0, 2);
  edit = risalah_edit_insert_in_quotation (elided.document, &from, "Indonesia");
  g_assert_cmpint (edit.outcome, ==, RISALAH_EDIT_DONE);
  risalah_edit_clear (&edit);
  from = at (0, 13);
  edit = risalah_edit_insert_sic (elided.document, &from);
  assert_edit (
      &edit,
      "<p>" Q ("kami <del>akan segera</del> datang<ins class=\"sic\">sic</ins> kembali") "</p>\n",
      0, 13);
  from = at (0, 7);
  edit = risalah_edit_take_back_change (elided.document, &from);
  assert_edit (&edit, "<p>" Q ("kami akan segera datang kembali") "</p>\n", 0, 7);
  /* Everything cannot be left out; outside there is nothing to leave out. */
  from = at (0, 0);
  to = at (0, G_MAXUINT);
  edit = risalah_edit_elide (document, &from, &to);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
  edit = risalah_edit_unlock_quotation (document, &from);
  assert_edit (&edit, "<p>“kami akan segera datang kembali”</p>\n", 0, 0);
}

/* A bracket in the place of words left out stands for them. */
static void
test_replacement (void)
{
  g_autoptr (RisalahDocument) document = read_body (
      "<p>" Q ("<ins>Indonesia</ins><del>kami</del> siap, <ins>K</ins><del>k</del>ita") "</p>");

  g_assert_cmpstr (risalah_rich_text_get_text (
                       risalah_brief_block_get_text (risalah_document_get_block (document, 0))),
                   ==, "“[Indonesia] siap, [K]ita”");
}

static void
test_translation (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<p>" Q ("we agree") "</p>");
  RisalahPosition place = at (0, 2);
  g_auto (RisalahEdit) translated =
      risalah_edit_set_translation (document, &place, "kami setuju", TRUE, FALSE);
  RisalahRichText *text =
      risalah_brief_block_get_text (risalah_document_get_block (translated.document, 0));
  const RisalahMark *mark = risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, 0);
  g_autofree char *original = risalah_quotation_use_dup_original (mark->quotation);
  RisalahPosition end = at (0, 6);
  RisalahEdit edit;

  g_assert_cmpstr (risalah_rich_text_get_text (text), ==, "“kami setuju”");
  g_assert_cmpstr (original, ==, "we agree");
  edit = risalah_edit_elide (translated.document, &place, &end);
  assert_refused (&edit, translated.document, RISALAH_EDIT_NOT_HERE);
}

static void
test_tables (void)
{
  g_autoptr (RisalahDocument) document = read_body (
      "<p></p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td>"
      "</tr></tbody></table>");
  RisalahPosition place = at (0, 0);
  RisalahEdit edit = risalah_edit_insert_rows (document, 1, 1, 1);

  assert_edit (&edit,
               "<p></p>\n<table>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n"
               "<tr><td></td><td></td></tr>\n<tr><td>c</td><td>d</td></tr>\n</tbody>\n</table>\n",
               1, 0);
  edit = risalah_edit_remove_columns (document, 1, 0, 1);
  assert_edit (&edit,
               "<p></p>\n<table>\n<thead>\n<tr><th>b</th></tr>\n</thead>\n<tbody>\n"
               "<tr><td>d</td></tr>\n</tbody>\n</table>\n",
               1, 0);
  edit = risalah_edit_remove_rows (document, 1, 0, 2);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
  edit = risalah_edit_insert_columns (document, 0, 0, 1);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
  edit = risalah_edit_insert_table (document, &place, 2, 2, TRUE);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 2);
  g_assert_cmpuint (edit.cursor.part, ==, RISALAH_PART_FIRST_CELL);
  risalah_edit_clear (&edit);
  edit = risalah_edit_insert_table (document, &place, 100000, 100000, TRUE);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
}

static void
test_sections (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<h2>A</h2><p>a</p><h3>A1</h3><p>satu dua</p><h2>B</h2><p>b</p>");
  g_autoptr (GArray) outline = risalah_document_get_outline (document);
  RisalahEdit edit = risalah_edit_move_section (document, 0, 6);

  g_assert_cmpuint (outline->len, ==, 3);
  g_assert_cmpuint (g_array_index (outline, RisalahOutlineEntry, 0).n_words, ==, 4);
  g_assert_cmpuint (g_array_index (outline, RisalahOutlineEntry, 0).n_own_words, ==, 1);
  assert_edit (&edit, "<h2>B</h2>\n<p>b</p>\n<h2>A</h2>\n<p>a</p>\n<h3>A1</h3>\n<p>satu dua</p>\n",
               2, 0);
  edit = risalah_edit_move_section (document, 4, 0);
  assert_edit (&edit, "<h2>B</h2>\n<p>b</p>\n<h2>A</h2>\n<p>a</p>\n<h3>A1</h3>\n<p>satu dua</p>\n",
               0, 0);
  edit = risalah_edit_move_section (document, 0, 2);
  assert_refused (&edit, document, RISALAH_EDIT_UNCHANGED);
  edit = risalah_edit_move_section (document, 1, 0);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
}

static void
test_find (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<p>Kata kata " Q ("kata") " berkata</p><table><tbody><tr><td>KATA</td></tr>"
                                            "</tbody></table>");
  g_autoptr (GArray) all = risalah_document_find (document, "kata", FALSE, FALSE);
  g_autoptr (GArray) words = risalah_document_find (document, "kata", TRUE, TRUE);
  RisalahPosition cursor = at (0, 0);
  RisalahEdit edit = risalah_edit_replace_all (document, &cursor, "kata", "frasa", FALSE, TRUE);

  g_assert_cmpuint (all->len, ==, 5);
  g_assert_true (g_array_index (all, RisalahDocumentMatch, 2).locked);
  g_assert_cmpuint (words->len, ==, 2);
  assert_edit (&edit,
               "<p>frasa frasa " Q ("kata") " berkata</p>\n<table>\n<tbody>\n<tr><td>frasa</td>"
                                            "</tr>\n</tbody>\n</table>\n",
               0, 0);
}

static void
test_fragments (void)
{
  g_autoptr (RisalahDocument) document =
      read_body ("<h2 id=\"h\">Judul</h2><p>ab" Q ("kata") "<cite id=\"c1\" data-source=\"s1\"/>"
                                                           "cd</p><ul><li>x</li></ul>");
  RisalahPosition from = at (1, 1), to = at (1, 10), place = at (2, 1);
  g_autoptr (RisalahDocument) inner = risalah_document_cut_out (document, &from, &to);
  g_autoptr (RisalahDocument) blocks = NULL, partial = NULL;
  g_autofree char *plain = risalah_document_dup_plain_text (document);
  g_auto (RisalahEdit) edit = risalah_edit_insert_fragment (document, &place, inner);
  RisalahRichText *text =
      risalah_brief_block_get_text (risalah_document_get_block (edit.document, 2));

  /* Locked and cited still, with an id of its own. */
  g_assert_cmpstr (risalah_rich_text_get_text (text), ==, "xb“kata”" RISALAH_ATOM_TEXT "c");
  g_assert_nonnull (risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, 3));
  g_assert_cmpstr (risalah_rich_text_find_mark (text, RISALAH_MARK_CITATION, 8)->citation->id, !=,
                   "c1");
  g_assert_cmpstr (plain, ==, "Judul\nab“kata”cd\n- x");

  from = at (0, 0);
  to = at (1, 2);
  blocks = risalah_document_cut_out (document, &from, &to);
  g_assert_cmpuint (risalah_document_get_n_blocks (blocks), ==, 2);
  risalah_edit_clear (&edit);
  edit = risalah_edit_insert_fragment (document, &place, blocks);
  g_assert_cmpuint (risalah_document_get_n_blocks (edit.document), ==, 4);
  g_assert_cmpint (risalah_document_find_id (edit.document, "h"), ==, 0);

  /* Half a quotation is plain words. */
  from = at (1, 3);
  to = at (1, 5);
  partial = risalah_document_cut_out (document, &from, &to);
  g_assert_null (risalah_rich_text_find_mark (risalah_brief_block_get_text (
                                                  risalah_document_get_block (partial, 0)),
                                              RISALAH_MARK_QUOTATION, 0));
}

static void
test_notes (void)
{
  g_autoptr (RisalahDocument) document = read_body ("<p>ab</p>");
  g_autoptr (RisalahRichText) words = risalah_rich_text_new_plain ("Catatan");
  g_autoptr (RisalahRichText) other = risalah_rich_text_new_plain ("Lain");
  RisalahPosition place = at (0, 1);
  g_auto (RisalahEdit) noted = risalah_edit_insert_note (document, &place, words);
  g_auto (RisalahEdit) changed = risalah_edit_set_note (noted.document, &noted.cursor, other);
  RisalahEdit edit;
  const RisalahMark *mark =
      risalah_rich_text_find_mark (risalah_brief_block_get_text (
                                       risalah_document_get_block (changed.document, 0)),
                                   RISALAH_MARK_NOTE, 1);

  g_assert_cmpstr (risalah_rich_text_get_text (mark->note->text), ==, "Lain");
  g_assert_cmpuint (noted.cursor.offset, ==, 2);
  edit = risalah_edit_set_note (noted.document, &place, NULL);
  assert_edit (&edit, "<p>ab</p>\n", 0, 1);
  edit = risalah_edit_set_note (document, &place, NULL);
  assert_refused (&edit, document, RISALAH_EDIT_NOT_HERE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/insert", test_insert);
  g_test_add_func ("/edit/locked", test_locked);
  g_test_add_func ("/edit/delete-quotations", test_delete_quotations);
  g_test_add_func ("/edit/delete", test_delete);
  g_test_add_func ("/edit/split", test_split);
  g_test_add_func ("/edit/kinds", test_kinds);
  g_test_add_func ("/edit/marks", test_marks);
  g_test_add_func ("/edit/quote", test_quote);
  g_test_add_func ("/edit/honest-edits", test_honest_edits);
  g_test_add_func ("/edit/replacement", test_replacement);
  g_test_add_func ("/edit/translation", test_translation);
  g_test_add_func ("/edit/tables", test_tables);
  g_test_add_func ("/edit/sections", test_sections);
  g_test_add_func ("/edit/find", test_find);
  g_test_add_func ("/edit/fragments", test_fragments);
  g_test_add_func ("/edit/notes", test_notes);
  return g_test_run ();
}
