/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations in the window: locked, honestly changed, compared with their sources, translated, and
 * carried from one brief to another. */

#include "dock-fixture.h"
#include "risalah-checking.h"
#include "risalah-editor-private.h"
#include "risalah-quotation-popover.h"
#include "risalah-quote-shelf.h"

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

static const RisalahQuotationUse *
get_use (DockFixture *fixture)
{
  RisalahPosition where;
  const RisalahMark *mark
      = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);

  g_assert_nonnull (mark);
  return mark->quotation;
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

static void
wait_for_passages (DockFixture *fixture, const char *uid)
{
  ui_test_wait_until (risalah_editor_get_passages (fixture->editor) != NULL
                      && risalah_passages_find_quotation (
                             risalah_editor_get_passages (fixture->editor), uid)
                             != NULL);
}

/* Every honest edit by one key, and back. */
static void
test_honest_edits (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (RisalahDocument) first = risalah_document_ref (dock_get_document (fixture));

  select_in_quotation (fixture, 6, 8);
  dock_act (fixture, "brief.leave-out");
  g_assert_cmpstr (risalah_quotation_use_get_shown (get_use (fixture)), ==, "“Kami […] kapal ini”");
  select_in_quotation (fixture, 8, 0);
  dock_act (fixture, "brief.take-back");
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));

  select_in_quotation (fixture, 17, 0);
  dock_act (fixture, "brief.sic");
  g_assert_cmpstr (risalah_quotation_use_get_shown (get_use (fixture)), ==,
                   "“Kami menunggu kapal [sic] ini”");
  risalah_editor_undo (fixture->editor);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));

  select_in_quotation (fixture, 15, 0);
  open_popover (fixture);
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "insert_entry")), "patroli");
  g_signal_emit_by_name (get_child (fixture, "insert_entry"), "activate");
  g_assert_cmpstr (risalah_quotation_use_get_shown (get_use (fixture)), ==,
                   "“Kami menunggu [patroli] kapal ini”");
  g_assert_cmpstr (risalah_quotation_use_get_quotation (get_use (fixture))->exact, ==,
                   "Kami menunggu kapal ini");
}

/* Deleting within the lock opens what can honestly be done, with leaving out one key away. */
static void
test_locked (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (RisalahDocument) first = risalah_document_ref (dock_get_document (fixture));

  select_in_quotation (fixture, 6, 8);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor));
  g_signal_emit_by_name (fixture->editor, "backspace");
  ui_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_popover (fixture))));
  g_assert_true (dock_get_document (fixture) == first);
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "elide_button")));
  g_signal_emit_by_name (get_child (fixture, "elide_button"), "clicked");
  g_assert_cmpstr (risalah_quotation_use_get_shown (get_use (fixture)), ==, "“Kami […] kapal ini”");
}

/* The analysis proposes whose words they are; one key goes on to the next voice. */
static void
test_voice (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);

  g_assert_cmpint (quotation->voice, ==, RISALAH_VOICE_DIRECT);
  select_in_quotation (fixture, 3, 0);
  dock_act (fixture, "brief.next-voice");
  g_assert_cmpint (risalah_quotation_use_get_quotation (get_use (fixture))->voice, ==,
                   RISALAH_VOICE_REPORTED);
  for (guint i = 0; i < 4; i++)
    dock_act (fixture, "brief.next-voice");
  g_assert_cmpint (risalah_quotation_use_get_quotation (get_use (fixture))->voice, ==,
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
  wait_for_passages (fixture, quotation->uid);
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

static gboolean
is_doubtful (DockFixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->editor));
  GtkTextTag *tag
      = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "doubtful");
  RisalahPosition where;
  GtkTextIter iter;

  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, where.block, where.offset + 2);
  return gtk_text_iter_has_tag (&iter, tag);
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
  wait_for_passages (fixture, quotation->uid);
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
  ui_test_wait_until (is_doubtful (fixture));
  g_assert_cmpint (risalah_quotation_use_get_quotation (get_use (fixture))->start, ==, start - 7);
  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "verdict_box")));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "move_button")));
  g_signal_emit_by_name (get_child (fixture, "move_button"), "clicked");
  g_assert_cmpint (risalah_quotation_use_get_quotation (get_use (fixture))->start, ==, start);
  mark = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where);
  g_assert_cmpint (mark->citation->start, ==, start);
  ui_test_wait_until (!is_doubtful (fixture));
  risalah_editor_undo (fixture->editor);
  g_assert_cmpint (risalah_quotation_use_get_quotation (get_use (fixture))->start, ==, start - 7);
}

static void
test_missing (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Galangan itu", " pada akhir");

  g_free (quotation->exact);
  quotation->exact = g_strdup ("Galangan itu menolak menyerahkan kapal");
  begin_with_changed (fixture, quotation);
  ui_test_wait_until (is_doubtful (fixture));
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
  g_assert_true (is_doubtful (fixture));
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

  set_translation (fixture, "We are waiting for this ship", TRUE);
  g_assert_cmpstr (risalah_quotation_use_get_shown (get_use (fixture)), ==,
                   "“We are waiting for this ship”");
  g_assert_false (risalah_quotation_use_get_look_again (get_use (fixture)));

  set_translation (fixture, "We wait for this ship", TRUE);
  g_assert_true (risalah_quotation_use_get_look_again (get_use (fixture)));
  select_in_quotation (fixture, 3, 0);
  open_popover (fixture);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "compare_box")));
  g_signal_emit_by_name (ui_test_find (get_child (fixture, "compare_box"), GTK_TYPE_BUTTON),
                         "clicked");
  close_popover (fixture);
  g_assert_false (risalah_quotation_use_get_look_again (get_use (fixture)));

  /* The reverse, for the whole brief; a change to the words marks the translation. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.translations-shown", NULL);
  g_assert_cmpstr (risalah_quotation_use_get_shown (get_use (fixture)), ==,
                   "“Kami menunggu kapal ini”");
  g_assert_cmpstr (risalah_document_get_field (dock_get_document (fixture),
                                               RISALAH_DOCUMENT_TRANSLATION_SHOWN),
                   ==, "original");
  select_in_quotation (fixture, 6, 8);
  dock_act (fixture, "brief.leave-out");
  g_assert_true (risalah_quotation_use_get_look_again (get_use (fixture)));
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
  g_assert_cmpuint (risalah_quotation_use_get_n_words (get_use (fixture)), >=, 40);
  g_assert_cmpint (risalah_brief_block_get_kind (block), ==, RISALAH_BRIEF_BLOCK_QUOTATION);
}

static void
select_block_of (DockFixture *fixture, RisalahMarkKind kind)
{
  RisalahPosition start, end;

  dock_find_mark (dock_get_document (fixture), kind, &start);
  end = start;
  start.offset = 0;
  end.offset = risalah_rich_text_get_length (
      risalah_document_get_part (dock_get_document (fixture), &start));
  risalah_editor_select (fixture->editor, &start, &end);
}

/* Cut in one brief and pasted in another, it is still the same passage of the same source. */
static void
test_between_briefs (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  RisalahPosition where;

  select_block_of (fixture, RISALAH_MARK_QUOTATION);
  g_signal_emit_by_name (fixture->editor, "cut-clipboard");
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));
  dock_begin_brief (fixture, "Naskah lain");
  g_signal_emit_by_name (fixture->editor, "paste-clipboard");
  ui_test_wait_until (
      dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where) != NULL);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (get_use (fixture))->uid, ==, quotation->uid);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (get_use (fixture))->source_uid, ==,
                   quotation->source_uid);
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where));
  wait_for_passages (fixture, quotation->uid);
  g_assert_false (is_doubtful (fixture));
}

static gboolean
is_found_unsourced (DockFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = risalah_session_check_document (
      fixture->session.session, dock_get_document (fixture), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((RisalahFinding *)findings->pdata[i])->rule, "unsourced-quotation"))
      return TRUE;
  return FALSE;
}

/* Pasted as plain text the words lose their link; their marks stay, and the check sees them. */
static void
test_paste_plain (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = dock_quote_words (fixture, LONG_WORDS, " musim");
  RisalahPosition where;

  dock_begin_brief (fixture, "Kapal ketiga");
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  g_assert_false (is_found_unsourced (fixture));
  select_block_of (fixture, RISALAH_MARK_QUOTATION);
  g_signal_emit_by_name (fixture->editor, "cut-clipboard");
  dock_act (fixture, "brief.paste-plain");
  ui_test_wait_until (dock_holds_words (dock_get_document (fixture), LONG_WORDS));
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));
  g_assert_true (dock_holds_words (dock_get_document (fixture), "“" LONG_WORDS));
  g_assert_true (is_found_unsourced (fixture));
}

static void
written_cb (GObject *provider, GAsyncResult *result, gpointer is_done)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result, &error);
  g_assert_no_error (error);
  *(gboolean *)is_done = TRUE;
}

static char *
get_content (GdkContentProvider *provider, const char *type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, type, stream, G_PRIORITY_DEFAULT, NULL,
                                              written_cb, &is_done);
  ui_test_wait_until (is_done);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What leaves the window carries its citation in words, rich and plain. */
static void
test_leaving (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *html = NULL, *plain = NULL;
  GValue value = G_VALUE_INIT;

  wait_for_passages (fixture, quotation->uid);
  select_block_of (fixture, RISALAH_MARK_QUOTATION);
  provider = risalah_editor_provide_selection (fixture->editor);
  html = get_content (provider, "text/html");
  g_assert_nonnull (strstr (html, "“Kami menunggu kapal ini”"));
  g_assert_nonnull (strstr (html, "(Kapal Ketiga Tiba di Surabaya"));
  g_assert_null (strstr (html, "data-quotation"));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  plain = g_value_dup_string (&value);
  g_value_unset (&value);
  g_assert_cmpstr (plain, ==, "“Kami menunggu kapal ini” (Kapal Ketiga Tiba di Surabaya)");
}

/* Dragged within the brief it moves as one step; dropped from elsewhere it is put in. */
static void
test_dragging (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = begin_with_quotation (fixture);
  g_autoptr (RisalahDocument) first = NULL, fragment = NULL;
  RisalahPosition where, from, to, at;

  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where);
  where.offset++;
  risalah_editor_select (fixture->editor, &where, &where);
  dock_type (fixture, "\nBaris berikut.");
  risalah_editor_get_selection (fixture->editor, &from, &at);
  first = risalah_document_ref (dock_get_document (fixture));
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  select_block_of (fixture, RISALAH_MARK_QUOTATION);
  risalah_editor_get_selection (fixture->editor, &from, &to);
  fragment = risalah_document_cut_out (first, &from, &to);

  fixture->editor->is_dragged = TRUE;
  risalah_editor_drop_fragment (fixture->editor, &at, fragment);
  fixture->editor->is_dragged = FALSE;
  dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  g_assert_true (dock_holds_words (dock_get_document (fixture),
                                   "Baris berikut.“Kami menunggu kapal ini”"));
  g_assert_cmpstr (risalah_quotation_use_get_quotation (get_use (fixture))->uid, ==, quotation->uid);
  risalah_editor_undo (fixture->editor);
  g_assert_true (risalah_document_equal (dock_get_document (fixture), first));

  risalah_editor_drop_fragment (fixture->editor, &at, fragment);
  g_assert_true (dock_holds_words (dock_get_document (fixture),
                                   "Baris berikut.“Kami menunggu kapal ini”"));
  {
    g_autoptr (GArray) matches = risalah_document_find (dock_get_document (fixture),
                                                        "Kami menunggu kapal ini", TRUE, FALSE);

    g_assert_cmpuint (matches->len, ==, 2);
  }
}

/* The shelf offers what is not used yet; from it the passage is quoted or only cited. */
static void
test_shelf (DockFixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation
      = dock_quote_words (fixture, "Kami menunggu", ", dan kami");
  RisalahQuoteShelf *shelf;
  GtkWidget *list;
  GListModel *model;
  RisalahPosition where;

  dock_begin_brief (fixture, "Kapal ketiga");
  dock_act_on (fixture, "brief.show", "shelf");
  shelf = RISALAH_QUOTE_SHELF (ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_QUOTE_SHELF));
  list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (shelf), RISALAH_TYPE_QUOTE_SHELF,
                                                    "list"));
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  ui_test_wait_until (g_list_model_get_n_items (model) == 1);
  g_assert_true (risalah_quote_shelf_take_selected (shelf, TRUE));
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_CITATION, &where));
  g_assert_null (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));

  dock_act_on (fixture, "brief.show", "shelf");
  ui_test_wait_until (g_list_model_get_n_items (model) == 1);
  g_assert_true (risalah_quote_shelf_take_selected (shelf, FALSE));
  g_assert_nonnull (dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where));
  dock_act_on (fixture, "brief.show", "shelf");
  ui_test_wait_until (g_list_model_get_n_items (model) == 0);
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
  ADD ("between-briefs", test_between_briefs);
  ADD ("paste-plain", test_paste_plain);
  ADD ("leaving", test_leaving);
  ADD ("dragging", test_dragging);
  ADD ("shelf", test_shelf);
#undef ADD
  return g_test_run ();
}
