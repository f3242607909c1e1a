/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spelling, where a dictionary of the block's language is installed. Only the lines in view are
 * checked, a moment after typing or scrolling pauses; names, numbers and locked quotations never
 * are: somebody else's words are not ours to correct. */

#include <enchant.h>
#include <glib/gi18n.h>

#include "risalah-editor-private.h"
#include "risalah-words.h"

#define PAUSE_MS 350
#define MAX_SUGGESTIONS 6

static const char *const languages[] = { "id", "en" };

struct _RisalahEditorSpelling
{
  EnchantBroker *broker;
  GHashTable *dictionaries; /* language → EnchantDict, NULL where there is none */
  GHashTable *known;        /* language:word → whether it is right */
  GtkTextMark *start;       /* the word that the menu is about */
  GtkTextMark *end;
  guint timer;
};

static EnchantDict *
request_dictionary (EnchantBroker *broker, const char *language)
{
  static const char *const regions[][2] = { { "id", "id_ID" }, { "en", "en_GB" }, { "en", "en_US" } };

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (g_str_equal (regions[i][0], language) && enchant_broker_dict_exists (broker, regions[i][1]))
      return enchant_broker_request_dict (broker, regions[i][1]);
  return enchant_broker_dict_exists (broker, language)
             ? enchant_broker_request_dict (broker, language)
             : NULL;
}

/* A word that no dictionary knows and the glossary has is the field's own. */
static void
add_word (EnchantDict *const *dictionaries, const RisalahWord *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (dictionaries[i] != NULL
        && enchant_dict_check (dictionaries[i], word->folded, word->folded_length) <= 0)
      return;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (dictionaries[i] != NULL)
      enchant_dict_add_to_session (dictionaries[i], word->folded, word->folded_length);
}

static void
add_glossary (RisalahSession *session, EnchantDict *const *dictionaries)
{
  const RisalahTable *table
      = risalah_lexicon_get_table (risalah_session_get_lexicon (session), "glossary");

  for (guint i = 0; table != NULL && i < risalah_table_get_n_rows (table); i++)
    for (guint j = 0; *risalah_table_get (table, i, j) != '\0'; j++)
      {
        RisalahWords words;
        RisalahWord word;

        risalah_words_init (&words, risalah_table_get (table, i, j), -1);
        while (risalah_words_next (&words, &word))
          add_word (dictionaries, &word);
      }
}

static EnchantDict *
get_dictionary (RisalahEditor *self, const char *language)
{
  RisalahEditorSpelling *spelling = self->spelling;
  EnchantDict *dictionaries[G_N_ELEMENTS (languages)];

  if (g_hash_table_size (spelling->dictionaries) == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          dictionaries[i] = request_dictionary (spelling->broker, languages[i]);
          g_hash_table_insert (spelling->dictionaries, g_strdup (languages[i]), dictionaries[i]);
        }
      if (self->session != NULL)
        add_glossary (self->session, dictionaries);
    }
  if (!g_hash_table_contains (spelling->dictionaries, language))
    g_hash_table_insert (spelling->dictionaries, g_strdup (language),
                         request_dictionary (spelling->broker, language));
  return g_hash_table_lookup (spelling->dictionaries, language);
}

static const char *
get_language (RisalahEditor *self, RisalahBriefBlock *block)
{
  const char *language = risalah_brief_block_get_language (block);

  if (language == NULL || *language == '\0')
    language = risalah_document_get_field (self->document, RISALAH_DOCUMENT_LANGUAGE);
  return language != NULL && *language != '\0' ? language : "id";
}

/* What the dictionary knows, and in Indonesian what it knows without the particle at its end. */
static gboolean
check_word (EnchantDict *dictionary, const char *language, const char *word, gsize length)
{
  gboolean right = enchant_dict_check (dictionary, word, length) <= 0;

  while (!right && g_str_equal (language, "id")
         && (length = risalah_words_cut_clitic (word, length)) > 0)
    right = enchant_dict_check (dictionary, word, length) <= 0;
  return right;
}

static gboolean
is_right (RisalahEditor *self, const char *language, const char *word, gsize length)
{
  RisalahEditorSpelling *spelling = self->spelling;
  EnchantDict *dictionary = get_dictionary (self, language);
  g_autofree char *key = g_strdup_printf ("%s:%.*s", language, (int)length, word);
  gpointer known;
  gboolean right;

  if (dictionary == NULL)
    return TRUE;
  if (g_hash_table_lookup_extended (spelling->known, key, NULL, &known))
    return GPOINTER_TO_INT (known);
  right = check_word (dictionary, language, word, length);
  g_hash_table_insert (spelling->known, g_steal_pointer (&key), GINT_TO_POINTER (right));
  return right;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

/* Whether a word is one that a dictionary can judge: no name, no number, longer than a letter. */
static gboolean
can_be_judged (const char *word, guint n_characters, const char *after)
{
  return n_characters > 1 && !g_unichar_isupper (g_utf8_get_char (word))
         && !g_unichar_isdigit (g_utf8_get_char (after));
}

static void
mark_word (RisalahEditor *self, guint line, guint from, guint to, gboolean misspelt)
{
  GtkTextTag *tag = risalah_editor_tags_get_misspelt (self->tags);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, line, from);
  if (gtk_text_iter_has_tag (&start, tag) == misspelt)
    return;
  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &end, line, to);
  if (misspelt)
    gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (self->buffer, tag, &start, &end);
}

static void
check_line (RisalahEditor *self, guint line, const RisalahPosition *cursor)
{
  RisalahBriefBlock *block = risalah_document_get_block (self->document, line);
  RisalahRichText *text = risalah_brief_block_get_text (block);
  const char *language = get_language (self, block);
  const char *at = risalah_rich_text_get_text (text);
  guint offset = 0;

  while (*at != '\0')
    {
      const char *word = at;
      guint from = offset;

      while (*at != '\0' && is_letter (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          offset++;
        }
      if (offset > from && can_be_judged (word, offset - from, at)
          && risalah_rich_text_find_mark (text, RISALAH_MARK_QUOTATION, from) == NULL)
        {
          gboolean is_typed
              = cursor->block == line && cursor->offset > from && cursor->offset <= offset;

          mark_word (self, line, from, offset,
                     !is_typed && !is_right (self, language, word, at - word));
        }
      if (*at != '\0')
        {
          at = g_utf8_next_char (at);
          offset++;
        }
    }
}

static gboolean
check_cb (gpointer data)
{
  RisalahEditor *self = data;
  GtkTextView *view = GTK_TEXT_VIEW (self);
  RisalahPosition from, cursor;
  GdkRectangle visible;
  GtkTextIter first, last;

  self->spelling->timer = 0;
  risalah_editor_get_selection (self, &from, &cursor);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &first, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &last, visible.y + visible.height, NULL);
  for (int line = gtk_text_iter_get_line (&first); line <= gtk_text_iter_get_line (&last); line++)
    check_line (self, line, &cursor);
  return G_SOURCE_REMOVE;
}

/*
 * risalah_editor_spelling_touch:
 *
 * Has the lines in view checked once typing and scrolling pause.
 */
void
risalah_editor_spelling_touch (RisalahEditor *self)
{
  if (self->spelling == NULL)
    return;
  g_clear_handle_id (&self->spelling->timer, g_source_remove);
  self->spelling->timer = g_timeout_add (PAUSE_MS, check_cb, self);
}

/* The misspelt word at @iter, which the marks then hold; %NULL where it is none. */
static char *
hold_word (RisalahEditor *self, const GtkTextIter *iter)
{
  GtkTextTag *tag = risalah_editor_tags_get_misspelt (self->tags);
  GtkTextIter start = *iter, end = *iter;

  if (!gtk_text_iter_has_tag (&start, tag) && !gtk_text_iter_ends_tag (&start, tag))
    return NULL;
  if (!gtk_text_iter_starts_tag (&start, tag))
    gtk_text_iter_backward_to_tag_toggle (&start, tag);
  if (!gtk_text_iter_ends_tag (&end, tag))
    gtk_text_iter_forward_to_tag_toggle (&end, tag);
  gtk_text_buffer_move_mark (self->buffer, self->spelling->start, &start);
  gtk_text_buffer_move_mark (self->buffer, self->spelling->end, &end);
  return gtk_text_iter_get_text (&start, &end);
}

static GMenuModel *
create_menu (RisalahEditor *self, EnchantDict *dictionary, const char *word)
{
  g_autoptr (GMenu) suggestions = g_menu_new (), more = g_menu_new ();
  GMenu *menu = g_menu_new ();
  size_t n = 0;
  char **words = enchant_dict_suggest (dictionary, word, -1, &n);

  for (size_t i = 0; i < n && i < MAX_SUGGESTIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (words[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s", words[i]);
      g_menu_append_item (suggestions, item);
    }
  if (words != NULL)
    enchant_dict_free_string_list (dictionary, words);
  g_menu_append (more, _ ("Add to Dictionary"), "spelling.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (suggestions));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static EnchantDict *
dictionary_at (RisalahEditor *self, const GtkTextIter *iter)
{
  RisalahBriefBlock *block
      = risalah_document_get_block (self->document, gtk_text_iter_get_line (iter));

  return get_dictionary (self, get_language (self, block));
}

/*
 * risalah_editor_spelling_offer:
 * @iter: where the context menu opens
 *
 * Gives the context menu what the dictionary suggests for a misspelt word there.
 */
void
risalah_editor_spelling_offer (RisalahEditor *self, const GtkTextIter *iter)
{
  g_autofree char *word = self->spelling != NULL ? hold_word (self, iter) : NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (word != NULL)
    menu = create_menu (self, dictionary_at (self, iter), word);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), menu);
}

static void
replace_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);
  GtkTextIter start, end;
  RisalahPosition from, to;

  if (self->spelling == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->spelling->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->spelling->end);
  risalah_editor_buffer_get_position (self, &start, &from);
  risalah_editor_buffer_get_position (self, &end, &to);
  {
    g_auto (RisalahEdit) edit = risalah_edit_replace_range (
        self->document, &from, &to, g_variant_get_string (parameter, NULL));

    risalah_editor_apply (self, &edit);
  }
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RisalahEditor *self = RISALAH_EDITOR (widget);
  GtkTextIter start, end;
  g_autofree char *word = NULL;

  if (self->spelling == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->spelling->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->spelling->end);
  word = gtk_text_iter_get_text (&start, &end);
  enchant_dict_add (dictionary_at (self, &start), word, -1);
  g_hash_table_remove_all (self->spelling->known);
  risalah_editor_spelling_touch (self);
}

/*
 * risalah_editor_spelling_class_init:
 * @widget_class: the editor's class
 */
void
risalah_editor_spelling_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "spelling.replace", "s", replace_cb);
  gtk_widget_class_install_action (widget_class, "spelling.add", NULL, add_cb);
}

/*
 * risalah_editor_spelling_clear:
 *
 * Ends checking and takes the underlines away.
 */
void
risalah_editor_spelling_clear (RisalahEditor *self)
{
  RisalahEditorSpelling *spelling = g_steal_pointer (&self->spelling);
  GHashTableIter iter;
  gpointer dictionary;
  GtkTextIter start, end;

  if (spelling == NULL)
    return;
  g_clear_handle_id (&spelling->timer, g_source_remove);
  gtk_text_buffer_delete_mark (self->buffer, spelling->start);
  gtk_text_buffer_delete_mark (self->buffer, spelling->end);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, risalah_editor_tags_get_misspelt (self->tags), &start,
                              &end);
  g_hash_table_iter_init (&iter, spelling->dictionaries);
  while (g_hash_table_iter_next (&iter, NULL, &dictionary))
    if (dictionary != NULL)
      enchant_broker_free_dict (spelling->broker, dictionary);
  g_hash_table_unref (spelling->dictionaries);
  g_hash_table_unref (spelling->known);
  enchant_broker_free (spelling->broker);
  g_free (spelling);
}

/**
 * risalah_editor_set_checks_spelling:
 * @self: an editor
 * @checks: whether misspelt words are underlined
 */
void
risalah_editor_set_checks_spelling (RisalahEditor *self, gboolean checks)
{
  GtkTextIter start;

  g_return_if_fail (RISALAH_IS_EDITOR (self));

  if (checks == (self->spelling != NULL))
    return;
  if (!checks)
    {
      risalah_editor_spelling_clear (self);
      return;
    }
  self->spelling = g_new0 (RisalahEditorSpelling, 1);
  self->spelling->broker = enchant_broker_init ();
  self->spelling->dictionaries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spelling->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->spelling->start = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  self->spelling->end = gtk_text_buffer_create_mark (self->buffer, NULL, &start, FALSE);
  risalah_editor_spelling_touch (self);
}
