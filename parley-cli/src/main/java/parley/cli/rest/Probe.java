package parley.cli.rest;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;

/** One account posts a message over REST, another receives it over its WebSocket. */
public final class Probe {

    public record Account(String username, String password) {}

    /**
     * @param signInMillis both sign-ins
     * @param acknowledgedMillis from the post to its answer: the message is in the log
     * @param deliveredMillis from the post to the frame at the other account
     */
    public record Result(
            long conversation, long pos, long signInMillis, long acknowledgedMillis, long deliveredMillis) {}

    /** It names the version of the frames that this class reads: see docs/protocol.md. */
    static final String HELLO = "{\"t\":\"hello\",\"id\":1,\"version\":1}";

    private final RestClient anonymous;
    private final Duration patience;

    /** @param patience for each step */
    public Probe(RestClient anonymous, Duration patience) {
        this.anonymous = anonymous;
        this.patience = patience;
    }

    public Result run(Account from, Account to) {
        long began = System.nanoTime();
        var sender = new Session(from);
        try {
            var receiver = new Session(to);
            try {
                return measure(sender, receiver, millisSince(began));
            } finally {
                receiver.client.delete("/api/session");
            }
        } finally {
            sender.client.delete("/api/session");
        }
    }

    private Result measure(Session sender, Session receiver, long signIn) {
        long conversation = Json.number(
                sender.client.put("/api/conversations/direct/" + receiver.id, JsonObject.EMPTY_JSON_OBJECT), "id");
        var cid = cid();
        var frames = new Frames(cid);
        var socket = connect(receiver, frames);
        try {
            await(socket.sendText(HELLO, true), "the socket takes no frame");
            await(frames.welcome, "the socket was not welcomed");
            long posted = System.nanoTime();
            var message =
                    Json.object().add("cid", cid).add("body", "parley probe").build();
            var ok = sender.client.post("/api/conversations/" + conversation + "/messages", message);
            long acknowledged = millisSince(posted);
            long arrived = await(frames.message, "the message was acknowledged and not delivered");
            return new Result(
                    conversation,
                    Json.number(ok, "pos"),
                    signIn,
                    acknowledged,
                    TimeUnit.NANOSECONDS.toMillis(arrived - posted));
        } finally {
            socket.abort();
        }
    }

    private WebSocket connect(Session receiver, Frames frames) {
        var connecting = receiver.client
                .http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + receiver.client.token())
                .connectTimeout(patience)
                .buildAsync(receiver.client.socket(), frames);
        return await(connecting, receiver.client.socket() + " takes no socket");
    }

    private <T> T await(CompletableFuture<T> step, String failure) {
        try {
            return step.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw CliFailure.failed(failure + " within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            if (cause instanceof IOException) throw CliFailure.unreachable(failure + ": " + cause.getMessage(), cause);
            throw CliFailure.failed(failure + ": " + cause, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CliFailure.failed("interrupted", e);
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** A UUIDv7. */
    private static String cid() {
        var random = ThreadLocalRandom.current();
        long most = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        long least = 0x8000000000000000L | random.nextLong() >>> 2;
        return new UUID(most, least).toString();
    }

    private final class Session {

        private final RestClient client;
        private final long id;

        Session(Account account) {
            var session = anonymous.post(
                    "/api/session",
                    Json.object()
                            .add("username", account.username())
                            .add("password", account.password())
                            .build());
            client = anonymous.as(session.getString("token"));
            id = Json.number(session.getJsonObject("user"), "id");
        }
    }

    /** Waits for the welcome, and for the message with that cid. */
    private static final class Frames implements WebSocket.Listener {

        private final String cid;
        private final CompletableFuture<Void> welcome = new CompletableFuture<>();
        private final CompletableFuture<Long> message = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        Frames(String cid) {
            this.cid = cid;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            socket.request(1);
            if (!last) return null;
            var frame = Json.parse(text.toString());
            text.setLength(0);
            switch (frame.getString("t", "")) {
                case "welcome" -> welcome.complete(null);
                case "msg" -> {
                    if (frame.getString("cid", "").equals(cid)) message.complete(System.nanoTime());
                }
                case "err" -> fail(new IOException("the socket was refused: " + frame.getString("message", "")));
                default -> {
                    // Presence, and messages of others.
                }
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            fail(new IOException("the socket was closed: " + status + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failed) {
            fail(failed);
        }

        private void fail(Throwable failed) {
            welcome.completeExceptionally(failed);
            message.completeExceptionally(failed);
        }
    }
}
