package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import parley.faults.world.ServerUnderTest;
import parley.cluster.server.ProxyMode;

/** The database's name does not resolve. Only new connections need it, so that those that are there are cut once. */
public record NameLost(Duration lasting) implements Fault {

    @Override
    public String sort() {
        return "name of the database does not resolve";
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
        scene.world().names().forget();
        scene.world().stations().map(ServerUnderTest::toDatabase).forEach(link -> {
            link.become(new ProxyMode.Cut());
            link.become(new ProxyMode.Open());
        });
    }

    @Override
    public void heal(FaultContext scene) {
        scene.world().names().resolve();
    }
}
