package parley.system.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.cluster.report.Machine;
import parley.cluster.report.Report;
import parley.cluster.report.Table;
import parley.cluster.server.TestPaths;

/** What a page costs: measures it in the browser, and collects the figures for a report. */
final class PageCost {

    /** Notes when the first message is shown, and everything that moves without input. */
    static final String OBSERVERS = """
            window.shifts = 0;
            window.shifted = [];
            new PerformanceObserver((list) => {
              for (const shift of list.getEntries()) {
                if (shift.hadRecentInput) continue;
                window.shifts += shift.value;
                window.shifted.push(...shift.sources.map(({ node }) => node?.className || node?.nodeName));
              }
            }).observe({ type: 'layout-shift', buffered: true });
            new MutationObserver(() => {
              if (!window.firstMessage && document.querySelector('[data-testid=message]')) window.firstMessage = performance.now();
            }).observe(document, { childList: true, subtree: true });
            """;

    private final Page page;
    private final List<List<String>> figures = new ArrayList<>();

    PageCost(Page page) {
        this.page = page;
    }

    void note(String what, String budget, String measured) {
        figures.add(List.of(what, budget, measured));
    }

    /**
     * Opens the page three times as if for the first time, and notes when the first message is shown: what else runs on
     * the machine makes it later. Needs the observers.
     */
    void noteFirstMessage(String what, String budget) {
        var address = page.url();
        var network = page.context().newCDPSession(page);
        var times = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            page.navigate("about:blank");
            network.send("Network.clearBrowserCache");
            page.navigate(address);
            page.getByTestId("message").first().waitFor();
            times.add(number("window.firstMessage").intValue());
        }
        Collections.sort(times);
        note(what, budget, "%,d, %,d, %,d ms".formatted(times.toArray()));
    }

    /** Notes the times until the page has reacted to a key in the composer and computed its layout. */
    void noteKeys(String where) {
        @SuppressWarnings("unchecked")
        var times = (List<Number>) page.evaluate("""
                () => {
                  const field = document.getElementById('message');
                  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
                  const times = [];
                  for (let i = 1; i <= 50; i++) {
                    const start = performance.now();
                    set.call(field, 'x'.repeat(i));
                    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'x', inputType: 'insertText' }));
                    void document.body.offsetHeight;
                    times.push(performance.now() - start);
                  }
                  set.call(field, '');
                  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                  return times.sort((a, b) => a - b);
                }""");
        note(
                "a key in the composer, " + where,
                "under 16 ms",
                "median %s, slowest of 50 %s"
                        .formatted(milliseconds(times.get(times.size() / 2)), milliseconds(times.getLast())));
    }

    int nodes() {
        return number("document.querySelectorAll('*').length").intValue();
    }

    Number number(String expression) {
        return (Number) page.evaluate(expression);
    }

    static String milliseconds(Number time) {
        return "%.1f ms".formatted(time.doubleValue());
    }

    /** Writes the report to {@code target}. */
    void write(String file, String title, String text) throws IOException {
        var report = new Report(title)
                .text("%s; %s.".formatted(text, Machine.described()))
                .tables(List.of(new Table("Figures", List.of("what", "budget", "measured"), figures)));
        Files.writeString(TestPaths.made(TestPaths.TARGET).resolve(file), report.markdown());
    }
}
