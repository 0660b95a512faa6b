package parley.cli.rest;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The result of a probe in Prometheus text format. */
public record ProbeMetrics(List<MetricsSink> sinks) {

    public void succeeded(Probe.Result result) throws IOException {
        publish(gauge("success", "Whether the message of the last probe arrived", 1)
                + gauge("delivered_seconds", "From its post to the other account", result.deliveredMillis() / 1000.0)
                + gauge("acknowledged_seconds", "From its post to the answer", result.acknowledgedMillis() / 1000.0)
                + gauge("sign_in_seconds", "Both sign-ins", result.signInMillis() / 1000.0));
    }

    public void failed() throws IOException {
        publish(gauge("success", "Whether the message of the last probe arrived", 0));
    }

    private void publish(String gauges) throws IOException {
        double now = Instant.now().toEpochMilli() / 1000.0;
        var metrics = gauges + gauge("timestamp_seconds", "When the last probe ended", now);
        for (var sink : sinks) sink.publish(metrics);
    }

    private static String gauge(String name, String help, double value) {
        return String.format(
                Locale.ROOT,
                "# HELP parley_probe_%1$s %2$s.%n# TYPE parley_probe_%1$s gauge%nparley_probe_%1$s %3$.3f%n",
                name,
                help,
                value);
    }
}
