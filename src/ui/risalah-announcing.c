/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A status line says its new words to whoever cannot see them, wherever it stands. */

#include "risalah-announcing.h"

#include <gmodule.h>

#define WATCHED "risalah-announced"

/* As GtkAccessibleAnnouncementPriority has them. */
enum
{
  PRIORITY_MEDIUM = 1,
  PRIORITY_HIGH = 2
};

typedef void (*Announce) (GtkAccessible *accessible, const char *words, int priority);

static Announce announce;

/* By its window: what nobody asked for yet is not on the accessibility bus, and is not heard. */
static void
say (GtkWidget *label)
{
  GtkRoot *window = gtk_widget_get_root (label);
  const char *words = gtk_label_get_text (GTK_LABEL (label));
  gboolean is_alert
      = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_ALERT;

  if (gtk_widget_get_mapped (label) && *words != '\0')
    announce (GTK_ACCESSIBLE (window), words, is_alert ? PRIORITY_HIGH : PRIORITY_MEDIUM);
}

/* An alert has come to say something, a status line waits until its words change. */
static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkAccessibleRole role;

  if (!GTK_IS_LABEL (widget))
    return G_SOURCE_CONTINUE;
  role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  if (role == GTK_ACCESSIBLE_ROLE_ALERT)
    say (widget);
  if ((role == GTK_ACCESSIBLE_ROLE_ALERT || role == GTK_ACCESSIBLE_ROLE_STATUS)
      && g_object_get_data (G_OBJECT (widget), WATCHED) == NULL)
    {
      g_object_set_data (G_OBJECT (widget), WATCHED, GINT_TO_POINTER (TRUE));
      g_signal_connect (widget, "notify::label", G_CALLBACK (say), NULL);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * risalah_announcing_start:
 *
 * From now on every label whose role is status or alert announces its words when they change, and
 * an alert when it appears. Up to 4.12 the toolkit tells the screen reader of such changes itself;
 * since 4.14 it wants to be asked, by a function that the versions before do not have.
 */
void
risalah_announcing_start (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      GModule *program = g_module_open (NULL, G_MODULE_BIND_LAZY);
      gboolean is_test = g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0;
      gpointer symbol;

      /* What the toolkit has for tests cannot announce, and crashes. */
      if (program != NULL && !is_test
          && g_module_symbol (program, "gtk_accessible_announce", &symbol))
        {
          announce = (Announce)symbol;
          g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
          g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL,
                                      NULL);
        }
      g_once_init_leave (&is_done, 1);
    }
}
