package parley.web.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import parley.domain.account.entity.Block;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.BlockChange;
import parley.log.codec.BlockState;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

class NodeBlocksTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);
    private static final Block BLOCK = new Block(ADA, KIM);

    private final List<BlockState> sent = new ArrayList<>();
    private final List<Block> deleted = new ArrayList<>();
    private final NodeBlocks blocks = new NodeBlocks(new BlockPublisher() {
        @Override
        public CompletionStage<Void> send(BlockState state) {
            sent.add(state);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> delete(Block block) {
            deleted.add(block);
            return CompletableFuture.completedFuture(null);
        }
    });

    @Test
    void the_greatest_version_wins_and_is_the_last_record() {
        take(true, 4, TIME);
        take(false, 6, TIME);
        take(true, 5, TIME);
        assertThat(blocks.hasBlocked(ADA, KIM)).isFalse();
        assertThat(blocks.hasBlocked(KIM, ADA)).isFalse();
        assertThat(sent).containsExactly(new BlockState(ADA, KIM, false, 6));
    }

    @Test
    void all_are_those_that_hold() {
        take(true, 4, TIME);
        assertThat(blocks.all()).containsExactly(BLOCK);
        blocks.apply(new BlockChange(ADA, KIM, false, 5));
        assertThat(blocks.all()).isEmpty();
    }

    @Test
    void the_record_of_a_block_that_was_lifted_long_ago_is_deleted() {
        take(false, 5, TIME);
        blocks.forgetLifted(TIME);
        assertThat(deleted).as("lifted at that time").isEmpty();
        blocks.forgetLifted(TIME.plusMillis(1));
        assertThat(deleted).containsExactly(BLOCK);
        takeDeletion();
        blocks.forgetLifted(TIME.plusMillis(1));
        assertThat(deleted).as("it is forgotten").hasSize(1);
        take(true, 3, TIME);
        assertThat(blocks.hasBlocked(ADA, KIM)).isTrue();
    }

    @Test
    void a_change_whose_record_was_not_read_yet_and_a_block_that_holds_are_not_deleted() {
        blocks.apply(new BlockChange(ADA, KIM, false, 5));
        take(true, 6, TIME);
        blocks.apply(new BlockChange(KIM, ADA, false, 7));
        blocks.forgetLifted(TIME.plusSeconds(1_000_000));
        assertThat(deleted).isEmpty();
    }

    @Test
    void a_block_that_was_set_again_while_its_record_was_deleted_is_published_again() {
        take(false, 5, TIME);
        take(true, 6, TIME);
        takeDeletion();
        assertThat(blocks.hasBlocked(ADA, KIM)).isTrue();
        assertThat(sent).containsExactly(new BlockState(ADA, KIM, true, 6));
    }

    @Test
    void a_deletion_without_a_valid_key_is_unreadable() {
        for (var key : new String[] {null, "", "1", "1:x", "1:2:3"}) {
            assertThatExceptionOfType(UnreadableRecord.class)
                    .isThrownBy(() -> blocks.take(new ConsumerRecord<>(Topics.BLOCKS, 0, 0, key, null)));
        }
    }

    private void take(boolean holds, long version, Instant at) {
        take(new BlockState(ADA, KIM, holds, version).toRecord(0), at);
    }

    private void takeDeletion() {
        take(BlockState.deletion(BLOCK, 0), TIME);
    }

    private void take(ProducerRecord<String, String> record, Instant at) {
        blocks.take(new ConsumerRecord<>(
                record.topic(),
                0,
                0,
                at.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                record.key(),
                record.value(),
                new RecordHeaders(),
                Optional.empty()));
    }
}
