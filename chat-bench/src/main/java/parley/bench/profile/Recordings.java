package parley.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import parley.bench.cost.Costs;
import parley.bench.result.Output;
import parley.bench.result.Results;
import parley.bench.world.BenchWorld;

/** Flight recordings of the first chat node and the persister while a load goes on; the load's figures are not for comparison. */
public final class Recordings implements AutoCloseable {

    private final Recording chat;
    private final Recording persister;
    private final Costs costs;

    private Recordings(BenchWorld world) {
        chat = new Recording(world.chats().getFirst().jvmPid());
        persister = new Recording(world.persister().jvmPid());
        costs = Costs.begin(world);
    }

    public static Recordings begin(BenchWorld world) {
        return new Recordings(world);
    }

    /** Leaves the recordings, and what they say of so many messages, in the folder of the run's results. */
    public void end(String load, long messages, Results results) throws IOException {
        costs.costs("profiled " + load, messages, "messages", results);
        leave(chat, "chat-node", load, messages);
        leave(persister, "persister", load, messages);
    }

    private static void leave(Recording recording, String process, String load, long messages) throws IOException {
        var file = Output.file("profile-" + process + ".jfr");
        var used = recording.end(file);
        Files.writeString(
                Output.file("profile-" + process + ".md"),
                ProfilePaper.of(process.replace('-', ' '), load, messages, used, Profile.of(file)));
    }

    @Override
    public void close() throws IOException {
        try (persister) {
            chat.close();
        }
    }
}
