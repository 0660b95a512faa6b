package parley.web.socket.frame;

/** Computes the length of a text on the wire without encoding it. */
public final class Utf8Length {

    private Utf8Length() {}

    /** The length in bytes as encoded by RFC 3629. */
    public static long length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
