/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief as OpenDocument text (1.3): what its writer's files share. */
#pragma once

#include "risalah-office-private.h"
#include "risalah-zip-private.h"

G_BEGIN_DECLS

/**
 * RisalahOdtPart:
 * @body: what it holds
 * @automatic: the styles that no one has named, as they are needed
 * @names: (element-type utf8 utf8): what such a style says → its name
 *
 * A file of the package, while it is written.
 */
typedef struct
{
  GString *body;
  GString *automatic;
  GHashTable *names;
} RisalahOdtPart;

/**
 * RisalahOdt:
 * @layout: the brief, laid out
 * @walk: tells it
 * @zip: the package
 * @manifest: what is in it
 * @part: the part that is written to
 * @in_span: whether the run is an element
 * @lists: (element-type gboolean): of the open lists, outermost first, whether they are numbered
 * @tables: (element-type RisalahOfficeTable): those that are open
 * @n_tables: how many there are so far
 * @row: of the innermost table
 * @n_pictures: how many there are so far
 */
typedef struct
{
  RisalahLayout *layout;
  RisalahOfficeWalk *walk;
  RisalahZip *zip;
  GString *manifest;
  RisalahOdtPart *part;
  gboolean in_span;
  GArray *lists;
  GArray *tables;
  guint n_tables;
  guint row;
  guint n_pictures;
} RisalahOdt;

#define RISALAH_ODT_BULLETS "Brief_20_Bullets"
#define RISALAH_ODT_NUMBERS "Brief_20_Numbers"

/* Text: risalah-odt-body.c */
extern const RisalahOfficeFormat risalah_odt_format;
void        risalah_odt_close_lists    (RisalahOdt           *self,
                                        guint                 level);

/* Tables and pictures: risalah-odt-objects.c */
void        risalah_odt_add_picture    (gpointer              writer,
                                        const RisalahOfficePicture *picture);
void        risalah_odt_begin_table    (gpointer              writer,
                                        const RisalahOfficeTable *table);
void        risalah_odt_begin_row      (gpointer              writer,
                                        gboolean              is_header);
void        risalah_odt_begin_cell     (gpointer              writer,
                                        guint                 column);
void        risalah_odt_end_cell       (gpointer              writer);
void        risalah_odt_end_row        (gpointer              writer);
void        risalah_odt_end_table      (gpointer              writer);

/* Parts, and styles without a name: risalah-odt-package.c */
void        risalah_odt_part_init      (RisalahOdtPart       *part);
void        risalah_odt_part_clear     (RisalahOdtPart       *part);
const char *risalah_odt_name_style     (RisalahOdt           *self,
                                        const char           *family,
                                        const char           *content);
void        risalah_odt_append_points  (GString              *xml,
                                        const char           *attribute,
                                        double                points);
void        risalah_odt_append_millimetres (GString          *xml,
                                        const char           *attribute,
                                        double                points);
void        risalah_odt_append_language (GString             *xml,
                                        const char           *language);
void        risalah_odt_add_file       (RisalahOdt           *self,
                                        const char           *name,
                                        const char           *type,
                                        const void           *data,
                                        gsize                 length);
void        risalah_odt_add_content    (RisalahOdt           *self,
                                        const RisalahOdtPart *part);
void        risalah_odt_add_package    (RisalahOdt           *self);

/* styles.xml: risalah-odt-styles.c, its pages: risalah-odt-pages.c */
void        risalah_odt_add_styles     (RisalahOdt           *self);
void        risalah_odt_append_layout  (RisalahOdt           *self,
                                        GString              *xml);
void        risalah_odt_append_pages   (RisalahOdt           *self);
void        risalah_odt_begin_document (GString              *xml,
                                        const char           *root);

G_END_DECLS
