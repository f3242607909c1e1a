/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quoting and citing by one key, from whatever has the focus: selected words in the reader, an
 * event by its evidence, a search hit by its sentence, a quotation of the shelf. */

#include <glib/gi18n.h>

#include "risalah-messages.h"
#include "risalah-passage-finder.h"
#include "risalah-quote-shelf.h"
#include "risalah-source-card.h"
#include "risalah-window-private.h"

typedef struct
{
  RisalahWindow *window;
  gboolean cites;
} Taking;

/* The card of @type in the row that has the focus, or around what has it. */
static GtkWidget *
find_card (GtkWidget *focus, GType type)
{
  GtkWidget *card = gtk_widget_get_ancestor (focus, type);

  if (card == NULL)
    card = gtk_widget_get_first_child (focus);
  return card != NULL && G_TYPE_CHECK_INSTANCE_TYPE (card, type) ? card : NULL;
}

/* Puts a passage in the brief; says so where the brief is not in view. */
void
risalah_window_take_passage (RisalahWindow *self, const RisalahQuotation *passage, gboolean cites)
{
  /* Where no brief is open, the dock begins one around the passage. */
  if (cites)
    risalah_brief_dock_insert_citation (self->dock, passage);
  else
    risalah_brief_dock_insert_quotation (self->dock, passage);
  if (!risalah_window_is_dock_visible (self))
    risalah_window_add_toast (
        self, adw_toast_new (cites ? _ ("Cited in the brief") : _ ("Quoted in the brief")));
}

static void
found_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autofree Taking *taking = data;
  g_autoptr (RisalahWindow) self = taking->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (RisalahQuotation) passage
      = risalah_session_find_passage_finish (RISALAH_SESSION (session), result, &error);

  if (passage == NULL)
    risalah_messages_show_error (GTK_WIDGET (self), error);
  else if (self->session != NULL)
    risalah_window_take_passage (self, passage, taking->cites);
}

static Taking *
taking_new (RisalahWindow *self, gboolean cites)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->window = g_object_ref (self);
  taking->cites = cites;
  return taking;
}

/* The hit in the row that has the focus, while words are searched for. */
static gboolean
take_hit (RisalahWindow *self, GtkWidget *focus, gboolean cites)
{
  GtkWidget *card = find_card (focus, RISALAH_TYPE_SOURCE_CARD);
  RisalahSearchResult *result
      = risalah_source_search_get_result (risalah_sources_place_get_search (self->sources));

  if (card == NULL || result == NULL || !risalah_query_has_words (result->query))
    return FALSE;
  risalah_session_find_match_async (
      self->session, risalah_lazy_row_get_id (RISALAH_LAZY_ROW (card)), result->query,
      !cites, NULL, found_cb, taking_new (self, cites));
  return TRUE;
}

/* What is selected in the Timeline, in whichever of its views the focus is. */
static gboolean
take_event (RisalahWindow *self, GtkWidget *focus, gboolean cites)
{
  gint64 event = risalah_timeline_state_get_selected (
      risalah_timeline_place_get_state (self->timeline));

  if (event == 0 || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->timeline)))
    return FALSE;
  risalah_session_find_evidence_async (self->session, event, !cites, NULL, found_cb,
                                       taking_new (self, cites));
  return TRUE;
}

static gboolean
take_from_shelf (GtkWidget *focus, gboolean cites)
{
  GtkWidget *shelf = gtk_widget_get_ancestor (focus, RISALAH_TYPE_QUOTE_SHELF);

  return shelf != NULL && risalah_quote_shelf_take_selected (RISALAH_QUOTE_SHELF (shelf), cites);
}

/* Quotes or cites what has the focus; the reader's selection where it is nothing of the kind. */
void
risalah_window_quote (RisalahWindow *self, gboolean cites)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL
      && (take_from_shelf (focus, cites) || take_event (self, focus, cites)
          || take_hit (self, focus, cites)))
    return;
  gtk_widget_activate_action (GTK_WIDGET (risalah_sources_place_get_reader (self->sources)),
                              cites ? "reader.cite" : "reader.quote", NULL);
}
