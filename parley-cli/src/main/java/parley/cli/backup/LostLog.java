package parley.cli.backup;

import java.util.List;

/**
 * What a restored database has to tell the nodes after the log was lost with all its topics. The nodes relay what is in
 * the outbox and publish the accounts that are marked, as after a change.
 */
final class LostLog {

    /** A UUIDv7 that is unique for this membership: its time is now, and its end the user's id. */
    private static final String CID = "UNHEX(CONCAT(LPAD(HEX(FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000)), 12, '0'),"
            + " '70008000', LPAD(HEX(user_id), 12, '0')))";

    private static final String ATTRIBUTES = "JSON_OBJECT('title', title, 'topic', topic, 'visibility', visibility,"
            + " 'posting', posting, 'history', history)";

    /** Conditions are numbers in JSON_OBJECT, and the nodes read a boolean. */
    private static final String GROUP_ATTRIBUTES =
            "IF(archived_at IS NULL, " + ATTRIBUTES + ", JSON_MERGE_PATCH(" + ATTRIBUTES + ", '{\"archived\":true}'))";

    /**
     * Memberships get a new version, so that their records are no joinings: those would move the place from where on a
     * member may read. Nobody is shown these records.
     */
    static final List<String> STATEMENTS = List.of(
            "START TRANSACTION",
            "UPDATE app_user SET unpublished = 1, profile_version = profile_version + 1",
            "UPDATE membership SET version = version + 1",
            "INSERT INTO change_outbox (kind, conversation_id, user_id, actor_id, version, shown, cid, created_at,"
                    + " attributes) SELECT 'group', id, 0, 0, version, 0, UNHEX(REPEAT('00', 16)), UTC_TIMESTAMP(6), "
                    + GROUP_ATTRIBUTES + " FROM conversation WHERE kind = 'group'",
            "INSERT INTO change_outbox (kind, conversation_id, user_id, actor_id, role, version, shown, joined_version,"
                    + " cid, created_at) SELECT 'member', conversation_id, user_id, user_id, role, version, 0,"
                    + " joined_version, " + CID + ", UTC_TIMESTAMP(6) FROM membership",
            "INSERT INTO change_outbox (kind, conversation_id, user_id, actor_id, version, shown, cid, created_at)"
                    + " SELECT 'block', 0, user_id, blocked_id, 0, 1, UNHEX(REPEAT('00', 16)), UTC_TIMESTAMP(6)"
                    + " FROM user_block",
            "COMMIT");

    private LostLog() {}
}
