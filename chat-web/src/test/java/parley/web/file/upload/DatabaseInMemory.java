package parley.web.file.upload;

import java.util.function.Supplier;
import parley.web.platform.database.DatabaseGateway;

/** Makes each call at once. */
class DatabaseInMemory extends DatabaseGateway {

    @Override
    public <T> T quick(Supplier<T> call) {
        return call.get();
    }

    @Override
    public <T> T needed(Supplier<T> call) {
        return call.get();
    }

    @Override
    public <T> T inBackground(Supplier<T> call) {
        return call.get();
    }
}
