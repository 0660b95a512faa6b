package parley.web.preview.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.web.platform.limits.CidrBlock;

class AddressRulesTest {

    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "172.15.0.1", "172.32.0.1", "223.255.255.255"})
    void the_internet_is_allowed(String address) throws UnknownHostException {
        assertThat(rules.allow(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2606:4700::1111", "2a00::1"})
    void the_newer_internet_is_allowed(String address) throws UnknownHostException {
        assertThat(rules.allow(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:0a00:0001::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void everything_special_is_denied(String address) throws UnknownHostException {
        assertThat(rules.allow(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void an_operator_can_allow_a_network() throws UnknownHostException {
        var own = new AddressRules(List.of(CidrBlock.parse("10.1.0.0/16"), CidrBlock.parse("fd00:1::/32")));
        assertThat(own.allow(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(own.allow(InetAddress.getByName("fd00:1::5"))).isTrue();
        assertThat(own.allow(InetAddress.getByName("10.2.2.3"))).isFalse();
    }
}
