package parley.domain.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.account.entity.Username;

class ReservedUsernamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "Admin",
                "root",
                "support",
                "everyone",
                "channel",
                "here",
                "parley",
                "postmaster",
                "admin.",
                "_root_",
                "-system-"
            })
    void names_that_resemble_the_installation_are_reserved(String name) {
        assertThat(ReservedUsernames.has(new Username(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "admiral", "rooty", "___", "here.and.there"})
    void other_names_are_free(String name) {
        assertThat(ReservedUsernames.has(new Username(name))).isFalse();
    }
}
