/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of every scene, and of every menu in it, in Indonesian, with larger text than usual, on
 * window of 1280, 900 or 360 pixels: what test-large-text measures, to be looked at.
 * tests/screenshots runs it, on a screen of that size: a popover is no wider than that.
 *
 * usage: scene-pictures FOLDER PERCENT WIDTH */

#include "pictures.h"
#include "scenes.h"

typedef struct
{
  const char *folder;
  int percent;
  guint n_menus; /* in one scene */
} Album;

static void
look_cb (const SceneView *view, gpointer data)
{
  Album *album = data;
  g_autofree char *name = g_strdelimit (g_strdup (view->scene->name), " ", '-');
  g_autofree char *menu = NULL, *file = NULL, *path = NULL;

  album->n_menus = view->button == NULL ? 0 : album->n_menus + 1;
  menu = album->n_menus > 0 ? g_strdup_printf ("-menu-%u", album->n_menus) : g_strdup ("");
  file = g_strdup_printf ("%d-%04d-%s%s.png", album->percent, view->size->width, name, menu);
  path = g_build_filename (album->folder, file, NULL);
  picture_save (view->shown, path);
}

int
main (int argc, char **argv)
{
  WindowFixture fixture = { 0 };
  const SceneSize *size = scene_sizes;
  Album album = { 0 };

  scenes_init (&argc, &argv);
  g_log_set_always_fatal (G_LOG_FATAL_MASK); /* the toolkit rounds heights of some fonts amiss */
  if (argc < 4)
    return 2;
  album.folder = argv[1];
  album.percent = atoi (argv[2]);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi",
                96 * PANGO_SCALE * album.percent / 100, NULL);
  while (size->width != atoi (argv[3]) && size < &scene_sizes[N_SCENE_SIZES - 1])
    size++;
  scenes_set_up (&fixture, NULL);
  scenes_walk (&fixture, scenes_sheets, size, look_cb, &album);
  scenes_walk (&fixture, scenes_places, size, look_cb, &album);
  window_fixture_tear_down (&fixture, NULL);
  scenes_set_up_nothing (&fixture, NULL);
  scenes_walk (&fixture, scenes_of_nothing, size, look_cb, &album);
  window_fixture_tear_down (&fixture, NULL);
  return 0;
}
