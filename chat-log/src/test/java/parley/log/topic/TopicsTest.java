package parley.log.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void what_is_compacted_or_expires_closes_its_segments_so_that_it_stays_small() {
        for (var topic : Topics.all(12)) {
            boolean forEver = "-1".equals(topic.settings().get("retention.ms"));
            if (forEver) assertThat(topic.tuning()).as(topic.name()).isEmpty();
            else
                assertThat(Long.parseLong(topic.tuning().get("segment.ms")))
                        .as(topic.name())
                        .isBetween(3_600_000L, 86_400_000L);
            if ("compact".equals(topic.settings().get("cleanup.policy"))) {
                assertThat(topic.tuning())
                        .as(topic.name())
                        .containsKeys("min.cleanable.dirty.ratio", "max.compaction.lag.ms");
            }
        }
    }

    @Test
    void what_must_hold_of_a_topic_is_what_it_was_so_that_those_of_earlier_versions_are_fit() {
        assertThat(Topics.all(12))
                .filteredOn(topic -> topic.name().equals(Topics.MEMBERS))
                .singleElement()
                .satisfies(topic -> assertThat(topic.settings())
                        .isEqualTo(Map.of(
                                "cleanup.policy",
                                "compact",
                                "message.timestamp.type",
                                "LogAppendTime",
                                "unclean.leader.election.enable",
                                "false")));
    }
}
