package parley.devservices.launch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * State that survives a hot reload: kept in the system properties, in JDK types only. The reference to the
 * process keeps its standard input open, which keeps it alive.
 */
final class JvmState {

    private static final String KEY = "parley.embedded";

    private final Map<String, Object> values = values();

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values() {
        return (Map<String, Object>) System.getProperties().computeIfAbsent(KEY, key -> new ConcurrentHashMap<>());
    }

    /** Allows one start or takeover at a time in this JVM, across all class loaders. */
    <T> T alone(Supplier<T> action) {
        var lock = (ReentrantLock) values.computeIfAbsent("lock", key -> new ReentrantLock());
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    Optional<Process> process() {
        return Optional.ofNullable((Process) values.get("process"));
    }

    @SuppressWarnings("unchecked")
    Map<String, String> config() {
        return (Map<String, String>) values.getOrDefault("config", Map.of());
    }

    void running(Child child) {
        values.put("process", child.process());
        values.put("config", child.addresses().asConfig());
    }

    Optional<Thread> watcher() {
        return Optional.ofNullable((Thread) values.get("watcher"));
    }

    void watchedBy(Thread watcher) {
        watcher().filter(earlier -> earlier != Thread.currentThread()).ifPresent(Thread::interrupt);
        values.put("watcher", watcher);
    }
}
