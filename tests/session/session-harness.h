/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session on a new library in a folder of its own. */
#pragma once

#include "risalah-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  RisalahSession *session;
} SessionFixture;

void   session_fixture_set_up    (SessionFixture *self,
                                  gconstpointer   data);
void   session_fixture_tear_down (SessionFixture *self,
                                  gconstpointer   data);
/* Removes a folder and the files in it. */
void   session_harness_remove_folder (const char *folder);
/* Imports words; returns the source's number. */
gint64 session_fixture_import    (SessionFixture *self,
                                  const char     *text);

#define SESSION_TEST(name, func)                                                                   \
  g_test_add ("/session/" name, SessionFixture, NULL, session_fixture_set_up, func,                \
              session_fixture_tear_down)

G_END_DECLS
