package parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import parley.cluster.client.Person;

/** A user and the user's clients. */
final class SimulatedUser {

    private final Person person;
    private final List<Device> devices = new ArrayList<>();

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
}
