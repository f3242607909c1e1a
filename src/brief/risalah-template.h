/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The templates T1 to T5 (T2 in two forms): which parts a brief has, which are required, how many
 * words each has. They stand in data/document/templates.tsv, their words in LANGUAGE.tsv. */
#pragma once

#include "risalah-document.h"
#include "risalah-terms.h"

G_BEGIN_DECLS

/**
 * RisalahTemplatePart:
 * @section: its name, what risalah_brief_block_get_section() of its heading says
 * @required: whether a brief without it, or with it empty, is incomplete
 * @optional: offered, not put into a new document
 * @words: its word budget, 0 for none
 * @level: of its heading 1 to 3, 0 where it has none
 * @content: what stands in it, in the words of templates.tsv
 */
typedef struct
{
  const char *section;
  gboolean required;
  gboolean optional;
  guint words;
  guint level;
  const char *content;
} RisalahTemplatePart;

typedef struct _RisalahTemplates RisalahTemplates;
typedef struct _RisalahTemplate RisalahTemplate;

RisalahTemplates          *risalah_templates_open         (const char             *directory,
                                                           GError                **error);
RisalahTemplates          *risalah_templates_ref          (RisalahTemplates       *self);
void                       risalah_templates_unref        (RisalahTemplates       *self);
guint                      risalah_templates_get_n        (const RisalahTemplates *self);
const RisalahTemplate     *risalah_templates_get          (const RisalahTemplates *self,
                                                           guint                   index);
const RisalahTemplate     *risalah_templates_find         (const RisalahTemplates *self,
                                                           const char             *name);

const char                *risalah_template_get_name      (const RisalahTemplate  *self);
guint                      risalah_template_get_words     (const RisalahTemplate  *self);
const RisalahTemplatePart *risalah_template_get_parts     (const RisalahTemplate  *self,
                                                           guint                  *n_parts);
const RisalahTemplatePart *risalah_template_find_part     (const RisalahTemplate  *self,
                                                           const char             *section);
RisalahDocument           *risalah_template_new_document  (const RisalahTemplate  *self,
                                                           RisalahTerms           *terms,
                                                           const char             *title,
                                                           const char             *date);
RisalahDocument           *risalah_template_add_part      (const RisalahTemplate  *self,
                                                           RisalahTerms           *terms,
                                                           RisalahDocument        *document,
                                                           const char             *section,
                                                           guint                  *at);
RisalahDocument           *risalah_template_translate_document
                                                          (const RisalahTemplate  *self,
                                                           RisalahTerms           *terms,
                                                           RisalahDocument        *document,
                                                           const char             *uid);
char                      *risalah_template_dup_heading   (const RisalahTemplate  *self,
                                                           RisalahTerms           *terms,
                                                           const char             *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahTemplates, risalah_templates_unref)

G_END_DECLS
