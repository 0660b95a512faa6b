-- Runs on MySQL 9 and on MariaDB. Times are UTC. The two hot tables have no foreign keys:
-- the persister alone writes them, under the lock of the partition's log_position row.

CREATE TABLE app_user (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    username      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    display_name  VARCHAR(100) NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY app_user_username (username),
    KEY app_user_display_name (display_name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE conversation (
    id           BIGINT      NOT NULL AUTO_INCREMENT,
    kind         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    direct_key   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    title        VARCHAR(100) NULL,
    member_count INT         NOT NULL DEFAULT 0,
    last_seq     BIGINT      NOT NULL DEFAULT 0,
    last_pos     BIGINT      NOT NULL DEFAULT 0,
    last_at      DATETIME(6) NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY conversation_direct_key (direct_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A row whose role is NULL is a membership that ended: its version goes on counting.
CREATE TABLE membership (
    conversation_id BIGINT NOT NULL,
    user_id         BIGINT NOT NULL,
    role            VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    version         BIGINT NOT NULL,
    read_pos        BIGINT NOT NULL DEFAULT 0,
    read_seq        BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, user_id),
    KEY membership_user (user_id, conversation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- state: 0 stored, 1 could not be stored (its body is in the dead letters).
CREATE TABLE message (
    conversation_id BIGINT        NOT NULL,
    pos             BIGINT        NOT NULL,
    sender_id       BIGINT        NOT NULL,
    cid             BINARY(16)    NOT NULL,
    seq             BIGINT        NOT NULL,
    log_partition   INT           NOT NULL,
    log_offset      BIGINT        NOT NULL,
    state           TINYINT       NOT NULL,
    body            VARCHAR(4000) NOT NULL,
    reply_to        BIGINT        NULL,
    ts              DATETIME(6)   NOT NULL,
    PRIMARY KEY (conversation_id, pos),
    UNIQUE KEY message_once (conversation_id, sender_id, cid)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- kind: edited, revoked, reaction, member. target: the position changed, or for a member record the user.
CREATE TABLE message_event (
    conversation_id BIGINT        NOT NULL,
    at              BIGINT        NOT NULL,
    target          BIGINT        NOT NULL,
    kind            VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id        BIGINT        NOT NULL,
    cid             BINARY(16)    NOT NULL,
    log_partition   INT           NOT NULL,
    log_offset      BIGINT        NOT NULL,
    shown           TINYINT       NOT NULL,
    body            VARCHAR(4000) NULL,
    emoji           VARCHAR(64)   NULL,
    switched_on     TINYINT       NULL,
    role            VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    ts              DATETIME(6)   NOT NULL,
    PRIMARY KEY (conversation_id, at),
    UNIQUE KEY message_event_once (conversation_id, actor_id, cid),
    KEY message_event_target (conversation_id, target, at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How far the log is in the database: moves in the transaction that writes the rows.
CREATE TABLE log_position (
    log_partition INT         NOT NULL,
    topic_id      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    epoch         INT         NOT NULL,
    next_offset   BIGINT      NOT NULL,
    PRIMARY KEY (log_partition)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Every record of the log that became no row: a repeat (with the place of the first), a void one, a parked one.
CREATE TABLE log_repeat (
    log_partition INT         NOT NULL,
    epoch         INT         NOT NULL,
    log_offset    BIGINT      NOT NULL,
    why           VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_pos     BIGINT      NULL,
    PRIMARY KEY (log_partition, epoch, log_offset)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE outbox (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    conversation_id BIGINT      NOT NULL,
    user_id         BIGINT      NOT NULL,
    actor_id        BIGINT      NOT NULL,
    role            VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    version         BIGINT      NOT NULL,
    shown           TINYINT     NOT NULL,
    cid             BINARY(16)  NOT NULL,
    created_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
