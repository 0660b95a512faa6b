import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** An account with a socket that is opened again by whoever uses it. */
final class User implements WebSocket.Listener {

    private static final String PASSWORD = "correct horse battery";

    final String id;
    final String token;
    private final Site site;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private StringBuilder parts = new StringBuilder();
    private WebSocket socket;

    User(Site site) {
        this.site = site;
        var account = "{\"username\":\"user.%s\",\"password\":\"%s\"".formatted(Long.toString(System.nanoTime(), 36), PASSWORD);
        id = Site.field(site.admitted("POST", "/api/users", account + ",\"displayName\":\"User\"}").body(), "id");
        var session = site.admitted("POST", "/api/session", account + "}");
        Site.require(session.cookie().contains("Secure"), "the cookie is for TLS only");
        token = Site.field(session.body(), "token");
    }

    void connect() {
        received.clear();
        parts = new StringBuilder();
        orClosed(() -> {
            socket = site.socket(token, this);
            socket.sendText("{\"t\":\"hello\",\"id\":1}", true).join();
        });
        Site.await("welcome", () -> has("\"welcome\"") || isClosed());
    }

    /** What fails on a socket is not always followed by onClose. */
    private void orClosed(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            received.add("CLOSED " + e);
            throw e;
        }
    }

    /** As often as needed: the proxy may be away, too. */
    void connectAgainIfClosed() {
        if (isClosed()) Site.await("a connection", () -> isConnectedAgain());
    }

    private boolean isConnectedAgain() {
        try {
            connect();
            return !isClosed();
        } catch (RuntimeException refused) {
            return false;
        }
    }

    boolean isClosed() {
        return has("CLOSED");
    }

    /** Keeps only whether it is closed. */
    void forget() {
        received.removeIf(frame -> !frame.startsWith("CLOSED"));
    }

    boolean has(String text) {
        return received.stream().anyMatch(frame -> frame.contains(text));
    }

    void say(String conversation, User to, String text) {
        say(conversation, to, text, "");
    }

    /** @param files ids, separated by commas */
    void say(String conversation, User to, String text, String files) {
        var cid = cid();
        Site.await("acknowledged", () -> {
            var answer = send(conversation, cid, text, files);
            // While the broker is down, the answer is "unavailable": the same message has to be sent again.
            Site.require(answer.contains("\"ok\"") || answer.contains("\"unavailable\""), answer);
            return answer.contains("\"ok\"");
        });
        Site.await("the message", () -> to.has(text));
    }

    /** Returns the answer, or that the socket was closed. */
    String send(String conversation, String cid, String text, String files) {
        long request = System.nanoTime();
        var frame = "{\"t\":\"send\",\"id\":%d,\"cid\":\"%s\",\"conv\":%s,\"body\":\"%s\"%s}";
        var attached = files.isEmpty() ? "" : ",\"files\":[" + files + "]";
        orClosed(() -> socket.sendText(frame.formatted(request, cid, conversation, text, attached), true).join());
        Site.await("an answer", () -> answer(request) != null || isClosed());
        var answer = answer(request);
        return answer == null ? "CLOSED" : answer;
    }

    private String answer(long request) {
        return received.stream().filter(frame -> frame.contains(Long.toString(request))).findFirst().orElse(null);
    }

    /** A UUIDv7. */
    static String cid() {
        return new UUID(System.currentTimeMillis() << 16 | 0x7000, 0x8000000000000000L | ThreadLocalRandom.current().nextLong() >>> 2).toString();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            received.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        received.add("CLOSED " + code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        received.add("CLOSED " + error);
    }
}
