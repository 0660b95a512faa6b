import java.io.FileInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The proxy of compose.yaml, whose certificate is trusted, and the containers behind it. */
final class Site {

    private static final String ADDRESS = "localhost:8443";

    record Reply(int status, String body, String cookie) {}

    private final HttpClient http;
    private final String project;

    Site(String certificate, String project) throws Exception {
        this.project = project;
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (var file = new FileInputStream(certificate)) {
            trusted.setCertificateEntry("proxy", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
    }

    Reply request(String method, String path, String token, String body) {
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

    /** The same again while a busy machine refuses it, as it does with passwords. */
    Reply admitted(String method, String path, String body) {
        var reply = new Reply[1];
        await(method + " " + path, () -> (reply[0] = request(method, path, null, body)).status() != 503);
        return reply[0];
    }

    /** Uploads a file; returns its id. */
    String upload(String name, byte[] content, String token) {
        var file = "{\"name\":\"%s\",\"size\":%d}".formatted(name, content.length);
        var id = field(request("POST", "/api/files", token, file).body(), "id");
        var put = HttpRequest.newBuilder(URI.create("https://" + ADDRESS + "/api/files/" + id + "/content"))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
        try {
            var response = http.send(put.build(), BodyHandlers.ofString());
            require(response.statusCode() == 200, "the upload: " + response.statusCode() + " " + response.body());
            return id;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    WebSocket socket(String token, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("wss://" + ADDRESS + "/ws"), listener)
                .join();
    }

    String container(String service) {
        return project + "-" + service + "-1";
    }

    static String docker(String... arguments) {
        return docker(true, arguments);
    }

    /** @param must whether it is an error if the command fails */
    static String docker(boolean must, String... arguments) {
        try {
            var command = new ArrayList<>(List.of("docker"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var output = new String(process.getInputStream().readAllBytes()).strip();
            require(process.waitFor() == 0 || !must, String.join(" ", command));
            return output;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first property of that name, wherever it is. */
    static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        require(found.find(), name + " in " + json);
        return found.group(1);
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 180_000_000_000L;
        while (!condition.getAsBoolean()) {
            require(System.nanoTime() < end, what + " within three minutes");
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) throw new AssertionError("not so: " + what);
    }
}
