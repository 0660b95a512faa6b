package parley.faults.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Node;

/** Probes of one node by a sender and a receiver with a conversation of their own. */
final class NodeProbes implements Probes {

    private final HttpClient http;
    private final Node node;
    private final Person sender;
    private final Person receiver;
    private final long conversation;
    private final Consumer<StoreFrame> storeFrames;
    private CompletableFuture<ChatSocket> socket;
    /** The positions of the last two acknowledged messages, or -1. */
    private long last = -1;

    private long beforeLast = -1;

    NodeProbes(HttpClient http, Node node, Consumer<StoreFrame> storeFrames) {
        this.http = http;
        this.node = node;
        this.storeFrames = storeFrames;
        sender = Person.register(node, "prober");
        receiver = Person.register(node, "probed");
        conversation = sender.direct(node, receiver);
    }

    @Override
    public Observation observe(Ability ability) {
        long atMillis = System.currentTimeMillis();
        long began = System.nanoTime();
        long deadline = began + ability.timeout().toNanos();
        Outcome outcome;
        try {
            outcome = switch (ability) {
                case READY -> rest(ability, "/health/ready", null, null);
                case LIST -> rest(ability, "/api/conversations?limit=20", sender.token(), null);
                case PAGE ->
                    rest(ability, "/api/conversations/" + conversation + "/messages?limit=50", sender.token(), null);
                case SIGN_IN ->
                    rest(
                            ability,
                            "/api/session",
                            null,
                            Json.of("username", receiver.username(), "password", receiver.password())
                                    .toString());
                case SEND -> send(deadline);
                case RESUME -> resume(deadline);
            };
        } catch (TimeoutException | HttpTimeoutException late) {
            outcome = new Outcome.NoAnswer("in " + ability.timeout().toSeconds() + " s");
        } catch (IOException | ExecutionException | IllegalStateException failed) {
            outcome = Outcome.of(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
        if (outcome == null) return null;
        return new Observation(atMillis, node.toString(), ability, outcome, (System.nanoTime() - began) / 1_000_000);
    }

    /** @param body null for GET */
    private Outcome rest(Ability ability, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.http(path)).timeout(ability.timeout());
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (body != null) request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() == 200) return new Outcome.Answered();
        return new Outcome.Refused((response.statusCode() + " "
                        + Json.parse(response.body()).path("code").asText(""))
                .strip());
    }

    private Outcome send(long deadline) throws ExecutionException, InterruptedException, TimeoutException {
        var connecting = socket();
        try {
            var frame = Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "probe");
            var answer = within(deadline, within(deadline, connecting).ask(frame));
            if (!answer.path("t").asText().equals("ok"))
                return new Outcome.Refused(answer.path("code").asText());
            acknowledged(answer.path("pos").asLong());
            return new Outcome.Answered();
        } catch (TimeoutException late) {
            retire(connecting);
            throw late;
        }
    }

    private static <T> T within(long deadline, CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private synchronized void acknowledged(long pos) {
        if (pos <= last) return;
        beforeLast = last;
        last = pos;
    }

    /** The open socket, or a new one. */
    private synchronized CompletableFuture<ChatSocket> socket() {
        boolean gone = socket == null
                || socket.isCompletedExceptionally()
                || socket.isDone() && !socket.join().isOpen();
        if (gone) socket = ChatSocket.greeted(http, node, sender.token(), Ability.SEND.timeout(), this::received);
        return socket;
    }

    /** The next send opens a new socket; this one is closed when other requests on it have had time to complete. */
    private synchronized void retire(CompletableFuture<ChatSocket> unresponsive) {
        if (socket != unresponsive) return;
        socket = null;
        var afterTimeout =
                CompletableFuture.delayedExecutor(Ability.SEND.timeout().toSeconds(), TimeUnit.SECONDS);
        unresponsive.thenAcceptAsync(ChatSocket::close, afterTimeout);
    }

    private void received(JsonNode frame) {
        if (!frame.path("t").asText().equals("store")) return;
        storeFrames.accept(new StoreFrame(
                System.currentTimeMillis(), node.toString(), frame.path("state").asText()));
    }

    /** A new socket that resumes from before the last message must get that message. */
    private Outcome resume(long deadline) throws ExecutionException, InterruptedException, TimeoutException {
        long from;
        long missed;
        synchronized (this) {
            from = beforeLast;
            missed = last;
        }
        if (from < 0) return null;
        var caughtUp = new CompletableFuture<JsonNode>();
        var connecting = ChatSocket.connect(http, node, receiver.token(), Ability.RESUME.timeout(), frame -> {
            boolean isMissed = frame.path("t").asText().equals("msg")
                    && frame.path("conv").asLong() == conversation
                    && frame.path("pos").asLong() == missed;
            if (isMissed) caughtUp.complete(frame);
        });
        try {
            var welcome = within(
                    deadline,
                    within(deadline, connecting).ask(Json.of("t", "hello", "resume", Map.of(conversation, from))));
            if (!welcome.path("t").asText().equals("welcome"))
                return new Outcome.Refused(welcome.path("code").asText());
            if (!welcome.path("recovered").path(Long.toString(conversation)).asBoolean())
                return new Outcome.Refused("not recovered");
            within(deadline, caughtUp);
            return new Outcome.Answered();
        } finally {
            connecting.thenAccept(ChatSocket::close);
        }
    }

    @Override
    public synchronized void close() {
        if (socket != null) socket.thenAccept(ChatSocket::close);
    }
}
