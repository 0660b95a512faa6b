package parley.web.platform.database;

import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * The database did not answer in time. Callers with another source use that; the others are told to retry. A requested
 * change may have been made, or may still be.
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
