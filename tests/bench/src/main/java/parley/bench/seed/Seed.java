package parley.bench.seed;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import parley.bench.world.BenchCluster;
import parley.cluster.client.Api;
import parley.cluster.server.Eventually;
import parley.cluster.server.Rows;

/** Makes users and conversations. A node has to run: it makes the tables and the key, and carries the memberships. */
public final class Seed {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ROWS_AT_ONCE = 1_000;

    private final Rows rows;
    private final TokenMint mint;

    public Seed(BenchCluster world) {
        rows = world.rows();
        // A node makes the key when it is first shown a token.
        if (!Files.exists(world.tokenKey())) new Api(world.chats().getFirst(), "none").get("/api/session");
        mint = new TokenMint(world.tokenKey());
    }

    /** So many new users, in no conversation. */
    public List<BenchUser> people(int count) {
        long first = next("app_user");
        insert(
                "app_user (id, username, display_name, password_hash, created_at)",
                LongStream.range(first, first + count),
                id -> "(%d, '%s', '%s', 'none', UTC_TIMESTAMP(6))".formatted(id, name(id), name(id)));
        return LongStream.range(first, first + count)
                .parallel()
                .mapToObj(id -> new BenchUser(id, name(id), mint.token(id, name(id))))
                .toList();
    }

    private static String name(long id) {
        return "bench" + id;
    }

    /** So many direct conversations, all of new users. */
    public List<BenchConversation> pairs(int count) {
        var people = people(2 * count);
        long first = next("conversation");
        var talks = IntStream.range(0, count)
                .mapToObj(i -> new BenchConversation(first + i, List.of(people.get(2 * i), people.get(2 * i + 1))))
                .toList();
        insert(
                "conversation (id, kind, direct_key, member_count, last_at, created_at)",
                LongStream.range(first, first + count),
                id -> {
                    var members = talks.get((int) (id - first)).members();
                    return "(%d, 'direct', '%d:%d', 2, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                            .formatted(
                                    id,
                                    members.getFirst().id(),
                                    members.getLast().id());
                });
        join(talks, "member");
        return talks;
    }

    /** A group of new users: its owner, who is the first, and so many others. */
    public BenchConversation group(int others) {
        var talk = new BenchConversation(next("conversation"), people(others + 1));
        rows.execute("INSERT INTO conversation (id, kind, title, member_count, last_at, created_at) "
                + "VALUES (%d, 'group', 'bench', %d, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                        .formatted(talk.conversation(), others + 1));
        join(List.of(talk), "owner");
        return talk;
    }

    /** Memberships, and what tells the log of them; the first of each makes the conversation. */
    private void join(List<BenchConversation> talks, String firstRole) {
        var joining = new ArrayList<String>();
        var telling = new ArrayList<String>();
        long millis = System.currentTimeMillis();
        for (var talk : talks) {
            var maker = talk.members().getFirst();
            for (var member : talk.members()) {
                var role = member == maker ? firstRole : "member";
                joining.add("(%d, %d, '%s', 1)".formatted(talk.conversation(), member.id(), role));
                // The cid is unique by the member's number.
                telling.add("(%d, %d, %d, '%s', 1, 0, x'%012x70008000%012x', UTC_TIMESTAMP(6))"
                        .formatted(talk.conversation(), member.id(), maker.id(), role, millis, member.id()));
            }
        }
        insert("membership (conversation_id, user_id, role, version)", joining);
        insert("outbox (conversation_id, user_id, actor_id, role, version, shown, cid, created_at)", telling);
        Eventually.holds(PATIENCE, () -> {
            long waiting = number("SELECT COUNT(*) FROM outbox");
            if (waiting > 0) throw new AssertionError(waiting + " memberships are not in the log yet");
        });
    }

    private long next(String table) {
        return number("SELECT COALESCE(MAX(id), 0) + 1 FROM " + table);
    }

    private long number(String sql) {
        return ((Number) rows.select(sql).getFirst().getFirst()).longValue();
    }

    private void insert(String into, LongStream ids, LongFunction<String> row) {
        insert(into, ids.mapToObj(row).toList());
    }

    private void insert(String into, List<String> values) {
        Stream.iterate(0, from -> from < values.size(), from -> from + ROWS_AT_ONCE)
                .map(from -> values.subList(from, Math.min(values.size(), from + ROWS_AT_ONCE)))
                .forEach(some -> rows.execute("INSERT INTO " + into + " VALUES " + String.join(",", some)));
    }
}
