package parley.web.search.query;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.FileId;
import parley.domain.text.SearchWords;

/** Which documents of a message match the words of a query. */
public final class DocumentMatch {

    private final FileTexts texts;
    private final Map<FileId, SearchWords> split = new HashMap<>();
    private final Set<FileId> files = new LinkedHashSet<>();

    public DocumentMatch(FileTexts texts) {
        this.texts = texts;
    }

    /** Whether the text of one of them has the words, one after the other, and the signs. */
    boolean matches(Condition.Text wanted) {
        boolean found = false;
        for (var each : texts.byFile().entrySet()) {
            var words = split.computeIfAbsent(each.getKey(), id -> SearchWords.of(each.getValue()));
            if (!TextMatch.matches(words, wanted)) continue;
            files.add(each.getKey());
            found = true;
        }
        return found;
    }

    /** The documents that matched something so far. */
    public Set<FileId> files() {
        return files;
    }
}
