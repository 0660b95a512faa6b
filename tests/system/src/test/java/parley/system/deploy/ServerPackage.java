package parley.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.cluster.server.TestPaths;

/** The unpacked target/parley-VERSION.zip. */
record ServerPackage(Path home) {

    static ServerPackage unzip(Path folder) {
        try (var zip = FileSystems.newFileSystem(zip(), Map.of("enablePosixFileAttributes", true));
                var entries = Files.walk(zip.getPath("/"))) {
            for (var entry : entries.toList()) {
                var target = folder.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) Files.createDirectories(target);
                else {
                    Files.copy(entry, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
                }
            }
            try (var top = Files.list(folder)) {
                return new ServerPackage(top.findFirst().orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zip() throws IOException {
        try (var built = Files.newDirectoryStream(TestPaths.built("target"), "parley-*.zip")) {
            for (var zip : built) return zip;
        }
        throw new IllegalStateException(
                "target/parley-VERSION.zip is not there: run ./mvnw package in the root folder");
    }

    Path file(String path) {
        return home.resolve(path);
    }

    /** Every file with its size and time, so that a change shows. */
    Set<String> contents() {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
