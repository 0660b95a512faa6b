package parley.web.socket.push;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value that is computed once, when the first thread needs it; the others wait. */
final class Once<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> source;
    private volatile T value;

    /** @param source does not return null */
    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (value != null) return value;
        lock.lock();
        try {
            if (value == null) value = source.get();
            return value;
        } finally {
            lock.unlock();
        }
    }
}
