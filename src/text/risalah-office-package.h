/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A zip file of XML parts, as Word and LibreOffice write them. For the office reader. */
#pragma once

#include "risalah-office-xml.h"

G_BEGIN_DECLS

/* No more than this is unpacked of one file, all its parts together. */
#define RISALAH_OFFICE_MAX_BYTES (256 * 1024 * 1024)

typedef struct _RisalahOfficePackage RisalahOfficePackage;

RisalahOfficePackage *risalah_office_package_open     (GBytes                     *bytes,
                                                       const char                 *name,
                                                       GError                    **error);
void                  risalah_office_package_free     (RisalahOfficePackage       *self);
gboolean              risalah_office_package_has      (const RisalahOfficePackage *self,
                                                       const char                 *part);
gboolean              risalah_office_package_read     (RisalahOfficePackage       *self,
                                                       const char                 *part,
                                                       const RisalahOfficeHandler *handler,
                                                       gpointer                    data,
                                                       GError                    **error);
void                  risalah_office_package_set_damaged
                                                      (const RisalahOfficePackage *self,
                                                       GError                    **error);
void                  risalah_office_package_set_other
                                                      (const RisalahOfficePackage *self,
                                                       GError                    **error);
void                  risalah_office_package_set_encrypted
                                                      (const char                 *name,
                                                       GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahOfficePackage, risalah_office_package_free)

G_END_DECLS
