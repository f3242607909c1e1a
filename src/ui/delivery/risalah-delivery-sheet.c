/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices are the brief's own fields: each makes a new edition, whose pages are shown at once.
 * Only when the brief leaves are they kept with it, as one step of the editor. */

#include "risalah-delivery-sheet.h"

#include <glib/gi18n.h>

#include "risalah-adaptive-bin.h"
#include "risalah-brief-details.h"
#include "risalah-brief-printing.h"
#include "risalah-checking.h"
#include "risalah-delivery-findings.h"
#include "risalah-delivery.h"
#include "risalah-dialogs.h"
#include "risalah-export-task.h"
#include "risalah-messages.h"
#include "risalah-options.h"
#include "risalah-sheet.h"

/* Of a proposed file name, in characters. */
#define LONGEST_NAME 80

/* Of the options beside the pages, in pixels. */
#define OPTIONS_WIDTH 360

struct _RisalahDeliverySheet
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *confirm_button;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  RisalahAdaptiveBin *adaptive;
  GtkOrientable *panes;
  GtkStack *stack;
  RisalahPagePreview *preview;
  AdwStatusPage *no_pages;
  GtkWidget *options;
  AdwExpanderRow *check_row;
  AdwActionRow *problems_row;
  AdwComboRow *format_row;
  AdwComboRow *design_row;
  AdwComboRow *paper_row;
  AdwComboRow *contents_row;
  AdwComboRow *style_row;
  AdwComboRow *classification_row;
  GtkSwitch *annex_switch;
  GtkSwitch *draft_switch;

  RisalahBriefDock *dock;
  RisalahDocument *document; /* as the editor has it */
  GPtrArray *findings;       /* (nullable) (element-type RisalahFinding): of @document */
  gboolean is_print;
  gboolean is_filling;
  GCancellable *creating; /* (nullable): the edition that is to be shown */
  GCancellable *checking;
  GCancellable *delivering; /* (nullable): while the brief leaves */
  GFile *file;              /* (nullable): where to */
};

G_DEFINE_FINAL_TYPE (RisalahDeliverySheet, risalah_delivery_sheet, ADW_TYPE_WINDOW)

/* A field of the brief that one of the rows says. */
typedef struct
{
  RisalahDocumentField field;
  const RisalahOption *options;
  gsize row;
} Choice;

static const Choice choices[] = {
  { RISALAH_DOCUMENT_EXPORT_FORMAT, risalah_options_format,
    G_STRUCT_OFFSET (RisalahDeliverySheet, format_row) },
  { RISALAH_DOCUMENT_PAGE_DESIGN, risalah_options_page_design,
    G_STRUCT_OFFSET (RisalahDeliverySheet, design_row) },
  { RISALAH_DOCUMENT_PAPER, risalah_options_paper,
    G_STRUCT_OFFSET (RisalahDeliverySheet, paper_row) },
  { RISALAH_DOCUMENT_CONTENTS, risalah_options_contents,
    G_STRUCT_OFFSET (RisalahDeliverySheet, contents_row) },
  { RISALAH_DOCUMENT_CITATION_STYLE, risalah_options_citation_style,
    G_STRUCT_OFFSET (RisalahDeliverySheet, style_row) },
  { RISALAH_DOCUMENT_CLASSIFICATION, risalah_options_classification,
    G_STRUCT_OFFSET (RisalahDeliverySheet, classification_row) },
};

static AdwComboRow *
get_row (RisalahDeliverySheet *self, const Choice *choice)
{
  return G_STRUCT_MEMBER (AdwComboRow *, self, choice->row);
}

static RisalahSession *
get_session (RisalahDeliverySheet *self)
{
  return risalah_brief_dock_get_session (self->dock);
}

static RisalahFormat
get_format (RisalahDeliverySheet *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);
  RisalahFormat format = RISALAH_FORMAT_PDF;

  if (!self->is_print)
    risalah_format_from_string (risalah_options_format[selected].value, &format);
  return format;
}

/* Takes @document and returns it with the field. */
static RisalahDocument *
with_field (RisalahDocument *document, RisalahDocumentField field, const char *value)
{
  RisalahDocument *changed = risalah_document_with_field (document, field, value);

  risalah_document_unref (document);
  return changed;
}

/* The brief as it was chosen to be. What nobody touched stays as it is, said or not. */
static RisalahDocument *
create_chosen (RisalahDeliverySheet *self)
{
  RisalahDocument *chosen = risalah_document_ref (self->document);
  gboolean is_draft = gtk_switch_get_active (self->draft_switch);
  gboolean has_annex = gtk_switch_get_active (self->annex_switch);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char *value = risalah_document_get_field (self->document, choices[i].field);
      guint selected = adw_combo_row_get_selected (get_row (self, &choices[i]));

      if (selected != risalah_options_find (choices[i].options, value))
        chosen = with_field (chosen, choices[i].field, choices[i].options[selected].value);
    }
  if (is_draft == risalah_document_is_final (chosen))
    chosen = with_field (chosen, RISALAH_DOCUMENT_STATUS, is_draft ? "draft" : "final");
  if (has_annex != (*risalah_document_get_field (chosen, RISALAH_DOCUMENT_SOURCE_ANNEX) != '\0'))
    chosen = with_field (chosen, RISALAH_DOCUMENT_SOURCE_ANNEX, has_annex ? "yes" : "");
  return chosen;
}

static void
show_what_is_made (RisalahDeliverySheet *self)
{
  RisalahFormat format = get_format (self);
  gboolean has_pages = format == RISALAH_FORMAT_PDF;

  gtk_stack_set_visible_child_name (self->stack, has_pages ? "pages" : "no-pages");
  gtk_widget_set_sensitive (GTK_WIDGET (self->design_row), has_pages);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_row), has_pages);
  gtk_widget_set_sensitive (GTK_WIDGET (self->contents_row), has_pages);
  adw_status_page_set_description (
      self->no_pages,
      format == RISALAH_FORMAT_MARKDOWN
          ? _ ("The text with its headings, lists, tables and notes, for any editor.")
          : _ ("The whole brief with its notes and pictures, for any browser."));
}

static void
edition_created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahDeliverySheet) self = RISALAH_DELIVERY_SHEET (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahEdition) edition
      = risalah_session_create_edition_finish (RISALAH_SESSION (source), result, &error);

  if (risalah_messages_was_cancelled (error))
    return;
  g_clear_object (&self->creating);
  if (self->preview == NULL)
    return;
  if (edition != NULL)
    risalah_page_preview_set_edition (self->preview, edition);
  else
    risalah_messages_show_error (GTK_WIDGET (self), error);
}

/* Shows the pages as they would be with what is chosen now. */
static void
show_pages (RisalahDeliverySheet *self)
{
  g_autoptr (RisalahDocument) chosen = create_chosen (self);

  show_what_is_made (self);
  g_cancellable_cancel (self->creating);
  g_clear_object (&self->creating);
  if (get_format (self) != RISALAH_FORMAT_PDF)
    return;
  self->creating = g_cancellable_new ();
  risalah_session_create_edition_async (get_session (self), chosen, NULL, self->creating,
                                        edition_created_cb, g_object_ref (self));
}

static void
chosen_cb (RisalahDeliverySheet *self)
{
  if (!self->is_filling)
    show_pages (self);
}

static void
preview_changed_cb (RisalahDeliverySheet *self)
{
  const char *const *problems = risalah_page_preview_get_problems (self->preview);

  gtk_widget_set_visible (GTK_WIDGET (self->problems_row), problems != NULL);
  if (problems != NULL)
    {
      g_autofree char *text = g_strjoinv ("\n", (char **)problems);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      adw_action_row_set_subtitle (self->problems_row, escaped);
    }
}

static void
preview_failed_cb (RisalahDeliverySheet *self, const GError *error)
{
  risalah_messages_show_error (GTK_WIDGET (self), error);
}

static void
finding_chosen_cb (const RisalahFinding *finding, gpointer owner)
{
  g_autoptr (RisalahDeliverySheet) self = g_object_ref (owner);

  if (self->delivering != NULL)
    return;
  risalah_brief_dock_show_finding (self->dock, self->document, finding);
  gtk_window_close (GTK_WINDOW (self));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahDeliverySheet) self = RISALAH_DELIVERY_SHEET (data);
  g_autoptr (GError) error = NULL;
  GPtrArray *findings
      = risalah_session_check_document_finish (RISALAH_SESSION (source), result, &error);

  if (findings != NULL && self->check_row != NULL && self->findings == NULL)
    {
      self->findings = findings;
      risalah_delivery_findings_show (self->check_row, findings, finding_chosen_cb, self);
      return;
    }
  g_clear_pointer (&findings, g_ptr_array_unref);
  if (self->check_row != NULL && error != NULL && !risalah_messages_was_cancelled (error))
    adw_expander_row_set_subtitle (self->check_row, error->message);
}

static void
room_changed_cb (RisalahDeliverySheet *self)
{
  gboolean is_narrow = risalah_adaptive_bin_get_room (self->adaptive) == RISALAH_ROOM_NARROW;

  gtk_orientable_set_orientation (self->panes, is_narrow ? GTK_ORIENTATION_VERTICAL
                                                         : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->options, is_narrow ? -1 : OPTIONS_WIDTH, -1);
}

/* The rows as the document says. */
static void
fill (RisalahDeliverySheet *self)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char *value = risalah_document_get_field (self->document, choices[i].field);

      adw_combo_row_set_selected (get_row (self, &choices[i]),
                                  risalah_options_find (choices[i].options, value));
    }
  gtk_switch_set_active (
      self->annex_switch,
      *risalah_document_get_field (self->document, RISALAH_DOCUMENT_SOURCE_ANNEX) != '\0');
  gtk_switch_set_active (self->draft_switch, !risalah_document_is_final (self->document));
  self->is_filling = FALSE;
}

static void
take_document (RisalahDeliverySheet *self)
{
  RisalahEditor *editor = risalah_brief_dock_get_editor (self->dock);

  g_clear_pointer (&self->document, risalah_document_unref);
  self->document = risalah_document_ref (risalah_editor_get_document (editor));
}

/* Keeps with the brief what was chosen. */
static void
keep_choices (RisalahDeliverySheet *self)
{
  RisalahEditor *editor = risalah_brief_dock_get_editor (self->dock);
  g_autoptr (RisalahDocument) chosen = create_chosen (self);
  RisalahEdit edit = { .outcome = RISALAH_EDIT_DONE, .document = chosen,
                       .step = RISALAH_EDIT_STEP_ACT };

  if (risalah_document_equal (chosen, self->document))
    return;
  risalah_editor_get_selection (editor, &edit.from, &edit.cursor);
  risalah_editor_apply (editor, &edit);
  take_document (self);
}

/* --- the brief leaves --------------------------------------------------------------------- */

static void
set_delivering (RisalahDeliverySheet *self, gboolean is_delivering)
{
  g_clear_object (&self->delivering);
  if (is_delivering)
    self->delivering = g_cancellable_new ();
  if (self->options == NULL)
    return;
  gtk_widget_set_sensitive (self->options, !is_delivering);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "delivery.confirm", !is_delivering);
  gtk_revealer_set_reveal_child (self->progress_revealer, is_delivering && !self->is_print);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_progress_bar_set_text (self->progress_bar, _ ("Writing the file…"));
}

static void
progress_cb (double fraction, gpointer owner)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (owner);

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
tell_written (RisalahDeliverySheet *self, const RisalahExportReport *report)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *text
      = report->n_pages > 0
            ? g_strdup_printf (ngettext ("“%s” written: %u page", "“%s” written: %u pages",
                                         report->n_pages),
                               name, report->n_pages)
            : g_strdup_printf (_ ("“%s” written"), name);

  risalah_messages_show_file (GTK_WIDGET (self->dock), text, self->file);
  if (report->problems != NULL && report->problems[0] != NULL)
    {
      g_autofree char *problems = g_strjoinv ("\n", report->problems);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” Was Written"), name);

      risalah_dialogs_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), heading, problems);
    }
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (source);
  g_auto (RisalahExportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  if (risalah_export_task_finish (result, &report, &error))
    {
      tell_written (self, &report);
      set_delivering (self, FALSE);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  set_delivering (self, FALSE);
  if (risalah_messages_was_cancelled (error))
    risalah_messages_show (GTK_WIDGET (self), _ ("Export cancelled; no file was written"));
  else
    risalah_messages_show_error (GTK_WIDGET (self), error);
}

static void
printed_cb (GtkPrintOperation *operation,
            GtkPrintOperationResult result,
            RisalahDeliverySheet *self)
{
  set_delivering (self, FALSE);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    gtk_window_close (GTK_WINDOW (self));
}

/* The brief's title as the name of a file, without an ending. */
static char *
dup_file_name (RisalahDocument *document)
{
  const char *title = risalah_document_get_title (document);
  char *name;

  if (title == NULL || *title == '\0')
    title = _ ("Untitled brief");
  name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_NAME));
  return g_strdelimit (name, "/\\:*?\"<>|\n", '-');
}

static void
print (RisalahDeliverySheet *self, RisalahEdition *edition)
{
  g_autofree char *name = dup_file_name (self->document);
  g_autoptr (GtkPrintOperation) operation
      = risalah_brief_printing_new (edition, name, GTK_WINDOW (self));

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  risalah_brief_printing_run (operation, GTK_WINDOW (self));
}

/* The brief leaves with the day of its last change, as from the command line. */
static void
edition_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahDeliverySheet) self = RISALAH_DELIVERY_SHEET (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahEdition) edition
      = risalah_session_create_edition_finish (RISALAH_SESSION (source), result, &error);

  if (edition == NULL)
    {
      set_delivering (self, FALSE);
      if (!risalah_messages_was_cancelled (error))
        risalah_messages_show_error (GTK_WIDGET (self), error);
    }
  else if (self->is_print)
    print (self, edition);
  else
    risalah_export_task_run (self, edition, get_format (self), self->file, progress_cb,
                             self->delivering, exported_cb, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RisalahDeliverySheet) self = RISALAH_DELIVERY_SHEET (data);
  RisalahOpenBrief *brief = risalah_brief_dock_get_brief (self->dock);
  RisalahDelivery delivery = { NULL };

  /* A brief that cannot be saved, which the dock says, leaves as it stands, as of now. */
  if (risalah_brief_dock_save_finish (self->dock, result, NULL) && brief != NULL)
    delivery.date = risalah_open_brief_get_modified (brief) / G_USEC_PER_SEC;
  risalah_session_create_edition_async (get_session (self), self->document, &delivery,
                                        self->delivering, edition_made_cb, g_object_ref (self));
}

static void
deliver (RisalahDeliverySheet *self)
{
  if (self->delivering != NULL)
    return;
  set_delivering (self, TRUE);
  keep_choices (self);
  risalah_brief_dock_save_async (self->dock, NULL, saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (gpointer owner, GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  risalah_delivery_sheet_export (RISALAH_DELIVERY_SHEET (owner), file);
}

static void
confirm_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (widget);
  g_autofree char *stem = NULL, *name = NULL;

  if (self->is_print)
    {
      deliver (self);
      return;
    }
  stem = dup_file_name (self->document);
  name = g_strconcat (stem, ".", risalah_format_to_string (get_format (self)), NULL);
  risalah_dialogs_choose (GTK_WINDOW (self), RISALAH_CHOICE_SAVE, _ ("Export the Brief"), name,
                          file_chosen_cb, self);
}

/* Stops what is under way, and closes where nothing is. */
static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (widget);

  if (self->delivering != NULL)
    g_cancellable_cancel (self->delivering);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
details_saved_cb (gpointer owner)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (owner);

  if (self->preview == NULL)
    return;
  take_document (self);
  fill (self);
  show_pages (self);
}

static void
details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (widget);

  keep_choices (self);
  risalah_brief_details_present (self->dock, GTK_WINDOW (self), details_saved_cb, self);
}

static gboolean
risalah_delivery_sheet_close_request (GtkWindow *window)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (window);

  if (self->delivering != NULL)
    {
      g_cancellable_cancel (self->delivering);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (risalah_delivery_sheet_parent_class)->close_request (window);
}

static void
risalah_delivery_sheet_dispose (GObject *object)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (object);

  g_cancellable_cancel (self->creating);
  g_clear_object (&self->creating);
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_cancellable_cancel (self->delivering);
  g_clear_object (&self->delivering);
  if (self->preview != NULL)
    risalah_page_preview_set_edition (self->preview, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_DELIVERY_SHEET);
  g_clear_object (&self->dock);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (risalah_delivery_sheet_parent_class)->dispose (object);
}

static void
risalah_delivery_sheet_finalize (GObject *object)
{
  RisalahDeliverySheet *self = RISALAH_DELIVERY_SHEET (object);

  g_clear_pointer (&self->document, risalah_document_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (risalah_delivery_sheet_parent_class)->finalize (object);
}

static void
risalah_delivery_sheet_class_init (RisalahDeliverySheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = risalah_delivery_sheet_dispose;
  object_class->finalize = risalah_delivery_sheet_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = risalah_delivery_sheet_close_request;

  g_type_ensure (RISALAH_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RISALAH_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/delivery/risalah-delivery-sheet.ui");
#define BIND(child) \
  gtk_widget_class_bind_template_child (widget_class, RisalahDeliverySheet, child)
  BIND (title);
  BIND (confirm_button);
  BIND (progress_revealer);
  BIND (progress_bar);
  BIND (adaptive);
  BIND (panes);
  BIND (stack);
  BIND (preview);
  BIND (no_pages);
  BIND (options);
  BIND (check_row);
  BIND (problems_row);
  BIND (format_row);
  BIND (design_row);
  BIND (paper_row);
  BIND (contents_row);
  BIND (style_row);
  BIND (classification_row);
  BIND (annex_switch);
  BIND (draft_switch);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
  gtk_widget_class_install_action (widget_class, "delivery.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "delivery.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "delivery.details", NULL, details_cb);
  risalah_sheet_class_prepare (widget_class, "delivery.cancel");
}

static void
risalah_delivery_sheet_init (RisalahDeliverySheet *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GListModel) labels = risalah_options_create_model (choices[i].options);

      adw_combo_row_set_model (get_row (self, &choices[i]), labels);
    }
  room_changed_cb (self);
}

static void
set_up (RisalahDeliverySheet *self, const char *format)
{
  const char *brief_title = risalah_document_get_title (self->document);

  adw_window_title_set_title (self->title, self->is_print ? _ ("Print") : _ ("Export"));
  adw_window_title_set_subtitle (self->title, brief_title != NULL ? brief_title : "");
  gtk_window_set_title (GTK_WINDOW (self), self->is_print ? _ ("Print") : _ ("Export"));
  gtk_button_set_label (self->confirm_button, self->is_print ? _ ("_Print…") : _ ("_Export…"));
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), !self->is_print);
  fill (self);
  if (format != NULL && *format != '\0')
    adw_combo_row_set_selected (self->format_row,
                                risalah_options_find (risalah_options_format, format));
}

/**
 * risalah_delivery_sheet_present:
 * @dock: a dock with an open brief
 * @is_print: whether the brief is printed, not written as a file
 * @format: (nullable): the format that is chosen at first; %NULL or "" for the last one
 *
 * Shows the sheet before the dock's window.
 *
 * Returns: (transfer none): the sheet
 */
RisalahDeliverySheet *
risalah_delivery_sheet_present (RisalahBriefDock *dock, gboolean is_print, const char *format)
{
  RisalahDeliverySheet *self;

  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (dock), NULL);
  g_return_val_if_fail (risalah_brief_dock_get_brief (dock) != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_DELIVERY_SHEET, "transient-for",
                       gtk_widget_get_root (GTK_WIDGET (dock)), NULL);
  self->dock = g_object_ref (dock);
  self->is_print = is_print;
  take_document (self);
  set_up (self, format);
  self->checking = g_cancellable_new ();
  risalah_session_check_document_async (get_session (self), self->document, self->checking,
                                        checked_cb, g_object_ref (self));
  show_pages (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * risalah_delivery_sheet_export:
 * @self: a sheet that is not for printing
 * @file: where the brief is written
 *
 * Keeps what was chosen, writes the file and closes.
 */
void
risalah_delivery_sheet_export (RisalahDeliverySheet *self, GFile *file)
{
  g_return_if_fail (RISALAH_IS_DELIVERY_SHEET (self));
  g_return_if_fail (!self->is_print && G_IS_FILE (file));

  g_set_object (&self->file, file);
  deliver (self);
}

/**
 * risalah_delivery_sheet_get_preview:
 * @self: a sheet
 *
 * Returns: (transfer none): where the pages are shown
 */
RisalahPagePreview *
risalah_delivery_sheet_get_preview (RisalahDeliverySheet *self)
{
  g_return_val_if_fail (RISALAH_IS_DELIVERY_SHEET (self), NULL);

  return self->preview;
}
