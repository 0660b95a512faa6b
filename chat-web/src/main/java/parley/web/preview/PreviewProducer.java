package parley.web.preview;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import parley.web.membership.ReadAccess;
import parley.web.message.history.MessageLookup;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.preview.fetch.PageFetcher;

/** Builds the plain classes of this component for injection. */
@ApplicationScoped
class PreviewProducer {

    /** For the name server, and for fetches that wait for others. */
    private static final Duration LONGER_THAN_A_FETCH = Duration.ofSeconds(2);

    @Inject
    PreviewSettings settings;

    @Inject
    NodeExecutors executors;

    private PageFetcher fetcher;

    /** Creates this bean at startup, so that an invalid setting fails the start and not the first request. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (settings.isOn()) fetcher = new PageFetcher(settings.targets(), settings.limits(), executors::after);
    }

    @Produces
    @Singleton
    MessagePreviews previews(ReadAccess readers, MessageLookup messages) {
        var links = fetcher == null
                ? null
                : new LinkPreviews(
                        fetcher::fetch,
                        executors.virtual(),
                        settings.limits().time().plus(LONGER_THAN_A_FETCH));
        return new MessagePreviews(readers, messages, links);
    }

    @PreDestroy
    void stop() {
        if (fetcher == null) return;
        try {
            fetcher.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
