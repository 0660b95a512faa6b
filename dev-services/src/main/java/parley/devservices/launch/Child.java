package parley.devservices.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A running child and the addresses of its services. */
record Child(Process process, Addresses addresses) {

    private static final String FAILED = "FAILED ";

    /** Waits until the child is up. Its progress goes to the console directly. */
    static Child started(Launch launch) {
        var process = launch.start();
        return new Child(process, Addresses.parse(firstWord(process)));
    }

    private static String firstWord(Process process) {
        try {
            BufferedReader lines = process.inputReader();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("READY ")) return line;
                if (line.startsWith(FAILED)) throw new IllegalStateException(line.substring(FAILED.length()));
            }
            throw new IllegalStateException("The child JVM of the embedded services ended without saying why;"
                    + " the lines above, and the logs in the data folder, may tell.");
        } catch (IOException e) {
            throw new UncheckedIOException("The child JVM of the embedded broker and database cannot be read.", e);
        }
    }
}
