package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Json;
import parley.cluster.server.LoadBalancer;

/** Messages that are not acknowledged yet. */
class UnsentIT extends Browsing {

    @Test
    @Tag("long")
    void a_send_repeated_after_a_lost_answer_shows_one_bubble() {
        ada_meets_kim();
        var wire = wire();

        wire.onSend("its answer is lost", (frame, connection) -> {
            wire.passAll();
            connection.far.send(frame);
            connection.dies();
            connection.near.close();
        });
        ada.write("its answer is lost");
        ada.write("written behind it");
        ada.seesTheSameAs(kim, "its answer is lost", "written behind it");
        assertThat(wire.cids("its answer is lost")).hasSizeGreaterThan(1);
        assertThat(wire.cids("its answer is lost").stream().distinct()).hasSize(1);
        assertThat(ada.texts()).containsSubsequence("its answer is lost", "written behind it");
        ada.page.reload();
        ada.seesTheSameAs(kim, "its answer is lost", "written behind it");
    }

    @Test
    @Tag("long")
    void a_send_repeated_on_the_other_node_shows_one_bubble() {
        try (var front = new LoadBalancer(cluster.one())) {
            var ada = visitor("Ada Lovelace", wide(), front.http("").toString());
            ada.register();
            var kim = member("Kim Novak", cluster.two());
            ada.meet(kim);
            cluster.one().freeze();
            try {
                ada.write("sent to a node that is frozen");
                ada.waits("sent to a node that is frozen");
                assertThat(ada.messages("sent to a node that is frozen"))
                        .hasAttribute("data-cid", Pattern.compile(".+"));
                front.leadTo(cluster.two());
                ada.seesTheSameAs(kim, "sent to a node that is frozen");
            } finally {
                cluster.one().thaw();
            }
            cluster.one().awaitReady();
            // The node that was frozen now also reads the send that it had received.
            front.leadTo(cluster.one());
            ada.write("sent after it was thawed");
            ada.seesTheSameAs(kim, "sent to a node that is frozen", "sent after it was thawed");
            ada.page.reload();
            ada.seesTheSameAs(kim, "sent to a node that is frozen", "sent after it was thawed");
        }
    }

    @Tag("long")
    @Test
    void item_10_drafts_and_unsent_messages_survive_a_reload_and_can_be_discarded() {
        kim = member("Kim Novak", cluster.two());
        ada = visitor(
                "Ada Lovelace",
                wide().setViewportSize(390, 844).setHasTouch(true).setColorScheme(ColorScheme.DARK));
        ada.register();
        ada.meet(kim);
        var wire = wire();
        wire.refuse();
        ada.write("waits over a reload");
        ada.write("is discarded after all");
        ada.composer().fill("half a sentence");
        ada.waits("is discarded after all");

        ada.page.reload();
        assertThat(ada.composer()).hasValue("half a sentence");
        ada.waits("waits over a reload");
        ada.waits("is discarded after all");
        assertThat(ada.banner()).isVisible();
        var discard = ada.messages("is discarded after all").getByRole(AriaRole.BUTTON, labelled("Discard"));
        assertThat(discard).isVisible();
        ada.shoot("unsent-phone-dark");
        ada.isAccessible("unsent messages, narrow and dark");
        discard.focus();
        ada.page.keyboard().press("Enter");
        assertThat(ada.messages("is discarded after all")).hasCount(0);

        wire.allow();
        ada.seesTheSameAs(kim, "waits over a reload");
        assertThat(ada.banner()).hasCount(0);
        assertThat(kim.messages("is discarded after all")).hasCount(0);
        assertThat(ada.composer()).hasValue("half a sentence");
        assertThat(ada.complaints).isEmpty();
    }

    @Tag("long")
    @Test
    void a_refused_message_shows_the_reason_and_can_be_retried() {
        ada_meets_kim();
        var wire = wire();
        wire.onSend(
                "refused at first",
                (frame, connection) -> connection.near.send(Json.of(
                                "t",
                                "err",
                                "id",
                                Json.parse(frame).path("id").asLong(),
                                "code",
                                "forbidden",
                                "message",
                                "no",
                                "retry",
                                false)
                        .toString()));
        ada.write("refused at first");
        var refused = ada.messages("refused at first");
        assertThat(refused).hasAttribute("data-state", "failed");
        assertThat(refused.getByRole(AriaRole.ALERT)).containsText("You don’t have permission to post here.");
        refused.getByRole(AriaRole.BUTTON, labelled("Copy text")).click();
        assertThat(refused.getByRole(AriaRole.STATUS)).not().isEmpty();
        ada.shoot("refused");
        ada.isAccessible("a refused message");
        ada.page.reload();
        assertThat(refused).hasAttribute("data-state", "failed");
        wire.passAll();
        refused.getByRole(AriaRole.BUTTON, labelled("Retry")).click();
        ada.seesTheSameAs(kim, "refused at first");
    }

    @Test
    void item_10_a_message_written_offline_is_sent_once_when_the_network_is_back() {
        ada_meets_kim();
        ada.context.setOffline(true);
        assertThat(ada.banner()).containsText("You’re offline");
        ada.write("written offline");
        ada.waits("written offline");
        kim.write("said meanwhile");
        kim.sees("said meanwhile");
        ada.shoot("offline");
        ada.isAccessible("offline");

        ada.context.setOffline(false);
        ada.seesTheSameAs(kim, "written offline", "said meanwhile");
        assertThat(ada.banner()).hasCount(0);
    }

    private static Locator.GetByRoleOptions labelled(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
