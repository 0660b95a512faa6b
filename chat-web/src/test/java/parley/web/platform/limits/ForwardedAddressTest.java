package parley.web.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedAddressTest {

    private final ForwardedAddress behindProxies = with("X-Forwarded-For", "10.0.0.0/8", "2001:db8:ff::/48");

    @Test
    void the_peer_counts_if_no_proxy_is_configured() {
        assertThat(with("X-Forwarded-For").of("203.0.113.7", List.of("198.51.100.1")))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void the_header_of_an_unknown_peer_is_ignored() {
        assertThat(behindProxies.of("203.0.113.7", List.of("198.51.100.1"))).isEqualTo("203.0.113.7");
    }

    @Test
    void the_header_of_a_proxy_counts_but_not_what_the_client_wrote_before() {
        assertThat(behindProxies.of("10.1.2.3", List.of("6.6.6.6, 198.51.100.1")))
                .isEqualTo("198.51.100.1");
        assertThat(behindProxies.of("10.1.2.3", List.of("6.6.6.6", "198.51.100.1, 10.9.9.9")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void if_all_hops_are_proxies_the_first_one_counts() {
        assertThat(behindProxies.of("10.1.2.3", List.of("10.0.0.1, 10.0.0.2"))).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "evil.example", "999.1.1.1", "_hidden", ",,", "1.2.3", "[", "::::", "1.2.3.4.5"})
    void an_invalid_address_ends_the_search_at_the_last_proxy(String header) {
        assertThat(behindProxies.of("10.1.2.3", List.of(header))).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=198.51.100.1 | 198.51.100.1",
                "For=\"198.51.100.1:4711\";proto=https;by=10.0.0.1 | 198.51.100.1",
                "for=6.6.6.6, for=\"[2001:db8:1:2:3::4]:443\" | 2001:db8:1:2:0:0:0:0/64",
                "proto=https | 10.1.2.3",
            })
    void the_header_of_rfc_7239_is_read_if_configured(String header, String address) {
        assertThat(with("Forwarded", "10.0.0.0/8").of("10.1.2.3", List.of(header)))
                .isEqualTo(address);
    }

    @Test
    void addresses_of_ipv6_count_by_64_bits_and_mapped_ones_as_ipv4() {
        assertThat(behindProxies.of("2001:db8:1:2::1", List.of()))
                .isEqualTo(behindProxies.of("2001:db8:1:2:ffff::2", List.of()));
        assertThat(behindProxies.of("2001:db8:1:3::1", List.of()))
                .isNotEqualTo(behindProxies.of("2001:db8:1:2::1", List.of()));
        assertThat(behindProxies.of("::ffff:203.0.113.7", List.of())).isEqualTo("203.0.113.7");
        assertThat(behindProxies.of("2001:db8:ff::1", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "proxy.example", "10.0.0.0/x", "10.0.0.0/-1", "::/129", ""})
    void an_invalid_network_is_refused_at_startup(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CidrBlock.parse(text));
    }

    private static ForwardedAddress with(String header, String... proxies) {
        return new ForwardedAddress(
                List.of(proxies).stream().map(CidrBlock::parse).toList(), header);
    }
}
