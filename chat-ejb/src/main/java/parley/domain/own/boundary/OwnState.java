package parley.domain.own.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.own.entity.AlertLevel;
import parley.domain.own.entity.ConversationAlerts;
import parley.domain.own.entity.ConversationSetting;
import parley.domain.own.entity.Draft;
import parley.domain.own.entity.DraftChange;
import parley.domain.own.entity.OwnPart;
import parley.domain.own.entity.OwnSettings;
import parley.domain.own.entity.OwnStateView;
import parley.domain.own.entity.UserConversationKey;
import parley.domain.own.entity.UserDraft;
import parley.domain.own.entity.UserSetting;
import parley.domain.own.entity.UserSettingKey;
import parley.domain.own.entity.UserState;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Reads and changes what only one user sees. The changes of a user are made one after the other. */
@Stateless
public class OwnState {

    public static final int MOST_DRAFTS = 200;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    @Inject
    Accounts accounts;

    @Inject
    UserBlocks blocks;

    /** @throws Refused {@code not_found} if the account does not exist */
    public OwnStateView load(UserId user) {
        // The version is read first, so that no part is older than it.
        var settings = settings(user);
        var profile = accounts.find(user).orElseThrow(() -> Refused.notFound("There is no user " + user + "."));
        var drafts = rows.createQuery("""
                        SELECT d FROM UserDraft d WHERE d.key.userId = :user AND d.body IS NOT NULL
                        ORDER BY d.updatedAt DESC""", UserDraft.class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(UserDraft::draft)
                .toList();
        return new OwnStateView(profile, settings, drafts, alerts(user), blocks.of(user));
    }

    /** Of the conversations that have settings of their own. */
    public List<ConversationAlerts> alerts(UserId user) {
        return rows.createQuery("""
                        SELECT s FROM ConversationSetting s WHERE s.key.userId = :user
                        AND (s.level IS NOT NULL OR s.mutedUntil IS NOT NULL) ORDER BY s.key.conversationId""", ConversationSetting.class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(ConversationSetting::alerts)
                .toList();
    }

    public OwnSettings settings(UserId user) {
        long version = version(user);
        var contents = new EnumMap<OwnPart, String>(OwnPart.class);
        rows.createQuery("SELECT s FROM UserSetting s WHERE s.key.userId = :user", UserSetting.class)
                .setParameter("user", user.value())
                .getResultStream()
                .filter(setting -> setting.content() != null)
                .forEach(setting -> setting.part().ifPresent(part -> contents.put(part, setting.content())));
        return new OwnSettings(version, contents);
    }

    /**
     * Replaces one of the settings.
     *
     * @param json null removes it
     * @return all settings after the change
     */
    public OwnSettings put(UserId user, OwnPart part, String json) {
        long version = next(user);
        var found = rows.find(UserSetting.class, UserSettingKey.of(user, part));
        var setting = found == null ? new UserSetting(user, part) : found;
        setting.change(json, version);
        if (found == null) rows.persist(setting);
        rows.flush();
        return settings(user);
    }

    public Optional<Draft> draft(UserId user, ConversationId conversation) {
        return Optional.ofNullable(rows.find(UserDraft.class, UserConversationKey.of(user, conversation)))
                .map(UserDraft::draft);
    }

    /**
     * Writes or discards a draft, unless a later one is stored. What is discarded leaves a row, also if there was no
     * draft: a device that was offline may still have an older one.
     *
     * @param body null if the draft was sent or discarded
     * @param at when the user wrote it
     * @throws Refused {@code conflict} if the user has too many drafts
     */
    public DraftChange write(UserId user, ConversationId conversation, String body, Position replyTo, Instant at) {
        long version = next(user);
        var found = rows.find(UserDraft.class, UserConversationKey.of(user, conversation));
        boolean isGone = found == null || found.draft().isGone();
        if (isGone && body != null) requireRoom(user);
        var draft = found == null ? new UserDraft(user, conversation) : found;
        boolean written = draft.write(body, replyTo, at, version);
        if (found == null) rows.persist(draft);
        return new DraftChange(draft.draft(), written && !(isGone && body == null));
    }

    /** As {@link #write} without a body, for users who have left the conversation, so that no draft can follow. */
    public DraftChange discard(UserId user, ConversationId conversation, Instant at) {
        boolean isKept =
                draft(user, conversation).filter(kept -> !kept.isGone()).isPresent();
        return isKept
                ? write(user, conversation, null, null, at)
                : new DraftChange(new Draft(conversation, null, null, at, version(user)), false);
    }

    private void requireRoom(UserId user) {
        long drafts = rows.createQuery(
                        "SELECT COUNT(d) FROM UserDraft d WHERE d.key.userId = :user AND d.body IS NOT NULL",
                        Long.class)
                .setParameter("user", user.value())
                .getSingleResult();
        if (drafts >= MOST_DRAFTS)
            throw new Refused(Refusal.CONFLICT, "At most " + MOST_DRAFTS + " drafts are kept. Send or discard some.");
    }

    public Optional<ConversationAlerts> alerts(UserId user, ConversationId conversation) {
        return Optional.ofNullable(rows.find(ConversationSetting.class, UserConversationKey.of(user, conversation)))
                .map(ConversationSetting::alerts);
    }

    /**
     * @param level null: the user's defaults apply
     * @param mutedUntil null if it is not muted
     */
    public ConversationAlerts alert(UserId user, ConversationId conversation, AlertLevel level, Instant mutedUntil) {
        long version = next(user);
        var found = rows.find(ConversationSetting.class, UserConversationKey.of(user, conversation));
        var setting = found == null ? new ConversationSetting(user, conversation) : found;
        setting.change(level, mutedUntil, version);
        if (found == null) rows.persist(setting);
        return setting.alerts();
    }

    /** @return the version of the change */
    public long rename(UserId user, DisplayName displayName) {
        long version = next(user);
        accounts.rename(user, displayName);
        return version;
    }

    public Optional<UserProfile> profile(UserId user) {
        return accounts.find(user);
    }

    public List<UserProfile> blocks(UserId user) {
        return blocks.of(user);
    }

    /** Gives a change that another bean has made a version. */
    public long touch(UserId user) {
        return next(user);
    }

    /** 0 before the first change. */
    private long version(UserId user) {
        var state = rows.find(UserState.class, user.value());
        return state == null ? 0 : state.version();
    }

    /** Locks the user's state until the transaction ends. */
    private long next(UserId user) {
        rows.createNativeQuery(
                        "INSERT INTO user_state (user_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1")
                .setParameter(1, user.value())
                .executeUpdate();
        return version(user);
    }
}
