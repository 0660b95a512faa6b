package parley.bench.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Looks for fields in the text of a frame without making anything of it. */
final class Bytes {

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(US_ASCII);
    }

    /** @return where what follows the first {@code what} begins, or -1 */
    static int after(byte[] what, byte[] text, int from, int to) {
        for (int i = from; i <= to - what.length; i++) {
            int same = 0;
            while (same < what.length && text[i + same] == what[same]) same++;
            if (same == what.length) return i + same;
        }
        return -1;
    }

    /** The number that begins at {@code from}. */
    static long number(byte[] text, int from) {
        long number = 0;
        for (int i = from; i < text.length && text[i] >= '0' && text[i] <= '9'; i++)
            number = number * 10 + text[i] - '0';
        return number;
    }

    static long hex(byte[] text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) number = number << 4 | Character.digit(text[i], 16);
        return number;
    }

    /** Writes digits of base 10 or 16 that end before {@code to}; what is left of them stays as it is. */
    static void write(long number, int base, byte[] text, int to) {
        long left = number;
        for (int i = to - 1; left > 0; i--) {
            int digit = (int) (left % base);
            text[i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
            left /= base;
        }
    }
}
