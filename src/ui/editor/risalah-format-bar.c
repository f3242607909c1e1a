/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of buttons above the text. All of them are actions of the group "brief"; the bar only
 * says which paragraph style the cursor stands in. */

#include "risalah-format-bar.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

#include <glib/gi18n.h>

struct _RisalahFormatBar
{
  GtkWidget parent_instance;

  GtkLabel *style_label;
  GtkMenuButton *style_button;
};

G_DEFINE_FINAL_TYPE (RisalahFormatBar, risalah_format_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *style;
  const char *label;
} styles[] = {
  { "paragraph", N_ ("Text") },          { "heading-1", N_ ("Heading 1") },
  { "heading-2", N_ ("Heading 2") },     { "heading-3", N_ ("Heading 3") },
  { "bullet", N_ ("Bulleted List") },    { "numbered", N_ ("Numbered List") },
  { "key-messages", N_ ("Key Messages") }, { "title", N_ ("Title") },
  { "subtitle", N_ ("Subtitle") },       { "quotation", N_ ("Quotation") },
  { "object", N_ ("Object") },
};

static void
risalah_format_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_FORMAT_BAR);
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_format_bar_parent_class)->dispose (object);
}

static void
risalah_format_bar_class_init (RisalahFormatBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_format_bar_dispose;
  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-format-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahFormatBar, style_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahFormatBar, style_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formatbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
risalah_format_bar_init (RisalahFormatBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_format_bar_set_style (self, "paragraph");
}

/**
 * risalah_format_bar_set_style:
 * @self: a format bar
 * @style: the state of the action "brief.style"
 *
 * Shows which paragraph style the cursor stands in.
 */
void
risalah_format_bar_set_style (RisalahFormatBar *self, const char *style)
{
  g_return_if_fail (RISALAH_IS_FORMAT_BAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i].style, style) == 0)
      {
        g_autofree char *name = g_strdup_printf (_ ("Paragraph style: %s"), _ (styles[i].label));

        gtk_label_set_text (self->style_label, _ (styles[i].label));
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->style_button),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      }
}
