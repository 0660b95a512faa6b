package parley.web.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import parley.web.platform.runtime.ScheduledTask;

/** The number of messages in the index, counted every few seconds: a search engine may be slow, or not answer. */
@ApplicationScoped
public class IndexSize {

    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(IndexSize.class.getName());

    @Inject
    SearchNode search;

    private volatile long documents;

    @Produces
    ScheduledTask count() {
        return ScheduledTask.blocking("search size", PERIOD, this::refresh);
    }

    /** Counts now. If the search engine does not answer, the last count stays. */
    void refresh() {
        try {
            documents = search.documents();
        } catch (RuntimeException failed) {
            // The feed of the index reports that it cannot be used.
            LOG.log(System.Logger.Level.DEBUG, "The messages in the index cannot be counted now.", failed);
        }
    }

    /** As last counted; 0 if the index is not open. */
    public long documents() {
        return documents;
    }
}
