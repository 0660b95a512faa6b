package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Person;

/** Getting around: the quick switcher, the keyboard, and the filters of the list. */
@Tag("long")
class MovingIT extends Browsing {

    @Test
    void item_01_the_quick_switcher_finds_people_and_channels_by_any_part_of_a_name() {
        ada = member("Ada Lovelace", cluster.one());
        var bjorn = visitor("Björn Ågren", Person.newName("bjorn"), wide());
        bjorn.register();
        var title = "Über " + ada.username;
        person(ada).group(cluster.one(), title);

        ada.page.keyboard().press("Control+k");
        var search = ada.page.getByTestId("directory-search");
        search.fill("uber");
        assertThat(ada.page.getByRole(AriaRole.OPTION).filter(with(title))).isVisible();
        ada.isAccessible("the quick switcher");
        ada.page.keyboard().press("Escape");
        assertThat(search).hasCount(0);

        ada.page.keyboard().press("Control+k");
        search.fill("uber " + ada.username);
        assertThat(ada.page.getByRole(AriaRole.OPTION).filter(with(title))).isVisible();
        ada.page.keyboard().press("Enter");
        assertThat(heading(title)).isVisible();

        ada.page.keyboard().press("Control+k");
        search.fill("gren bjorn");
        var found = ada.page.getByTestId("person").filter(with("@" + bjorn.username));
        assertThat(found).isVisible();
        found.click();
        assertThat(heading("Björn Ågren")).isVisible();
        assertThat(ada.composer()).isFocused();
    }

    @Test
    void item_02_the_keyboard_moves_between_conversations_and_to_unread_ones() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        var max = member("Max Planck", cluster.two());
        for (var each : new Visitor[] {kim, max}) {
            each.open(ada);
            each.write("From " + each.displayName);
            each.sees("From " + each.displayName);
        }
        var items = ada.page.getByTestId("conversation");
        assertThat(items).hasCount(2);
        items.filter(with("Max Planck")).click();
        ada.sees("From Max Planck");
        assertThat(ada.page.getByTestId("unread")).hasCount(1);
        ada.page.keyboard().press("Alt+Shift+ArrowDown");
        assertThat(heading("Kim Novak")).isVisible();
        ada.sees("From Kim Novak");
        assertThat(ada.page.getByTestId("unread")).hasCount(0);
        ada.page.keyboard().press("Alt+ArrowUp");
        assertThat(heading("Max Planck")).isVisible();
        ada.page.goBack();
        assertThat(heading("Kim Novak")).isVisible();
    }

    @Test
    void item_04_the_filter_shows_what_is_unread_and_marks_all_as_read() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        var max = member("Max Planck", cluster.two());
        ada.open(max);
        ada.write("Read by me");
        ada.sees("Read by me");
        ada.page.navigate(ada.page.url().replaceAll("#.*", "#/"));
        kim.open(ada);
        kim.write("Not read");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
        assertThat(ada.page).hasTitle("(1) Parley");

        ada.page.keyboard().press("Control+Shift+U");
        assertThat(ada.page.getByTestId("conversation")).hasCount(1);
        ada.isAccessible("the unread conversations");
        ada.button("Mark all as read").click();
        assertThat(ada.page.getByTestId("unread")).hasCount(0);
        assertThat(ada.page).hasTitle("Parley");
        assertThat(ada.page.getByText("Nothing unread")).isVisible();
        ada.button("Show all conversations").click();
        assertThat(ada.page.getByTestId("conversation")).hasCount(2);
    }

    private Locator heading(String name) {
        return ada.page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(name).setLevel(1).setExact(true));
    }

    private Person person(Visitor visitor) {
        return new Person(0, visitor.username, Person.PASSWORD, visitor.displayName, "").signIn(cluster.one());
    }
}
