package parley.system.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.cluster.client.Json;
import parley.cluster.server.Node;

/** HTTP requests that a library would not send. */
final class Raw {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

    private Raw() {}

    /** @param text everything that came until the server closed or the answer was complete; empty where nothing came */
    record Answer(String text, boolean isClosed) {

        int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        String header(String name) {
            var match = Pattern.compile("(?i)\r\n" + Pattern.quote(name) + ": *([^\r]*)")
                    .matcher(head());
            return match.find() ? match.group(1) : "";
        }

        String head() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text : text.substring(0, end);
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        String code() {
            return Json.parse(body()).path("code").asText();
        }
    }

    /** Sends a request and reads one answer; stops writing when the answer is there. */
    static Answer send(Node node, byte[] bytes, Duration patience) {
        return exchange(node, bytes, new byte[0], Duration.ZERO, patience);
    }

    static Answer send(Node node, String request, Duration patience) {
        return send(node, request.getBytes(UTF_8), patience);
    }

    /** Sends {@code bytes}, then {@code drops} one by one, and waits {@code each} time for an early answer. */
    static Answer exchange(Node node, byte[] bytes, byte[] drops, Duration each, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try (var socket = new Socket(node.http("/").getHost(), node.http("/").getPort())) {
            var came = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                for (byte drop : drops) {
                    if (read(socket, came, System.nanoTime() + each.toNanos()) || came.size() > 0) break;
                    socket.getOutputStream().write(drop);
                    socket.getOutputStream().flush();
                }
            } catch (IOException noMoreIsTaken) {
                // The answer may have arrived before everything was written.
            }
            boolean closed = read(socket, came, until);
            return new Answer(came.toString(ISO_8859_1), closed);
        } catch (IOException broken) {
            return new Answer("", true);
        }
    }

    /** @return whether the server closed */
    private static boolean read(Socket socket, ByteArrayOutputStream came, long until) {
        var chunk = new byte[8_192];
        try {
            while (!isWhole(came)) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) return false;
                socket.setSoTimeout((int) left);
                int read = socket.getInputStream().read(chunk);
                if (read < 0) return true;
                came.write(chunk, 0, read);
            }
            return false;
        } catch (SocketTimeoutException nothing) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static boolean isWhole(ByteArrayOutputStream came) {
        var text = came.toString(ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) return false;
        if (text.toLowerCase(Locale.ROOT).substring(0, end).contains("transfer-encoding: chunked"))
            return text.endsWith("\r\n0\r\n\r\n");
        var length = LENGTH.matcher(text.substring(0, end));
        return length.find() && text.length() >= end + 4 + Integer.parseInt(length.group(1));
    }
}
