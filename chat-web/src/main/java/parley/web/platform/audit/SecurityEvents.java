package parley.web.platform.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import parley.web.platform.clock.LogClock;
import parley.web.platform.json.JsonViews;

/** Writes the audit log: one line of JSON per event. */
@ApplicationScoped
public class SecurityEvents {

    public static final String LOGGER = "parley.security";

    private static final System.Logger LOG = System.getLogger(LOGGER);

    @Inject
    LogClock clock;

    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    public void record(SecurityEvent event) {
        LOG.log(System.Logger.Level.INFO, line(event, clock.isSet() ? clock.instant() : null));
    }

    /** As {@link #record}, but at most once a minute for each {@code key}, for events that a flood would repeat. */
    public void recordSampled(String key, SecurityEvent event) {
        if (told.asMap().putIfAbsent(key, Boolean.TRUE) == null) record(event);
    }

    /** @param time null if this node does not know the log time yet */
    static String line(SecurityEvent event, Instant time) {
        var json = JsonViews.object();
        if (time != null) json.add("time", time.toString());
        json.add("event", event.name());
        event.fields().forEach(json::add);
        return escaped(json.build().toString());
    }

    /**
     * Escapes everything that a terminal or line-based reader would interpret. Without parameters, {@code {} is not a
     * placeholder.
     */
    private static String escaped(String json) {
        var line = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (c >= 0x20 && c < 0x7f) line.append((char) c);
            else line.append("\\u%04x".formatted(c));
        });
        return line.toString();
    }
}
