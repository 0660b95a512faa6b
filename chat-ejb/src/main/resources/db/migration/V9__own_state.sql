-- Runs on MySQL 9 and on MariaDB. What only one user sees: drafts, settings, and how they are alerted.

-- Counts the changes of one user's own state. The row is also the lock under which these changes are made.
CREATE TABLE user_state (
    user_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (user_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- name: settings, status, dnd, hours, sidebar, preferences. content: a JSON object; NULL if it was removed.
CREATE TABLE user_setting (
    user_id BIGINT      NOT NULL,
    name    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content MEDIUMTEXT  NULL,
    version BIGINT      NOT NULL,
    PRIMARY KEY (user_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- body: NULL if the draft was sent or discarded; the row then keeps older drafts of other devices from coming back.
CREATE TABLE user_draft (
    user_id         BIGINT        NOT NULL,
    conversation_id BIGINT        NOT NULL,
    body            VARCHAR(4000) NULL,
    reply_to        BIGINT        NULL,
    updated_at      DATETIME(6)   NOT NULL,
    version         BIGINT        NOT NULL,
    PRIMARY KEY (user_id, conversation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- level: all, mentions, nothing; NULL: the user's defaults apply.
CREATE TABLE user_conversation_setting (
    user_id         BIGINT      NOT NULL,
    conversation_id BIGINT      NOT NULL,
    level           VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    muted_until     DATETIME(6) NULL,
    version         BIGINT      NOT NULL,
    PRIMARY KEY (user_id, conversation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
