package parley.web.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.account.entity.Username;
import parley.web.platform.problem.Violations;

class AccountRequestsTest {

    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void a_valid_registration_may_leave_out_the_display_name() {
        assertThat(Violations.of(new RegistrationRequest("Ada", PASSWORD, null, null)))
                .isEmpty();
        assertThat(Violations.of(new RegistrationRequest("ada", PASSWORD, "Ada Lovelace", "token")))
                .isEmpty();
    }

    @Test
    void a_registration_requires_a_username_and_a_password() {
        assertThat(Violations.of(new RegistrationRequest(null, null, null, null)))
                .containsOnlyKeys("username", "password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "has space", "\u212Aelvin", "${7*7}", "{username}"})
    void an_invalid_username_is_reported_in_the_words_of_the_rule(String username) {
        assertThat(Violations.of(new RegistrationRequest(username, PASSWORD, null, null)))
                .containsOnlyKeys("username")
                .containsEntry("username", Username.RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "password1", "a\u0000aaaaaaaaaaa", "ada lovelace", "lovelace.ada"})
    void a_password_that_is_malformed_or_easy_to_guess_is_reported(String password) {
        assertThat(Violations.of(new RegistrationRequest("lovelace.ada", password, "Ada Lovelace", null)))
                .containsOnlyKeys("password")
                .allSatisfy((field, message) -> assertThat(message).startsWith("password: "));
    }

    @Test
    void all_invalid_fields_are_reported_at_once() {
        assertThat(Violations.of(new RegistrationRequest("a", "short", "\u202e", null)))
                .containsOnlyKeys("username", "password", "displayName");
    }

    @Test
    void credentials_are_required_but_follow_no_rule() {
        assertThat(Violations.of(new SignInRequest(null, null))).containsOnlyKeys("username", "password");
        assertThat(Violations.of(new SignInRequest("a", "x"))).isEmpty();
    }

    @Test
    void requests_and_responses_do_not_print_their_secrets() {
        assertThat(new RegistrationRequest("ada", PASSWORD, null, "token").toString())
                .doesNotContain(PASSWORD)
                .doesNotContain("token");
        assertThat(new SignInRequest("ada", PASSWORD).toString()).doesNotContain(PASSWORD);
        assertThat(new SessionResponse(null, null, "secret", null).toString()).doesNotContain("secret");
    }
}
