package parley.web.platform.database;

import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * The database did not answer, or not in time: whoever has another source uses that, everybody else is told to try again.
 * A change that was asked for may have been made, or may still be.
 */
public class DatabaseUnavailable extends Refused {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(Throwable cause) {
        super(
                Refusal.UNAVAILABLE,
                "The database cannot be reached now. Chats go on; please try this again in a moment.",
                cause);
    }
}
