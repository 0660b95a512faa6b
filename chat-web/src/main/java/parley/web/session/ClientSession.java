package parley.web.session;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;
import parley.domain.account.entity.Person;
import parley.domain.identity.UserId;

/** One socket of somebody who is signed in. */
public final class ClientSession {

    private static final System.Logger LOG = System.getLogger(ClientSession.class.getName());

    private final Session socket;
    private final Person person;
    private final String signIn;
    private final Instant expiresAt;
    private final Runnable whenTooSlow;
    private final Executor threads;
    private final Outbound outbound;
    private boolean greeted;
    private volatile Set<UserId> watched = Set.of();

    ClientSession(Session socket, Person person, String signIn, Instant expiresAt, SessionSettings settings,
            Runnable whenTooSlow, Executor threads) {
        this.socket = socket;
        this.person = person;
        this.signIn = signIn;
        this.expiresAt = expiresAt;
        this.whenTooSlow = whenTooSlow;
        this.threads = threads;
        this.outbound = new Outbound(Wire.to(socket.getBasicRemote()), settings, this::trouble);
        threads.execute(outbound::run);
    }

    public String id() {
        return socket.getId();
    }

    public Person person() {
        return person;
    }

    public UserId user() {
        return person.id();
    }

    /** The id of the session that the token names. */
    public String signIn() {
        return signIn;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** @return false where it had been before: once a socket */
    public synchronized boolean greet() {
        if (greeted) return false;
        greeted = true;
        return true;
    }

    /** Replaces the users whose coming and going this socket wants to hear of. */
    public void watch(Set<UserId> users) {
        watched = Set.copyOf(users);
    }

    public Set<UserId> watched() {
        return watched;
    }

    public void send(String frame) {
        outbound.add(frame);
    }

    /** Its client has answered a ping of ours. */
    public void pong(ByteBuffer said) {
        if (said.remaining() == Long.BYTES) outbound.confirmed(said.getLong());
    }

    /** Looks whether its client still reads. */
    void look() {
        outbound.look();
    }

    /** Says goodbye after all that waits for this client, and closes then (1001). */
    public void leave(String bye) {
        outbound.finish(bye, () -> close(CloseReason.CloseCodes.GOING_AWAY, "this server is being stopped"));
    }

    private void trouble(String reason) {
        if (reason.equals(Outbound.TOO_SLOW)) whenTooSlow.run();
        LOG.log(System.Logger.Level.INFO, "Socket {0} of user {1} is closed: {2}.", id(), user(), reason);
        close(CloseReason.CloseCodes.TRY_AGAIN_LATER, reason);
    }

    /** Returns at once: the container's close waits for a write that is under way, and for the client. */
    public void close(CloseReason.CloseCode code, String reason) {
        outbound.close();
        if (socket.isOpen()) threads.execute(() -> end(code, reason));
    }

    private void end(CloseReason.CloseCode code, String reason) {
        try {
            if (socket.isOpen()) socket.close(new CloseReason(code, reason));
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Socket {0} was gone before it could be closed.", id());
        }
    }
}
