package parley.domain.message.entity;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import parley.domain.identity.FileId;
import parley.domain.json.StrictJson;

/**
 * A file of a message, as its record describes it. The contents are in the file storage.
 *
 * @param size in bytes
 * @param type the media type, as detected from the contents
 * @param picture null if it has no preview
 */
public record AttachedFile(FileId id, String name, long size, String type, Picture picture) {

    /** The number of files of one message. */
    public static final int MOST = 10;

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * @param width in pixels, as shown
     * @param placeholder a tiny PNG in Base64, shown until the picture is loaded
     */
    public record Picture(int width, int height, String placeholder) {}

    /** The length of its texts. */
    public int chars() {
        return name.length()
                + type.length()
                + (picture == null ? 0 : picture.placeholder().length());
    }

    /** One key for each value, as in records, rows and frames. */
    public JsonObject toJson() {
        var json = JSON.createObjectBuilder()
                .add("id", id.value())
                .add("name", name)
                .add("size", size)
                .add("type", type);
        if (picture != null)
            json.add("width", picture.width())
                    .add("height", picture.height())
                    .add("placeholder", picture.placeholder());
        return json.build();
    }

    /** @throws RuntimeException if a value is missing or has another type */
    public static AttachedFile read(JsonObject json) {
        var picture = json.containsKey("width")
                ? new Picture(json.getInt("width"), json.getInt("height"), json.getString("placeholder"))
                : null;
        return new AttachedFile(
                new FileId(StrictJson.integer("id", json.get("id"))),
                json.getString("name"),
                StrictJson.integer("size", json.get("size")),
                json.getString("type"),
                picture);
    }

    public static List<AttachedFile> read(JsonArray array) {
        return array.stream()
                .map(JsonValue::asJsonObject)
                .map(AttachedFile::read)
                .toList();
    }

    public static JsonArray toJson(List<AttachedFile> files) {
        var array = JSON.createArrayBuilder();
        files.forEach(file -> array.add(file.toJson()));
        return array.build();
    }

    /** Null if there are none. */
    static String toColumn(List<AttachedFile> files) {
        return files.isEmpty() ? null : toJson(files).toString();
    }

    static List<AttachedFile> ofColumn(String column) {
        if (column == null) return List.of();
        try (var reader = JSON.createReader(new StringReader(column))) {
            return read(reader.readArray());
        }
    }

    /** Hides the name. */
    @Override
    public String toString() {
        return "AttachedFile[" + id + "]";
    }
}
