package parley.devservices.services;

import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where the started services answer, printed as the READY line's pairs. */
record Addresses(OptionalInt kafkaPort, OptionalInt dbPort, OptionalLong mariadbd) {

    @Override
    public String toString() {
        var pairs = new ArrayList<String>();
        kafkaPort.ifPresent(port -> pairs.add("kafka=" + Ports.HOST + ":" + port));
        dbPort.ifPresent(port -> pairs.add("database=" + Ports.HOST + ":" + port));
        mariadbd.ifPresent(pid -> pairs.add("pid.mariadbd=" + pid));
        return String.join(" ", pairs);
    }
}
