package parley.faults.fault;

import java.util.Set;
import parley.cluster.server.ServerProcess;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;

/** The process that a fault affects. */
public enum Target {
    CHAT_ONE("chat node"),
    CHAT_TWO("chat node"),
    PERSISTER_ONE("persister"),
    PERSISTER_TWO("persister"),
    BROKER("broker"),
    DATABASE("database"),
    FILES("storage of files"),
    SEARCH("search engine");

    static final Set<Target> CHAT_NODES = Set.of(CHAT_ONE, CHAT_TWO);

    private final String role;

    Target(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }

    public ServerProcess process(FaultsCluster cluster) {
        return switch (this) {
            case BROKER -> cluster.broker();
            case DATABASE -> cluster.database();
            case FILES -> cluster.files();
            case SEARCH ->
                cluster.search().engine().orElseThrow(() -> new IllegalStateException("there is no search engine"));
            case CHAT_ONE, CHAT_TWO, PERSISTER_ONE, PERSISTER_TWO ->
                server(cluster).node();
        };
    }

    /** With its proxies; only of chat nodes and persisters. */
    ServerUnderTest server(FaultsCluster cluster) {
        return switch (this) {
            case CHAT_ONE -> cluster.chats().getFirst();
            case CHAT_TWO -> cluster.chats().getLast();
            case PERSISTER_ONE -> cluster.persisters().getFirst();
            case PERSISTER_TWO -> cluster.persisters().getLast();
            case BROKER, DATABASE, FILES, SEARCH -> throw new IllegalArgumentException(this + " has no proxies");
        };
    }
}
