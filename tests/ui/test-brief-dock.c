/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dock with a real library: quote, elide, undo, switch briefs, and find everything again. */

#include "../session/session-harness.h"
#include "risalah-brief-dock.h"
#include "risalah-check-panel.h"
#include "risalah-outline.h"
#include "risalah-quoting.h"
#include "risalah-source-texts.h"
#include "ui-test.h"

static const char article[]
    = "Kapal Ketiga Tiba di Surabaya\n\n"
      "SURABAYA – Kapal patroli ketiga tiba pada 12 Mei 2026. \"Kami menunggu kapal ini, dan kami "
      "tidak akan menunggu yang keempat,\" kata Laksamana Rekaan Darmo Contoh.\n";

typedef struct
{
  SessionFixture session;
  GtkWidget *window;
  RisalahBriefDock *dock;
  RisalahEditor *editor;
  gint64 source;
} Fixture;

static void
show_dock (Fixture *fixture)
{
  fixture->dock = RISALAH_BRIEF_DOCK (risalah_brief_dock_new (fixture->session.session));
  fixture->editor = risalah_brief_dock_get_editor (fixture->dock);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 460, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->dock));
  ui_test_present (fixture->window);
}

static void
close_dock (Fixture *fixture)
{
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (window == NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  session_fixture_set_up (&fixture->session, data);
  fixture->source = session_fixture_import (&fixture->session, article);
  show_dock (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_dock (fixture);
  /* What still runs on threads holds the session. */
  ui_test_wait_until (G_OBJECT (fixture->session.session)->ref_count == 1);
  session_fixture_tear_down (&fixture->session, data);
}

static RisalahDocument *
get_document (Fixture *fixture)
{
  return risalah_editor_get_document (fixture->editor);
}

/* The quotation of the words between the quotation marks, stored as the reader stores it. */
static RisalahQuotation *
quote (Fixture *fixture)
{
  const char *words = strstr (article, "Kami menunggu"), *end = strstr (words, ",\" kata");
  g_autoptr (GError) error = NULL;
  gint64 start = g_utf8_pointer_to_offset (strstr (article, "Kapal Ketiga"), words);
  RisalahQuotation *quotation = NULL;

  /* The stored text may differ from the file in its blank lines: the words are looked for. */
  for (gint64 at = start - 4; quotation == NULL && at <= start + 4; at++)
    {
      g_autoptr (RisalahQuotation) candidate = risalah_session_quote (
          fixture->session.session, fixture->source, NULL, at,
          at + g_utf8_strlen (words, end - words), &error);

      if (candidate != NULL && g_str_has_prefix (candidate->exact, "Kami menunggu"))
        quotation = g_steal_pointer (&candidate);
      g_clear_error (&error);
    }
  g_assert_nonnull (quotation);
  return quotation;
}

static const RisalahMark *
find_mark (RisalahDocument *document, RisalahMarkKind kind, RisalahPosition *where)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      guint n_marks;
      const RisalahMark *marks = risalah_rich_text_get_marks (
          risalah_brief_block_get_text (risalah_document_get_block (document, i)), &n_marks);

      for (guint j = 0; j < n_marks; j++)
        if (marks[j].kind == kind)
          {
            *where = (RisalahPosition){ i, RISALAH_PART_BODY, marks[j].start };
            return &marks[j];
          }
    }
  return NULL;
}

static gboolean
is_saved (Fixture *fixture)
{
  return risalah_document_equal (
      risalah_open_brief_get_document (risalah_brief_dock_get_brief (fixture->dock)),
      get_document (fixture));
}

static void
type (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->editor));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
holds_words (RisalahDocument *document, const char *words)
{
  g_autoptr (GArray) matches = risalah_document_find (document, words, TRUE, FALSE);

  return matches->len > 0;
}

static void
begin_brief (Fixture *fixture, const char *title)
{
  RisalahOpenBrief *before = risalah_brief_dock_get_brief (fixture->dock);

  risalah_brief_dock_begin (fixture->dock, "T1", title, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL
                      && risalah_brief_dock_get_brief (fixture->dock) != before);
}

static void
test_quoting_begins_brief (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = quote (fixture);
  g_autoptr (RisalahDocument) written = NULL;
  RisalahPosition where;
  const RisalahMark *mark;
  gint64 id;

  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL);
  mark = find_mark (get_document (fixture), RISALAH_MARK_QUOTATION, &where);
  g_assert_nonnull (mark);
  g_assert_cmpstr (risalah_quotation_use_get_quotation (mark->quotation)->uid, ==, quotation->uid);
  g_assert_nonnull (find_mark (get_document (fixture), RISALAH_MARK_CITATION, &where));

  type (fixture, " Demikian kata panglima.");
  ui_test_wait_until (is_saved (fixture));
  written = risalah_document_ref (get_document (fixture));
  id = risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock));

  close_dock (fixture);
  show_dock (fixture);
  risalah_brief_dock_open (fixture->dock, id);
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL);
  g_assert_true (risalah_document_equal (get_document (fixture), written));
}

static void
test_elide_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahQuotation) quotation = quote (fixture);
  g_autoptr (RisalahDocument) empty = NULL, elided = NULL;
  RisalahPosition start, end;

  begin_brief (fixture, "Kapal ketiga");
  empty = risalah_document_ref (get_document (fixture));
  risalah_brief_dock_insert_quotation (fixture->dock, quotation);
  g_assert_nonnull (find_mark (get_document (fixture), RISALAH_MARK_QUOTATION, &start));
  start.offset += 5;
  end = start;
  end.offset += 9;
  {
    g_auto (RisalahEdit) edit = risalah_edit_elide (get_document (fixture), &start, &end);

    g_assert_true (risalah_editor_apply (fixture->editor, &edit));
  }
  g_assert_true (holds_words (get_document (fixture), "[…]"));
  elided = risalah_document_ref (get_document (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_false (holds_words (get_document (fixture), "[…]"));
  g_assert_true (holds_words (get_document (fixture), "Kami menunggu kapal ini"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.undo", NULL);
  g_assert_true (risalah_document_equal (get_document (fixture), empty));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.redo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.redo", NULL);
  g_assert_true (risalah_document_equal (get_document (fixture), elided));
}

static void
test_switching (Fixture *fixture, gconstpointer data)
{
  gint64 first;

  begin_brief (fixture, "Naskah pertama");
  first = risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock));
  type (fixture, "Kata yang baru saja diketik");
  /* Switched before the second is over: what was typed is on its way all the same. */
  begin_brief (fixture, "Naskah kedua");
  g_assert_false (holds_words (get_document (fixture), "baru saja diketik"));
  g_assert_false (risalah_editor_can_undo (fixture->editor));
  risalah_brief_dock_open (fixture->dock, first);
  ui_test_wait_until (risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock))
                      == first);
  g_assert_true (holds_words (get_document (fixture), "baru saja diketik"));
}

static gboolean
later_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Two seconds after a word was typed another process finds it, whatever becomes of this one. */
static void
test_kill_loses_little (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RisalahSession) other = NULL;
  g_autoptr (RisalahOpenBrief) read = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_late = FALSE;

  begin_brief (fixture, "Naskah");
  g_timeout_add (2000, later_cb, &is_late);
  type (fixture, "tercatat");
  while (!is_late)
    {
      /* Typing goes on all the time, and may not put the save off. */
      type (fixture, "x");
      g_main_context_iteration (NULL, TRUE);
    }
  other = risalah_session_open (fixture->session.path, FALSE, &error);
  g_assert_no_error (error);
  read = risalah_session_open_brief (
      other, risalah_open_brief_get_id (risalah_brief_dock_get_brief (fixture->dock)), &error);
  g_assert_no_error (error);
  g_assert_true (holds_words (risalah_open_brief_get_document (read), "tercatat"));
  risalah_session_close (other);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *part)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, part);
  return found;
}

/* The outline says how many words each part of the template may have. */
static void
test_word_budgets (Fixture *fixture, gconstpointer data)
{
  begin_brief (fixture, "Naskah");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "brief.show", "s", "outline");
  ui_test_wait_until (
      find_label (ui_test_find (GTK_WIDGET (fixture->dock), RISALAH_TYPE_OUTLINE), " of ") != NULL);
}

/* With a reason typed into a finding's popover its rule is off, and its row switches it on again. */
static void
test_switch_rule (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check, *menu, *popover, *entry, *button;
  const RisalahSwitchedOffRule *rules;
  guint n_rules;

  begin_brief (fixture, "Naskah");
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

  rules = risalah_document_get_switched_off (get_document (fixture), &n_rules);
  g_assert_cmpuint (n_rules, ==, 1);
  g_assert_cmpstr (rules[0].reason, ==, "Naskah ini baru kerangka");
  ui_test_wait_until (find_label (check, "Naskah ini baru kerangka") != NULL);

  button = gtk_widget_get_ancestor (find_label (check, "Switch On"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  risalah_document_get_switched_off (get_document (fixture), &n_rules);
  g_assert_cmpuint (n_rules, ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/brief-dock/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("quoting-begins-brief", test_quoting_begins_brief);
  ADD ("elide-and-undo", test_elide_and_undo);
  ADD ("switching", test_switching);
  ADD ("word-budgets", test_word_budgets);
  ADD ("switch-rule", test_switch_rule);
  ADD ("kill-loses-little", test_kill_loses_little);
#undef ADD
  return g_test_run ();
}
