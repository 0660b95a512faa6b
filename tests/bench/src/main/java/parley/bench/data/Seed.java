package parley.bench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import parley.bench.world.BenchCluster;
import parley.cluster.client.Api;
import parley.cluster.client.ForgedToken;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Rows;

/**
 * Inserts users and conversations with SQL, and signs tokens with the installation's key, so that no password is hashed. A
 * membership also has a row in the outbox: the product's relay writes it to the log, which the nodes read. Needs a running
 * node, which creates tables and key.
 */
public final class Seed {

    private static final Duration RELAY_TIMEOUT = Duration.ofSeconds(120);
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);
    private static final int ROWS_PER_INSERT = 1_000;

    private final Rows rows;
    private final Path tokenKey;

    public Seed(BenchCluster cluster) {
        rows = cluster.rows();
        tokenKey = cluster.tokenKey();
        // A node creates the key when it is first shown a token.
        if (!Files.exists(tokenKey)) new Api(cluster.chats().getFirst(), "none").get("/api/session");
    }

    /** New users without conversations. */
    public List<BenchUser> users(int count) {
        long first = nextId("app_user");
        insert(
                "app_user (id, username, display_name, password_hash, created_at)",
                LongStream.range(first, first + count),
                id -> "(%d, 'bench%1$d', 'bench%1$d', 'none', UTC_TIMESTAMP(6))".formatted(id));
        var expires = Instant.now().plus(TOKEN_LIFETIME);
        return LongStream.range(first, first + count)
                .parallel()
                .mapToObj(id -> {
                    var person = new Person(id, "bench" + id, null, "bench" + id, null);
                    return new BenchUser(id, ForgedToken.of(person, expires, tokenKey));
                })
                .toList();
    }

    /** New direct conversations of new users. */
    public List<BenchConversation> pairs(int count) {
        var users = users(2 * count);
        long first = nextId("conversation");
        var pairs = LongStream.range(0, count)
                .mapToObj(i -> new BenchConversation(first + i, users.subList(2 * (int) i, 2 * (int) i + 2)))
                .toList();
        insert(
                "conversation (id, kind, direct_key, member_count, last_at, created_at)",
                pairs.stream()
                        .map(pair -> "(%d, 'direct', '%d:%d', 2, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                                .formatted(
                                        pair.id(),
                                        pair.members().getFirst().id(),
                                        pair.members().getLast().id()))
                        .toList());
        insertMemberships(pairs, "member");
        return pairs;
    }

    /** A new group of new users; the first is its owner. */
    public BenchConversation group(int others) {
        var group = new BenchConversation(nextId("conversation"), users(others + 1));
        insert(
                "conversation (id, kind, title, member_count, last_at, created_at)",
                List.of("(%d, 'group', 'bench', %d, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                        .formatted(group.id(), others + 1)));
        insertMemberships(List.of(group), "owner");
        return group;
    }

    private void insertMemberships(List<BenchConversation> conversations, String firstRole) {
        var memberships = new ArrayList<String>();
        var outbox = new ArrayList<String>();
        long millis = System.currentTimeMillis();
        for (var conversation : conversations) {
            long creator = conversation.members().getFirst().id();
            for (var member : conversation.members()) {
                var role = member.id() == creator ? firstRole : "member";
                memberships.add("(%d, %d, '%s', 1)".formatted(conversation.id(), member.id(), role));
                // The member's id makes the cid unique.
                outbox.add("(%d, %d, %d, '%s', 1, 0, x'%012x70008000%012x', UTC_TIMESTAMP(6))"
                        .formatted(conversation.id(), member.id(), creator, role, millis, member.id()));
            }
        }
        insert("membership (conversation_id, user_id, role, version)", memberships);
        insert("outbox (conversation_id, user_id, actor_id, role, version, shown, cid, created_at)", outbox);
        Eventually.holds(RELAY_TIMEOUT, () -> {
            long waiting = number("SELECT COUNT(*) FROM outbox");
            if (waiting > 0) throw new AssertionError(waiting + " memberships are not in the log yet");
        });
    }

    public long nextId(String table) {
        return number("SELECT COALESCE(MAX(id), 0) + 1 FROM " + table);
    }

    private long number(String sql) {
        return ((Number) rows.select(sql).getFirst().getFirst()).longValue();
    }

    public void insert(String into, LongStream ids, LongFunction<String> row) {
        insert(into, ids.mapToObj(row).toList());
    }

    /** @param values one row each, in parentheses */
    public void insert(String into, List<String> values) {
        for (int from = 0; from < values.size(); from += ROWS_PER_INSERT) {
            var some = values.subList(from, Math.min(values.size(), from + ROWS_PER_INSERT));
            rows.execute("INSERT INTO " + into + " VALUES " + String.join(",", some));
        }
    }
}
