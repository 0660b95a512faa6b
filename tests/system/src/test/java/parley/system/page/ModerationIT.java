package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Person;

/** What people do about others: report, block, add, and see who has read a message. */
@Tag("long")
class ModerationIT extends Browsing {

    private String title;

    @BeforeEach
    void two_users() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        title = "Court " + ada.username;
    }

    @Test
    void item_40_a_reported_message_is_seen_and_resolved_by_an_owner() {
        channel(kim);
        ada.write("Something rude");
        open(kim);
        kim.sees("Something rude");
        kim.act("Something rude", "Report");
        var dialog = kim.page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason (optional)").fill("It is rude");
        kim.isAccessible("a message is reported");
        dialog.getByRole(AriaRole.BUTTON, named("Report")).click();
        assertThat(dialog).containsText("Thank you");

        ada.button("Details").click();
        var report = ada.page.getByTestId("report");
        assertThat(report).containsText("It is rude");
        ada.isAccessible("a report");
        report.getByRole(AriaRole.BUTTON, named("Mark as resolved")).click();
        assertThat(report).hasAttribute("data-state", "resolved");
        report.getByRole(AriaRole.LINK).click();
        assertThat(ada.messages("Something rude")).isVisible();
    }

    @Test
    void item_40_a_blocked_user_cannot_write_until_the_block_ends() {
        ada.meet(kim);
        ada.page.locator(".head").getByRole(AriaRole.BUTTON, named("Kim Novak")).click();
        var profile = ada.page.getByTestId("profile");
        profile.getByRole(AriaRole.BUTTON, named("Block")).click();
        profile.getByRole(AriaRole.BUTTON, named("Block this person")).click();
        assertThat(ada.page.getByText("You have blocked")).isVisible();
        ada.isAccessible("a blocked person");
        ada.page.keyboard().press("Escape");
        kim.write("Can you hear me?");
        var refused = kim.messages("Can you hear me?");
        assertThat(refused).hasAttribute("data-state", "failed");
        assertThat(refused).containsText("You don’t have permission to post here.");

        ada.page.locator(".head").getByRole(AriaRole.BUTTON, named("Kim Novak")).click();
        profile.getByRole(AriaRole.BUTTON, named("Unblock")).click();
        assertThat(ada.page.getByText("You have blocked")).hasCount(0);
        refused.getByRole(AriaRole.BUTTON, named("Retry")).click();
        ada.sees("Can you hear me?");
    }

    @Test
    void item_12_who_is_named_without_being_a_member_can_be_added() {
        channel();
        // The caret is not at the name, so nothing is completed: the page has never met this person.
        ada.write("Ask @" + kim.username + " about it");
        var notice = ada.page.locator(".not-members");
        assertThat(notice).containsText("Kim Novak isn’t a member");
        ada.isAccessible("someone is named who is no member");
        notice.getByRole(AriaRole.BUTTON, named("Add")).click();
        assertThat(notice).hasCount(0);
        open(kim);
        kim.sees("Ask @");
    }

    @Test
    void the_author_of_a_message_is_named_after_leaving_the_channel() {
        var grace = Person.register(cluster.two(), "grace", "Grace Hopper");
        long court = ada.person(cluster.one()).group(cluster.one(), title, grace);
        say(grace, cluster.two(), court, "I have to go");
        grace.at(cluster.two()).delete("/api/conversations/" + court + "/members/me");
        ada.page.reload();
        open(ada);
        var message = ada.messages("I have to go");
        assertThat(message).containsText("Grace Hopper");
        assertThat(ada.page.locator(".line--notice").filter(with("Grace Hopper left")))
                .isVisible();
        message.getByRole(AriaRole.BUTTON, named("Grace Hopper")).click();
        assertThat(ada.page.getByTestId("profile")).containsText(grace.username());
    }

    @Test
    void a_channel_shows_who_has_read_a_message_and_who_has_reacted() {
        channel(kim);
        ada.write("Please read");
        open(kim);
        kim.sees("Please read");
        kim.act("Please read", "React with 👍");
        ada.act("Please read", "Who has read");
        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByTestId("reader").filter(with("Kim Novak"))).isVisible();
        ada.isAccessible("who has read a message");
        ada.page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        ada.act("Please read", "Who has reacted");
        assertThat(dialog.getByTestId("reactor")).containsText("Kim Novak");
        ada.isAccessible("who has reacted");
    }

    private void channel(Visitor... members) {
        ada.page.getByTestId("create").click();
        ada.page.getByRole(AriaRole.MENUITEM, onPage("New channel")).click();
        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(title);
        for (var member : members) {
            dialog.getByLabel("Find people to add").fill(member.username);
            dialog.getByTestId("person").click();
        }
        dialog.getByRole(AriaRole.BUTTON, named("Create channel")).click();
        assertThat(ada.page.getByRole(AriaRole.HEADING, onPage(title))).isVisible();
    }

    private void open(Visitor visitor) {
        visitor.page.getByTestId("conversation").filter(with(title)).click();
    }
}
