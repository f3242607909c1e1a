/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture is in the library before the row names it, by its hash; one that cannot be read leaves
 * the row as it was. */

#include "risalah-logo-row.h"

#include <glib/gi18n.h>

#include "risalah-dialogs.h"
#include "risalah-figures.h"
#include "risalah-library.h"
#include "risalah-media.h"
#include "risalah-messages.h"

#define SIZE 40

struct _RisalahLogoRow
{
  AdwActionRow parent_instance;

  GtkPicture *picture;
  GtkButton *remove_button;

  RisalahSession *session;
  char *hash; /* "" for none */
  GCancellable *reading;
};

/* A picture on its way into the library, or out of it. */
typedef struct
{
  char *hash;
  GBytes *bytes; /* (nullable) */
} Picture;

G_DEFINE_FINAL_TYPE (RisalahLogoRow, risalah_logo_row, ADW_TYPE_ACTION_ROW)

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->hash);
  g_clear_pointer (&picture->bytes, g_bytes_unref);
  g_free (picture);
}

static void
take (RisalahLogoRow *self, const char *hash)
{
  g_free (self->hash);
  self->hash = g_strdup (hash != NULL ? hash : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), *self->hash != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->picture), *self->hash != '\0');
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *self->hash != '\0' ? NULL : _ ("None"));
}

static void
show_bytes (RisalahLogoRow *self, GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  if (texture == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("The library does not have it any more"));
}

static gboolean
read_job (RisalahConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Picture *picture = data;

  picture->bytes = risalah_media_get (connection, picture->hash, NULL, error);
  return picture->bytes != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahLogoRow) self = RISALAH_LOGO_ROW (data);
  g_autoptr (GError) error = NULL;
  Picture *picture = risalah_library_get_job_data (result);

  if (risalah_library_read_finish (RISALAH_LIBRARY (source), result, &error)
      || !risalah_messages_was_cancelled (error))
    if (self->picture != NULL && g_strcmp0 (self->hash, picture->hash) == 0)
      show_bytes (self, picture->bytes);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahLogoRow) self = RISALAH_LOGO_ROW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash
      = risalah_session_add_picture_finish (RISALAH_SESSION (source), result, &error);

  if (self->picture == NULL)
    return;
  if (hash != NULL)
    risalah_logo_row_set_logo (self, RISALAH_SESSION (source), hash);
  else
    risalah_messages_show_error (GTK_WIDGET (self), error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahLogoRow) self = RISALAH_LOGO_ROW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (self->session == NULL)
    return;
  if (bytes != NULL)
    risalah_session_add_picture_async (self->session, bytes, name, NULL, stored_cb,
                                       g_object_ref (self));
  else
    risalah_messages_show_error (GTK_WIDGET (self), error);
}

static void
chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  risalah_logo_row_load (RISALAH_LOGO_ROW (owner), file);
}

static void
choose_cb (GtkButton *button, RisalahLogoRow *self)
{
  risalah_dialogs_choose (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                          RISALAH_CHOICE_FILES, _ ("Choose a Logo"), NULL, chosen_cb, self);
}

static void
remove_cb (GtkButton *button, RisalahLogoRow *self)
{
  take (self, "");
}

static void
risalah_logo_row_dispose (GObject *object)
{
  RisalahLogoRow *self = RISALAH_LOGO_ROW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  self->picture = NULL;
  g_clear_pointer (&self->hash, g_free);

  G_OBJECT_CLASS (risalah_logo_row_parent_class)->dispose (object);
}

static void
risalah_logo_row_class_init (RisalahLogoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = risalah_logo_row_dispose;
}

static GtkWidget *
create_button (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return button;
}

static void
risalah_logo_row_init (RisalahLogoRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);
  GtkWidget *choose = create_button ("document-open-symbolic", _ ("Choose a Logo"));

  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_alternative_text (self->picture, _ ("Logo"));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), SIZE, SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  self->remove_button
      = GTK_BUTTON (create_button ("edit-delete-symbolic", _ ("Remove the Logo")));
  adw_action_row_add_suffix (row, GTK_WIDGET (self->picture));
  adw_action_row_add_suffix (row, GTK_WIDGET (self->remove_button));
  adw_action_row_add_suffix (row, choose);
  adw_action_row_set_activatable_widget (row, choose);
  g_signal_connect (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect (self->remove_button, "clicked", G_CALLBACK (remove_cb), self);
  take (self, "");
}

/**
 * risalah_logo_row_set_logo:
 * @self: a row
 * @session: whose library has the picture
 * @hash: the picture's, "" for none
 */
void
risalah_logo_row_set_logo (RisalahLogoRow *self, RisalahSession *session, const char *hash)
{
  Picture *picture;

  g_return_if_fail (RISALAH_IS_LOGO_ROW (self));
  g_return_if_fail (RISALAH_IS_SESSION (session) && hash != NULL);

  g_set_object (&self->session, session);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  take (self, hash);
  if (*hash == '\0')
    return;
  picture = g_new0 (Picture, 1);
  picture->hash = g_strdup (hash);
  self->reading = g_cancellable_new ();
  risalah_library_read_async (risalah_session_get_library (session), RISALAH_LANE_ROWS, read_job,
                              picture, picture_free, self->reading, read_cb, g_object_ref (self));
}

/**
 * risalah_logo_row_get_logo:
 * @self: a row
 *
 * Returns: (transfer none): the picture's hash, "" for none
 */
const char *
risalah_logo_row_get_logo (RisalahLogoRow *self)
{
  g_return_val_if_fail (RISALAH_IS_LOGO_ROW (self), "");

  return self->hash;
}

/**
 * risalah_logo_row_load:
 * @self: a row with a session
 * @file: a PNG or JPEG file
 *
 * Stores the picture in the library and shows it. What goes wrong is said in the window.
 */
void
risalah_logo_row_load (RisalahLogoRow *self, GFile *file)
{
  g_return_if_fail (RISALAH_IS_LOGO_ROW (self) && G_IS_FILE (file));

  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
}
