package parley.web.platform.limits;

/** The kinds of limits: what each counts by, its default, and the text of its refusal. */
public enum LimitKind {
    /** Messages, edits, revokes and reactions. */
    SEND(Scope.USER, "500:50/1s", "Too many messages at once."),
    /** Messages and edits that mention everyone. */
    EVERYONE(Scope.USER, "20:1/5s", "Everyone is mentioned too often."),
    READ(Scope.USER, "500:50/1s", "Too many read marks at once."),
    TYPING(Scope.USER, "100:10/1s", "Too many typing signals at once."),
    /** One token for each watched user. */
    WATCH(Scope.USER, "5000:100/1s", "Too many users are watched at once."),
    /** Changes between using a device and being away from it. */
    ACTIVITY(Scope.USER, "60:1/1s", "Too many changes of activity at once."),
    HELLO(Scope.USER, "100:2/1s", "Too many sockets are opened one after another."),
    /** Everything that reads: lists, history pages, the directory. */
    PAGE(Scope.USER, "500:50/1s", "Too many pages are read at once."),
    /** Searches of messages. */
    SEARCH(Scope.USER, "60:10/1s", "Too many searches at once."),
    /** Previews of links, which a node may have to fetch. */
    PREVIEW(Scope.USER, "200:20/1s", "Too many previews at once."),
    /** Changes that have no kind of their own. */
    CHANGE(Scope.USER, "200:10/1s", "Too many changes at once."),
    /** New conversations, direct ones and groups. */
    CONVERSATION(Scope.USER, "60:5/1s,500:500/1h", "Too many new conversations."),

    FRAME(Scope.SOCKET, "2000:500/1s", "Too many frames on one socket."),
    PING(Scope.SOCKET, "60:2/1s", "Too many pings."),

    /** All attempts to sign in, including successful ones. */
    SIGN_IN(Scope.ADDRESS, "3000:3000/10m", "Too many attempts to sign in from your network address; wait a little."),
    /** Attempts in progress, and failed ones. */
    SIGN_IN_FAILURE(Scope.ADDRESS, "30:60/10m", "Too many failed attempts to sign in; wait a little."),
    /** Failed attempts for one username, by devices that have not signed in with it before. */
    SIGN_IN_NAME(Scope.NAME, "10:20/10m", "Too many failed attempts to sign in; wait a little."),
    /** Failed attempts of a device that has signed in with that username before. */
    SIGN_IN_DEVICE(Scope.DEVICE, "10:20/10m", "Too many failed attempts to sign in; wait a little."),
    REGISTRATION(Scope.ADDRESS, "1000:1000/10m", "Too many registrations from your network address; wait a little."),
    HANDSHAKE(Scope.ADDRESS, "2000:100/1s", "Too many sockets are opened from your network address."),
    /** Requests without sign-in, in total. */
    ANONYMOUS(Scope.ADDRESS, "2000:100/1s", "Too many requests from your network address.");

    /** What a limit counts by. */
    public enum Scope {
        USER,
        SOCKET,
        ADDRESS,
        NAME,
        DEVICE
    }

    private final Scope scope;
    private final TokenRate standard;
    private final String refusal;

    LimitKind(Scope scope, String standard, String refusal) {
        this.scope = scope;
        this.standard = TokenRate.parse(standard);
        this.refusal = refusal;
    }

    public Scope scope() {
        return scope;
    }

    /** The rate if the configuration does not set one. */
    public TokenRate standard() {
        return standard;
    }

    public String refusal() {
        return refusal;
    }
}
