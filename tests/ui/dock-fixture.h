/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dock in a window of its own, with a real library that holds one article. */
#pragma once

#include "../session/session-harness.h"
#include "risalah-brief-dock.h"
#include "risalah-library.h"
#include "risalah-quoting.h"
#include "risalah-source-texts.h"
#include "ui-test.h"

static const char dock_article[]
    = "Kapal Ketiga Tiba di Surabaya\n\n"
      "SURABAYA – Kapal patroli ketiga tiba pada 12 Mei 2026. \"Kami menunggu kapal ini, dan kami "
      "tidak akan menunggu yang keempat,\" kata Laksamana Rekaan Darmo Contoh. Galangan itu "
      "berjanji menyerahkan kapal berikutnya pada akhir tahun, asalkan anggarannya disetujui "
      "oleh dewan kota sebelum musim hujan.\n";

typedef struct
{
  SessionFixture session;
  GtkWidget *window;
  RisalahBriefDock *dock;
  RisalahEditor *editor;
  gint64 source;
} DockFixture;

static inline void
dock_show (DockFixture *fixture)
{
  fixture->dock = RISALAH_BRIEF_DOCK (risalah_brief_dock_new (fixture->session.session));
  fixture->editor = risalah_brief_dock_get_editor (fixture->dock);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 460, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->dock));
  ui_test_present (fixture->window);
}

static inline void
dock_close (DockFixture *fixture)
{
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (window == NULL);
}

static inline void
dock_set_up (DockFixture *fixture, gconstpointer data)
{
  session_fixture_set_up (&fixture->session, data);
  fixture->source = session_fixture_import (&fixture->session, dock_article);
  dock_show (fixture);
}

static inline void
dock_tear_down (DockFixture *fixture, gconstpointer data)
{
  dock_close (fixture);
  /* What still runs on threads holds the session. */
  ui_test_wait_until (G_OBJECT (fixture->session.session)->ref_count == 1);
  session_fixture_tear_down (&fixture->session, data);
}

static inline RisalahDocument *
dock_get_document (DockFixture *fixture)
{
  return risalah_editor_get_document (fixture->editor);
}

typedef struct
{
  gint64 source;
  RisalahSourceText *text;
} DockText;

static inline gboolean
dock_text_job (RisalahConnection *connection,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  DockText *job = data;

  job->text = risalah_source_texts_get_current (connection, job->source, error);
  return job->text != NULL;
}

/* A quotation of the article from @begin to before @stop, stored as the reader stores it. */
static inline RisalahQuotation *
dock_quote_words (DockFixture *fixture, const char *begin, const char *stop)
{
  DockText job = { .source = fixture->source };
  g_autoptr (RisalahSourceText) text = NULL;
  g_autoptr (GError) error = NULL;
  RisalahQuotation *quotation;
  const char *words, *end;

  risalah_library_read_sync (risalah_session_get_library (fixture->session.session),
                             RISALAH_LANE_ROWS, dock_text_job, &job, NULL, &error);
  g_assert_no_error (error);
  text = job.text;
  words = strstr (text->text, begin);
  g_assert_nonnull (words);
  end = strstr (words, stop);
  g_assert_nonnull (end);
  quotation = risalah_session_quote (fixture->session.session, fixture->source, NULL,
                                     g_utf8_pointer_to_offset (text->text, words),
                                     g_utf8_pointer_to_offset (text->text, end), &error);
  g_assert_no_error (error);
  return quotation;
}

/* The quotation of the words between the quotation marks. */
static inline RisalahQuotation *
dock_quote (DockFixture *fixture)
{
  return dock_quote_words (fixture, "Kami menunggu", ",\" kata");
}

static inline const RisalahMark *
dock_find_mark (RisalahDocument *document, RisalahMarkKind kind, RisalahPosition *where)
{
  *where = (RisalahPosition){ 0 };
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

static inline gboolean
dock_is_saved (DockFixture *fixture)
{
  return risalah_document_equal (
      risalah_open_brief_get_document (risalah_brief_dock_get_brief (fixture->dock)),
      dock_get_document (fixture));
}

static inline void
dock_type (DockFixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->editor));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static inline gboolean
dock_holds_words (RisalahDocument *document, const char *words)
{
  g_autoptr (GArray) matches = risalah_document_find (document, words, TRUE, FALSE);

  return matches->len > 0;
}

static inline gboolean
dock_is_misspelt (DockFixture *fixture, guint block)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->editor));
  GtkTextTag *tag
      = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "misspelt");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, block);
  return gtk_text_iter_has_tag (&iter, tag);
}

static inline void
dock_begin_brief (DockFixture *fixture, const char *title)
{
  RisalahOpenBrief *before = risalah_brief_dock_get_brief (fixture->dock);

  risalah_brief_dock_begin (fixture->dock, "T1", title, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL
                      && risalah_brief_dock_get_brief (fixture->dock) != before);
}

static inline void
dock_act (DockFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->editor), action, NULL));
}

static inline void
dock_act_on (DockFixture *fixture, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->editor), action, "s", target));
}

/* The dialog that stands before the window, NULL where there is none. */
static inline GtkWidget *
dock_get_dialog (DockFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (fixture->window)
        && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static inline void
dock_keep (GtkWidget *dialog)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The first quotation of the brief. */
static inline const RisalahQuotationUse *
dock_get_use (DockFixture *fixture)
{
  RisalahPosition where;
  const RisalahMark *mark
      = dock_find_mark (dock_get_document (fixture), RISALAH_MARK_QUOTATION, &where);

  g_assert_nonnull (mark);
  return mark->quotation;
}

/* Waits until what stands behind the quotation has been read. */
static inline void
dock_wait_for_passages (DockFixture *fixture, const char *uid)
{
  ui_test_wait_until (risalah_editor_get_passages (fixture->editor) != NULL
                      && risalah_passages_find_quotation (
                             risalah_editor_get_passages (fixture->editor), uid)
                             != NULL);
}

/* Selects the whole block of the first mark of @kind. */
static inline void
dock_select_block_of (DockFixture *fixture, RisalahMarkKind kind)
{
  RisalahPosition start, end;

  dock_find_mark (dock_get_document (fixture), kind, &start);
  end = start;
  start.offset = 0;
  end.offset = risalah_rich_text_get_length (
      risalah_document_get_part (dock_get_document (fixture), &start));
  risalah_editor_select (fixture->editor, &start, &end);
}

/* Whether the first quotation is underlined as doubtful. */
static inline gboolean
dock_is_doubtful (DockFixture *fixture)
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
