package parley.web.socket.session;

import java.util.function.Supplier;

/**
 * A frame whose place in a socket's queue is decided before its JSON exists. The thread that reads the log decides the
 * order under the tail's lock. The sockets' writers build the JSON, once for all sockets that get the frame.
 */
public final class OutgoingFrame {

    /** Approximate size of a frame without the text that users wrote. */
    private static final int FIELDS = 256;

    private final int chars;
    private final Supplier<String> json;
    private volatile String text;

    private OutgoingFrame(int chars, Supplier<String> json, String text) {
        this.chars = chars;
        this.json = json;
        this.text = text;
    }

    static OutgoingFrame of(String text) {
        return new OutgoingFrame(text.length(), null, text);
    }

    public static OutgoingFrame of(Supplier<String> json) {
        return of(0, json);
    }

    /**
     * @param bodyChars length of the text that users wrote, for the limit of a socket's queue
     * @param json called at least once, from any thread
     */
    public static OutgoingFrame of(int bodyChars, Supplier<String> json) {
        return new OutgoingFrame(FIELDS + bodyChars, json, null);
    }

    /** An estimate while the JSON is not built; the result never changes. */
    int chars() {
        return chars;
    }

    /** Two concurrent writers may both build it, which is cheaper than waiting for each other. */
    String text() {
        var built = text;
        if (built == null) {
            built = json.get();
            text = built;
        }
        return built;
    }
}
