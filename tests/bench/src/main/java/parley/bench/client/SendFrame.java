package parley.bench.client;

import java.util.concurrent.ThreadLocalRandom;

/** What one client sends to one conversation again and again: only number and cid differ. */
final class SendFrame {

    /** Numbers begin here, so that all have as many digits. */
    static final long FIRST = 1_000_000_000L;

    private static final int NUMBER_DIGITS = 10;
    private static final int TIME_HEX = 12;
    private static final int CID = 36;
    private static final int HEAD = 8;

    private final byte[] template;
    private final int numberEnd;
    private final int cidStart;

    SendFrame(long conversation, String body) {
        var beforeNumber = "{\"t\":\"send\",\"id\":";
        var random = ThreadLocalRandom.current();
        // What stands for itself in a UUIDv7: version and variant, with bits that tell clients apart.
        var cid = "00000000-0000-7%03x-8%03x-000000000000".formatted(random.nextInt(0x1000), random.nextInt(0x1000));
        var payload = beforeNumber + FIRST + ",\"cid\":\"" + cid + "\",\"conv\":" + conversation + ",\"body\":\"" + body
                + "\"}";
        if (payload.length() < Frame.SHORT)
            throw new IllegalArgumentException("the body is too short for a frame of this shape");
        template = Frame.of(Frame.TEXT, Bytes.of(payload));
        numberEnd = HEAD + beforeNumber.length() + NUMBER_DIGITS;
        cidStart = numberEnd + ",\"cid\":\"".length();
    }

    byte[] of(long number, long epochMillis) {
        var frame = template.clone();
        Bytes.write(number, 10, frame, numberEnd);
        Bytes.write(epochMillis >>> 16, 16, frame, cidStart + 8);
        frame[cidStart + 9] = digit(epochMillis >>> 12);
        frame[cidStart + 10] = digit(epochMillis >>> 8);
        frame[cidStart + 11] = digit(epochMillis >>> 4);
        frame[cidStart + 12] = digit(epochMillis);
        Bytes.write(number, 16, frame, cidStart + CID);
        return frame;
    }

    private static byte digit(long value) {
        return (byte) Character.forDigit((int) (value & 0xf), 16);
    }

    /** The number that a cid ends with which begins at {@code from}. */
    static long numberOfCid(byte[] text, int from) {
        return Bytes.hex(text, from + CID - TIME_HEX, from + CID);
    }
}
