/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a document as a whole, and what its readers and writers keep there. */
#pragma once

#include "risalah-document.h"

G_BEGIN_DECLS

/* What is known about the whole; shared by all documents that differ in blocks only. */
typedef struct
{
  gatomicrefcount references;
  char *fields[RISALAH_DOCUMENT_N_FIELDS]; /* never NULL */
  GArray *rules;                           /* (element-type RisalahSwitchedOffRule): by rule */
  char *root_extra;                        /* attributes of <html> of a newer version */
  char *head_extra;                        /* elements of <head> of a newer version */
} RisalahDocumentFields;

RisalahDocumentFields *risalah_document_fields_new      (void);
RisalahDocumentFields *risalah_document_fields_ref      (RisalahDocumentFields       *self);
void                   risalah_document_fields_unref    (RisalahDocumentFields       *self);
RisalahDocumentFields *risalah_document_fields_copy     (const RisalahDocumentFields *self,
                                                         const char                  *without);
void                   risalah_document_fields_add_rule (RisalahDocumentFields       *self,
                                                         const char                  *rule,
                                                         const char                  *reason);
gboolean               risalah_document_fields_equal    (const RisalahDocumentFields *a,
                                                         const RisalahDocumentFields *b);

RisalahDocument *risalah_document_with_head_extra (RisalahDocument       *self,
                                                   const char            *attributes,
                                                   const char            *elements);
const char      *risalah_document_get_root_extra  (const RisalahDocument *self);
const char      *risalah_document_get_head_extra  (const RisalahDocument *self);
gboolean         risalah_document_same_fields     (const RisalahDocument *a,
                                                   const RisalahDocument *b);
RisalahDocument *risalah_document_with_fields_of  (RisalahDocument       *self,
                                                   RisalahDocument       *other);

G_END_DECLS
