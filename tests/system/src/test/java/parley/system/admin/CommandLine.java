package parley.system.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import parley.cluster.client.Json;
import parley.cluster.server.StartCache;
import parley.cluster.server.TestClusterBuilder;
import parley.cluster.server.TestPaths;

/** Runs the built command line as a process of its own, as bin/parley does. */
final class CommandLine {

    private final Map<String, String> environment;

    /** @param environment in addition to that of the tests */
    CommandLine(Map<String, String> environment) {
        this.environment = environment;
    }

    record Result(int exitCode, String out, String errors) {

        /** The output, if the command ended with that code. */
        String as(int expected) {
            if (exitCode != expected)
                throw new AssertionError(exitCode + " instead of " + expected + ": " + out + errors);
            return out;
        }

        JsonNode json() {
            return Json.parse(as(0));
        }
    }

    CommandLine with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new CommandLine(all);
    }

    Result run(String... arguments) {
        return runWith("", arguments);
    }

    JsonNode json(String... arguments) {
        return run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new))
                .json();
    }

    /** @param input of the process, such as a password */
    Result runWith(String input, String... arguments) {
        var command = new ArrayList<>(List.of(TestPaths.java().toString()));
        command.addAll(List.of(TestClusterBuilder.QUICK_START.split(" ")));
        command.addAll(StartCache.ofShortRuns("parley-cli"));
        command.addAll(List.of("-cp", classPath(), "parley.cli.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.matches("(PARLEY|DB|HTTP|KAFKA|LOG)_.*"));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
            }
            var out = text(process.getInputStream());
            return new Result(process.waitFor(), out, errors.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(java.io.InputStream stream) {
        try {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        Path target = TestPaths.built("parley-cli/target/parley-cli.jar").getParent();
        return target.resolve("parley-cli.jar") + File.pathSeparator + target.resolve("libraries") + "/*";
    }
}
