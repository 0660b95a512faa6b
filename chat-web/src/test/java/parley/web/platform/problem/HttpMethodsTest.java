package parley.web.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpMethodsTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "HEAD,/assets/x",
        "OPTIONS,/ws",
        "GET,/apis",
        "GET,/api",
        "POST,/api/users",
        "DELETE,/api/session",
        "PATCH,/api/x"
    })
    void a_method_that_may_be_served_has_no_alternative(String method, String path) {
        assertThat(HttpMethods.insteadOf(method, path)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE,/",
        "POST,/",
        "PUT,/assets/x",
        "POST,/apis",
        "SECMA1,/api/users",
        "get,/api",
        "TRACE,/api/session",
        "CONNECT,/ws"
    })
    void for_any_other_method_the_allowed_ones_are_returned(String method, String path) {
        assertThat(HttpMethods.insteadOf(method, path)).startsWith("GET, HEAD");
    }
}
