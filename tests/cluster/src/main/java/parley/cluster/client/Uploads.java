package parley.cluster.client;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import parley.cluster.server.Node;

/** Uploads and downloads of files. */
public final class Uploads {

    private Uploads() {}

    /** Uploads a file in one part; returns its id. */
    public static long file(Node node, Person owner, String name, byte[] content) {
        long file = begin(node, owner, name, content.length);
        part(node, owner, file, null, content).as(200);
        return file;
    }

    /** Begins an upload; returns the id of the file. */
    public static long begin(Node node, Person owner, String name, long size) {
        return owner.at(node)
                .post("/api/files", Json.of("name", name, "size", size))
                .as(201)
                .path("id")
                .asLong();
    }

    /** @param range the header Content-Range, or null for the whole file */
    public static Api.Reply part(Node node, Person owner, long file, String range, byte[] bytes) {
        return owner.at(node).call("PUT", "/api/files/" + file + "/content", null, request -> {
            request.method("PUT", BodyPublishers.ofByteArray(bytes)).header("Content-Type", "application/octet-stream");
            if (range != null) request.header("Content-Range", range);
        });
    }

    /** Downloads what is at a path below {@code /api/files/}. */
    public static HttpResponse<byte[]> get(Node node, Person reader, String path, Consumer<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(
                        URI.create(node.http("/api/files/" + path).toString()))
                .header("Authorization", "Bearer " + reader.token());
        more.accept(request);
        try {
            return Api.HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpResponse<byte[]> get(Node node, Person reader, long file) {
        return get(node, reader, "" + file, more -> {});
    }

    /** A PNG. */
    public static byte[] picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
