package parley.devservices.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Reference;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The child JVM. Its command line and what it prints are described in the package. */
public final class EmbeddedServices {

    private final Options options;
    private final Console console;

    private EmbeddedServices(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    public static void main(String... args) {
        var console = new Console(System.out, System.err);
        System.setOut(System.err); // keeps libraries from printing to the channel of the READY line
        try {
            new EmbeddedServices(Options.of(args), console).run(System.in);
        } catch (CannotStart e) {
            console.failed(e.getMessage());
            System.exit(1);
        } catch (RuntimeException unforeseen) {
            unforeseen.printStackTrace();
            console.failed("The embedded services failed unexpectedly (" + unforeseen + "); the stack trace is above.");
            System.exit(1);
        }
    }

    private void run(InputStream leash) {
        if (options.leash()) holdTo(leash);
        var folder = DataFolder.at(options.data());
        Surroundings.set(folder);
        var ownership = Ownership.take(folder, options.leash(), console);
        LeftOverDatabase.end(folder, console);
        var services = new Services(options, folder, console);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("embedded-stop").unstarted(services::stop));
        console.ready(services.start());
        liveUntilSignalled();
        Reference.reachabilityFence(ownership);
    }

    private static void holdTo(InputStream leash) {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Background.run(() -> {
            awaitEndOf(leash);
            System.exit(0);
        });
    }

    private static void awaitEndOf(InputStream leash) {
        try {
            leash.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return; // an unreadable input counts as closed
        }
    }

    private static void liveUntilSignalled() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
