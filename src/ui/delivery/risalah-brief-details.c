/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row is one field of the document, the title in its text, or a line of the letter's head,
 * which is a table of the text. All of them together are one step of the editor. */

#include "risalah-brief-details.h"

#include "risalah-edtf.h"
#include "risalah-field-rows.h"
#include "risalah-large-text.h"
#include "risalah-logo-row.h"
#include "risalah-settings.h"
#include "risalah-sheet.h"

#define LETTER_ROLE "letter"

struct _RisalahBriefDetails
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *letter_group;
  GtkEditable *title_row;
  GtkEditable *author_row;
  GtkEditable *unit_row;
  GtkEditable *date_row;
  GtkEditable *cut_off_row;
  GtkEditable *institution_row;
  GtkEditable *address_row;
  RisalahLogoRow *logo_row;
  AdwComboRow *language_row;
  AdwComboRow *style_row;
  AdwComboRow *design_row;
  AdwComboRow *paper_row;
  AdwComboRow *classification_row;
  AdwComboRow *urgency_row;
  GtkSwitch *draft_switch;

  RisalahBriefDock *dock;
  RisalahDocument *document; /* as it was when the sheet opened */
  GPtrArray *letter_rows;    /* (element-type GtkEditable), borrowed from the group */
  RisalahDetailsFunc saved;  /* (nullable) */
  GObject *owner;            /* (nullable), weak */
};

G_DEFINE_FINAL_TYPE (RisalahBriefDetails, risalah_brief_details, ADW_TYPE_WINDOW)

/* A field that is typed. */
typedef struct
{
  RisalahDocumentField field;
  gboolean is_date;
  gsize row;
} Entry;

static const Entry entries[] = {
  { RISALAH_DOCUMENT_AUTHOR, FALSE, G_STRUCT_OFFSET (RisalahBriefDetails, author_row) },
  { RISALAH_DOCUMENT_UNIT, FALSE, G_STRUCT_OFFSET (RisalahBriefDetails, unit_row) },
  { RISALAH_DOCUMENT_DATE, TRUE, G_STRUCT_OFFSET (RisalahBriefDetails, date_row) },
  { RISALAH_DOCUMENT_DATA_CUT_OFF, TRUE, G_STRUCT_OFFSET (RisalahBriefDetails, cut_off_row) },
  { RISALAH_DOCUMENT_INSTITUTION, FALSE, G_STRUCT_OFFSET (RisalahBriefDetails, institution_row) },
  { RISALAH_DOCUMENT_ADDRESS, FALSE, G_STRUCT_OFFSET (RisalahBriefDetails, address_row) },
};

static const RisalahFieldRow rows[] = {
  { RISALAH_DOCUMENT_LANGUAGE, risalah_options_language,
    G_STRUCT_OFFSET (RisalahBriefDetails, language_row) },
  { RISALAH_DOCUMENT_CITATION_STYLE, risalah_options_citation_style,
    G_STRUCT_OFFSET (RisalahBriefDetails, style_row) },
  { RISALAH_DOCUMENT_PAGE_DESIGN, risalah_options_page_design,
    G_STRUCT_OFFSET (RisalahBriefDetails, design_row) },
  { RISALAH_DOCUMENT_PAPER, risalah_options_paper,
    G_STRUCT_OFFSET (RisalahBriefDetails, paper_row) },
  { RISALAH_DOCUMENT_CLASSIFICATION, risalah_options_classification,
    G_STRUCT_OFFSET (RisalahBriefDetails, classification_row) },
  { RISALAH_DOCUMENT_URGENCY, risalah_options_urgency,
    G_STRUCT_OFFSET (RisalahBriefDetails, urgency_row) },
};

static GtkEditable *
get_entry (RisalahBriefDetails *self, const Entry *entry)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, entry->row);
}

/* What was typed, without the blanks around it. */
static char *
dup_typed (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static gboolean
is_date (const char *text)
{
  g_autoptr (RisalahEdtf) edtf = *text != '\0' ? risalah_edtf_parse (text, NULL) : NULL;

  return *text == '\0' || edtf != NULL;
}

/* A date that nobody can read is marked, and keeps the sheet from being saved. */
static void
changed_cb (RisalahBriefDetails *self)
{
  gboolean is_good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *row = GTK_WIDGET (get_entry (self, &entries[i]));
      g_autofree char *text = dup_typed (GTK_EDITABLE (row));
      gboolean is_readable = !entries[i].is_date || is_date (text);

      if (is_readable)
        gtk_widget_remove_css_class (row, "error");
      else
        gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                   is_readable ? GTK_ACCESSIBLE_INVALID_FALSE
                                               : GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
      is_good &= is_readable;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.save", is_good);
}

/* The document's table of that role, -1 where it has none. */
static gint
find_letter (RisalahDocument *document)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    {
      RisalahBriefBlock *block = risalah_document_get_block (document, i);

      if (risalah_brief_block_get_kind (block) == RISALAH_BRIEF_BLOCK_TABLE
          && g_strcmp0 (risalah_brief_block_get_role (block), LETTER_ROLE) == 0
          && risalah_brief_block_get_n_columns (block) == 2)
        return (gint)i;
    }
  return -1;
}

static gint
find_title (RisalahDocument *document)
{
  for (guint i = 0; i < risalah_document_get_n_blocks (document); i++)
    if (risalah_brief_block_get_kind (risalah_document_get_block (document, i))
        == RISALAH_BRIEF_BLOCK_TITLE)
      return (gint)i;
  return -1;
}

/* Types @text over a part of the document where it says something else; takes @document. */
static RisalahDocument *
type_over (RisalahDocument *document, guint block, guint part, const char *text)
{
  RisalahPosition start = { block, part, 0 }, end = { block, part, 0 };
  RisalahRichText *current = risalah_document_get_part (document, &start);
  RisalahDocument *changed;

  if (g_str_equal (risalah_rich_text_get_text (current), text))
    return document;
  end.offset = risalah_rich_text_get_length (current);
  {
    g_auto (RisalahEdit) edit = risalah_edit_replace_range (document, &start, &end, text);

    changed = risalah_document_ref (edit.document);
  }
  risalah_document_unref (document);
  return changed;
}

/* Takes @document. */
static RisalahDocument *
with_texts (RisalahBriefDetails *self, RisalahDocument *document)
{
  gint title = find_title (document), letter = find_letter (document);
  g_autofree char *title_text = dup_typed (self->title_row);

  if (title >= 0)
    document = type_over (document, title, RISALAH_PART_BODY, title_text);
  for (guint i = 0; letter >= 0 && i < self->letter_rows->len; i++)
    {
      g_autofree char *text = dup_typed (self->letter_rows->pdata[i]);

      document = type_over (document, letter, RISALAH_PART_FIRST_CELL + 2 * i + 1, text);
    }
  return document;
}

static RisalahDocument *
create_document (RisalahBriefDetails *self)
{
  RisalahDocument *document = with_texts (self, risalah_document_ref (self->document));
  gboolean is_draft = gtk_switch_get_active (self->draft_switch);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = dup_typed (get_entry (self, &entries[i]));

      document = risalah_field_rows_set (document, entries[i].field, text);
    }
  document = risalah_field_rows_read (rows, G_N_ELEMENTS (rows), self, document);
  document = risalah_field_rows_set (document, RISALAH_DOCUMENT_LOGO,
                                     risalah_logo_row_get_logo (self->logo_row));
  if (is_draft == risalah_document_is_final (document))
    document = risalah_field_rows_set (document, RISALAH_DOCUMENT_STATUS,
                                       is_draft ? "draft" : "final");
  return document;
}

/* A logo that is chosen stands on the next briefs too. */
static void
remember_logo (RisalahBriefDetails *self)
{
  g_autoptr (GSettings) settings = risalah_settings_new ();
  const char *logo = risalah_logo_row_get_logo (self->logo_row);

  if (settings != NULL
      && !g_str_equal (logo, risalah_document_get_field (self->document, RISALAH_DOCUMENT_LOGO)))
    g_settings_set_string (settings, "logo", logo);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RisalahBriefDetails *self = RISALAH_BRIEF_DETAILS (widget);
  RisalahEditor *editor = risalah_brief_dock_get_editor (self->dock);
  g_autoptr (RisalahDocument) document = create_document (self);
  RisalahEdit edit = { .outcome = RISALAH_EDIT_DONE, .document = document,
                       .step = RISALAH_EDIT_STEP_ACT };

  if (!risalah_document_equal (document, self->document))
    {
      risalah_editor_get_selection (editor, &edit.from, &edit.from);
      risalah_editor_apply (editor, &edit);
    }
  remember_logo (self);
  if (self->saved != NULL && self->owner != NULL)
    self->saved (self->owner);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_letter_rows (RisalahBriefDetails *self)
{
  gint letter = find_letter (self->document);
  RisalahBriefBlock *table;

  gtk_widget_set_visible (GTK_WIDGET (self->letter_group), letter >= 0);
  if (letter < 0)
    return;
  table = risalah_document_get_block (self->document, letter);
  for (guint i = 0; i < risalah_brief_block_get_n_rows (table); i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (
          ADW_PREFERENCES_ROW (row),
          risalah_rich_text_get_text (risalah_brief_block_get_cell (table, i, 0)));
      gtk_editable_set_text (
          GTK_EDITABLE (row),
          risalah_rich_text_get_text (risalah_brief_block_get_cell (table, i, 1)));
      adw_preferences_group_add (self->letter_group, row);
      g_ptr_array_add (self->letter_rows, row);
    }
}

static void
fill (RisalahBriefDetails *self)
{
  const char *title = risalah_document_get_title (self->document);

  gtk_editable_set_text (self->title_row, title != NULL ? title : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->title_row), find_title (self->document) >= 0);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (get_entry (self, &entries[i]),
                           risalah_document_get_field (self->document, entries[i].field));
  risalah_field_rows_set_up (rows, G_N_ELEMENTS (rows), self);
  risalah_field_rows_fill (rows, G_N_ELEMENTS (rows), self, self->document);
  gtk_switch_set_active (self->draft_switch, !risalah_document_is_final (self->document));
  risalah_logo_row_set_logo (self->logo_row, risalah_brief_dock_get_session (self->dock),
                             risalah_document_get_field (self->document, RISALAH_DOCUMENT_LOGO));
  add_letter_rows (self);
}

static void
risalah_brief_details_dispose (GObject *object)
{
  RisalahBriefDetails *self = RISALAH_BRIEF_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RISALAH_TYPE_BRIEF_DETAILS);
  g_clear_object (&self->dock);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (risalah_brief_details_parent_class)->dispose (object);
}

static void
risalah_brief_details_finalize (GObject *object)
{
  RisalahBriefDetails *self = RISALAH_BRIEF_DETAILS (object);

  g_clear_pointer (&self->document, risalah_document_unref);
  g_ptr_array_unref (self->letter_rows);

  G_OBJECT_CLASS (risalah_brief_details_parent_class)->finalize (object);
}

static void
risalah_brief_details_class_init (RisalahBriefDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = risalah_brief_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = risalah_brief_details_finalize;

  g_type_ensure (RISALAH_TYPE_LOGO_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/delivery/risalah-brief-details.ui");
#define BIND(child) \
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefDetails, child)
  BIND (letter_group);
  BIND (title_row);
  BIND (author_row);
  BIND (unit_row);
  BIND (date_row);
  BIND (cut_off_row);
  BIND (institution_row);
  BIND (address_row);
  BIND (logo_row);
  BIND (language_row);
  BIND (style_row);
  BIND (design_row);
  BIND (paper_row);
  BIND (classification_row);
  BIND (urgency_row);
  BIND (draft_switch);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "details.save", NULL, save_cb);
  risalah_sheet_class_prepare (widget_class, "window.close");
}

static void
risalah_brief_details_init (RisalahBriefDetails *self)
{
  self->letter_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * risalah_brief_details_present:
 * @dock: a dock with an open brief
 * @parent: (nullable): the window it stands before
 * @saved: (nullable): called once the details are in the editor, while @owner lives
 * @owner: (nullable): a #GObject
 *
 * Shows what is known about the brief, to be changed.
 *
 * Returns: (transfer none): the sheet
 */
RisalahBriefDetails *
risalah_brief_details_present (RisalahBriefDock *dock,
                               GtkWindow *parent,
                               RisalahDetailsFunc saved,
                               gpointer owner)
{
  RisalahBriefDetails *self;

  g_return_val_if_fail (RISALAH_IS_BRIEF_DOCK (dock), NULL);
  g_return_val_if_fail (risalah_brief_dock_get_brief (dock) != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_BRIEF_DETAILS, "transient-for", parent, NULL);
  self->dock = g_object_ref (dock);
  self->document = risalah_document_ref (
      risalah_editor_get_document (risalah_brief_dock_get_editor (dock)));
  self->saved = saved;
  if (owner != NULL)
    g_set_weak_pointer (&self->owner, G_OBJECT (owner));
  fill (self);
  risalah_large_text_explain_rows (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
