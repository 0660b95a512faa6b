package parley.web.search.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.MessageView;

/** The text by which a message is found: its body, and below it the name of each file. */
public record SearchedText(String body, List<String> fileNames) {

    public static SearchedText of(MessageView view) {
        return new SearchedText(
                view.body(), view.files().stream().map(AttachedFile::name).toList());
    }

    public String whole() {
        return Stream.concat(Stream.of(body), fileNames.stream()).collect(Collectors.joining("\n"));
    }

    /** Those ranges of {@link #whole} that are in the body. */
    public List<TextMatch.Range> inBody(List<TextMatch.Range> ranges) {
        return ranges.stream().filter(range -> range.end() <= body.length()).toList();
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "SearchedText[" + fileNames.size() + " files]";
    }
}
