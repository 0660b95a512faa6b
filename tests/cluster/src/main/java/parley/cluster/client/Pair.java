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

    /**
     * @param adasSockets the node of her socket, and {@code adasNode} that of everything else
     * @param witness a third member, or null for a direct conversation
     */
    private Pair(Node adasNode, Node kimsNode, Node adasSockets, Node kimsSockets, Person witness) {
        this.adasNode = adasNode;
        this.kimsNode = kimsNode;
        ada = Person.register(adasNode, "ada");
        kim = Person.register(kimsNode, "kim");
        conversation =
                witness == null ? ada.direct(adasNode, kim) : ada.group(adasNode, "with a witness", kim, witness);
        adas = Chat.hello(adasSockets, ada);
        kims = Chat.hello(kimsSockets, kim);
    }

    public static Pair on(Node one, Node other) {
        return new Pair(one, other, one, other, null);
    }

    /** Both with their sockets on one node and everything else on another. */
    public static Pair split(Node rest, Node sockets) {
        return new Pair(rest, rest, sockets, sockets, null);
    }

    /** In a group with a third member, who sends nothing. */
    public static Pair of(Node one, Node other, Person witness) {
        return new Pair(one, other, one, other, witness);
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
