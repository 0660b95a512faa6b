package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.log.record.Appended;
import parley.log.topic.Topics;
import parley.log.trace.RecordSpans;

class RecordProcessorTest {

    private final List<Long> handled = new ArrayList<>();
    private final RecordProcessor processor = new RecordProcessor(this::handle, RecordSpans.OFF, () -> 0);

    @Test
    void a_record_that_cannot_be_parsed_is_skipped() {
        var record = new ConsumerRecord<String, String>(Topics.MESSAGES, 0, 7, "7", "not JSON");
        assertThat(processor.parse(record, 1)).isEmpty();
    }

    @Test
    void a_record_whose_handling_fails_does_not_stop_those_after_it() {
        for (long offset = 1; offset <= 3; offset++)
            processor.handle(new RecordProcessor.Parsed(Records.at(offset), SpanContext.getInvalid()));
        assertThat(handled).containsExactly(1L, 3L);
    }

    private void handle(Appended record) {
        if (record.offset() == 2) throw new IllegalStateException("a bug");
        handled.add(record.offset());
    }
}
