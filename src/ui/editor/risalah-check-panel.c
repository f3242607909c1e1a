/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check found in the open brief. The check runs on a thread over a snapshot, a moment
 * after the typing pauses; a finding leads to its place, and offers what can be done there. */

#include "risalah-check-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "risalah-check-fixes.h"
#include "risalah-checking.h"
#include "risalah-finding-row.h"
#include "risalah-messages.h"
#include "risalah-widget.h"

#define PAUSE_MS 1500

struct _RisalahCheckPanel
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *failed_page;

  RisalahEditor *editor; /* borrowed: a sibling in the same dock */
  RisalahSession *session;
  GPtrArray *findings; /* (nullable) RisalahFinding */
  RisalahDocument *checked;
  GCancellable *checking;
  guint timer;
};

G_DEFINE_FINAL_TYPE (RisalahCheckPanel, risalah_check_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHECKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RisalahFinding *
finding_at (RisalahCheckPanel *self, guint index)
{
  return self->findings->pdata[index];
}

static void
fill_list (RisalahCheckPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->findings->len; i++)
    gtk_list_box_append (self->list, risalah_finding_row_new (finding_at (self, i)));
  gtk_stack_set_visible_child_name (self->stack, self->findings->len > 0 ? "list" : "clean");
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahCheckPanel) self = RISALAH_CHECK_PANEL (data);
  g_autoptr (GError) error = NULL;
  GPtrArray *findings
      = risalah_session_check_document_finish (RISALAH_SESSION (source), result, &error);

  if (risalah_messages_was_cancelled (error) || self->session == NULL)
    {
      g_clear_pointer (&findings, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->checking);
  if (findings == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  fill_list (self);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static gboolean
pause_cb (gpointer data)
{
  RisalahCheckPanel *self = RISALAH_CHECK_PANEL (data);

  self->timer = 0;
  risalah_check_panel_check_now (self);
  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (RisalahCheckPanel *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session != NULL)
    self->timer = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, RisalahCheckPanel *self)
{
  risalah_check_panel_show_finding (self, self->checked,
                                    finding_at (self, gtk_list_box_row_get_index (row)));
}

/* Switches a rule off in this brief, with the analyst's reason. */
static void
switch_off_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahCheckPanel *self = RISALAH_CHECK_PANEL (widget);
  const char *rule, *reason;
  RisalahPosition from, to;

  g_variant_get (parameter, "(&s&s)", &rule, &reason);
  risalah_editor_get_selection (self->editor, &from, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_set_rule (risalah_editor_get_document (self->editor),
                                                       &from, rule, *reason != '\0' ? reason : NULL);

    risalah_editor_apply (self->editor, &edit);
  }
  risalah_check_panel_check_now (self);
}

/* Places are those of the document that was checked; of another one it is checked again first. */
static void
fix_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahCheckPanel *self = RISALAH_CHECK_PANEL (widget);
  guint index = (guint)g_variant_get_int32 (parameter);

  if (self->findings == NULL || index >= self->findings->len || self->session == NULL)
    return;
  if (self->checked == risalah_editor_get_document (self->editor))
    risalah_check_fix_run (widget, self->editor, self->session, finding_at (self, index));
  else
    risalah_messages_show (widget, _ ("The text has changed and is checked again"));
  risalah_check_panel_check_now (self);
}

static void
now_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  risalah_check_panel_check_now (RISALAH_CHECK_PANEL (widget));
}

static void
risalah_check_panel_dispose (GObject *object)
{
  RisalahCheckPanel *self = RISALAH_CHECK_PANEL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->session);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_CHECK_PANEL);
  risalah_widget_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (risalah_check_panel_parent_class)->dispose (object);
}

static void
risalah_check_panel_finalize (GObject *object)
{
  RisalahCheckPanel *self = RISALAH_CHECK_PANEL (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->checked, risalah_document_unref);

  G_OBJECT_CLASS (risalah_check_panel_parent_class)->finalize (object);
}

static void
risalah_check_panel_class_init (RisalahCheckPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_check_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_check_panel_finalize;

  /**
   * RisalahCheckPanel::checked:
   *
   * A check has ended; the number of problems may be another one.
   */
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", RISALAH_TYPE_CHECK_PANEL, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-check-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahCheckPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, RisalahCheckPanel, list);
  gtk_widget_class_bind_template_child (widget_class, RisalahCheckPanel, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checkpanel");
  gtk_widget_class_install_action (widget_class, "check.switch-rule", "(ss)", switch_off_cb);
  gtk_widget_class_install_action (widget_class, "check.fix", "i", fix_cb);
  gtk_widget_class_install_action (widget_class, "check.now", NULL, now_cb);
}

static void
risalah_check_panel_init (RisalahCheckPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_check_panel_set_editor:
 * @self: a check panel
 * @editor: whose document is checked; a sibling, not kept alive
 */
void
risalah_check_panel_set_editor (RisalahCheckPanel *self, RisalahEditor *editor)
{
  g_return_if_fail (RISALAH_IS_CHECK_PANEL (self));
  g_return_if_fail (RISALAH_IS_EDITOR (editor));

  self->editor = editor;
  g_signal_connect_object (editor, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * risalah_check_panel_set_session:
 * @self: a check panel
 * @session: (nullable): what knows the sources; %NULL stops checking
 */
void
risalah_check_panel_set_session (RisalahCheckPanel *self, RisalahSession *session)
{
  g_return_if_fail (RISALAH_IS_CHECK_PANEL (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_set_object (&self->session, session);
}

/**
 * risalah_check_panel_check_now:
 * @self: a check panel
 *
 * Checks the document as it stands, on a thread.
 */
void
risalah_check_panel_check_now (RisalahCheckPanel *self)
{
  g_return_if_fail (RISALAH_IS_CHECK_PANEL (self));

  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  if (self->findings == NULL)
    gtk_stack_set_visible_child_name (self->stack, "waiting");
  g_clear_pointer (&self->checked, risalah_document_unref);
  self->checked = risalah_document_ref (risalah_editor_get_document (self->editor));
  self->checking = g_cancellable_new ();
  risalah_session_check_document_async (self->session, self->checked, self->checking, checked_cb,
                                        g_object_ref (self));
}

/**
 * risalah_check_panel_show_finding:
 * @self: a check panel
 * @checked: the document that was checked
 * @finding: what was found in it
 *
 * Selects the finding's place in the text. It may have moved since the check; what is left of it is
 * shown.
 */
void
risalah_check_panel_show_finding (RisalahCheckPanel *self,
                                  RisalahDocument *checked,
                                  const RisalahFinding *finding)
{
  RisalahDocument *document;
  RisalahPosition start, end;

  g_return_if_fail (RISALAH_IS_CHECK_PANEL (self));
  g_return_if_fail (checked != NULL && finding != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "brief.show", "s", "text");
  document = risalah_editor_get_document (self->editor);
  start = finding->start;
  end = finding->end;
  if (start.block >= risalah_document_get_n_blocks (document))
    start.block = risalah_document_get_n_blocks (document) - 1;
  if (document != checked || end.block >= risalah_document_get_n_blocks (document))
    end = start;
  risalah_editor_show_position (self->editor, &start);
  risalah_editor_select (self->editor, &start, &end);
}

/**
 * risalah_check_panel_get_n_problems:
 * @self: a check panel
 *
 * Returns: how many errors and warnings the last check found, -1 before the first
 */
int
risalah_check_panel_get_n_problems (RisalahCheckPanel *self)
{
  int n = 0;

  g_return_val_if_fail (RISALAH_IS_CHECK_PANEL (self), -1);

  if (self->findings == NULL)
    return -1;
  for (guint i = 0; i < self->findings->len; i++)
    n += finding_at (self, i)->severity != RISALAH_SEVERITY_NOTE;
  return n;
}
