package parley.faults.probe;

import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The outcome of a probe. */
public sealed interface Outcome {

    record Answered() implements Outcome {}

    /** @param code status and code of a response, or the code of an {@code err} frame */
    record Refused(String code) implements Outcome {

        boolean isUnavailable() {
            return code.startsWith("503");
        }
    }

    /** @param why a timeout, no connection, or a connection that was closed */
    record NoAnswer(String why) implements Outcome {}

    /** Of a failed request or handshake. */
    static Outcome of(Exception failed) {
        Throwable cause = failed;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) cause = cause.getCause();
        if (cause instanceof WebSocketHandshakeException refused) {
            return new Refused(refused.getResponse().statusCode() + " at the handshake");
        }
        if (cause instanceof HttpTimeoutException) return new NoAnswer("at the handshake");
        return new NoAnswer(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }
}
