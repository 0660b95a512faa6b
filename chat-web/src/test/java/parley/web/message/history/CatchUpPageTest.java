package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchUpPageTest {

    @Test
    void a_page_is_limited_in_size() {
        assertThat(CatchUpPage.fitting(List.of(40_000, 20_000, 10_000), size -> size))
                .isEqualTo(2);
        assertThat(CatchUpPage.fitting(List.of(90_000, 1), size -> size))
                .as("at least one")
                .isEqualTo(1);
        assertThat(CatchUpPage.fitting(Collections.nCopies(150, 1), size -> size))
                .isEqualTo(CatchUpPage.MAX_ITEMS);
    }
}
