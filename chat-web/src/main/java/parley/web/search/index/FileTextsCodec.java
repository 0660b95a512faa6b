package parley.web.search.index;

import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import parley.domain.identity.FileId;
import parley.web.search.query.FileTexts;

/** Encodes the texts of documents as the index stores them. */
final class FileTextsCodec {

    private static final JsonProvider JSON = JsonProvider.provider();

    private FileTextsCodec() {}

    static String encode(FileTexts texts) {
        var json = JSON.createObjectBuilder();
        texts.byFile().forEach((file, text) -> json.add(file.toString(), text));
        return json.build().toString();
    }

    static FileTexts decode(String stored) {
        try (var reader = JSON.createReader(new StringReader(stored))) {
            var texts = new LinkedHashMap<FileId, String>();
            reader.readObject()
                    .forEach((file, text) ->
                            texts.put(new FileId(Long.parseLong(file)), ((JsonString) text).getString()));
            return new FileTexts(texts);
        }
    }
}
