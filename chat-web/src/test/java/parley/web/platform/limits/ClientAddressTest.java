package parley.web.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static ClientAddress behind(String... proxies) {
        var addresses = new ClientAddress();
        addresses.proxies = Optional.of(List.of(proxies));
        addresses.header = "X-Forwarded-For";
        addresses.begin();
        return addresses;
    }

    private static HttpServletRequest request(String peer, String own, String... forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getLocalAddr" -> own;
                    case "getHeaders" -> Collections.enumeration(List.of(forwarded));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "::1, ::1, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.8, 192.0.2.7, false",
        "2001:db8::8, 2001:db8::7, false",
        "unknown, 192.0.2.7, false"
    })
    void a_client_of_this_machine_comes_from_it(String peer, String own, boolean expected) {
        assertThat(behind().isOfThisMachine(request(peer, own))).isEqualTo(expected);
    }

    @Test
    void a_client_of_a_proxy_on_this_machine_comes_from_elsewhere() {
        var addresses = behind("127.0.0.0/8");
        assertThat(addresses.isOfThisMachine(request("127.0.0.1", "127.0.0.1", "203.0.113.7")))
                .isFalse();
        assertThat(addresses.isOfThisMachine(request("127.0.0.1", "127.0.0.1", "127.0.0.1, 203.0.113.7")))
                .isFalse();
        assertThat(addresses.isOfThisMachine(request("127.0.0.1", "127.0.0.1"))).isTrue();
    }
}
