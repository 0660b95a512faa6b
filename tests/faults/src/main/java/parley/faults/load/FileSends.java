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
 * Users upload small files and send them in conversations that they do not leave: each request until it is answered, at
 * any node, and a repeat maybe at another one.
 */
final class FileSends {

    private static final long RETRY_MILLIS = 500;
    private static final int MOST_BYTES = 8_000;

    /** One of so many actions is that of someone who is curious. */
    private static final int CURIOUS = 4;

    private static final int RECENT = 16;

    private record Upload(SimulatedUser user, long conversation, String name, Buffer content) {}

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
        this.conversations = population.conversations().stream()
                .filter(conversation -> !conversation.group())
                .toList();
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
        if (file == null) return;
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
        var user = context.anyOf(conversation.members());
        var content = new byte[1 + context.random().nextInt(MOST_BYTES)];
        context.random().nextBytes(content);
        pending++;
        begin(new Upload(user, conversation.id(), "file no. " + ++count, Buffer.buffer(content)));
    }

    private void begin(Upload upload) {
        var announced =
                Json.of("name", upload.name, "size", upload.content.length()).toString();
        attempt(
                upload,
                HttpMethod.POST,
                "/api/files",
                Buffer.buffer(announced),
                "application/json",
                response -> transfer(upload, response.json().path("id").asLong()));
    }

    private void transfer(Upload upload, long id) {
        var path = "/api/files/" + id + "/content";
        attempt(upload, HttpMethod.PUT, path, upload.content, "application/octet-stream", response -> send(upload, id));
    }

    private void attempt(
            Upload upload, HttpMethod method, String path, Buffer body, String type, Consumer<Rest.Response> next) {
        context.rest()
                .call(method, context.anyOf(context.nodes()), path, upload.user.token(), body, type)
                .onComplete(response -> {
                    if (response.succeeded() && response.result().isOk()) {
                        next.accept(response.result());
                    } else if (!stopped
                            && (response.failed() || response.result().isRetryable())) {
                        context.history().count("uploads repeated");
                        context.after(
                                context.jittered(RETRY_MILLIS), () -> attempt(upload, method, path, body, type, next));
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
        var key = Key.of(upload.conversation, upload.user.id(), UUID.fromString(Cids.now()));
        var file = new SentFile(id, key, digest(upload.content));
        context.history().file(file);
        recent.add(file);
        var sent = context.history().send(key, Kind.MESSAGE, 0, Digest.of(upload.name), "an uploader");
        sender.post(upload.user, new Outgoing(sent, upload.name, false, id));
    }

    static long digest(Buffer content) {
        return Digest.of(content.toString("ISO-8859-1"));
    }
}
