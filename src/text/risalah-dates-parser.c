/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the lexemes of a stretch, for all that parse dates. */

#include "risalah-dates-private.h"

#include <string.h>

static const Lexeme no_lexeme = { 0 };

/* The lexeme at @index, an empty one outside the stretch. */
const Lexeme *
date_lexeme (const DateParser *parser, gint64 index)
{
  return index >= 0 && index < parser->n_lexemes ? &parser->lexemes[index] : &no_lexeme;
}

gboolean
date_is_class (const DateParser *parser, gint64 index, DateClass class)
{
  return date_lexeme (parser, index)->class == class;
}

gboolean
date_is_mark (const DateParser *parser, gint64 index, char mark)
{
  return date_lexeme (parser, index)->mark == mark;
}

/* Tells whether there is no blank before the lexeme. */
gboolean
date_is_glued (const DateParser *parser, gint64 index)
{
  return (date_lexeme (parser, index)->flags & LEXEME_SPACED) == 0;
}

gboolean
date_is_capitalised (const DateParser *parser, gint64 index)
{
  return (date_lexeme (parser, index)->flags & LEXEME_CAPITALISED) != 0;
}

/* Tells whether the lexeme is @text, whatever its case. */
gboolean
date_text_is (const DateParser *parser, gint64 index, const char *text)
{
  const Lexeme *lexeme = date_lexeme (parser, index);
  gsize length = strlen (text);

  return lexeme->type == LEXEME_WORD && lexeme->end - lexeme->start == length
         && g_ascii_strncasecmp (parser->context->text + lexeme->start, text, length) == 0;
}

/* The unit of time that the lexeme names, with "minggu" as a week. */
DateUnit
date_unit_at (const DateParser *parser, gint64 index)
{
  const Lexeme *lexeme = date_lexeme (parser, index);

  if (lexeme->class == DATE_CLASS_SUNDAY_OR_WEEK)
    return DATE_UNIT_WEEK;
  return lexeme->class == DATE_CLASS_UNIT ? (DateUnit)lexeme->value : DATE_UNIT_NONE;
}

void
date_point_init (DatePoint *point, PointKind kind, const char *rule)
{
  memset (point, 0, sizeof *point);
  point->kind = kind;
  point->year = DATE_NO_YEAR;
  point->known_digits = 4;
  point->rule = rule;
}
