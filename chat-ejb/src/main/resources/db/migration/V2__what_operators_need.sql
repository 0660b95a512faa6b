-- Runs on MySQL 9 and on MariaDB.

-- The ledger asks for rows by their place in the log. Each partition appends at one end of its own, so that an insert
-- touches a page that is in memory; with them every row of a range is answered from the index alone.
CREATE INDEX message_log ON message (log_partition, pos, state);
CREATE INDEX message_event_log ON message_event (log_partition, at);

-- What an operator gave up: records that the log lost before they were stored.
CREATE TABLE log_gap (
    log_partition INT         NOT NULL,
    epoch         INT         NOT NULL,
    from_offset   BIGINT      NOT NULL,
    to_offset     BIGINT      NOT NULL,
    repaired_by   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    repaired_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (log_partition, epoch, from_offset)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- kind: replay, repair. state: asked, running, done, failed.
CREATE TABLE operator_command (
    id            BIGINT      NOT NULL AUTO_INCREMENT,
    kind          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    log_partition INT         NULL,
    asked_by      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_at      DATETIME(6) NOT NULL,
    state         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    taken_at      DATETIME(6) NULL,
    ended_at      DATETIME(6) NULL,
    result        VARCHAR(1000) NULL,
    PRIMARY KEY (id),
    KEY operator_command_state (state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
