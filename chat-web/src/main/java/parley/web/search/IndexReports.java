package parley.web.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.log.codec.SearchNotice;
import parley.web.platform.clock.LogClock;
import parley.web.platform.runtime.ScheduledTask;

/** The states of the search indexes of all nodes, for operators. */
@ApplicationScoped
public class IndexReports {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    /** What has not changed is said again so often, because a node that is gone says nothing. */
    private static final Duration REPEATED = Duration.ofMinutes(1);

    private static final Duration SILENCE = REPEATED.multipliedBy(2).plusSeconds(30);
    private static final int PATIENCE_SECONDS = 10;

    @Inject
    SearchNode search;

    @Inject
    IndexSize size;

    @Inject
    SearchNotices notices;

    @Inject
    LogClock clock;

    @Inject
    @ConfigProperty(name = "http.port", defaultValue = "9080")
    int port;

    private SearchNotice.Index published;
    private Instant publishedAt = Instant.MIN;

    @Produces
    ScheduledTask publication() {
        return ScheduledTask.blocking("search reports", PERIOD, this::publish);
    }

    private synchronized void publish() throws UnknownHostException {
        if (!search.isOn()) return;
        var status = search.status();
        var now = clock.instant();
        boolean isNews = published == null
                || !Objects.equals(status.fault(), published.reason())
                || !Objects.equals(status.builtAt(), published.builtAt());
        if (!isNews && now.isBefore(publishedAt.plus(REPEATED))) return;
        // The next report may be a minute away, so this one has the size that belongs to the new state.
        size.refresh();
        var current = current();
        notices.publish(current);
        published = current;
        publishedAt = now;
    }

    private SearchNotice.Index current() throws UnknownHostException {
        var status = search.status();
        return new SearchNotice.Index(
                InetAddress.getLocalHost().getHostName() + ":" + port,
                status.fault(),
                status.builtAt(),
                size.documents(),
                status.missing(),
                status.lag().toSeconds());
    }

    /** Of the nodes that were heard from lately, by name. */
    public List<SearchNotices.Report> all() {
        var since = clock.instant().minus(SILENCE);
        return notices.reports().values().stream()
                .filter(report -> report.at().isAfter(since))
                .sorted(Comparator.comparing(report -> report.index().node()))
                .toList();
    }

    /**
     * Asks every node to build its index again; returns when the request is in the log.
     *
     * @throws Refused {@code unavailable} if the log does not take it
     */
    public void rebuild(UserId by) {
        try {
            notices.publish(new SearchNotice.Rebuild(by)).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This server is stopping.", stopping);
        } catch (ExecutionException | TimeoutException failed) {
            throw Refused.unavailable("The request could not be written to the log; please try again later.", failed);
        }
    }
}
