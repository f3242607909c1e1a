/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief beside the other places: its text, shelf, outline and check, and what the status line
 * says of them. */

#include "risalah-brief-dock-private.h"

#include <glib/gi18n.h>

#include "risalah-brief-actions.h"
#include "risalah-brief-keys.h"
#include "risalah-settings.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

G_DEFINE_FINAL_TYPE (RisalahBriefDock, risalah_brief_dock, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SESSION = 1,
  PROP_BRIEF,
} RisalahBriefDockProperty;

static GParamSpec *properties[PROP_BRIEF + 1];

static gboolean
count_mark_cb (RisalahDocument *document,
               const RisalahPosition *at,
               const RisalahMark *mark,
               gpointer data)
{
  guint *counts = data;

  counts[0] += mark->kind == RISALAH_MARK_QUOTATION;
  counts[1] += mark->kind == RISALAH_MARK_CITATION && mark->citation->quotation_uid == NULL;
  return TRUE;
}

static void
show_counts (RisalahBriefDock *self)
{
  RisalahDocument *document = risalah_editor_get_document (self->editor);
  guint counts[2] = { 0, 0 }, n_words = risalah_document_count_words (document);
  g_autofree char *quotations = NULL, *words = NULL, *text = NULL;

  risalah_document_foreach_mark (document, count_mark_cb, counts);
  quotations = g_strdup_printf (ngettext ("%u quote", "%u quotes", counts[0]), counts[0]);
  words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  if (counts[1] > 0)
    {
      g_autofree char *citations
          = g_strdup_printf (ngettext ("%u citation", "%u citations", counts[1]), counts[1]);

      text = g_strjoin (" · ", quotations, citations, words, NULL);
    }
  else
    text = g_strjoin (" · ", quotations, words, NULL);
  gtk_label_set_text (self->count_label, text);
}

static void
show_title (RisalahBriefDock *self)
{
  const char *title = risalah_document_get_title (risalah_editor_get_document (self->editor));

  if (title == NULL || *title == '\0')
    title = _ ("Untitled brief");
  if (g_strcmp0 (gtk_label_get_text (self->title_label), title) != 0)
    {
      gtk_label_set_text (self->title_label, title);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
    }
}

static void
show_save_state (RisalahBriefDock *self)
{
  const char *text = "";

  if (self->saver == NULL)
    return;
  switch (risalah_brief_saver_get_state (self->saver))
    {
    case RISALAH_SAVE_STATE_SAVED:
      text = _ ("Saved");
      break;
    case RISALAH_SAVE_STATE_PENDING:
    case RISALAH_SAVE_STATE_WRITING:
      text = _ ("Saving…");
      break;
    case RISALAH_SAVE_STATE_FAILED:
      text = _ ("Not saved");
      break;
    default:
      g_assert_not_reached ();
    }
  if (g_strcmp0 (gtk_label_get_text (self->saved_label), text) != 0) /* it is announced */
    gtk_label_set_text (self->saved_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved_label),
                               risalah_brief_saver_get_failure (self->saver));
}

/*
 * risalah_brief_dock_update_status:
 *
 * The status line: what the brief holds, and whether it is saved.
 */
void
risalah_brief_dock_update_status (RisalahBriefDock *self)
{
  show_counts (self);
  show_save_state (self);
}

static gboolean
counts_cb (gpointer data)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (data);

  self->counts_timer = 0;
  show_counts (self);
  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (RisalahBriefDock *self)
{
  if (self->saver == NULL)
    return;
  risalah_brief_saver_set_document (self->saver, risalah_editor_get_document (self->editor));
  risalah_brief_dock_update (self);
  risalah_brief_dock_passages_changed (self);
  if (self->counts_timer == 0)
    self->counts_timer = g_timeout_add (300, counts_cb, self);
}

/*
 * risalah_brief_dock_update:
 *
 * What follows the cursor and the document at once: actions, style, title.
 */
void
risalah_brief_dock_update (RisalahBriefDock *self)
{
  risalah_brief_actions_update (G_ACTION_MAP (self->actions), self->editor);
  risalah_format_bar_set_style (self->format_bar, risalah_brief_actions_style (self->editor));
  show_title (self);
}

static void
show_problems (RisalahBriefDock *self)
{
  int n = risalah_check_panel_get_n_problems (self->check);
  g_autofree char *text = NULL;

  gtk_stack_page_set_needs_attention (self->check_page, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_button), n > 0);
  if (n <= 0)
    return;
  text = g_strdup_printf (ngettext ("%d problem", "%d problems", n), n);
  gtk_button_set_label (self->problems_button, text);
}

static void
insert_from_shelf_cb (RisalahBriefDock *self, const RisalahQuotation *quotation)
{
  gtk_stack_set_visible_child_name (self->pages, "text");
  risalah_brief_dock_insert_quotation (self, quotation);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
cite_from_shelf_cb (RisalahBriefDock *self, const RisalahQuotation *quotation)
{
  gtk_stack_set_visible_child_name (self->pages, "text");
  risalah_brief_dock_insert_citation (self, quotation);
  risalah_editor_focus (self->editor);
}

static void
risalah_brief_dock_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (object);

  switch ((RisalahBriefDockProperty)id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_BRIEF:
      g_value_set_object (value, self->brief);
      break;
    }
}

static void
risalah_brief_dock_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (object);

  switch ((RisalahBriefDockProperty)id)
    {
    case PROP_SESSION:
      risalah_brief_dock_set_session (self, g_value_get_object (value));
      break;
    case PROP_BRIEF:
      break;
    }
}

static void
risalah_brief_dock_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (RISALAH_BRIEF_DOCK (widget)->stack), width, height, baseline,
                       NULL);
  gtk_popover_present (GTK_POPOVER (RISALAH_BRIEF_DOCK (widget)->popover));
}

static void
risalah_brief_dock_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (RISALAH_BRIEF_DOCK (widget)->stack), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
risalah_brief_dock_dispose (GObject *object)
{
  RisalahBriefDock *self = RISALAH_BRIEF_DOCK (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->counts_timer, g_source_remove);
  risalah_brief_dock_forget_passages (self);
  if (self->saver != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->saver, self);
      risalah_brief_saver_save_async (self->saver, NULL, NULL, NULL);
      g_clear_object (&self->saver);
    }
  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->editor, self);
      g_signal_handlers_disconnect_by_data (self->check, self);
      g_signal_handlers_disconnect_by_data (self->shelf, self);
      risalah_check_panel_set_session (self->check, NULL);
      risalah_quote_shelf_set_session (self->shelf, NULL);
    }
  risalah_brief_dock_follow_library (self, NULL);
  g_clear_weak_pointer (&self->pair);
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->refused, risalah_document_unref);
  g_clear_object (&self->brief);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  if (self->popover != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->popover));
      g_clear_object (&self->popover);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_BRIEF_DOCK);
  risalah_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->actions);
  g_clear_pointer (&self->awaited, risalah_quotation_free);
  g_clear_pointer (&self->awaited_event, risalah_event_free);

  G_OBJECT_CLASS (risalah_brief_dock_parent_class)->dispose (object);
}

static void
risalah_brief_dock_class_init (RisalahBriefDockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = risalah_brief_dock_get_property;
  object_class->set_property = risalah_brief_dock_set_property;
  object_class->dispose = risalah_brief_dock_dispose;
  widget_class->measure = risalah_brief_dock_measure;
  widget_class->size_allocate = risalah_brief_dock_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, RISALAH_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BRIEF]
      = g_param_spec_object ("brief", NULL, NULL, RISALAH_TYPE_OPEN_BRIEF,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (RISALAH_TYPE_CHECK_PANEL);
  g_type_ensure (RISALAH_TYPE_EDITOR);
  g_type_ensure (RISALAH_TYPE_FIND_BAR);
  g_type_ensure (RISALAH_TYPE_FORMAT_BAR);
  g_type_ensure (RISALAH_TYPE_OUTLINE);
  g_type_ensure (RISALAH_TYPE_QUOTE_SHELF);
  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-brief-dock.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, stack);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, recent_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, pages);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, title_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, count_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, saved_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, problems_button);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, changes_bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, changes_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, format_bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, find_bar);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, editor);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, outline);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, shelf);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, check);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDock, check_page);
  gtk_widget_class_set_css_name (widget_class, "briefdock");
  risalah_brief_keys_install (widget_class);
}

static void
spelling_changed_cb (RisalahBriefDock *self)
{
  if (self->editor != NULL)
    risalah_editor_set_checks_spelling (self->editor,
                                        g_settings_get_boolean (self->settings, "check-spelling"));
}

/* Without the settings' schema, as in tests, spelling is checked. */
static void
follow_spelling_setting (RisalahBriefDock *self)
{
  self->settings = risalah_settings_new ();
  if (self->settings == NULL)
    {
      risalah_editor_set_checks_spelling (self->editor, TRUE);
      return;
    }
  g_signal_connect_object (self->settings, "changed::check-spelling",
                           G_CALLBACK (spelling_changed_cb), self, G_CONNECT_SWAPPED);
  spelling_changed_cb (self);
}

static void
risalah_brief_dock_init (RisalahBriefDock *self)
{
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_brief_actions_add (G_ACTION_MAP (self->actions), self->editor);
  risalah_brief_dock_add_actions (self);
  risalah_brief_dock_add_delivery (self);
  risalah_brief_dock_add_changes (self);
  risalah_brief_dock_add_pair (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "brief", G_ACTION_GROUP (self->actions));
  risalah_find_bar_set_editor (self->find_bar, self->editor);
  risalah_outline_set_editor (self->outline, self->editor);
  risalah_quote_shelf_set_editor (self->shelf, self->editor);
  risalah_check_panel_set_editor (self->check, self->editor);
  g_signal_connect_swapped (self->shelf, "insert", G_CALLBACK (insert_from_shelf_cb), self);
  g_signal_connect_swapped (self->shelf, "cite", G_CALLBACK (cite_from_shelf_cb), self);
  g_signal_connect_swapped (self->check, "checked", G_CALLBACK (show_problems), self);
  self->popover = risalah_quotation_popover_new (self->editor);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  follow_spelling_setting (self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (self->editor, "refused", G_CALLBACK (risalah_quotation_popover_open),
                            self->popover);
  g_signal_connect_swapped (self->editor, "cursor-moved", G_CALLBACK (risalah_brief_dock_update),
                            self);
}

/**
 * risalah_brief_dock_new:
 * @session: (nullable): the session
 *
 * Returns: (transfer full): a dock with no brief open
 */
GtkWidget *
risalah_brief_dock_new (RisalahSession *session)
{
  return g_object_new (RISALAH_TYPE_BRIEF_DOCK, "session", session, NULL);
}

/**
 * risalah_brief_dock_get_session:
 * @self: a dock
 *
 * Returns: (transfer none) (nullable): the session
 */
RisalahSession *
risalah_brief_dock_get_session (RisalahBriefDock *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (self), NULL);

  return self->session;
}

/**
 * risalah_brief_dock_set_session:
 * @self: a dock
 * @session: (nullable): the session
 *
 * Another session closes the open brief.
 */
void
risalah_brief_dock_set_session (RisalahBriefDock *self, RisalahSession *session)
{
  RisalahLibrary *library;

  g_return_if_fail (RISALAH_IS_BRIEF_DOCK (self));

  if (self->session == session)
    return;
  risalah_brief_dock_close (self);
  g_set_object (&self->session, session);
  risalah_quote_shelf_set_session (self->shelf, session);
  library = session != NULL ? risalah_session_get_library (session) : NULL;
  risalah_quotation_popover_set_library (self->popover, library);
  risalah_editor_set_session (self->editor, session);
  risalah_brief_dock_follow_library (self, library);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * risalah_brief_dock_get_brief:
 * @self: a dock
 *
 * Returns: (transfer none) (nullable): the open brief
 */
RisalahOpenBrief *
risalah_brief_dock_get_brief (RisalahBriefDock *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (self), NULL);

  return self->brief;
}

/**
 * risalah_brief_dock_get_editor:
 * @self: a dock
 *
 * Returns: (transfer none): its editor
 */
RisalahEditor *
risalah_brief_dock_get_editor (RisalahBriefDock *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (self), NULL);

  return self->editor;
}

/**
 * risalah_brief_dock_get_actions:
 * @self: a dock
 *
 * Returns: (transfer none): the actions of the group "brief", for the window's own menus and keys
 */
GActionGroup *
risalah_brief_dock_get_actions (RisalahBriefDock *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
