"""The schema, as numbered migrations; the newest code opens every database that an older one made.

Days are ISO text, moments integers (seconds since 1970, UTC), records JSON.
"""

from typing import Any

from sqlite_utils.migrations import Migrations

FIRST = """
CREATE TABLE regions (key TEXT PRIMARY KEY, name TEXT NOT NULL, zone TEXT NOT NULL, language TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '{}');
CREATE TABLE subregions (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions, name TEXT NOT NULL,
    UNIQUE (region, name));
CREATE TABLE organisations (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions, name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '', subregion TEXT REFERENCES subregions, UNIQUE (region, name));
CREATE TABLE breaks (region TEXT NOT NULL REFERENCES regions, organisation TEXT REFERENCES organisations,
    name TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, UNIQUE (region, organisation, name, first));
CREATE TABLE teams (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions, name TEXT NOT NULL,
    subregion TEXT REFERENCES subregions, UNIQUE (region, name));
CREATE TABLE people (key TEXT PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL, hour TEXT NOT NULL,
    workdays TEXT NOT NULL, stopped_at INTEGER, created_at INTEGER NOT NULL);
CREATE TABLE accounts (platform TEXT NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL REFERENCES people,
    PRIMARY KEY (platform, account));
CREATE TABLE memberships (key INTEGER PRIMARY KEY, person TEXT NOT NULL REFERENCES people,
    region TEXT NOT NULL REFERENCES regions, role TEXT NOT NULL, team TEXT REFERENCES teams,
    organisation TEXT REFERENCES organisations, place TEXT NOT NULL DEFAULT 'member',
    reminded INTEGER NOT NULL DEFAULT 0, ended_at INTEGER);
CREATE INDEX memberships_person ON memberships (person);
CREATE INDEX memberships_team ON memberships (team);
CREATE INDEX memberships_region ON memberships (region, role);
CREATE TABLE pauses (person TEXT NOT NULL REFERENCES people, first TEXT NOT NULL, last TEXT NOT NULL);
CREATE INDEX pauses_person ON pauses (person);
CREATE TABLE chats (key TEXT PRIMARY KEY, platform TEXT NOT NULL, address TEXT NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '', person TEXT REFERENCES people, region TEXT REFERENCES regions,
    subregion TEXT REFERENCES subregions, seen_at INTEGER NOT NULL DEFAULT 0, gone_at INTEGER,
    UNIQUE (platform, address));
CREATE INDEX chats_person ON chats (person);
CREATE INDEX chats_region ON chats (region) WHERE region IS NOT NULL;
CREATE TABLE invitations (hash TEXT PRIMARY KEY, typed_hash TEXT NOT NULL UNIQUE,
    region TEXT NOT NULL REFERENCES regions, role TEXT NOT NULL, team TEXT REFERENCES teams, made_by TEXT,
    expires_at INTEGER NOT NULL, used_by TEXT REFERENCES people, used_at INTEGER);
CREATE TABLE wrong_codes (person TEXT NOT NULL REFERENCES people, at INTEGER NOT NULL);
CREATE INDEX wrong_codes_person ON wrong_codes (person, at);

CREATE TABLE plans (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions, title TEXT NOT NULL,
    first TEXT, last TEXT);
CREATE TABLE activities (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    plan TEXT NOT NULL REFERENCES plans, number INTEGER NOT NULL, title TEXT NOT NULL,
    line TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '', vanished_at INTEGER);
CREATE INDEX activities_region ON activities (region);
CREATE TABLE milestones (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    plan TEXT NOT NULL REFERENCES plans, activity TEXT NOT NULL REFERENCES activities, title TEXT NOT NULL,
    written TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '', start TEXT, due TEXT, forecast TEXT,
    stand TEXT, vanished_at INTEGER);
CREATE INDEX milestones_region ON milestones (region);
CREATE TABLE owners (milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL, name TEXT NOT NULL,
    team TEXT REFERENCES teams, role TEXT, person TEXT REFERENCES people, PRIMARY KEY (milestone, position));
CREATE TABLE indicators (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    plan TEXT NOT NULL REFERENCES plans, name TEXT NOT NULL, baseline REAL, vanished_at INTEGER);
CREATE INDEX indicators_region ON indicators (region);
CREATE TABLE indicator_targets (indicator TEXT NOT NULL REFERENCES indicators, year INTEGER NOT NULL,
    target REAL NOT NULL, PRIMARY KEY (indicator, year));
CREATE TABLE indicator_values (indicator TEXT NOT NULL REFERENCES indicators, year INTEGER NOT NULL,
    value REAL NOT NULL, entered_by TEXT REFERENCES people, entered_at INTEGER, PRIMARY KEY (indicator, year));
CREATE TABLE meetings (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions, name TEXT NOT NULL,
    per_year INTEGER, day TEXT, at TEXT, plan TEXT REFERENCES plans);
CREATE INDEX meetings_region ON meetings (region, day);
CREATE TABLE owed_sessions (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    activity TEXT REFERENCES activities, name TEXT NOT NULL, per_year INTEGER);
CREATE TABLE vanished (item TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    plan TEXT NOT NULL REFERENCES plans, kind TEXT NOT NULL, title TEXT NOT NULL, activity TEXT REFERENCES activities,
    stays INTEGER NOT NULL DEFAULT 0);

CREATE TABLE updates (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    person TEXT NOT NULL REFERENCES people, kind TEXT NOT NULL, activity TEXT REFERENCES activities,
    milestone TEXT REFERENCES milestones, result TEXT, day TEXT, data TEXT NOT NULL DEFAULT '{}',
    shared INTEGER NOT NULL DEFAULT 0, saved_at INTEGER NOT NULL, changed_at INTEGER, withdrawn_at INTEGER,
    merged_into TEXT REFERENCES updates, confirmed_by TEXT REFERENCES people, confirmed_at INTEGER);
CREATE INDEX updates_region ON updates (region, saved_at);
CREATE TABLE pictures (key TEXT PRIMARY KEY, region TEXT REFERENCES regions, person TEXT REFERENCES people,
    kept_as TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', type TEXT NOT NULL, width INTEGER, height INTEGER,
    received_at INTEGER NOT NULL, "update" TEXT REFERENCES updates, cleared_at INTEGER, dropped_at INTEGER);
CREATE INDEX pictures_loose ON pictures (received_at) WHERE "update" IS NULL;
CREATE INDEX pictures_update ON pictures ("update") WHERE "update" IS NOT NULL;
CREATE INDEX pictures_dropped ON pictures (key) WHERE dropped_at IS NOT NULL;
CREATE TABLE history (key INTEGER PRIMARY KEY, region TEXT NOT NULL, person TEXT, at INTEGER NOT NULL,
    item TEXT NOT NULL DEFAULT '', what TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX history_item ON history (item);
CREATE INDEX history_answers ON history (region, at) WHERE what = 'Answered';

CREATE TABLE inbox (key INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, event TEXT NOT NULL,
    chat TEXT NOT NULL REFERENCES chats, account TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    received_at INTEGER NOT NULL, done_at INTEGER, fault TEXT, UNIQUE (platform, event));
CREATE INDEX inbox_waiting ON inbox (key) WHERE state = 'ready';
CREATE TABLE outbox (key INTEGER PRIMARY KEY AUTOINCREMENT, region TEXT, chat TEXT REFERENCES chats,
    person TEXT REFERENCES people, urgency INTEGER NOT NULL, subject TEXT NOT NULL DEFAULT '', body TEXT NOT NULL,
    view TEXT, revision INTEGER NOT NULL DEFAULT 1, shown_revision INTEGER NOT NULL DEFAULT 0, sent_to TEXT,
    receipt TEXT, state TEXT NOT NULL, ready_at INTEGER NOT NULL, expires_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0, fault TEXT, said_at INTEGER NOT NULL, settled_at INTEGER);
CREATE INDEX outbox_ready ON outbox (urgency, key) WHERE state = 'ready';
CREATE INDEX outbox_sending ON outbox (sent_to) WHERE state = 'sending';
CREATE INDEX outbox_subject ON outbox (subject, person) WHERE subject <> '';
CREATE INDEX outbox_chat ON outbox (chat, key);
CREATE INDEX outbox_person ON outbox (person, key) WHERE person IS NOT NULL;
CREATE TABLE shown (message INTEGER NOT NULL REFERENCES outbox, item TEXT NOT NULL, PRIMARY KEY (item, message));
CREATE INDEX shown_message ON shown (message);
CREATE TABLE buttons (key TEXT PRIMARY KEY, message INTEGER NOT NULL REFERENCES outbox, revision INTEGER NOT NULL,
    number INTEGER NOT NULL, label TEXT NOT NULL, action TEXT NOT NULL, region TEXT, expires_at INTEGER NOT NULL);
CREATE INDEX buttons_message ON buttons (message);
CREATE TABLE conversations (chat TEXT NOT NULL REFERENCES chats, person TEXT NOT NULL REFERENCES people,
    region TEXT, state TEXT NOT NULL, touched_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    PRIMARY KEY (chat, person));
CREATE INDEX conversations_expiry ON conversations (expires_at);
CREATE TABLE occurrences (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions, rule TEXT NOT NULL,
    item TEXT NOT NULL, person TEXT REFERENCES people, chat TEXT REFERENCES chats, day TEXT NOT NULL,
    due_at INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'pending', settled_at INTEGER);
CREATE INDEX occurrences_due ON occurrences (due_at) WHERE state = 'pending';
CREATE INDEX occurrences_item ON occurrences (item, person, settled_at);
CREATE INDEX occurrences_person ON occurrences (person, settled_at);
CREATE INDEX occurrences_summaries ON occurrences (region, chat) WHERE rule = 'summary';
CREATE TABLE stale (item TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions);
CREATE TABLE answers (milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL,
    stand TEXT NOT NULL, forecast TEXT, reason TEXT NOT NULL DEFAULT '', catch_up INTEGER,
    person TEXT NOT NULL REFERENCES people, at INTEGER NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY (milestone, position));
CREATE TABLE handovers (key TEXT PRIMARY KEY, region TEXT NOT NULL REFERENCES regions,
    milestone TEXT NOT NULL REFERENCES milestones, giver TEXT NOT NULL REFERENCES people,
    taker TEXT NOT NULL REFERENCES people, offered_at INTEGER NOT NULL, settled_at INTEGER, accepted INTEGER);
CREATE TABLE watches (milestone TEXT NOT NULL REFERENCES milestones, person TEXT NOT NULL REFERENCES people,
    since TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (milestone, person));
CREATE TABLE snoozes (milestone TEXT NOT NULL REFERENCES milestones, person TEXT NOT NULL REFERENCES people,
    until TEXT NOT NULL, PRIMARY KEY (milestone, person));
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE local_messages (key INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL, sender TEXT NOT NULL,
    text TEXT NOT NULL, buttons TEXT NOT NULL DEFAULT '[]', files TEXT NOT NULL DEFAULT '[]',
    at INTEGER NOT NULL, sent_as TEXT UNIQUE, revision INTEGER NOT NULL DEFAULT 1);
CREATE INDEX local_messages_chat ON local_messages (chat, key);
"""

# Platforms with limits, files and groups of their own. ``hears``: the kinds of news that a chat is told, "" for all.
# ``lost``: why nothing arrives in it (see programme/happenings.py). ``menu``: the commands that it shows, and is to.
# ``repeats``: how often a message of which nobody knows whether it arrived was sent once more. ``queue``: the platform
# in whose queue a message stands; "" until its moment has come. ``asks``: whether it has options, as it is now.
PLATFORMS = """
ALTER TABLE chats ADD COLUMN hears TEXT NOT NULL DEFAULT '';
ALTER TABLE chats ADD COLUMN lost TEXT NOT NULL DEFAULT '';
ALTER TABLE chats ADD COLUMN menu_wanted TEXT NOT NULL DEFAULT '';
ALTER TABLE chats ADD COLUMN menu_shown TEXT NOT NULL DEFAULT '';
CREATE INDEX chats_menu ON chats (key) WHERE menu_wanted <> menu_shown;
ALTER TABLE inbox ADD COLUMN album TEXT NOT NULL DEFAULT '';
ALTER TABLE inbox ADD COLUMN ready_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
CREATE INDEX inbox_received ON inbox (chat, key) WHERE state = 'received';
ALTER TABLE outbox ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN queue TEXT NOT NULL DEFAULT '';
DROP INDEX outbox_ready;
CREATE INDEX outbox_queue ON outbox (queue, urgency, key, chat, person) WHERE state = 'ready' AND queue <> '';
CREATE INDEX outbox_moments ON outbox (ready_at) WHERE state = 'ready' AND queue = '';
ALTER TABLE outbox ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET asks = EXISTS
    (SELECT 1 FROM buttons WHERE message = outbox.key AND buttons.revision = outbox.revision);
CREATE INDEX outbox_asking ON outbox (chat, key) WHERE asks;
CREATE INDEX outbox_expiry ON outbox (expires_at) WHERE state = 'ready' AND expires_at IS NOT NULL;
"""


def schema() -> Migrations:
    """Return the migrations in order; a released one is never edited, the next one is added below it."""
    migrations = Migrations("aanjager")

    @migrations()
    def m001_first(db: Any) -> None:
        _script(db, FIRST)

    @migrations()
    def m002_platforms(db: Any) -> None:
        _script(db, PLATFORMS)

    return migrations


def _script(db: Any, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            db.execute(statement)
