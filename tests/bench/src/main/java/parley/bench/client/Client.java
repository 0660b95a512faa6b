package parley.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import parley.bench.seed.BenchUser;

/** Somebody at one socket, who sends to one conversation and hears all. */
public final class Client implements Wire.User {

    private static final byte[] TYPE = Bytes.of("\"t\":\"");
    private static final byte[] ID = Bytes.of("\"id\":");
    private static final byte[] CID = Bytes.of("\"cid\":\"");
    private static final byte[] POS = Bytes.of("\"pos\":");

    private static final byte[] PING = Frame.of(Frame.TEXT, Bytes.of("{\"t\":\"ping\"}"));

    /** Who wants to know. */
    public interface Ear {
        void ok(Client client, long number, long pos);

        /** @param number by which the sender named it */
        void msg(Client client, long number);

        void err(Client client, String text);

        void closed(Client client, String why);
    }

    private final Loop loop;
    private final URI server;
    private final BenchUser who;
    private final SendFrame send;
    private final long conversation;
    private Ear ear;
    private Wire wire;
    private Promise<Client> welcomed;
    private long lastPos;

    /** @param conversation 0 for one who only listens */
    public Client(Loop loop, URI server, BenchUser who, long conversation, String body, Ear ear) {
        this.loop = loop;
        this.server = server;
        this.who = who;
        this.conversation = conversation;
        this.send = conversation == 0 ? null : new SendFrame(conversation, body);
        this.ear = ear;
    }

    public void tell(Ear another) {
        ear = another;
    }

    /** Connects and greets; done when welcomed. With something acknowledged before, it resumes from there. */
    public Future<Client> come() {
        welcomed = Promise.promise();
        return Wire.open(loop, server, who.token(), this).compose(opened -> {
            wire = opened;
            var resume = lastPos == 0 ? "" : ",\"resume\":{\"" + conversation + "\":" + lastPos + "}";
            wire.send(Frame.of(Frame.TEXT, Bytes.of("{\"t\":\"hello\",\"id\":1" + resume + "}")));
            return welcomed.future();
        });
    }

    public void send(long number, long epochMillis) {
        wire.send(send.of(number, epochMillis));
    }

    /** So that the server knows that somebody is there. */
    public void ping() {
        wire.send(PING);
    }

    public boolean isOpen() {
        return wire != null && wire.isOpen();
    }

    public void cut() {
        wire.cut();
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        int type = Bytes.after(TYPE, bytes, from, to);
        switch (bytes[type]) {
            case 'o' -> {
                lastPos = field(POS, bytes, from, to);
                ear.ok(this, field(ID, bytes, from, to), lastPos);
            }
            case 'm' -> ear.msg(this, SendFrame.numberOfCid(bytes, Bytes.after(CID, bytes, from, to)));
            case 'w' -> welcomed.tryComplete(this);
            case 'e' -> err(new String(bytes, from, to - from, UTF_8));
            default -> {} // store, conv, presence, bye: a close that follows says the rest
        }
    }

    private static long field(byte[] name, byte[] bytes, int from, int to) {
        return Bytes.number(bytes, Bytes.after(name, bytes, from, to));
    }

    private void err(String text) {
        if (!welcomed.tryFail(text)) ear.err(this, text);
    }

    @Override
    public void closed(String why) {
        if (!welcomed.tryFail("closed before it was welcomed: " + why)) ear.closed(this, why);
    }
}
