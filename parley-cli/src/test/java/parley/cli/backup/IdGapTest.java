package parley.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdGapTest {

    @Test
    void the_next_id_is_a_million_after_the_next_one() {
        var created =
                List.of(List.of("app_user", "CREATE TABLE `app_user` (...) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT"));
        assertThat(IdGap.statement("app_user", created)).isEqualTo("ALTER TABLE `app_user` AUTO_INCREMENT = 1000042");
        assertThat(IdGap.statement("outbox", List.of(List.of("outbox", "CREATE TABLE `outbox` (...)"))))
                .isEqualTo("ALTER TABLE `outbox` AUTO_INCREMENT = 1000001");
    }
}
