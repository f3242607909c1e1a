/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The XML of an office file as it streams past: elements by their usual names, whatever prefix the
 * file gives them. For the office reader. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RisalahOfficeXml RisalahOfficeXml;
typedef struct _RisalahOfficeAttributes RisalahOfficeAttributes;

/**
 * RisalahOfficeHandler:
 * @start: an element begins, like "w:p" or "text:h"; whether to hear of what it holds and of its end
 * @end: (nullable): an element ends that @start wanted
 * @text: (nullable): some of the characters between
 */
typedef struct
{
  gboolean (*start) (gpointer data, const char *name, const RisalahOfficeAttributes *attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} RisalahOfficeHandler;

RisalahOfficeXml *risalah_office_xml_new         (const RisalahOfficeHandler    *handler,
                                                  gpointer                       data);
void              risalah_office_xml_free        (RisalahOfficeXml              *self);
gboolean          risalah_office_xml_feed        (RisalahOfficeXml              *self,
                                                  const char                    *bytes,
                                                  gsize                          length);
gboolean          risalah_office_xml_finish      (RisalahOfficeXml              *self);
gboolean          risalah_office_xml_is_too_deep (const RisalahOfficeXml        *self);

char             *risalah_office_attributes_dup  (const RisalahOfficeAttributes *self,
                                                  const char                    *name);
gint              risalah_office_attributes_get_number
                                                 (const RisalahOfficeAttributes *self,
                                                  const char                    *name,
                                                  gint                           otherwise);
gboolean          risalah_office_attributes_has  (const RisalahOfficeAttributes *self,
                                                  const char                    *name,
                                                  const char                    *value);
gboolean          risalah_office_attributes_is_on
                                                 (const RisalahOfficeAttributes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOfficeXml, risalah_office_xml_free)

G_END_DECLS
