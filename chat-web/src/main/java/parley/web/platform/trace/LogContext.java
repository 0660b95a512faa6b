package parley.web.platform.trace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Ids that the server adds to each line that this thread logs: {@code ext_NAME} in its JSON format. Its class for that
 * is in no artifact that the build could depend on, so it is looked up; outside the server nothing is added.
 */
public final class LogContext implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LogContext.class.getName());
    private static final String SERVERS = "com.ibm.websphere.logging.hpel.LogRecordContext";
    private static final MethodHandle ADD = find("addExtension", void.class, String.class, String.class);
    private static final MethodHandle REMOVE = find("removeExtension", boolean.class, String.class);

    private final String name;

    private LogContext(String name) {
        this.name = name;
    }

    /** Until it is closed, which must happen on the same thread. */
    public static LogContext open(String name, String value) {
        call(ADD, name, value);
        return new LogContext(name);
    }

    @Override
    public void close() {
        call(REMOVE, name);
    }

    private static MethodHandle find(String method, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Class.forName(SERVERS, true, LogContext.class.getClassLoader()),
                            method,
                            MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException elsewhere) {
            LOG.log(System.Logger.Level.DEBUG, "Lines of the log get no ids: this is not Open Liberty.", elsewhere);
            return null;
        }
    }

    private static void call(MethodHandle method, Object... arguments) {
        if (method == null) return;
        try {
            method.invokeWithArguments(arguments);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
