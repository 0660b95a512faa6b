package parley.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {

    @Test
    void the_latest_result_is_served() throws Exception {
        try (var server = MetricsServer.at("0")) {
            assertThat(get(server, "/metrics").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body()).isEmpty();
            var metrics = new ProbeMetrics(List.of(server));
            metrics.succeeded(new Probe.Result(7, 8, 250, 12, 34));
            assertThat(get(server, "/metrics").body()).contains("\nparley_probe_delivered_seconds 0.034\n");
            metrics.failed();
            var answer = get(server, "/metrics");
            assertThat(answer.body()).contains("\nparley_probe_success 0.000\n").doesNotContain("delivered");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
            assertThat(get(server, "/metrics/other").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "port", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536"})
    void an_address_needs_a_port(String address) {
        assertThatThrownBy(() -> MetricsServer.at(address)).hasMessageContaining("is not [HOST:]PORT");
    }

    private static HttpResponse<String> get(MetricsServer server, String path)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
