/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In Indonesian, with text twice as large, on windows of 1280, 900 and 360 pixels: everything that
 * the application can show fits or scrolls, and no words are cut off without a place where they
 * stand in full. What could be shown and was not looked at is found in the sources. */

#include <string.h>

#include "risalah-wrap-box.h"
#include "scenes.h"

/* Pixels: the margins of a window, a row, and what stands in it beside its words. */
#define AROUND_WORDS 120

typedef struct
{
  const char *scene;
  int width;
  int height;
  GHashTable *told; /* what was said of another scene already */
} Look;

/* What was looked at at each width: types, names in templates, files that present. */
static GHashTable *seen;

/* --- what is wrong ----------------------------------------------------------------------- */

static void
blame (const Look *look, GtkWidget *widget, const char *problem)
{
  g_autofree char *text = scene_describe (widget);
  g_autofree char *whole = g_strconcat (problem, text, NULL);

  if (!g_hash_table_add (look->told, g_steal_pointer (&whole)))
    return;
  g_test_message ("%s, %d pixels: %s: %s", look->scene, look->width, problem, text);
  g_test_fail ();
}

/* The widest of what is in @widget, or the highest. */
static GtkWidget *
find_culprit (GtkWidget *widget, GtkOrientation orientation, int for_size, int most)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed = 0;

      if (gtk_widget_should_layout (child) && gtk_widget_get_child_visible (child))
        gtk_widget_measure (child, orientation, for_size, &needed, NULL, NULL, NULL);
      if (needed > most - 60)
        return find_culprit (child, orientation, for_size, most);
    }
  return widget;
}

/* Whether @content needs no more than there is. */
static gboolean
is_small (const Look *look, GtkWidget *content)
{
  const int most[] = { [GTK_ORIENTATION_HORIZONTAL] = look->width,
                       [GTK_ORIENTATION_VERTICAL] = look->height };
  static const char *const names[] = { "width", "height" };
  int for_size = -1;

  for (GtkOrientation way = GTK_ORIENTATION_HORIZONTAL; way <= GTK_ORIENTATION_VERTICAL; way++)
    {
      int needed;

      gtk_widget_measure (content, way, for_size, &needed, NULL, NULL, NULL);
      if (needed > most[way])
        {
          g_autofree char *problem = g_strdup_printf ("needs a %s of %d", names[way], needed);

          blame (look, find_culprit (content, way, for_size, most[way]), problem);
          return FALSE;
        }
      for_size = look->width;
    }
  return TRUE;
}

/* Along each axis, what a scroller can bring into view counts as being where the scroller is. */
static void
assert_in_view (const Look *look, GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t box, frame;
  GtkWidget *within = gtk_widget_get_parent (widget);

  if (!gtk_widget_compute_bounds (widget, root, &box))
    return;
  for (; within != NULL; within = gtk_widget_get_parent (within))
    {
      if (!gtk_widget_compute_bounds (within, root, &frame))
        return;
      if (GTK_IS_SCROLLED_WINDOW (within))
        {
          GtkPolicyType across, down;

          gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (within), &across, &down);
          if (across != GTK_POLICY_NEVER)
            graphene_rect_init (&box, frame.origin.x, box.origin.y, frame.size.width,
                                box.size.height);
          if (down != GTK_POLICY_NEVER)
            graphene_rect_init (&box, box.origin.x, frame.origin.y, box.size.width,
                                frame.size.height);
        }
      else if ((gtk_widget_get_overflow (within) == GTK_OVERFLOW_HIDDEN
                && !GTK_IS_VIEWPORT (within) && !GTK_IS_SCROLLABLE (within))
               || within == root)
        {
          graphene_rect_inset (&frame, -1, -1);
          if (!graphene_rect_contains_rect (&frame, &box))
            {
              g_autofree char *problem
                  = g_strdup_printf ("%g × %g at %g, %g is outside %s", box.size.width,
                                     box.size.height, box.origin.x, box.origin.y,
                                     G_OBJECT_TYPE_NAME (within));

              blame (look, widget, problem);
              return;
            }
        }
      if (within == root)
        return;
    }
}

/* How wide the word around @at would be on a line of its own. */
static int
measure_word (GtkWidget *label, const char *text, const char *at)
{
  const char *start = at, *end = at;
  g_autofree char *word = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  while (start > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_strndup (start, end - start);
  layout = gtk_widget_create_pango_layout (label, word);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* No line begins within a word, but where the whole of it is wider than any line could be, or than
 * one of two columns. Keys beside a menu's words are no words; the sheet of shortcuts has them. */
static void
assert_words_whole (const Look *look, GtkWidget *label, GtkWidget *root)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = pango_layout_get_text (layout);
  int room = MIN (gtk_widget_get_width (root), look->width) - AROUND_WORDS;

  if (g_str_equal (gtk_widget_get_css_name (label), "accelerator"))
    return;
  if (GTK_IS_GRID (gtk_widget_get_parent (label)))
    room /= 2;
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      const char *at = text + pango_layout_get_line_readonly (layout, i)->start_index;

      if (at > text && g_unichar_isalpha (g_utf8_get_char (at))
          && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at)))
          && measure_word (label, text, at) <= room)
        {
          blame (look, label, "a word is broken");
          return;
        }
    }
}

/* A label may be cut off where the whole of it is a hover away or in a row that opens, and where it
 * is an excerpt, which stops anywhere. */
static gboolean
may_be_cut (GtkWidget *label)
{
  if (gtk_label_get_lines (GTK_LABEL (label)) > 1)
    return TRUE;
  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (gtk_widget_get_has_tooltip (widget))
        return TRUE;
      if (GTK_IS_DROP_DOWN (widget) || ADW_IS_VIEW_SWITCHER (widget) || GTK_IS_TEXT (widget)
          || GTK_IS_LIST_VIEW (widget))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_cut_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_cut_label (child))
      return TRUE;
  return FALSE;
}

/* A row cuts its own title off; in a window of preferences it has one that is short enough. */
static gboolean
shows_title (GtkWidget *row)
{
  GtkWidget *title = gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row));

  if (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_WINDOW) != NULL)
    return !has_cut_label (row);
  return GTK_IS_LABEL (title) && *gtk_label_get_text (GTK_LABEL (title)) != '\0'
         && gtk_label_get_wrap (GTK_LABEL (title))
         && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) == '\0';
}

static void
assert_in_reach (const Look *look, GtkWidget *widget, GtkWidget *root)
{
  if (!gtk_widget_get_mapped (widget) || (GTK_IS_NATIVE (widget) && widget != root))
    return;
  if (GTK_IS_LABEL (widget) && !may_be_cut (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    blame (look, widget, "cut off");
  if (GTK_IS_LABEL (widget))
    assert_words_whole (look, widget, root);
  if (ADW_IS_ENTRY_ROW (widget) && !shows_title (widget))
    blame (look, widget, "its title is not above it");
  if (widget != root && (GTK_IS_LABEL (widget) || gtk_widget_get_focusable (widget))
      && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) == NULL) /* it draws its titles */
    assert_in_view (look, widget, root);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_in_reach (look, child, root);
}

/* --- what was looked at ------------------------------------------------------------------ */

static void
see (const char *what)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (seen, what));

  g_hash_table_insert (seen, g_strdup (what), GUINT_TO_POINTER (count + 1));
}

/* The name of a widget in the template that it stands in. */
static void
see_named (GtkWidget *widget)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  GtkWidget *owner = gtk_widget_get_parent (widget);
  g_autofree char *name = NULL;

  while (owner != NULL
         && (!g_str_has_prefix (G_OBJECT_TYPE_NAME (owner), "Risalah")
             || RISALAH_IS_ADAPTIVE_BIN (owner) || RISALAH_IS_WRAP_BOX (owner)))
    owner = gtk_widget_get_parent (owner);
  if (id == NULL || owner == NULL)
    return;
  name = g_strdup_printf ("%s %s", G_OBJECT_TYPE_NAME (owner), id);
  see (name);
}

/* Windows that the toolkit lays out, which knows no larger text. */
static gboolean
is_of_toolkit (GtkWidget *window)
{
  return ADW_IS_ABOUT_WINDOW (window);
}

/* What must fit of a window, a popover or a menu: the toolkit puts shadows around, and a menu's
 * stack is as wide as what it showed before. */
static GtkWidget *
get_content (GtkWidget *shown)
{
  GtkWidget *stack = GTK_IS_POPOVER_MENU (shown) ? ui_test_find (shown, GTK_TYPE_STACK) : NULL;

  return stack != NULL ? gtk_stack_get_visible_child (GTK_STACK (stack))
                       : gtk_widget_get_first_child (shown);
}

static void
look_at (const Look *look, GtkWidget *shown)
{
  GtkWidget *bin = GTK_IS_WINDOW (shown) ? ui_test_find (shown, RISALAH_TYPE_ADAPTIVE_BIN) : NULL;

  see (G_OBJECT_TYPE_NAME (shown));
  see_named (shown);
  if (is_of_toolkit (shown)
      || (bin != NULL
          && !is_small (look, risalah_adaptive_bin_get_child (RISALAH_ADAPTIVE_BIN (bin))))
      || !is_small (look, get_content (shown)))
    return;
  assert_in_reach (look, shown, shown);
}

/* --- what could be shown ----------------------------------------------------------------- */

/* Asserts for each match of @pattern in @text that what it names was looked at; where it names
 * nothing, that @file was, as often as it matches. @owner stands before names of the template. */
static void
assert_seen (const char *pattern, const char *text, const char *owner, const char *file)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch_named (match, "name");
      g_autofree char *what = g_strconcat (owner, name != NULL ? name : "", NULL);

      if (name == NULL || *name == '\0')
        n++;
      else if (!g_hash_table_contains (seen, what))
        {
          g_test_message ("%s: no scene shows “%s”", file, what);
          g_test_fail ();
        }
    }
  if (n > GPOINTER_TO_UINT (g_hash_table_lookup (seen, file)) / N_SCENE_SIZES)
    {
      g_test_message ("%s: presents %u things of which not every one has a scene", file, n);
      g_test_fail ();
    }
}

static void
assert_code_seen (const char *path, const char *file)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_seen ("^G_DEFINE_FINAL_TYPE \\((?<name>\\w+),\\s*\\w+,"
               "\\s*(ADW_TYPE_\\w*WINDOW|ADW_TYPE_\\w*DIALOG|GTK_TYPE_(WINDOW|POPOVER)\\w*)\\)",
               text, "", file);
  /* Those that only pass on what is to be shown. */
  if (!g_str_equal (file, "risalah-dialogs.c") && !g_str_equal (file, "risalah-widget.c")
      && !g_str_equal (file, "editor/risalah-form-dialog.c"))
    assert_seen ("^\\s.*\\b(adw_message_dialog_new|risalah_form_dialog_new|risalah_sheet_new|"
                 "gtk_popover_new|gtk_popover_menu_new\\w*|risalah_widget_(new_menu_button|popup_menu)|"
                 "risalah_dialogs_(confirm|tell|show_about|show_preferences)) \\(",
                 text, "", file);
}

/* Buttons without an id of their own are opened too, wherever a scene has them. */
static void
assert_template_seen (const char *path, const char *file)
{
  g_autofree char *text = NULL, *owner = NULL, *prefix = NULL;
  g_autoptr (GRegex) template = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_regex_match (template, text, 0, &match);
  if (g_match_info_matches (match))
    owner = g_match_info_fetch (match, 1);
  prefix = g_strconcat (owner != NULL ? owner : "", " ", NULL);
  assert_seen ("<object class=\"(GtkMenuButton|GtkPopover)\" id=\"(?<name>\\w+)\"", text, prefix,
               file);
}

static void
assert_folder_seen (const char *folder, const char *within)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *file = g_build_filename (within, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_folder_seen (path, file);
      else if (g_str_has_suffix (name, ".c"))
        assert_code_seen (path, file);
      else if (g_str_has_suffix (name, ".ui"))
        assert_template_seen (path, file);
    }
}

/* After all others: whatever the sources can show was in a scene, at every width. */
static void
test_nothing_missing (void)
{
  g_autofree char *code = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "src", "ui", NULL);
  g_autofree char *templates
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "resources", "ui", NULL);

  if (g_hash_table_size (seen) == 0)
    {
      g_test_skip ("nothing was looked at");
      return;
    }
  assert_folder_seen (code, "");
  assert_folder_seen (templates, "");
}

/* --- the tests --------------------------------------------------------------------------- */

static void
look_cb (const SceneView *view, gpointer data)
{
  const Look look = { view->scene->name, view->size->width, view->size->height, data };

  if (view->button != NULL)
    see_named (view->button);
  else if (view->scene->file != NULL)
    see (view->scene->file);
  look_at (&look, view->shown);
}

static void
look_at_scenes (WindowFixture *fixture, const Scene *list, guint size)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scenes_walk (fixture, list, &scene_sizes[size], look_cb, told);
}

static void
test_scenes (WindowFixture *fixture, gconstpointer data)
{
  look_at_scenes (fixture, scenes_sheets, GPOINTER_TO_UINT (data));
  look_at_scenes (fixture, scenes_places, GPOINTER_TO_UINT (data));
}

static void
test_nothing (WindowFixture *fixture, gconstpointer data)
{
  look_at_scenes (fixture, scenes_of_nothing, GPOINTER_TO_UINT (data));
}

int
main (int argc, char **argv)
{
  scenes_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < N_SCENE_SIZES; i++)
    {
      g_autofree char *name = g_strdup_printf ("/large-text/%d", scene_sizes[i].width);

      g_test_add (name, WindowFixture, GUINT_TO_POINTER (i), scenes_set_up, test_scenes,
                  window_fixture_tear_down);
      g_free (g_steal_pointer (&name));
      name = g_strdup_printf ("/large-text/nothing/%d", scene_sizes[i].width);
      g_test_add (name, WindowFixture, GUINT_TO_POINTER (i), scenes_set_up_nothing,
                  test_nothing, window_fixture_tear_down);
    }
  g_test_add_func ("/large-text/nothing-missing", test_nothing_missing);
  return g_test_run ();
}
