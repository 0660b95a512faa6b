package parley.bench.profile;

import java.util.Locale;

/** A profile as Markdown. */
final class ProfileText {

    private static final int LINES = 15;

    private final StringBuilder text = new StringBuilder();
    private final double bytesPerMessage;

    private ProfileText(long messages, Recording.Used used) {
        this.bytesPerMessage = (double) used.allocatedBytes() / messages;
    }

    static String of(String process, String load, long messages, Recording.Used used, Profile profile) {
        var paper = new ProfileText(messages, used);
        paper.text.append(String.format(
                Locale.ROOT,
                """
                # %s: %s, %,d messages

                %.1f s of CPU time, %,.0f bytes allocated for a message. Shares of %,d CPU samples (%,d more had no stack); what \
                the virtual machine does for itself (compilers, collectors) is in none of them.
                """,
                process,
                load,
                messages,
                used.cpuSeconds(),
                paper.bytesPerMessage,
                profile.cpu.methods.all(),
                profile.stackless()));
        paper.cpu("CPU time: for what", profile.cpu.purposes);
        paper.cpu("CPU time: in whose code (the first frame outside of the JDK)", profile.cpu.libraries);
        paper.cpu("CPU time: methods", profile.cpu.methods);
        paper.allocation("Allocation: for what", profile.allocation.purposes);
        paper.allocation(
                "Allocation: in whose code (the first frame outside of the JDK)", profile.allocation.libraries);
        paper.allocation(
                "Allocation: the methods that allocate, or call the JDK that does", profile.allocation.methods);
        paper.allocation("Allocation: classes", profile.allocation.classes);
        return paper.text.toString();
    }

    private void cpu(String title, Tally tally) {
        text.append("\n## ").append(title).append("\n\n| | % |\n|---|---:|\n");
        tally.top(LINES)
                .forEach(share ->
                        text.append(String.format(Locale.ROOT, "| %s | %.1f |%n", share.name(), share.percent())));
    }

    private void allocation(String title, Tally tally) {
        text.append("\n## ").append(title).append("\n\n| | % | bytes / message |\n|---|---:|---:|\n");
        tally.top(LINES)
                .forEach(share -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %,d |%n",
                        share.name(),
                        share.percent(),
                        Math.round(share.percent() / 100 * bytesPerMessage))));
    }
}
