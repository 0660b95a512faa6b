package parley.web.socket.session;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

/** A socket whose frames are written when the test asks for them. */
public final class TestSocket {

    private static final AtomicInteger IDS = new AtomicInteger();
    private static final String BYE = "{\"t\":\"bye\"}";

    public final ClientSession session;
    public final List<CloseReason> closes = new ArrayList<>();

    private final List<Runnable> work = new ArrayList<>();
    private final List<JsonObject> written = new ArrayList<>();

    public TestSocket(UserId user) {
        this(user, "sign-in of " + user, Instant.MAX);
    }

    public TestSocket(UserId user, String signIn, Instant expiresAt) {
        var settings = new SessionSettings();
        settings.queuedFrames = 100;
        settings.queuedChars = 1_000_000;
        session = new ClientSession(
                socket(),
                new UserProfile(user, "user", "User"),
                signIn,
                Instant.EPOCH,
                expiresAt,
                settings,
                listener(),
                work::add);
        session.start();
    }

    public TestSocket greeted(ReplaySource missed) {
        session.greet(missed);
        return this;
    }

    /** All frames that were sent, in order; nothing can be sent afterwards. */
    public List<JsonObject> frames() {
        session.closeAfter(BYE);
        while (!work.isEmpty()) work.removeFirst().run();
        return written.stream()
                .filter(frame -> !frame.getString("t").equals("bye"))
                .toList();
    }

    /** Closes the socket if that was requested. */
    public void flush() {
        if (session.isClosed()) while (!work.isEmpty()) work.removeFirst().run();
    }

    private static ClientSession.Listener listener() {
        return new ClientSession.Listener() {
            @Override
            public void onEnded(ClientSession session, SessionState before) {}

            @Override
            public void onTooSlow() {}
        };
    }

    private Session socket() {
        var id = Integer.toString(IDS.incrementAndGet());
        var remote = proxy(RemoteEndpoint.Basic.class, (method, args) -> switch (method) {
            case "sendObject" -> {
                try (var reader = Json.createReader(new StringReader((String) args[0]))) {
                    written.add(reader.readObject());
                }
                yield null;
            }
            default -> null;
        });
        return proxy(Session.class, (method, args) -> switch (method) {
            case "isOpen" -> closes.isEmpty();
            case "getId" -> id;
            case "getBasicRemote" -> remote;
            case "close" -> {
                closes.add((CloseReason) args[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Calls {
        Object call(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> switch (method.getName()) {
                    case "equals" -> proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> calls.call(method.getName(), args);
                }));
    }
}
