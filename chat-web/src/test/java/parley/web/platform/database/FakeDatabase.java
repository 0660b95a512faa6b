package parley.web.platform.database;

import java.util.function.Supplier;

/** Calls on the caller's thread and counts the calls; can be down. */
public final class FakeDatabase extends DatabaseGateway {

    public boolean down;
    public int calls;

    @Override
    public <T> T quick(Supplier<T> call) {
        return call(call);
    }

    @Override
    public <T> T needed(Supplier<T> call) {
        return call(call);
    }

    @Override
    public <T> T inBackground(Supplier<T> call) {
        return call(call);
    }

    private <T> T call(Supplier<T> call) {
        calls++;
        if (down) throw new DatabaseUnavailable(null);
        return call.get();
    }
}
