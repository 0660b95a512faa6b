package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.web.search.IndexSize;
import parley.web.search.SearchNode;

/** Reports the search index. Chat does not need it, so a node without it stays ready. */
@ApplicationScoped
public class SearchCheck {

    @Inject
    SearchNode search;

    @Inject
    IndexSize size;

    @Inject
    MetricRegistry registry;

    @Produces
    @Readiness
    HealthCheck index() {
        return () -> {
            var fault = search.status().fault();
            return HealthCheckResponse.named("chat-search")
                    .up()
                    .withData("index", fault == null ? "up to date" : fault)
                    .build();
        };
    }

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        registry.gauge("parley.search.up", search, node -> node.status().fault() == null ? 1 : 0);
        registry.gauge("parley.search.documents", size, IndexSize::documents);
        registry.gauge("parley.search.missing", search, node -> node.status().missing());
        registry.gauge(
                "parley.search.lag.seconds", search, node -> node.status().lag().toSeconds());
    }
}
