package parley.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import parley.bench.data.BenchUser;
import parley.cluster.client.AsyncChatSocket;

/**
 * A user with one socket, who sends to one conversation and receives everything. The last twelve hexadecimal digits of a
 * cid are the number of the message, so that receivers know it. Frames are searched, not parsed, to keep the client cheap.
 */
final class BenchClient implements AsyncChatSocket.Listener {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(60);
    /** 100 bytes. */
    private static final String BODY = "parley ".repeat(14) + "ok";

    private static final int CID_NUMBER = 24;
    private static final int CID_END = 36;

    private final EventLoop loop;
    private final URI server;
    private final BenchUser user;
    private final long conversation;
    private final long cidVariant = 0b10L << 62 | ThreadLocalRandom.current().nextLong(1L << 14) << 48;
    private Load load;
    private AsyncChatSocket socket;
    private Promise<Void> welcomed;
    private long lastPos;

    /** @param conversation 0 for a client that does not send */
    BenchClient(EventLoop loop, URI server, BenchUser user, long conversation, Load load) {
        this.loop = loop;
        this.server = server;
        this.user = user;
        this.conversation = conversation;
        this.load = load;
    }

    void setLoad(Load load) {
        this.load = load;
    }

    /** Completes at {@code welcome}. Resumes if a message was acknowledged before. */
    Future<Void> connect() {
        welcomed = Promise.promise();
        return AsyncChatSocket.connect(loop.sockets(), server, user.token(), CONNECT_TIMEOUT, this)
                .compose(opened -> {
                    socket = opened;
                    var resume = lastPos == 0 ? "" : ",\"resume\":{\"" + conversation + "\":" + lastPos + "}";
                    socket.send("{\"t\":\"hello\",\"id\":1" + resume + "}");
                    return welcomed.future();
                });
    }

    void send(long number, long epochMillis) {
        socket.send("{\"t\":\"send\",\"id\":" + number
                + ",\"cid\":\"" + new UUID(epochMillis << 16 | 0x7000, cidVariant | number)
                + "\",\"conv\":" + conversation
                + ",\"body\":\"" + BODY + "\"}");
    }

    void ping() {
        if (socket != null) socket.send("{\"t\":\"ping\"}");
    }

    void cut() {
        if (socket != null) socket.cut();
        socket = null;
    }

    @Override
    public void text(String frame) {
        switch (frame.charAt(after("\"t\":\"", frame))) {
            case 'o' -> {
                lastPos = number("\"pos\":", frame);
                load.acknowledged(this, number("\"id\":", frame));
            }
            case 'm' -> {
                int cid = after("\"cid\":\"", frame);
                load.received(this, Long.parseLong(frame, cid + CID_NUMBER, cid + CID_END, 16));
            }
            case 'w' -> welcomed.tryComplete();
            case 'e' -> {
                if (welcomed.tryFail(frame)) cut();
                else load.refused(frame);
            }
            default -> {} // store, conv, presence; a bye is followed by a close
        }
    }

    @Override
    public void closed(int status, String reason) {
        socket = null;
        var text = "closed with " + status + " " + reason;
        if (!welcomed.tryFail(text)) load.closed(text);
    }

    private static int after(String name, String frame) {
        return frame.indexOf(name) + name.length();
    }

    private static long number(String name, String frame) {
        int from = after(name, frame);
        int to = from;
        while (Character.isDigit(frame.charAt(to))) to++;
        return Long.parseLong(frame, from, to, 10);
    }
}
