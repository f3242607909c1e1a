/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations in the window: locked, honestly changed, compared with their sources, translated, and
 * carried from one brief to another. */

#include "dock-fixture.h"
#include "risalah-editor-private.h"
#include "risalah-quotation-popover.h"

#define LONG_WORDS "Kapal patroli ketiga"

/* A brief with one quotation of eight words. */
static RisalahQuotation *
begin_with_quotation (DockFixture *fixture)
{
  RisalahQuotation *quotation = dock_quote_words (fixture, "Kami menunggu", ", dan kami");

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  return quotation;
}

/* Selects @n characters of the quotation from the one at @from on. */
static void
select_in_quotation (DockFixture *fixture, guint from, guint n)
{
  RisalahPosition start, end;

  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &start);
  start.offset += from;
  end = start;
  end.offset += n;
  risalah_editor_select (fixture->editor, &start, &end);
}

static RisalahQuotationPopover *
get_popover (DockFixture *fixture)
{
  return RISALAH_QUOTATION_POPOVER (
      ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_QUOTATION_POPOVER));
}

/* The widget of the popover's template with that name. */
static GtkWidget *
get_child (DockFixture *fixture, const char *name)
{
  RisalahQuotationPopover *popover = get_popover (fixture);

  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (popover),
                                                    RISALAH_TYPE_QUOTATION_POPOVER, name));
}

static void
open_popover (DockFixture *fixture)
{
  dock_act (fixture, "brief.edit-here");
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_popover (fixture))));
}

static void
close_popover (DockFixture *fixture)
{
  gtk_popover_popdown (GTK_POPOVER (get_popover (fixture)));
  ui_test_wait_until (!gtk_widget_get_visible (GTK_WIDGET (get_popover (fixture))));
}

/* Every honest edit by one key, and back. */
static void
test_honest_edits (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (RisalahDocument) first = risalah_document_ref (dock_get_document (fixture));

  g_assert_nonnull (quotation);
  select_in_quotation (fixture, 6, 8);
  dock_act (fixture, "brief.leave-out");
  g_assert_cmpstr (risalah_quotation_use_get_shown (dock_get_use (fixture)), ==, "“Kami […] kapal ini”");
  select_in_quotation (fixture, 8, 0);
  dock_act (fixture, "brief.take-back");
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));

  select_in_quotation (fixture, 17, 0);
  dock_act (fixture, "brief.sic");
  g_assert_cmpstr (risalah_quotation_use_get_shown (dock_get_use (fixture)), ==,
                   "“Kami menunggu kapal [sic] ini”");
  risalah_editor_undo (fixture->editor);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));

  select_in_quotation (fixture, 15, 0);
  open_popover (fixture);
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "insert_entry")), "patroli");
  g_signal_emit_by_name (get_child (fixture, "insert_entry"), "activate");
  g_assert_cmpstr (risalah_quotation_use_get_shown (dock_get_use (fixture)), ==,
                   "“Kami menunggu [patroli] kapal ini”");
  g_assert_cmpstr (risalah_quotation_use_get_quotation (dock_get_use (fixture))->exact, ==,
                   "Kami menunggu kapal ini");
}

/* Deleting within the lock opens what can honestly be done, with leaving out one key away. */
static void
test_locked (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (RisalahDocument) first = risalah_document_ref (dock_get_document (fixture));

  g_assert_nonnull (quotation);
  select_in_quotation (fixture, 6, 8);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor));
  g_signal_emit_by_name (fixture->editor, "backspace");
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_popover (fixture))));
  g_assert_true (dock_get_document (fixture) == first);
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "elide_button")));
  g_signal_emit_by_name (get_child (fixture, "elide_button"), "clicked");
  g_assert_cmpstr (risalah_quotation_use_get_shown (dock_get_use (fixture)), ==, "“Kami […] kapal ini”");
}

/* The analysis proposes whose words they are; one key goes on to the next voice. */
static void
test_voice (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);

  g_assert_cmpint (quotation->voice, ==, RISALAH_VOICE_DIRECT);
  select_in_quotation (fixture, 3, 0);
  dock_act (fixture, "brief.next-voice");
  g_assert_cmpint (risalah_quotation_use_get_quotation (dock_get_use (fixture))->voice, ==,
                   RISALAH_VOICE_REPORTED);
  for (guint i = 0; i < 4; i++)
    dock_act (fixture, "brief.next-voice");
  g_assert_cmpint (risalah_quotation_use_get_quotation (dock_get_use (fixture))->voice, ==,
                   RISALAH_VOICE_DIRECT);
}

/* Of a short quotation the popover and the tooltip show the clause that follows in the source. */
static void
test_following_clause (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Galangan itu berjanji", " pada akhir");
  g_autofree char *tooltip = NULL;
  RisalahPosition where;

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  dock_wait_for_passages (fixture, quotation->uid);
  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (get_child (fixture, "original_label"))),
                            "asalkan anggarannya disetujui"));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "verdict_box")));
  close_popover (fixture);
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  tooltip = risalah_editor_describe (fixture->editor, &where);
  g_assert_nonnull (strstr (tooltip, "asalkan anggarannya disetujui"));
}

/* Puts the quotation in changed, as another program may have written it. */
static void
begin_with_changed (DockFixture *fixture, RisalahQuotation *quotation)
{
  g_autofree char *uid = g_uuid_string_random ();

  g_free (quotation->uid);
  quotation->uid = g_steal_pointer (&uid);
  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  dock_wait_for_passages (fixture, quotation->uid);
}

/* Words that stand elsewhere now are offered from there, and never taken silently. */
static void
test_moved (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Galangan itu", " pada akhir");
  gint64 start = quotation->start;
  const RisalahMark *mark;
  RisalahPosition where;

  quotation->start -= 7;
  quotation->end -= 7;
  begin_with_changed (fixture, quotation);
  ui_test_wait_until (dock_is_doubtful (fixture));
  g_assert_cmpint (risalah_quotation_use_get_quotation (dock_get_use (fixture))->start, ==, start - 7);
  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "verdict_box")));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "move_button")));
  g_signal_emit_by_name (get_child (fixture, "move_button"), "clicked");
  g_assert_cmpint (risalah_quotation_use_get_quotation (dock_get_use (fixture))->start, ==, start);
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where);
  g_assert_cmpint (mark->citation->start, ==, start);
  ui_test_wait_until (!dock_is_doubtful (fixture));
  risalah_editor_undo (fixture->editor);
  g_assert_cmpint (risalah_quotation_use_get_quotation (dock_get_use (fixture))->start, ==, start - 7);
}

static void
test_missing (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Galangan itu", " pada akhir");

  g_free (quotation->exact);
  quotation->exact = g_strdup ("Galangan itu menolak menyerahkan kapal");
  begin_with_changed (fixture, quotation);
  ui_test_wait_until (dock_is_doubtful (fixture));
  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (get_child (fixture, "verdict_label"))),
                            "not in the source"));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "move_button")));
  close_popover (fixture);
}

static void
test_unreadable (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Galangan itu", " pada akhir");
  const RisalahPassage *passage;

  g_free (quotation->text_uid);
  g_free (quotation->source_uid);
  quotation->text_uid = g_strdup ("33333333-3333-4333-8333-333333333333");
  quotation->source_uid = g_strdup ("44444444-4444-4444-8444-444444444444");
  begin_with_changed (fixture, quotation);
  passage = risalah_passages_find_quotation (risalah_editor_get_passages (fixture->editor),
                                             quotation->uid);
  g_assert_cmpint (passage->verdict, ==, RISALAH_VERDICT_UNREADABLE);
  g_assert_true (dock_is_doubtful (fixture));
}

static void
set_translation (DockFixture *fixture, const char *text, gboolean shown)
{
  GtkTextView *view = GTK_TEXT_VIEW (get_child (fixture, "translation_view"));

  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  gtk_switch_set_active (GTK_SWITCH (get_child (fixture, "shown_switch")), shown);
  close_popover (fixture);
}

/* The translation stands in the text, or the original does; a change to one marks the other. */
static void
test_translation (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);

  g_assert_nonnull (quotation);
  set_translation (fixture, "We are waiting for this ship", TRUE);
  g_assert_cmpstr (risalah_quotation_use_get_shown (dock_get_use (fixture)), ==,
                   "“We are waiting for this ship”");
  g_assert_false (risalah_quotation_use_get_look_again (dock_get_use (fixture)));

  set_translation (fixture, "We wait for this ship", TRUE);
  g_assert_true (risalah_quotation_use_get_look_again (dock_get_use (fixture)));
  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "compare_box")));
  g_signal_emit_by_name (ui_test_find (get_child (fixture, "compare_box"), GTK_TYPE_BUTTON),
                         "clicked");
  close_popover (fixture);
  g_assert_false (risalah_quotation_use_get_look_again (dock_get_use (fixture)));

  /* The reverse, for the whole brief; a change to the words marks the translation. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.translations-shown", NULL);
  g_assert_cmpstr (risalah_quotation_use_get_shown (dock_get_use (fixture)), ==,
                   "“Kami menunggu kapal ini”");
  g_assert_cmpstr (risalah_document_get_field (dock_get_document (fixture),
                                               RISALAH_DOCUMENT_TRANSLATION_SHOWN),
                   ==, "original");
  select_in_quotation (fixture, 6, 8);
  dock_act (fixture, "brief.leave-out");
  g_assert_true (risalah_quotation_use_get_look_again (dock_get_use (fixture)));
}

/* A block of its own from forty words on. */
static void
test_long_quotation (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote_words (fixture, LONG_WORDS, " musim");
  RisalahPosition where;
  RisalahBriefBlock *block;

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  block = risalah_document_get_block (dock_get_document (fixture), where.block);
  g_assert_cmpuint (risalah_quotation_use_get_n_words (dock_get_use (fixture)), >=, 40);
  g_assert_cmpint (risalah_brief_block_get_kind (block), ==, RISALAH_BRIEF_BLOCK_QUOTATION);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/brief-quotations/" path, DockFixture, NULL, dock_set_up, function,         \
              dock_tear_down)
  ADD ("honest-edits", test_honest_edits);
  ADD ("locked", test_locked);
  ADD ("voice", test_voice);
  ADD ("following-clause", test_following_clause);
  ADD ("moved", test_moved);
  ADD ("missing", test_missing);
  ADD ("unreadable", test_unreadable);
  ADD ("translation", test_translation);
  ADD ("long-quotation", test_long_quotation);
#undef ADD
  return g_test_run ();
}
