/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small dialog of a few fields that belong to one thing in the brief: a citation, a link. */
#pragma once

#include "risalah-editor.h"

G_BEGIN_DECLS

typedef struct _RisalahFormDialog RisalahFormDialog;

/**
 * RisalahFormFunc:
 * @form: the form, its fields filled
 * @editor: the editor
 * @at: what was given to risalah_form_dialog_new()
 */
typedef void (*RisalahFormFunc) (RisalahFormDialog     *form,
                                 RisalahEditor         *editor,
                                 const RisalahPosition *from,
                                 const RisalahPosition *to);

RisalahFormDialog *risalah_form_dialog_new        (RisalahEditor         *editor,
                                                   const char            *heading,
                                                   const char            *body,
                                                   const char            *verb,
                                                   RisalahFormFunc        func);
void               risalah_form_dialog_set_range  (RisalahFormDialog     *self,
                                                   const RisalahPosition *from,
                                                   const RisalahPosition *to);
void               risalah_form_dialog_add_text   (RisalahFormDialog     *self,
                                                   const char            *name,
                                                   const char            *title,
                                                   const char            *value);
void               risalah_form_dialog_add_number (RisalahFormDialog     *self,
                                                   const char            *name,
                                                   const char            *title,
                                                   guint                  value,
                                                   guint                  least,
                                                   guint                  most);
void               risalah_form_dialog_add_switch (RisalahFormDialog     *self,
                                                   const char            *name,
                                                   const char            *title,
                                                   gboolean               value);
void               risalah_form_dialog_add_choice (RisalahFormDialog     *self,
                                                   const char            *name,
                                                   const char            *title,
                                                   const char * const    *choices,
                                                   guint                  value);
const char        *risalah_form_dialog_get_text   (RisalahFormDialog     *self,
                                                   const char            *name);
guint              risalah_form_dialog_get_number (RisalahFormDialog     *self,
                                                   const char            *name);
void               risalah_form_dialog_present    (RisalahFormDialog     *self);

G_END_DECLS
