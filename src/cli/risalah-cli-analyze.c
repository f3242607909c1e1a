/* SPDX-License-Identifier: GPL-3.0-or-later */
/* risalah-cli analyze: what an import would find in a file, storing nothing. */

#include <glib/gi18n.h>
#include <string.h>

#include "risalah-article-analysis.h"
#include "risalah-cli.h"
#include "risalah-offsets.h"
#include "risalah-reading.h"
#include "risalah-vocabulary.h"

typedef struct
{
  const RisalahArticle *article;
  const RisalahArticleAnalysis *analysis;
  const RisalahOffsets *offsets;
  JsonBuilder *json;
} Report;

static void
add_span (const Report *report, gsize start, gsize end)
{
  risalah_json_add_int (report->json, "start",
                        risalah_offsets_to_characters (report->offsets, start));
  risalah_json_add_int (report->json, "end", risalah_offsets_to_characters (report->offsets, end));
}

static void
add_words (const Report *report, gsize start, gsize end)
{
  const char *text = risalah_article_get_text (report->article, NULL);
  g_autofree char *words = g_strndup (text + start, end - start);

  risalah_json_add_string (report->json, "text", words);
}

static void
begin_array (const Report *report, const char *name)
{
  json_builder_set_member_name (report->json, name);
  json_builder_begin_array (report->json);
}

static void
add_metadata (const Report *report)
{
  static const RisalahMetadata shown[] = {
    RISALAH_METADATA_TITLE,     RISALAH_METADATA_BYLINE, RISALAH_METADATA_PUBLISHER,
    RISALAH_METADATA_PUBLISHED, RISALAH_METADATA_PLACE,  RISALAH_METADATA_LANGUAGE,
    RISALAH_METADATA_URL,       RISALAH_METADATA_TYPE,   RISALAH_METADATA_AGENCY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    risalah_json_add_string (report->json, risalah_metadata_to_string (shown[i]),
                             risalah_article_get_metadata (report->article, shown[i]));
  json_builder_set_member_name (report->json, "origins");
  json_builder_begin_object (report->json);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (risalah_article_get_metadata (report->article, shown[i]) != NULL)
      risalah_json_add_string (report->json, risalah_metadata_to_string (shown[i]),
                               risalah_origin_to_string (
                                   risalah_article_get_origin (report->article, shown[i])));
  json_builder_end_object (report->json);
}

static void
add_blocks (const Report *report)
{
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (report->article, &n_blocks);

  begin_array (report, "blocks");
  for (guint i = 0; i < n_blocks; i++)
    risalah_json_add_block (report->json, &blocks[i],
                            risalah_offsets_to_characters (report->offsets, blocks[i].start),
                            risalah_offsets_to_characters (report->offsets, blocks[i].end));
  json_builder_end_array (report->json);
}

static void
add_dates (const Report *report)
{
  const GArray *dates = report->analysis->dates;

  begin_array (report, "dates");
  for (guint i = 0; i < dates->len; i++)
    {
      const RisalahDateMention *date = &g_array_index (dates, RisalahDateMention, i);

      json_builder_begin_object (report->json);
      add_words (report, date->start, date->end);
      risalah_json_add_string (report->json, "edtf", date->edtf);
      risalah_json_add_string (report->json, "mod", risalah_edtf_mod_to_string (date->mod));
      risalah_json_add_string (report->json, "role", risalah_date_role_to_string (date->role));
      risalah_json_add_string (report->json, "rule", date->rule);
      add_span (report, date->start, date->end);
      json_builder_end_object (report->json);
    }
  json_builder_end_array (report->json);
}

static void
add_dropped (const Report *report)
{
  const char *text = risalah_article_get_text (report->article, NULL);
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (report->article, &n_blocks);

  begin_array (report, "dropped");
  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].dropped)
      {
        g_autofree char *line = g_strndup (text + blocks[i].start, blocks[i].end - blocks[i].start);

        json_builder_add_string_value (report->json, line);
      }
  json_builder_end_array (report->json);
}

/* Each country's code, each organisation as the text first has it: the set, in order. */
static void
add_names (const Report *report, const char *member, RisalahNameKind kind)
{
  const char *text = risalah_article_get_text (report->article, NULL);
  const GArray *names = report->analysis->names;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  begin_array (report, member);
  for (guint i = 0; i < names->len; i++)
    {
      const RisalahName *name = &g_array_index (names, RisalahName, i);
      g_autofree char *words = NULL;

      if (name->kind != kind || !g_hash_table_add (seen, (gpointer)name->key))
        continue;
      words = g_strndup (text + name->start, name->end - name->start);
      json_builder_add_string_value (report->json,
                                     kind == RISALAH_NAME_ORGANISATION ? words : name->key);
    }
  json_builder_end_array (report->json);
}

/* Direct speech; what the publisher tells of others' words stands apart. */
static void
add_speech (const Report *report, const char *member, RisalahVoice voice)
{
  const GArray *speech = report->analysis->speech;

  begin_array (report, member);
  for (guint i = 0; i < speech->len; i++)
    {
      const RisalahSpeech *said = &g_array_index (speech, RisalahSpeech, i);

      if (said->voice != voice)
        continue;
      json_builder_begin_object (report->json);
      add_words (report, said->start, said->end);
      risalah_json_add_string (report->json, "speaker", said->speaker);
      risalah_json_add_string (report->json, "voice", risalah_voice_to_string (said->voice));
      risalah_json_add_string (report->json, "rule", said->rule);
      add_span (report, said->start, said->end);
      json_builder_end_object (report->json);
    }
  json_builder_end_array (report->json);
}

/* Suggested events; talk is among them, marked. */
static void
add_events (const Report *report)
{
  const GPtrArray *happenings = report->analysis->happenings;

  begin_array (report, "events");
  for (guint i = 0; i < happenings->len; i++)
    {
      const RisalahHappening *happening = g_ptr_array_index (happenings, i);

      json_builder_begin_object (report->json);
      risalah_json_add_string (report->json, "title", happening->title);
      risalah_json_add_string (report->json, "kind", happening->kind);
      begin_array (report, "parties");
      for (guint party = 0; party < happening->parties->len; party++)
        json_builder_add_string_value (report->json, g_ptr_array_index (happening->parties, party));
      json_builder_end_array (report->json);
      risalah_json_add_string (report->json, "edtf", happening->edtf);
      risalah_json_add_string (report->json, "mod", risalah_edtf_mod_to_string (happening->mod));
      risalah_json_add_string (report->json, "place", happening->place);
      risalah_json_add_string (report->json, "status",
                               risalah_happening_status_to_string (happening->status));
      risalah_json_add_string (report->json, "voice", risalah_voice_to_string (happening->voice));
      json_builder_set_member_name (report->json, "talk");
      json_builder_add_boolean_value (report->json, happening->is_talk);
      json_builder_set_member_name (report->json, "score");
      json_builder_add_double_value (report->json, happening->score);
      risalah_json_add_string (report->json, "rule", happening->rule);
      add_span (report, happening->start, happening->end);
      json_builder_end_object (report->json);
    }
  json_builder_end_array (report->json);
}

static void
print_json (Report *report)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  report->json = json;
  json_builder_begin_object (json);
  add_metadata (report);
  risalah_json_add_string (json, "text", risalah_article_get_text (report->article, NULL));
  add_blocks (report);
  add_dates (report);
  add_names (report, "countries", RISALAH_NAME_COUNTRY);
  add_names (report, "organisations", RISALAH_NAME_ORGANISATION);
  add_names (report, "persons", RISALAH_NAME_PERSON);
  add_events (report);
  add_speech (report, "quotes", RISALAH_VOICE_DIRECT);
  add_speech (report, "reported", RISALAH_VOICE_REPORTED);
  add_dropped (report);
  json_builder_end_object (json);
  risalah_cli_print_json (json);
}

static void
print_metadata_line (const Report *report, const char *label, RisalahMetadata which)
{
  const char *value = risalah_article_get_metadata (report->article, which);

  g_print ("%-12s %s\n", label, value != NULL ? value : _ ("unknown"));
}

static void
print_text (const Report *report)
{
  const char *text = risalah_article_get_text (report->article, NULL);
  const GArray *dates = report->analysis->dates;
  guint n_blocks;
  const RisalahBlock *blocks = risalah_article_get_blocks (report->article, &n_blocks);

  print_metadata_line (report, _ ("Title"), RISALAH_METADATA_TITLE);
  print_metadata_line (report, _ ("Publisher"), RISALAH_METADATA_PUBLISHER);
  print_metadata_line (report, _ ("Published"), RISALAH_METADATA_PUBLISHED);
  print_metadata_line (report, _ ("Language"), RISALAH_METADATA_LANGUAGE);
  for (guint i = 0; i < dates->len; i++)
    {
      const RisalahDateMention *date = &g_array_index (dates, RisalahDateMention, i);

      g_print ("%-12s %.*s → %s\n", _ ("Date"), (int)(date->end - date->start), text + date->start,
               date->edtf != NULL ? date->edtf : _ ("unknown"));
    }
  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].dropped)
      g_print ("%-12s %.*s\n", _ ("Left out"), (int)(blocks[i].end - blocks[i].start),
               text + blocks[i].start);
}

static GBytes *
load_bytes (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  if (strcmp (path, "-") == 0)
    return risalah_cli_read_input (error);
  return g_file_load_bytes (file, NULL, NULL, error);
}

/* A title that the file's name gives is none: "-" reads standard input. */
static char *
name_of (const char *path)
{
  return strcmp (path, "-") == 0 ? NULL : g_path_get_basename (path);
}

static RisalahCliExit
analyze_file (RisalahCli *cli, const char *path, const char *reference, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_bytes (path, &error);
  g_autofree char *name = name_of (path);
  g_autoptr (RisalahLexicon) lexicon = NULL;
  g_autoptr (RisalahArticle) article = NULL;
  g_autoptr (RisalahArticleAnalysis) analysis = NULL;
  g_autoptr (RisalahOffsets) offsets = NULL;
  RisalahReadOptions options = { .language = language };
  Report report = { NULL };
  const char *text;
  gsize length;

  if (bytes == NULL)
    return risalah_cli_fail (error);
  lexicon = risalah_vocabulary_open (&error);
  if (lexicon == NULL)
    return risalah_cli_fail (error);
  article = risalah_read_article (bytes, name, lexicon, &options, &error);
  if (article == NULL)
    return risalah_cli_fail (error);
  analysis = risalah_article_analyze (article, lexicon, reference);
  text = risalah_article_get_text (article, &length);
  offsets = risalah_offsets_new (text, length);

  report.article = article;
  report.analysis = analysis;
  report.offsets = offsets;
  if (cli->json)
    print_json (&report);
  else
    print_text (&report);
  return RISALAH_CLI_DONE;
}

/**
 * risalah_cli_analyze:
 * @cli: the command line
 * @argc: its arguments, the command's name first
 * @argv: likewise
 *
 * Prints what an import of one file would find, storing nothing.
 *
 * Returns: the exit code
 */
RisalahCliExit
risalah_cli_analyze (RisalahCli *cli, int argc, char **argv)
{
  g_autofree char *reference = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "reference-date", 0, 0, G_OPTION_ARG_STRING, &reference,
      N_ ("Publication date where the file states none"), N_ ("EDTF") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language of a text too short to tell: id, en or ms"), N_ ("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (RisalahEdtf) date = NULL;
  g_autoptr (GError) error = NULL;

  if (!risalah_cli_parse ("analyze", _ ("PATH"), entries, &argc, &argv))
    return RISALAH_CLI_USAGE;
  if (argc != 2)
    return risalah_cli_usage (_ ("analyze takes one file"));
  if (reference != NULL && (date = risalah_edtf_parse (reference, &error)) == NULL)
    return risalah_cli_usage ("%s", error->message);
  return analyze_file (cli, argv[1], reference, language);
}
