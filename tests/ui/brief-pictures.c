/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tour of the place of the briefs over the example dossier: the text with its blocks, what opens
 * at quotations and citations, shelf, outline, check, find bar and dialogs.
 * tests/screenshots runs it for each language.
 *
 * usage: brief-pictures FOLDER PREFIX */

#include <cairo.h>

#include "pictures.h"
#include "risalah-figure-block.h"
#include "risalah-find-bar.h"

#define WIDTH 1000
#define HEIGHT 900

typedef struct
{
  WindowFixture fixture;
  const char *folder;
  const char *prefix;
  const char *style;
} Tour;

static void
shoot (Tour *tour, GtkWidget *widget, const char *name)
{
  g_autofree char *file
      = g_strdup_printf ("%s-%s-writing-%s.png", tour->prefix, tour->style, name);
  g_autofree char *path = g_build_filename (tour->folder, file, NULL);

  picture_wait (300);
  picture_save (widget, path);
}

static void
shoot_window (Tour *tour, const char *name)
{
  shoot (tour, GTK_WIDGET (tour->fixture.window), name);
}

static RisalahEditor *
get_editor (Tour *tour)
{
  return risalah_brief_dock_get_editor (tour->fixture.window->dock);
}

static void
act (Tour *tour, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_editor (tour)), action, NULL);
}

static void
act_on (Tour *tour, const char *action, const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (get_editor (tour)), action, "s", target);
}

static const RisalahMark *
find_mark (Tour *tour, RisalahMarkKind kind, RisalahPosition *at)
{
  RisalahDocument *document = risalah_editor_get_document (get_editor (tour));

  for (at->block = 0; at->block < risalah_document_get_n_blocks (document); at->block++)
    {
      guint n_marks;
      RisalahBriefBlock *block = risalah_document_get_block (document, at->block);
      const RisalahMark *marks
          = risalah_rich_text_get_marks (risalah_brief_block_get_text (block), &n_marks);

      at->part = RISALAH_PART_BODY;
      for (guint i = 0; i < n_marks; i++)
        if (marks[i].kind == kind)
          {
            at->offset = marks[i].start;
            return &marks[i];
          }
    }
  return NULL;
}

static void
go_to_mark (Tour *tour, RisalahMarkKind kind, guint n_selected)
{
  RisalahPosition at, end;

  if (find_mark (tour, kind, &at) == NULL)
    return;
  at.offset += n_selected > 0 ? 3 : 0;
  end = at;
  end.offset += n_selected;
  risalah_editor_show_position (get_editor (tour), &at);
  risalah_editor_select (get_editor (tour), &at, &end);
  picture_wait (400);
}

static GBytes *
draw_picture (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 560, 220);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "risalah-tour.png", NULL);
  char *contents;
  gsize length;

  cairo_set_source_rgb (cr, 0.86, 0.92, 0.97);
  cairo_paint (cr);
  for (int i = 0; i < 6; i++)
    {
      cairo_set_source_rgb (cr, 0.15 + i * 0.05, 0.4, 0.65);
      cairo_rectangle (cr, 40 + i * 84, 190 - (i * 37 % 140) - 20, 52, (i * 37 % 140) + 20);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_unlink (path);
  return g_bytes_new_take (contents, length);
}

/* A picture and a table with a citation in it. */
static void
write_blocks (Tour *tour)
{
  RisalahEditor *editor = get_editor (tour);
  g_autoptr (GBytes) picture = draw_picture ();
  RisalahPosition at, from, to;
  const RisalahMark *quotation = find_mark (tour, RISALAH_MARK_QUOTATION, &at);

  at = (RisalahPosition){ 3, RISALAH_PART_BODY, 0 };
  at.offset = risalah_rich_text_get_length (
      risalah_document_get_part (risalah_editor_get_document (editor), &at));
  risalah_editor_show_position (editor, &at);
  risalah_figure_insert_bytes (editor, &at, picture, "bagan.png");
  picture_wait (800);
  risalah_editor_get_selection (editor, &from, &to);
  {
    g_auto (RisalahEdit) edit
        = risalah_edit_insert_table (risalah_editor_get_document (editor), &to, 3, 3, TRUE);

    risalah_editor_apply (editor, &edit);
  }
  risalah_editor_get_selection (editor, &from, &to);
  from = (RisalahPosition){ to.block, RISALAH_PART_FIRST_CELL + 4, 0 };
  risalah_editor_select (editor, &from, &from);
  if (quotation != NULL)
    risalah_brief_dock_insert_citation (tour->fixture.window->dock,
                                        risalah_quotation_use_get_quotation (quotation->quotation));
}

static GtkWidget *
find_dialog (Tour *tour)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (tour->fixture.window)
          && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static void
shoot_dialog (Tour *tour, const char *action, const char *name)
{
  GtkWidget *dialog;

  act (tour, action);
  picture_wait (500);
  dialog = find_dialog (tour);
  if (dialog == NULL)
    return;
  shoot (tour, dialog, name);
  gtk_window_destroy (GTK_WINDOW (dialog));
  picture_wait (200);
}

static void
shoot_popover (Tour *tour, const char *action, const char *name)
{
  GtkWidget *popover;

  act (tour, action);
  picture_wait (400);
  popover = ui_test_find_popover (GTK_WIDGET (tour->fixture.window->dock));
  if (popover == NULL)
    return;
  shoot (tour, popover, name);
  gtk_popover_popdown (GTK_POPOVER (popover));
  picture_wait (300);
}

static void
shoot_parts (Tour *tour)
{
  static const char *const parts[] = { "shelf", "outline", "check", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      act_on (tour, "brief.show", parts[i]);
      picture_wait (900);
      if (!g_str_equal (parts[i], "text"))
        shoot_window (tour, parts[i]);
    }
}

static void
run (Tour *tour)
{
  GtkWidget *bar;

  go_to_mark (tour, RISALAH_MARK_QUOTATION, 0);
  shoot_window (tour, "text");
  go_to_mark (tour, RISALAH_MARK_QUOTATION, 12);
  shoot_popover (tour, "brief.edit-here", "quotation");
  shoot_popover (tour, "brief.choose-likelihood", "likelihood");
  go_to_mark (tour, RISALAH_MARK_CITATION, 0);
  shoot_dialog (tour, "brief.edit-here", "citation");
  shoot_dialog (tour, "brief.link", "link");
  shoot_dialog (tour, "brief.insert-table", "table-dialog");
  shoot_dialog (tour, "brief.insert-timeline", "timeline-dialog");
  shoot_dialog (tour, "brief.insert-note", "note");
  shoot_dialog (tour, "brief.versions", "versions");
  shoot_dialog (tour, "brief.new", "new");
  shoot_parts (tour);
  act (tour, "brief.find");
  bar = ui_test_find (GTK_WIDGET (tour->fixture.window->dock), GTK_TYPE_SEARCH_ENTRY);
  if (bar != NULL)
    gtk_editable_set_text (GTK_EDITABLE (bar), "program");
  picture_wait (400);
  shoot_window (tour, "find");
  bar = ui_test_find (GTK_WIDGET (tour->fixture.window->dock), RISALAH_TYPE_FIND_BAR);
  risalah_find_bar_close (RISALAH_FIND_BAR (bar));
}

int
main (int argc, char **argv)
{
  Tour tour = { 0 };

  if (argc < 3)
    return 2;
  tour.folder = argv[1];
  tour.prefix = argv[2];
  picture_set_up (&tour.fixture, WIDTH, HEIGHT);
  picture_go_to (&tour.fixture, "briefs");
  risalah_window_set_dock_visible (tour.fixture.window, TRUE);
  picture_wait (800);
  for (int dark = 0; dark < 2; dark++)
    {
      tour.style = dark ? "dark" : "light";
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                               : ADW_COLOR_SCHEME_FORCE_LIGHT);
      picture_wait (300);
      run (&tour);
      write_blocks (&tour);
      picture_wait (1200);
      shoot_window (&tour, "blocks");
      while (risalah_editor_can_undo (get_editor (&tour)))
        risalah_editor_undo (get_editor (&tour));
    }
  window_fixture_tear_down (&tour.fixture, NULL);
  return 0;
}
