/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of an EDTF value, for its parser, its bounds and its words. */
#pragma once

#include "risalah-edtf.h"

G_BEGIN_DECLS

/* Years beyond this many digits are refused, so that day numbers stay in 64 bits. */
#define RISALAH_EDTF_MAX_YEAR_DIGITS 12

/* The parts of a date, the coarsest first. */
typedef enum
{
  EDTF_YEAR,
  EDTF_MONTH,
  EDTF_DAY,
  EDTF_N_PARTS
} EdtfPart;

/* "?" is 1, "~" is 2, "%" is both. */
typedef enum
{
  EDTF_EXACT = 0,
  EDTF_UNCERTAIN = 1,
  EDTF_APPROXIMATE = 2,
  EDTF_UNCERTAIN_APPROXIMATE = 3,
} EdtfQualifier;

/* One date as it is written; a part that is not stated is "". */
typedef struct
{
  gboolean negative;  /* of a year of four digits */
  gboolean is_long;   /* the year is "Y" and a number */
  gint64 long_year;   /* its value */
  gint64 mantissa;    /* its value without the exponent */
  guint8 exponent;    /* 0: none */
  guint8 significant; /* how many digits of the year are sure; 0: all */
  char year[5];       /* digits and X */
  char month[3];      /* 01 to 12, 21 to 41, digits and X */
  char day[3];
  char time[16];      /* "23:59:59+07:00" */
  guint8 before[EDTF_N_PARTS]; /* an EdtfQualifier on the part alone */
  guint8 after[EDTF_N_PARTS];  /* an EdtfQualifier on the part and those to its left */
} EdtfDate;

typedef enum
{
  EDTF_END_DATE,
  EDTF_END_OPEN,    /* ".." */
  EDTF_END_UNKNOWN, /* nothing */
} EdtfEndType;

typedef struct
{
  EdtfEndType type;
  EdtfDate date;
} EdtfEnd;

/* A date, or a range from @start to @end. */
typedef struct
{
  gboolean is_range;
  EdtfEnd start;
  EdtfEnd end;
} EdtfItem;

typedef struct
{
  gboolean has_earliest;
  gboolean has_latest;
  gint64 earliest;
  gint64 latest;
} EdtfBounds;

struct _RisalahEdtf
{
  gatomicrefcount ref_count;
  RisalahEdtfKind kind;
  guint n_items;
  EdtfItem *items;
  EdtfBounds bounds;
};

gboolean risalah_edtf_date_is_possible (const EdtfDate *date);
gboolean risalah_edtf_date_has_bounds  (const EdtfDate *date);
void     risalah_edtf_date_get_bounds  (const EdtfDate *date,
                                        EdtfBounds     *bounds);
void     risalah_edtf_item_get_bounds  (const EdtfItem *item,
                                        EdtfBounds     *bounds);
guint    risalah_edtf_date_get_qualifier (const EdtfDate *date);
int      risalah_edtf_date_get_subyear (const EdtfDate *date);
void     risalah_edtf_date_append      (const EdtfDate *date,
                                        GString        *out);

G_END_DECLS
