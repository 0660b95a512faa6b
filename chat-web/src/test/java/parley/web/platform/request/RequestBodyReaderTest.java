package parley.web.platform.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

class RequestBodyReaderTest {

    private final AtomicLong now = new AtomicLong();
    private final RequestBodyReader bodies = new RequestBodyReader(now::get);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_192, 8_193, RequestBodyReader.MOST_BYTES})
    void a_body_up_to_the_bound_is_read_whole_declared_or_not(int length) throws IOException {
        var text = "x".repeat(length);
        assertThat(bodies.read(new ByteArrayInputStream(text.getBytes(UTF_8)), length))
                .isEqualTo(text);
        assertThat(bodies.read(new ByteArrayInputStream(text.getBytes(UTF_8)), -1))
                .isEqualTo(text);
    }

    @Test
    void a_larger_body_is_refused_declared_or_not() {
        var body = new byte[RequestBodyReader.MOST_BYTES + 1];
        assertRefused(Refusal.TOO_LARGE, new ByteArrayInputStream(body), body.length);
        assertRefused(Refusal.TOO_LARGE, new ByteArrayInputStream(body), -1);
        assertRefused(Refusal.TOO_LARGE, endless(), -1);
    }

    @Test
    void what_is_not_UTF_8_is_refused() {
        for (var wrong : new byte[][] {
            {'"', (byte) 0xff, '"'}, {(byte) 0xc3}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xc0, (byte) 0x80}
        }) {
            assertRefused(Refusal.BAD_REQUEST, new ByteArrayInputStream(wrong), wrong.length);
        }
    }

    @Test
    void a_body_that_arrives_in_small_parts_times_out() {
        var dribbling = new InputStream() {
            @Override
            public int read() {
                now.addAndGet(Duration.ofSeconds(9).toNanos());
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                bytes[from] = (byte) read();
                return 1;
            }
        };
        assertThatExceptionOfType(RequestBodyReader.TooSlow.class).isThrownBy(() -> bodies.read(dribbling, 1_000));
    }

    @Test
    void a_body_that_stops_arriving_times_out() {
        var stuck = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketTimeoutException("nothing came");
            }
        };
        assertThatExceptionOfType(RequestBodyReader.TooSlow.class).isThrownBy(() -> bodies.read(stuck, 10));
    }

    @Test
    void the_number_of_bodies_being_read_is_limited_but_a_complete_body_is_accepted() {
        assertRefusedAtDepth(64);
    }

    /** Each read starts another one, so that all of them wait at the same time. */
    private void assertRefusedAtDepth(int most) {
        var depth = new AtomicLong();
        var refused = new AtomicLong();
        var nested = new InputStream() {
            @Override
            public int read() throws IOException {
                if (depth.incrementAndGet() <= most) {
                    try {
                        bodies.read(this, -1);
                    } catch (Refused why) {
                        assertThat(why.why()).isEqualTo(Refusal.UNAVAILABLE);
                        refused.incrementAndGet();
                        assertThat(bodies.read(new ByteArrayInputStream(new byte[] {'a'}), 1))
                                .isEqualTo("a");
                    }
                }
                return -1;
            }
        };
        try {
            bodies.read(nested, -1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(refused).hasValue(1);
    }

    private void assertRefused(Refusal why, InputStream in, long length) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bodies.read(in, length))
                .matches(refused -> refused.why() == why);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
    }
}
