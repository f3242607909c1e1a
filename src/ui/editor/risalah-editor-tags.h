/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of block and mark looks in the editor. */
#pragma once

#include <gtk/gtk.h>

#include "risalah-brief-block.h"
#include "risalah-passages.h"

G_BEGIN_DECLS

#define RISALAH_EDITOR_LIST_INDENT 26
#define RISALAH_EDITOR_QUOTATION_INDENT 18
#define RISALAH_EDITOR_BOX_PADDING 12

typedef struct _RisalahEditorTags RisalahEditorTags;

RisalahEditorTags *risalah_editor_tags_new          (GtkTextBuffer           *buffer);
void               risalah_editor_tags_free         (RisalahEditorTags       *self);
void               risalah_editor_tags_set_colours  (RisalahEditorTags       *self,
                                                     const GdkRGBA           *accent,
                                                     const GdkRGBA           *foreground);
void               risalah_editor_tags_set_passages (RisalahEditorTags       *self,
                                                     RisalahPassages         *passages);
GtkTextTag        *risalah_editor_tags_get_misspelt (RisalahEditorTags       *self);
GtkTextTag        *risalah_editor_tags_get_match    (RisalahEditorTags       *self);
void               risalah_editor_tags_apply        (RisalahEditorTags       *self,
                                                     const RisalahBriefBlock *block,
                                                     guint                    line);
void               risalah_editor_tags_apply_marks  (RisalahEditorTags       *self,
                                                     RisalahRichText         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahEditorTags, risalah_editor_tags_free)

G_END_DECLS
