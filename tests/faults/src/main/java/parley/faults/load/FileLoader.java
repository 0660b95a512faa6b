package parley.faults.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import parley.cluster.server.Eventually;

/** Reads the files of all acknowledged messages at the end of a run. */
final class FileLoader {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private final LoadContext context;
    private final Population population;

    FileLoader(LoadContext context, Population population) {
        this.context = context;
        this.population = population;
    }

    void check() {
        for (var file : context.files().acknowledged()) {
            var conversation = population.conversations().stream()
                    .filter(each -> each.id() == file.key().conversation())
                    .findFirst()
                    .orElseThrow();
            var outsider = population.users().stream()
                    .filter(user -> !conversation.members().contains(user))
                    .findFirst()
                    .orElseThrow();
            for (var node : context.nodes()) {
                for (var member : List.copyOf(conversation.members()))
                    answered(() -> context.files().read(file, node, member));
                answered(() -> context.files().isHidden(file, node, outsider));
            }
        }
    }

    private void answered(Supplier<Future<Void>> request) {
        Eventually.yields(TIMEOUT, () -> {
            context.await(request);
            return true;
        });
    }
}
