import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Pairs of users write to each other while a command replaces the containers, and then every acknowledged message has to
 * be there once and in order: Upgrade CERTIFICATE PROJECT COMMAND…
 */
public class Upgrade {

    private static final int PAIRS = 4;
    private static final int BEFORE_AND_AFTER = 500;
    private static final long PAUSE_MILLIS = 50;
    private static final String PARLEY = "/opt/parley/bin/parley";
    private static final Pattern CID = Pattern.compile("\"cid\":\"([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"?(\\d+)");
    private static final Pattern BALANCED = Pattern.compile("\\ball +balanced\\b");

    private static volatile boolean running = true;
    private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();

    /** A user and what was acknowledged, in this order, with the time from the first send to the ok. */
    private record Writer(User user, String conversation, Map<String, Long> acknowledged) {}

    public static void main(String[] arguments) throws Exception {
        var site = new Site(arguments[0], arguments[1]);
        var writers = new ArrayList<Writer>();
        for (int pair = 0; pair < PAIRS; pair++) writers.addAll(pair(site));
        var writing = writers.stream()
                .map(writer -> CompletableFuture.runAsync(() -> write(writer), Thread::startVirtualThread))
                .toList();
        Site.await("messages before", () -> ACKNOWLEDGED.get() > BEFORE_AND_AFTER);
        long began = System.nanoTime();
        int before = ACKNOWLEDGED.get();
        var command = List.of(arguments).subList(2, arguments.length);
        Site.require(new ProcessBuilder(command).inheritIO().start().waitFor() == 0, String.join(" ", command));
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        int after = ACKNOWLEDGED.get();
        Site.await("messages afterwards", () -> ACKNOWLEDGED.get() > after + BEFORE_AND_AFTER);
        running = false;
        writing.forEach(CompletableFuture::join);

        for (var writer : writers) check(site, writer, writers);
        var times = writers.stream().flatMap(writer -> writer.acknowledged.values().stream()).sorted().toList();
        System.out.println("Upgrade in %d s: %d messages acknowledged, of these %d during it; 0 lost, 0 duplicated, 0 reordered"
                .formatted(seconds, times.size(), after - before));
        System.out.println("From the first send to ok: half in %d ms, 99 of 100 in %d ms, all in %d ms"
                .formatted(times.get(times.size() / 2), times.get(times.size() * 99 / 100), times.getLast()));
        System.out.println(ledger(site));
        System.out.println("1 passed, 0 failed");
        System.exit(0); // sockets are open
    }

    private static List<Writer> pair(Site site) {
        var ada = new User(site);
        var kim = new User(site);
        var conversation = Site.field(site.request("PUT", "/api/conversations/direct/" + kim.id, ada.token, null).body(), "id");
        return List.of(new Writer(ada, conversation, new LinkedHashMap<>()), new Writer(kim, conversation, new LinkedHashMap<>()));
    }

    /** As a client does: one message after the other, each with its cid until it is acknowledged. */
    private static void write(Writer writer) {
        writer.user.connect();
        while (running) {
            var cid = User.cid();
            long began = System.nanoTime();
            while (!isAcknowledged(writer.user, writer.conversation, cid)) pause();
            writer.acknowledged.put(cid, (System.nanoTime() - began) / 1_000_000);
            ACKNOWLEDGED.incrementAndGet();
            writer.user.forget();
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

    private static void check(Site site, Writer reader, List<Writer> all) {
        var both = all.stream().filter(writer -> writer.conversation.equals(reader.conversation)).toList();
        int written = both.stream().mapToInt(writer -> writer.acknowledged.size()).sum();
        var history = history(site, reader.user, reader.conversation);
        Site.require(new HashSet<>(history).size() == history.size(), "no message is in the history twice");
        for (var writer : both) {
            var own = history.stream().filter(writer.acknowledged::containsKey).toList();
            Site.require(own.size() == writer.acknowledged.size(), "every acknowledged message is in the history");
            Site.require(own.equals(List.copyOf(writer.acknowledged.keySet())), "the history has them in order");
        }
        Site.require(history.size() == written, "nothing else is in the history");
    }

    /** Every record of the last hour: acknowledged, in the log and in the database. */
    private static String ledger(Site site) {
        var node = site.container("chat-1");
        // Refused while the machine is busy.
        Site.await("an operator", () -> {
            Site.docker(false, "exec", node, PARLEY, "create-operator", "operator");
            return Site.docker(false, "exec", node, PARLEY, "users", "operator").contains("operator");
        });
        var ledger = new String[1];
        Site.await("a balanced ledger", () ->
                BALANCED.matcher(ledger[0] = Site.docker(false, "exec", node, PARLEY, "ledger")).find());
        return ledger[0];
    }

    /** The cids, oldest first. */
    private static List<String> history(Site site, User user, String conversation) {
        var cids = new ArrayList<String>();
        String before = "";
        while (before != null) {
            var path = "/api/conversations/%s/messages?limit=200%s".formatted(conversation, before);
            var page = new Site.Reply[1];
            Site.await(path, () -> (page[0] = site.request("GET", path, user.token, null)).status() == 200);
            cids.addAll(0, CID.matcher(page[0].body()).results().map(found -> found.group(1)).toList());
            var next = NEXT.matcher(page[0].body());
            before = next.find() ? "&before=" + next.group(1) : null;
        }
        return cids;
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
    }
}
