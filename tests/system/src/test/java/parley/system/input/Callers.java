package parley.system.input;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import parley.cluster.client.ForgedToken;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** A caller for each column of the tables. */
final class Callers {

    final Person owner;
    final Person member;
    final Person removed;
    final Person stranger;
    final Person operator;
    final Person target;
    private final TestCluster cluster;
    private final Map<String, Person> signedIn = new HashMap<>();

    Callers(TestCluster cluster) {
        this.cluster = cluster;
        owner = Person.register(cluster.one(), "owner");
        member = Person.register(cluster.one(), "member");
        removed = Person.register(cluster.one(), "removed");
        stranger = Person.register(cluster.one(), "stranger");
        target = Person.register(cluster.one(), "target");
        operator = Operator.of(cluster).person();
    }

    /** A group of owner, member and target, from which one member was removed. */
    long group() {
        long group = owner.group(cluster.one(), "who may", member, removed, target);
        if (owner.at(cluster.one())
                        .delete("/api/conversations/" + group + "/members/" + removed.id())
                        .status()
                != 204) {
            throw new AssertionError("the member cannot be removed");
        }
        return group;
    }

    /** With the same session each time: for calls that end none. */
    Person of(String column) {
        return signedIn.computeIfAbsent(column, this::withNewSession);
    }

    /** Null for nobody. */
    Person withNewSession(String column) {
        return switch (column) {
            case "nobody" -> null;
            case "forged" -> with(member, forged(member.signIn(cluster.one()).token()));
            case "expired" -> with(member, ForgedToken.of(member, Instant.now().minusSeconds(120), cluster.tokenKey()));
            case "signed out" -> signedOut();
            case "not greeted", "member" -> member.signIn(cluster.one());
            case "stranger" -> stranger.signIn(cluster.one());
            case "removed" -> removed.signIn(cluster.one());
            case "owner" -> owner.signIn(cluster.one());
            case "operator" -> operator.signIn(cluster.one());
            default -> throw new IllegalArgumentException(column);
        };
    }

    private Person signedOut() {
        var person = member.signIn(cluster.one());
        if (person.at(cluster.one()).delete("/api/session").status() != 204)
            throw new AssertionError("cannot sign out");
        return person;
    }

    private static Person with(Person person, String token) {
        return new Person(person.id(), person.username(), person.password(), person.displayName(), token);
    }

    /** Changes a character of the signature; not the last one, some bits of which are not significant. */
    private static String forged(String token) {
        int at = token.length() - 4;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }
}
