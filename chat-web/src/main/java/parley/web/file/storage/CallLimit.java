package parley.web.file.storage;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Fails at once when too many calls wait for another server, so that a hung one does not hold the threads of all requests. */
public final class CallLimit {

    private final Semaphore permits;
    private final String exceeded;

    /**
     * @param calls at the same time
     * @param exceeded what is said if there are more
     */
    public CallLimit(int calls, String exceeded) {
        this.permits = new Semaphore(calls);
        this.exceeded = exceeded;
    }

    @FunctionalInterface
    public interface Call<T> {
        T make() throws IOException;
    }

    /** @throws IOException also if there are too many calls */
    public <T> T make(Call<T> call) throws IOException {
        if (!permits.tryAcquire()) throw new IOException(exceeded);
        try {
            return call.make();
        } finally {
            permits.release();
        }
    }
}
