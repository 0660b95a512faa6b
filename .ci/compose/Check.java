import java.util.List;

/** Two users chat through the proxy of compose.yaml while containers go away: Check CERTIFICATE PROJECT. */
public class Check {

    /** What is done to which container, and whether it has to be started again. */
    private record Event(String command, String service, boolean ends) {}

    private static final List<Event> EVENTS = List.of(
            new Event("stop", "chat-1", true),
            new Event("kill", "chat-2", true),
            new Event("kill", "rest-1", true),
            new Event("kill", "persister-1", true),
            new Event("restart", "kafka", false),
            new Event("restart", "mysql", false));

    public static void main(String[] arguments) throws Exception {
        var site = new Site(arguments[0], arguments[1]);
        for (var hidden : List.of("/metrics", "/openapi", "/health/ready"))
            Site.require(site.request("GET", hidden, null, null).status() == 404, hidden + " is not forwarded");
        Site.require(site.request("GET", "/", null, null).status() == 200, "the page is served");

        var ada = new User(site);
        var kim = new User(site);
        var conversation = Site.field(site.request("PUT", "/api/conversations/direct/" + kim.id, ada.token, null).body(), "id");
        ada.connect();
        kim.connect();
        ada.say(conversation, kim, "hello");
        for (var event : EVENTS) {
            var container = site.container(event.service);
            long start = System.nanoTime();
            Site.docker(event.command, container);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            for (var user : List.of(ada, kim)) {
                if (event.command.equals("stop") && user.isClosed())
                    Site.require(user.has("\"bye\"") && user.has("CLOSED 1001"), "a drained node says bye");
                user.connectAgainIfClosed();
            }
            var text = event.command + " " + event.service;
            ada.say(conversation, kim, text);
            var history = "/api/conversations/" + conversation + "/messages";
            Site.await("the history has it", () -> site.request("GET", history, kim.token, null).body().contains(text));
            System.out.println(text + " took " + seconds + " s; chat goes on");
            if (event.ends) Site.docker("start", container);
            Site.await(event.service + " is healthy", () -> Site.docker("inspect", "-f", "{{.State.Health.Status}}", container).equals("healthy"));
        }
        System.out.println(EVENTS.size() + " passed, 0 failed");
        System.exit(0); // sockets are open
    }
}
