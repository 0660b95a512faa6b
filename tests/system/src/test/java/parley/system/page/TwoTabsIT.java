package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One user with two tabs. */
class TwoTabsIT extends Browsing {

    @Test
    void two_tabs_show_the_same_messages_once_and_share_the_read_state() {
        var first = member("Ada Lovelace", cluster.one());
        var second = first.tab();
        var kim = member("Kim Novak", cluster.two());
        kim.open(first);
        kim.write("are you there");
        kim.write("hello?");
        for (var tab : new Visitor[] {first, second}) {
            assertThat(tab.page.getByTestId("unread")).hasText("2");
            assertThat(tab.page).hasTitle("(2) Parley");
        }
        first.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        first.sees("hello?");
        assertThat(first.page.getByTestId("unread")).hasCount(0);
        assertThat(second.page.getByTestId("unread")).hasCount(0);
        assertThat(second.page).hasTitle("Parley");

        second.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        first.write("from the first tab");
        second.sees("from the first tab");
        second.write("from the second tab");
        first.seesTheSameAs(second, "are you there", "hello?", "from the first tab", "from the second tab");
        first.seesTheSameAs(kim, "from the first tab", "from the second tab");
    }

    @Test
    @Tag("long")
    void an_unsent_message_of_one_tab_is_sent_by_that_tab_only() {
        ada_meets_kim();
        var first = ada;
        var wire = wire();
        wire.refuse();
        assertThat(first.banner()).isVisible();
        first.write("waits in the first tab");
        first.waits("waits in the first tab");
        first.composer().fill("half of the first tab");

        var second = first.tab();
        second.sees("Hello Kim Novak");
        assertThat(second.messages("waits in the first tab")).hasCount(0);
        second.composer().fill("half of the second tab");
        second.write("sent by the second tab");
        second.sees("sent by the second tab");
        first.waits("waits in the first tab");
        assertThat(first.composer()).hasValue("half of the first tab");

        wire.allow();
        first.seesTheSameAs(second, "waits in the first tab", "sent by the second tab");
        first.seesTheSameAs(kim, "waits in the first tab", "sent by the second tab");
        assertThat(wire.cids("waits in the first tab").stream().distinct()).hasSize(1);
        first.page.reload();
        assertThat(first.composer()).hasValue("half of the first tab");
    }

    @Tag("long")
    @Test
    void unsent_messages_of_a_closed_tab_are_sent_by_the_other() {
        ada_meets_kim();
        var first = ada;
        var second = first.tab();
        second.sees("Hello Kim Novak");
        first.context.setOffline(true);
        first.write("waits in the first tab");
        second.write("waits in the second tab");
        first.waits("waits in the first tab");
        second.waits("waits in the second tab");
        first.page.close();
        second.waits("waits in the first tab");
        second.context.setOffline(false);
        second.seesTheSameAs(kim, "waits in the first tab", "waits in the second tab");
        assertThat(second.texts()).containsSubsequence("waits in the first tab", "waits in the second tab");
    }

    @Test
    @Tag("long")
    void sign_out_in_one_tab_signs_out_the_other_and_says_so() {
        ada_meets_kim();
        var first = ada;
        var second = first.tab();
        second.sees("Hello Kim Novak");
        kim.write("over the socket");
        second.sees("over the socket");
        second.composer().fill("half of the second tab");

        // The draft of the second tab reaches the first one through the server.
        assertThat(first.composer()).hasValue("half of the second tab");
        first.choose("Sign out");
        first.button("Discard and sign out").click();
        assertThat(first.page.getByTestId("auth-form")).isVisible();
        assertThat(second.page.getByTestId("auth-form")).isVisible();
        assertThat(second.page.getByText("You have been signed out.")).isVisible();
        second.shoot("signed-out-elsewhere");
        second.isAccessible("signed out in another tab");
        second.signIn();
        assertThat(second.composer()).hasValue("half of the second tab");
        second.write("back in the second tab");
        second.seesTheSameAs(kim, "back in the second tab");
    }
}
