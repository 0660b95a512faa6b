package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import parley.cluster.world.Passage;
import parley.faults.world.Station;

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
    public void begin(Scene scene) {
        scene.world().names().forget();
        scene.world().stations().map(Station::toDatabase).forEach(link -> {
            link.become(new Passage.Cut());
            link.become(new Passage.Open());
        });
    }

    @Override
    public void heal(Scene scene) {
        scene.world().names().resolve();
    }
}
