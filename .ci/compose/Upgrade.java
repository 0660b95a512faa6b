import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Two users write to each other while a command replaces the containers: Upgrade CERTIFICATE PROJECT COMMAND… */
public class Upgrade {

    private static final long PAUSE_MILLIS = 50;
    private static final Pattern CID = Pattern.compile("\"cid\":\"([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"?(\\d+)");

    private static volatile boolean running = true;

    /** The time from the first send of a message to its ok, by its cid. */
    private static final Map<String, Long> ACKNOWLEDGED = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws Exception {
        var site = new Site(arguments[0], arguments[1]);
        var ada = new User(site);
        var kim = new User(site);
        var conversation = Site.field(site.request("PUT", "/api/conversations/direct/" + kim.id, ada.token, null).body(), "id");
        var writing = List.of(ada, kim).stream()
                .map(user -> CompletableFuture.runAsync(() -> write(user, conversation), Thread::startVirtualThread))
                .toList();
        Site.await("messages before", () -> ACKNOWLEDGED.size() > 200);
        long began = System.nanoTime();
        var command = List.of(arguments).subList(2, arguments.length);
        Site.require(new ProcessBuilder(command).inheritIO().start().waitFor() == 0, String.join(" ", command));
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        int during = ACKNOWLEDGED.size();
        Site.await("messages afterwards", () -> ACKNOWLEDGED.size() > during + 200);
        running = false;
        writing.forEach(CompletableFuture::join);

        for (var user : List.of(ada, kim)) {
            Site.await("every acknowledged message in the history", () -> history(site, user, conversation).containsAll(ACKNOWLEDGED.keySet()));
            var history = history(site, user, conversation);
            var once = new HashSet<>(history);
            Site.require(once.size() == history.size(), "no message is in the history twice");
            Site.require(once.size() == ACKNOWLEDGED.size(), "nothing else is in the history");
        }
        long worst = ACKNOWLEDGED.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        System.out.println("Upgrade in %d s: %d messages acknowledged, 0 lost, 0 duplicated; the longest took %d ms"
                .formatted(seconds, ACKNOWLEDGED.size(), worst));
        System.out.println("1 passed, 0 failed");
        System.exit(0); // sockets are open
    }

    /** As a client does: one message after the other, each with its cid until it is acknowledged. */
    private static void write(User user, String conversation) {
        user.connect();
        while (running) {
            var cid = User.cid();
            long began = System.nanoTime();
            while (!isAcknowledged(user, conversation, cid)) pause();
            ACKNOWLEDGED.put(cid, (System.nanoTime() - began) / 1_000_000);
            user.forget();
            pause();
        }
    }

    private static boolean isAcknowledged(User user, String conversation, String cid) {
        try {
            user.connectAgainIfClosed();
            return user.send(conversation, cid, "written meanwhile", "").contains("\"ok\"");
        } catch (RuntimeException refused) {
            // The proxy or a node closed the connection.
            return false;
        }
    }

    private static List<String> history(Site site, User user, String conversation) {
        var cids = new ArrayList<String>();
        String before = "";
        while (before != null) {
            var page = site.request("GET", "/api/conversations/%s/messages?limit=200%s".formatted(conversation, before), user.token, null);
            Site.require(page.status() == 200, "the history: " + page.status() + " " + page.body());
            CID.matcher(page.body()).results().forEach(found -> cids.add(found.group(1)));
            var next = NEXT.matcher(page.body());
            before = next.find() ? "&before=" + next.group(1) : null;
        }
        return cids;
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
    }
}
