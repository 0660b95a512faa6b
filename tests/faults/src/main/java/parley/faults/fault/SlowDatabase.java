package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import parley.cluster.world.Passage;
import parley.faults.world.FaultsWorld;
import parley.faults.world.Station;

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
    public void begin(Scene scene) {
        become(scene.world(), new Passage.SlowServer(eachStatement));
    }

    @Override
    public void heal(Scene scene) {
        become(scene.world(), new Passage.Open());
    }

    private static void become(FaultsWorld world, Passage passage) {
        world.stations().map(Station::toDatabase).forEach(link -> link.become(passage));
    }
}
