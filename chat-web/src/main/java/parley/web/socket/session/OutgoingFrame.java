package parley.web.socket.session;

import java.util.function.Supplier;

/**
 * A frame whose place among a socket's frames is decided before its JSON exists. The thread that reads the log decides
 * the order under the tail's lock; the sockets' writers build the JSON, once for all sockets that get the frame.
 */
public final class OutgoingFrame {

    /** Field names, ids, times and positions of a frame, without the text that people wrote. */
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
     * @param bodyChars length of the text that people wrote, for the limit of what may wait for one socket
     * @param json called at least once, from any thread
     */
    public static OutgoingFrame of(int bodyChars, Supplier<String> json) {
        return new OutgoingFrame(FIELDS + bodyChars, json, null);
    }

    /** An estimate if the JSON is not built yet; it never changes. */
    int chars() {
        return chars;
    }

    /** Two writers at once may both build it: that is cheaper than to have one wait for the other. */
    String text() {
        var built = text;
        if (built == null) {
            built = json.get();
            text = built;
        }
        return built;
    }
}
