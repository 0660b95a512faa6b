package parley.web.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.UserId;

class UserIdListTest {

    @Test
    void ids_are_separated_by_commas() {
        assertThat(UserIdList.parse("7")).containsExactly(new UserId(7));
        assertThat(UserIdList.parse("19,7")).containsExactly(new UserId(19), new UserId(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1,",
                ",1",
                "1,,2",
                "1, 2",
                "1;2",
                "-1",
                "+1",
                "0",
                "x",
                "1.0",
                "1e3",
                "9007199254740992",
                "9999999999999999999",
                "\u0661"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> UserIdList.parse(text));
    }

    @Test
    void a_hundred_are_the_limit() {
        assertThat(UserIdList.parse(ids(100))).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> UserIdList.parse(ids(101)));
    }

    private static String ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
