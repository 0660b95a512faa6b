package parley.web.message.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import parley.domain.identity.ConversationId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refused;
import parley.log.range.RangeLost;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.rule.Classification;
import parley.log.rule.SequenceClassifier;
import parley.web.log.source.MessageLog;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;

/** Reads records of a conversation from the log that are neither in the database nor in this node's tail. */
final class LogBackfill {

    private static final int MAX = 50_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Each read needs a consumer, and reads are needed just when the database lags. */
    private static final int MAX_CONCURRENT = 4;

    private static final long WAITS_MILLIS = 500;
    private static final System.Logger LOG = System.getLogger(LogBackfill.class.getName());

    private final MessageLog log;
    private final LogTail tail;
    private final Semaphore reads = new Semaphore(MAX_CONCURRENT);

    LogBackfill(MessageLog log, LogTail tail) {
        this.log = log;
        this.tail = tail;
    }

    /**
     * @throws Refused {@code unavailable} if the range is too long, too many callers read, or the log does not answer
     */
    List<TailItem> read(ConversationId conversation, int partition, long from, long to) {
        if (to - from > MAX)
            throw Refused.unavailable("The database lags too far behind; please try again later.", null);
        begin();
        try {
            var items = new ArrayList<TailItem>();
            var classifier = new SequenceClassifier(tail.known(partition));
            for (var record : log.read(partition, from, to, MAX, TIMEOUT)) {
                if (!conversation.toString().equals(record.key())) continue;
                try {
                    var read = LogRecords.read(record);
                    if (classifier.classify(read) instanceof Classification.Effective) take(read, items);
                } catch (UnreadableRecord unreadable) {
                    LOG.log(System.Logger.Level.DEBUG, "Record {0}@{1} cannot be read.", partition, record.offset());
                }
            }
            return items;
        } catch (KafkaException | RangeLost failed) {
            throw Refused.unavailable("Part of this history cannot be read now; please try again soon.", failed);
        } finally {
            reads.release();
        }
    }

    private void begin() {
        try {
            if (reads.tryAcquire(WAITS_MILLIS, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw Refused.unavailable("Too many pages are being read from the log; please try again soon.", null);
    }

    private void take(Appended record, List<TailItem> items) {
        switch (record.entry()) {
            case LogEntry.Message message -> items.add(new TailItem.Message(record.message(message), null));
            case LogEntry.Event event -> {
                var hidden = event.detail() instanceof EventDetail.OfConversation notice && !notice.shown();
                if (hidden) return;
                items.add(new TailItem.Event(record.event(event), null));
            }
        }
    }
}
