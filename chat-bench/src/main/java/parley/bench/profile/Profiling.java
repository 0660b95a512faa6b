package parley.bench.profile;

import java.nio.file.Files;
import parley.bench.cost.Costs;
import parley.bench.result.Output;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchWorld;

/** A load with recordings of chat node and persister; its figures are not for comparison, recording costs something. */
public final class Profiling implements Measurement {

    /** What goes on meanwhile. */
    public interface Load {

        String name();

        /** Until all is stored; how many messages that was. */
        long run(BenchWorld world, Form form) throws Exception;
    }

    private final Load load;

    public Profiling(Load load) {
        this.load = load;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public void measure(BenchWorld world, Form form, Results results) throws Exception {
        try (var chat = new Recording(world.chats().getFirst().jvmPid());
                var persister = new Recording(world.persister().jvmPid());
                var costs = new Costs(world)) {
            long messages = load.run(world, form);
            costs.end("profiled " + load.name(), messages, results);
            paper(chat, "chat-node", messages);
            paper(persister, "persister", messages);
        }
    }

    private void paper(Recording recording, String process, long messages) throws Exception {
        var file = Output.file("profile-" + process + ".jfr");
        recording.end(file);
        Files.writeString(
                Output.file("profile-" + process + ".md"),
                ProfilePaper.of(process.replace('-', ' '), load.name(), messages, Profile.of(file)));
    }
}
