package parley.web.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.domain.account.entity.UserProfile;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.ReadLimit;
import parley.domain.group.Visibility;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Quote;

/** The JSON of the records that REST and frames share, exactly as clients parse it. */
class ResponseRecordsTest {

    private static final Cid CID = new Cid(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
    private static final Instant TS = Instant.parse("2026-03-01T10:15:30.123Z");
    private static final String HEAD =
            "{\"conv\":42,\"pos\":5,\"cid\":\"" + CID + "\",\"from\":7,\"ts\":\"" + TS + "\"";

    @Test
    void a_user() {
        var user = new UserProfile(new UserId(7), "ada", "Ada Lovelace");
        assertThat(RecordJson.text(UserResponse.of(user)))
                .isEqualTo("{\"id\":7,\"username\":\"ada\",\"displayName\":\"Ada Lovelace\"}");
    }

    @Test
    void a_message_has_its_text_and_nothing_that_does_not_apply() {
        assertThat(json(message("hello", false, null, null, List.of()))).isEqualTo(HEAD + ",\"body\":\"hello\"}");
    }

    @Test
    void a_changed_message_has_its_changes() {
        var reactions = List.of(new MessageView.Reactions("👍", List.of(new UserId(9), new UserId(7))));
        assertThat(json(new MessageView(
                        new ConversationId(42),
                        new Position(5),
                        CID,
                        new UserId(7),
                        TS,
                        "hello",
                        new Position(4),
                        new Quote(new Position(4), new UserId(9), "Where?", false),
                        new Mentions(List.of(new UserId(9)), Mentions.Everyone.HERE),
                        new Position(8),
                        TS,
                        false,
                        reactions,
                        null)))
                .isEqualTo(HEAD
                        + ",\"body\":\"hello\",\"replyTo\":4,\"quote\":{\"pos\":4,\"from\":9,\"excerpt\":\"Where?\"},"
                        + "\"mentions\":{\"users\":[9],\"everyone\":\"here\"},\"at\":8,\"editedAt\":\"" + TS
                        + "\",\"reactions\":[{\"emoji\":\"👍\",\"users\":[9,7]}]}");
    }

    @Test
    void a_revoked_message_has_no_text_and_a_missing_one_says_so() {
        assertThat(json(message(null, true, new Position(8), null, List.of())))
                .isEqualTo(HEAD + ",\"at\":8,\"revoked\":true}");
        assertThat(json(message(null, false, null, null, List.of()))).isEqualTo(HEAD + ",\"missing\":true}");
    }

    @Test
    void a_change_of_membership_has_a_role_or_is_gone() {
        assertThat(json(message(null, false, null, member(Role.OWNER), List.of())))
                .isEqualTo(HEAD + ",\"kind\":\"member\",\"by\":7,\"user\":9,\"role\":\"owner\"}");
        assertThat(json(message(null, false, null, member(null), List.of())))
                .isEqualTo(HEAD + ",\"kind\":\"member\",\"by\":7,\"user\":9,\"gone\":true}");
    }

    @Test
    void a_change_of_a_group_has_the_new_values() {
        var change =
                new AttributeChange("Boilers", "", Visibility.PUBLIC, Posting.MODERATORS, false, HistoryAccess.JOINED);
        assertThat(json(message(null, false, null, new EventDetail.GroupChanged(change, 2), List.of())))
                .isEqualTo(HEAD + ",\"kind\":\"changed\",\"by\":7,\"title\":\"Boilers\",\"topic\":\"\","
                        + "\"visibility\":\"public\",\"posting\":\"moderators\",\"archived\":false,"
                        + "\"history\":\"joined\"}");
    }

    @Test
    void a_conversation_has_its_members_and_its_last_message() {
        var ada = new ConversationView.Member(new UserId(7), "ada", "Ada", Role.OWNER, new Position(5));
        var unknown = new ConversationView.Member(new UserId(9), null, null, Role.MEMBER, new Position(0));
        var view = conversation("Engine room", List.of(ada, unknown), message("hello", false, null, null, List.of()));
        assertThat(RecordJson.text(ConversationResponse.of(view)))
                .isEqualTo("{\"id\":42,\"kind\":\"group\",\"title\":\"Engine room\","
                        + "\"visibility\":\"private\",\"posting\":\"all\",\"history\":\"all\",\"role\":\"owner\",\"memberCount\":2,\"members\":["
                        + "{\"user\":7,\"username\":\"ada\",\"displayName\":\"Ada\",\"role\":\"owner\",\"read\":5},"
                        + "{\"user\":9,\"role\":\"member\",\"read\":0}],\"last\":" + HEAD
                        + ",\"body\":\"hello\"},\"unread\":3,\"mentions\":1,\"read\":5,\"sent\":5}");
    }

    @Test
    void a_large_group_has_no_members_and_an_empty_one_no_last_message() {
        assertThat(RecordJson.text(ConversationResponse.of(conversation(null, List.of(), null))))
                .isEqualTo(
                        "{\"id\":42,\"kind\":\"group\",\"visibility\":\"private\",\"posting\":\"all\",\"history\":\"all\","
                                + "\"role\":\"owner\",\"memberCount\":2,\"unread\":3,\"mentions\":1,\"read\":5,\"sent\":5}");
    }

    @Test
    void a_direct_conversation_has_no_attributes_of_groups() {
        var group = conversation(null, List.of(), null);
        var direct = new ConversationView(
                group.id(),
                ConversationKind.DIRECT,
                GroupAttributes.DEFAULT,
                2,
                List.of(),
                null,
                group.lastPos(),
                TS,
                ReadPlace.UNKNOWN,
                UnreadCount.NONE,
                Role.MEMBER,
                ReadLimit.NONE);
        assertThat(RecordJson.text(ConversationResponse.of(direct)))
                .isEqualTo("{\"id\":42,\"kind\":\"direct\",\"role\":\"member\",\"memberCount\":2,\"unread\":0,"
                        + "\"mentions\":0,\"read\":0}");
    }

    private static String json(MessageView view) {
        return RecordJson.text(MessageResponse.of(view));
    }

    private static MessageView message(
            String body,
            boolean revoked,
            Position at,
            EventDetail.OfConversation notice,
            List<MessageView.Reactions> reactions) {
        return new MessageView(
                new ConversationId(42),
                new Position(5),
                CID,
                new UserId(7),
                TS,
                body,
                null,
                null,
                Mentions.NONE,
                at,
                null,
                revoked,
                reactions,
                notice);
    }

    private static EventDetail.MemberChanged member(Role role) {
        return new EventDetail.MemberChanged(new UserId(9), role, 1, true);
    }

    private static ConversationView conversation(
            String title, List<ConversationView.Member> members, MessageView last) {
        return new ConversationView(
                new ConversationId(42),
                ConversationKind.GROUP,
                GroupAttributes.titled(title),
                2,
                members,
                last,
                new Position(5),
                TS,
                ReadPlace.UNKNOWN.sent(new Position(5)),
                new UnreadCount(3, 1),
                Role.OWNER,
                ReadLimit.NONE);
    }
}
