/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the application can show: each place, sheet, dialog and popover over the example
 * dossier, each opened as the window opens it. The popovers of menu buttons are not in the list:
 * who looks at a scene opens those that it holds. */
#pragma once

#include "window-fixture.h"

typedef enum
{
  SCENE_PLACE,   /* in the window itself */
  SCENE_SHEET,   /* in a window of its own */
  SCENE_POPOVER,
} SceneKind;

typedef struct
{
  const char *name;
  SceneKind kind;
  const char *file; /* (nullable): what presents it, in src/ui, where it has no type of its own */
  void (*open) (WindowFixture *fixture);
} Scene;

/* Those of a library with the example dossier, sheets first, and of an empty one; each list ends
 * with a name that is NULL. */
extern const Scene scenes_sheets[];
extern const Scene scenes_places[];
extern const Scene scenes_of_nothing[];

/* Of the window: a laptop's, half of one, a telephone's. */
#define N_SCENE_SIZES 3

typedef struct
{
  int width;
  int height;
} SceneSize;

extern const SceneSize scene_sizes[N_SCENE_SIZES];

/* What there is to look at: a scene, or a menu that was opened out of one. */
typedef struct
{
  const Scene *scene;
  const SceneSize *size;
  GtkWidget *shown;  /* the window or the popover */
  GtkWidget *button; /* (nullable): what opened the menu */
} SceneView;

typedef void (*SceneLook) (const SceneView *view, gpointer data);

void       scenes_init           (int             *argc,
                                  char          ***argv);
void       scenes_set_up         (WindowFixture   *fixture,
                                  gconstpointer    data);
void       scenes_set_up_nothing (WindowFixture   *fixture,
                                  gconstpointer    data);
GtkWidget *scene_open            (const Scene     *scene,
                                  WindowFixture   *fixture);
void       scene_close           (const Scene     *scene,
                                  WindowFixture   *fixture,
                                  GtkWidget       *shown);
char      *scene_describe        (GtkWidget       *widget);
void       scenes_walk           (WindowFixture   *fixture,
                                  const Scene     *list,
                                  const SceneSize *size,
                                  SceneLook        look_cb,
                                  gpointer         data);
