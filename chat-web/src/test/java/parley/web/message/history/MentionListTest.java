package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.MentionQueries;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refused;
import parley.web.log.source.InMemoryLog;
import parley.web.message.admission.TestNode;

class MentionListTest {

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final TestNode node = new TestNode("one", new InMemoryLog(1, () -> now), () -> now, 100);
    private final List<MessageView> rows = new ArrayList<>();
    private long nextOffset;
    private final MentionList mentions =
            new MentionList(node.tail.tail, node.identity, node.database, new MentionQueries() {
                @Override
                public StoredMentions page(UserId user, Instant ts, long conversation, long pos, int limit, int epoch) {
                    return new StoredMentions(
                            Map.of(PARTITION, nextOffset),
                            rows.stream().limit(limit).toList());
                }
            });

    @BeforeEach
    void kim_is_mentioned_three_times() {
        node.usernames.put("kim", KIM);
        for (int i = 0; i < 3; i++) {
            node.send(node.message(ADA, "@kim " + i));
            rows.addFirst(
                    node.tail.tail.message(PARTITION, TALK, new Position(i)).orElseThrow());
        }
        nextOffset = 3;
    }

    private List<String> bodies() {
        return mentions.page(KIM, MentionList.Place.START, 10).items().stream()
                .map(MessageView::body)
                .toList();
    }

    @Test
    void a_page_that_is_full_has_a_next_one() {
        var page = mentions.page(KIM, MentionList.Place.START, 2);
        assertThat(page.items()).extracting(MessageView::body).containsExactly("@kim 2", "@kim 1");
        assertThat(page.next()).isEqualTo(new MentionList.Place(now, TALK.value(), 1));
        assertThat(mentions.page(KIM, MentionList.Place.START, 3).next()).isNull();
    }

    @Test
    void changes_that_are_not_stored_yet_count() {
        node.send(node.change(ADA, new EventDetail.Revoked(new Position(0))));
        node.send(node.change(ADA, new EventDetail.Edited(new Position(1), "nobody")));
        node.send(node.change(ADA, new EventDetail.Edited(new Position(2), "still @kim")));
        assertThat(bodies()).containsExactly("still @kim");
    }

    @Test
    void a_message_that_was_revoked_while_the_list_was_read_leaves_the_next_page_reachable() {
        rows.set(1, rows.get(1).withoutBody());
        var page = mentions.page(KIM, MentionList.Place.START, 2);
        assertThat(page.items()).extracting(MessageView::body).containsExactly("@kim 2");
        assertThat(page.next()).isEqualTo(new MentionList.Place(now, TALK.value(), 1));
    }

    @Test
    void nothing_is_shown_if_a_revoke_may_be_missing() {
        node.tail.forgetAll();
        nextOffset = 1;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(this::bodies)
                .matches(why -> why.why().code().equals("unavailable"));
    }
}
