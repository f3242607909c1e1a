/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that keep their room where text is large or a window narrow: over several lines, below one
 * another, or whole in a tooltip. The toolkit's own labels stand on one line. */

#include "risalah-large-text.h"

#include <adwaita.h>

#define USUAL_DPI (96 * PANGO_SCALE)
#define LARGE_TEXT 1.5
#define DIALOG_MARGIN 48

/* Of a row: the label that says above it what it is about. */
#define TITLE_ABOVE "risalah-title-above"

/* Within a popover: pixels that are no label's, and how wide a label may wish to be. */
#define AROUND_LABEL 110
#define LEAST_CHARS 12
#define MOST_CHARS 60

/**
 * risalah_large_text_get_scale:
 * @widget: a widget
 *
 * Returns: how much larger the analyst has text than usual: 1, or 2 for 200 %
 */
double
risalah_large_text_get_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double)dpi / USUAL_DPI : 1;
}

/**
 * risalah_large_text_get_dialog_width:
 * @parent: the window that a dialog stands before
 * @usual: the width of its rows with text of the usual size, in pixels
 *
 * Returns: the width that they need with the analyst's text, as far as @parent has it
 */
int
risalah_large_text_get_dialog_width (GtkWidget *parent, int usual)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), usual);

  return CLAMP (gtk_widget_get_width (parent) - 2 * DIALOG_MARGIN, usual,
                MAX (usual * risalah_large_text_get_scale (parent), usual));
}

/* What was chosen, on the button that opens the choices. */
static gboolean
is_choice (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, GTK_TYPE_DROP_DOWN) != NULL
         && gtk_widget_get_ancestor (label, GTK_TYPE_LIST_VIEW) == NULL;
}

/* A popover is asked for its height before it is made as narrow as the screen. */
static void
fit_label (GtkLabel *label)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_POPOVER);
  PangoFontMetrics *metrics;
  int character, room;

  if (popover == NULL || gtk_widget_get_root (popover) == NULL)
    return;
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (label)), NULL,
                                       NULL);
  character = MAX (pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE, 1);
  room = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (popover))) - AROUND_LABEL;
  gtk_label_set_max_width_chars (label, CLAMP (room / character, LEAST_CHARS, MOST_CHARS));
  pango_font_metrics_unref (metrics);
}

static void
wrap_label (GtkLabel *label, PangoWrapMode mode)
{
  fit_label (label);
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE || gtk_label_get_wrap (label))
    return;
  if (is_choice (GTK_WIDGET (label)))
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  else
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, mode);
      /* Only where it must: a menu is as wide as its words where there is room. */
      gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
      if (g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (GTK_WIDGET (label))),
                       "GtkModelButton"))
        gtk_label_set_xalign (label, 0); /* of several lines, all begin there */
    }
}

/**
 * risalah_large_text_wrap_labels:
 * @widget: a widget
 *
 * Lets every label under @widget that would stand on one line go over several where the room is
 * narrow or the text large. What was chosen from a list is cut off instead: the list says it all.
 */
void
risalah_large_text_wrap_labels (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    wrap_label (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    risalah_large_text_wrap_labels (child);
}

/* The words of buttons and choices, and no word is broken: a label that may be a letter wide would
 * make a popover as tall as that takes. */
static void
wrap_controls (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget)
      && (gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL
          || gtk_widget_get_ancestor (widget, GTK_TYPE_CHECK_BUTTON) != NULL))
    wrap_label (GTK_LABEL (widget), PANGO_WRAP_WORD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_controls (child);
}

/* Menus, the list of a choice, and questions are laid out by the toolkit. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  return GTK_IS_POPOVER_MENU (widget) || ADW_IS_MESSAGE_DIALOG (widget)
         || (GTK_IS_POPOVER (widget)
             && (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
                 || gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL));
}

static void
lower_choices (GtkWidget *widget)
{
  if (ADW_IS_COMBO_ROW (widget))
    {
      const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));

      if (subtitle == NULL || *subtitle == '\0')
        adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (widget), TRUE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lower_choices (child);
}

/**
 * risalah_large_text_lower_choices:
 * @widget: a widget
 *
 * With large text, lets what was chosen in each row of choices under @widget stand below what it is
 * about: beside it there is no room. Windows that are shown do so by themselves.
 */
void
risalah_large_text_lower_choices (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (risalah_large_text_get_scale (widget) >= LARGE_TEXT)
    lower_choices (widget);
}

static void
set_title_above (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *title = g_object_get_data (G_OBJECT (row), TITLE_ABOVE);

  if (title != NULL && gtk_list_box_row_get_header (row) != title)
    gtk_list_box_row_set_header (row, title);
}

/* The labels that the row draws in or above what is written. */
static void
hide_labels (GtkEditable *entry)
{
  GtkWidget *area = gtk_widget_get_parent (GTK_WIDGET (entry));

  for (GtkWidget *child = gtk_widget_get_first_child (area); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_widget_set_visible (child, FALSE);
}

/* The title goes out of the row, where it has one line, and stands above it over several. */
static void
raise_title (AdwPreferencesRow *row, GtkListBox *list)
{
  GtkWidget *title = gtk_label_new (NULL);
  GtkEditable *entry = gtk_editable_get_delegate (GTK_EDITABLE (row));

  if (adw_preferences_row_get_use_markup (row))
    gtk_label_set_markup (GTK_LABEL (title), adw_preferences_row_get_title (row));
  else
    gtk_label_set_text (GTK_LABEL (title), adw_preferences_row_get_title (row));
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "title-above");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  adw_preferences_row_set_title (row, "");
  hide_labels (entry);
  g_object_set_data_full (G_OBJECT (row), TITLE_ABOVE, g_object_ref_sink (title), g_object_unref);
  gtk_list_box_set_header_func (list, set_title_above, NULL, NULL);
}

/* A window of preferences looks for titles in all that is in its lists. */
static void
explain_row (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (*title == '\0')
    return;
  if (GTK_IS_LIST_BOX (list) && risalah_large_text_get_scale (row) >= LARGE_TEXT
      && gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_WINDOW) == NULL)
    raise_title (ADW_PREFERENCES_ROW (row), GTK_LIST_BOX (list));
  else if (gtk_widget_get_tooltip_text (row) == NULL)
    gtk_widget_set_tooltip_text (row, title);
}

/**
 * risalah_large_text_explain_rows:
 * @widget: a widget whose rows have their titles
 *
 * Says the whole title of every entry row under @widget, which itself cuts it off: with large text
 * above the row, where it has as many lines as it needs, else in its tooltip. Windows that are shown
 * with large text do so by themselves.
 */
void
risalah_large_text_explain_rows (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (ADW_IS_ENTRY_ROW (widget))
    explain_row (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    risalah_large_text_explain_rows (child);
}

static gboolean
shown_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (is_of_toolkit (widget))
    risalah_large_text_wrap_labels (widget);
  else if (GTK_IS_POPOVER (widget))
    wrap_controls (widget);
  if (GTK_IS_WINDOW (widget) && risalah_large_text_get_scale (widget) >= LARGE_TEXT)
    {
      lower_choices (widget);
      risalah_large_text_explain_rows (widget);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * risalah_large_text_wrap_menus:
 *
 * Lets the words of every menu, list of a choice and question that will be shown, and of the
 * controls in other popovers, go over several lines: the toolkit's own never do. With large text,
 * rows of choices and of words do too.
 */
void
risalah_large_text_wrap_menus (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
      g_signal_add_emission_hook (g_signal_lookup ("show", GTK_TYPE_WIDGET), 0, shown_cb, NULL,
                                  NULL);
      g_once_init_leave (&is_done, 1);
    }
}

/**
 * risalah_large_text_wrap_buttons:
 * @widget: a widget
 *
 * Lets the words of every button under @widget go over several lines where the room is narrow or
 * the text large; tabs stay on one line, which scrolls.
 */
void
risalah_large_text_wrap_buttons (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_STACK_SWITCHER (child))
        continue;
      if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (child))
        {
          gtk_label_set_wrap (GTK_LABEL (child), TRUE);
          gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
        }
      risalah_large_text_wrap_buttons (child);
    }
}
