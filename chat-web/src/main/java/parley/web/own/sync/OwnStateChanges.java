package parley.web.own.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.own.boundary.OwnState;
import parley.domain.own.entity.AlertLevel;
import parley.domain.own.entity.ConversationAlerts;
import parley.domain.own.entity.Draft;
import parley.domain.own.entity.DraftChange;
import parley.domain.own.entity.OwnPart;
import parley.domain.own.entity.OwnSettings;
import parley.domain.refusal.Refused;
import parley.web.account.BlocksChanged;
import parley.web.account.directory.UserRelay;
import parley.web.own.part.OwnSetting;
import parley.web.own.part.StoredParts;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.json.RecordJson;
import parley.web.platform.runtime.ScheduledTask;
import parley.web.presence.UserStatuses;
import parley.web.presence.signal.EphemeralEvents;
import parley.web.presence.signal.OwnStateChanged;

/**
 * Changes a user's own state: the database first, then what others may see, then the user's other sessions. A change
 * that is stored but could not be announced is announced again until the log has it.
 */
@ApplicationScoped
public class OwnStateChanges {

    private static final System.Logger LOG = System.getLogger(OwnStateChanges.class.getName());

    @Inject
    DatabaseGateway database;

    @Inject
    OwnState state;

    @Inject
    EphemeralEvents signals;

    @Inject
    UserStatuses statuses;

    @Inject
    LogClock clock;

    @Inject
    UserRelay names;

    private final UnannouncedChanges unannounced = new UnannouncedChanges();

    /** It may wait for the broker. */
    @Produces
    ScheduledTask announcements() {
        return ScheduledTask.blocking(
                "own state", Duration.ofSeconds(1), () -> unannounced.take().forEach(this::announce));
    }

    /**
     * @param client what the client that makes the change calls itself; empty if it has not said
     * @return the version of the change
     */
    public long put(UserId user, OwnPart part, OwnSetting given, String client) {
        var stored = stored(given);
        var json = stored == null ? null : RecordJson.text(stored);
        var settings = database.needed(() -> state.put(user, part, json));
        if (part.isPublic()) publishStatus(user, settings);
        announce(new OwnStateChanged(user, part, null, settings.version(), client));
        return settings.version();
    }

    private Record stored(OwnSetting given) {
        try {
            return given.stored(clock.instant());
        } catch (IllegalArgumentException wrong) {
            var message = wrong.getMessage();
            throw Refused.invalid(Map.of(message.substring(0, message.indexOf(':')), message));
        }
    }

    /**
     * Keeps a draft, unless a later one is stored.
     *
     * @param body null discards it
     * @param at when the user wrote it
     * @return what is stored afterwards
     */
    public Draft draft(
            UserId user, ConversationId conversation, String body, Position replyTo, Instant at, String client) {
        return announced(user, database.needed(() -> state.write(user, conversation, body, replyTo, at)), client);
    }

    /**
     * Discards a draft that was sent or is not wanted, unless a later one is stored.
     *
     * @param isMember whether the user may write another one
     */
    public void discard(UserId user, ConversationId conversation, boolean isMember, Instant at, String client) {
        var change = database.needed(() ->
                isMember ? state.write(user, conversation, null, null, at) : state.discard(user, conversation, at));
        announced(user, change, client);
    }

    private Draft announced(UserId user, DraftChange change, String client) {
        var stored = change.stored();
        if (change.changed())
            announce(new OwnStateChanged(user, OwnPart.DRAFT, stored.conversation(), stored.version(), client));
        return stored;
    }

    public ConversationAlerts alert(
            UserId user, ConversationId conversation, AlertLevel level, Instant mutedUntil, String client) {
        var alerts = database.needed(() -> state.alert(user, conversation, level, mutedUntil));
        announce(new OwnStateChanged(user, OwnPart.CONVERSATION, conversation, alerts.version(), client));
        return alerts;
    }

    /** @return the version of the change */
    public long rename(UserProfile person, String client) {
        long version = database.needed(() -> state.rename(person.id(), new DisplayName(person.displayName())));
        names.wake();
        announce(new OwnStateChanged(person.id(), OwnPart.PROFILE, null, version, client));
        return version;
    }

    void blocked(@Observes BlocksChanged changed) {
        try {
            long version = database.needed(() -> state.touch(changed.user()));
            announce(new OwnStateChanged(changed.user(), OwnPart.BLOCKS, null, version, ""));
        } catch (RuntimeException failed) {
            // The block is stored and in force, so the call that made it succeeds.
            LOG.log(
                    System.Logger.Level.INFO,
                    "The other sessions of user {0} learn of a block when they load the state again: {1}",
                    changed.user(),
                    failed.toString());
        }
    }

    private void announce(OwnStateChanged change) {
        publish(() -> signals.own(change), failed -> {
            unannounced.add(change);
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "A change of user {0} ({1}) is stored and will be announced again: {2}",
                    change.user(),
                    change.part().code(),
                    failed.toString());
        });
    }

    private void publishStatus(UserId user, OwnSettings settings) {
        publish(
                () -> statuses.publish(StoredParts.shown(user, settings, clock.instant())),
                failed -> LOG.log(
                        System.Logger.Level.INFO,
                        "The status of user {0} is stored but could not be published; it shows when the user''s client"
                                + " loads the state again: {1}",
                        user,
                        failed.toString()));
    }

    private static void publish(Supplier<CompletionStage<Void>> publication, Consumer<Throwable> onFailure) {
        try {
            publication.get().whenComplete((done, failed) -> {
                if (failed != null) onFailure.accept(failed);
            });
        } catch (Refused unreachable) {
            onFailure.accept(unreachable);
        }
    }
}
