package parley.devservices.launch;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import java.util.Map;

/** Starts the child once in this JVM and watches it. */
final class Launcher {

    private static final System.Logger LOG = System.getLogger("parley.embedded");

    /** Why this application's only attempt failed. */
    static RuntimeException failure;

    private static Thread watcher;

    private Launcher() {}

    static Map<String, String> addresses(Missing missing) {
        var state = new JvmState();
        return state.alone(() -> {
            if (failure != null) throw failure;
            var launch = Launch.of(missing);
            if (state.process().filter(Process::isAlive).isEmpty()) start(launch, state);
            else if (watcher == null) watch(launch.again(Addresses.ofConfig(state.config())), state);
            return state.config();
        });
    }

    private static void start(Launch launch, JvmState state) {
        try {
            var child = Child.started(launch);
            state.running(child);
            watch(launch.again(child.addresses()), state);
            LOG.log(INFO, child.addresses().line(launch));
        } catch (RuntimeException e) {
            failure = e;
            LOG.log(ERROR, "Parley cannot start: " + e.getMessage());
            throw e;
        }
    }

    private static void watch(Launch launch, JvmState state) {
        watcher = new Watch(launch, state).begin();
    }
}
