/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without a pointer, through everything that the window can show: Tab reaches every control and
 * gets away from it again, Shift+Tab goes the same way back, and what has the focus is in view and
 * drawn otherwise than without it, in the light style. With ADW_DEBUG_HIGH_CONTRAST set, through the
 * places in high contrast. With -m slow, through the sheets in high contrast too, and in the dark. */

#include "scenes.h"

#define LONGEST_WALK 400
#define LONGEST_SCROLL 100 /* frames */

typedef struct
{
  const char *scene;
  GtkWidget *window;
  GHashTable *reached; /* widgets that had the focus */
  GHashTable *around;  /* and all around them */
  GHashTable *kinds;   /* whose drawing was compared */
  GPtrArray *stops;    /* (element-type GtkWidget): where Tab came, one of each list */
} Walk;

static void
blame (const Walk *walk, GtkWidget *widget, const char *problem)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  g_autofree char *text = scene_describe (widget);

  g_test_message ("%s: %s (%s): %s", walk->scene, text, tooltip != NULL ? tooltip : "", problem);
  g_test_fail ();
}

/* --- what is drawn ----------------------------------------------------------------------- */

/* What the window has drawn where @box is. */
static GBytes *
draw (GtkWidget *root, const graphene_rect_t *box)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (root);
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  gsize stride, size;
  guchar *pixels;

  gdk_paintable_snapshot (image, snapshot, gtk_widget_get_width (root),
                          gtk_widget_get_height (root));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (renderer, node, box);
  gsk_renderer_unrealize (renderer);
  gsk_render_node_unref (node);
  stride = 4 * gdk_texture_get_width (texture);
  size = stride * gdk_texture_get_height (texture);
  pixels = g_malloc (size);
  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new_take (pixels, size);
}

/* The focused widget and the row or field around it, which may draw the focus. */
static gboolean
get_box (GtkWidget *widget, GtkWidget *root, graphene_rect_t *box)
{
  GtkWidget *around = gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);
  graphene_rect_t frame;

  if (!gtk_widget_compute_bounds (around != NULL ? around : widget, root, box)
      || !gtk_widget_compute_bounds (root, root, &frame))
    return FALSE;
  graphene_rect_inset (box, -6, -6);
  if (!graphene_rect_intersection (box, &frame, box))
    return FALSE;
  graphene_rect_round_extents (box, box);
  return box->size.width >= 1 && box->size.height >= 1;
}

static char *
get_kind (GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *names = g_strjoinv (".", classes);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return g_strdup_printf ("%s.%s %s", G_OBJECT_TYPE_NAME (widget), names,
                          parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "");
}

static void
assert_focus_drawn (Walk *walk, GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget));
  g_autoptr (GBytes) with = NULL, without = NULL;
  graphene_rect_t box;

  if (!(gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE))
    blame (walk, widget, "the focus is not visible");
  if (!g_hash_table_add (walk->kinds, get_kind (widget)))
    return;
  /* What stands in a long text comes into view by and by. */
  ui_test_frames (walk->window, gtk_widget_get_ancestor (widget, RISALAH_TYPE_EDITOR) ? 12 : 1);
  for (guint i = 0; i < LONGEST_SCROLL && !get_box (widget, root, &box); i++)
    ui_test_frames (walk->window, 1);
  if (!get_box (widget, root, &box))
    {
      blame (walk, widget, "has the focus outside the window");
      return;
    }
  with = draw (root, &box);
  gtk_window_set_focus (GTK_WINDOW (walk->window), NULL);
  ui_test_frames (walk->window, 1);
  without = draw (root, &box);
  if (g_bytes_equal (with, without))
    blame (walk, widget, "is drawn alike with the focus and without");
  gtk_window_set_focus (GTK_WINDOW (walk->window), widget);
  gtk_window_set_focus_visible (GTK_WINDOW (walk->window), TRUE);
}

/* --- what is reached --------------------------------------------------------------------- */

/* What @widget is in that arrows go through: a list, and from libadwaita 1.7 on a switcher. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  const GType types[] = { GTK_TYPE_LIST_BOX, GTK_TYPE_LIST_VIEW, GTK_TYPE_COLUMN_VIEW,
                          ADW_TYPE_VIEW_SWITCHER };
  GtkWidget *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types) && list == NULL; i++)
    list = gtk_widget_get_ancestor (widget, types[i]);
  return list;
}

/* Whether something of @widget is seen, as far as what scrolls has scrolled. */
static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t box, frame;

  if (!gtk_widget_compute_bounds (widget, root, &box))
    return FALSE;
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL;
       around = gtk_widget_get_parent (around))
    {
      if (around != root && gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN)
        continue;
      if (!gtk_widget_compute_bounds (around, root, &frame)
          || !graphene_rect_intersection (&box, &frame, &box) || box.size.width < 1
          || box.size.height < 1)
        return FALSE;
      if (around == root)
        break;
    }
  return TRUE;
}

/* What stands in a long text comes into view by and by; where it is drawn is looked at. */
static void
assert_in_view (Walk *walk, GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, RISALAH_TYPE_EDITOR) != NULL)
    return;
  for (guint i = 0; i < LONGEST_SCROLL && !is_in_view (widget); i++)
    ui_test_frames (walk->window, 1);
  if (!is_in_view (widget))
    blame (walk, widget, "has the focus out of view");
}

/* A list is one stop, wherever in it the focus comes, and so is a text with its tables, whose cells
 * the toolkit sorts by where they were last drawn. */
static GtkWidget *
find_stop (GtkWidget *widget)
{
  GtkWidget *list = find_list (widget);
  GtkWidget *text = gtk_widget_get_ancestor (widget, RISALAH_TYPE_EDITOR);

  return list != NULL ? list : text != NULL ? text : widget;
}

/* Tabs through the window, or the popover, from its beginning to its end; or from its end to its
 * beginning, where @stops are filled. */
static void
walk_through (Walk *walk, GtkWidget *shown, GtkDirectionType direction)
{
  g_autoptr (GHashTable) came = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (GTK_WINDOW (walk->window), NULL);
  for (guint i = 0; i < LONGEST_WALK && gtk_widget_child_focus (shown, direction); i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (walk->window));
      GtkWidget *stop = focus != NULL ? find_stop (focus) : NULL;

      if (focus == NULL || !g_hash_table_add (came, focus))
        return;
      if (walk->stops->len == 0 || g_ptr_array_index (walk->stops, walk->stops->len - 1) != stop)
        g_ptr_array_add (walk->stops, stop);
      assert_in_view (walk, focus);
      if (direction == GTK_DIR_TAB_BACKWARD)
        continue;
      g_hash_table_add (walk->reached, g_object_ref (focus));
      for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
        g_hash_table_add (walk->around, g_object_ref (widget));
      gtk_window_set_focus_visible (GTK_WINDOW (walk->window), TRUE);
      assert_focus_drawn (walk, focus);
    }
}

/* Shift+Tab comes to what Tab came to, the last first. */
static void
assert_way_back (Walk *walk, GtkWidget *shown)
{
  g_autoptr (GPtrArray) there = g_steal_pointer (&walk->stops);

  walk->stops = g_ptr_array_new ();
  walk_through (walk, shown, GTK_DIR_TAB_BACKWARD);
  for (guint i = 0; i < MAX (there->len, walk->stops->len); i++)
    {
      GtkWidget *forward = i < there->len ? g_ptr_array_index (there, there->len - 1 - i) : NULL;
      GtkWidget *back = i < walk->stops->len ? g_ptr_array_index (walk->stops, i) : NULL;
      g_autofree char *other = forward != NULL ? scene_describe (forward) : g_strdup ("nothing");

      if (forward == back)
        continue;
      blame (walk, back != NULL ? back : forward,
             back != NULL ? "Shift+Tab comes here, and should come to" : "Shift+Tab does not come");
      g_test_message ("%s", other);
      return;
    }
}

/* Tab reaches one of a list, arrows the others. */
static gboolean
is_reached (Walk *walk, GtkWidget *widget)
{
  GtkWidget *list = find_list (widget);

  if (g_hash_table_contains (walk->around, widget)
      || (list != NULL && g_hash_table_contains (walk->around, list)))
    return TRUE;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_hash_table_contains (walk->reached, widget))
      return TRUE;
  return FALSE;
}

static void
assert_all_reached (Walk *walk, GtkWidget *widget, GtkWidget *shown)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget)
      || (GTK_IS_NATIVE (widget) && widget != shown))
    return;
  if (widget != shown
      && (GTK_IS_ACTIONABLE (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget)
          || gtk_widget_get_focusable (widget))
      && gtk_widget_get_can_focus (widget) && !GTK_IS_SCROLLBAR (widget)
      && gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL
      && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL && !is_reached (walk, widget))
    {
      blame (walk, widget, "is not reached by Tab");
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_all_reached (walk, child, shown);
}

/* --- the tests --------------------------------------------------------------------------- */

/* The rules of the style sheet are others; the way is the same. */
static gboolean
is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* Popovers that stand beside the text are reached by their keys; what they hold is in the menus. */
static void
walk_scenes (WindowFixture *fixture, const Scene *list, GHashTable *kinds)
{
  for (const Scene *scene = list; scene->name != NULL; scene++)
    {
      GtkWidget *shown;
      Walk walk = { 0 };

      shown = scene_open (scene, fixture);
      walk = (Walk){ scene->name, GTK_WIDGET (gtk_widget_get_root (shown)),
                     g_hash_table_new_full (NULL, NULL, g_object_unref, NULL),
                     g_hash_table_new_full (NULL, NULL, g_object_unref, NULL), kinds,
                     g_ptr_array_new () };

      if (scene->kind != SCENE_POPOVER && !ADW_IS_ABOUT_WINDOW (shown))
        {
          ui_test_wait_until (gtk_window_is_active (GTK_WINDOW (walk.window)));
          walk_through (&walk, shown, GTK_DIR_TAB_FORWARD);
          assert_all_reached (&walk, shown, shown);
          if (!is_high_contrast ())
            assert_way_back (&walk, shown);
        }
      scene_close (scene, fixture, shown);
      g_hash_table_unref (walk.reached);
      g_hash_table_unref (walk.around);
      g_ptr_array_unref (walk.stops);
    }
}

static void
test_focus (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (data));
  if (!is_high_contrast () || g_test_slow ())
    walk_scenes (fixture, scenes_sheets, kinds);
  walk_scenes (fixture, scenes_places, kinds);
}

static void
add_test (const char *style, AdwColorScheme scheme)
{
  g_autofree char *path
      = g_strconcat ("/focus/", is_high_contrast () ? "high-contrast/" : "", style, NULL);

  g_test_add (path, WindowFixture, GINT_TO_POINTER (scheme), scenes_set_up, test_focus,
              window_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  scenes_init (&argc, &argv);
  add_test ("light", ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (g_test_slow ()) /* the same rules of the style sheet, in other colours */
    add_test ("dark", ADW_COLOR_SCHEME_FORCE_DARK);
  return g_test_run ();
}
