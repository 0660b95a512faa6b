package parley.web.account.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.control.ReservedUsernames;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Decides who may register, and with which usernames. */
@ApplicationScoped
public class RegistrationPolicy {

    public enum Mode {
        OPEN,
        INVITED,
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** open, invited or closed. The default is open in development and invited in production. */
    @Inject
    @ConfigProperty(name = "parley.registration")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "parley.log.production", defaultValue = "false")
    boolean production;

    @Inject
    Operators operators;

    @Inject
    Invitations invitations;

    private Mode mode;

    /** Creates this bean at startup, so that an invalid configuration fails the start and not the first request. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    @PostConstruct
    void begin() {
        mode = configured
                .map(text -> Mode.valueOf(text.strip().toUpperCase(Locale.ROOT)))
                .orElse(production ? Mode.INVITED : Mode.OPEN);
    }

    public Mode mode() {
        return mode;
    }

    /** @throws Refused {@code forbidden} if registration is closed, or needs an invitation and there is none */
    public void requireOpen(String invitation) {
        switch (mode) {
            case OPEN -> {}
            case INVITED -> {
                if (invitation == null)
                    throw new Refused(
                            Refusal.FORBIDDEN, "Registration needs an invitation. Ask an administrator for one.");
            }
            case CLOSED ->
                throw new Refused(Refusal.FORBIDDEN, "Registration is closed. Ask an administrator for an account.");
        }
    }

    /**
     * @param token null if none was given and {@link #requireOpen} has passed
     * @return the id of the invitation that is used up, or empty
     * @throws Refused {@code bad_request} if the invitation is invalid or the username is reserved
     */
    public Optional<String> require(Username username, String token) {
        var invitation = token == null
                ? Optional.<Invitations.Invitation>empty()
                : Optional.of(invitations
                        .verify(token)
                        .orElseThrow(() -> wrong("invitation", "it is not valid or has expired")));
        var bound = invitation.map(Invitations.Invitation::username);
        if (bound.isPresent() && !bound.get().equals(username)) throw wrong("invitation", "it is for another username");
        if (bound.isEmpty() && (ReservedUsernames.has(username) || operators.has(username))) {
            throw wrong("username", "this name is reserved");
        }
        return invitation.map(Invitations.Invitation::id);
    }

    private static Refused wrong(String field, String why) {
        return Refused.invalid(Map.of(field, field + ": " + why));
    }
}
