package parley.faults.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.SentFile;

/** Reads the files of all acknowledged messages at the end of a run, when the log is stored. */
final class FileLoader {

    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private final LoadContext context;
    private final Population population;

    FileLoader(LoadContext context, Population population) {
        this.context = context;
        this.population = population;
    }

    /** @param stored whether the storage has anything of the file with this id */
    void check(LongPredicate stored) {
        var files = context.history().files();
        for (var file : files) {
            var members = conversation(file).members();
            var outsider = population.outsider(context, conversation(file));
            answered(() -> all(node -> Stream.concat(
                    members.stream().map(member -> context.files().read(file, node, member)),
                    Stream.of(context.files().isHidden(file, node, outsider)))));
        }
        var revoked = context.history().revokedFiles();
        for (var file : revoked)
            answered(() -> all(node -> conversation(file).members().stream()
                    .map(member -> context.files().isHidden(file, node, member))));
        Eventually.holds(TIMEOUT, () -> {
            var left = revoked.stream().filter(file -> stored.test(file.id())).toList();
            if (!left.isEmpty()) throw new AssertionError("revoked, and still in the storage: " + left);
        });
        context.history().count("files that all members have read in the end", files.size());
        context.history().count("files that are gone with their messages", revoked.size());
    }

    /** Requests to all nodes at the same time. */
    private Future<Void> all(Function<Node, Stream<Future<Void>>> requests) {
        return Future.all(context.nodes().stream().flatMap(requests).toList()).mapEmpty();
    }

    private SimulatedConversation conversation(SentFile file) {
        return population.conversations().stream()
                .filter(each -> each.id() == file.key().conversation())
                .findFirst()
                .orElseThrow();
    }

    private void answered(Supplier<Future<Void>> request) {
        Eventually.yields(TIMEOUT, () -> {
            context.await(request);
            return true;
        });
    }
}
