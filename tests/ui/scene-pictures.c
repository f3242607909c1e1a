/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of every scene, and of every menu in it, in Indonesian, with larger text than usual, on
 * windows of 1280, 900 and 360 pixels: what test-large-text measures, to be looked at.
 * tests/screenshots runs it.
 *
 * usage: scene-pictures FOLDER PERCENT */

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
  const Scene *const lists[] = { scenes_sheets, scenes_places, scenes_of_nothing };
  Album album = { 0 };

  scenes_init (&argc, &argv);
  g_log_set_always_fatal (G_LOG_FATAL_MASK); /* the toolkit rounds heights of some fonts amiss */
  if (argc < 3)
    return 2;
  album.folder = argv[1];
  album.percent = atoi (argv[2]);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi",
                96 * PANGO_SCALE * album.percent / 100, NULL);
  for (guint i = 0; i < N_SCENE_SIZES; i++)
    for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
      {
        WindowFixture fixture = { 0 };

        if (lists[list] == scenes_of_nothing)
          scenes_set_up_nothing (&fixture, NULL);
        else
          scenes_set_up (&fixture, NULL);
        scenes_walk (&fixture, lists[list], &scene_sizes[i], look_cb, &album);
        window_fixture_tear_down (&fixture, NULL);
      }
  return 0;
}
