/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli events: each of its options, and the files for other programs. */

#include <string.h>

#include "cli-harness.h"

static const char article[] = "Dialog Rekaan di Jakarta\n"
                              "Contoh News, 28 Juli 2025\n\n"
                              "Menteri Pertahanan Indonesia bertemu Menteri Pertahanan Pakistan di "
                              "Jakarta pada 28 Juli 2025.\n\n"
                              "Indonesia dan Australia akan menggelar latihan bersama pada Maret "
                              "2026.\n";
static const char undated[] = "Kunjungan rekaan\n\n"
                              "Menteri Pertahanan Indonesia mengunjungi Malaysia untuk bertemu "
                              "mitranya.\n";

static void
fill (CliFixture *fixture)
{
  g_autofree char *first = cli_fixture_write (fixture, "satu.txt", article, -1);
  g_autofree char *second = cli_fixture_write (fixture, "dua.txt", undated, -1);
  g_autoptr (CliResult) result = cli_run (fixture, "import", first, second, NULL);

  g_assert_cmpint (result->status, ==, 0);
}

static guint
count (CliFixture *fixture, const char *option, const char *value)
{
  g_autoptr (CliResult) result = cli_run (fixture, "events", option, value, NULL);

  g_assert_cmpint (result->status, ==, 0);
  return cli_result_length (result);
}

static void
test_options (CliFixture *fixture, gconstpointer data)
{
  guint n_all;

  fill (fixture);
  n_all = count (fixture, "--review", "suggested");
  g_assert_cmpuint (n_all, >=, 3);
  g_assert_cmpuint (count (fixture, "--review", "accepted"), ==, 0);
  g_assert_cmpuint (count (fixture, "--review", "rejected"), ==, 0);
  g_assert_cmpuint (count (fixture, "--status", "planned"), ==, 1);
  g_assert_cmpuint (count (fixture, "--status", "cancelled"), ==, 0);
  g_assert_cmpuint (count (fixture, "--from", "2026"), ==, 1);
  g_assert_cmpuint (count (fixture, "--to", "2025-12"), ==, 1);
}

static void
test_wrong (CliFixture *fixture, gconstpointer data)
{
  static const char *const wrong[][2] = { { "--status", "happened" }, { "--review", "perhaps" },
                                          { "--from", "2025-13" },    { "--to", "soon" },
                                          { "--format", "csv" },      { "--format", "xls" } };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      /* The harness asks for JSON, which no exchange format goes with. */
      g_autoptr (CliResult) result = cli_run (fixture, "events", wrong[i][0], wrong[i][1], NULL);

      g_assert_cmpint (result->status, ==, 2);
    }
}

static char *
write_as (CliFixture *fixture, const char *format)
{
  return cli_run_program (g_getenv ("RISALAH_CLI"), "--library", fixture->library, "events", "--format",
                          format, NULL);
}

static void
test_csv (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  fill (fixture);
  csv = write_as (fixture, "csv");
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "uid,title,kind,parties,edtf,"));
  g_assert_cmpuint (g_strv_length (lines), ==, count (fixture, "--review", "suggested") + 2);
  g_assert_nonnull (strstr (csv, "\"2025-07-28\",\"\",\"2025-07-28\",\"2025-07-28\",\"no\""));
  g_assert_nonnull (strstr (csv, "\"ID; PK\""));
}

static void
test_timelinejs (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *event;
  JsonArray *events;

  fill (fixture);
  text = write_as (fixture, "timelinejs");
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  events = json_object_get_array_member (root, "events");
  g_assert_cmpuint (json_array_get_length (events), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "undated")), >=, 1);
  event = json_array_get_object_element (events, 0);
  g_assert_cmpstr (json_object_get_string_member (event, "edtf"), ==, "2025-07-28");
  event = json_object_get_object_member (event, "start_date");
  g_assert_cmpint (json_object_get_int_member (event, "year"), ==, 2025);
  g_assert_cmpint (json_object_get_int_member (event, "month"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (event, "day"), ==, 28);
}

static void
test_ics (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  fill (fixture);
  text = write_as (fixture, "ics");
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "BEGIN:VCALENDAR");
  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpuint (strlen (*line), <=, 75);
  g_assert_true (g_strv_contains ((const char *const *)lines, "DTSTART;VALUE=DATE:20250728"));
  g_assert_true (g_strv_contains ((const char *const *)lines, "DTEND;VALUE=DATE:20250729"));
  g_assert_true (g_strv_contains ((const char *const *)lines, "X-EDTF:2026-03"));
  g_assert_true (g_strv_contains ((const char *const *)lines, "BEGIN:VTODO"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/cli/events/" name, CliFixture, NULL, cli_fixture_set_up, function,                 \
              cli_fixture_tear_down)
  ADD ("options", test_options);
  ADD ("wrong", test_wrong);
  ADD ("csv", test_csv);
  ADD ("timelinejs", test_timelinejs);
  ADD ("ics", test_ics);
  return g_test_run ();
}
