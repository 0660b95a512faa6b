package parley.bench.limit;

import parley.bench.log.MessageRecords;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;

/** The server's sockets by themselves: frames said back to who sent them, and one frame to many. */
public final class RawSocket implements Measurement {

    private static final int SOCKETS = 100;
    private static final String FRAME =
            "{\"t\":\"send\",\"id\":100000,\"cid\":\"0199a3b4-7c1d-7000-8000-000000000000\",\"conv\":10000,\"body\":\""
                    + MessageRecords.BODY + "\"}";
    /** Broadcasts under way: enough that the server always has one to do. */
    private static final int BROADCASTS = 3;

    @Override
    public String name() {
        return "raw-socket";
    }

    public static String echo(int window) {
        return "raw socket echo, window %d".formatted(window);
    }

    public static String broadcast(int receivers) {
        return "raw socket broadcast 1 to %,d".formatted(receivers);
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) throws Exception {
        try (var server = EchoServer.started()) {
            for (int window : new int[] {1, 10}) echo(server, window, form, results);
            for (int receivers : new int[] {100, 1_000}) broadcast(server, receivers, form, results);
        }
    }

    private static void echo(EchoServer server, int window, Form form, Results results) throws Exception {
        var meter = new Meter(form);
        try (var sockets = new RawSockets(server.node(), SOCKETS)) {
            for (var socket : sockets.all()) {
                socket.textMessageHandler(text -> {
                    meter.add(1);
                    socket.writeTextMessage(FRAME);
                });
                for (int i = 0; i < window; i++) socket.writeTextMessage(FRAME);
            }
            meter.report(echo(window), "frames/s", results);
        }
    }

    /** Who speaks hears it as well, and says the next when that comes: the server takes one after another. */
    private static void broadcast(EchoServer server, int receivers, Form form, Results results) throws Exception {
        var meter = new Meter(form);
        try (var sockets = new RawSockets(server.node(), receivers)) {
            sockets.all().forEach(socket -> socket.textMessageHandler(text -> meter.add(1)));
            var speaker = sockets.all().getFirst();
            speaker.textMessageHandler(text -> {
                meter.add(1);
                speaker.writeTextMessage("!" + FRAME);
            });
            for (int i = 0; i < BROADCASTS; i++) speaker.writeTextMessage("!" + FRAME);
            meter.report(broadcast(receivers), "deliveries/s", results);
        }
    }
}
