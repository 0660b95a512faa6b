package parley.web.search.query;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.MessageView;
import parley.web.file.text.DocumentTexts;

/**
 * The texts of a message's documents, as far as they are known.
 *
 * @param byFile empty texts of documents that have none
 */
public record FileTexts(Map<FileId, String> byFile) {

    public static final FileTexts NONE = new FileTexts(Map.of());

    /** In all, because each hit is read with its texts. */
    private static final int MOST_CHARACTERS = 200_000;

    public FileTexts {
        byFile = limited(byFile);
    }

    /** Whether nothing of the message's documents is missing. */
    public boolean areComplete(MessageView view) {
        return view.files().stream()
                .filter(DocumentTexts::isDocument)
                .map(AttachedFile::id)
                .allMatch(byFile::containsKey);
    }

    private static Map<FileId, String> limited(Map<FileId, String> texts) {
        var limited = new LinkedHashMap<FileId, String>();
        int left = MOST_CHARACTERS;
        for (var each : texts.entrySet()) {
            var text = each.getValue();
            limited.put(each.getKey(), text.substring(0, Math.min(text.length(), left)));
            left = Math.max(0, left - text.length());
        }
        return limited;
    }

    /** Hides the texts. */
    @Override
    public String toString() {
        return "FileTexts[" + byFile.size() + "]";
    }
}
