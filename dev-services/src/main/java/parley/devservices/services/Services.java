package parley.devservices.services;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts broker and database in parallel and stops them in sequence. */
final class Services {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration FOR_THE_BROKER_TO_STOP = Duration.ofSeconds(10);
    private static final Duration FOR_THE_DATABASE_TO_STOP = Duration.ofSeconds(15);

    private final Options options;
    private final Console console;
    private final Optional<Broker> broker;
    private final Optional<Database> database;
    private volatile boolean stopping;
    private volatile boolean brokerGaveUp;

    Services(Options options, DataFolder folder, Console console) {
        this.options = options;
        this.console = console;
        broker = options.only().broker() ? Optional.of(broker(folder)) : Optional.empty();
        database = options.only().database() ? Optional.of(database(folder)) : Optional.empty();
    }

    private Broker broker(DataFolder folder) {
        return new Broker(folder, Ports.claim(options.kafkaPort(), "broker", "PARLEY_EMBEDDED_KAFKA_PORT"));
    }

    private Database database(DataFolder folder) {
        var program = new DatabaseProgram(folder, options.program(), console);
        int port = Ports.claim(options.dbPort(), "database", "PARLEY_EMBEDDED_DB_PORT");
        return new Database(folder, program, port, options.password(), console);
    }

    Addresses start() {
        Broker.onGivingUp(this::brokerGaveUp);
        var databaseStarts = CompletableFuture.supplyAsync(() -> database.map(Database::start), Background.THREADS);
        var brokerStarts = Background.run(() -> broker.ifPresent(this::start));
        await(firstFailureOf(databaseStarts, brokerStarts));
        var process = databaseStarts.join();
        if (options.restart()) process.ifPresent(this::keep);
        return new Addresses(
                broker.map(b -> OptionalInt.of(b.port())).orElse(OptionalInt.empty()),
                database.map(d -> OptionalInt.of(d.port())).orElse(OptionalInt.empty()),
                process.map(p -> OptionalLong.of(p.pid())).orElse(OptionalLong.empty()));
    }

    private void keep(ProcessHandle process) {
        new DatabaseKeeper(database.orElseThrow(), console, () -> stopping).keep(process);
    }

    private void start(Broker starting) {
        console.progress("starting the broker…");
        starting.start();
    }

    private static CompletableFuture<?> firstFailureOf(CompletableFuture<?> one, CompletableFuture<?> other) {
        var all = new CompletableFuture<>();
        CompletableFuture.allOf(one, other).thenAccept(all::complete);
        one.exceptionally(e -> fail(all, e));
        other.exceptionally(e -> fail(all, e));
        return all;
    }

    private static <T> T fail(CompletableFuture<?> all, Throwable cause) {
        all.completeExceptionally(cause.getCause() == null ? cause : cause.getCause());
        return null;
    }

    private static void await(CompletableFuture<?> all) {
        try {
            all.get(TO_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart known
                    ? known
                    : new CannotStart("The embedded services did not start (" + e.getCause() + ").", e);
        } catch (TimeoutException e) {
            throw new CannotStart(
                    "The embedded services did not start within " + TO_START.toMinutes()
                            + " minutes; their logs in the data folder say more.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the embedded services was interrupted; start again.", e);
        }
    }

    private void brokerGaveUp(int status) {
        brokerGaveUp = true;
        console.progress("the broker failed (status " + status + "; its log says why); stopping everything");
        System.exit(1);
    }

    void stop() {
        stopping = true;
        if (!brokerGaveUp) stopBroker();
        ProcessHandle.current().descendants().map(ProcessRecord::of).forEach(it -> it.end(FOR_THE_DATABASE_TO_STOP));
    }

    private void stopBroker() {
        try {
            Background.run(() -> broker.ifPresent(Broker::stop))
                    .get(FOR_THE_BROKER_TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            console.progress("the broker did not stop in time and is killed (" + e + ")");
        }
    }
}
