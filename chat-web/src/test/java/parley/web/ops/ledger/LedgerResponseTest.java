package parley.web.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import parley.log.topic.LogIdentity;
import parley.web.platform.json.RecordJson;

class LedgerResponseTest {

    private static final Instant FROM = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-01T11:00:00Z");
    private static final String COUNTS =
            "\"acknowledged\":1,\"unnoted\":0,\"log\":2,\"messages\":2,\"changes\":0,\"members\":0,\"unreadable\":0,"
                    + "\"rows\":1,\"events\":0,\"repeats\":0,\"void\":1,\"afterRevoke\":0,\"parked\":0,\"pending\":0,"
                    + "\"missing\":1,\"trimmed\":0";

    @Test
    void a_ledger_has_counts_discrepancies_and_partitions() {
        var counts = new LedgerCounts();
        counts.acknowledged = 1;
        counts.messages = 2;
        counts.rows = 1;
        counts.voids = 1;
        counts.missing = 1;
        SortedMap<Long, LedgerCounts> minutes = new TreeMap<>();
        minutes.put(FROM.getEpochSecond() / 60, counts);
        var faults = List.of(
                LedgerDiscrepancy.at(LedgerDiscrepancy.Kind.IN_LOG_NOT_ACCOUNTED, 5, FROM),
                new LedgerDiscrepancy(LedgerDiscrepancy.Kind.LOST_BY_REPAIR, 7, 10, null));
        var result = new Reconciliation.Result(new PartitionSpan(3, 1, 0, 9, 8, 4, 9), minutes, counts, faults);
        var ledger = LedgerResponse.of(new LedgerRange(FROM, TO), TO, new LogIdentity("topic", 12, 1), List.of(result));
        assertThat(RecordJson.text(ledger))
                .isEqualTo("{\"from\":\"2026-03-01T10:00:00Z\",\"to\":\"2026-03-01T11:00:00Z\","
                        + "\"madeAt\":\"2026-03-01T11:00:00Z\",\"topicId\":\"topic\",\"epoch\":1,"
                        + "\"verdict\":\"missing\",\"total\":{" + COUNTS + "},\"missing\":["
                        + "{\"kind\":\"in_log_not_accounted\",\"partition\":3,\"offset\":5,\"count\":1,"
                        + "\"minute\":\"2026-03-01T10:00:00Z\"},"
                        + "{\"kind\":\"lost_by_repair\",\"partition\":3,\"offset\":7,\"count\":3}],"
                        + "\"partitions\":[{\"partition\":3,\"begins\":0,\"ends\":9,\"nextOffset\":8,\"from\":4,\"to\":9,"
                        + "\"trimmed\":false,\"stopped\":false,\"verdict\":\"missing\",\"total\":{" + COUNTS + "},"
                        + "\"minutes\":[{" + COUNTS
                        + ",\"minute\":\"2026-03-01T10:00:00Z\",\"verdict\":\"missing\"}]}]}");
    }

    @Test
    void the_schema_lists_every_verdict_and_every_kind_of_discrepancy() throws NoSuchFieldException {
        assertThat(enumeration(LedgerResponse.class, "verdict"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(LedgerVerdict.values())
                        .map(LedgerVerdict::code)
                        .toList());
        assertThat(enumeration(DiscrepancyResponse.class, "kind"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(LedgerDiscrepancy.Kind.values())
                        .map(LedgerDiscrepancy.Kind::code)
                        .toList());
    }

    private static List<String> enumeration(Class<?> record, String component) throws NoSuchFieldException {
        return List.of(
                record.getDeclaredField(component).getAnnotation(Schema.class).enumeration());
    }
}
