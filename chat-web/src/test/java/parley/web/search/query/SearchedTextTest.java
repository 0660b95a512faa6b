package parley.web.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchedTextTest {

    @Test
    void the_names_of_files_are_found_but_only_the_body_is_highlighted() {
        var text = new SearchedText("The plan", List.of("plan.pdf", "photo.jpg"));
        var ranges = TextMatch.of(SearchQueryParser.parse("plan"), text.whole()).orElseThrow();
        assertThat(ranges).hasSize(2);
        assertThat(text.inBody(ranges)).containsExactly(new TextMatch.Range(4, 8));
    }

    @Test
    void a_body_without_text_has_no_highlights() {
        var text = new SearchedText("", List.of("photo.jpg"));
        assertThat(TextMatch.of(SearchQueryParser.parse("photo"), text.whole()).map(text::inBody))
                .contains(List.of());
    }
}
