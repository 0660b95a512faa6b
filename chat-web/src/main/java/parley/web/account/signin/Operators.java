package parley.web.account.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;

/**
 * Operators: the accounts named in the configuration, which is the same on all nodes. Their names cannot be registered.
 */
@Dependent
public class Operators {

    /** The role that gives access to the operator endpoints. */
    public static final String ROLE = "admin";

    @Inject
    @ConfigProperty(name = "parley.operators")
    Optional<List<String>> usernames;

    public boolean has(UserProfile person) {
        return named(person.username());
    }

    public boolean has(Username username) {
        return named(username.value());
    }

    private boolean named(String username) {
        return usernames.orElse(List.of()).stream()
                .anyMatch(name -> name.strip().toLowerCase(Locale.ROOT).equals(username));
    }
}
