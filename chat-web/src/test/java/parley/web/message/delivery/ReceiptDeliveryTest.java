package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.Visibility;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.log.codec.ReadReceipt;
import parley.web.log.source.InMemoryLog;
import parley.web.message.admission.TestNode;
import parley.web.message.reading.RecentReceipts;

class ReceiptDeliveryTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final TestNode node = new TestNode("one", new InMemoryLog(1, () -> now), () -> now, 100);
    private final List<Shown.Receipt> shown = new ArrayList<>();
    private final ReceiptDelivery receipts = new ReceiptDelivery(
            node.members,
            node.readers,
            node.tail.tail,
            new RecentReceipts(10),
            each -> shown.add((Shown.Receipt) each));

    @Test
    void a_place_that_moves_forward_is_shown_to_all_members_except_the_socket_that_reported_it() {
        receipts.take(0, read(30), 1);
        assertThat(shown).singleElement().satisfies(receipt -> {
            assertThat(receipt.read()).isEqualTo(new Position(30));
            assertThat(receipt.backAt()).isNull();
            assertThat(receipt.receivers()).containsExactlyInAnyOrder(ADA, KIM);
            assertThat(receipt.reportedBy()).isEqualTo("one/phone");
        });
    }

    @Test
    void a_place_that_is_set_back_is_shown_to_all_sockets_of_its_user_only() {
        receipts.take(0, read(30), 1);
        receipts.take(0, back(10, 40), 2);
        assertThat(shown.getLast())
                .isEqualTo(new Shown.Receipt(TALK, KIM, new Position(10), new Position(40), List.of(KIM), ""));
    }

    @Test
    void after_a_place_was_set_back_the_reporting_socket_is_shown_the_order_too() {
        receipts.take(0, back(10, 40), 1);
        receipts.take(0, read(30), 2);
        assertThat(shown.getLast().reportedBy()).isEmpty();
    }

    @Test
    void what_was_sent_since_has_moved_the_place_again() {
        node.send(node.message(ADA, "one"));
        node.send(node.message(KIM, "two"));
        node.send(node.message(KIM, "three"));
        receipts.take(0, back(0, 2), 1);
        assertThat(shown.getLast().read()).isEqualTo(new Position(0));
        receipts.take(0, back(0, 1), 2);
        assertThat(shown.getLast().read()).as("the greatest end counts").isEqualTo(new Position(0));
        var others = new ArrayList<Shown.Receipt>();
        new ReceiptDelivery(
                        node.members,
                        node.readers,
                        node.tail.tail,
                        new RecentReceipts(10),
                        each -> others.add((Shown.Receipt) each))
                .take(0, back(0, 1), 1);
        assertThat(others.getLast().read()).isEqualTo(new Position(2));
    }

    @Test
    void what_its_user_may_not_read_is_not_shown_as_unread() {
        var fromJoining = new GroupAttributes(null, null, Visibility.PRIVATE, Posting.ALL, false, HistoryAccess.JOINED);
        node.group(fromJoining, 1);
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 2, true, 2), new Position(20));
        receipts.take(0, back(10, 40), 1);
        assertThat(shown.getLast().read()).as("as in lists").isEqualTo(new Position(19));
        receipts.take(0, back(30, 40), 2);
        assertThat(shown.getLast().read()).isEqualTo(new Position(30));
    }

    @Test
    void a_place_is_shown_as_it_is_while_it_is_not_known_where_its_user_joined() {
        var fromJoining = new GroupAttributes(null, null, Visibility.PRIVATE, Posting.ALL, false, HistoryAccess.JOINED);
        node.group(fromJoining, 1);
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MODERATOR, 3, true, 2), new Position(30));
        receipts.take(0, back(10, 40), 1);
        assertThat(shown.getLast().read()).isEqualTo(new Position(10));
    }

    @Test
    void a_receipt_is_shown_once_and_an_older_one_not_at_all() {
        receipts.take(0, read(30), 2);
        receipts.take(0, read(30), 2);
        receipts.take(0, read(20), 1);
        assertThat(shown).hasSize(1);
    }

    @Test
    void in_a_large_group_only_the_user_s_own_sockets_are_shown_receipts() {
        for (long user = 3; user <= 51; user++) node.member(new UserId(user), Role.MEMBER, 1);
        receipts.take(0, read(30), 1);
        assertThat(shown.getLast().receivers()).containsExactly(KIM);
    }

    @Test
    void nothing_is_shown_of_a_user_who_has_left() {
        node.member(KIM, null, 2);
        receipts.take(0, read(30), 1);
        assertThat(shown).isEmpty();
    }

    private static ReadReceipt read(long pos) {
        return ReadReceipt.read(TALK, KIM, new Position(pos), "one/phone");
    }

    private static ReadReceipt back(long pos, long end) {
        return new ReadReceipt(TALK, KIM, new Position(pos), "one/phone", new Position(end));
    }
}
