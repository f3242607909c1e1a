/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables. What each version changed:
 *
 * 1  sources with their texts, originals and index; events with evidence; quotations; briefs.
 *
 * All instants are microseconds since 1970 UTC. Days are Julian day numbers. Offsets are characters
 * of the text that source_text names. SHA-256 are 32 bytes. Deletion sets deleted_at. */

#include "risalah-schema-private.h"

#include "risalah-index-private.h"

static const char version_1_sources[] =
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    /* How often each family of tables was changed; see risalah_connection_poll(). */
    "CREATE TABLE change (family TEXT PRIMARY KEY, serial INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "INSERT INTO change VALUES ('sources', 1), ('events', 1), ('quotations', 1), ('briefs', 1),"
    " ('shelves', 1);"
    "CREATE TABLE publisher ("
    " id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,"
    " reliability TEXT CHECK (reliability BETWEEN 'A' AND 'F')) STRICT;"
    /* The metadata columns are NULL where unknown; origins has a letter for each of them, in the
     * order of RisalahMetadata, 'A' for RISALAH_ORIGIN_ANALYST and so on. countries, kinds and
     * topics are derived: keys between blanks. */
    "CREATE TABLE source ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
    " current_text INTEGER REFERENCES source_text (id) DEFERRABLE INITIALLY DEFERRED,"
    " label TEXT NOT NULL, title TEXT, byline TEXT, publisher INTEGER REFERENCES publisher (id),"
    " place TEXT, published TEXT, url TEXT, language TEXT, type TEXT, agency TEXT,"
    " origins TEXT NOT NULL, title_translated TEXT, accessed TEXT,"
    " earliest INTEGER, latest INTEGER,"
    " reliability TEXT CHECK (reliability BETWEEN 'A' AND 'F'), notes TEXT NOT NULL DEFAULT '',"
    " countries TEXT NOT NULL DEFAULT '', kinds TEXT NOT NULL DEFAULT '',"
    " topics TEXT NOT NULL DEFAULT '',"
    " reprint_group INTEGER, reprint_by_analyst INTEGER NOT NULL DEFAULT 0,"
    " words INTEGER NOT NULL DEFAULT 0, url_key INTEGER, changed INTEGER NOT NULL,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;"
    "CREATE INDEX source_published ON source (earliest DESC, id DESC) WHERE deleted_at IS NULL;"
    "CREATE INDEX source_changed ON source (changed);"
    "CREATE INDEX source_url ON source (url_key) WHERE url_key IS NOT NULL;"
    "CREATE INDEX source_publisher ON source (publisher) WHERE publisher IS NOT NULL;"
    "CREATE INDEX source_reprint ON source (reprint_group) WHERE reprint_group IS NOT NULL;"
    "CREATE INDEX source_deleted ON source (deleted_at) WHERE deleted_at IS NOT NULL;"
    /* sha256_key is the first 8 bytes of sha256: a narrow index; the rest is compared on a hit. */
    "CREATE TABLE original ("
    " id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (id), name TEXT,"
    " media_type TEXT, size INTEGER NOT NULL, sha256_key INTEGER NOT NULL, sha256 BLOB NOT NULL,"
    " created_at INTEGER NOT NULL, data BLOB NOT NULL) STRICT;"
    "CREATE INDEX original_sha256 ON original (sha256_key);"
    "CREATE INDEX original_source ON original (source);"
    "CREATE TABLE source_text ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
    " source INTEGER NOT NULL REFERENCES source (id), original INTEGER REFERENCES original (id),"
    " reader TEXT NOT NULL, n_characters INTEGER NOT NULL, sha256 BLOB NOT NULL,"
    " blocks BLOB NOT NULL, created_at INTEGER NOT NULL, text TEXT NOT NULL) STRICT;"
    "CREATE INDEX source_text_source ON source_text (source);"
    "CREATE INDEX source_text_original ON source_text (original) WHERE original IS NOT NULL;"
    "CREATE TABLE shingle_band ("
    " band INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (band, source))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE reprint_split ("
    " source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,"
    " other INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,"
    " PRIMARY KEY (source, other)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE facet_count ("
    " field INTEGER NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (field, value))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE entity ("
    " id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, UNIQUE (kind, key)) STRICT;"
    "CREATE TABLE mention ("
    " source_text INTEGER PRIMARY KEY REFERENCES source_text (id), data BLOB NOT NULL) STRICT;"
    "CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE) "
    "STRICT;"
    "CREATE TABLE source_tag ("
    " source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,"
    " tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,"
    " PRIMARY KEY (source, tag)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX source_tag_tag ON source_tag (tag, source);"
    "CREATE TABLE dossier ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,"
    " note TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL,"
    " deleted_at INTEGER) STRICT;"
    "CREATE UNIQUE INDEX dossier_name ON dossier (folded) WHERE deleted_at IS NULL;"
    "CREATE TABLE dossier_source ("
    " dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,"
    " source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,"
    " PRIMARY KEY (dossier, source)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX dossier_source_source ON dossier_source (source, dossier);"
    "CREATE TABLE saved_search ("
    " id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, query TEXT NOT NULL,"
    " created_at INTEGER NOT NULL) STRICT;";

static const char version_1_events[] =
    "CREATE TABLE event ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT NOT NULL,"
    " edtf TEXT, mod TEXT, earliest INTEGER, latest INTEGER,"
    " date_by_analyst INTEGER NOT NULL DEFAULT 0, date_reason TEXT, found_edtf TEXT, found_mod "
    "TEXT,"
    " place TEXT, status TEXT NOT NULL CHECK (status IN ('held', 'planned', 'proposed', "
    "'cancelled')),"
    " note TEXT, review TEXT NOT NULL CHECK (review IN ('suggested', 'accepted', 'rejected')),"
    " merged_into INTEGER REFERENCES event (id), suggestion_key TEXT, score REAL NOT NULL DEFAULT "
    "0,"
    " rule TEXT, is_talk INTEGER NOT NULL DEFAULT 0,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;"
    "CREATE INDEX event_earliest ON event (earliest, id)"
    " WHERE deleted_at IS NULL AND merged_into IS NULL;"
    "CREATE INDEX event_suggestion ON event (suggestion_key) WHERE suggestion_key IS NOT NULL;"
    "CREATE INDEX event_merged ON event (merged_into) WHERE merged_into IS NOT NULL;"
    "CREATE TABLE event_party ("
    " event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT,"
    " PRIMARY KEY (event, position)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX event_party_key ON event_party (key, event);"
    "CREATE TABLE evidence ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, event INTEGER NOT NULL REFERENCES event "
    "(id),"
    " source_text INTEGER NOT NULL REFERENCES source_text (id), start INTEGER NOT NULL,"
    " \"end\" INTEGER NOT NULL, field TEXT NOT NULL, value TEXT, voice TEXT NOT NULL,"
    " credibility INTEGER CHECK (credibility BETWEEN 1 AND 6), joined_by TEXT NOT NULL,"
    " from_event INTEGER REFERENCES event (id), suggestion_key TEXT,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;"
    "CREATE INDEX evidence_suggestion ON evidence (suggestion_key) WHERE suggestion_key IS NOT "
    "NULL;"
    "CREATE INDEX evidence_event ON evidence (event);"
    "CREATE INDEX evidence_source_text ON evidence (source_text);"
    "CREATE INDEX evidence_from_event ON evidence (from_event) WHERE from_event IS NOT NULL;";

static const char version_1_briefs[] =
    "CREATE TABLE quotation ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
    " source_text INTEGER NOT NULL REFERENCES source_text (id), start INTEGER NOT NULL,"
    " \"end\" INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,"
    " speaker TEXT, voice TEXT NOT NULL, credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),"
    " language TEXT, note TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL,"
    " modified_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;"
    "CREATE INDEX quotation_source_text ON quotation (source_text);"
    "CREATE TABLE brief ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, template TEXT NOT "
    "NULL,"
    " language TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'final')),"
    " revision INTEGER NOT NULL, n_problems INTEGER NOT NULL DEFAULT -1, sha256 BLOB NOT NULL,"
    " created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL, deleted_at INTEGER,"
    " body TEXT NOT NULL) STRICT;"
    "CREATE TABLE brief_version ("
    " id INTEGER PRIMARY KEY, brief INTEGER NOT NULL REFERENCES brief (id) ON DELETE CASCADE,"
    " revision INTEGER NOT NULL, name TEXT, reason TEXT NOT NULL CHECK (reason IN ('named',"
    " 'automatic', 'conflict')), title TEXT NOT NULL, sha256 BLOB NOT NULL,"
    " created_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;"
    "CREATE INDEX brief_version_brief ON brief_version (brief);"
    "CREATE TABLE brief_quotation ("
    " brief INTEGER NOT NULL REFERENCES brief (id) ON DELETE CASCADE, position INTEGER NOT NULL,"
    " quotation_uid TEXT, source_uid TEXT NOT NULL, text_uid TEXT, start INTEGER, \"end\" INTEGER,"
    " PRIMARY KEY (brief, position)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX brief_quotation_quotation ON brief_quotation (quotation_uid);"
    "CREATE INDEX brief_quotation_source ON brief_quotation (source_uid);"
    "CREATE TABLE media ("
    " id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, media_type TEXT NOT NULL, name TEXT,"
    " created_at INTEGER NOT NULL, data BLOB NOT NULL) STRICT;";

static gboolean
migrate_to_1 (RisalahConnection *connection, GError **error)
{
  return risalah_connection_execute (connection, version_1_sources, error)
         && risalah_connection_execute (connection, version_1_events, error)
         && risalah_connection_execute (connection, version_1_briefs, error)
         && risalah_index_create (connection, error);
}

static const RisalahMigration migrations[RISALAH_SCHEMA_VERSION] = { migrate_to_1 };

/**
 * risalah_schema_get_migrations:
 *
 * Returns: (transfer none) (array fixed-size=RISALAH_SCHEMA_VERSION): the migrations in order
 */
const RisalahMigration *
risalah_schema_get_migrations (void)
{
  return migrations;
}
