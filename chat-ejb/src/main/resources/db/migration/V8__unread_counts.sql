-- Runs on MySQL 9 and on MariaDB.

-- read_pos is the place after which messages are unread. Until now it only moved forward; now it can be set back.
-- sent_pos: the greatest position that the member sent, as far as it is known: 0 for what was sent before this migration,
-- which has moved read_pos. The place of a new member counts as sent.
-- back_at: the end of the log when the place was last set back; what was sent up to there does not move it.
-- seen_pos: the greatest place ever, which other members are shown, unless read_pos is greater.
-- receipt_order: the receipt that was stored last, as epoch * 2^40 + offset in its partition of chat_receipts.
-- entered_pos: where the member joined last, which is not after the record of joining and becomes its position when it is
-- stored; 0 for initial members. What is before it was read by others, even if the place, which begins there, is after it.
-- The place also moves to the record with which the user joined, the one with joined_version.
ALTER TABLE membership
    ADD COLUMN sent_pos       BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN back_at        BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN seen_pos       BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN receipt_order  BIGINT NOT NULL DEFAULT -1,
    ADD COLUMN entered_pos    BIGINT NOT NULL DEFAULT 0;
