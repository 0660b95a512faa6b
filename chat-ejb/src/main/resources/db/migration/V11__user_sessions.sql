-- Runs on MySQL 9 and on MariaDB. Expands only: earlier versions sign in without writing a row.

-- What users are shown about their sessions. Which ones have ended is decided by the topic chat_sessions.
CREATE TABLE user_session (
    session_id CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id    BIGINT       NOT NULL,
    begun_at   DATETIME(6)  NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    address    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_agent VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (session_id),
    KEY user_session_user (user_id, begun_at),
    KEY user_session_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
