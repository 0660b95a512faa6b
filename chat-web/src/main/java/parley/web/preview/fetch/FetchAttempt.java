package parley.web.preview.fetch;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** The requests of one fetch, one after another, until it is given up. */
final class FetchAttempt {

    private HttpGet current;
    private boolean isOver;

    /** Ends the request before. */
    synchronized void begin(HttpGet request) throws IOException {
        if (isOver) throw new IOException("too slow");
        if (current != null) current.cancel();
        current = request;
    }

    /** Closes the connection at once; whoever reads from it gets an exception. */
    synchronized void giveUp() {
        isOver = true;
        if (current != null) current.cancel();
    }
}
