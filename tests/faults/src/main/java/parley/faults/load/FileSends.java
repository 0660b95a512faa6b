package parley.faults.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.faults.model.Digest;
import parley.faults.model.Key;
import parley.faults.model.Kind;
import parley.faults.model.SentFile;

/**
 * Users upload files and send them in conversations that they do not leave: each request until it is answered, at any
 * node, and a repeat maybe at another one. Some files are documents, and some are so large that they are sent in parts.
 */
final class FileSends {

    private static final long RETRY_MILLIS = 500;
    private static final int MOST_BYTES = 8_000;
    private static final int PART_BYTES = 64 * 1_024;

    /** One of so many files is a document, and one has two parts. */
    private static final int KINDS = 4;

    /** One of so many actions is that of someone who is curious. */
    private static final int CURIOUS = 4;

    private static final int RECENT = 16;

    /** @param word of a document; null for other files */
    private record Upload(
            SimulatedUser user, SimulatedConversation conversation, String name, Buffer content, String word) {}

    private final LoadContext context;
    private final List<SimulatedConversation> conversations;
    private final List<SimulatedUser> users;
    private final RestSender sender;
    private final Recent<SentFile> recent;
    private long count;
    private int pending;
    private boolean stopped;

    FileSends(LoadContext context, Population population, RestSender sender) {
        this.context = context;
        this.sender = sender;
        this.users = population.users();
        this.recent = new Recent<>(RECENT, context.random());
        // Not the channels that are created later: their members come and leave, and everybody may read some of them.
        this.conversations = List.copyOf(population.conversations());
    }

    int pending() {
        return pending;
    }

    void giveUp() {
        stopped = true;
    }

    void next() {
        if (context.random().nextInt(CURIOUS) == 0) tryToRead(recent.any());
        else upload();
    }

    /** By someone who is no member. */
    private void tryToRead(SentFile file) {
        // Someone may join a group before the answer.
        if (file == null || file.inGroup()) return;
        var user = context.anyOf(users);
        if (context.history().wasEverMember(file.key().conversation(), user.id())) return;
        pending++;
        context.files().isHidden(file, context.anyOf(context.nodes()), user).onComplete(answered -> {
            pending--;
            context.history().count(answered.succeeded() ? "files hidden" : "files hidden, or unavailable");
        });
    }

    private void upload() {
        var conversation = context.anyOf(conversations);
        var user = conversation.group() ? conversation.owner() : context.anyOf(conversation.members());
        int kind = context.random().nextInt(KINDS);
        long number = ++count;
        var word = kind == 0 ? "papernumber" + number : null;
        var content = word != null ? Buffer.buffer("The text of " + word + " ends here.\n") : bytes(kind == 1);
        pending++;
        begin(new Upload(user, conversation, "file no. " + number, content, word));
    }

    private Buffer bytes(boolean inParts) {
        var content = new byte[inParts ? 2 * PART_BYTES : 1 + context.random().nextInt(MOST_BYTES)];
        context.random().nextBytes(content);
        return Buffer.buffer(content);
    }

    private void begin(Upload upload) {
        var announced = Json.of(
                        "name",
                        upload.word == null ? upload.name : upload.name + ".txt",
                        "size",
                        upload.content.length())
                .toString();
        attempt(
                upload,
                HttpMethod.POST,
                "/api/files",
                Buffer.buffer(announced),
                "application/json",
                null,
                response -> transfer(upload, response.json().path("id").asLong()));
    }

    private void transfer(Upload upload, long id) {
        transfer(upload, id, 0);
    }

    private void transfer(Upload upload, long id, int from) {
        int size = upload.content.length();
        int to = Math.min(size, from + PART_BYTES);
        var path = "/api/files/" + id + "/content";
        attempt(
                upload,
                HttpMethod.PUT,
                path,
                upload.content.slice(from, to),
                "application/octet-stream",
                "bytes %d-%d/%d".formatted(from, to - 1, size),
                response -> {
                    if (to < size) transfer(upload, id, to);
                    else send(upload, id);
                });
    }

    /** @param range of the body in the file, or null */
    private void attempt(
            Upload upload,
            HttpMethod method,
            String path,
            Buffer body,
            String type,
            String range,
            Consumer<Rest.Response> next) {
        context.rest()
                .call(method, context.anyOf(context.nodes()), path, upload.user.token(), body, type, range)
                .onComplete(response -> {
                    if (response.succeeded() && response.result().isOk()) {
                        next.accept(response.result());
                    } else if (!stopped
                            && (response.failed() || response.result().isRetryable())) {
                        context.history().count("uploads repeated");
                        context.after(
                                context.jittered(RETRY_MILLIS),
                                () -> attempt(upload, method, path, body, type, range, next));
                    } else {
                        context.history()
                                .count("uploads refused "
                                        + (response.failed()
                                                ? ""
                                                : response.result().code()));
                        pending--;
                    }
                });
    }

    private void send(Upload upload, long id) {
        pending--;
        context.history().count("files uploaded");
        var key = Key.of(upload.conversation.id(), upload.user.id(), UUID.fromString(Cids.now()));
        var file = new SentFile(id, key, digest(upload.content), upload.conversation.group(), upload.word);
        context.history().file(file);
        recent.add(file);
        var sent = context.history().send(key, Kind.MESSAGE, 0, Digest.of(upload.name), "an uploader");
        sender.post(upload.user, new Outgoing(sent, upload.name, false, id));
    }

    static long digest(Buffer content) {
        return Digest.of(content.toString("ISO-8859-1"));
    }
}
