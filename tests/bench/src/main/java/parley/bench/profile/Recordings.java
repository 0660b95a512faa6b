package parley.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import parley.bench.cost.Costs;
import parley.bench.result.Output;
import parley.bench.result.Results;
import parley.bench.world.BenchCluster;

/** Flight recordings of the first chat node and the persister while a load goes on; the load's figures are not for comparison. */
public final class Recordings implements AutoCloseable {

    private final Recording chat;
    private final Recording persister;
    private final Costs costs;

    private Recordings(BenchCluster world) {
        chat = new Recording(world.chats().getFirst().jvmPid());
        persister = new Recording(world.persister().jvmPid());
        costs = Costs.begin(world);
    }

    public static Recordings begin(BenchCluster world) {
        return new Recordings(world);
    }

    /**
     * Leaves the recordings, and what they say of so many messages, in the folder of the run's results.
     *
     * @param file the end of the files' names
     */
    public void end(String load, String file, long messages, Results results) throws IOException {
        costs.costs("profiled " + load, messages, "messages", results);
        leave(chat, "chat node", file, load, messages);
        leave(persister, "persister", file, load, messages);
    }

    private static void leave(Recording recording, String process, String which, String load, long messages)
            throws IOException {
        var name = "profile-" + process.replace(' ', '-') + "-" + which;
        var file = Output.file(name + ".jfr");
        var used = recording.end(file);
        Files.writeString(Output.file(name + ".md"), ProfileText.of(process, load, messages, used, Profile.of(file)));
    }

    @Override
    public void close() throws IOException {
        try (persister) {
            chat.close();
        }
    }
}
