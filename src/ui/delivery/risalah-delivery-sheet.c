/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices are the brief's own fields: each makes a new edition, whose pages are shown at once.
 * Only when the brief leaves are they kept with it, as one step of the editor. */

#include "risalah-delivery-sheet-private.h"

#include <glib/gi18n.h>

#include "risalah-brief-details.h"
#include "risalah-checking.h"
#include "risalah-delivery-findings.h"
#include "risalah-field-rows.h"
#include "risalah-messages.h"
#include "risalah-sheet.h"

/* Of the options beside the pages, in pixels. */
#define OPTIONS_WIDTH 360

G_DEFINE_FINAL_TYPE (RisalahDeliverySheet, risalah_delivery_sheet, ADW_TYPE_WINDOW)

static const RisalahFieldRow rows[] = {
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

/*
 * risalah_delivery_sheet_get_format:
 *
 * What the brief leaves as; what is printed has the pages of a PDF file.
 */
RisalahFormat
risalah_delivery_sheet_get_format (RisalahDeliverySheet *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);
  RisalahFormat format = RISALAH_FORMAT_PDF;

  if (!self->is_print)
    risalah_format_from_string (risalah_options_format[selected].value, &format);
  return format;
}

/* The brief as it was chosen to be. */
static RisalahDocument *
create_chosen (RisalahDeliverySheet *self)
{
  RisalahDocument *chosen = risalah_field_rows_read (rows, G_N_ELEMENTS (rows), self,
                                                     risalah_document_ref (self->document));
  gboolean is_draft = gtk_switch_get_active (self->draft_switch);
  gboolean has_annex = gtk_switch_get_active (self->annex_switch);

  if (is_draft == risalah_document_is_final (chosen))
    chosen = risalah_field_rows_set (chosen, RISALAH_DOCUMENT_STATUS, is_draft ? "draft" : "final");
  return risalah_field_rows_set (chosen, RISALAH_DOCUMENT_SOURCE_ANNEX, has_annex ? "yes" : "");
}

static const char *
get_description (RisalahFormat format)
{
  switch (format)
    {
    case RISALAH_FORMAT_DOCX:
    case RISALAH_FORMAT_ODT:
      return _ ("The brief with its styles, notes, tables and page numbers, for others to write "
                "on. The word processor makes the pages, which may end elsewhere than in the PDF "
                "file.");
    case RISALAH_FORMAT_MARKDOWN:
      return _ ("The text with its headings, lists, tables and notes, for any editor.");
    case RISALAH_FORMAT_PDF:
    case RISALAH_FORMAT_HTML:
    case RISALAH_FORMAT_XHTML:
      break;
    }
  return _ ("The whole brief with its notes and pictures, for any browser.");
}

static void
show_what_is_made (RisalahDeliverySheet *self)
{
  RisalahFormat format = risalah_delivery_sheet_get_format (self);
  gboolean is_office = format == RISALAH_FORMAT_DOCX || format == RISALAH_FORMAT_ODT;
  gboolean is_shown = format == RISALAH_FORMAT_PDF;
  gboolean has_paper = is_shown || is_office;

  gtk_stack_set_visible_child_name (self->stack, is_shown ? "pages" : "no-pages");
  gtk_widget_set_sensitive (GTK_WIDGET (self->design_row), has_paper);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_row), has_paper);
  gtk_widget_set_sensitive (GTK_WIDGET (self->contents_row), has_paper);
  adw_status_page_set_title (self->no_pages, is_office ? _ ("For Word Processors")
                                                       : _ ("One File, No Pages"));
  adw_status_page_set_description (self->no_pages, get_description (format));
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
  if (risalah_delivery_sheet_get_format (self) != RISALAH_FORMAT_PDF)
    return;
  self->creating = g_cancellable_new ();
  risalah_session_create_edition_async (risalah_brief_dock_get_session (self->dock), chosen, NULL,
                                        self->creating, edition_created_cb, g_object_ref (self));
}

static void
chosen_cb (RisalahDeliverySheet *self)
{
  if (!self->is_filling && self->preview != NULL)
    show_pages (self);
}

static void
preview_changed_cb (RisalahDeliverySheet *self)
{
  const char *const *problems;

  if (self->preview == NULL)
    return;
  problems = risalah_page_preview_get_problems (self->preview);
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

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->panes, is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !is_narrow);
  gtk_widget_set_size_request (self->options, is_narrow ? -1 : OPTIONS_WIDTH, -1);
}

/* The rows as the document says. */
static void
fill (RisalahDeliverySheet *self)
{
  self->is_filling = TRUE;
  risalah_field_rows_fill (rows, G_N_ELEMENTS (rows), self, self->document);
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

/*
 * risalah_delivery_sheet_keep_choices:
 *
 * Keeps with the brief what was chosen.
 */
void
risalah_delivery_sheet_keep_choices (RisalahDeliverySheet *self)
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

  risalah_delivery_sheet_keep_choices (self);
  risalah_brief_details_present (self->dock, GTK_WINDOW (self), details_saved_cb, self);
}

/* The pages can be turned from wherever the focus is. */
static void
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *preview = GTK_WIDGET (RISALAH_DELIVERY_SHEET (widget)->preview);

  gtk_widget_activate_action (preview,
                              g_str_equal (action, "delivery.next-page") ? "preview.next"
                                                                         : "preview.previous",
                              NULL);
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
    {
      g_signal_handlers_disconnect_by_data (self->preview, self);
      risalah_page_preview_set_edition (self->preview, NULL);
    }
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
  gtk_widget_class_install_action (widget_class, "delivery.confirm", NULL,
                                   risalah_delivery_sheet_confirm_cb);
  gtk_widget_class_install_action (widget_class, "delivery.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "delivery.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "delivery.next-page", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "delivery.previous-page", NULL, turn_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "delivery.next-page",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0,
                                       "delivery.previous-page", NULL);
  risalah_sheet_class_prepare (widget_class, "delivery.cancel");
}

static void
risalah_delivery_sheet_init (RisalahDeliverySheet *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  risalah_field_rows_set_up (rows, G_N_ELEMENTS (rows), self);
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

  self = g_object_new (RISALAH_TYPE_DELIVERY_SHEET,
                       "transient-for", gtk_widget_get_root (GTK_WIDGET (dock)),
                       "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG,
                       NULL);
  self->dock = g_object_ref (dock);
  self->is_print = is_print;
  take_document (self);
  set_up (self, format);
  self->checking = g_cancellable_new ();
  risalah_session_check_document_async (risalah_brief_dock_get_session (dock), self->document,
                                        self->checking, checked_cb, g_object_ref (self));
  show_pages (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->confirm_button));
  gtk_window_present (GTK_WINDOW (self));
  return self;
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
