/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Briefs as they are stored: their XHTML, its revisions and versions, and what they quote. */
#pragma once

#include <glib-object.h>

#include "risalah-connection.h"

G_BEGIN_DECLS

/**
 * RisalahBriefRecord:
 * @id: its number in this library
 * @uid: its UUID
 * @title: its title
 * @template_id: "T1" … "T5", "" for none
 * @language: ISO 639-1
 * @status: "draft", "review" or "final", the analyst's word
 * @body: (nullable): XHTML; %NULL in lists
 * @revision: counts saves from 1; a save names the one that it was made from
 * @n_problems: what the last check found, -1 where none has run
 * @n_quotations: quotations and citations that it holds
 * @created_at: microseconds since 1970 UTC; so are the other two
 */
typedef struct
{
  gint64 id;
  char *uid;
  char *title;
  char *template_id;
  char *language;
  char *status;
  char *body;
  gint64 revision;
  int n_problems;
  guint n_quotations;
  gint64 created_at;
  gint64 modified_at;
  gint64 deleted_at;
} RisalahBriefRecord;

/**
 * RisalahBriefUse:
 * @quotation_uid: (nullable): the quotation, %NULL for a citation alone
 * @source_uid: the source quoted or cited
 * @text_uid: (nullable): the stored text of a cited span
 * @start: first character of a cited span, -1 for the whole source
 * @end: character after the last
 *
 * One place of a brief that leads back to a source.
 */
typedef struct
{
  char *quotation_uid;
  char *source_uid;
  char *text_uid;
  gint64 start;
  gint64 end;
} RisalahBriefUse;

/**
 * RisalahBriefVersion:
 * @id: its number in this library
 * @brief: whose version
 * @revision: the revision that it was
 * @name: (nullable): what the analyst called it
 * @reason: "named", "automatic" or "conflict" (somebody else saved in between)
 * @title: the brief's title then
 * @created_at: microseconds since 1970 UTC
 */
typedef struct
{
  gint64 id;
  gint64 brief;
  gint64 revision;
  char *name;
  char *reason;
  char *title;
  gint64 created_at;
} RisalahBriefVersion;

void                risalah_brief_record_free     (RisalahBriefRecord   *self);
void                risalah_brief_use_free        (RisalahBriefUse      *self);
void                risalah_brief_version_free    (RisalahBriefVersion  *self);

/* Returns the id, 0 on an error. @uses: (nullable) (element-type RisalahBriefUse), in order. */
gint64              risalah_briefs_add            (RisalahConnection    *connection,
                                                   const char           *uid,
                                                   const char           *title,
                                                   const char           *template_id,
                                                   const char           *language,
                                                   const char           *body,
                                                   GPtrArray            *uses,
                                                   GError              **error);
/* Where the stored revision is not @from_revision, somebody else saved: theirs is kept as a version
 * ("conflict"), ours becomes current, and @had_conflict says so. Returns the new revision, 0 on an
 * error. */
gint64              risalah_briefs_save           (RisalahConnection    *connection,
                                                   gint64                id,
                                                   gint64                from_revision,
                                                   const char           *title,
                                                   const char           *language,
                                                   const char           *body,
                                                   GPtrArray            *uses,
                                                   gboolean             *had_conflict,
                                                   GError              **error);
RisalahBriefRecord *risalah_briefs_get            (RisalahConnection    *connection,
                                                   gint64                id,
                                                   GError              **error);
gint64              risalah_briefs_find_uid       (RisalahConnection    *connection,
                                                   const char           *uid,
                                                   GError              **error);
/* (element-type RisalahBriefRecord): without bodies, the latest modified first. */
GPtrArray          *risalah_briefs_list           (RisalahConnection    *connection,
                                                   GError              **error);
gboolean            risalah_briefs_set_status     (RisalahConnection    *connection,
                                                   gint64                id,
                                                   const char           *status,
                                                   GError              **error);
gboolean            risalah_briefs_set_problems   (RisalahConnection    *connection,
                                                   gint64                id,
                                                   int                   n_problems,
                                                   GError              **error);
gboolean            risalah_briefs_delete         (RisalahConnection    *connection,
                                                   gint64                id,
                                                   GError              **error);
gboolean            risalah_briefs_restore        (RisalahConnection    *connection,
                                                   gint64                id,
                                                   GError              **error);
/* Keeps the brief as it stands as a version; @name NULL for an automatic one. */
gint64              risalah_briefs_add_version    (RisalahConnection    *connection,
                                                   gint64                id,
                                                   const char           *name,
                                                   GError              **error);
gint64              risalah_briefs_keep_document  (RisalahConnection    *connection,
                                                   gint64                id,
                                                   const char           *title,
                                                   const char           *body,
                                                   const char           *name,
                                                   GError              **error);
/* (element-type RisalahBriefVersion): the latest first. */
GPtrArray          *risalah_briefs_list_versions  (RisalahConnection    *connection,
                                                   gint64                id,
                                                   GError              **error);
/* The body of a version; CORRUPT where the SHA-256 differs. */
char               *risalah_briefs_get_version    (RisalahConnection    *connection,
                                                   gint64                version,
                                                   GError              **error);
/* (element-type RisalahBriefUse): what the brief quotes and cites, in order. */
GPtrArray          *risalah_briefs_get_uses       (RisalahConnection    *connection,
                                                   gint64                id,
                                                   GError              **error);
/* (element-type gint64): briefs that quote or cite a source. */
GArray             *risalah_briefs_find_by_source (RisalahConnection    *connection,
                                                   gint64                source,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahBriefRecord, risalah_brief_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahBriefUse, risalah_brief_use_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RisalahBriefVersion, risalah_brief_version_free)

G_END_DECLS
