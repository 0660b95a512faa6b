package parley.system.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    private PageCost cost;

    @Test
    void the_page_stays_within_its_budget_of_bytes_nodes_and_shifts() throws IOException {
        ada_meets_kim();
        cost = new PageCost(ada.page);
        var writer = kim.person(cluster.two());
        var conversation = ada.conversation();
        for (int i = 1; i <= MESSAGES; i++)
            say(writer, cluster.two(), conversation, "message " + i + ", not very long.");
        ada.sees("message " + MESSAGES + ",");
        ada.page.addInitScript(PageCost.OBSERVERS);
        var network = ada.context.newCDPSession(ada.page);
        network.send("Network.enable");

        cost.noteFirstMessage("first message, cold", "under 1 s");
        assertBytes();
        slow(network, 400, 400_000 / 8);
        cost.noteFirstMessage("first message, cold, slow 3G (400 kbit/s, 400 ms)", "under 4 s");
        slow(network, 0, -1);

        ada.messages("message " + MESSAGES + ",").hover();
        for (int i = 0; i < 60; i++) {
            ada.page.mouse().wheel(0, -4_000);
            ada.page.waitForTimeout(100);
        }
        int nodes = cost.nodes();
        cost.note("DOM nodes, after scrolling up", "under 2,000", String.valueOf(nodes));
        cost.noteKeys("after scrolling up");

        // The page keeps the place of the reader.
        ada.page.reload();
        ada.button("Jump to latest").click();
        ada.sees("message " + MESSAGES + ",");
        ada.page.evaluate("window.shifts = 0, window.shifted = []");
        for (int i = 1; i <= 20; i++) say(writer, cluster.two(), conversation, "live " + i + ".");
        ada.sees("live 20.");
        double shifts = cost.number("window.shifts").doubleValue();
        cost.note("layout shift while 20 messages arrive", "0", String.valueOf(shifts));

        cost.write("page-speed.md", "Speed of the page", "In a conversation of %,d messages".formatted(MESSAGES));
        assertThat(nodes).isLessThan(NODES);
        assertThat(shifts)
                .as("shifted: %s", ada.page.evaluate("window.shifted"))
                .isZero();
        assertThat(ada.complaints).isEmpty();
    }

    /** The script and the styles that the first screen needs are compressed, small, and fetched once. */
    private void assertBytes() {
        var html = ada.context.request().get(cluster.one().http("/").toString()).text();
        @SuppressWarnings("unchecked")
        var loaded = (List<Map<String, Object>>) ada.page.evaluate("""
                performance.getEntriesByType('resource')
                  // Files of parts are fetched, and then imported from the cache of the browser.
                  .filter(({ startTime, transferSize }) => startTime < window.firstMessage && transferSize > 0)
                  .map(({ name, encodedBodySize, decodedBodySize }) =>
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
        cost.note("script of the first screen", "under 130 kB", "%,d bytes".formatted(script));
        cost.note("styles of the first screen", "under 15 kB", "%,d bytes".formatted(styles));
        var names = loaded.stream().map(each -> each.get("name").toString()).toList();
        cost.note(
                "requests until the first message",
                "",
                "%d, of which %d scripts and %d to the API"
                        .formatted(
                                names.size(),
                                names.stream()
                                        .filter(name -> name.endsWith(".js"))
                                        .count(),
                                names.stream()
                                        .filter(name -> name.startsWith("/api/"))
                                        .count()));
        assertThat(script).isBetween(1, FIRST_SCRIPT);
        assertThat(styles).isBetween(1, STYLES);
        assertThat(uncompressed).isZero();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static void slow(CDPSession network, int latency, int bytesPerSecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", bytesPerSecond);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        network.send("Network.emulateNetworkConditions", conditions);
    }
}
