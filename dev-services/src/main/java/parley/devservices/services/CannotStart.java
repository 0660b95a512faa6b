package parley.devservices.services;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Why the services cannot start, in one sentence that says what to do. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static CannotStart in(Path folder, IOException cause) {
        if (cause instanceof AccessDeniedException denied) return unwritable(Path.of(denied.getFile()), cause);
        if (isDiskFull(String.valueOf(cause.getMessage()))) return diskFull(folder, cause);
        return new CannotStart(
                "The data folder " + folder + " cannot be used (" + cause + "); choose another one with PARLEY_DATA.",
                cause);
    }

    static CannotStart unwritable(Path folder, Throwable cause) {
        return new CannotStart(
                "The data folder " + folder + " cannot be written by the user "
                        + System.getProperty("user.name")
                        + "; give it to that user or choose another one with PARLEY_DATA.",
                cause);
    }

    static CannotStart diskFull(Path folder, Throwable cause) {
        return new CannotStart(
                "The disk of the data folder " + folder
                        + " is full; free some space or choose another folder with PARLEY_DATA.",
                cause);
    }

    static CannotStart portTaken(String service, int port, String variable) {
        return new CannotStart("Port " + port + " of 127.0.0.1, meant for the embedded " + service
                + ", is taken by another program; end that program or choose another port with " + variable + ".");
    }

    static boolean isDiskFull(String message) {
        return message.contains("No space left on device")
                || message.contains("not enough space on the disk")
                || message.contains("Disk quota exceeded")
                || message.contains("OS error code 28");
    }
}
