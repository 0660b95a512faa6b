package parley.web.search.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.MessageView;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.rule.ChangeTarget;
import parley.log.rule.Classification;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.MessageId;
import parley.web.search.index.SearchIndex;

/** Applies the records of the log to the index, batch by batch. Not thread-safe. */
final class LogFeed {

    private final SearchIndex index;
    private final PositionKeeper keeper;
    private final IndexPosition start;
    private final long[] next;
    private final RepeatWindow[] windows;

    /** @param start of the index */
    LogFeed(SearchIndex index, PositionKeeper keeper, IndexPosition start) {
        this.index = index;
        this.keeper = keeper;
        this.start = start;
        next = start.offsets().stream().mapToLong(Long::longValue).toArray();
        windows = Stream.generate(RepeatWindow::new).limit(next.length).toArray(RepeatWindow[]::new);
    }

    /** The next offset of each partition. */
    long[] next() {
        return next.clone();
    }

    /**
     * Writes what the records change. Records before the place of the index are only remembered, so that repeats of them
     * are recognized.
     *
     * @param records of any partitions, those of one in its order
     * @return the number of records that were new to the index
     * @throws PositionKeeper.Interference if another feeder has written the index
     */
    int take(Iterable<ConsumerRecord<String, String>> records) {
        var effective = new ArrayList<Appended>();
        int taken = 0;
        var reached = next.clone();
        for (var record : records) {
            var read = read(record);
            boolean isNew = record.offset() >= next[record.partition()];
            var isEffective =
                    read.filter(each -> windows[each.partition()].classify(each) instanceof Classification.Effective);
            if (!isNew) continue;
            isEffective.ifPresent(effective::add);
            reached[record.partition()] = record.offset() + 1;
            taken++;
        }
        if (taken == 0) return 0;
        keeper.check();
        index.write(changed(effective));
        keeper.write(start.at(reached));
        System.arraycopy(reached, 0, next, 0, next.length);
        return taken;
    }

    /** Empty if the record cannot be read; the persister parks such a record. */
    private Optional<Appended> read(ConsumerRecord<String, String> record) {
        try {
            return Optional.of(LogRecords.read(record, next.length));
        } catch (UnreadableRecord invalid) {
            return Optional.empty();
        }
    }

    /** The messages that these records made or changed, in their new state. */
    private List<MessageView> changed(List<Appended> records) {
        var changed = new LinkedHashMap<MessageId, MessageView>();
        var stored = index.find(missing(records));
        for (var record : records) {
            switch (record.entry()) {
                case LogEntry.Message message -> {
                    var view = MessageView.of(record.message(message));
                    changed.put(MessageId.of(view), view);
                }
                case LogEntry.Event event ->
                    ChangeTarget.of(event).map(MessageId::of).ifPresent(id -> {
                        var before = changed.getOrDefault(id, stored.get(id));
                        if (before != null) changed.put(id, before.with(record.event(event)));
                    });
            }
        }
        return List.copyOf(changed.values());
    }

    /** The messages that are changed by these records and not among them. */
    private static List<MessageId> missing(List<Appended> records) {
        Map<MessageId, Boolean> ids = new LinkedHashMap<>();
        for (var record : records) {
            switch (record.entry()) {
                case LogEntry.Message message -> ids.put(new MessageId(message.conversation(), record.pos()), false);
                case LogEntry.Event event ->
                    ChangeTarget.of(event).map(MessageId::of).ifPresent(id -> ids.putIfAbsent(id, true));
            }
        }
        return ids.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many records there are before {@code ends} that the index does not have. */
    static long missing(long[] next, long[] ends) {
        return LongStream.range(0, Math.min(next.length, ends.length))
                .map(p -> Math.max(0, ends[(int) p] - next[(int) p]))
                .sum();
    }
}
