/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are typed and saved as the analyst's glossary; a wrong one is named and nothing saved.
 */

#include "risalah-own-words-sheet.h"

#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-own-words.h"
#include "risalah-sheet.h"

struct _RisalahOwnWordsSheet
{
  AdwWindow parent_instance;

  GtkLabel *problem;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (RisalahOwnWordsSheet, risalah_own_words_sheet, ADW_TYPE_WINDOW)

static void
show_problem (RisalahOwnWordsSheet *self, const GError *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
save_cb (RisalahOwnWordsSheet *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  if (risalah_own_words_save (text, &error))
    {
      risalah_messages_show (GTK_WIDGET (self),
                             _ ("Saved. Searches know these words when Risalah is started again."));
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    show_problem (self, error);
}

static void
risalah_own_words_sheet_class_init (RisalahOwnWordsSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/sources/risalah-own-words-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahOwnWordsSheet, problem);
  gtk_widget_class_bind_template_child (widget_class, RisalahOwnWordsSheet, view);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_own_words_sheet_init (RisalahOwnWordsSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_own_words_sheet_show:
 * @parent: the window that it stands before
 *
 * Returns: (transfer none): the sheet, with the words as they are
 */
GtkWidget *
risalah_own_words_sheet_show (GtkWindow *parent)
{
  RisalahOwnWordsSheet *self
      = g_object_new (RISALAH_TYPE_OWN_WORDS_SHEET, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = risalah_own_words_load (&error);

  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  show_problem (self, error);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WIDGET (self);
}
