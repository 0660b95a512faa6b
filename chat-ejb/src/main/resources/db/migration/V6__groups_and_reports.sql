-- Runs on MySQL 9 and on MariaDB.

-- version counts the changes of the attributes; 0: they were never published. search_key: the folded title, as people
-- are found.
ALTER TABLE conversation
    ADD COLUMN topic       VARCHAR(250) NULL,
    ADD COLUMN visibility  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'private',
    ADD COLUMN posting     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'all',
    ADD COLUMN archived_at DATETIME(6)  NULL,
    ADD COLUMN history     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'all',
    ADD COLUMN version     BIGINT       NOT NULL DEFAULT 0,
    ADD COLUMN search_key  VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
CREATE INDEX conversation_visibility ON conversation (visibility, id);

-- A moderator's role does not fit into eight characters.
ALTER TABLE membership MODIFY COLUMN role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL;
-- joined_version: the version with which the user became a member; 0 for memberships from before this migration.
-- joined_pos: for a member who joined while history was 'joined', the position of the record with that version, from
-- which on the member may read, or the greatest position until the record is stored; otherwise 0.
ALTER TABLE membership
    ADD COLUMN joined_version BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN joined_pos     BIGINT NOT NULL DEFAULT 0;

-- kind has one more value: changed, the attributes of the conversation; target is 0. attributes: the new values, as JSON.
-- Two statements, because both are done without copying the table, but not together.
ALTER TABLE message_event MODIFY COLUMN role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE message_event ADD COLUMN attributes VARCHAR(1000) NULL;

-- Changes that are not yet in the log. Nodes of the version before write and relay the table outbox, which they would
-- misread if it had other changes than those of memberships, so it remains as it is until it is empty.
-- kind: member, group or block. Of a group, attributes has the state and changes what changed, as JSON. Of a block,
-- user_id is the user who set it, actor_id the user who is blocked, and shown whether it still holds.
CREATE TABLE change_outbox (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    kind            VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation_id BIGINT        NOT NULL,
    user_id         BIGINT        NOT NULL,
    actor_id        BIGINT        NOT NULL,
    role            VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    version         BIGINT        NOT NULL,
    shown           TINYINT       NOT NULL,
    joined_version  BIGINT        NOT NULL DEFAULT 0,
    attributes      VARCHAR(1000) NULL,
    changes         VARCHAR(1000) NULL,
    cid             BINARY(16)    NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The nodes have to know the groups and blocks that exist.
UPDATE conversation SET version = 1 WHERE kind = 'group';
INSERT INTO change_outbox (kind, conversation_id, user_id, actor_id, version, shown, cid, created_at, attributes)
SELECT 'group', id, 0, 0, 1, 0, UNHEX(REPEAT('00', 16)), UTC_TIMESTAMP(6), JSON_OBJECT('title', title)
FROM conversation WHERE kind = 'group';
INSERT INTO change_outbox (kind, conversation_id, user_id, actor_id, version, shown, cid, created_at)
SELECT 'block', 0, user_id, blocked_id, 0, 1, UNHEX(REPEAT('00', 16)), UTC_TIMESTAMP(6) FROM user_block;

-- A message that a member reported to the moderators of its group.
CREATE TABLE message_report (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    conversation_id BIGINT       NOT NULL,
    pos             BIGINT       NOT NULL,
    reporter_id     BIGINT       NOT NULL,
    reason          VARCHAR(500) NULL,
    reported_at     DATETIME(6)  NOT NULL,
    resolved_by     BIGINT       NULL,
    resolved_at     DATETIME(6)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY message_report_once (conversation_id, pos, reporter_id),
    KEY message_report_conversation (conversation_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
