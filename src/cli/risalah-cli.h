/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of risalah-cli share: options, the session, output, exit codes. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "risalah-article.h"
#include "risalah-session.h"

G_BEGIN_DECLS

/* The exit codes of cli.md. */
typedef enum
{
  RISALAH_CLI_DONE = 0,
  RISALAH_CLI_IN_PART = 1,
  RISALAH_CLI_USAGE = 2,
  RISALAH_CLI_LIBRARY = 3,
  RISALAH_CLI_FAILED = 4,
} RisalahCliExit;

typedef struct
{
  char *library_path; /* (nullable): --library; NULL is the default library */
  gboolean json;      /* --json */
  RisalahSession *session;
} RisalahCli;

/* One item of a list: the members of its JSON object, or its line for people. */
typedef void (*RisalahCliAddFunc) (JsonBuilder *json, gconstpointer item);
typedef void (*RisalahCliPrintFunc) (gconstpointer item);

typedef RisalahCliExit (*RisalahCliFunc) (RisalahCli *cli, int argc, char **argv);

/* A command's own options and arguments. */
gboolean       risalah_cli_parse           (const char           *command,
                                            const char           *arguments,
                                            const GOptionEntry   *entries,
                                            int                  *argc,
                                            char               ***argv);
RisalahCliExit risalah_cli_open            (RisalahCli           *self,
                                            gboolean              create);
RisalahCliExit risalah_cli_usage           (const char           *format,
                                            ...) G_GNUC_PRINTF (1, 2);
RisalahCliExit risalah_cli_fail            (const GError         *error);
void           risalah_cli_print_json      (JsonBuilder          *builder);
void           risalah_cli_print_list      (const RisalahCli     *self,
                                            GPtrArray            *items,
                                            RisalahCliAddFunc     add,
                                            RisalahCliPrintFunc   print);
void           risalah_cli_print_fields    (const char           *first,
                                            ...) G_GNUC_NULL_TERMINATED;
gboolean       risalah_cli_parse_id        (const char           *text,
                                            gint64               *id);
char          *risalah_cli_absolute_path   (const char           *path);
GBytes        *risalah_cli_read_input      (GError              **error);

/* JSON members: a NULL string, and "unknown", are null. */
void           risalah_json_add_string     (JsonBuilder          *builder,
                                            const char           *name,
                                            const char           *value);
void           risalah_json_add_int        (JsonBuilder          *builder,
                                            const char           *name,
                                            gint64                value);
void           risalah_json_add_strv       (JsonBuilder          *builder,
                                            const char           *name,
                                            const char * const   *values);

/* An id, or null for 0. */
void           risalah_json_add_id         (JsonBuilder          *builder,
                                            const char           *name,
                                            gint64                id);
/* A block of a source with its offsets in characters. */
void           risalah_json_add_block      (JsonBuilder          *builder,
                                            const RisalahBlock   *block,
                                            gint64                start,
                                            gint64                end);

/* The commands. */
RisalahCliExit risalah_cli_import          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_analyze         (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_list            (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_show            (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_search          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_events          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_quotes          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_quote           (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_briefs          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_brief           (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_export          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_check           (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_backup          (RisalahCli *cli, int argc, char **argv);
RisalahCliExit risalah_cli_restore         (RisalahCli *cli, int argc, char **argv);

G_END_DECLS
