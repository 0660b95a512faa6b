package parley.web.account.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The installation's keys. The first one signs and all of them verify, so that a new key signs nobody out. */
record SigningKeyRing(List<SigningKey> keys) {

    SigningKeyRing {
        if (keys.isEmpty()) throw new IllegalStateException("There is no signing key.");
    }

    /**
     * @param places files, or folders whose {@code *.pem} files are read in alphabetical order
     * @param mayMake whether the first place is created if it does not exist
     */
    static SigningKeyRing load(List<Path> places, boolean mayMake) {
        var first = places.getFirst();
        if (mayMake && !Files.exists(first)) SigningKeyFile.make(first);
        var files = new ArrayList<Path>();
        places.forEach(place -> files.addAll(Files.isDirectory(place) ? pemFiles(place) : List.of(place)));
        return new SigningKeyRing(files.stream().map(SigningKey::read).toList());
    }

    private static List<Path> pemFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder " + folder + " of signing keys cannot be read.", unreadable);
        }
    }

    SigningKey signing() {
        return keys.getFirst();
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Whether one of these keys signed the token with RS256 as this type. */
    boolean isSigned(SignedJWT token, JOSEObjectType type) throws JOSEException {
        var header = token.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || !type.equals(header.getType())) return false;
        var key = find(header.getKeyID());
        return key.isPresent() && token.verify(new RSASSAVerifier(key.get().open()));
    }
}
