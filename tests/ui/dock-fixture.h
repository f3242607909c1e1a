/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dock in a window of its own, with a real library that holds one article. */
#pragma once

#include "../session/session-harness.h"
#include "risalah-brief-dock.h"
#include "risalah-quoting.h"
#include "ui-test.h"

static const char dock_article[]
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

/* The quotation of the words between the quotation marks, stored as the reader stores it. */
static inline RisalahQuotation *
dock_quote (DockFixture *fixture)
{
  const char *words = strstr (dock_article, "Kami menunggu"), *end = strstr (words, ",\" kata");
  g_autoptr (GError) error = NULL;
  gint64 start = g_utf8_pointer_to_offset (strstr (dock_article, "Kapal Ketiga"), words);
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

static inline const RisalahMark *
dock_find_mark (RisalahDocument *document, RisalahMarkKind kind, RisalahPosition *where)
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

static inline void
dock_begin_brief (DockFixture *fixture, const char *title)
{
  RisalahOpenBrief *before = risalah_brief_dock_get_brief (fixture->dock);

  risalah_brief_dock_begin (fixture->dock, "T1", title, "id");
  ui_test_wait_until (risalah_brief_dock_get_brief (fixture->dock) != NULL
                      && risalah_brief_dock_get_brief (fixture->dock) != before);
}
