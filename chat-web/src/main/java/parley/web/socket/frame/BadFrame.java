package parley.web.socket.frame;

import jakarta.json.JsonValue;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** A frame that cannot be parsed, with its id if that could be read. */
public class BadFrame extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient JsonValue id;
    private final transient Refused refused;

    BadFrame(JsonValue id, Refusal why, String what, Throwable cause) {
        super(what, cause);
        this.id = id;
        this.refused = new Refused(why, what);
    }

    /** Null if it could not be read. */
    public JsonValue id() {
        return id;
    }

    public Refused refused() {
        return refused;
    }
}
