package parley.web.search.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.domain.identity.FileId;
import parley.domain.text.SearchWords;

/** Which documents of a message match the words of a query. */
public final class DocumentMatch {

    private final FileTexts texts;
    private final Map<FileId, SearchWords> split = new HashMap<>();
    private final Map<FileId, List<TextMatch.Range>> places = new LinkedHashMap<>();

    public DocumentMatch(FileTexts texts) {
        this.texts = texts;
    }

    /** Whether the text of one of them has the words, one after the other, and the signs. */
    boolean matches(Condition.Text wanted) {
        boolean found = false;
        for (var each : texts.byFile().entrySet()) {
            var words = split.computeIfAbsent(each.getKey(), id -> SearchWords.of(each.getValue()));
            if (!TextMatch.matches(words, wanted)) continue;
            TextMatch.mark(words, wanted, places.computeIfAbsent(each.getKey(), id -> new ArrayList<>()));
            found = true;
        }
        return found;
    }

    /** Those documents that matched something so far. */
    public List<DocumentExcerpt> excerpts() {
        return places.entrySet().stream()
                .map(each -> DocumentExcerpt.of(
                        each.getKey(), texts.byFile().get(each.getKey()), TextMatch.merged(each.getValue())))
                .toList();
    }
}
