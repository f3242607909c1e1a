/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing in the window: sections moved in the outline, words found and replaced, shortcuts typed
 * at the beginning of a line, and passages pasted from the web and from word processors. */

#include <enchant.h>

#include "dock-fixture.h"
#include "risalah-document-xhtml.h"
#include "risalah-find-bar.h"
#include "risalah-outline.h"

/* As LibreOffice Writer puts a passage on the clipboard. */
static const char from_writer[]
    = "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">\n<html>\n<head>\n"
      "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n<title></title>\n"
      "<meta name=\"generator\" content=\"LibreOffice 7.4.7.2 (Linux)\"/>\n"
      "<style type=\"text/css\">\n@page { size: 21cm 29.7cm; margin: 2cm }\n"
      "p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }\n</style>\n</head>\n"
      "<body lang=\"id-ID\" link=\"#000080\" vlink=\"#800000\" dir=\"ltr\">"
      "<h1 class=\"western\">Kapal dari galangan contoh</h1>\n"
      "<p style=\"line-height: 100%; margin-bottom: 0cm\"><font face=\"Liberation Serif\">Dermaga "
      "<b>timur</b> dan <i>barat</i></font></p>\n"
      "<ul>\n\t<li><p style=\"margin-bottom: 0cm\">butir satu</p></li>\n"
      "\t<li><p style=\"margin-bottom: 0cm\">butir dua</p></li>\n</ul>\n"
      "<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\">\n<tr valign=\"top\">"
      "<td width=\"50%\" style=\"border: none\"><p>Mitra</p></td>"
      "<td width=\"50%\"><p>Kapal</p></td></tr></table>\n</body>\n</html>";

/* As Word for the web and the desktop do: lists are paragraphs with signs of their own. */
static const char from_word[]
    = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
      "xmlns:w=\"urn:schemas-microsoft-com:office:word\" "
      "xmlns=\"http://www.w3.org/TR/REC-html40\">\n<head>\n<meta name=Generator "
      "content=\"Microsoft Word 15\">\n<!--[if gte mso 9]><xml><o:OfficeDocumentSettings>"
      "</o:OfficeDocumentSettings></xml><![endif]-->\n<style>\n<!-- p.MsoNormal {margin:0cm; "
      "font-family:\"Calibri\",sans-serif;} -->\n</style>\n</head>\n<body lang=IN>\n"
      "<!--StartFragment-->\n<h2><span lang=IN>Kapal dari galangan contoh<o:p></o:p></span></h2>\n"
      "<p class=MsoNormal><span lang=IN style='font-size:11.0pt'>Dermaga <b>timur</b> dan "
      "<i>barat</i><o:p></o:p></span></p>\n"
      "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
      "<![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New "
      "Roman\"'>&nbsp;&nbsp; </span></span><![endif]>butir satu<o:p></o:p></p>\n"
      "<!--EndFragment-->\n</body>\n</html>";

/* As Chromium does: computed styles on everything, a picture, a script's remains. */
static const char from_browser[]
    = "<meta http-equiv='content-type' content='text/html; charset=utf-8'>"
      "<h2 style=\"box-sizing: border-box; color: rgb(1, 2, 3); font-family: Inter;\">Kapal dari "
      "galangan contoh</h2><p style=\"margin: 0px; -webkit-text-stroke-width: 0px;\">Dermaga "
      "<strong style=\"font-weight: 700;\">timur</strong> dan <em>barat</em>"
      "<img src=\"http://127.0.0.1:9/pixel.png\" onerror=\"alert(1)\"></p>"
      "<ol style=\"list-style: decimal;\"><li>butir satu</li><li>butir dua</li></ol>"
      "<blockquote style=\"margin: 0px;\"><p>Kata orang lain.</p></blockquote>";

static void
paste (DockFixture *fixture, const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GdkContentProvider) provider
      = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->editor)), provider);
  g_signal_emit_by_name (fixture->editor, "paste-clipboard");
  ui_test_wait_until (dock_holds_words (dock_get_document (fixture), "Dermaga timur"));
}

static guint
count_kind (DockFixture *fixture, RisalahBriefBlockKind kind)
{
  RisalahDocument *document = dock_get_document (fixture);
  guint n = 0;

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    n += risalah_brief_block_get_kind (risalah_document_get_block (document, i)) == kind;
  return n;
}

/* Headings, emphasis and lists stay; fonts, colours and everything that would be loaded go; one
 * undo takes all of it back. */
static void
test_paste (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = NULL;
  g_autofree char *xhtml = NULL;
  RisalahPosition where;
  guint n_headings, n_numbered, n_quotations;

  dock_begin_brief (fixture, "Naskah");
  first = risalah_document_ref (dock_get_document (fixture));
  n_headings = count_kind (fixture, RISALAH_BRIEF_BLOCK_HEADING)
               + count_kind (fixture, RISALAH_BRIEF_BLOCK_TITLE);
  n_numbered = count_kind (fixture, RISALAH_BRIEF_BLOCK_NUMBERED);
  n_quotations = count_kind (fixture, RISALAH_BRIEF_BLOCK_QUOTATION);
  paste (fixture, data);
  g_assert_cmpuint (count_kind (fixture, RISALAH_BRIEF_BLOCK_HEADING)
                        + count_kind (fixture, RISALAH_BRIEF_BLOCK_TITLE),
                    ==, n_headings + 1);
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_BOLD, &where));
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_ITALIC, &where));
  g_assert_true (dock_holds_words (dock_get_document (fixture), "butir satu"));
  xhtml = risalah_document_to_xhtml (dock_get_document (fixture));
  g_assert_null (strstr (xhtml, "style="));
  g_assert_null (strstr (xhtml, "font"));
  g_assert_null (strstr (xhtml, "127.0.0.1"));
  g_assert_null (strstr (xhtml, "onerror"));
  g_assert_null (strstr (xhtml, "StartFragment"));
  if (data == from_writer)
    g_assert_cmpuint (count_kind (fixture, RISALAH_BRIEF_BLOCK_TABLE), ==, 1);
  if (data == from_browser)
    {
      g_assert_cmpuint (count_kind (fixture, RISALAH_BRIEF_BLOCK_NUMBERED), ==, n_numbered + 2);
      g_assert_cmpuint (count_kind (fixture, RISALAH_BRIEF_BLOCK_QUOTATION), ==,
                        n_quotations + 1);
    }
  risalah_editor_undo (fixture->editor);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));
}

/* The sign at the beginning of a line becomes its kind; undone, it is the sign again. */
static void
test_shortcuts (DockFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    RisalahBriefBlockKind kind;
    guint level;
  } shortcuts[] = {
    { "# ", RISALAH_BRIEF_BLOCK_HEADING, 1 },   { "## ", RISALAH_BRIEF_BLOCK_HEADING, 2 },
    { "### ", RISALAH_BRIEF_BLOCK_HEADING, 3 }, { "- ", RISALAH_BRIEF_BLOCK_BULLET, 1 },
    { "* ", RISALAH_BRIEF_BLOCK_BULLET, 1 },    { "1. ", RISALAH_BRIEF_BLOCK_NUMBERED, 1 },
    { "> ", RISALAH_BRIEF_BLOCK_QUOTATION, 0 },
  };
  RisalahPosition at, from;

  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "Awal.");
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      RisalahBriefBlock *block;

      dock_type (fixture, "\n");
      dock_act_on (fixture, "brief.style", "paragraph");
      risalah_editor_get_selection (fixture->editor, &from, &at);
      for (const char *c = shortcuts[i].typed; *c != '\0'; c++)
        {
          char key[] = { *c, '\0' };

          dock_type (fixture, key);
        }
      block = risalah_document_get_block (dock_get_document (fixture), at.block);
      g_assert_cmpint (risalah_brief_block_get_kind (block), ==, shortcuts[i].kind);
      if (shortcuts[i].kind != RISALAH_BRIEF_BLOCK_QUOTATION)
        g_assert_cmpuint (risalah_brief_block_get_level (block), ==, shortcuts[i].level);
      risalah_editor_undo (fixture->editor);
      block = risalah_document_get_block (dock_get_document (fixture), at.block);
      g_assert_cmpint (risalah_brief_block_get_kind (block), ==, RISALAH_BRIEF_BLOCK_PARAGRAPH);
      g_assert_cmpstr (risalah_rich_text_get_text (risalah_brief_block_get_text (block)), ==,
                       shortcuts[i].typed);
    }
}

/* Does what @key with Alt is bound to in the class of @widget. */
static gboolean
press_alt (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return done;
}

/* Alt+Down moves a whole section behind the next, Alt+Up before it again. */
static void
test_outline (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahDocument) first = NULL;
  RisalahBriefBlock *moved;
  GtkWidget *outline, *list;
  guint heading = 0;

  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "Isi bagian pertama");
  first = risalah_document_ref (dock_get_document (fixture));
  while (risalah_brief_block_get_kind (risalah_document_get_block (first, heading))
         != RISALAH_BRIEF_BLOCK_HEADING)
    heading++;
  moved = risalah_document_get_block (first, heading);
  dock_act_on (fixture, "brief.show", "outline");
  outline = ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_OUTLINE);
  list = ui_test_find (outline, GTK_TYPE_LIST_BOX);
  ui_test_wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1) != NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_true (press_alt (outline, GDK_KEY_Down));
  g_assert_false (risalah_document_get_block (dock_get_document (fixture), heading) == moved);
  g_assert_true (dock_holds_words (dock_get_document (fixture), "Isi bagian pertama"));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))),
                   ==, 1);
  g_assert_true (press_alt (outline, GDK_KEY_Up));
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));
}

/* All that is found is replaced, but for what a locked quotation holds. */
static void
test_replace (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Kami menunggu", ", dan kami");
  RisalahPosition where;
  RisalahFindBar *bar;
  const RisalahMark *mark;

  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "Dua kapal datang, satu kapal menunggu: ");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  dock_act (fixture, "brief.find");
  bar = RISALAH_FIND_BAR (ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_FIND_BAR));
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (bar), RISALAH_TYPE_FIND_BAR,
                                                   "entry")),
      "kapal");
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (bar), RISALAH_TYPE_FIND_BAR,
                                                   "replace_entry")),
      "perahu");
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (bar), RISALAH_TYPE_FIND_BAR,
                                                        "replace_all_button"),
                         "clicked");
  g_assert_true (dock_holds_words (dock_get_document (fixture),
                                   "Dua perahu datang, satu perahu menunggu"));
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  g_assert_cmpstr (risalah_quotation_use_get_shown (mark->quotation), ==,
                   "“Kami menunggu kapal ini”");
}

/* Each brief is checked in its own language. */
static void
test_spelling (DockFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *language;
    const char *dictionary;
    const char *right;
    const char *wrong;
  } languages[] = {
    { "id", "id_ID", "galangan itu\n", "galangann itu\n" },
    { "id", "id_ID", "nirawak itu\n", "nirawakk itu\n" },
    { "en", "en_GB", "ships arrive\n", "shipps arrive\n" },
    { "en", "en_US", "ships arrive\n", "shipps arrive\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      EnchantBroker *broker = enchant_broker_init ();
      gboolean has_dictionary = enchant_broker_dict_exists (broker, languages[i].dictionary);
      RisalahOpenBrief *before = risalah_brief_dock_get_brief (fixture->dock);
      RisalahPosition from, to;

      enchant_broker_free (broker);
      if (!has_dictionary)
        continue;
      risalah_brief_dock_begin (fixture->dock, "T1", "Naskah", languages[i].language);
      ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL
                          && risalah_brief_dock_get_brief (fixture->dock) != before);
      risalah_editor_get_selection (fixture->editor, &from, &to);
      dock_type (fixture, languages[i].wrong);
      dock_type (fixture, languages[i].right);
      ui_test_wait_until (dock_is_misspelt (fixture, from.block));
      g_assert_false (dock_is_misspelt (fixture, from.block + 1));
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, data, function)                                                                  \
  g_test_add ("/brief-writing/" path, DockFixture, data, dock_set_up, function, dock_tear_down)
  ADD ("paste-from-writer", from_writer, test_paste);
  ADD ("paste-from-word", from_word, test_paste);
  ADD ("paste-from-browser", from_browser, test_paste);
  ADD ("shortcuts", NULL, test_shortcuts);
  ADD ("outline", NULL, test_outline);
  ADD ("replace", NULL, test_replace);
  ADD ("spelling", NULL, test_spelling);
#undef ADD
  return g_test_run ();
}
