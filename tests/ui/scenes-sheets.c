/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets and dialogs, each a window of its own. */

#include "scenes-private.h"

#include "dock-fixture.h"
#include "risalah-comparison-window.h"
#include "risalah-date-sheet.h"
#include "risalah-dialogs.h"
#include "risalah-dossier-form.h"
#include "risalah-dossier-sheet.h"
#include "risalah-event-sheet.h"
#include "risalah-figure-block.h"
#include "risalah-help-window.h"
#include "risalah-import-summary.h"
#include "risalah-joining.h"
#include "risalah-merge-sheet.h"
#include "risalah-messages.h"
#include "risalah-metadata-sheet.h"
#include "risalah-own-words-sheet.h"
#include "risalah-pair-window.h"
#include "risalah-paste-sheet.h"
#include "risalah-restoring.h"
#include "risalah-translation-dialog.h"

static void
open_paste (WindowFixture *fixture)
{
  risalah_paste_sheet_show (GTK_WINDOW (fixture->window), fixture->window->banner);
}

static void
open_template (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.new");
}

static void
open_versions (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.versions");
}

static void
open_brief_details (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.details");
}

static void
open_print (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.print");
}

static void
open_export (WindowFixture *fixture)
{
  scene_show_page (fixture, "text");
  gtk_widget_activate_action (GTK_WIDGET (scene_get_editor (fixture)), "brief.export", "s", "html");
}

static void
open_preferences (WindowFixture *fixture)
{
  risalah_dialogs_show_preferences (GTK_WINDOW (fixture->window), fixture->window->settings);
}

static void
open_about (WindowFixture *fixture)
{
  risalah_dialogs_show_about (GTK_WINDOW (fixture->window));
}

static void
open_shortcuts (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-shortcuts", NULL);
}

static void
open_help (WindowFixture *fixture)
{
  GtkWidget *help = risalah_help_window_new (NULL);

  gtk_window_set_transient_for (GTK_WINDOW (help), GTK_WINDOW (fixture->window));
  risalah_help_window_show (RISALAH_HELP_WINDOW (help), "keyboard");
  gtk_window_present (GTK_WINDOW (help));
  ui_test_wait_until (risalah_help_window_get_page (RISALAH_HELP_WINDOW (help)) != NULL);
}

static RisalahEvent *
create_event (void)
{
  RisalahEvent *event = risalah_event_new ();

  event->id = 1;
  event->title = g_strdup ("Indonesia dan Pakistan membahas kelompok kerja teknis pertahanan");
  return event;
}

static void
open_event_sheet (WindowFixture *fixture)
{
  g_autoptr (RisalahEvent) event = create_event ();

  risalah_event_sheet_edit (GTK_WINDOW (fixture->window), fixture->session, fixture->window->names,
                            event);
}

static void
open_date (WindowFixture *fixture)
{
  g_autoptr (RisalahEvent) event = create_event ();

  risalah_date_sheet_show (GTK_WINDOW (fixture->window), fixture->session, fixture->window->names,
                           event);
}

static void
open_merge (WindowFixture *fixture)
{
  g_autoptr (RisalahEvent) event = create_event ();

  risalah_merge_sheet_show (GTK_WINDOW (fixture->window), fixture->session, fixture->window->names,
                            event);
}

/* One article that came in, the same once more, and one that cannot be read. */
static void
open_summary (WindowFixture *fixture)
{
  g_autoptr (RisalahImporter) importer = risalah_session_create_importer (fixture->session);
  g_autoptr (GBytes) article = g_bytes_new_static (window_fixture_articles[0],
                                                  strlen (window_fixture_articles[0]));
  g_autoptr (GBytes) broken = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  risalah_importer_add_bytes (importer, article, NULL, "text/plain");
  risalah_importer_add_bytes (importer, article, NULL, "text/plain");
  risalah_importer_add_bytes (importer, broken, NULL, "text/html");
  g_assert_true (risalah_importer_run (importer, &results, NULL, &error));
  g_assert_no_error (error);
  risalah_import_summary_show (GTK_WINDOW (fixture->window), fixture->window->toasts,
                               fixture->session, fixture->window->names, results);
}

static void
open_metadata (WindowFixture *fixture)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= 2; id++)
    g_array_append_val (sources, id);
  risalah_metadata_sheet_show (GTK_WINDOW (fixture->window), fixture->session,
                               fixture->window->names, sources);
}

static void
open_own_words (WindowFixture *fixture)
{
  risalah_own_words_sheet_show (GTK_WINDOW (fixture->window));
}

static void
open_joining (WindowFixture *fixture)
{
  risalah_joining_choose (GTK_WIDGET (fixture->window),
                          risalah_session_get_library (fixture->session), fixture->window->names,
                          1);
}

/* The first has a long name and note, the second neither. */
static gboolean
make_dossiers (RisalahConnection *connection,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  static const char *const names[]
      = { "Kerja sama industri pertahanan Indonesia dan Turki, 2024–2026", "Radar" };
  GPtrArray **dossiers = data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 dossier = risalah_dossiers_find (connection, names[i], error);

      if (dossier == 0)
        dossier = risalah_dossiers_add (connection, names[i], error);
      if (dossier <= 0 || !risalah_dossiers_add_source (connection, dossier, 1, error)
          || (i == 0
              && !risalah_dossiers_set_note (connection, dossier,
                                             "Untuk telaahan triwulan pertama, bersama Biro Umpama",
                                             error)))
        return FALSE;
    }
  *dossiers = risalah_dossiers_list (connection, error);
  return *dossiers != NULL;
}

static GPtrArray *
get_dossiers (WindowFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *dossiers = NULL;

  risalah_library_write_sync (risalah_session_get_library (fixture->session),
                              RISALAH_PRIORITY_ANALYST, make_dossiers, &dossiers, NULL, &error);
  g_assert_no_error (error);
  return dossiers;
}

static void
wait_for_dossiers (GtkWidget *sheet)
{
  ui_test_wait_until (ui_test_find_row (sheet, "Radar") != NULL);
}

static void
open_dossiers (WindowFixture *fixture)
{
  g_ptr_array_unref (get_dossiers (fixture));
  wait_for_dossiers (risalah_dossier_sheet_show (GTK_WINDOW (fixture->window),
                                                 risalah_session_get_library (fixture->session)));
}

static void
open_dossier_choice (WindowFixture *fixture)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 source = 1;

  g_ptr_array_unref (get_dossiers (fixture));
  g_array_append_val (sources, source);
  wait_for_dossiers (risalah_dossier_sheet_choose (GTK_WINDOW (fixture->window),
                                                   risalah_session_get_library (fixture->session),
                                                   sources));
}

static void
open_dossier_form (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) dossiers = get_dossiers (fixture);

  risalah_dossier_form_show (GTK_WINDOW (fixture->window),
                             risalah_session_get_library (fixture->session), dossiers,
                             g_ptr_array_index (dossiers, 0));
}

static void
open_comparison (WindowFixture *fixture)
{
  RisalahDocument *document = risalah_editor_get_document (scene_get_editor (fixture));

  gtk_window_present (GTK_WINDOW (risalah_comparison_window_new (
      GTK_WINDOW (fixture->window), _ ("Saved elsewhere → here"), document, document,
      _ ("Use the _Other Text"))));
}

static void
open_translation (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.side-by-side");
}

static void
open_pair (WindowFixture *fixture)
{
  GtkWidget *dialog;

  scene_act_on_brief (fixture, "brief.side-by-side");
  ui_test_wait_until (RISALAH_IS_TRANSLATION_DIALOG (ui_test_newest_window ()));
  dialog = ui_test_newest_window ();
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (ui_test_find_label (dialog, _ ("New brief in English")),
                               ADW_TYPE_ACTION_ROW),
      "activated");
  ui_test_wait_until (RISALAH_IS_PAIR_WINDOW (ui_test_newest_window ()));
}

static void
open_link (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.link");
}

static void
open_table_dialog (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.insert-table");
}

static void
open_timeline_dialog (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.insert-timeline");
}

static void
open_note (WindowFixture *fixture)
{
  scene_act_on_brief (fixture, "brief.insert-note");
}

static void
open_citation (WindowFixture *fixture)
{
  RisalahPosition at;

  scene_show_page (fixture, "text");
  dock_find_mark (risalah_editor_get_document (scene_get_editor (fixture)), RISALAH_MARK_CITATION,
                  &at);
  risalah_editor_select (scene_get_editor (fixture), &at, &at);
  scene_act_on_brief (fixture, "brief.edit-here");
}

static void
open_figure (WindowFixture *fixture)
{
  scene_insert_figure (fixture);
  risalah_figure_edit (scene_get_editor (fixture),
                       scene_find_block (fixture, RISALAH_BRIEF_BLOCK_FIGURE));
}

static void
open_question (WindowFixture *fixture)
{
  g_autoptr (GFile) file
      = g_file_new_for_path ("/home/analis/Pustaka Risalah 2026-11-22 (cadangan).risalah");

  risalah_restoring_offer (fixture->window, file);
}

static void
open_answer (WindowFixture *fixture)
{
  g_autofree char *text = g_strdup_printf (_ ("What it held before is kept in “%s”."),
                                           "library-2026-11-22T10-15-00.risalah");

  risalah_dialogs_tell (GTK_WINDOW (fixture->window), _ ("The Library Was Replaced"), text);
}

static void
open_written (WindowFixture *fixture)
{
  g_autofree char *heading
      = g_strdup_printf (_ ("“%s” Was Written"), "kerja-sama-pertahanan-indonesia-pakistan.docx");

  risalah_dialogs_tell (GTK_WINDOW (fixture->window), heading,
                        _ ("A copy can only be saved in a folder of this computer."));
}

static void
open_problem (WindowFixture *fixture)
{
  g_autoptr (GError) error
      = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s %s",
                     _ ("A copy can only be saved in a folder of this computer."),
                     _ ("Copy the library to this computer first, then open it."));

  risalah_messages_show_error (GTK_WIDGET (fixture->window->places), error);
}

const Scene scenes_sheets[] = {
  { "paste", SCENE_SHEET, NULL, open_paste },
  { "new brief", SCENE_SHEET, NULL, open_template },
  { "versions", SCENE_SHEET, NULL, open_versions },
  { "details of the brief", SCENE_SHEET, NULL, open_brief_details },
  { "print", SCENE_SHEET, NULL, open_print },
  { "export", SCENE_SHEET, NULL, open_export },
  { "preferences", SCENE_SHEET, "risalah-application.c", open_preferences },
  { "about", SCENE_SHEET, "risalah-application.c", open_about },
  { "shortcuts", SCENE_SHEET, NULL, open_shortcuts },
  { "help", SCENE_SHEET, NULL, open_help },
  { "event to edit", SCENE_SHEET, NULL, open_event_sheet },
  { "date of an event", SCENE_SHEET, NULL, open_date },
  { "merge", SCENE_SHEET, NULL, open_merge },
  { "summary of an import", SCENE_SHEET, "import/risalah-import-summary.c", open_summary },
  { "details of sources", SCENE_SHEET, NULL, open_metadata },
  { "own words", SCENE_SHEET, NULL, open_own_words },
  { "same story", SCENE_SHEET, "sources/risalah-joining.c", open_joining },
  { "dossiers", SCENE_SHEET, NULL, open_dossiers },
  { "choice of a dossier", SCENE_SHEET, NULL, open_dossier_choice },
  { "dossier to change", SCENE_SHEET, NULL, open_dossier_form },
  { "comparison", SCENE_SHEET, NULL, open_comparison },
  { "choice of the version", SCENE_SHEET, NULL, open_translation },
  { "link", SCENE_SHEET, "editor/risalah-link-dialog.c", open_link },
  { "table", SCENE_SHEET, "editor/risalah-brief-actions.c", open_table_dialog },
  { "timeline in the brief", SCENE_SHEET, "editor/risalah-figure-insert.c", open_timeline_dialog },
  { "figure", SCENE_SHEET, "editor/risalah-figure-insert.c", open_figure },
  { "note", SCENE_SHEET, "editor/risalah-note-dialog.c", open_note },
  { "citation", SCENE_SHEET, "editor/risalah-citation-dialog.c", open_citation },
  { "question", SCENE_SHEET, "risalah-restoring.c", open_question },
  { "answer", SCENE_SHEET, "risalah-restoring.c", open_answer },
  { "written", SCENE_SHEET, "delivery/risalah-delivery-sheet-leaving.c", open_written },
  { "error", SCENE_SHEET, "risalah-messages.c", open_problem },
  { "two versions", SCENE_SHEET, NULL, open_pair },
  { NULL },
};
