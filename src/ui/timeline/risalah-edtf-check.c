/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is EDTF, which says everything; the words below it are how it will be read. */

#include "risalah-edtf-check.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * risalah_edtf_mark:
 * @row: a field
 * @is_right: whether what stands in it can be stored
 */
void
risalah_edtf_mark (GtkEditable *row, gboolean is_right)
{
  if (is_right)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* The text with the part from the error on underlined. */
static void
show_error (GtkLabel *words, const char *text, gsize offset, const GError *error)
{
  gsize at = MIN (offset, strlen (text));
  g_autofree char *before = g_markup_escape_text (text, (gssize)at);
  g_autofree char *rest = g_markup_escape_text (text + at, -1);
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  g_autofree char *markup = g_strdup_printf ("%s<b><u>%s</u></b>: %s", before,
                                             *rest != '\0' ? rest : "…", message);

  gtk_label_set_markup (words, markup);
  gtk_widget_add_css_class (GTK_WIDGET (words), "error");
}

/**
 * risalah_edtf_check:
 * @row: a field
 * @words: the line below it
 * @names: how dates are called
 *
 * Returns: whether the field holds a date, or nothing at all
 */
gboolean
risalah_edtf_check (GtkEditable *row, GtkLabel *words, RisalahNames *names)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  g_autoptr (RisalahEdtf) date = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gsize offset = 0;

  gtk_widget_remove_css_class (GTK_WIDGET (words), "error");
  gtk_label_set_text (words, "");
  if (*text != '\0')
    date = risalah_edtf_parse_at (text, &offset, &error);
  risalah_edtf_mark (row, error == NULL);
  if (error != NULL)
    show_error (words, text, offset, error);
  else if (date != NULL)
    {
      said = risalah_names_date (names, text, RISALAH_EDTF_MOD_NONE);
      gtk_label_set_text (words, said);
    }
  return error == NULL;
}
