/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the date finder: lexemes → points of time as the text says them → EDTF. */
#pragma once

#include "risalah-dates.h"

G_BEGIN_DECLS

/* The classes of date-words.tsv; their names stand in risalah-dates-lexer.c. */
typedef enum
{
  DATE_CLASS_NONE,
  DATE_CLASS_MONTH,
  DATE_CLASS_MONTH_SHORT,
  DATE_CLASS_MONTH_AMBIGUOUS,
  DATE_CLASS_WEEKDAY,
  DATE_CLASS_WEEKDAY_SHORT,
  DATE_CLASS_SUNDAY_OR_WEEK,
  DATE_CLASS_HIJRI_MONTH,
  DATE_CLASS_HIJRI_ERA,
  DATE_CLASS_ERA_BEFORE,
  DATE_CLASS_ERA_AFTER,
  DATE_CLASS_UNIT,
  DATE_CLASS_ONE_UNIT,
  DATE_CLASS_NUMBER,
  DATE_CLASS_ORDINAL,
  DATE_CLASS_HALF,
  DATE_CLASS_VAGUE_COUNT,
  DATE_CLASS_PAST,
  DATE_CLASS_FUTURE,
  DATE_CLASS_PLANNED,
  DATE_CLASS_THIS,
  DATE_CLASS_RECENT,
  DATE_CLASS_AHEAD,
  DATE_CLASS_LEFT,
  DATE_CLASS_AGO,
  DATE_CLASS_LAST,
  DATE_CLASS_NEXT,
  DATE_CLASS_THIS_PREFIX,
  DATE_CLASS_DAY_OFFSET,
  DATE_CLASS_PART_OF_DAY,
  DATE_CLASS_MOD,
  DATE_CLASS_MOD_THIS,
  DATE_CLASS_SINCE,
  DATE_CLASS_UNTIL,
  DATE_CLASS_DEADLINE,
  DATE_CLASS_BEFORE,
  DATE_CLASS_AFTER,
  DATE_CLASS_FROM,
  DATE_CLASS_BETWEEN,
  DATE_CLASS_TO,
  DATE_CLASS_KE,
  DATE_CLASS_AND,
  DATE_CLASS_OR,
  DATE_CLASS_EITHER,
  DATE_CLASS_APPROXIMATE,
  DATE_CLASS_ESTIMATED,
  DATE_CLASS_FILLER,
  DATE_CLASS_DATE_WORD,
  DATE_CLASS_ERA_WORD,
  DATE_CLASS_YEAR_CUE,
  DATE_CLASS_YEAR_NOUN,
  DATE_CLASS_OF,
  DATE_CLASS_NOW,
  DATE_CLASS_EVERY,
  DATE_CLASS_QUARTER,
  DATE_CLASS_SEASON,
  DATE_CLASS_SAME_YEAR,
  DATE_CLASS_ANAPHORA,
  DATE_CLASS_ONWARDS,
  DATE_CLASS_AGE,
  DATE_CLASS_GUARD_BEFORE,
  DATE_CLASS_GUARD_AFTER,
  DATE_CLASS_NAME_BEFORE,
  DATE_CLASS_NAME_AFTER,
  DATE_CLASS_VAGUE,
  DATE_CLASS_N
} DateClass;

typedef enum
{
  DATE_UNIT_NONE,
  DATE_UNIT_HOUR,
  DATE_UNIT_DAY,
  DATE_UNIT_WEEK,
  DATE_UNIT_MONTH,
  DATE_UNIT_YEAR,
  DATE_UNIT_DECADE,
  DATE_UNIT_CENTURY,
} DateUnit;

typedef enum
{
  LEXEME_END,      /* before the first and after the last */
  LEXEME_WORD,
  LEXEME_NUMBER,   /* a run of digits */
  LEXEME_DOTTED,   /* d.m.yyyy; @value is ((y * 100) + m) * 100 + d */
  LEXEME_QUANTITY, /* digits with points or commas inside */
  LEXEME_MARK,     /* one character of punctuation; every dash is '-', every apostrophe '\'' */
  LEXEME_OPAQUE,   /* an address, which holds no dates */
} LexemeType;

typedef enum
{
  LEXEME_SPACED = 1 << 0,       /* blanks before it */
  LEXEME_CAPITALISED = 1 << 1,
  LEXEME_ALL_CAPITALS = 1 << 2,
} LexemeFlags;

typedef struct
{
  gsize start;
  gsize end;
  LexemeType type;
  DateClass class;
  int value;      /* of the class, or of the number; a number over nine digits is G_MAXINT */
  guint8 n_digits;
  guint8 flags;
  char mark;
} Lexeme;

/* No word of the vocabulary is longer; neither is a phrase. */
#define DATE_MAX_WORD   24
#define DATE_MAX_PHRASE 64

/* A word or phrase of the vocabulary, or the beginning of a longer phrase. */
typedef struct
{
  guint8 class;
  gboolean begins_longer;
  int value;
  char languages[12]; /* "" for all */
} DateEntry;

typedef struct _DateVocabulary DateVocabulary;

/* What a point of time is told by. */
typedef enum
{
  POINT_CALENDAR, /* year, month, day as far as they are known */
  POINT_SUBYEAR,  /* a quarter, four-month term or half, 33 to 41 */
  POINT_WEEKDAY,  /* a weekday alone, with or without a week */
  POINT_OFFSET,   /* @count units from the reference */
  POINT_SPAN,     /* the @count units before or after the reference */
  POINT_NOW,      /* the open end of "1998–sekarang" */
} PointKind;

#define DATE_NO_YEAR G_MININT

/* A point of time as the text says it, before the reference date is known. */
typedef struct
{
  PointKind kind;
  int year;         /* astronomical, or DATE_NO_YEAR */
  int known_digits; /* of the year: 4, 3 for a decade, 2 for a century */
  int month;        /* 0: none */
  int day;          /* 0: none */
  int weekday;      /* 0: none */
  int subyear;      /* 0: none */
  gboolean has_direction;
  int direction;      /* before, at or after the reference: -1, 0, 1 */
  gboolean has_week;  /* the weekday is of the week @count from the reference's */
  gboolean same_year; /* the year of the last whole date */
  gboolean has_year_offset;
  int year_offset;
  gboolean has_month_offset; /* "tanggal 20 bulan ini" */
  int month_offset;
  DateUnit unit;
  int count;
  gboolean round;      /* a round number of years: approximate */
  gboolean impossible; /* there is no such day */
  RisalahEdtfMod mod;
  const char *rule;
} DatePoint;

/* The most dates in a row that one month or year stands after. */
#define DATE_LIST_MAX 8

typedef enum
{
  EXPRESSION_POINT,
  EXPRESSION_RANGE,
  EXPRESSION_SINCE,
  EXPRESSION_UNTIL,
  EXPRESSION_ONE_OF,
  EXPRESSION_ALL_OF,
} ExpressionKind;

typedef struct
{
  ExpressionKind kind;
  DatePoint points[DATE_LIST_MAX];
  guint n_points;
  guint qualifier; /* 1 uncertain, 2 approximate */
  RisalahEdtfMod mod;
  RisalahDateRole role;
  guint first; /* lexemes from @first to before @after */
  guint after;
} DateExpression;

/* The weekdays that stand before a date. */
typedef struct
{
  int first;
  int last;
  gboolean is_range;
  gboolean is_list;
  gboolean is_short;
  gboolean is_capitalised;
} DateWeekdays;

/* What the dates of one text are read with. */
typedef struct
{
  const char *text;
  const DateVocabulary *vocabulary;
  const char *language;
  gboolean month_first; /* the text writes 12/25/2023 somewhere */
  int reference_year;   /* DATE_NO_YEAR where there is no reference */
  int reference_month;  /* 0 where it is not known */
  int reference_day;    /* 0 where it is not known */
  gint64 anchor;        /* the last whole date of the text, a Julian day number */
  gboolean has_anchor;
  gsize anchor_position;
  gsize paragraph_start;
  char publication[11]; /* the day of the article's own date line; "" before one */
} DateContext;

/* One stretch of text, cut into lexemes. */
typedef struct
{
  DateContext *context;
  const Lexeme *lexemes;
  guint n_lexemes;
} DateParser;

/* A date that is known as far as it goes. */
typedef struct
{
  gboolean has_year;
  gint64 year;
  int known_digits; /* 4, 3 for a decade, 2 for a century (whose number @year is) */
  int month;
  int day;
  int subyear;
  guint qualifier;
} DateSimple;

/* A point that is resolved: one date, or the first and last of several. */
typedef struct
{
  DateSimple start;
  DateSimple end;
  gboolean is_interval;
} DateResolved;

typedef struct
{
  DateContext *context;
  gboolean used_reference;
  gboolean is_planned; /* "will" stands before it in its clause */
} DateResolver;

gpointer      risalah_dates_vocabulary_load (const RisalahLexicon *lexicon,
                                             GError              **error);
void          risalah_dates_vocabulary_free (gpointer              vocabulary);
int           date_vocabulary_guess_month   (const DateVocabulary *self,
                                             const char           *folded);
gboolean      date_vocabulary_may_have      (const DateVocabulary *self,
                                             const char           *word);
const DateEntry *date_vocabulary_look_up    (const DateVocabulary *self,
                                             const char           *phrase);
void          risalah_dates_lex             (const DateContext    *context,
                                             gsize                 start,
                                             gsize                 end,
                                             GArray               *lexemes);
int           date_guess_month              (const DateParser     *parser,
                                             guint                 index);

const Lexeme *date_lexeme                   (const DateParser     *parser,
                                             gint64                index);
gboolean      date_is_class                 (const DateParser     *parser,
                                             gint64                index,
                                             DateClass             class);
gboolean      date_is_mark                  (const DateParser     *parser,
                                             gint64                index,
                                             char                  mark);
gboolean      date_is_glued                 (const DateParser     *parser,
                                             gint64                index);

gboolean      date_is_capitalised           (const DateParser     *parser,
                                             gint64                index);
gboolean      date_text_is                  (const DateParser     *parser,
                                             gint64                index,
                                             const char           *text);
DateUnit      date_unit_at                  (const DateParser     *parser,
                                             gint64                index);
void          date_point_init               (DatePoint            *point,
                                             PointKind             kind,
                                             const char           *rule);

/* Each of these returns the index after what it read, or 0 where it read nothing. */
guint         date_parse_year               (const DateParser     *parser,
                                             guint                 index,
                                             int                  *year);
guint         date_parse_month              (const DateParser     *parser,
                                             guint                 index,
                                             int                  *month);
guint         date_parse_year_after         (const DateParser     *parser,
                                             guint                 index,
                                             int                  *year);
guint         date_parse_number_word        (const DateParser     *parser,
                                             guint                 index,
                                             int                  *number);
guint         date_parse_after              (const DateParser     *parser,
                                             guint                 index,
                                             DatePoint            *point);
guint         date_parse_numeric            (const DateParser     *parser,
                                             guint                 index,
                                             gboolean              sure,
                                             DateExpression       *expression);
guint         date_parse_calendar           (const DateParser     *parser,
                                             guint                 index,
                                             DateExpression       *expression);
guint         date_parse_weekdays           (const DateParser     *parser,
                                             guint                 index,
                                             DateWeekdays         *weekdays);
guint         date_finish_weekday           (const DateParser     *parser,
                                             guint                 index,
                                             guint                 after,
                                             const DateWeekdays   *weekdays,
                                             const DatePoint      *said,
                                             DateExpression       *expression);
guint         date_parse_month_alone        (const DateParser     *parser,
                                             guint                 index,
                                             gboolean              cued,
                                             DatePoint            *point);
guint         date_parse_year_alone         (const DateParser     *parser,
                                             guint                 index,
                                             gboolean              cued,
                                             DatePoint            *point);
guint         date_parse_decade             (const DateParser     *parser,
                                             guint                 index,
                                             gboolean              cued,
                                             DatePoint            *point);
guint         date_parse_century            (const DateParser     *parser,
                                             guint                 index,
                                             gboolean              cued,
                                             DatePoint            *point);
guint         date_parse_subyear            (const DateParser     *parser,
                                             guint                 index,
                                             DatePoint            *point);
guint         date_parse_relative           (const DateParser     *parser,
                                             guint                 index,
                                             DateExpression       *expression);
guint         date_parse_points             (const DateParser     *parser,
                                             guint                 index,
                                             gboolean              cued,
                                             DateExpression       *expression);
guint         date_parse_centuries          (const DateParser     *parser,
                                             guint                 index,
                                             DateExpression       *expression);
guint         date_extend_to_range          (const DateParser     *parser,
                                             guint                 at,
                                             DateClass             opener,
                                             DateExpression       *expression);
guint         date_extend_to_years          (const DateParser     *parser,
                                             guint                 at,
                                             DateExpression       *expression);
guint         date_extend_to_months         (const DateParser     *parser,
                                             guint                 at,
                                             DateExpression       *expression);
guint         date_parse_expression         (const DateParser     *parser,
                                             guint                 index,
                                             DateExpression       *expression);
guint         date_parse_name_or_reference  (const DateParser     *parser,
                                             guint                 index,
                                             DateExpression       *expression);
guint         date_parse_vague              (const DateParser     *parser,
                                             guint                 index,
                                             DateExpression       *expression);

gboolean      date_number_is_guarded        (const DateParser     *parser,
                                             guint                 index);
gboolean      date_year_has_cue             (const DateParser     *parser,
                                             guint                 index);
void          date_simple_from_day          (DateSimple           *simple,
                                             gint64                day);
gboolean      date_resolve_point            (DateResolver         *resolver,
                                             const DatePoint      *point,
                                             DateResolved         *resolved);
char         *date_resolve                  (DateContext          *context,
                                             const DateExpression *expression,
                                             gsize                 position,
                                             gboolean              is_planned,
                                             gboolean             *relative);

G_END_DECLS
