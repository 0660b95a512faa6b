package parley.web.socket.session;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** One socket of a signed-in user. */
public final class ClientSession {

    private static final System.Logger LOG = System.getLogger(ClientSession.class.getName());

    private final Session socket;
    private final UserProfile person;
    private final String signIn;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final Listener listener;
    private final Executor threads;
    private final OutboundQueue outbound;
    private final long openedNanos = System.nanoTime();
    private final AtomicReference<SessionState> life = new AtomicReference<>(SessionState.CONNECTED);
    private volatile Set<UserId> watched = Set.of();
    private volatile String client = "";
    private volatile boolean idle;
    /** Null if nothing was missed. */
    private volatile ReplaySource backlog;
    /** Null before a send of this socket was read back. Written only by the thread that reads the log. */
    private volatile Place answered;

    private record Place(ConversationId conversation, Position pos) {}

    /** Receives what the registry counts. */
    interface Listener {

        /** Called once, when the session has ended. */
        void onEnded(ClientSession session, SessionState before);

        void onTooSlow();
    }

    ClientSession(
            Session socket,
            UserProfile person,
            String signIn,
            Instant issuedAt,
            Instant expiresAt,
            SessionSettings settings,
            Listener listener,
            Executor threads) {
        this.socket = socket;
        this.person = person;
        this.signIn = signIn;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.listener = listener;
        this.threads = threads;
        this.outbound = new OutboundQueue(SocketWriter.to(socket.getBasicRemote()), settings, this::closeFailed);
    }

    void start() {
        threads.execute(outbound::run);
    }

    public String id() {
        return socket.getId();
    }

    public UserProfile person() {
        return person;
    }

    public UserId user() {
        return person.id();
    }

    /** The id of the session in the token. */
    public String signIn() {
        return signIn;
    }

    /** When the token was issued. */
    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    public boolean isGreeted() {
        return life.get() == SessionState.GREETED;
    }

    public boolean isClosed() {
        return life.get() == SessionState.CLOSED;
    }

    boolean isUngreeted() {
        return life.get() == SessionState.CONNECTED;
    }

    /**
     * @param missed null if nothing was missed
     * @return false if it was greeted before, or is closed
     */
    boolean greet(ReplaySource missed) {
        if (life.get() != SessionState.CONNECTED) return false;
        backlog = missed;
        if (!life.compareAndSet(SessionState.CONNECTED, SessionState.GREETED)) return false;
        if (missed != null) outbound.catchUp(missed);
        return true;
    }

    /**
     * What the client says of itself in its hello.
     *
     * @param name empty if it has none
     */
    public void introduce(String name, boolean isIdle) {
        client = name;
        idle = isIdle;
    }

    /** What the client calls itself; empty if it has not said. */
    public String client() {
        return client;
    }

    /** Whether the user has been away from the device for a while. */
    public boolean isIdle() {
        return idle;
    }

    public void setIdle(boolean isIdle) {
        idle = isIdle;
    }

    /** Replaces the set of users whose presence this socket gets. */
    public void watch(Set<UserId> users) {
        watched = Set.copyOf(users);
    }

    public Set<UserId> watched() {
        return watched;
    }

    /** Whether a frame of the conversation may be {@link #send sent} now; otherwise it comes with what was missed. */
    public boolean isLive(ConversationId conversation) {
        var missed = backlog;
        return missed == null || missed.isLive(conversation);
    }

    public void send(String frame) {
        outbound.add(frame);
    }

    public void send(OutgoingFrame frame) {
        outbound.add(frame);
    }

    /** The {@code ok} of a send stands for its message, so the socket does not get the message as well. */
    public void recordAnswer(ConversationId conversation, Position pos) {
        answered = new Place(conversation, pos);
    }

    /** Whether the answer to this socket's last send stands for the item at that position. */
    public boolean wasAnswered(ConversationId conversation, Position pos) {
        var last = answered;
        return last != null && last.pos.equals(pos) && last.conversation.equals(conversation);
    }

    /** The answer stands for the item at that position. During a catch-up it is sent in its place. */
    public void send(
            ConversationId conversation,
            Position pos,
            Position prev,
            ReplaySource.PlacedAnswer answer,
            long askedNanos) {
        var missed = backlog;
        if (missed == null || !missed.hold(conversation, pos, answer, askedNanos))
            send(OutgoingFrame.of(() -> answer.frame(prev)));
    }

    /** The client has answered a ping of the server. */
    public void onPong(ByteBuffer said) {
        if (said.remaining() == Long.BYTES) outbound.confirm(said.getLong());
    }

    /** Closes the socket if its client does not read, or has not sent {@code hello} in time. */
    void checkTimeouts(long helloNanos) {
        if (isUngreeted() && System.nanoTime() - openedNanos > helloNanos) {
            close(CloseReason.CloseCodes.VIOLATED_POLICY, "no hello in time");
        } else {
            var missed = backlog;
            if (missed != null) missed.overdue(System.nanoTime()).forEach(this::send);
            outbound.checkTimeouts(System.nanoTime());
        }
    }

    /** Sends {@code bye} after everything that waits for this client, and then closes the socket (1001). */
    public void closeAfter(String bye) {
        outbound.finish(bye, () -> close(CloseReason.CloseCodes.GOING_AWAY, "this server is being stopped"));
    }

    private void closeFailed(String reason) {
        if (reason.equals(OutboundQueue.TOO_SLOW)) listener.onTooSlow();
        LOG.log(System.Logger.Level.INFO, "Socket {0} of user {1} is closed: {2}.", id(), user(), reason);
        close(CloseReason.CloseCodes.TRY_AGAIN_LATER, reason);
    }

    /** Returns at once, because the container's close waits for a write in progress and for the client. */
    public void close(CloseReason.CloseCode code, String reason) {
        var before = life.getAndSet(SessionState.CLOSED);
        if (before == SessionState.CLOSED) return;
        listener.onEnded(this, before);
        outbound.close();
        if (socket.isOpen()) threads.execute(() -> end(code, reason));
    }

    private void end(CloseReason.CloseCode code, String reason) {
        try {
            if (socket.isOpen()) socket.close(new CloseReason(code, reason));
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Socket {0} was closed by the client first.", id());
        }
    }
}
