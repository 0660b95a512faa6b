package parley.st.client;

import parley.st.world.Node;

/** Two who talk with each other, each on a node of its own. */
public final class Pair implements AutoCloseable {

    public final Person ada;
    public final Person kim;
    public final long conversation;
    public final Node adasNode;
    public final Node kimsNode;
    public final Chat adas;
    public final Chat kims;

    private Pair(Node adasNode, Node kimsNode) {
        this.adasNode = adasNode;
        this.kimsNode = kimsNode;
        ada = Person.register(adasNode, "ada");
        kim = Person.register(kimsNode, "kim");
        conversation = ada.direct(adasNode, kim);
        adas = Chat.hello(adasNode, ada);
        kims = Chat.hello(kimsNode, kim);
    }

    public static Pair on(Node one, Node other) {
        return new Pair(one, other);
    }

    @Override
    public void close() {
        adas.close();
        kims.close();
    }
}
