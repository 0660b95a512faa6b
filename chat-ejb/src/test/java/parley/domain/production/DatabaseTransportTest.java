package parley.domain.production;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseTransportTest {

    @Test
    void a_remote_database_requires_a_verified_certificate() {
        for (var mode : new String[] {"PREFERRED", "DISABLED", "REQUIRED", "preferred", ""}) {
            assertThat(new DatabaseTransport("db.example", mode).fault())
                    .as(mode)
                    .isPresent();
            assertThat(new DatabaseTransport("127.0.0.1.example", mode).fault())
                    .as(mode)
                    .isPresent();
        }
        assertThat(new DatabaseTransport("db.example", "PREFERRED").fault().orElseThrow())
                .contains("db.example", "DB_SSL_MODE", "PREFERRED", "DB_TRUSTSTORE");
        assertThat(new DatabaseTransport("db.example", "VERIFY_IDENTITY").fault())
                .isEmpty();
        assertThat(new DatabaseTransport("db.example", "verify_ca").fault()).isEmpty();
    }

    @Test
    void a_local_database_requires_no_certificate() {
        for (var host : new String[] {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]"}) {
            assertThat(new DatabaseTransport(host, "DISABLED").fault()).as(host).isEmpty();
        }
    }
}
