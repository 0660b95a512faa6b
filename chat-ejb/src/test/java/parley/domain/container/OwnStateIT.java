package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.Directory;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.own.boundary.OwnState;
import parley.domain.own.entity.AlertLevel;
import parley.domain.own.entity.Draft;
import parley.domain.own.entity.DraftChange;
import parley.domain.own.entity.OwnPart;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class OwnStateIT {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    Directory directory;

    @Inject
    OwnState state;

    private UserProfile ada;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void a_user() {
        schema.migrate();
        var name = new Username("u" + UUID.randomUUID().toString().substring(0, 12));
        ada = accounts.register(name, new DisplayName("Ada"), "hash", Instant.now());
    }

    @Test
    void a_new_user_has_nothing_of_their_own() {
        var view = state.load(ada.id());
        assertThat(view.profile()).isEqualTo(ada);
        assertThat(view.settings().version()).isZero();
        assertThat(view.settings().contents()).isEmpty();
        assertThat(view.drafts()).isEmpty();
        assertThat(view.conversations()).isEmpty();
        assertThat(view.blocks()).isEmpty();
    }

    @Test
    void each_change_has_a_greater_version_and_keeps_the_other_parts() {
        var first = state.put(ada.id(), OwnPart.STATUS, "{\"text\":\"Lunch\"}");
        var second = state.put(ada.id(), OwnPart.PREFERENCES, "{\"theme\":\"dark\"}");
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(second.content(OwnPart.STATUS)).contains("{\"text\":\"Lunch\"}");
        var third = state.put(ada.id(), OwnPart.STATUS, null);
        assertThat(third.content(OwnPart.STATUS)).isEmpty();
        assertThat(state.settings(ada.id()).content(OwnPart.PREFERENCES)).contains("{\"theme\":\"dark\"}");
        assertThat(state.settings(ada.id())).isEqualTo(third);
        assertThat(state.touch(ada.id())).isGreaterThan(third.version());
    }

    @Test
    void a_long_setting_with_emoji_is_kept() {
        var json = "{\"page\":\"" + "\ud83c\udf5c".repeat(8_000) + "\"}";
        state.put(ada.id(), OwnPart.PREFERENCES, json);
        assertThat(state.settings(ada.id()).content(OwnPart.PREFERENCES)).contains(json);
    }

    @Test
    void a_draft_is_kept_until_it_is_sent_and_no_older_one_replaces_it() {
        var body = "\ud835\udcb3".repeat(4_000);
        var kept = write(body, NOW).stored();
        assertThat(kept).isEqualTo(new Draft(CONVERSATION, body, new Position(3), NOW, kept.version()));
        assertThat(state.draft(ada.id(), CONVERSATION)).contains(kept);
        assertThat(state.load(ada.id()).drafts()).containsExactly(kept);

        assertThat(write("older", NOW.minusSeconds(1))).isEqualTo(new DraftChange(kept, false));
        assertThat(write(null, NOW.minusSeconds(1))).isEqualTo(new DraftChange(kept, false));
        var gone = write(null, NOW.plusSeconds(1));
        assertThat(gone.changed()).isTrue();
        assertThat(gone.stored().isGone()).isTrue();
        assertThat(gone.stored().version()).isGreaterThan(kept.version());
        assertThat(write(null, NOW.plusSeconds(2)).changed()).isFalse();
        assertThat(state.load(ada.id()).drafts()).isEmpty();
        assertThat(write("older", NOW).stored().isGone()).isTrue();
        assertThat(write("newer", NOW.plusSeconds(3)).changed()).isTrue();
    }

    @Test
    void discarding_a_draft_that_never_was_keeps_an_older_one_from_coming_back() {
        assertThat(write(null, NOW).changed()).isFalse();
        assertThat(write("older", NOW.minusSeconds(1)))
                .matches(change -> change.stored().isGone() && !change.changed());
        assertThat(state.load(ada.id()).drafts()).isEmpty();
        assertThat(write("newer", NOW.plusSeconds(1)).changed()).isTrue();
    }

    @Test
    void a_draft_of_a_conversation_that_the_user_has_left_is_discarded_and_nothing_else_is_stored() {
        assertThat(state.discard(ada.id(), CONVERSATION, NOW).changed()).isFalse();
        assertThat(state.draft(ada.id(), CONVERSATION)).isEmpty();
        write("text", NOW);
        assertThat(state.discard(ada.id(), CONVERSATION, NOW.plusSeconds(1)).changed())
                .isTrue();
        assertThat(state.load(ada.id()).drafts()).isEmpty();
    }

    private DraftChange write(String body, Instant at) {
        return state.write(ada.id(), CONVERSATION, body, body == null ? null : new Position(3), at);
    }

    @Test
    void a_user_has_a_limited_number_of_drafts() {
        for (int i = 1; i <= OwnState.MOST_DRAFTS; i++)
            state.write(ada.id(), new ConversationId(i), "draft " + i, null, NOW);
        var onceMore = new ConversationId(OwnState.MOST_DRAFTS + 1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> state.write(ada.id(), onceMore, "too many", null, NOW))
                .matches(refused -> refused.why() == Refusal.CONFLICT);
        state.write(ada.id(), new ConversationId(1), "changed", null, NOW);
        state.write(ada.id(), new ConversationId(1), null, null, NOW);
        state.write(ada.id(), onceMore, "fits", null, NOW);
        assertThat(state.load(ada.id()).drafts()).hasSize(OwnState.MOST_DRAFTS);
    }

    @Test
    void alerts_of_a_conversation_are_kept_until_the_defaults_apply_again() {
        var forever = Instant.parse("9999-12-31T23:59:59Z");
        var muted = state.alert(ada.id(), CONVERSATION, AlertLevel.MENTIONS, forever);
        assertThat(state.alerts(ada.id(), CONVERSATION)).contains(muted);
        assertThat(state.load(ada.id()).conversations()).containsExactly(muted);
        state.alert(ada.id(), CONVERSATION, null, null);
        assertThat(state.load(ada.id()).conversations()).isEmpty();
    }

    @Test
    void a_renamed_user_is_found_by_the_new_name_only() {
        var word = UUID.randomUUID().toString().substring(0, 8);
        state.rename(ada.id(), new DisplayName("before" + word));
        assertThat(state.rename(ada.id(), new DisplayName("after" + word))).isPositive();
        assertThat(state.profile(ada.id()).orElseThrow().displayName()).isEqualTo("after" + word);
        assertThat(directory.find("after" + word, DirectoryCursor.START, 10).people())
                .extracting(UserProfile::id)
                .containsExactly(ada.id());
        assertThat(directory.find("before" + word, DirectoryCursor.START, 10).people())
                .isEmpty();
    }

    @Test
    void a_password_is_changed_only_if_it_is_the_one_that_was_verified() {
        assertThat(accounts.changePassword(ada.id(), "another", "new")).isFalse();
        assertThat(accounts.changePassword(ada.id(), "hash", "new")).isTrue();
        assertThat(accounts.byUsername(new Username(ada.username()))
                        .orElseThrow()
                        .passwordHash())
                .isEqualTo("new");
    }

    @Test
    void the_state_of_one_user_is_not_that_of_another() {
        var kim = accounts.register(
                new Username("v" + UUID.randomUUID().toString().substring(0, 12)),
                new DisplayName("Kim"),
                "hash",
                Instant.now());
        state.write(ada.id(), CONVERSATION, "a secret", null, NOW);
        state.put(ada.id(), OwnPart.STATUS, "{\"text\":\"Lunch\"}");
        assertThat(state.draft(kim.id(), CONVERSATION)).isEmpty();
        assertThat(state.settings(kim.id()).contents()).isEmpty();
        assertThat(state.load(kim.id()).drafts()).isEmpty();
    }
}
