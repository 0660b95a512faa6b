package parley.devservices.console;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the output of Maven and the server into progress, warnings and errors. A line that repeats the one before is dropped. */
final class OutputFilter {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (\\S+) \\S+\\s+\\[(\\d+)/(\\d+)]");
    private static final Pattern RELOADED = Pattern.compile(".*CWWKZ0003I: .* updated in ([\\d.]+) seconds.*");
    private static final Pattern REFUSAL = Pattern.compile(".*Parley cannot start: (.*)");
    private static final Pattern PROBLEM = Pattern.compile("(?:\\[INFO] )?\\[(?:WARNING|ERROR)\\s*] .*\\S.*");
    /** Warnings without a remedy, and the part of Maven's epilogue that advises about Maven. */
    private static final Pattern NOISE = Pattern.compile(".*(?:is internal proprietary API"
            + "|production-\\$\\{env\\.PARLEY_PRODUCTION}\\.xml|\\[Help 1]|Re-run Maven|To see the full stack trace"
            + "|For more information about the errors|After correcting the problems|mvn <args> -rf).*");

    private static final int DOWNLOADS_A_LINE = 100;

    private int downloads;
    private String last = "";

    Optional<String> shown(String line) {
        var shown = text(line).filter(text -> !text.equals(last));
        shown.ifPresent(text -> last = text);
        return shown;
    }

    private Optional<String> text(String line) {
        if (NOISE.matcher(line).matches()) return Optional.empty();
        if (line.contains("Downloaded from")) return downloaded();
        var module = MODULE.matcher(line);
        if (module.find())
            return Optional.of("Building " + module.group(1) + " (" + module.group(2) + " of " + module.group(3) + ")");
        var reloaded = RELOADED.matcher(line);
        if (reloaded.matches()) return Optional.of("Reloaded in " + reloaded.group(1) + " s");
        int progress = line.indexOf("[embedded] ");
        if (progress >= 0) return Optional.of(line.substring(progress + "[embedded] ".length()));
        if (line.contains("Invoke command is") && line.contains(", run,")) return Optional.of("Starting the server");
        return PROBLEM.matcher(line).matches() ? Optional.of(line) : Optional.empty();
    }

    private Optional<String> downloaded() {
        return ++downloads % DOWNLOADS_A_LINE == 1
                ? Optional.of("Downloading libraries (" + downloads + " files so far)")
                : Optional.empty();
    }

    /** The sentence that says why a service did not start. */
    static Optional<String> refusal(String line) {
        return Optional.of(REFUSAL.matcher(line)).filter(Matcher::matches).map(found -> found.group(1));
    }
}
