/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dock with a real library: quote, elide, undo, switch briefs, and find everything again. */

#include "dock-fixture.h"
#include "risalah-check-panel.h"
#include "risalah-outline.h"

static void
test_quoting_begins_brief (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote (fixture);
  g_autoptr (RisalahDocument) written = NULL;
  RisalahPosition where;
  const RisalahMark *mark;
  gint64 id;

  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL);
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  g_assert_nonnull (mark);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (mark->quotation)->uid, ==, quotation->uid);
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where));

  dock_type (fixture, " Demikian kata panglima.");
  ui_test_wait_until (dock_is_saved (fixture));
  written = risalah_document_ref (dock_get_document (fixture));
  id = risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock));

  dock_close (fixture);
  dock_show (fixture);
  risalah_brief_dock_open (fixture->dock, id);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), written));
}

static void
test_elide_and_undo (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote (fixture);
  g_autoptr (RisalahDocument) empty = NULL, elided = NULL;
  RisalahPosition start, end;

  dock_begin_brief (fixture, "Kapal ketiga");
  empty = risalah_document_ref (dock_get_document (fixture));
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &start));
  start.offset += 5;
  end = start;
  end.offset += 9;
  {
    g_auto (RisalahEdit) edit = risalah_edit_elide (dock_get_document (fixture), &start, &end);

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  g_assert_true (dock_holds_words (dock_get_document (fixture), "[…]"));
  elided = risalah_document_ref (dock_get_document (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_false (dock_holds_words (dock_get_document (fixture), "[…]"));
  g_assert_true (dock_holds_words (dock_get_document (fixture), "Kami menunggu kapal ini"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), empty));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.redo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.redo", NULL);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), elided));
}

static void
test_switching (DockFixture *fixture, gconstpointer data)
{
  gint64 first;

  dock_begin_brief (fixture, "Naskah pertama");
  first = risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock));
  dock_type (fixture, "Kata yang baru saja diketik");
  /* Switched before the second is over: what was typed is on its way all the same. */
  dock_begin_brief (fixture, "Naskah kedua");
  g_assert_false (dock_holds_words (dock_get_document (fixture), "baru saja diketik"));
  g_assert_false (risalah_editor_can_undo (fixture->editor));
  risalah_brief_dock_open (fixture->dock, first);
  ui_test_wait_until (risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock))
                      == first);
  g_assert_true (dock_holds_words (dock_get_document (fixture), "baru saja diketik"));
}

/* The outline says how many words each part of the template may have. */
static void
test_word_budgets (DockFixture *fixture, gconstpointer data)
{
  GtkWidget *outline;

  dock_begin_brief (fixture, "Naskah");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.show", "s", "outline");
  outline = ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_OUTLINE);
  ui_test_wait_until (ui_test_find_label (outline, " of ") != NULL);
}

/* With a reason typed into a finding's popover its rule is off, and its row switches it on again.
 */
static void
test_switch_rule (DockFixture *fixture, gconstpointer data)
{
  GtkWidget *check, *menu, *popover, *entry, *button;
  const RisalahSwitchedOffRule *rules;
  guint n_rules;

  dock_begin_brief (fixture, "Naskah");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.show", "s", "check");
  check = ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_CHECK_PANEL);
  ui_test_wait_until (ui_test_find (check, GTK_TYPE_MENU_BUTTON) != NULL);
  menu = ui_test_find (check, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));
  entry = ui_test_find (popover, GTK_TYPE_ENTRY);
  button = ui_test_find (popover, GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Naskah ini baru kerangka");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");

  rules = risalah_document_get_switched_off (dock_get_document (fixture), &n_rules);
  g_assert_cmpuint (n_rules, ==, 1);
  g_assert_cmpstr (rules[0].reason, ==, "Naskah ini baru kerangka");
  ui_test_wait_until (ui_test_find_label (check, "Naskah ini baru kerangka") != NULL);

  button = gtk_widget_get_ancestor (ui_test_find_label (check, "Switch On"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  risalah_document_get_switched_off (dock_get_document (fixture), &n_rules);
  g_assert_cmpuint (n_rules, ==, 0);
}

/* Presses the button @label of a finding in the check panel, once it is there. */
static void
press_fix (DockFixture *fixture, const char *label)
{
  GtkWidget *check = ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_CHECK_PANEL);
  GtkWidget *found;

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.show", "s", "check");
  gtk_widget_activate_action (check, "check.now", NULL);
  ui_test_wait_until (ui_test_find_label (check, label) != NULL);
  found = gtk_widget_get_ancestor (ui_test_find_label (check, label), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (found, "clicked");
}

static guint
count_marks (DockFixture *fixture, RisalahMarkKind kind)
{
  RisalahDocument *document = dock_get_document (fixture);
  guint n = 0;

  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      guint n_marks;
      const RisalahMark *marks = risalah_rich_text_get_marks (
          risalah_brief_block_get_text (risalah_document_get_block (document, i)), &n_marks);

      for (guint j = 0; j < n_marks; j++)
        n += marks[j].kind == kind;
    }
  return n;
}

/* A reference that leads nowhere is taken away, and comes back with Undo. */
static void
test_fix_reference (DockFixture *fixture, gconstpointer data)
{
  RisalahPosition from, to;

  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "rujukan");
  risalah_editor_get_selection (fixture->editor, &from, &to);
  from.offset = 0;
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_link (dock_get_document (fixture), &from, &to, "#tidak-ada");

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  g_assert_cmpuint (count_marks (fixture, RISALAH_MARK_LINK), ==, 1);
  press_fix (fixture, "Remove Reference");
  g_assert_cmpuint (count_marks (fixture, RISALAH_MARK_LINK), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_cmpuint (count_marks (fixture, RISALAH_MARK_LINK), ==, 1);
}

/* A required part that was deleted is put back in its place. */
static void
test_fix_missing_part (DockFixture *fixture, gconstpointer data)
{
  RisalahDocument *document;
  guint heading = 0;

  dock_begin_brief (fixture, "Naskah");
  document = dock_get_document (fixture);
  while (g_strcmp0 (risalah_brief_block_get_section (risalah_document_get_block (document, heading)),
                    "problem")
         != 0)
    heading++;
  {
    const RisalahPosition start = { heading - 1, 0, 0 }, end = { heading + 1, 0, 0 };
    g_auto (RisalahEdit) edit = risalah_edit_delete_range (document, &start, &end);

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  g_assert_false (dock_holds_words (dock_get_document (fixture), "Deskripsi masalah"));
  press_fix (fixture, "Add Part");
  g_assert_true (dock_holds_words (dock_get_document (fixture), "Deskripsi masalah"));
}

/* A figure without a source leads to its place and to the quotations to choose from. */
static void
test_fix_find_source (DockFixture *fixture, gconstpointer data)
{
  RisalahPosition from, to;

  dock_begin_brief (fixture, "Naskah");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.style", "s", "paragraph");
  dock_type (fixture, "Nilainya 24 juta dolar.");
  press_fix (fixture, "Find a Source");
  risalah_editor_get_selection (fixture->editor, &from, &to);
  g_assert_cmpuint (from.offset, ==, 23);
}

/* A translation whose original changed is confirmed by one press. */
static void
test_fix_translation (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote (fixture);
  RisalahPosition at;
  const RisalahMark *mark;

  dock_begin_brief (fixture, "Naskah");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &at);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_set_translation (dock_get_document (fixture), &at, "the words", TRUE, TRUE);

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  press_fix (fixture, "Still Right");
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &at);
  g_assert_false (risalah_quotation_use_get_look_again (mark->quotation));
  g_assert_cmpstr (risalah_quotation_use_get_translation (mark->quotation), ==, "the words");
}

/* The glossary's term takes the place of the one that the cursor stands in. */
static void
test_glossary (DockFixture *fixture, gconstpointer data)
{
  dock_begin_brief (fixture, "Naskah");
  dock_type (fixture, "Kedua pihak menggelar latihan bersama");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.choose-term", NULL);
  ui_test_wait_until (ui_test_find_label (GTK_WIDGET (fixture->dock), "joint exercise") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.term", "s", "joint exercise");
  g_assert_true (dock_holds_words (dock_get_document (fixture), "menggelar joint exercise"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_true (dock_holds_words (dock_get_document (fixture), "menggelar latihan bersama"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/brief-dock/" path, DockFixture, NULL, dock_set_up, function, dock_tear_down)
  ADD ("quoting-begins-brief", test_quoting_begins_brief);
  ADD ("elide-and-undo", test_elide_and_undo);
  ADD ("switching", test_switching);
  ADD ("word-budgets", test_word_budgets);
  ADD ("switch-rule", test_switch_rule);
  ADD ("glossary", test_glossary);
  ADD ("fix-reference", test_fix_reference);
  ADD ("fix-missing-part", test_fix_missing_part);
  ADD ("fix-find-source", test_fix_find_source);
  ADD ("fix-translation", test_fix_translation);
#undef ADD
  return g_test_run ();
}
