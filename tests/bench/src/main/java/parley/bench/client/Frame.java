package parley.bench.client;

import java.nio.ByteBuffer;

/** Frames of RFC 6455, as far as a client needs them that sends and gets whole texts. */
final class Frame {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** Payloads from here on have a longer head. */
    static final int SHORT = 126;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int LONG = 127;
    private static final int MASK_BYTES = 4;

    private Frame() {}

    /** Who takes a whole frame's payload, of which nothing is kept. */
    interface Taker {
        void take(int opcode, byte[] bytes, int from, int to);
    }

    /** With a mask of zeros, which leaves the payload as it is. */
    static byte[] of(int opcode, byte[] payload) {
        boolean small = payload.length < SHORT;
        var frame = ByteBuffer.allocate((small ? 2 : 4) + MASK_BYTES + payload.length);
        frame.put((byte) (FINAL | opcode));
        if (small) frame.put((byte) (MASKED | payload.length));
        else frame.put((byte) (MASKED | SHORT)).putShort((short) payload.length);
        return frame.putInt(0).put(payload).array();
    }

    /** @return where the first frame begins that is not whole yet */
    static int read(byte[] bytes, int from, Taker taker) {
        int at = from;
        while (bytes.length - at >= 2) {
            int length = bytes[at + 1] & 0x7f;
            int head = length == SHORT ? 4 : length == LONG ? 10 : 2;
            if (bytes.length - at < head) return at;
            if (length == SHORT) length = ByteBuffer.wrap(bytes).getShort(at + 2) & 0xffff;
            if (length == LONG) length = Math.toIntExact(ByteBuffer.wrap(bytes).getLong(at + 2));
            if (bytes.length - at - head < length) return at;
            if ((bytes[at] & FINAL) == 0)
                throw new IllegalStateException("a frame in parts, which this client does not know");
            taker.take(bytes[at] & 0x0f, bytes, at + head, at + head + length);
            at += head + length;
        }
        return at;
    }
}
