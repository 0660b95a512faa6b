package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;
import parley.cluster.server.ProxyMode;

/** A database that is there and takes seconds for each statement of any client. */
public record SlowDatabase(Duration eachStatement, Duration lasting) implements Fault {

    @Override
    public String sort() {
        return "database slow";
    }

    @Override
    public Set<Target> touches() {
        var all = EnumSet.allOf(Target.class);
        all.remove(Target.BROKER);
        return all;
    }

    @Override
    public Set<Target> withoutDatabase() {
        return Target.CHAT_NODES;
    }

    @Override
    public void begin(FaultContext scene) {
        become(scene.world(), new ProxyMode.SlowServer(eachStatement));
    }

    @Override
    public void heal(FaultContext scene) {
        become(scene.world(), new ProxyMode.Open());
    }

    private static void become(FaultsCluster world, ProxyMode passage) {
        world.stations().map(ServerUnderTest::toDatabase).forEach(link -> link.become(passage));
    }
}
