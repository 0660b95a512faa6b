package parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import parley.cluster.client.Person;

/** A person with devices, and what they said lately. */
final class SimulatedUser {

    private static final int REMEMBERED = 16;

    private final Person person;
    private final List<Device> devices = new ArrayList<>();
    private final Outgoing[] lately = new Outgoing[REMEMBERED];
    private int said;

    SimulatedUser(Person person) {
        this.person = person;
    }

    long id() {
        return person.id();
    }

    String token() {
        return person.token();
    }

    Person person() {
        return person;
    }

    List<Device> devices() {
        return devices;
    }

    void said(Outgoing message) {
        lately[said++ % REMEMBERED] = message;
    }

    /** A message of theirs that was acknowledged, or null. */
    Outgoing lately(int index) {
        return lately[Math.floorMod(index, REMEMBERED)];
    }
}
