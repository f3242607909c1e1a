/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of a brief as one text. What was added or removed is told by form as well as by
 * colour, and each change can be visited and read out. */

#include "risalah-comparison-view.h"

#include <glib/gi18n.h>

/* Words that changed in one place: where they stand in the buffer, and how they are read out. */
typedef struct
{
  int start;
  int end;
  GString *removed;
  GString *added;
} Change;

struct _RisalahComparisonView
{
  GtkTextView parent_instance;

  GtkTextTag *added;
  GtkTextTag *removed;
  GtkTextTag *headings[4]; /* title, then heading 1 to 3 */
  GArray *changes;         /* Change */
  int current;             /* the change that was visited last, -1 for none */
  guint n_added;
  guint n_removed;
};

G_DEFINE_FINAL_TYPE (RisalahComparisonView, risalah_comparison_view, GTK_TYPE_TEXT_VIEW)

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_string_free (change->removed, TRUE);
  g_string_free (change->added, TRUE);
}

static GtkTextTag *
heading_tag (RisalahComparisonView *self, RisalahBriefBlock *block)
{
  switch ((guint)risalah_brief_block_get_kind (block))
    {
    case RISALAH_BRIEF_BLOCK_TITLE:
      return self->headings[0];
    case RISALAH_BRIEF_BLOCK_HEADING:
      return self->headings[CLAMP (risalah_brief_block_get_level (block), 1, 3)];
    default:
      return NULL;
    }
}

static void
note_change (RisalahComparisonView *self, const RisalahComparedRun *run, int start, int end)
{
  Change *last = self->changes->len > 0
                     ? &g_array_index (self->changes, Change, self->changes->len - 1)
                     : NULL;

  if (last == NULL || last->end != start)
    {
      Change change = { start, end, g_string_new (NULL), g_string_new (NULL) };

      g_array_append_val (self->changes, change);
      last = &g_array_index (self->changes, Change, self->changes->len - 1);
    }
  last->end = end;
  g_string_append (run->kind == RISALAH_COMPARED_ADDED ? last->added : last->removed, run->text);
}

static void
insert_run (RisalahComparisonView *self,
            GtkTextBuffer *buffer,
            GtkTextIter *iter,
            const RisalahComparedRun *run,
            GtkTextTag *heading)
{
  int start = gtk_text_iter_get_offset (iter);
  GtkTextIter from;

  gtk_text_buffer_insert (buffer, iter, run->text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  if (heading != NULL)
    gtk_text_buffer_apply_tag (buffer, heading, &from, iter);
  if (run->kind == RISALAH_COMPARED_SAME)
    return;
  gtk_text_buffer_apply_tag (
      buffer, run->kind == RISALAH_COMPARED_ADDED ? self->added : self->removed, &from, iter);
  note_change (self, run, start, gtk_text_iter_get_offset (iter));
}

/* The colours of success and error, as the theme has them now. */
static void
take_colours (RisalahComparisonView *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (style, "success_color", &colour))
    g_object_set (self->added, "foreground-rgba", &colour, NULL);
  if (gtk_style_context_lookup_color (style, "error_color", &colour))
    g_object_set (self->removed, "foreground-rgba", &colour, NULL);
}

static void
risalah_comparison_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (risalah_comparison_view_parent_class)->css_changed (widget, change);
  if (RISALAH_COMPARISON_VIEW (widget)->added != NULL)
    take_colours (RISALAH_COMPARISON_VIEW (widget));
}

static void
risalah_comparison_view_finalize (GObject *object)
{
  g_array_unref (RISALAH_COMPARISON_VIEW (object)->changes);

  G_OBJECT_CLASS (risalah_comparison_view_parent_class)->finalize (object);
}

static void
risalah_comparison_view_class_init (RisalahComparisonViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_comparison_view_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = risalah_comparison_view_css_changed;
}

static void
risalah_comparison_view_init (RisalahComparisonView *self)
{
  static const double scales[] = { 1.5, 1.3, 1.15, 1.05 };
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
  self->current = -1;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    self->headings[i] = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD,
                                                    "scale", scales[i], NULL);
  self->added
      = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->removed = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, NULL);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_above_lines (view, 3);
  gtk_text_view_set_pixels_below_lines (view, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "brief-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Both versions as one text"), -1);
  take_colours (self);
}

/**
 * risalah_comparison_view_show:
 * @self: a comparison view
 * @before: the earlier version
 * @after: the later one
 *
 * Shows both merged.
 */
void
risalah_comparison_view_show (RisalahComparisonView *self,
                              RisalahDocument *before,
                              RisalahDocument *after)
{
  g_autoptr (RisalahComparison) comparison = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (RISALAH_IS_COMPARISON_VIEW (self));
  g_return_if_fail (before != NULL && after != NULL);

  comparison = risalah_document_compare (before, after);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_get_end_iter (buffer, &iter);
  g_array_set_size (self->changes, 0);
  self->current = -1;
  self->n_added = comparison->n_added;
  self->n_removed = comparison->n_removed;
  for (guint i = 0; i < comparison->runs->len; i++)
    {
      const RisalahComparedRun *run = &g_array_index (comparison->runs, RisalahComparedRun, i);
      RisalahBriefBlock *block = run->after >= 0 ? risalah_document_get_block (after, run->after)
                                                 : risalah_document_get_block (before, run->before);

      if (run->begins_block && i > 0)
        gtk_text_buffer_insert (buffer, &iter, "\n", 1);
      insert_run (self, buffer, &iter, run, heading_tag (self, block));
    }
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/**
 * risalah_comparison_view_get_n_added:
 * @self: a comparison view
 *
 * Returns: how many words the later version has more
 */
guint
risalah_comparison_view_get_n_added (RisalahComparisonView *self)
{
  g_return_val_if_fail (RISALAH_IS_COMPARISON_VIEW (self), 0);

  return self->n_added;
}

/**
 * risalah_comparison_view_get_n_removed:
 * @self: a comparison view
 *
 * Returns: how many words of the earlier version the later one lacks
 */
guint
risalah_comparison_view_get_n_removed (RisalahComparisonView *self)
{
  g_return_val_if_fail (RISALAH_IS_COMPARISON_VIEW (self), 0);

  return self->n_removed;
}

/**
 * risalah_comparison_view_get_n_changes:
 * @self: a comparison view
 *
 * Returns: in how many places the versions differ
 */
guint
risalah_comparison_view_get_n_changes (RisalahComparisonView *self)
{
  g_return_val_if_fail (RISALAH_IS_COMPARISON_VIEW (self), 0);

  return self->changes->len;
}

static char *
describe (RisalahComparisonView *self, const Change *change)
{
  g_autofree char *removed = g_strstrip (g_strdup (change->removed->str));
  g_autofree char *added = g_strstrip (g_strdup (change->added->str));

  if (*removed == '\0')
    return g_strdup_printf (_ ("%d of %u, added: %s"), self->current + 1, self->changes->len,
                            added);
  if (*added == '\0')
    return g_strdup_printf (_ ("%d of %u, removed: %s"), self->current + 1, self->changes->len,
                            removed);
  return g_strdup_printf (_ ("%d of %u, “%s” became “%s”"), self->current + 1, self->changes->len,
                          removed, added);
}

/**
 * risalah_comparison_view_go_to:
 * @self: a comparison view
 * @by: 1 for the next change, -1 for the one before
 *
 * Selects a change and brings it into view; after the last comes the first.
 *
 * Returns: (transfer full) (nullable): the change in words, %NULL where the versions are alike
 */
char *
risalah_comparison_view_go_to (RisalahComparisonView *self, int by)
{
  GtkTextBuffer *buffer;
  const Change *change;
  GtkTextIter start, end;
  int n;

  g_return_val_if_fail (RISALAH_IS_COMPARISON_VIEW (self), NULL);

  n = (int)self->changes->len;
  if (n == 0)
    return NULL;
  self->current = self->current < 0 && by < 0 ? n - 1 : (self->current + by + n) % n;
  change = &g_array_index (self->changes, Change, self->current);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, change->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, change->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1,
                                FALSE, 0, 0);
  return describe (self, change);
}
