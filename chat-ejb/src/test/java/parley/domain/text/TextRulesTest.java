package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ibm.icu.text.UnicodeSet;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.Username;

class TextRulesTest {

    /** The client's tests read the same file. */
    @TestFactory
    Stream<DynamicTest> every_case_of_the_table() {
        JsonReader table = JsonProvider.provider().createReader(getClass().getResourceAsStream("/text-cases.json"));
        var cases = table.readArray().getValuesAs(JsonObject.class);
        assertThat(cases).hasSizeGreaterThan(400);
        return IntStream.range(0, cases.size()).mapToObj(i -> {
            var each = cases.get(i);
            return dynamicTest(i + " " + each.getString("rule") + ": " + each.getString("why"), () -> holds(each));
        });
    }

    private static void holds(JsonObject each) {
        int repeat = each.getInt("repeat", 1);
        var rule = rule(each.getString("rule"));
        var input = each.getString("input").repeat(repeat);
        if (each.getBoolean("valid")) {
            assertThat(rule.apply(input))
                    .isEqualTo(each.getString("normalised", each.getString("input"))
                            .repeat(repeat));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rule.apply(input))
                    .withMessageStartingWith(each.getString("rule") + ": ");
        }
    }

    private static UnaryOperator<String> rule(String name) {
        return switch (name) {
            case "body" -> TextRules::body;
            case "displayName" -> TextRules::displayName;
            case "title" -> TextRules::title;
            case "topic" -> TextRules::topic;
            case "emoji" -> TextRules::emoji;
            case "password" -> TextRules::password;
            case "username" -> typed -> new Username(typed).value();
            default -> throw new IllegalStateException("there is no rule " + name);
        };
    }

    /** From the Unicode blocks that the rules distinguish, including unpaired surrogates. */
    @Test
    void any_text_is_accepted_in_one_form_or_rejected() {
        var random = new Random(17);
        var points =
                "a1 \n\0\u00ad\u0301\u034f\u061c\u1100\u1161\u11a8\u200b\u200d\u202e\u2028\u20e3\u2764\u2800\u3164\ufe0f\ufffe\ud83d\ude00\ue000"
                        + "👍🏽🇸🏴\udb40\udc67ß日";
        var rules = List.<UnaryOperator<String>>of(
                TextRules::body,
                TextRules::displayName,
                TextRules::title,
                TextRules::topic,
                TextRules::emoji,
                TextRules::removableEmoji,
                TextRules::passwordShape);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--)
                text.append(points.charAt(random.nextInt(points.length())));
            for (var rule : rules) {
                try {
                    var kept = rule.apply(text.toString());
                    assertThat(rule.apply(kept)).isEqualTo(kept);
                } catch (IllegalArgumentException refused) {
                    assertThat(refused).hasMessageContaining(": ");
                }
            }
            var folded = SearchKey.fold(text.toString());
            assertThat(folded).doesNotContain("\n").doesNotContain("  ");
        }
    }

    @Test
    void normalized_text_is_not_changed_again() {
        for (var text : new String[] {"Björn", "ö".repeat(100), "각"})
            assertThat(TextRules.displayName(text)).isEqualTo(text);
        assertThat(TextRules.emoji(TextRules.emoji("❤"))).isEqualTo("❤\ufe0f");
    }

    @Test
    void missing_text_is_rejected_with_the_field_s_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextRules.body(null))
                .withMessageStartingWith("body: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextRules.displayName(null))
                .withMessageStartingWith("displayName: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextRules.emoji(null))
                .withMessageStartingWith("emoji: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextRules.password(null))
                .withMessageStartingWith("password: ");
    }

    @Test
    void a_password_must_not_consist_of_its_owner_s_names() {
        for (var easy : new String[] {"ada.lovelace", "ADA.LOVELACE", "Ada Lovelace", "lovelace1", "ada.lovelace1"}) {
            assertThatIllegalArgumentException()
                    .as(easy)
                    .isThrownBy(() -> Password.chosen(easy, "ada.lovelace", "Ada Lovelace"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Password.chosen("zyxomma.quord", "zyxomma.quord", null));
        assertThat(Password.chosen("zyxomma.quord", "ada", null).value()).isEqualTo("zyxomma.quord");
    }

    @Test
    void a_password_is_the_same_composed_and_decomposed() {
        var composed = Password.chosen("caf\u00e9 horse battery", "ada");
        assertThat(Password.chosen("cafe\u0301 horse battery", "ada")).isEqualTo(composed);
        assertThat(Password.spellings("cafe\u0301 horse battery")).first().isEqualTo(composed.value());
        assertThat(Password.spellings("plain")).containsExactly("plain");
    }

    @Test
    void only_a_prefix_of_a_long_password_is_estimated() {
        assertThatCode(() -> Password.chosen("correct horse battery " + "4@8({[<369".repeat(10), "ada"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_reaction_that_predates_the_emoji_list_can_be_removed() {
        assertThat(TextRules.removableEmoji("+1")).isEqualTo("+1");
        assertThat(TextRules.removableEmoji("❤")).isEqualTo("❤\ufe0f");
        for (var no : new String[] {"", " ", "a".repeat(17), "\ud83d"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> TextRules.removableEmoji(no));
        }
    }

    /** The gender signs, keycaps and text-style characters of the list lose their selectors in some clients. */
    @Test
    void every_emoji_of_the_list_gets_its_selectors_back() {
        var list = new UnicodeSet("[:RGI_Emoji:]");
        assertThat(list.size()).isGreaterThan(3_700);
        for (var qualified : list) {
            assertThat(TextRules.emoji(qualified)).isEqualTo(qualified);
            assertThat(TextRules.emoji(qualified.replace("\ufe0f", ""))).isEqualTo(qualified);
            assertThat(TextRules.emoji(qualified.replaceFirst("\ufe0f", ""))).isEqualTo(qualified);
        }
    }

    @Test
    void a_stored_text_that_is_no_emoji_is_left_as_it_is() {
        for (var text : new String[] {"", " ", "+1", "no emoji", "👍👍", "\ud83d"})
            assertThat(TextRules.qualifiedEmoji(text)).isEqualTo(text);
    }
}
