package parley.faults.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what came of a run: {@code SEED.html} and {@code SEED.md} for people, {@code SEED.json} for the summary, and
 * the summary of all runs of the folder.
 */
public final class Report {

    private Report() {}

    public static void write(Path folder, RunResult result) {
        try {
            Files.createDirectories(folder);
            var name = Long.toString(result.seed());
            Files.writeString(folder.resolve(name + ".md"), Markdown.of(result));
            Files.writeString(folder.resolve(name + ".html"), Html.of(result));
            Files.writeString(
                    folder.resolve(name + ".json"),
                    SummaryLine.of(result).json().toPrettyString());
            var all = Summary.of(folder);
            Files.writeString(folder.resolve("summary.md"), all.markdown());
            Files.writeString(folder.resolve("summary.html"), all.html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that did not come to its end still says what users got until then. */
    public static void writeUnfinished(Path folder, long seed, During during) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(seed + "-unfinished.md"),
                    "# Run " + seed + ", which did not come to its end\n\n" + during.markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
