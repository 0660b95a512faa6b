package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Key;
import parley.faults.model.SentFile;

/** No message is shown without its file; its readers get what was sent, and no one else gets it. */
final class FileCheck {

    private final Rest rest;
    private final History history;

    FileCheck(Rest rest, History history) {
        this.rest = rest;
        this.history = history;
    }

    /** A node showed a message in a frame or in a page. */
    void shown(JsonNode line, String where) {
        var file = file(line);
        if (file == null) return;
        boolean has = line.path("files").size() == 1
                && line.path("files").path(0).path("id").asLong() == file.id();
        history.count("messages with a file shown");
        if (!has) history.withoutFile(file.key(), where, "is shown without its file: " + line.path("files"));
    }

    /** A node delivered a message: its file can be read there at once, unless storage or database are down. */
    void delivered(JsonNode line, Node node, SimulatedUser reader) {
        var file = file(line);
        if (file == null) return;
        read(file, node, reader).onComplete(found -> {
            if (found.failed()) history.count("files not read at once");
        });
    }

    /** Fails if the node cannot give the file now. */
    Future<Void> read(SentFile file, Node node, SimulatedUser reader) {
        return rest.bytes(node, path(file), reader.token())
                .compose(response -> now(given(file, "node " + node, response)));
    }

    /** Fails if the node does not answer now. */
    Future<Void> isHidden(SentFile file, Node node, SimulatedUser outsider) {
        return rest.bytes(node, path(file), outsider.token())
                .compose(response -> now(hidden(file, "node " + node, response)));
    }

    private static Future<Void> now(boolean answered) {
        return answered ? Future.succeededFuture() : Future.failedFuture("unavailable");
    }

    /** The answer to a member. @return false if it is to be asked again */
    boolean given(SentFile file, String where, Rest.Bytes answer) {
        if (answer.isRetryable()) return false;
        history.count("files read");
        if (answer.status() != 200)
            history.withoutFile(file.key(), where, "a member gets %d for its file".formatted(answer.status()));
        else if (FileSends.digest(answer.body()) != file.digest())
            history.withoutFile(file.key(), where, "its file has other contents than were sent");
        return true;
    }

    /** The answer to someone else. @return false if it is to be asked again */
    boolean hidden(SentFile file, String where, Rest.Bytes answer) {
        if (answer.isRetryable()) return false;
        if (answer.status() != 404)
            history.withoutFile(file.key(), where, "an outsider gets %d for its file".formatted(answer.status()));
        return true;
    }

    /** Those whose message was acknowledged. */
    List<SentFile> acknowledged() {
        return history.files();
    }

    private SentFile file(JsonNode line) {
        if (!line.has("cid") || !line.has("from")) return null;
        return history.file(Key.of(
                line.path("conv").asLong(),
                line.path("from").asLong(),
                UUID.fromString(line.path("cid").asText())));
    }

    private static String path(SentFile file) {
        return "/api/files/" + file.id();
    }
}
