package parley.web.search.query;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code ./mvnw test -Pfuzz} generates inputs; without the profile, the saved inputs are used. */
class SearchQueryFuzzTest {

    @DictionaryEntries({
        "from:",
        "in:\"",
        "mentions:me",
        "before:2026-03-01",
        "after:",
        "on:",
        "has:link",
        "is:saved",
        "-",
        "\"",
        "*",
        "%",
        "\\",
        ":",
        "\u3000",
        "\ud83d\udc4d\ud83c\udffd",
        "\ud83d",
        "\u0301",
        "\u200d",
        "\u6771"
    })
    @FuzzTest(maxDuration = "1m")
    void any_text_is_a_query_or_refused_with_a_reason(FuzzedDataProvider data) {
        var query = data.consumeString(2_000);
        var text = data.consumeRemainingAsString();
        try {
            TextMatch.of(SearchQueryParser.parse(query), text)
                    .ifPresent(ranges -> ranges.forEach(range -> require(range, text)));
        } catch (IllegalArgumentException refused) {
            if (refused.getMessage() == null) throw new AssertionError("refused without a reason", refused);
        }
    }

    private static void require(TextMatch.Range range, String text) {
        if (range.start() < 0 || range.start() >= range.end() || range.end() > text.length())
            throw new AssertionError(range + " is no part of the text");
    }
}
