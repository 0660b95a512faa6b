package parley.log.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void a_topic_that_is_compacted_or_expires_rolls_its_segments_often() {
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
    void required_settings_are_unchanged_so_that_topics_of_earlier_versions_stay_valid() {
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
