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

/** Probes by a speaker and a listener with a conversation of their own. */
final class NodeProbes implements Probes {

    private final HttpClient http;
    private final Node node;
    private final Person speaker;
    private final Person listener;
    private final long conversation;
    private final Consumer<StoreNotice> notices;
    private CompletableFuture<ChatSocket> socket;
    /** The places of the last two messages that were acknowledged, or -1. */
    private long last = -1;

    private long beforeLast = -1;

    /** Registers the two; all must be well. */
    NodeProbes(HttpClient http, Node node, Consumer<StoreNotice> notices) {
        this.http = http;
        this.node = node;
        this.notices = notices;
        speaker = Person.register(node, "prober");
        listener = Person.register(node, "probed");
        conversation = speaker.direct(node, listener);
    }

    @Override
    public Observation observe(Ability ability) {
        long atMillis = System.currentTimeMillis();
        long began = System.nanoTime();
        long deadline = began + ability.patience().toNanos();
        Outcome outcome;
        try {
            outcome = switch (ability) {
                case READY -> rest(ability, "/health/ready", null, null);
                case LIST -> rest(ability, "/api/conversations?limit=20", speaker.token(), null);
                case PAGE ->
                    rest(ability, "/api/conversations/" + conversation + "/messages?limit=50", speaker.token(), null);
                case SIGN_IN ->
                    rest(
                            ability,
                            "/api/session",
                            null,
                            Json.of("username", listener.username(), "password", listener.password())
                                    .toString());
                case SEND -> send(deadline);
                case RESUME -> resume(deadline);
            };
        } catch (TimeoutException | HttpTimeoutException late) {
            outcome = new Outcome.NoAnswer("in " + ability.patience().toSeconds() + " s");
        } catch (IOException | ExecutionException | IllegalStateException failed) {
            outcome = Outcome.of(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
        if (outcome == null) return null;
        return new Observation(atMillis, node.toString(), ability, outcome, (System.nanoTime() - began) / 1_000_000);
    }

    /** @param post null to get */
    private Outcome rest(Ability ability, String path, String token, String post)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.http(path)).timeout(ability.patience());
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (post != null) request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(post));
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() == 200) return new Outcome.Answered();
        return new Outcome.Refused((response.statusCode() + " "
                        + Json.parse(response.body()).path("code").asText(""))
                .strip());
    }

    private Outcome send(long deadline) throws ExecutionException, InterruptedException, TimeoutException {
        var way = socket();
        try {
            var frame = Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "still there?");
            var answer = within(deadline, within(deadline, way).ask(frame));
            if (!answer.path("t").asText().equals("ok"))
                return new Outcome.Refused(answer.path("code").asText());
            acknowledged(answer.path("pos").asLong());
            return new Outcome.Answered();
        } catch (TimeoutException late) {
            retire(way);
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

    /** The one that is there, or a new one. */
    private synchronized CompletableFuture<ChatSocket> socket() {
        boolean gone = socket == null
                || socket.isCompletedExceptionally()
                || socket.isDone() && !socket.join().isOpen();
        if (gone) socket = ChatSocket.greeted(http, node, speaker.token(), Ability.SEND.patience(), this::heard);
        return socket;
    }

    /** What others still ask over it may be answered; the next send takes a new one. */
    private synchronized void retire(CompletableFuture<ChatSocket> silent) {
        if (socket != silent) return;
        socket = null;
        var later = CompletableFuture.delayedExecutor(Ability.SEND.patience().toSeconds(), TimeUnit.SECONDS);
        silent.thenAcceptAsync(ChatSocket::close, later);
    }

    private void heard(JsonNode frame) {
        if (!frame.path("t").asText().equals("store")) return;
        notices.accept(new StoreNotice(
                System.currentTimeMillis(), node.toString(), frame.path("state").asText()));
    }

    /** A socket of its own that missed the last message. */
    private Outcome resume(long deadline) throws ExecutionException, InterruptedException, TimeoutException {
        long from;
        long missed;
        synchronized (this) {
            from = beforeLast;
            missed = last;
        }
        if (from < 0) return null;
        var caughtUp = new CompletableFuture<JsonNode>();
        var connecting = ChatSocket.connect(http, node, listener.token(), Ability.RESUME.patience(), frame -> {
            boolean it = frame.path("t").asText().equals("msg")
                    && frame.path("conv").asLong() == conversation
                    && frame.path("pos").asLong() == missed;
            if (it) caughtUp.complete(frame);
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
