/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the editor's files share among themselves. */
#pragma once

#include "risalah-edit.h"
#include "risalah-editor.h"
#include "risalah-editor-tags.h"

G_BEGIN_DECLS

typedef struct _RisalahEditorSpelling RisalahEditorSpelling;

struct _RisalahEditor
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer; /* borrowed: the view owns it */
  RisalahEditorTags *tags;
  RisalahHistory *history;
  RisalahDocument *document; /* the one that the buffer shows, one line a block */

  guint guard;                /* above 0 while the buffer follows the document */
  gboolean has_line_keeper;   /* an empty last line holds a character that keeps its looks */
  guint renumbering;          /* gives the rest of the notes their numbers */
  gboolean renumber;          /* atoms came or went since the notes were last numbered */
  gboolean follows_cursor;    /* the cursor is being put somewhere by us */

  guint action_depth;         /* begun user actions */
  RisalahPosition action_from;
  RisalahEdit action_edit;    /* the only edit of the action so far, for the history */
  guint action_n_edits;

  gboolean is_dragged;        /* the selection is on its way somewhere */
  gboolean typed_space;       /* the action's last text was a space: a shortcut may end there */

  guint pending_marks;        /* marks that the next typed text takes or loses, by kind */
  RisalahPosition pending_at;

  GtkWidget *part;            /* (nullable) weak: the cell or caption that is being written in */
  RisalahPassages *passages;  /* (nullable): what the sources hold, as far as it was read */
  RisalahSession *session;    /* (nullable): what draws figures */

  RisalahEditorSpelling *spelling; /* (nullable): NULL where it is not wanted */
  int spelled_y;              /* the top of what was in view when it was last asked for */

  guint scrolling;            /* the tick that follows a scroll until it has arrived */
  guint scrolls_left;
  guint showing_focus;        /* the tick that keeps a focused cell or button in view */
  int focus_ticks;
  int fitted_width;           /* for which objects were last given their width */
  guint fitting;              /* the tick in which objects take the text's width */

  GdkRGBA accent;
  GdkRGBA foreground;
};

/* risalah-editor.c: what others hear */
void       risalah_editor_changed              (RisalahEditor         *self);
void       risalah_editor_cursor_moved         (RisalahEditor         *self);
void       risalah_editor_refuse               (RisalahEditor         *self);
void       risalah_editor_write_in             (RisalahEditor         *self,
                                                GtkWidget             *part);

/* risalah-editor-buffer.c: the buffer shows a document */
void       risalah_editor_buffer_load          (RisalahEditor         *self,
                                                RisalahDocument       *document);
void       risalah_editor_buffer_follow        (RisalahEditor         *self,
                                                RisalahDocument       *document);
void       risalah_editor_buffer_get_iter      (RisalahEditor         *self,
                                                const RisalahPosition *at,
                                                GtkTextIter           *iter);
void       risalah_editor_buffer_get_position  (RisalahEditor         *self,
                                                const GtkTextIter     *iter,
                                                RisalahPosition       *at);
void       risalah_editor_buffer_keep_cursor   (RisalahEditor         *self);

/* risalah-editor-notes.c: the numbers of citations and notes */
void       risalah_editor_notes_renumber       (RisalahEditor         *self);
gboolean   risalah_editor_notes_show           (GtkTextView           *view,
                                                guint                  line,
                                                RisalahRichText       *text,
                                                guint                 *number);
gboolean   risalah_editor_notes_same           (RisalahRichText       *before,
                                                RisalahRichText       *after);

/* risalah-editor-objects.c: blocks that are not text */
GtkWidget *risalah_editor_objects_create       (RisalahEditor         *self,
                                                GtkTextChildAnchor    *anchor,
                                                RisalahBriefBlock     *block);
void       risalah_editor_objects_update       (RisalahEditor         *self,
                                                guint                  line,
                                                RisalahBriefBlock     *block);
void       risalah_editor_objects_fit          (RisalahEditor         *self);
void       risalah_editor_objects_number       (RisalahEditor         *self,
                                                guint                  line,
                                                guint                 *number);
GtkWidget *risalah_editor_objects_find_around  (RisalahEditor         *self,
                                                GtkWidget             *widget,
                                                GtkTextIter           *place);
void       risalah_editor_objects_show_cursor  (RisalahEditor         *self);
GtkWidget *risalah_editor_objects_find_part    (RisalahEditor         *self,
                                                const RisalahPosition *at);

/* risalah-editor-input.c: keys and edits */
void       risalah_editor_input_connect        (RisalahEditor         *self);
void       risalah_editor_input_class_init     (GtkTextViewClass      *view_class);
gboolean   risalah_editor_take                 (RisalahEditor         *self,
                                                RisalahEdit           *edit);
gboolean   risalah_editor_type                 (RisalahEditor         *self,
                                                const RisalahPosition *at,
                                                const char            *text);
char      *risalah_editor_clean_text           (const char            *text,
                                                gssize                 length);
void       risalah_editor_begin_act            (RisalahEditor         *self);
void       risalah_editor_end_act              (RisalahEditor         *self);

/* risalah-editor-clipboard.c: cut, copy, paste */
void       risalah_editor_clipboard_class_init (GtkTextViewClass      *view_class);
GdkContentProvider *
           risalah_editor_provide_selection    (RisalahEditor         *self);
void       risalah_editor_paste_fragment       (RisalahEditor         *self,
                                                RisalahDocument       *fragment);

/* risalah-editor-dragging.c: drag and drop */
void       risalah_editor_dragging_connect     (RisalahEditor         *self);
void       risalah_editor_selection_connect    (RisalahEditor         *self);
void       risalah_editor_drop_fragment        (RisalahEditor         *self,
                                                const RisalahPosition *at,
                                                RisalahDocument       *fragment);

/* risalah-editor-spelling.c: words that the dictionary does not know */
void       risalah_editor_spelling_class_init  (GtkWidgetClass        *widget_class);
void       risalah_editor_spelling_clear       (RisalahEditor         *self);
void       risalah_editor_spelling_touch       (RisalahEditor         *self);
void       risalah_editor_spelling_offer       (RisalahEditor         *self,
                                                const GtkTextIter     *iter);

/* risalah-editor-pointer.c: clicks and tooltips */
void       risalah_editor_pointer_connect      (RisalahEditor         *self,
                                                GtkTextView           *view);
const RisalahMark *
           risalah_editor_find_leading         (RisalahEditor         *self,
                                                const RisalahPosition *at);

char      *risalah_editor_describe             (RisalahEditor         *self,
                                                const RisalahPosition *at);
const char *
           risalah_editor_describe_verdict     (RisalahVerdict         verdict);
char      *risalah_editor_dup_quotation_markup (RisalahEditor         *self,
                                                const RisalahQuotationUse *use);

/* risalah-editor-paint.c: bullets, bars, boxes */
void       risalah_editor_paint_layer          (GtkTextView           *view,
                                                GtkTextViewLayer       layer,
                                                GtkSnapshot           *snapshot);

G_END_DECLS
