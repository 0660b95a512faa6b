package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A laptop that was asleep: the page's clock jumps, and its connection is dead. */
@Tag("long")
class AsleepIT extends Browsing {

    @Test
    void a_page_that_was_asleep_detects_its_dead_socket_and_catches_up() {
        ada_meets_kim();
        ada.page.clock().install();
        var wire = wire();
        assertThat(ada.banner()).hasCount(0);

        wire.now().dies();
        ada.write("written as the lid was closed");
        ada.waits("written as the lid was closed");
        for (var text : new String[] {"one while you slept", "two while you slept", "three while you slept"})
            kim.write(text);
        kim.sees("three while you slept");
        ada.page.clock().fastForward("01:00:00");
        ada.seesTheSameAs(
                kim,
                "written as the lid was closed",
                "one while you slept",
                "two while you slept",
                "three while you slept");
        ada.write("awake again");
        ada.seesTheSameAs(kim, "awake again");
        assertThat(ada.banner()).hasCount(0);
        assertThat(ada.texts())
                .containsSubsequence(
                        "one while you slept", "two while you slept", "three while you slept", "awake again");
        assertThat(wire.cids("written as the lid was closed").stream().distinct())
                .hasSize(1);
        assertThat(timeOf(wire.cids("awake again").getLast()))
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(10)),
                        Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(ada.complaints).isEmpty();
    }

    @Test
    void drafts_and_unsent_messages_survive_an_expired_session() {
        ada_meets_kim();
        ada.page.clock().install();
        ada.page.reload();
        ada.sees("Hello Kim Novak");

        ada.context.setOffline(true);
        assertThat(ada.banner()).containsText("You’re offline");
        ada.write("written without a network");
        ada.waits("written without a network");
        assertThat(ada.messages("written without a network")).not().hasAttribute("data-cid", Pattern.compile(".+"));
        ada.composer().fill("half a sentence");
        // Browsers delete expired cookies by themselves.
        ada.context.clearCookies();
        ada.page.clock().fastForward("13:00:00");
        ada.context.setOffline(false);

        assertThat(ada.page.getByTestId("auth-form")).isVisible();
        assertThat(ada.page.getByText("You are no longer signed in.")).isVisible();
        assertThat(ada.page.getByText("1 message hasn’t been sent. It’s saved on this device"))
                .isVisible();
        ada.shoot("session-over");
        ada.isAccessible("the session is over");
        ada.signIn();
        assertThat(ada.composer()).hasValue("half a sentence");
        ada.seesTheSameAs(kim, "written without a network");
    }

    private static Instant timeOf(String cid) {
        return Instant.ofEpochMilli(UUID.fromString(cid).getMostSignificantBits() >>> 16);
    }
}
