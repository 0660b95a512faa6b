package parley.devservices.services;

import java.io.PrintStream;

/** Output of the child: one machine-readable line on standard output, progress on standard error. */
final class Console {

    private final PrintStream machines;
    private final PrintStream people;

    Console(PrintStream machines, PrintStream people) {
        this.machines = machines;
        this.people = people;
    }

    void progress(String line) {
        people.println("[embedded] " + line);
    }

    void ready(Addresses addresses) {
        machines.println("READY " + addresses);
        machines.flush();
    }

    void failed(String sentence) {
        machines.println("FAILED "
                + sentence.lines()
                        .map(String::strip)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
        machines.flush();
    }
}
