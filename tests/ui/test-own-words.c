/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet for words that mean the same: what is typed is saved, what is wrong is said. */

#include <glib/gstdio.h>

#include "risalah-own-words-sheet.h"
#include "risalah-own-words.h"
#include "ui-test.h"

static void
test_save (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *sheet = risalah_own_words_sheet_show (GTK_WINDOW (parent));
  GtkWidget *view = ui_test_find (sheet, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkWidget *save = ui_test_find_button (sheet, "_Save");
  GtkWidget *problem
      = GTK_WIDGET (gtk_widget_get_template_child (sheet, RISALAH_TYPE_OWN_WORDS_SHEET, "problem"));
  gpointer weak = sheet;
  g_autofree char *kept = NULL;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Words that mean the same");
  gtk_text_buffer_set_text (buffer, "kapal hantu", -1);
  g_signal_emit_by_name (save, "clicked");
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem)), "kapal hantu"));

  g_object_add_weak_pointer (G_OBJECT (sheet), &weak);
  gtk_text_buffer_set_text (buffer, "kapal hantu; ghost ship", -1);
  g_signal_emit_by_name (save, "clicked");
  ui_test_wait_until (weak == NULL);
  kept = risalah_own_words_load (NULL);
  g_assert_cmpstr (kept, ==, "kapal hantu; ghost ship\n");
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("risalah-own-words-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (folder, "risalah", "vocabulary", "glossary.tsv", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/own-words/save", test_save);
  status = g_test_run ();
  /* The file, and each folder that it left empty. */
  for (g_autofree char *path = g_steal_pointer (&own); g_str_has_prefix (path, folder);)
    {
      char *parent = g_path_get_dirname (path);

      g_remove (path);
      g_free (path);
      path = parent;
    }
  return status;
}
