package parley.web.own.sync;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.own.boundary.OwnState;
import parley.domain.own.entity.ConversationAlerts;
import parley.domain.own.entity.OwnStateView;
import parley.web.account.signin.Operators;
import parley.web.own.part.ConversationAlertsResponse;
import parley.web.own.part.DoNotDisturb;
import parley.web.own.part.DraftResponse;
import parley.web.own.part.OwnProfile;
import parley.web.own.part.OwnStateResponse;
import parley.web.own.part.Status;
import parley.web.own.part.StoredParts;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.platform.json.JsonViews;
import parley.web.platform.json.RecordJson;
import parley.web.platform.json.UserResponse;
import parley.web.presence.UserStatuses;
import parley.web.presence.signal.OwnStateChanged;

/** Reads a user's own state, or what this node knows of it while the database is down. */
@ApplicationScoped
public class OwnStateReader {

    private static final System.Logger LOG = System.getLogger(OwnStateReader.class.getName());

    /** Memory for the states that are given while the database is down. */
    @Inject
    @ConfigProperty(name = "parley.node.ownBytes", defaultValue = "16777216")
    long ownBytes;

    @Inject
    DatabaseGateway database;

    @Inject
    OwnState state;

    @Inject
    UserStatuses statuses;

    @Inject
    Operators operators;

    @Inject
    LogClock clock;

    private OwnStateCache known;

    @PostConstruct
    void begin() {
        known = new OwnStateCache(ownBytes);
    }

    public OwnStateResponse read(UserProfile me) {
        try {
            var view = database.quick(() -> state.load(me.id()));
            republish(view);
            var response = response(view);
            known.put(me.id(), response);
            return response;
        } catch (DatabaseUnavailable down) {
            return lastKnown(me);
        }
    }

    /** The conversations that the user has muted, or what this node knows of them while the database is down. */
    public Set<ConversationId> muted(UserId user) {
        var now = clock.instant();
        return alerts(user)
                .filter(alerts -> alerts.isMuted(now))
                .map(ConversationAlerts::conversation)
                .collect(Collectors.toSet());
    }

    private Stream<ConversationAlerts> alerts(UserId user) {
        try {
            return database.quick(() -> state.alerts(user)).stream();
        } catch (DatabaseUnavailable down) {
            return known.find(user).stream()
                    .flatMap(last -> last.conversations().stream())
                    .map(ConversationAlertsResponse::alerts);
        }
    }

    /** Publishes a status again whose publication failed. */
    private void republish(OwnStateView view) {
        var user = view.profile().id();
        var shown = StoredParts.shown(user, view.settings(), clock.instant());
        var published = statuses.of(user);
        boolean isNothing = shown.isNothing();
        boolean isOld = published == null ? !isNothing : published.version() < shown.version();
        if (!isOld || shown.showsAs(published)) return;
        statuses.publish(shown);
        LOG.log(System.Logger.Level.DEBUG, "The status of user {0} is published again.", user);
    }

    private OwnStateResponse response(OwnStateView view) {
        var now = clock.instant();
        var settings = view.settings();
        return new OwnStateResponse(
                settings.version(),
                null,
                profile(view.profile()),
                view.drafts().stream().map(DraftResponse::of).toList(),
                StoredParts.settings(settings),
                view.conversations().stream()
                        .map(ConversationAlertsResponse::of)
                        .filter(Objects::nonNull)
                        .toList(),
                StoredParts.sidebar(settings),
                StoredParts.status(settings, now),
                StoredParts.dnd(settings, now),
                StoredParts.hours(settings),
                StoredParts.preferences(settings),
                view.blocks().stream().map(UserResponse::of).toList());
    }

    private OwnProfile profile(UserProfile person) {
        return OwnProfile.of(person, operators.has(person));
    }

    private OwnStateResponse lastKnown(UserProfile me) {
        var last = known.find(me.id())
                .orElseGet(() -> new OwnStateResponse(
                        0, false, profile(me), null, null, null, null, null, null, null, null, null));
        var shown = statuses.of(me.id());
        if (shown == null) return last.lastKnown(null, null);
        var now = clock.instant();
        var status = shown.text() == null && shown.emoji() == null
                ? null
                : new Status(
                        shown.text(),
                        shown.emoji(),
                        shown.until() == null ? null : shown.until().toString());
        var dnd = shown.dndUntil() == null
                ? null
                : new DoNotDisturb(shown.dndUntil().toString());
        return last.lastKnown(
                status == null || status.hasEnded(now) ? null : status, dnd == null || dnd.hasEnded(now) ? null : dnd);
    }

    /**
     * The part that has changed, as {@link #read} shows it; {@link JsonValue#NULL} if it was removed.
     *
     * @throws DatabaseUnavailable if the database does not answer
     */
    JsonValue value(OwnStateChanged change) {
        var user = change.user();
        return switch (change.part()) {
            case PROFILE -> json(database.quick(() -> state.profile(user)).orElse(null), this::profile);
            case DRAFT ->
                json(
                        database.quick(() -> state.draft(user, change.conversation()))
                                .orElse(null),
                        DraftResponse::of);
            case CONVERSATION ->
                json(
                        database.quick(() -> state.alerts(user, change.conversation()))
                                .orElse(null),
                        ConversationAlertsResponse::of);
            case BLOCKS -> {
                var blocks = JsonViews.array();
                database.quick(() -> state.blocks(user)).forEach(person -> blocks.add(JsonViews.person(person)));
                yield blocks.build();
            }
            case SETTINGS, STATUS, DND, HOURS, SIDEBAR, PREFERENCES ->
                StoredParts.value(change.part(), database.quick(() -> state.settings(user)), clock.instant());
        };
    }

    private static <T> JsonValue json(T found, Function<T, ? extends Record> response) {
        var record = found == null ? null : response.apply(found);
        return record == null ? JsonValue.NULL : RecordJson.object(record).build();
    }
}
