-- Runs on MySQL 9 and on MariaDB. Everything is added, so a node of the version before can still write.

-- Whom a message or an edit mentions: 'channel' or 'here', then user ids, separated by spaces.
ALTER TABLE message ADD COLUMN mentions VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE message_event ADD COLUMN mentions VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- One row for each user whom the current text of a message mentions, by name or with everyone; none for a revoked
-- message, and none for its sender. The primary key finds the rows of a message that changes; mention_time is a user's
-- list of mentions, newest first; mention_unread counts those after a read position.
CREATE TABLE mention (
    conversation_id BIGINT      NOT NULL,
    pos             BIGINT      NOT NULL,
    user_id         BIGINT      NOT NULL,
    ts              DATETIME(6) NOT NULL,
    PRIMARY KEY (conversation_id, pos, user_id),
    KEY mention_time (user_id, ts, conversation_id, pos),
    KEY mention_unread (user_id, conversation_id, pos)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What chat_users has to be told: 1 until the account's current state is in the topic, then NULL. The default covers the
-- accounts that exist, and those that a node of the version before registers. profile_version grows with each change, so
-- that readers of the topic can tell an old record from a new one.
ALTER TABLE app_user
    ADD COLUMN profile_version BIGINT NOT NULL DEFAULT 1,
    ADD COLUMN unpublished TINYINT NULL DEFAULT 1,
    ADD KEY app_user_unpublished (unpublished, id);
