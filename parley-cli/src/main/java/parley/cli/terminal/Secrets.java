package parley.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Secrets go through the terminal, standard input or files that only their owner reads; never through arguments. */
public final class Secrets {

    /** Without characters that are easily confused. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private Secrets() {}

    /** From the terminal without echo, or the first line of standard input. */
    public static String ask(String prompt) {
        var console = System.console();
        if (console != null) {
            var typed = console.readPassword("%s: ", prompt);
            if (typed == null || typed.length == 0) throw CliFailure.usage("nothing was typed");
            return new String(typed);
        }
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            if (line == null || line.isEmpty())
                throw CliFailure.usage(
                        "the password is read from the terminal or from the first line of standard input");
            return line;
        } catch (IOException e) {
            throw CliFailure.failed("standard input cannot be read", e);
        }
    }

    /** 116 random bits. */
    public static String generated() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** Writes a file that only its owner can read. */
    public static void write(Path file, String text) throws IOException {
        if (file.toAbsolutePath().getParent() != null)
            Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
