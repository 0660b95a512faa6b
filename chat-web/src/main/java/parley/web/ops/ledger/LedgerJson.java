package parley.web.ops.ledger;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import parley.log.topic.LogIdentity;
import parley.web.platform.json.JsonViews;

/** How a ledger looks. */
final class LedgerJson {

    private LedgerJson() {}

    static JsonObject of(LedgerRange range, Instant now, LogIdentity identity, List<Reconciliation.Result> results) {
        var total = new LedgerCounts();
        var partitions = JsonViews.array();
        var missing = JsonViews.array();
        for (var result : results) {
            total.add(result.total());
            partitions.add(partition(result));
            result.faults().forEach(fault -> missing.add(fault(result.span(), fault)));
        }
        return JsonViews.object()
                .add("from", range.from().toString())
                .add("to", range.to().toString())
                .add("madeAt", now.toString())
                .add("topicId", identity.topicId())
                .add("epoch", identity.epoch())
                .add("verdict", total.verdict().code())
                .add("total", counts(total))
                .add("missing", missing)
                .add("partitions", partitions)
                .build();
    }

    private static JsonObjectBuilder partition(Reconciliation.Result result) {
        var minutes = JsonViews.array();
        result.minutes()
                .forEach((minute, counts) -> minutes.add(counts(counts)
                        .add("minute", Instant.ofEpochSecond(minute * 60).toString())
                        .add("verdict", counts.verdict().code())));
        var span = result.span();
        return JsonViews.object()
                .add("partition", span.partition())
                .add("begins", span.begins())
                .add("ends", span.ends())
                .add("nextOffset", span.nextOffset())
                .add("from", span.from())
                .add("to", span.to())
                .add("trimmed", span.isTrimmed())
                .add("stopped", span.isStopped())
                .add("verdict", result.total().verdict().code())
                .add("total", counts(result.total()))
                .add("minutes", minutes);
    }

    private static JsonObjectBuilder fault(PartitionSpan span, LedgerDiscrepancy fault) {
        var json = JsonViews.object()
                .add("kind", fault.kind().code())
                .add("partition", span.partition())
                .add("offset", fault.from())
                .add("count", fault.to() - fault.from());
        return fault.minute() == null ? json : json.add("minute", fault.minute().toString());
    }

    private static JsonObjectBuilder counts(LedgerCounts counts) {
        return JsonViews.object()
                .add("acknowledged", counts.acknowledged)
                .add("unnoted", counts.unnoted)
                .add("log", counts.log())
                .add("messages", counts.messages)
                .add("changes", counts.changes)
                .add("members", counts.members)
                .add("unreadable", counts.unreadable)
                .add("rows", counts.rows)
                .add("events", counts.events)
                .add("repeats", counts.repeats)
                .add("void", counts.voids)
                .add("afterRevoke", counts.afterRevoke)
                .add("parked", counts.parked)
                .add("pending", counts.pending)
                .add("missing", counts.missing)
                .add("trimmed", counts.trimmed);
    }
}
