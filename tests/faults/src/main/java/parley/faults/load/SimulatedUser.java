package parley.faults.load;

import java.util.ArrayList;
import java.util.List;
import parley.cluster.client.Person;

/** A user and the user's clients. */
record SimulatedUser(Person person, List<Device> devices) {

    SimulatedUser(Person person) {
        this(person, new ArrayList<>());
    }

    long id() {
        return person.id();
    }

    String token() {
        return person.token();
    }
}
