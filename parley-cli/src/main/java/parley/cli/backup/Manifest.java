package parley.cli.backup;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;

/**
 * What a backup consists of.
 *
 * @param beganAt a time before the snapshot; everything acknowledged and stored before it is in the backup
 * @param binaryLog the place of the snapshot in the binary log of the database; null if it was not asked for
 * @param fingerprint of the settings
 * @param files whether the contents of files are in the backup
 */
record Manifest(
        String beganAt,
        String endedAt,
        String parleyVersion,
        String database,
        String serverVersion,
        String binaryLog,
        String fingerprint,
        FileContents.Kind files,
        List<PartitionPosition> positions,
        List<Part> parts) {

    static final String FILE = "manifest.json";
    private static final int FORMAT = 1;

    /** @param sha256 in hexadecimal digits */
    record Part(String file, long bytes, String sha256) {}

    static Manifest read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isReadable(file)) throw CliFailure.failed(folder + " is no complete backup: it has no " + FILE);
        try {
            return of(Json.parse(Files.readString(file)));
        } catch (IOException | JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw CliFailure.failed(file + " is damaged", e);
        }
    }

    private static Manifest of(JsonObject json) {
        if (json.getInt("format") != FORMAT)
            throw CliFailure.failed(
                    "the backup has format " + json.getInt("format") + ", and this version reads " + FORMAT);
        return new Manifest(
                json.getString("beganAt"),
                json.getString("endedAt"),
                json.getString("parleyVersion"),
                json.getString("database"),
                json.getString("serverVersion"),
                json.getString("binaryLog", null),
                json.getString("fingerprint"),
                // Of the versions before, which did not have them.
                FileContents.Kind.of(json.getString("files", "left_out")),
                json.getJsonArray("positions").getValuesAs(JsonObject.class).stream()
                        .map(position -> new PartitionPosition(
                                position.getInt("partition"),
                                position.getString("topicId"),
                                position.getInt("epoch"),
                                Json.number(position, "nextOffset")))
                        .toList(),
                json.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                        .map(part ->
                                new Part(part.getString("file"), Json.number(part, "bytes"), part.getString("sha256")))
                        .toList());
    }

    JsonObject json() {
        var places = Json.array();
        positions.forEach(position -> places.add(Json.object()
                .add("partition", position.partition())
                .add("topicId", position.topicId())
                .add("epoch", position.epoch())
                .add("nextOffset", position.nextOffset())));
        var sums = Json.array();
        parts.forEach(part -> sums.add(Json.object()
                .add("file", part.file())
                .add("bytes", part.bytes())
                .add("sha256", part.sha256())));
        var json = Json.object()
                .add("format", FORMAT)
                .add("beganAt", beganAt)
                .add("endedAt", endedAt)
                .add("parleyVersion", parleyVersion)
                .add("database", database)
                .add("serverVersion", serverVersion)
                .add("fingerprint", fingerprint)
                .add("files", files.toString())
                .add("positions", places)
                .add("parts", sums);
        if (binaryLog != null) json.add("binaryLog", binaryLog);
        return json.build();
    }
}
