package parley.web.platform.limits;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configured limits; each is the text of a {@link TokenRate}. */
@Dependent
public class LimitSettings {

    @Inject
    @ConfigProperty(name = "parley.limits.sendsPerSecond", defaultValue = "50")
    int sendsPerSecond;

    @Inject
    @ConfigProperty(name = "parley.limits.sendsBurst", defaultValue = "500")
    int sendsBurst;

    @Inject
    @ConfigProperty(name = "parley.limits.everyone")
    Optional<String> everyone;

    @Inject
    @ConfigProperty(name = "parley.limits.read")
    Optional<String> read;

    @Inject
    @ConfigProperty(name = "parley.limits.typing")
    Optional<String> typing;

    @Inject
    @ConfigProperty(name = "parley.limits.watch")
    Optional<String> watch;

    @Inject
    @ConfigProperty(name = "parley.limits.activity")
    Optional<String> activity;

    @Inject
    @ConfigProperty(name = "parley.limits.hello")
    Optional<String> hello;

    @Inject
    @ConfigProperty(name = "parley.limits.page")
    Optional<String> page;

    @Inject
    @ConfigProperty(name = "parley.limits.search")
    Optional<String> search;

    @Inject
    @ConfigProperty(name = "parley.limits.preview")
    Optional<String> preview;

    @Inject
    @ConfigProperty(name = "parley.limits.change")
    Optional<String> change;

    @Inject
    @ConfigProperty(name = "parley.limits.conversation")
    Optional<String> conversation;

    @Inject
    @ConfigProperty(name = "parley.limits.frame")
    Optional<String> frame;

    @Inject
    @ConfigProperty(name = "parley.limits.ping")
    Optional<String> ping;

    @Inject
    @ConfigProperty(name = "parley.limits.signIn")
    Optional<String> signIn;

    @Inject
    @ConfigProperty(name = "parley.limits.signInFailure")
    Optional<String> signInFailure;

    @Inject
    @ConfigProperty(name = "parley.limits.signInName")
    Optional<String> signInName;

    @Inject
    @ConfigProperty(name = "parley.limits.signInDevice")
    Optional<String> signInDevice;

    @Inject
    @ConfigProperty(name = "parley.limits.registration")
    Optional<String> registration;

    @Inject
    @ConfigProperty(name = "parley.limits.handshake")
    Optional<String> handshake;

    @Inject
    @ConfigProperty(name = "parley.limits.anonymous")
    Optional<String> anonymous;

    /** Multiplies every limit except the one of sends, for load tests whose users share one address. */
    @Inject
    @ConfigProperty(name = "parley.limits.factor", defaultValue = "1")
    int factor;

    /** Maximum number of buckets of each kind. */
    @Inject
    @ConfigProperty(name = "parley.limits.buckets", defaultValue = "100000")
    int buckets;

    public int sendsPerSecond() {
        return sendsPerSecond;
    }

    public int sendsBurst() {
        return sendsBurst;
    }

    int buckets() {
        return buckets;
    }

    TokenRate rate(LimitKind limit) {
        if (limit == LimitKind.SEND) return TokenRate.of(sendsBurst, sendsPerSecond);
        return given(limit).map(TokenRate::parse).orElse(limit.standard()).times(factor);
    }

    private Optional<String> given(LimitKind limit) {
        return switch (limit) {
            case SEND -> Optional.empty();
            case EVERYONE -> everyone;
            case READ -> read;
            case TYPING -> typing;
            case WATCH -> watch;
            case ACTIVITY -> activity;
            case HELLO -> hello;
            case PAGE -> page;
            case SEARCH -> search;
            case PREVIEW -> preview;
            case CHANGE -> change;
            case CONVERSATION -> conversation;
            case FRAME -> frame;
            case PING -> ping;
            case SIGN_IN -> signIn;
            case SIGN_IN_FAILURE -> signInFailure;
            case SIGN_IN_NAME -> signInName;
            case SIGN_IN_DEVICE -> signInDevice;
            case REGISTRATION -> registration;
            case HANDSHAKE -> handshake;
            case ANONYMOUS -> anonymous;
        };
    }
}
