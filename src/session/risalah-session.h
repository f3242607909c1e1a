/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window and the command line both do, once: a library with the lexicon, and the rules
 * that join sources, quotations, briefs and events. No GTK.
 *
 * Each operation has a synchronous form, which blocks the calling thread (for the command line and
 * tests), and an _async/_finish pair that runs the same code on a worker thread (for the window). */
#pragma once

#include <gio/gio.h>

#include "risalah-lexicon.h"
#include "risalah-template.h"
#include "risalah-terms.h"

G_BEGIN_DECLS

typedef struct _RisalahBriefDefaults RisalahBriefDefaults;
typedef struct _RisalahEventHistory RisalahEventHistory;
typedef struct _RisalahLibrary RisalahLibrary;
typedef struct _RisalahImporter RisalahImporter;

#define RISALAH_TYPE_SESSION (risalah_session_get_type ())
G_DECLARE_FINAL_TYPE (RisalahSession, risalah_session, RISALAH, SESSION, GObject)

RisalahSession  *risalah_session_open            (const char           *path,
                                                  gboolean              create,
                                                  GError              **error);
void             risalah_session_open_async      (const char           *path,
                                                  gboolean              create,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
RisalahSession  *risalah_session_open_finish     (GAsyncResult         *result,
                                                  GError              **error);
void             risalah_session_close           (RisalahSession       *self);

RisalahLibrary  *risalah_session_get_library     (RisalahSession       *self);
RisalahLexicon  *risalah_session_get_lexicon     (RisalahSession       *self);
RisalahEventHistory *
                 risalah_session_get_event_history (RisalahSession     *self);
const char      *risalah_session_get_today       (RisalahSession       *self);
void             risalah_session_set_today       (RisalahSession       *self,
                                                  const char           *edtf);
RisalahTerms     *risalah_session_get_terms       (RisalahSession       *self,
                                                  const char           *language,
                                                  GError              **error);
RisalahTemplates *risalah_session_get_templates  (RisalahSession       *self);
RisalahTerms    *risalah_session_get_terms       (RisalahSession       *self,
                                                  const char           *language,
                                                  GError              **error);
const RisalahBriefDefaults *
                 risalah_session_get_brief_defaults (RisalahSession    *self);
void             risalah_session_set_brief_defaults (RisalahSession    *self,
                                                  const RisalahBriefDefaults *defaults);
RisalahImporter *risalah_session_create_importer (RisalahSession       *self);

G_END_DECLS
