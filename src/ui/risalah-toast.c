/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit's toast has one line, which it cuts off. What does not fit in it stands here over
 * several lines, with the buttons below. */

#include "risalah-toast.h"

/* Pixels: the margins around a toast and within it, with its button to close. */
#define AROUND 116

/* Pixels: the margins within a button, and what is before it. */
#define AROUND_BUTTON 48

static PangoLayout *
create_layout (GtkWidget *overlay, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (overlay, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
get_text_width (GtkWidget *overlay, const char *text)
{
  g_autoptr (PangoLayout) layout = create_layout (overlay, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* A toast is asked for its height before it has its width: its lines must be broken already. */
static char *
break_lines (GtkWidget *overlay, const char *text, int width)
{
  g_autoptr (PangoLayout) layout = create_layout (overlay, text);
  g_autoptr (GString) lines = g_string_new (NULL);

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      const PangoLayoutLine *part = line->data;
      g_autofree char *words = g_strndup (text + part->start_index, part->length);

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", g_strstrip (words));
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
pressed_cb (AdwToast *toast)
{
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

/* The toast's own button, to stand below its words. */
static GtkWidget *
take_button (AdwToast *toast)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (adw_toast_get_button_label (toast));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), adw_toast_get_action_name (toast));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          adw_toast_get_action_target_value (toast));
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed_cb), toast, G_CONNECT_SWAPPED);
  adw_toast_set_button_label (toast, NULL);
  return button;
}

static GtkWidget *
create_low_title (AdwToast *toast, const char *lines, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), create_label (lines));
  gtk_box_append (GTK_BOX (box), buttons);
  if (adw_toast_get_button_label (toast) != NULL)
    gtk_box_append (GTK_BOX (buttons), take_button (toast));
  if (button != NULL)
    gtk_box_append (GTK_BOX (buttons), button);
  gtk_widget_set_visible (buttons, gtk_widget_get_first_child (buttons) != NULL);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static GtkWidget *
create_wide_title (const char *text, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), create_label (text));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/**
 * risalah_toast_fit:
 * @toast: a toast with its title and the label of its button
 * @overlay: where it is shown or will be
 * @button: (transfer floating) (nullable): another button
 *
 * Lets the whole title be seen. To be called again when the title was set anew.
 */
void
risalah_toast_fit (AdwToast *toast, AdwToastOverlay *overlay, GtkWidget *button)
{
  GtkWidget *widget = GTK_WIDGET (overlay);
  g_autofree char *text = NULL;
  const char *label;
  int needed, most;

  g_return_if_fail (ADW_IS_TOAST (toast) && ADW_IS_TOAST_OVERLAY (overlay));

  if (!pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &text, NULL, NULL))
    text = g_strdup (adw_toast_get_title (toast));
  label = adw_toast_get_button_label (toast);
  most = gtk_widget_get_width (widget) - AROUND;
  needed = get_text_width (widget, text) + (button != NULL ? AROUND_BUTTON : 0)
           + (label != NULL ? get_text_width (widget, label) + AROUND_BUTTON : 0);
  if (needed > most && gtk_widget_get_width (widget) > 0)
    {
      g_autofree char *lines = break_lines (widget, text, most);

      adw_toast_set_custom_title (toast, create_low_title (toast, lines, button));
    }
  else if (button != NULL)
    adw_toast_set_custom_title (toast, create_wide_title (text, button));
}

/**
 * risalah_toast_show:
 * @overlay: where to show it
 * @toast: (transfer full): a toast with its title and the label of its button
 * @button: (transfer floating) (nullable): another button
 */
void
risalah_toast_show (AdwToastOverlay *overlay, AdwToast *toast, GtkWidget *button)
{
  risalah_toast_fit (toast, overlay, button);
  adw_toast_overlay_add_toast (overlay, toast);
}
