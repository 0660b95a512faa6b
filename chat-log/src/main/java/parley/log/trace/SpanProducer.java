package parley.log.trace;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Spans are recorded with {@code otel.sdk.disabled=false}, the switch of MicroProfile Telemetry. */
@ApplicationScoped
class SpanProducer {

    @Produces
    @Singleton
    RecordSpans spans(
            @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true") boolean disabled,
            Instance<OpenTelemetry> telemetry) {
        return disabled ? RecordSpans.OFF : RecordSpans.of(telemetry.get());
    }
}
