package parley.faults.load;

import java.util.random.RandomGenerator;

/** Generates unique texts of various lengths and scripts. */
final class Texts {

    private static final String[] WORDS = {
        "release",
        "ticket",
        "déjà vu",
        "größer",
        "Ünïcode",
        "日本語のメッセージ",
        "привет",
        "שלום",
        "👍🏽",
        "👩‍👩‍👧",
        "ok",
        "see you at 10",
        "\n",
        "\"quoted\"",
        "<b>bold</b>",
        "C:\\temp",
        "100 %",
        "the quick brown fox",
        "42",
        "e\u0301"
    };
    private static final int LONG = 2_500;

    private final RandomGenerator random;
    private long count;

    Texts(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        int words = random.nextInt(200) == 0 ? 120 : 1 + random.nextInt(12);
        var text = new StringBuilder("no. ").append(++count);
        for (int i = 0; i < words; i++) text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        return text.toString();
    }

    /** A text that fills buffers. */
    String big() {
        return next() + " " + "x".repeat(LONG);
    }
}
