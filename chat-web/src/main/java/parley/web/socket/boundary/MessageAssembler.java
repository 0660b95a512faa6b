package parley.web.socket.boundary;

import parley.web.socket.frame.Utf8Length;

/** Joins the parts of a message and limits its size as they arrive. Used by one thread at a time. */
final class MessageAssembler {

    /** The maximum size of a message. */
    static final int MAX_BYTES = HelloHandler.FRAME_BYTES;

    private final StringBuilder before = new StringBuilder();
    private long bytes;

    /** The message is longer than {@link #MAX_BYTES}. */
    static final class TooBig extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @return the whole message, or null if more parts follow */
    String add(String part, boolean last) throws TooBig {
        bytes += Utf8Length.length(part);
        if (bytes > MAX_BYTES) {
            before.setLength(0);
            before.trimToSize();
            throw new TooBig();
        }
        if (last && before.isEmpty()) {
            bytes = 0;
            return part;
        }
        before.append(part);
        if (!last) return null;
        var whole = before.toString();
        before.setLength(0);
        before.trimToSize();
        bytes = 0;
        return whole;
    }
}
