package parley.st.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import parley.st.client.Person;
import parley.st.world.Places;

/** Somebody before a screen of one's own. */
final class Visitor implements AutoCloseable {

    final String username;
    final String displayName;
    final BrowserContext context;
    final Page page;
    /** What the page complained of: errors, never what a lost connection brings. */
    final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, Browser.NewContextOptions options, String address, String displayName) {
        this(browser, options, address, displayName, Person.newName(displayName.toLowerCase(java.util.Locale.ROOT).split(" ")[0]));
    }

    Visitor(Browser browser, Browser.NewContextOptions options, String address, String displayName, String username) {
        this.displayName = displayName;
        this.username = username;
        context = browser.newContext(options);
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.navigate(address + "/");
    }

    void register() {
        page.getByText("New here? Create an account").click();
        page.getByLabel("Username").fill(username);
        page.getByLabel("Display name").fill(displayName);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
        button("Create account").click();
        assertThat(page.getByTestId("directory-search")).isVisible();
    }

    void signIn() {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
        button("Sign in").click();
        assertThat(page.getByTestId("directory-search")).isVisible();
    }

    /** Finds the other in the directory and opens the conversation. */
    void open(Visitor other) {
        page.getByTestId("directory-search").fill(other.username);
        page.getByTestId("person").filter(new Locator.FilterOptions().setHasText("@" + other.username)).click();
        assertThat(page.getByTestId("composer")).isVisible();
    }

    void write(String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The messages with that text. */
    Locator messages(String text) {
        return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Waits until there is one such message, and it is in the log. */
    void sees(String text) {
        assertThat(messages(text)).hasCount(1);
        assertThat(messages(text)).hasAttribute("data-state", "accepted");
    }

    /** The texts of all messages, in the order in which they stand. */
    List<String> texts() {
        return page.getByTestId("message").locator(".text, .bubble__text, p").allInnerTexts();
    }

    Locator banner() {
        return page.getByTestId("banner");
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Places.TARGET.resolve("screenshots/" + name + ".png")));
    }

    /** Axe finds nothing against it. */
    void isAccessible(String state) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze().getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList())).as(state).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
