package parley.web.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.message.entity.EventDetail;
import parley.log.codec.GroupState;

class NodeGroupsTest {

    private static final ConversationId TALK = new ConversationId(7);
    private static final AttributeChange ARCHIVED = new AttributeChange(null, null, null, null, true, null);

    private final List<GroupState> written = new ArrayList<>();
    private final NodeGroups groups = new NodeGroups(new GroupPublisher() {
        @Override
        public CompletionStage<Void> send(GroupState state) {
            written.add(state);
            return CompletableFuture.completedFuture(null);
        }
    });

    @Test
    void a_conversation_that_was_never_published_is_not_a_known_group() {
        assertThat(groups.find(TALK)).isEmpty();
    }

    @Test
    void a_record_of_the_log_changes_what_it_names_and_nothing_else() {
        publish("engines", 1);
        groups.apply(TALK, new EventDetail.GroupChanged(ARCHIVED, 2));
        assertThat(groups.find(TALK).orElseThrow())
                .isEqualTo(GroupAttributes.titled("engines").with(ARCHIVED));
    }

    @Test
    void a_record_of_the_log_that_is_known_already_changes_nothing() {
        publish("boilers", 3);
        groups.apply(TALK, new EventDetail.GroupChanged(ARCHIVED, 2));
        assertThat(groups.find(TALK)).contains(GroupAttributes.titled("boilers"));
    }

    @Test
    void a_node_that_reads_a_lower_version_after_a_higher_one_writes_the_higher_again() {
        publish("boilers", 3);
        assertThat(written).isEmpty();
        publish("engines", 2);
        assertThat(groups.find(TALK)).contains(GroupAttributes.titled("boilers"));
        assertThat(written).containsExactly(new GroupState(TALK, GroupAttributes.titled("boilers"), 3));
    }

    @Test
    void a_state_that_was_only_derived_from_an_older_one_is_replaced_and_not_written() {
        publish("engines", 1);
        groups.apply(TALK, new EventDetail.GroupChanged(ARCHIVED, 3));
        publish("boilers", 2);
        assertThat(written).isEmpty();
        publish("pumps", 3);
        assertThat(groups.find(TALK)).contains(GroupAttributes.titled("pumps"));
    }

    @Test
    void the_history_is_limited_while_only_a_change_of_the_group_is_known() {
        groups.apply(TALK, new EventDetail.GroupChanged(ARCHIVED, 2));
        assertThat(groups.find(TALK).orElseThrow().archived()).isTrue();
        assertThat(groups.find(TALK).orElseThrow().history()).isEqualTo(HistoryAccess.JOINED);
        publish("engines", 2);
        assertThat(groups.find(TALK)).contains(GroupAttributes.titled("engines"));
    }

    @Test
    void a_group_whose_title_is_not_known_is_private_until_its_state_is_known() {
        var opened = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        groups.apply(TALK, new EventDetail.GroupChanged(opened, 2));
        assertThat(groups.find(TALK).orElseThrow().isPublic()).isFalse();
        publish("engines", 1);
        groups.apply(TALK, new EventDetail.GroupChanged(opened, 3));
        assertThat(groups.find(TALK).orElseThrow().isPublic()).isFalse();
        publish("engines", 3);
        groups.apply(TALK, new EventDetail.GroupChanged(opened, 4));
        assertThat(groups.find(TALK).orElseThrow().isPublic()).isTrue();
    }

    @Test
    void the_history_is_limited_while_a_change_in_between_is_not_known() {
        publish("engines", 1);
        groups.apply(TALK, new EventDetail.GroupChanged(ARCHIVED, 3));
        assertThat(groups.find(TALK).orElseThrow().history()).isEqualTo(HistoryAccess.JOINED);
        var opened = new AttributeChange(null, null, null, null, null, HistoryAccess.ALL);
        groups.apply(TALK, new EventDetail.GroupChanged(opened, 4));
        assertThat(groups.find(TALK).orElseThrow().history())
                .as("the record names it")
                .isEqualTo(HistoryAccess.ALL);
    }

    private void publish(String title, long version) {
        var record = new GroupState(TALK, GroupAttributes.titled(title), version).toRecord(0);
        groups.take(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value()));
    }
}
