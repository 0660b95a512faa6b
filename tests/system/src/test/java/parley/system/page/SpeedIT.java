package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.report.Machine;
import parley.cluster.report.Report;
import parley.cluster.report.Table;
import parley.cluster.server.TestPaths;

/**
 * Measures what the page costs, in a long conversation, and writes it to {@code target/page-speed.md}. Only sizes are
 * asserted: times depend on the machine.
 */
@Tag("long")
class SpeedIT extends Browsing {

    private static final int MESSAGES = 2_000;
    private static final int FIRST_SCRIPT = 130_000;
    private static final int STYLES = 15_000;
    private static final int NODES = 2_000;

    /** Notes when the first message is shown, and everything that moves without input. */
    private static final String OBSERVERS = """
            window.shifts = 0;
            new PerformanceObserver((list) => {
              for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value;
            }).observe({ type: 'layout-shift', buffered: true });
            new MutationObserver(() => {
              if (!window.firstMessage && document.querySelector('[data-testid=message]')) window.firstMessage = performance.now();
            }).observe(document, { childList: true, subtree: true });
            """;

    private final List<List<String>> figures = new ArrayList<>();

    @Test
    void the_page_stays_within_its_budget_of_bytes_nodes_and_shifts() throws IOException {
        ada_meets_kim();
        var writer = kim.person(cluster.two());
        var conversation = ada.conversation();
        for (int i = 1; i <= MESSAGES; i++)
            say(writer, cluster.two(), conversation, "message " + i + ", not very long.");
        ada.sees("message " + MESSAGES + ",");
        ada.page.addInitScript(OBSERVERS);
        var network = ada.context.newCDPSession(ada.page);
        network.send("Network.enable");
        network.send("Network.setCacheDisabled", flag("cacheDisabled", true));

        note("first message, cold", "under 1 s", firstMessage());
        assertBytes();
        slow(network, 400, 400_000 / 8);
        note("first message, cold, slow 3G (400 kbit/s, 400 ms)", "under 4 s", firstMessage());
        slow(network, 0, -1);

        ada.messages("message " + MESSAGES + ",").hover();
        for (int i = 0; i < 60; i++) {
            ada.page.mouse().wheel(0, -4_000);
            ada.page.waitForTimeout(100);
        }
        int nodes = number("document.querySelectorAll('*').length").intValue();
        note("DOM nodes, after scrolling up", "under 2,000", String.valueOf(nodes));
        var keys = keys();
        note("a key in the composer, median", "under 16 ms", keys.getFirst());
        note("a key in the composer, slowest of 50", "", keys.getLast());

        ada.page.reload();
        ada.sees("message " + MESSAGES + ",");
        ada.page.evaluate("window.shifts = 0");
        for (int i = 1; i <= 20; i++) say(writer, cluster.two(), conversation, "live " + i + ".");
        ada.sees("live 20.");
        double shifts = number("window.shifts").doubleValue();
        note("layout shift while 20 messages arrive", "0", String.valueOf(shifts));

        var report = new Report("Speed of the page")
                .text("In a conversation of %,d messages; %s.".formatted(MESSAGES, Machine.described()))
                .tables(List.of(new Table("Figures", List.of("what", "budget", "measured"), figures)));
        Files.writeString(TestPaths.made(TestPaths.TARGET).resolve("page-speed.md"), report.markdown());
        assertThat(nodes).isLessThan(NODES);
        assertThat(shifts).isZero();
        assertThat(ada.complaints).isEmpty();
    }

    /** The script and the styles that the first screen needs are compressed, small, and fetched once. */
    private void assertBytes() {
        var html = ada.context.request().get(cluster.one().http("/").toString()).text();
        @SuppressWarnings("unchecked")
        var loaded = (List<Map<String, Object>>) ada.page.evaluate("""
                performance.getEntriesByType('resource').map(({ name, encodedBodySize, decodedBodySize }) =>
                  ({ name: new URL(name).pathname, encoded: encodedBodySize, decoded: decodedBodySize }))""");
        int script = 0;
        int styles = 0;
        int uncompressed = 0;
        for (var each : loaded) {
            var name = each.get("name").toString();
            int encoded = ((Number) each.get("encoded")).intValue();
            if (html.contains(name) && name.endsWith(".js")) script += encoded;
            if (html.contains(name) && name.endsWith(".css")) styles += encoded;
            if (name.matches(".*\\.(js|css)") && encoded >= ((Number) each.get("decoded")).intValue()) uncompressed++;
        }
        note("script of the first screen", "under 130 kB", "%,d bytes".formatted(script));
        note("styles of the first screen", "under 15 kB", "%,d bytes".formatted(styles));
        note("requests until the first message", "", String.valueOf(loaded.size()));
        assertThat(script).isBetween(1, FIRST_SCRIPT);
        assertThat(styles).isBetween(1, STYLES);
        assertThat(uncompressed).isZero();
        assertThat(loaded.stream()
                        .map(each -> each.get("name"))
                        .filter(name -> name.toString().startsWith("/assets")))
                .doesNotHaveDuplicates();
    }

    private String firstMessage() {
        var address = ada.page.url();
        ada.page.navigate("about:blank");
        ada.page.navigate(address);
        ada.page.getByTestId("message").first().waitFor();
        return "%,d ms".formatted(number("window.firstMessage").intValue());
    }

    /** The median and the slowest of the times until the page has reacted to a key and computed its layout. */
    private List<String> keys() {
        @SuppressWarnings("unchecked")
        var times = (List<Number>) ada.page.evaluate("""
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
        return List.of(milliseconds(times.get(times.size() / 2)), milliseconds(times.getLast()));
    }

    private static String milliseconds(Number time) {
        return "%.1f ms".formatted(time.doubleValue());
    }

    private static void slow(CDPSession network, int latency, int bytesPerSecond) {
        var conditions = flag("offline", false);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", bytesPerSecond);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        network.send("Network.emulateNetworkConditions", conditions);
    }

    private static JsonObject flag(String name, boolean value) {
        var json = new JsonObject();
        json.addProperty(name, value);
        return json;
    }

    private Number number(String expression) {
        return (Number) ada.page.evaluate(expression);
    }

    private void note(String what, String budget, String measured) {
        figures.add(List.of(what, budget, measured));
    }
}
