/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as one row of the list of briefs: its title, kind, language, date, status and problems. */

#include "risalah-brief-row.h"
#include "risalah-widget.h"
#include "risalah-wrap-box.h"

#include <glib/gi18n.h>

struct _RisalahBriefItem
{
  GObject parent_instance;

  RisalahBriefRecord *record;
};

G_DEFINE_FINAL_TYPE (RisalahBriefItem, risalah_brief_item, G_TYPE_OBJECT)

struct _RisalahBriefRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkLabel *problems_label;
  GtkLabel *status_label;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (RisalahBriefRow, risalah_brief_row, GTK_TYPE_WIDGET)

static const char *const template_names[][2] = {
  { "T1", N_ ("Policy brief") },         { "T2", N_ ("Staff study") },
  { "T3", N_ ("Analytic assessment") },  { "T4", N_ ("Bilateral chronology") },
  { "T5", N_ ("Memo") },
};

static const char *const statuses[][2] = {
  { "draft", N_ ("Draft") },
  { "review", N_ ("In review") },
  { "final", N_ ("Final") },
};

static void
risalah_brief_item_finalize (GObject *object)
{
  risalah_brief_record_free (RISALAH_BRIEF_ITEM (object)->record);

  G_OBJECT_CLASS (risalah_brief_item_parent_class)->finalize (object);
}

static void
risalah_brief_item_class_init (RisalahBriefItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = risalah_brief_item_finalize;
}

static void
risalah_brief_item_init (RisalahBriefItem *self)
{
}

static void
risalah_brief_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RISALAH_TYPE_BRIEF_ROW);
  risalah_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (risalah_brief_row_parent_class)->dispose (object);
}

static void
risalah_brief_row_class_init (RisalahBriefRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RISALAH_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = risalah_brief_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/risalah/Risalah/ui/editor/risalah-brief-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefRow, box);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefRow, problems_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, RisalahBriefRow, menu_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
risalah_brief_row_init (RisalahBriefRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
look_up (const char *const (*names)[2], guint n_names, const char *key)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i][0], key) == 0)
      return _ (names[i][1]);
  return NULL;
}

/* When it was last changed, as one says it: with the hour on the same day, else the date. */
static char *
describe_time (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (time == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (time) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now))
    /* Translators: the hour of a change made today */
    return g_date_time_format (time, _ ("today %H:%M"));
  return g_date_time_format (time, "%-d %B %Y");
}

static void
show_detail (RisalahBriefRow *self, const RisalahBriefRecord *record)
{
  const char *kind = look_up (template_names, G_N_ELEMENTS (template_names), record->template_id);
  const char *language
      = g_strcmp0 (record->language, "en") == 0 ? _ ("English") : _ ("Indonesian");
  g_autofree char *time = describe_time (record->modified_at);
  g_autofree char *quotes
      = g_strdup_printf (ngettext ("%u passage from sources", "%u passages from sources",
                                   record->n_quotations),
                         record->n_quotations);
  g_autofree char *detail = g_strjoin (" · ", kind != NULL ? kind : _ ("Brief"), language, quotes,
                                       time, NULL);

  gtk_label_set_text (self->detail_label, detail);
}

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (const RisalahBriefRecord *record)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new (), status = g_menu_new (), remove = g_menu_new ();

  add_item (open, _ ("_Open"), "win.open-brief", g_variant_new_int64 (record->id));
  add_item (open, _ ("_Rename…"), "briefs.rename", g_variant_new_int64 (record->id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    add_item (status, _ (statuses[i][1]), "briefs.set-status",
              g_variant_new ("(xs)", record->id, statuses[i][0]));
  g_menu_append_section (menu, _ ("Status"), G_MENU_MODEL (status));
  add_item (remove, _ ("_Delete"), "briefs.delete", g_variant_new_int64 (record->id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (menu);
}

/**
 * risalah_brief_item_new:
 * @record: (transfer full): a brief without its body
 *
 * Returns: (transfer full): the brief as an item of a list model
 */
RisalahBriefItem *
risalah_brief_item_new (RisalahBriefRecord *record)
{
  RisalahBriefItem *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (RISALAH_TYPE_BRIEF_ITEM, NULL);
  self->record = record;
  return self;
}

/**
 * risalah_brief_item_get_record:
 * @self: an item
 *
 * Returns: (transfer none): the brief
 */
const RisalahBriefRecord *
risalah_brief_item_get_record (RisalahBriefItem *self)
{
  g_return_val_if_fail (RISALAH_IS_BRIEF_ITEM (self), NULL);

  return self->record;
}

/**
 * risalah_brief_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
risalah_brief_row_new (void)
{
  return g_object_new (RISALAH_TYPE_BRIEF_ROW, NULL);
}

/**
 * risalah_brief_row_set_brief:
 * @self: a row
 * @record: the brief that it shows from now on
 */
void
risalah_brief_row_set_brief (RisalahBriefRow *self, const RisalahBriefRecord *record)
{
  g_autoptr (GMenuModel) menu = NULL;
  const char *status;

  g_return_if_fail (RISALAH_IS_BRIEF_ROW (self));
  g_return_if_fail (record != NULL);

  gtk_label_set_text (self->title_label,
                      *record->title != '\0' ? record->title : _ ("Untitled brief"));
  show_detail (self, record);
  status = look_up (statuses, G_N_ELEMENTS (statuses), record->status);
  gtk_label_set_text (self->status_label, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), status != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_label), record->n_problems > 0);
  if (record->n_problems > 0)
    {
      g_autofree char *problems
          = g_strdup_printf (ngettext ("%d problem", "%d problems", record->n_problems),
                             record->n_problems);

      gtk_label_set_text (self->problems_label, problems);
    }
  menu = create_menu (record);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}
