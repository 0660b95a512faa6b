import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An operator uses the command line in containers, and two users chat through the proxy of compose.yaml while containers
 * go away: Check CERTIFICATE PROJECT [COMMAND:SERVICE…].
 * With commands and services, only these, and chat goes on without them, and files when their storage is back.
 */
public class Check {

    /** How a container comes back. */
    private enum Back {
        /** With the command. */
        ITSELF,
        /** After it was seen that chat goes on without it. */
        LATER,
        /** Before, because chat waits for it. */
        FIRST
    }

    private record Event(String command, String service, Back back) {}

    private static final List<Event> EVENTS = List.of(
            new Event("stop", "chat-1", Back.LATER),
            new Event("kill", "chat-1", Back.LATER),
            new Event("kill", "chat-2", Back.LATER),
            new Event("restart", "chat-2", Back.ITSELF),
            new Event("kill", "rest-1", Back.LATER),
            new Event("kill", "persister-1", Back.LATER),
            new Event("restart", "mysql", Back.ITSELF),
            new Event("kill", "mysql", Back.LATER),
            new Event("restart", "kafka", Back.ITSELF),
            new Event("kill", "kafka", Back.FIRST),
            new Event("kill", "proxy", Back.FIRST));

    private static List<Event> events(List<String> wanted) {
        return wanted.isEmpty()
                ? EVENTS
                : wanted.stream()
                        .map(each -> each.split(":"))
                        // Without their storage, files wait.
                        .map(each -> new Event(each[0], each[1], each[0].equals("kill") && each[1].equals("s3") ? Back.FIRST : Back.LATER))
                        .toList();
    }

    private static void awaitHealth(Site site, String service) {
        var container = site.container(service);
        Site.await(service + " is healthy", () -> Site.docker("inspect", "-f", "{{.State.Health.Status}}", container).equals("healthy"));
    }

    private static final String CONTENT = "contents of a file";

    public static void main(String[] arguments) throws Exception {
        var site = new Site(arguments[0], arguments[1]);
        for (var hidden : List.of("/metrics", "/openapi", "/health/ready"))
            Site.require(site.request("GET", hidden, null, null).status() == 404, hidden + " is not forwarded");
        Site.require(site.request("GET", "/", null, null).status() == 200, "the page is served");

        var parley = "/opt/parley/bin/parley";
        Site.await("an operator is created in one container and lists users in another one", () -> {
            // Refused while the machine is busy.
            Site.docker(false, "exec", site.container("chat-1"), parley, "create-operator", "operator");
            return Site.docker(false, "exec", site.container("rest-1"), parley, "users").contains("operator");
        });

        Site.docker("exec", site.container("chat-1"), parley, "config", "check");

        var ada = new User(site);
        var kim = new User(site);
        var conversation = Site.field(site.request("PUT", "/api/conversations/direct/" + kim.id, ada.token, null).body(), "id");
        ada.connect();
        kim.connect();
        var file = site.upload("notes.txt", CONTENT.getBytes(), ada.token);
        ada.say(conversation, kim, "hello", file);
        BooleanSupplier isFound = () -> site.request("GET", "/api/search?q=hello", kim.token, null).body().contains("\"hello\"");
        Site.await("the search finds it", isFound);
        var events = events(List.of(arguments).subList(2, arguments.length));
        for (var event : events) {
            var container = site.container(event.service);
            long start = System.nanoTime();
            Site.docker(event.command, container);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            if (event.back == Back.FIRST) Site.docker("start", container);
            // A socket whose node is dead is closed by the proxy, at once but not in the same moment.
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
            for (var user : List.of(ada, kim)) {
                if (event.command.equals("stop") && user.isClosed())
                    Site.require(user.has("\"bye\"") && user.has("CLOSED 1001"), "a drained node says bye");
                user.connectAgainIfClosed();
            }
            var text = event.command + " " + event.service;
            long said = System.nanoTime();
            ada.say(conversation, kim, text);
            long millis = (System.nanoTime() - said) / 1_000_000;
            var history = "/api/conversations/" + conversation + "/messages";
            Site.await("the history has it", () -> site.request("GET", history, kim.token, null).body().contains(text));
            Site.await("the file is read", () -> site.request("GET", "/api/files/" + file, kim.token, null).body().equals(CONTENT));
            System.out.println(text + " took " + seconds + " s; the next message was there after " + millis + " ms");
            if (event.back == Back.LATER) Site.docker("start", container);
            if (!List.of("proxy", "s3", "opensearch").contains(event.service)) awaitHealth(site, event.service); // without a check
            Site.await("the search still finds the first message", isFound);
        }
        for (var node : List.of("chat-1", "chat-2", "rest-1", "persister-1")) awaitHealth(site, node);
        System.out.println(events.size() + " passed, 0 failed");
        System.exit(0); // sockets are open
    }
}
