package parley.system.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestCluster;

/** Every valid body, truncated at every place and with every token changed, is answered promptly and never with 5xx. */
@Tag("long")
class EveryPrefixIT {

    /** Generous, because the machine may be busy. A thread in an endless loop never answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The server waits 10 s for a body that stalls, and 20 s for one that trickles. */
    private static final Duration UNTIL_GIVEN_UP = Duration.ofSeconds(60);

    private static final int AT_ONCE = 32;

    /** As many slow bodies as possible at the same time; the server waits for 64 bodies at most. */
    private static final int SLOW_AT_ONCE = 60;

    private final TestCluster cluster = TestCluster.shared();
    private final ValidBodies bodies = new ValidBodies(cluster);

    @Test
    void every_valid_body_is_accepted() {
        bodies.calls().forEach((name, call) -> {
            var whole = new Mutations.Mutation(
                    "whole",
                    call.valid().get().toString().getBytes(UTF_8),
                    java.util.Map.of(),
                    Mutations.Outcome.TAKEN);
            assertThat(send(HttpClient.newHttpClient(), call, whole).join())
                    .as(name)
                    .isEmpty();
        });
    }

    @Test
    void every_prefix_and_every_changed_token_is_refused_or_accepted_without_a_server_error() {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        // Those of one call one after another: concurrent changes of the same thing may be refused as conflicts.
        var faults = inParallel(bodies.calls().entrySet().stream()
                .map(entry -> () -> Mutations.of(entry.getValue()).stream()
                        .map(mutation -> task(
                                entry.getKey(),
                                () -> send(client, entry.getValue(), mutation).join(),
                                mutation.name()))
                        .map(Supplier::get)
                        .filter(fault -> !fault.isEmpty())
                        .collect(joining("\n"))));
        assertThat(faults).isEmpty();
        assertThat(cluster.one().isReady()).isTrue();
    }

    @Test
    void a_body_that_stalls_or_trickles_times_out_without_blocking_others() {
        var faults = inParallel(
                SLOW_AT_ONCE,
                bodies.calls().entrySet().stream()
                        .flatMap(entry -> Stream.of(true, false)
                                .flatMap(declared -> Stream.of(
                                        task(
                                                entry.getKey(),
                                                () -> slow(entry.getValue(), declared, new byte[0]),
                                                "stops, declared: " + declared),
                                        task(
                                                entry.getKey(),
                                                () -> slow(
                                                        entry.getValue(),
                                                        declared,
                                                        "x".repeat(60).getBytes(UTF_8)),
                                                "dribbles, declared: " + declared)))));
        assertThat(faults).isEmpty();
        assertThat(cluster.one().isReady()).isTrue();
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_and_without_content_length() {
        var faults = inParallel(bodies.calls().entrySet().stream()
                .flatMap(entry -> Stream.of(100_000, 3_000_000)
                        .flatMap(size -> Stream.of(
                                task(entry.getKey(), () -> large(entry.getValue(), size, true), size + " declared"),
                                task(
                                        entry.getKey(),
                                        () -> large(entry.getValue(), size, false),
                                        size + " in chunks")))));
        assertThat(faults).isEmpty();
    }

    private String large(ValidBodies.Call call, int size, boolean declared) {
        var body = "{\"x\":\"" + "y".repeat(size) + "\"}";
        var framed = declared ? body : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        var answer = Raw.send(
                cluster.one(),
                head(call, declared ? "Content-Length: " + body.length() : "Transfer-Encoding: chunked") + framed,
                PATIENCE);
        if (answer.status() != 413) return answer.status() + " instead of 413: " + answer.text();
        return Refusals.fault(413, answer.header("Content-Type"), answer.body());
    }

    private String slow(ValidBodies.Call call, boolean declared, byte[] drops) {
        var half = "{\"x\":[\"";
        var framed = declared ? half : Integer.toHexString(1_000) + "\r\n" + half;
        var bytes =
                (head(call, declared ? "Content-Length: 1000" : "Transfer-Encoding: chunked") + framed).getBytes(UTF_8);
        var answer = Raw.exchange(cluster.one(), bytes, drops, Duration.ofSeconds(1), UNTIL_GIVEN_UP);
        if (answer.text().isEmpty()) return answer.isClosed() ? "" : "neither answered nor closed";
        return Refusals.fault(answer.status(), answer.header("Content-Type"), answer.body());
    }

    private String head(ValidBodies.Call call, String framing) {
        return call.method() + " " + call.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + (call.token() == null ? "" : "Authorization: Bearer " + call.token() + "\r\n") + framing + "\r\n\r\n";
    }

    private CompletableFuture<String> send(HttpClient client, ValidBodies.Call call, Mutations.Mutation mutation) {
        var request = HttpRequest.newBuilder(cluster.one().http(call.path()))
                .timeout(PATIENCE)
                .method(call.method(), BodyPublishers.ofByteArray(mutation.body()));
        if (call.token() != null) request.header("Authorization", "Bearer " + call.token());
        if (!mutation.headers().containsKey("Content-Type")) request.header("Content-Type", "application/json");
        mutation.headers().forEach(request::header);
        return client.sendAsync(request.build(), BodyHandlers.ofString()).handle((answer, failed) -> {
            if (failed != null) return "no answer: " + failed;
            boolean isTaken = answer.statusCode() >= 200 && answer.statusCode() < 300;
            return switch (mutation.outcome()) {
                case TAKEN -> isTaken ? "" : answer.statusCode() + " instead of 2xx: " + answer.body();
                case EITHER -> isTaken ? "" : refusal(answer);
                case REFUSED -> refusal(answer);
            };
        });
    }

    private static String refusal(java.net.http.HttpResponse<String> answer) {
        return Refusals.fault(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private static Supplier<String> task(String call, Supplier<String> fault, String what) {
        return () -> {
            var found = fault.get();
            return found.isEmpty() ? "" : call + ", " + what + ": " + found;
        };
    }

    /** @return the faults that were found */
    private static List<String> inParallel(Stream<Supplier<String>> tasks) {
        return inParallel(AT_ONCE, tasks);
    }

    private static List<String> inParallel(int atOnce, Stream<Supplier<String>> tasks) {
        var permits = new Semaphore(atOnce);
        var running = new ArrayList<CompletableFuture<String>>();
        try (var threads = Executors.newCachedThreadPool()) {
            tasks.forEach(task -> {
                permits.acquireUninterruptibly();
                running.add(CompletableFuture.supplyAsync(task, threads)
                        .whenComplete((fault, failed) -> permits.release()));
            });
            return running.stream()
                    .map(CompletableFuture::join)
                    .filter(fault -> !fault.isEmpty())
                    .toList();
        }
    }
}
