package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.UUID;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Key;
import parley.faults.model.SentFile;

/** No message is shown without its file; its readers get what was sent until it is revoked, and no one else gets it. */
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
        var files = line.path("files");
        history.count("messages with a file shown");
        if (line.path("revoked").asBoolean()) {
            if (!files.isEmpty()) history.withoutFile(file.key(), where, "is revoked and shows its file");
        } else if (files.size() != 1 || files.path(0).path("id").asLong() != file.id()) {
            history.withoutFile(file.key(), where, "is shown without its file: " + files);
        }
    }

    /** A node delivered a message: its file can be read there at once, unless storage or database are down. */
    void delivered(JsonNode line, Node node, SimulatedUser reader) {
        var file = file(line);
        if (file == null) return;
        rest.bytes(node, path(file), reader.token())
                .compose(response -> now(givenAtOnce(file, "node " + node, response)))
                .onComplete(found -> {
                    if (found.failed()) history.count("files not read at once");
                });
    }

    /** Fails if the node cannot give the file now. */
    Future<Void> read(SentFile file, Node node, SimulatedUser reader) {
        return rest.bytes(node, path(file), reader.token())
                .compose(response -> now(given(file, "node " + node, response)));
    }

    /** Fails if the node does not answer now. @param other who is no member, or a member after the revoke */
    Future<Void> isHidden(SentFile file, Node node, SimulatedUser other) {
        return rest.bytes(node, path(file), other.token())
                .compose(response -> now(hidden(file, "node " + node, response)));
    }

    private static Future<Void> now(boolean answered) {
        return answered ? Future.succeededFuture() : Future.failedFuture("unavailable");
    }

    /** The answer to someone who has just got the message. @return false if there is none */
    boolean givenAtOnce(SentFile file, String where, Rest.Bytes answer) {
        boolean mayHaveLeft = file.inGroup() && answer.status() == 404;
        if (mayHaveLeft) history.count("files of groups hidden, maybe after leaving");
        return mayHaveLeft || given(file, where, answer);
    }

    /** The answer to a member. @return false if it is to be asked again */
    boolean given(SentFile file, String where, Rest.Bytes answer) {
        if (answer.isRetryable()) return false;
        history.count("files read");
        if (answer.status() == 404 && history.isRevoked(file)) return true;
        if (answer.status() != 200)
            history.withoutFile(file.key(), where, "a member gets %d for its file".formatted(answer.status()));
        else if (FileSends.digest(answer.body()) != file.digest())
            history.withoutFile(file.key(), where, "its file has other contents than were sent");
        return true;
    }

    /** The answer to someone who may not read it. @return false if it is to be asked again */
    boolean hidden(SentFile file, String where, Rest.Bytes answer) {
        if (answer.isRetryable()) return false;
        if (answer.status() != 404)
            history.withoutFile(
                    file.key(), where, "someone who may not read it gets %d for its file".formatted(answer.status()));
        return true;
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
