package parley.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Test
    void a_position_is_its_epoch_and_offset_and_orders_by_both() {
        var position = Position.at(3, 17);
        assertThat(position.value()).isEqualTo(3L * (1L << 40) + 17);
        assertThat(position.epoch()).isEqualTo(3);
        assertThat(position.offset()).isEqualTo(17);
        assertThat(Position.at(1, 0).isAfter(Position.at(0, (1L << 40) - 1))).isTrue();
    }

    @Test
    void a_position_is_a_javascript_integer() {
        assertThat(new Position((1L << 53) - 1).value()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(1L << 53));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Position.at(0, 1L << 40));
    }

    @Test
    void a_cid_contains_its_time_and_is_restored_from_its_bytes() {
        var time = Instant.parse("2026-11-24T08:00:00.123Z");
        var cid = Cid.at(time);
        assertThat(cid.time()).isEqualTo(time);
        assertThat(Cid.of(cid.bytes())).isEqualTo(cid);
        assertThat(Cid.parse(cid.toString())).isEqualTo(cid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "01a20c97-417d-4a6b-bf58-3a16233fb780",
                "01a20c97-417d-7a6b-3f58-3a16233fb780",
                "1-1-7000-8000-1"
            })
    void only_a_uuid_of_version_seven_is_a_cid(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cid.parse(text));
    }
}
