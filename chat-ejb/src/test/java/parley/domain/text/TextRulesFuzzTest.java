package parley.domain.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code ./mvnw test -Pfuzz} generates inputs; without the profile the saved inputs are run. */
class TextRulesFuzzTest {

    private static final List<UnaryOperator<String>> NORMALISED =
            List.of(TextRules::displayName, TextRules::title, TextRules::topic, TextRules::emoji);

    @DictionaryEntries({
        "\u200d",
        "\u200c",
        "\ufe0f",
        "\u202e",
        "\u0301",
        "\ud83d",
        "\udc69",
        "\ud83c\udff4",
        "\u20e3",
        "\u3164",
        "\u0000"
    })
    @FuzzTest(maxDuration = "1m")
    void any_text_is_accepted_in_one_form_or_rejected(FuzzedDataProvider data) {
        int rule = data.consumeInt(0, NORMALISED.size() + 1);
        var text = data.consumeRemainingAsString();
        try {
            if (rule == NORMALISED.size()) TextRules.body(text);
            else if (rule > NORMALISED.size()) TextRules.password(text, "ada", "Ada Lovelace");
            else requireStable(NORMALISED.get(rule), text);
        } catch (IllegalArgumentException refused) {
            if (refused.getMessage() == null) throw new AssertionError("refused without a reason", refused);
        }
    }

    private static void requireStable(UnaryOperator<String> rule, String text) {
        var once = rule.apply(text);
        if (!rule.apply(once).equals(once))
            throw new AssertionError("what was taken is changed when it is taken again");
        if (!Normalizer.isNormalized(once, Normalizer.Form.NFC))
            throw new AssertionError("what was taken is not composed");
    }
}
