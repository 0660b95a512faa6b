package parley.web.preview.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://Example.ORG            | http://example.org/              | example.org        | 80",
                "https://example.org:443/a?b#c | https://example.org/a?b          | example.org        | 443",
                "https://example.org:80        | https://example.org:80/          | example.org        | 80",
                "http://example.org./          | http://example.org/              | example.org        | 80",
                "http://bücher.example/å       | http://xn--bcher-kva.example/%C3%A5 | xn--bcher-kva.example | 80",
                "http://ExAmPlE。org            | http://example.org/              | example.org        | 80",
                "http://1.2.3.4                | http://1.2.3.4/                  | 1.2.3.4            | 80",
                "http://[2001:DB8::1]:81/      | http://[2001:DB8::1]:81/         | 2001:DB8::1        | 81",
                "http://a--b-.example          | http://a--b-.example/            | a--b-.example      | 80",
                "http://intranet/              | http://intranet/                 | intranet           | 80",
            })
    void an_address_has_one_form(String text, String uri, String host, int port) {
        var address = WebAddress.parse(text);
        assertThat(address.uri()).hasToString(uri);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "http:/example.org",
                "http://",
                "http://.",
                "http://a..b",
                "http://user@example.org",
                "http://user:password@example.org",
                "http://example.org\\@evil.example",
                "http://example.org/a\\b",
                "http://example.org:0",
                "http://example.org:65536",
                "http://example.org:x",
                "http://example.org:80:80",
                "http://127.1",
                "http://2130706433",
                "http://0x7f000001",
                "http://0177.0.0.1",
                "http://127.0.0.01",
                "http://256.1.1.1",
                "http://1.2.3.4.5",
                "http://a.0x7f",
                "http://[::1",
                "http://[::1%25lo]",
                "http://ex%61mple.org",
                "http://exa mple.org",
                "http://example.org/{"
            })
    void what_can_be_read_in_several_ways_is_refused(String text) {
        assertThatThrownBy(() -> WebAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_redirect_is_relative_to_where_it_is_from() {
        var from = WebAddress.parse("https://example.org/a/b?c");
        assertThat(from.redirected("d").uri()).hasToString("https://example.org/a/d");
        assertThat(from.redirected("/d").uri()).hasToString("https://example.org/d");
        assertThat(from.redirected("//other.example").uri()).hasToString("https://other.example/");
    }

    @Test
    void it_does_not_tell_its_path() {
        assertThat(WebAddress.parse("https://example.org/secret?token=1")).hasToString("https://example.org:443");
    }
}
