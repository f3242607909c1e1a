/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text view in which a brief is written: it shows a document and turns what is typed into
 * changes of it. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-document.h"
#include "risalah-history.h"
#include "risalah-passages.h"

G_BEGIN_DECLS

#define RISALAH_TYPE_EDITOR (risalah_editor_get_type ())
G_DECLARE_FINAL_TYPE (RisalahEditor, risalah_editor, RISALAH, EDITOR, GtkTextView)

GtkWidget       *risalah_editor_new             (void);
RisalahDocument *risalah_editor_get_document    (RisalahEditor         *self);
void             risalah_editor_set_document    (RisalahEditor         *self,
                                                 RisalahDocument       *document);
void             risalah_editor_get_selection   (RisalahEditor         *self,
                                                 RisalahPosition       *from,
                                                 RisalahPosition       *to);
void             risalah_editor_select          (RisalahEditor         *self,
                                                 const RisalahPosition *from,
                                                 const RisalahPosition *to);
void             risalah_editor_show_position   (RisalahEditor         *self,
                                                 const RisalahPosition *at);
gboolean         risalah_editor_can_undo        (RisalahEditor         *self);
gboolean         risalah_editor_can_redo        (RisalahEditor         *self);
void             risalah_editor_undo            (RisalahEditor         *self);
void             risalah_editor_redo            (RisalahEditor         *self);
gboolean         risalah_editor_apply           (RisalahEditor         *self,
                                                 RisalahEdit           *edit);
void             risalah_editor_replace_document (RisalahEditor        *self,
                                                 RisalahDocument       *document);
void             risalah_editor_switch_mark     (RisalahEditor         *self,
                                                 RisalahMarkKind        kind);
gboolean         risalah_editor_has_mark        (RisalahEditor         *self,
                                                 RisalahMarkKind        kind);
void             risalah_editor_show_matches    (RisalahEditor         *self,
                                                 const GArray          *matches);
char            *risalah_editor_dup_selected_words (RisalahEditor      *self);
gboolean         risalah_editor_show_source     (RisalahEditor         *self,
                                                 const RisalahPosition *at);
void             risalah_editor_get_rectangle   (RisalahEditor         *self,
                                                 const RisalahPosition *from,
                                                 const RisalahPosition *to,
                                                 GdkRectangle          *rectangle);
void             risalah_editor_set_checks_spelling (RisalahEditor     *self,
                                                 gboolean               checks);
void             risalah_editor_focus           (RisalahEditor         *self);
void             risalah_editor_set_session     (RisalahEditor         *self,
                                                 RisalahSession        *session);
RisalahSession  *risalah_editor_get_session     (RisalahEditor         *self);
void             risalah_editor_set_passages    (RisalahEditor         *self,
                                                 RisalahPassages       *passages);
RisalahPassages *risalah_editor_get_passages    (RisalahEditor         *self);
void             risalah_editor_paste_plain     (RisalahEditor         *self);

G_END_DECLS
