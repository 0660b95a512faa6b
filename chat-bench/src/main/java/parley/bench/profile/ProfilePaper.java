package parley.bench.profile;

import java.util.Locale;

/** A profile as Markdown. */
final class ProfilePaper {

    private static final int LINES = 15;

    private final StringBuilder text = new StringBuilder();
    private final long messages;

    private ProfilePaper(long messages) {
        this.messages = messages;
    }

    static String of(String process, String load, long messages, Profile profile) {
        var paper = new ProfilePaper(messages);
        paper.text.append(String.format(Locale.ROOT, "# %s: %s, %,d messages%n%n", process, load, messages));
        paper.text.append("Shares of %,d samples, and of all bytes that were allocated.%n".formatted(profile.cpu.methods.all()));
        paper.cpu("CPU time: for what", profile.cpu.purposes);
        paper.cpu("CPU time: in whose code (the first frame outside of the JDK)", profile.cpu.libraries);
        paper.cpu("CPU time: methods", profile.cpu.methods);
        paper.allocation("Allocation: for what", profile.allocation.purposes);
        paper.allocation("Allocation: in whose code (the first frame outside of the JDK)", profile.allocation.libraries);
        paper.allocation("Allocation: the methods that allocate, or call the JDK that does", profile.allocation.methods);
        paper.allocation("Allocation: classes", profile.allocation.classes);
        return paper.text.toString();
    }

    private void cpu(String title, Tally tally) {
        text.append("\n## ").append(title).append("\n\n| | % |\n|---|---:|\n");
        tally.top(LINES).forEach(share -> text.append(String.format(Locale.ROOT, "| %s | %.1f |%n", share.name(), share.percent())));
    }

    private void allocation(String title, Tally tally) {
        text.append("\n## ").append(title).append("\n\n| | % | bytes / message |\n|---|---:|---:|\n");
        tally.top(LINES).forEach(share -> text.append(String.format(
                Locale.ROOT, "| %s | %.1f | %,d |%n", share.name(), share.percent(), Math.round((double) share.amount() / messages))));
    }
}
