package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** A user who may read the ledger and issue commands. */
public record Operator(Person person) {

    public static Operator of(TestCluster cluster) {
        var operator = new Person(0, TestCluster.OPERATOR, TestCluster.OPERATOR_PASSWORD, TestCluster.OPERATOR, null);
        // The nodes make the account as soon as they know database and log.
        return new Operator(Eventually.yields(Duration.ofSeconds(60), () -> operator.signIn(cluster.one())));
    }

    /** @param query with its question mark, or empty */
    public JsonNode ledger(Node node, String query) {
        return person.at(node).get("/api/admin/ledger" + query).as(200);
    }

    /** Issues a command and waits for its result. */
    public JsonNode command(Node node, Object... fields) {
        long id = person.at(node)
                .post("/api/admin/commands", Json.of(fields))
                .as(202)
                .path("id")
                .asLong();
        return Eventually.yields(Duration.ofSeconds(120), () -> {
            for (var command :
                    person.at(node).get("/api/admin/commands").as(200).path("items")) {
                if (command.path("id").asLong() == id && command.has("result")) return command;
            }
            throw new AssertionError("command " + id + " has no result");
        });
    }
}
