package parley.web.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.platform.page.ContentEncoding.BROTLI;
import static parley.web.platform.page.ContentEncoding.GZIP;

import org.junit.jupiter.api.Test;

class ContentEncodingTest {

    @Test
    void the_smallest_accepted_encoding_comes_first() {
        assertThat(ContentEncoding.acceptedBy("gzip, deflate, br, zstd")).containsExactly(BROTLI, GZIP);
        assertThat(ContentEncoding.acceptedBy("GZIP;q=0.5,br;q=0.1")).containsExactly(BROTLI, GZIP);
        assertThat(ContentEncoding.acceptedBy("gzip")).containsExactly(GZIP);
    }

    @Test
    void what_is_not_named_or_has_the_weight_zero_is_not_accepted() {
        assertThat(ContentEncoding.acceptedBy(null)).isEmpty();
        assertThat(ContentEncoding.acceptedBy("")).isEmpty();
        assertThat(ContentEncoding.acceptedBy(";")).isEmpty();
        assertThat(ContentEncoding.acceptedBy("identity, brotli")).isEmpty();
        assertThat(ContentEncoding.acceptedBy("br;q=0, gzip; q=0.000")).isEmpty();
        assertThat(ContentEncoding.acceptedBy("br;q=0.001, gzip;q=0")).containsExactly(BROTLI);
    }
}
