package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.faults.model.Digest;
import parley.faults.model.Evidence;
import parley.faults.model.Fold;
import parley.faults.model.History;
import parley.faults.model.Key;
import parley.faults.model.Lines;
import parley.faults.model.Membership;
import parley.faults.model.Model;
import parley.faults.model.Violation;

/** Search finds what history shows, for the members of a conversation. */
class SearchCheckTest {

    private static final long TALK = 7;
    private static final long ADA = 1;
    private static final long KIM = 2;
    private static final String CID = Cids.now();

    private final History history = new History();
    private final KnownMessages known = new KnownMessages(history);
    private final SearchCheck check =
            new SearchCheck(history, known, List.of(new SimulatedConversation(TALK, true, null, List.of())));

    @Test
    void what_history_shows_is_no_violation() {
        joined(ADA);
        check.found(hits(message(3, "hi")), null, ADA, 0);
        check.complete(shown(3, "hi"), hits(message(3, "hi")), null, TALK);
        check.contains(hits(message(3, "hi")), null, TALK, 3, "hi");
        check.hidden(hits(message(3, "hi").put("conv", 8)), null, TALK, KIM);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_hit_in_a_conversation_of_others_is_found() {
        joined(ADA);
        check.found(hits(message(3, "hi")), null, KIM, 0);
        check.hidden(hits(message(3, "hi")), null, TALK, KIM);
        assertThat(found()).containsExactly(Violation.Type.SEARCH, Violation.Type.SEARCH);
    }

    @Test
    void a_hit_that_is_revoked_or_outdated_is_found() {
        joined(ADA);
        check.found(hits(message(3, "hi").put("revoked", true)), null, ADA, 0);
        assertThat(found()).containsExactly(Violation.Type.SEARCH);
        known.delivered(null, TALK, 4, 8, true, 100);
        known.delivered(null, TALK, 5, 9, false, 100);
        check.found(hits(message(4, "hi"), message(5, "hi")), null, ADA, 200);
        assertThat(found()).contains(Violation.Type.NOT_ERASED, Violation.Type.STALE);
    }

    @Test
    void what_is_missing_or_different_in_the_end_is_found() {
        var expected = shown(3, "hi");
        check.complete(expected, hits(), null, TALK);
        check.complete(expected, hits(message(3, "ho")), null, TALK);
        check.complete(expected, hits(message(3, "hi"), message(4, "hi")), null, TALK);
        check.contains(hits(message(4, "hi")), null, TALK, 3, "hi");
        assertThat(found()).hasSize(4).containsOnly(Violation.Type.SEARCH);
    }

    @Test
    void who_was_removed_or_may_be_a_member_is_known() {
        joined(ADA);
        joined(KIM);
        assertThat(history.formerMembers(TALK)).isEmpty();
        left(KIM, true);
        assertThat(history.formerMembers(TALK)).containsExactly(KIM);
        assertThat(history.wasEverMember(TALK, KIM)).isTrue();
        joined(KIM);
        left(KIM, false);
        assertThat(history.formerMembers(TALK)).isEmpty();
        assertThat(history.wasEverMember(TALK, 3)).isFalse();
        history.mayJoin(TALK, 3);
        assertThat(history.wasEverMember(TALK, 3)).isTrue();
    }

    private void joined(long user) {
        history.membership(new Membership(TALK, ADA, user, "member", true));
    }

    private void left(long user, boolean acknowledged) {
        history.membership(new Membership(TALK, ADA, user, null, acknowledged));
    }

    private static Lines shown(long pos, String body) {
        var lines = new Lines();
        long identity = Key.of(TALK, ADA, UUID.fromString(CID)).identity(0);
        lines.show(pos, identity, Fold.of(Digest.of(body)), 0);
        return lines;
    }

    private static ObjectNode message(long pos, String body) {
        return Json.of("conv", TALK, "from", ADA, "cid", CID, "pos", pos, "body", body);
    }

    private static ArrayNode hits(ObjectNode... messages) {
        var hits = JsonNodeFactory.instance.arrayNode();
        for (var message : messages) hits.addObject().set("msg", message);
        return hits;
    }

    private List<Violation.Type> found() {
        return Model.check(history, Evidence.empty()).violations().stream()
                .map(Violation::type)
                .filter(type -> type != Violation.Type.MEMBERSHIP)
                .toList();
    }
}
