package parley.bench.store;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many messages conversations have where a few have most of them, by Zipf's law: of 10 million in 10,000
 * conversations the largest has a million, half of them have under 205 and the smallest has 102.
 */
record Sizes(int[] ofEach) {

    static Sizes zipf(int messages, int conversations) {
        double harmonic = IntStream.rangeClosed(1, conversations)
                .mapToDouble(rank -> 1.0 / rank)
                .sum();
        var sizes = DoubleStream.iterate(1, rank -> rank <= conversations, rank -> rank + 1)
                .mapToInt(rank -> (int) Math.round(messages / (harmonic * rank)))
                .toArray();
        sizes[0] += messages - IntStream.of(sizes).sum();
        return new Sizes(sizes);
    }

    int largest() {
        return ofEach[0];
    }
}
