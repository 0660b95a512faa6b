-- Runs on MySQL 9 and on MariaDB.

-- The invitation that an account was registered with: unique, so that each is used once.
ALTER TABLE app_user ADD COLUMN invitation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE app_user ADD UNIQUE KEY app_user_invitation (invitation_id);

-- user_id does not want to be written to or added by blocked_id.
CREATE TABLE user_block (
    user_id    BIGINT      NOT NULL,
    blocked_id BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, blocked_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
