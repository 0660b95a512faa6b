package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Json;
import parley.cluster.server.Eventually;

/** The server is restarted while a page is open. */
@Tag("long")
class RestartIT extends Browsing {

    @Test
    void no_message_is_lost_or_duplicated_when_the_server_is_killed() {
        var ada = member("Ada Lovelace", cluster.one());
        var pat = member("Pat Postman", cluster.one());
        var kim = member("Kim Novak", cluster.two());
        pat.meet(kim);
        var pats = pat.page.url().substring(pat.page.url().indexOf('#'));
        ada.meet(kim);

        cluster.one().kill();
        assertThat(ada.banner()).containsText("Reconnecting");
        ada.write("written while it was dead");
        ada.write("and another line");
        ada.waits("written while it was dead");
        ada.waits("and another line");
        ada.composer().fill("half a sentence");
        pat.write("written before a reload that found nobody");
        pat.waits("written before a reload that found nobody");
        pat.composer().fill("pat's half a sentence");
        assertThatThrownBy(pat.page::reload).isInstanceOf(PlaywrightException.class);
        for (var text :
                new String[] {"one from the other node", "two from the other node", "three from the other node"})
            kim.write(text);
        kim.sees("three from the other node");
        ada.shoot("server-dead");
        ada.isAccessible("the server is dead");

        cluster.one().start();
        cluster.one().awaitReady();
        ada.seesTheSameAs(
                kim,
                "written while it was dead",
                "and another line",
                "one from the other node",
                "two from the other node",
                "three from the other node");
        assertThat(ada.texts())
                .containsSubsequence("written while it was dead", "and another line")
                .containsSubsequence("one from the other node", "two from the other node", "three from the other node");
        assertThat(ada.banner()).hasCount(0);
        assertThat(ada.composer()).hasValue("half a sentence");
        var seen = ada.texts();
        ada.page.reload();
        ada.sees("and another line");
        assertThat(ada.texts()).isEqualTo(seen);

        pat.comeBack(pats);
        assertThat(pat.composer()).hasValue("pat's half a sentence");
        kim.page.getByTestId("conversation").filter(with("Pat Postman")).click();
        pat.seesTheSameAs(kim, "written before a reload that found nobody");
        assertThat(ada.complaints).isEmpty();
    }

    @Test
    void a_page_waits_for_a_server_that_restarts_gracefully() {
        ada_meets_kim();

        var ending = CompletableFuture.runAsync(cluster.one()::end);
        assertThat(ada.banner()).containsText("Parley is restarting");
        ada.write("written during the restart");
        ada.waits("written during the restart");
        kim.write("said on the other node");
        kim.sees("said on the other node");
        ending.join();
        cluster.one().start();
        cluster.one().awaitReady();
        ada.seesTheSameAs(kim, "written during the restart", "said on the other node");
        assertThat(ada.banner()).hasCount(0);
    }

    @Test
    void a_bye_is_explained_and_its_reconnect_delay_is_obeyed() {
        ada_meets_kim();
        ada.page.clock().install();
        var wire = wire();
        assertThat(ada.banner()).hasCount(0);

        wire.now()
                .near
                .send(Json.of("t", "bye", "reason", "restart", "reconnectAfterMs", 60_000)
                        .toString());
        assertThat(ada.banner()).containsText("Parley is restarting");
        ada.write("written after bye");
        ada.waits("written after bye");
        ada.shoot("restarting");
        ada.isAccessible("being restarted");
        wire.now().near.close(new WebSocketRoute.CloseOptions().setCode(1001).setReason("restart"));
        assertThat(ada.banner()).containsText("Parley is restarting");
        kim.write("said meanwhile");
        kim.sees("said meanwhile");
        assertThat(wire.connections()).isEqualTo(1);
        ada.page.clock().runFor(60_000);
        ada.seesTheSameAs(kim, "written after bye", "said meanwhile");
        assertThat(ada.banner()).hasCount(0);
        assertThat(wire.cids("written after bye").stream().distinct()).hasSize(1);
    }

    @Test
    void what_is_opened_while_the_server_is_dead_appears_when_it_is_back() {
        var ada = member("Ada Lovelace", cluster.one());
        var pat = member("Pat Postman", cluster.one());
        var conversation = ada.person(cluster.one()).direct(cluster.one(), pat.person(cluster.one()));
        say(pat.person(cluster.one()), cluster.one(), conversation, "Hello Ada Lovelace");
        for (var visitor : new Visitor[] {ada, pat}) {
            // What would be loaded in advance is not, and was not before.
            visitor.context.newCDPSession(visitor.page).send("Network.clearBrowserCache");
            visitor.page.addInitScript("window.requestIdleCallback = (load) => { window.preload = load; return 0; };");
            visitor.page.reload();
            visitor.opens(visitor == ada ? "Pat Postman" : "Ada Lovelace");
            visitor.sees("Hello Ada Lovelace");
            Eventually.holds(
                    Duration.ofSeconds(30),
                    () -> assertThat(visitor.page.evaluate("window.preload !== undefined"))
                            .isEqualTo(true));
        }

        cluster.one().kill();
        assertThat(ada.banner()).containsText("Reconnecting");
        ada.composer().fill("half a sentence");
        ada.page.keyboard().press("Control+k");
        assertThat(missingParts(ada)).containsText("It will open when Parley can be reached again");
        pat.page.evaluate("window.preload()");
        pat.page.getByTestId("account").click();
        assertThat(missingParts(pat)).isVisible();
        assertThat(ada.messages("Hello Ada Lovelace")).isVisible();
        ada.shoot("parts-missing");
        ada.isAccessible("parts of the page are missing");

        cluster.one().start();
        cluster.one().awaitReady();
        assertThat(ada.page.getByTestId("directory-search")).isVisible();
        assertThat(missingParts(ada)).hasCount(0);
        assertThat(ada.composer()).hasValue("half a sentence");
        assertThat(pat.page.getByRole(AriaRole.MENU)).isVisible();
        pat.page.keyboard().press("Escape");
        pat.page.keyboard().press("Control+/");
        assertThat(pat.page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        assertThat(missingParts(pat)).hasCount(0);
        assertThat(ada.complaints).isEmpty();
        assertThat(pat.complaints).isEmpty();
    }

    @Test
    void a_page_asks_for_a_reload_if_the_server_was_updated_and_has_no_part_of_it_any_more() {
        ada_meets_kim();
        Predicate<String> part = url -> url.contains("/assets/Shortcuts");
        ada.page.route(part, route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        ada.composer().fill("half a sentence");
        ada.page.keyboard().press("Control+/");
        assertThat(missingParts(ada)).containsText("reload the page");
        assertThat(ada.messages("Hello Kim Novak")).isVisible();
        ada.isAccessible("the page is outdated");

        ada.page.unroute(part);
        ada.button("Reload").click();
        ada.sees("Hello Kim Novak");
        assertThat(missingParts(ada)).hasCount(0);
        assertThat(ada.composer()).hasValue("half a sentence");
        ada.page.keyboard().press("Control+/");
        assertThat(ada.page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        assertThat(ada.complaints).isEmpty();
    }

    private static Locator missingParts(Visitor visitor) {
        return visitor.page.getByTestId("missing-parts");
    }
}
