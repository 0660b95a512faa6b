package parley.web.socket.frame;

/** How long a text is on the wire, without making the bytes. */
public final class Utf8Length {

    private Utf8Length() {}

    /** In bytes, as RFC 3629 encodes it. */
    public static long length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
