package parley.faults.fault;

import java.util.Set;
import parley.cluster.server.ServerProcess;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;

/** What a fault happens to. */
public enum Target {
    CHAT_ONE("chat node"),
    CHAT_TWO("chat node"),
    PERSISTER_ONE("persister"),
    PERSISTER_TWO("persister"),
    BROKER("broker"),
    DATABASE("database");

    static final Set<Target> CHAT_NODES = Set.of(CHAT_ONE, CHAT_TWO);

    private final String role;

    Target(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }

    public ServerProcess in(FaultsCluster world) {
        return switch (this) {
            case BROKER -> world.broker();
            case DATABASE -> world.database();
            case CHAT_ONE, CHAT_TWO, PERSISTER_ONE, PERSISTER_TWO ->
                station(world).node();
        };
    }

    /** Only of those that are clients of broker and database. */
    ServerUnderTest station(FaultsCluster world) {
        return switch (this) {
            case CHAT_ONE -> world.chats().getFirst();
            case CHAT_TWO -> world.chats().getLast();
            case PERSISTER_ONE -> world.persisters().getFirst();
            case PERSISTER_TWO -> world.persisters().getLast();
            case BROKER, DATABASE -> throw new IllegalArgumentException(this + " is no client");
        };
    }
}
