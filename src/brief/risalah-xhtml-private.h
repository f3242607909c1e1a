/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer and the readers of XHTML share. */
#pragma once

#include <libxml/tree.h>

#include "risalah-document-private.h"

G_BEGIN_DECLS

#define RISALAH_XHTML_NAMESPACE "http://www.w3.org/1999/xhtml"

/* Escaping: risalah-document-xhtml.c */
void             risalah_xhtml_append_text       (GString           *xml,
                                                  const char        *text,
                                                  gsize              length);
void             risalah_xhtml_append_attribute  (GString           *xml,
                                                  const char        *name,
                                                  const char        *value);
void             risalah_xhtml_append_number     (GString           *xml,
                                                  const char        *name,
                                                  gint64             value);

/* The text of one block: risalah-xhtml-inline.c */
void             risalah_xhtml_write_inline      (GString           *xml,
                                                  RisalahRichText   *text);
RisalahRichText *risalah_xhtml_read_inline       (xmlNode           *element,
                                                  xmlNode           *stop);

/* Elements as they are: risalah-xhtml-nodes.c */
gboolean         risalah_xhtml_is_ignorable      (const xmlNode     *node);
gboolean         risalah_xhtml_is                (const xmlNode     *node,
                                                  const char        *name);
char            *risalah_xhtml_get_attribute     (xmlNode           *node,
                                                  const char        *name);
gint64           risalah_xhtml_get_number        (xmlNode           *node,
                                                  const char        *name,
                                                  gint64             otherwise);
gboolean         risalah_xhtml_has_class         (xmlNode           *node,
                                                  const char        *name);
char            *risalah_xhtml_dup_name          (const xmlNode     *node);
char            *risalah_xhtml_dup_attributes    (xmlNode           *node,
                                                  const char * const *except);
char            *risalah_xhtml_dup_element       (xmlNode           *node);
char            *risalah_xhtml_dup_content       (xmlNode           *node);

/* Objects, NULL where they are not as ours are: risalah-xhtml-objects.c */
RisalahBriefBlock *
                 risalah_xhtml_read_table        (xmlNode           *table);
RisalahBriefBlock *
                 risalah_xhtml_read_figure       (xmlNode           *node);

/* Quotations: risalah-xhtml-quotations.c */
void             risalah_xhtml_write_quotation   (GString           *xml,
                                                  const RisalahMark *mark);
RisalahQuotationUse *
                 risalah_xhtml_read_quotation    (xmlNode           *element,
                                                  RisalahQuotationForm form);
extern const char *const risalah_xhtml_quotation_attributes[];

G_END_DECLS
