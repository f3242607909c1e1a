/* SPDX-License-Identifier: GPL-3.0-or-later */
/* File choosers, questions, About and Preferences: everything that later versions of GTK and
 * libadwaita do another way stands behind this header. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RisalahChoice:
 *
 * What a file chooser asks for.
 */
typedef enum
{
  RISALAH_CHOICE_FILES,
  RISALAH_CHOICE_FOLDER,
  RISALAH_CHOICE_SAVE,
  RISALAH_CHOICE_LIBRARY,
} RisalahChoice;

/**
 * RisalahFilesFunc:
 * @owner: what was given to risalah_dialogs_choose()
 * @files: (transfer none): the chosen #GFiles, at least one
 */
typedef void (*RisalahFilesFunc) (gpointer    owner,
                                  GListModel *files);

/**
 * RisalahConfirmFunc:
 * @owner: what was given to risalah_dialogs_confirm()
 */
typedef void (*RisalahConfirmFunc) (gpointer owner);

void risalah_dialogs_choose           (GtkWindow          *parent,
                                       RisalahChoice       choice,
                                       const char         *title,
                                       const char         *name,
                                       RisalahFilesFunc    func,
                                       gpointer            owner);
void risalah_dialogs_confirm          (GtkWindow          *parent,
                                       const char         *heading,
                                       const char         *body,
                                       const char         *verb,
                                       gboolean            destructive,
                                       RisalahConfirmFunc  func,
                                       gpointer            owner);
void risalah_dialogs_tell             (GtkWindow          *parent,
                                       const char         *heading,
                                       const char         *body);
void risalah_dialogs_show_about       (GtkWindow          *parent);
void risalah_dialogs_show_preferences (GtkWindow          *parent,
                                       GSettings          *settings);
void risalah_dialogs_open_file        (GtkWindow          *parent,
                                       GFile              *file);
void risalah_dialogs_show_in_folder   (GtkWindow          *parent,
                                       GFile              *file);

G_END_DECLS
