import java.io.FileInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Two users chat through the proxy of compose.yaml while containers go away: Check CERTIFICATE PROJECT. */
public class Check {

    private static final String ADDRESS = "localhost:8443";
    private static final String PASSWORD = "correct horse battery";

    /** What is done to which container, and whether it has to be started again. */
    private record Event(String command, String service, boolean ends) {}

    private static final List<Event> EVENTS = List.of(
            new Event("stop", "chat-1", true),
            new Event("kill", "chat-2", true),
            new Event("kill", "rest-1", true),
            new Event("kill", "persister-1", true),
            new Event("restart", "kafka", false),
            new Event("restart", "mysql", false));

    private static HttpClient http;
    private static String project;

    public static void main(String[] arguments) throws Exception {
        http = client(arguments[0]);
        project = arguments[1];
        for (var hidden : List.of("/metrics", "/openapi", "/health/ready"))
            require(request("GET", hidden, null, null).status() == 404, hidden + " is not forwarded");
        require(request("GET", "/", null, null).status() == 200, "the page is served");

        var ada = new User();
        var kim = new User();
        var conversation = field(request("PUT", "/api/conversations/direct/" + kim.id, ada.token, null).body(), "id");
        ada.connect();
        kim.connect();
        ada.say(conversation, kim, "hello");
        for (var event : EVENTS) {
            long start = System.nanoTime();
            docker(event.command, container(event.service));
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            for (var user : List.of(ada, kim)) {
                if (event.command.equals("stop") && user.isClosed())
                    require(user.has("\"bye\"") && user.has("CLOSED 1001"), "a drained node says bye");
                user.connectAgainIfClosed();
            }
            var text = event.command + " " + event.service;
            ada.say(conversation, kim, text);
            var history = "/api/conversations/" + conversation + "/messages";
            await("the history has it", () -> request("GET", history, kim.token, null).body().contains(text));
            System.out.println(text + " took " + seconds + " s; chat goes on");
            if (event.ends) docker("start", container(event.service));
            await(event.service + " is healthy", () -> docker("inspect", "-f", "{{.State.Health.Status}}", container(event.service)).equals("healthy"));
        }
        System.out.println(EVENTS.size() + " passed, 0 failed");
        System.exit(0); // sockets are open
    }

    private static final class User implements WebSocket.Listener {

        private final String id;
        private final String token;
        private final List<String> received = new CopyOnWriteArrayList<>();
        private final StringBuilder parts = new StringBuilder();
        private WebSocket socket;

        User() {
            var account = "{\"username\":\"user.%s\",\"password\":\"%s\"".formatted(Long.toString(System.nanoTime(), 36), PASSWORD);
            id = field(request("POST", "/api/users", null, account + ",\"displayName\":\"User\"}").body(), "id");
            var session = request("POST", "/api/session", null, account + "}");
            require(session.cookie().contains("Secure"), "the cookie is for TLS only");
            token = field(session.body(), "token");
        }

        void connect() {
            received.clear();
            socket = http.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(URI.create("wss://" + ADDRESS + "/ws"), this)
                    .join();
            socket.sendText("{\"t\":\"hello\",\"id\":1}", true).join();
            await("welcome", () -> has("\"welcome\""));
        }

        void connectAgainIfClosed() {
            if (isClosed()) connect();
        }

        boolean isClosed() {
            return has("CLOSED");
        }

        boolean has(String text) {
            return received.stream().anyMatch(frame -> frame.contains(text));
        }

        void say(String conversation, User to, String text) {
            var cid = new UUID(System.currentTimeMillis() << 16 | 0x7000, 0x8000000000000000L | ThreadLocalRandom.current().nextLong() >>> 2);
            var frame = "{\"t\":\"send\",\"id\":%d,\"cid\":\"%s\",\"conv\":%s,\"body\":\"%s\"}";
            await("acknowledged", () -> {
                long request = System.nanoTime();
                socket.sendText(frame.formatted(request, cid, conversation, text), true).join();
                await("an answer", () -> answer(request) != null);
                // While the broker is down, the answer is "unavailable": the same message has to be sent again.
                require(answer(request).contains("\"ok\"") || answer(request).contains("\"unavailable\""), answer(request));
                return answer(request).contains("\"ok\"");
            });
            await("the message", () -> to.has(text));
        }

        private String answer(long request) {
            return received.stream().filter(frame -> frame.contains(Long.toString(request))).findFirst().orElse(null);
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

    private record Reply(int status, String body, String cookie) {}

    private static Reply request(String method, String path, String token, String body) {
        var request = HttpRequest.newBuilder(URI.create("https://" + ADDRESS + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response.headers().firstValue("Set-Cookie").orElse(""));
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private static HttpClient client(String certificate) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (var file = new FileInputStream(certificate)) {
            trusted.setCertificateEntry("proxy", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
    }

    private static String container(String service) {
        return project + "-" + service + "-1";
    }

    private static String docker(String... arguments) {
        try {
            var command = new java.util.ArrayList<>(List.of("docker"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var output = new String(process.getInputStream().readAllBytes()).strip();
            require(process.waitFor() == 0, String.join(" ", command));
            return output;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first property of that name, wherever it is. */
    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        require(found.find(), name + " in " + json);
        return found.group(1);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 180_000_000_000L;
        while (!condition.getAsBoolean()) {
            require(System.nanoTime() < end, what + " within three minutes");
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) throw new AssertionError("not so: " + what);
    }
}
