package parley.cluster.client;

import parley.cluster.server.Node;

/** Two users with a common conversation, each connected to a node. */
public final class Pair implements AutoCloseable {

    public final Person ada;
    public final Person kim;
    public final long conversation;
    public final Node adasNode;
    public final Node kimsNode;
    public final Chat adas;
    public final Chat kims;

    /** @param witness a third member, or null for a direct conversation */
    private Pair(Node adasNode, Node kimsNode, Person witness) {
        this.adasNode = adasNode;
        this.kimsNode = kimsNode;
        ada = Person.register(adasNode, "ada");
        kim = Person.register(kimsNode, "kim");
        conversation =
                witness == null ? ada.direct(adasNode, kim) : ada.group(adasNode, "with a witness", kim, witness);
        adas = Chat.hello(adasNode, ada);
        kims = Chat.hello(kimsNode, kim);
    }

    public static Pair on(Node one, Node other) {
        return new Pair(one, other, null);
    }

    /** In a group with a third member, who sends nothing. */
    public static Pair of(Node one, Node other, Person witness) {
        return new Pair(one, other, witness);
    }

    /** Ada sends a message; returns its position. */
    public long adaSays(String body) {
        return adas.say(conversation, body).path("pos").asLong();
    }

    /** Kim sends a message; returns its position. */
    public long kimSays(String body) {
        return kims.say(conversation, body).path("pos").asLong();
    }

    @Override
    public void close() {
        adas.close();
        kims.close();
    }
}
