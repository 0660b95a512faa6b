package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.persister.store.entity.ReadMark;

class ReceiptCodecTest {

    @Test
    void a_receipt_is_read_whatever_else_it_says() {
        assertThat(ReceiptCodec.read("{\"conv\":7,\"user\":1,\"pos\":41,\"session\":\"a/b\"}"))
                .isEqualTo(new ReadMark(7, 1, 41));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "7",
                "{\"conv\":7,\"user\":1}",
                "{\"conv\":7.0,\"user\":1,\"pos\":41}",
                "{\"conv\":7,\"user\":1,\"pos\":-1}",
                "{\"conv\":7,\"user\":1,\"pos\":9007199254740992}",
                "{\"conv\":7,\"user\":1,\"pos\":1e1000000000}",
                "{\"conv\":\"7\",\"user\":1,\"pos\":41}",
                "{\"conv\":7,\"user\":1,\"pos\":41}{",
                "{\"conv\":7,\"conv\":8,\"user\":1,\"pos\":41}",
                "{\"conv\":7,\"user\":1,\"pos\":99999999999999999999}"
            })
    void what_is_none_is_null(String value) {
        assertThat(ReceiptCodec.read(value)).isNull();
    }

    @Test
    void no_depth_of_nesting_is_too_much() {
        assertThat(ReceiptCodec.read("{\"conv\":" + "[".repeat(50_000))).isNull();
    }
}
