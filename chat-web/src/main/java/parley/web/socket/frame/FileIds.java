package parley.web.socket.frame;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import parley.domain.identity.FileId;
import parley.domain.json.StrictJson;
import parley.domain.message.entity.AttachedFile;

/** Reads the files of a send. */
final class FileIds {

    private static final String RULE = "files: a list of at most " + AttachedFile.MOST + " different ids is needed";

    private FileIds() {}

    static List<FileId> of(JsonValue given) {
        if (given == null || given == JsonValue.NULL) return List.of();
        if (!(given instanceof JsonArray ids) || ids.size() > AttachedFile.MOST)
            throw new IllegalArgumentException(RULE);
        var files = ids.stream()
                .map(id -> new FileId(StrictJson.integer("files", id)))
                .toList();
        if (new HashSet<>(files).size() < files.size()) throw new IllegalArgumentException(RULE);
        return files;
    }
}
