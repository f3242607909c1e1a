/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs risalah-cli in a folder of its own, and looks at what it said. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;  /* a new, empty one */
  char *library; /* a library's path in it, not yet there */
} CliFixture;

typedef struct
{
  int status;
  char *output;   /* standard output */
  char *messages; /* standard error */
  JsonNode *json; /* the output as JSON, NULL where it is none */
} CliResult;

void        cli_fixture_set_up     (CliFixture      *self,
                                    gconstpointer    data);
void        cli_fixture_tear_down  (CliFixture      *self,
                                    gconstpointer    data);
char       *cli_fixture_write      (CliFixture      *self,
                                    const char      *name,
                                    const char      *bytes,
                                    gssize           length);
CliResult  *cli_run                (CliFixture      *self,
                                    const char      *first,
                                    ...) G_GNUC_NULL_TERMINATED;
char       *cli_run_program        (const char      *first,
                                    ...) G_GNUC_NULL_TERMINATED;
void        cli_result_free        (CliResult       *self);
JsonObject *cli_result_object      (const CliResult *self);
JsonObject *cli_result_element     (const CliResult *self,
                                    guint            index);
guint       cli_result_length      (const CliResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliResult, cli_result_free)

G_END_DECLS
