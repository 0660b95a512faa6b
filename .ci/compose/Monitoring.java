import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The profile monitoring of compose.yaml: Prometheus reads all nodes, evaluates all rules, and has an alert for a node that
 * is killed, which Alertmanager gets; the collector gets the spans of messages. Monitoring CERTIFICATE PROJECT, after users have written.
 */
public class Monitoring {

    private static final String PROMETHEUS = "http://127.0.0.1:9091/api/v1/";
    private static final String ALERTMANAGER = "http://127.0.0.1:9093/api/v2/";
    private static final List<String> NODES = List.of("chat-1:9080", "chat-2:9080", "rest-1:9080", "persister-1:9080");
    private static final List<String> SPANS =
            List.of("chat-1 send", "chat-1 publish", "chat-1 deliver", "rest-1 deliver", "persister-1 store", "persister-1 commit");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        var site = new Site(arguments[0], arguments[1]);
        for (var node : NODES) Site.await(node + " is scraped", () -> is("up{instance=\"" + node + "\"} == 1"));
        Site.await("sends are counted", () -> is("sum(parley_sends_total{outcome=\"ok\"}) > 0"));
        Site.await("every rule is evaluated", () -> !rules().isEmpty() && !rules().contains("unknown"));
        Site.require(rules().stream().allMatch("ok"::equals), "all rules are evaluated without an error: " + rules());

        // Waits for accounts.
        var create = "cd /tmp && /opt/parley/bin/parley probe --create --accounts accounts >&2 && cat accounts && rm accounts";
        var accounts = Site.docker("exec", site.container("chat-1"), "sh", "-c", create);
        Files.writeString(Path.of(arguments[0]).resolveSibling("probe-accounts"), accounts);
        Site.await("the probe succeeds", () -> is("parley_probe_success == 1"));

        var rest = site.container("rest-1");
        Site.docker("kill", rest);
        Site.await("an alert for the killed node", () -> is("ALERTS{alertname=\"ParleyProcessDown\",alertstate=\"firing\",instance=\"rest-1:9080\"}"));
        Site.await("Alertmanager has it", () -> get(ALERTMANAGER + "alerts?filter=alertname=ParleyProcessDown").contains("\"rest-1:9080\""));
        Site.docker("start", rest);
        Site.await("no alert any more", () -> !is("ALERTS{alertname=\"ParleyProcessDown\"}"));

        var collector = site.container("collector");
        for (var span : spansOf(site))
            Site.await("the collector has " + span, () -> Site.docker("logs", collector).lines().anyMatch(span::equals));
        System.out.println("monitoring: %d processes, %d rules without an error, one alert, spans: %s"
                .formatted(NODES.size(), rules().size(), String.join(", ", Site.docker("logs", collector).lines().sorted().toList())));
        System.out.println("1 passed, 0 failed");
    }

    /** Users who were connected to one chat node only sent through it. */
    private static List<String> spansOf(Site site) {
        var logs = Site.docker("logs", site.container("collector"));
        var sender = logs.lines().anyMatch("chat-1 send"::equals) ? "chat-1" : "chat-2";
        return SPANS.stream().map(span -> span.startsWith("chat-1 ") ? span.replace("chat-1", sender) : span).toList();
    }

    /** Whether the expression has a series now. */
    private static boolean is(String expression) {
        return get(PROMETHEUS + "query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).contains("\"metric\"");
    }

    /** The health of each rule. */
    private static List<String> rules() {
        return Pattern.compile("\"health\":\"(\\w+)\"").matcher(get(PROMETHEUS + "rules")).results().map(found -> found.group(1)).toList();
    }

    private static String get(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
        } catch (java.io.IOException starting) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
