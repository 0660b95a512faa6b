package parley.cluster.client;

import parley.cluster.server.Node;

/** Two who talk with each other, each on a node of its own. */
public final class Pair implements AutoCloseable {

    public final Person ada;
    public final Person kim;
    public final long conversation;
    public final Node adasNode;
    public final Node kimsNode;
    public final Chat adas;
    public final Chat kims;

    /** @param witness who is in the conversation, too, or null */
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

    /** In a group with somebody else, who says nothing. */
    public static Pair of(Node one, Node other, Person witness) {
        return new Pair(one, other, witness);
    }

    @Override
    public void close() {
        adas.close();
        kims.close();
    }
}
