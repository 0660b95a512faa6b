package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.server.Eventually;

/** What only the user sees, on several pages: mute, status, places that were set back, and alerts. */
class OwnStatePageIT extends Browsing {

    /** Replaces the notifications of the browser, which a headless one does not show. */
    private static final String RECORDING_ALERTS = """
            window.alerts = [];
            window.Notification = class {
              static permission = 'granted';
              constructor(title, { body, tag }) { this.entry = { title, body, tag, open: true }; window.alerts.push(this.entry); }
              close() { this.entry.open = false; }
            };
            """;

    @Test
    @Tag("long")
    void item_32_a_muted_conversation_is_quiet_on_all_devices() {
        ada_meets_kim();
        var phone = ada.tab();
        ada.button("Details").click();
        ada.page.getByLabel("Mute").selectOption("hour");
        var item = phone.page.getByTestId("conversation").filter(with("Kim Novak"));
        assertThat(item).hasAttribute("data-muted", "true");
        for (var each : List.of(ada, phone)) each.page.navigate(each.page.url().replaceAll("#.*", "#/"));
        kim.write("Anyone there?");
        assertThat(item.getByTestId("unread")).hasText("1");
        assertThat(phone.page).hasTitle("Parley");
        ada.isAccessible("a muted conversation");
    }

    @Test
    void item_26_a_message_that_is_marked_as_unread_is_unread_on_all_pages() {
        ada_meets_kim();
        var phone = ada.tab();
        phone.page.navigate(phone.page.url().replaceAll("#.*", "#/"));
        kim.write("Remember this");
        ada.sees("Remember this");
        var item = phone.page.getByTestId("conversation").filter(with("Kim Novak"));
        assertThat(item.getByTestId("unread")).hasCount(0);
        ada.act("Remember this", "Mark unread from here");
        assertThat(item.getByTestId("unread")).hasText("1");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
    }

    @Tag("long")
    @Test
    void item_39_a_status_and_do_not_disturb_are_shown_to_others() {
        ada_meets_kim();
        kim.choose("Set a status");
        var dialog = kim.page.getByRole(AriaRole.DIALOG);
        dialog.getByText("In a meeting").click();
        kim.isAccessible("a status is set");
        dialog.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(ada.page.locator(".head")).containsText("In a meeting");
        kim.choose("For 1 hour");
        assertThat(ada.page.locator(".head")).containsText("Do not disturb until");
        assertThat(ada.page.getByText("has paused notifications until")).isVisible();
        ada.shoot("do-not-disturb");
        ada.isAccessible("a conversation with someone who must not be disturbed");
    }

    @Tag("long")
    @Test
    void item_35_a_message_is_alerted_once_over_all_pages_until_it_is_read() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        ada.context.addInitScript(RECORDING_ALERTS);
        ada.page.reload();
        var second = ada.tab();
        kim.open(ada);
        kim.write("Look here");
        Eventually.holds(
                Duration.ofSeconds(20),
                () -> assertThat(shown(ada) + shown(second)).isEqualTo(1));
        second.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        second.sees("Look here");
        Eventually.holds(
                Duration.ofSeconds(20),
                () -> assertThat(shown(ada) + shown(second)).isZero());
    }

    @Tag("long")
    @Test
    void a_section_of_the_list_is_the_same_on_all_devices() {
        ada_meets_kim();
        var phone = ada.tab();
        phone.page.navigate(phone.page.url().replaceAll("#.*", "#/"));
        ada.button("Details").click();
        ada.page.getByLabel("Section of the list").selectOption("New section…");
        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Projects");
        ada.isAccessible("a section is named");
        dialog.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
        var section = phone.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Projects"));
        assertThat(section.getByTestId("conversation")).containsText("Kim Novak");
        phone.button("Projects").click();
        assertThat(section.getByTestId("conversation")).hasCount(0);
        assertThat(ada.button("Projects")).hasAttribute("aria-expanded", "false");
        ada.page.navigate(ada.page.url().replaceAll("#.*", "#/"));
        kim.write("Still shown while it is unread");
        assertThat(section.getByTestId("conversation")).containsText("Kim Novak");
        ada.isAccessible("a section of the user");
    }

    @Test
    @Tag("long")
    void item_34_outside_of_working_hours_nothing_alerts() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        ada.context.addInitScript(RECORDING_ALERTS);
        ada.page.reload();
        ada.choose("Notifications");
        ada.page.getByLabel("Only notify me during these hours").check();
        for (var day : ada.page.locator(".hours__days input").all()) day.uncheck();
        var other = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().getValue();
        ada.page.locator(".hours__days input").nth(other - 1).check();
        ada.isAccessible("working hours");
        ada.button("Save working hours").click();
        assertThat(ada.page.getByText("Saved.")).isVisible();
        ada.page.keyboard().press("Escape");
        kim.open(ada);
        kim.write("Late at night");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
        ada.page.waitForTimeout(2_000);
        assertThat(shown(ada)).isZero();
    }

    @Test
    @Tag("long")
    void item_32_and_33_settings_and_keywords_decide_what_alerts() {
        ada_meets_kim();
        var writer = kim.person(cluster.two());
        var direct = ada.conversation();
        var group = writer.group(cluster.two(), "Alarm " + kim.username, ada.person(cluster.one()));
        ada.close_conversation();
        ada.page.evaluate("() => {" + RECORDING_ALERTS + "}");
        say(writer, cluster.two(), direct, "alerts by default");
        alerted(1);
        ada.choose("Notifications");
        ada.page
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Direct messages"))
                .uncheck();
        ada.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Keywords"))
                .fill("harbour");
        ada.button("Save keywords").click();
        ada.isAccessible("the notification settings");
        ada.page.keyboard().press("Escape");
        say(writer, cluster.two(), direct, "does not alert any more");
        say(writer, cluster.two(), group, "no word of interest");
        say(writer, cluster.two(), group, "we meet at the Harbour, today");
        alerted(2);
        assertThat(ada.page.evaluate("window.alerts.at(-1).body").toString()).contains("Harbour");
        assertThat(ada.page
                        .evaluate("window.alerts.map((each) => each.body).join()")
                        .toString())
                .doesNotContain("any more");
    }

    @Test
    @Tag("long")
    void item_32_a_conversation_can_differ_from_the_settings() {
        ada_meets_kim();
        var direct = ada.conversation();
        ada.page.evaluate("() => {" + RECORDING_ALERTS + "}");
        ada.button("Details").click();
        ada.page.getByLabel("Notify me about").selectOption("nothing");
        ada.close_conversation();
        var writer = kim.person(cluster.two());
        say(writer, cluster.two(), direct, "does not alert");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
        ada.opens("Kim Novak");
        ada.button("Details").click();
        ada.page.getByLabel("Notify me about").selectOption("all");
        ada.close_conversation();
        say(writer, cluster.two(), direct, "alerts again");
        alerted(1);
        assertThat(ada.page.evaluate("window.alerts[0].body").toString()).contains("alerts again");

        ada.opens("Kim Novak");
        ada.button("Details").click();
        ada.page.getByLabel("Mute").selectOption("hour");
        assertThat(ada.page.getByText("when someone mentions you by name")).isVisible();
        ada.close_conversation();
        say(writer, cluster.two(), direct, "is muted");
        say(writer, cluster.two(), direct, "@" + ada.username + " is named");
        alerted(2);
        assertThat(ada.page.evaluate("window.alerts[1].body").toString()).contains("is named");
    }

    @Test
    @Tag("long")
    void item_34_paused_notifications_are_silent_until_they_are_resumed() {
        ada_meets_kim();
        ada.close_conversation();
        ada.page.evaluate("() => {" + RECORDING_ALERTS + "}");
        ada.choose("For 1 hour");
        var account = ada.page.getByTestId("account");
        account.click();
        var resume = ada.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Resume notifications"));
        assertThat(resume).isVisible();
        ada.page.keyboard().press("Escape");
        kim.write("in the pause");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
        account.click();
        resume.click();
        kim.write("after the pause");
        alerted(1);
        assertThat(ada.page.evaluate("window.alerts[0].body").toString()).contains("after the pause");
    }

    private void alerted(int count) {
        Eventually.holds(
                Duration.ofSeconds(20),
                () -> assertThat(((Number) ada.page.evaluate("window.alerts.length")).intValue())
                        .isEqualTo(count));
    }

    private static int shown(Visitor visitor) {
        return ((Number) visitor.page.evaluate("window.alerts.filter((each) => each.open).length")).intValue();
    }
}
