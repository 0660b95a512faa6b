-- Runs on MySQL 9 and on MariaDB. Everything is added, so a node of the version before can still write.

-- The files of a message, as a JSON array, so that history does not need another query.
ALTER TABLE message ADD COLUMN files TEXT NULL;

-- state: 0 being uploaded, 1 complete, 2 to be removed: its contents are deleted from the storage, then the row.
-- send_conversation and send_cid: the send that has claimed the file; another send cannot have it.
-- conversation_id and pos: the message that has the file, when the persister has stored it.
CREATE TABLE file (
    id                BIGINT       NOT NULL,
    owner_id          BIGINT       NOT NULL,
    name              VARCHAR(150) NOT NULL,
    size              BIGINT       NOT NULL,
    received          BIGINT       NOT NULL,
    state             TINYINT      NOT NULL,
    type              VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NULL,
    sha256            BINARY(32)   NULL,
    width             INT          NULL,
    height            INT          NULL,
    placeholder       VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL,
    send_conversation BIGINT       NULL,
    send_cid          BINARY(16)   NULL,
    conversation_id   BIGINT       NULL,
    pos               BIGINT       NULL,
    created_at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY file_owner (owner_id, pos, state),
    KEY file_place (conversation_id, pos),
    KEY file_state (state, id),
    KEY file_unsent (pos, created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The parts of a file that is being uploaded; each is an object of its own in the storage.
CREATE TABLE file_part (
    file_id     BIGINT NOT NULL,
    part_offset BIGINT NOT NULL,
    part_length BIGINT NOT NULL,
    object_id   BIGINT NOT NULL,
    PRIMARY KEY (file_id, part_offset)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
