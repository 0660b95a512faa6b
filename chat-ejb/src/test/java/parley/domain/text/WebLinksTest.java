package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebLinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example/b?c=d#e now       | https://a.example/b?c=d#e",
                "HTTP://A.example                        | HTTP://A.example",
                "see https://a.example.                  | https://a.example",
                "(https://a.example/b)                   | https://a.example/b",
                "https://a.example/b_(c), and            | https://a.example/b_(c)",
                "[text](https://a.example/b_(c))         | https://a.example/b_(c)",
                "[https://a.example](https://b.example)  | https://a.example",
                "**https://a.example/b**                 | https://a.example/b",
                "<https://a.example/b>                   | https://a.example/b",
                "https://[2001:db8::1]:8080/b            | https://[2001:db8::1]:8080/b",
                "första https://a.example/å, b           | https://a.example/å",
                "https://a.example https://b.example     | https://a.example",
            })
    void a_link_ends_where_the_text_goes_on(String body, String link) {
        assertThat(WebLinks.first(body)).contains(link);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no link              |",
                "xhttps://a.example   |",
                "ftp://a.example      |",
                "`https://a.example`  |",
                "www.a.example        |",
                "https://             |",
            })
    void other_text_has_no_link(String body, String nothing) {
        assertThat(WebLinks.first(body)).isEmpty();
    }

    @Test
    void code_is_passed_over() {
        assertThat(WebLinks.first("```\nhttps://a.example\n```\nhttps://b.example"))
                .contains("https://b.example");
    }

    @Test
    void a_link_that_is_too_long_is_passed_over() {
        assertThat(WebLinks.first("https://a.example/" + "a".repeat(3_000))).isEmpty();
    }
}
