package parley.web.socket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.own.entity.OwnPart;
import parley.log.codec.WeeklyHours;
import parley.web.presence.PresenceState;
import parley.web.presence.UserPresence;

/** The frames of presence and of a user's own state, exactly as clients parse them. */
class OwnFramesTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void presence_has_a_state_and_what_the_user_shows() {
        var ada = new UserPresence(
                PresenceState.DND,
                null,
                "Lunch",
                "🍜",
                TEN,
                TEN.plusSeconds(60),
                "Asia/Tokyo",
                new WeeklyHours("Europe/Oslo", List.of(1, 5), "09:00", "17:00"));
        assertThat(ServerFrames.presence(List.of(new UserId(7)), user -> ada)).isEqualTo("""
                {"t":"presence","users":[{"id":7,"online":true,"state":"dnd","text":"Lunch","emoji":"🍜",\
                "until":"2026-03-01T10:00:00Z","dndUntil":"2026-03-01T10:01:00Z","zone":"Asia/Tokyo",\
                "hours":{"zone":"Europe/Oslo","days":[1,5],"from":"09:00","to":"17:00"}}]}""");
    }

    @Test
    void presence_of_a_user_who_is_offline_has_the_fields_of_earlier_versions() {
        var kim = new UserPresence(PresenceState.OFFLINE, TEN, null, null, null, null, null, null);
        assertThat(ServerFrames.presence(List.of(new UserId(8)), user -> kim)).isEqualTo("""
                {"t":"presence","users":[{"id":8,"online":false,"state":"offline","lastSeen":"2026-03-01T10:00:00Z"}]}""");
    }

    @Test
    void own_has_the_part_and_its_value() {
        var value = Json.createObjectBuilder().add("body", "Shall we").build();
        assertThat(ServerFrames.own(OwnPart.DRAFT, new ConversationId(42), 5, value))
                .isEqualTo("""
                {"t":"own","what":"draft","conv":42,"version":5,"value":{"body":"Shall we"}}""");
        assertThat(ServerFrames.own(OwnPart.STATUS, null, 6, JsonValue.NULL)).isEqualTo("""
                {"t":"own","what":"status","version":6,"value":null}""");
    }

    @Test
    void own_without_a_value_has_to_be_loaded() {
        assertThat(ServerFrames.own(OwnPart.STATUS, null, 6, null)).isEqualTo("""
                {"t":"own","what":"status","version":6}""");
    }
}
