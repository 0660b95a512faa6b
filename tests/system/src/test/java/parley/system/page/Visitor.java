package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/** A user with a browser context of their own. */
final class Visitor implements AutoCloseable {

    final String username;
    final String displayName;
    final BrowserContext context;
    final Page page;
    private final String address;
    /** Uncaught errors of the page. */
    final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, Browser.NewContextOptions options, String address, String displayName) {
        this(browser, options, address, displayName, Person.newName(firstName(displayName)));
    }

    Visitor(Browser browser, Browser.NewContextOptions options, String address, String displayName, String username) {
        this(browser.newContext(options), address, displayName, username);
        page.navigate(address + "/");
    }

    /** A registered user who has just signed in; with a few requests instead of the forms. */
    static Visitor signedIn(Browser browser, Browser.NewContextOptions options, String address, Person person) {
        var visitor = new Visitor(browser.newContext(options), address, person.displayName(), person.username());
        visitor.context.addCookies(List.of(new Cookie("parley_session", person.token()).setUrl(address)));
        visitor.page.navigate(address + "/");
        assertThat(visitor.page.getByTestId("search")).isVisible();
        return visitor;
    }

    /** What the username of a user begins with. */
    static String firstName(String displayName) {
        return displayName.toLowerCase(Locale.ROOT).split(" ")[0];
    }

    private Visitor(BrowserContext context, String address, String displayName, String username) {
        this.displayName = displayName;
        this.username = username;
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onPageError(complaints::add);
    }

    private Visitor(Visitor same, String username, String address, String url) {
        displayName = same.displayName;
        this.username = username;
        context = same.context;
        this.address = address;
        page = context.newPage();
        page.onPageError(complaints::add);
        page.navigate(url);
    }

    /** Another tab of the same user, with the same URL. */
    Visitor tab() {
        return new Visitor(this, username, address, page.url());
    }

    /** Another tab of the same browser, with another installation, where the same person has another username. */
    Visitor elsewhere(String username, String address) {
        return new Visitor(this, username, address, address + "/");
    }

    /** Opens the page again after a reload that found no server. */
    void comeBack(String at) {
        page.navigate(address + "/" + at);
    }

    void register() {
        page.getByText("New here? Create an account").click();
        page.getByLabel("Username").fill(username);
        page.getByLabel("Display name").fill(displayName);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
        button("Create account").click();
        assertThat(page.getByTestId("search")).isVisible();
    }

    void signIn() {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
        button("Sign in").click();
        assertThat(page.getByTestId("search")).isVisible();
    }

    /** Opens the menu of the account, and chooses an entry. */
    void choose(String entry) {
        page.getByTestId("account").click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    void signOut() {
        choose("Sign out");
        assertThat(page.getByTestId("auth-form")).isVisible();
    }

    /** Finds the other user with the quick switcher and opens the conversation. */
    void open(Visitor other) {
        page.getByTestId("search").click();
        page.getByTestId("directory-search").fill(other.username);
        page.getByTestId("person")
                .filter(new Locator.FilterOptions().setHasText("@" + other.username))
                .click();
        assertThat(page.getByTestId("composer")).isVisible();
    }

    /** Opens the conversation on both screens, after a first message. */
    void meet(Visitor other) {
        open(other);
        write("Hello " + other.displayName);
        other.page
                .getByTestId("conversation")
                .filter(new Locator.FilterOptions().setHasText(displayName))
                .click();
        other.sees("Hello " + other.displayName);
        sees("Hello " + other.displayName);
    }

    /** The same user, for calls without the page. */
    Person person(Node node) {
        return new Person(0, username, Person.PASSWORD, displayName, "").signIn(node);
    }

    /** The conversation that is open. */
    long conversation() {
        return Long.parseLong(page.url().replaceAll(".*#/c/(\\d+).*", "$1"));
    }

    /** Opens the page again, without an open conversation. */
    void close_conversation() {
        page.navigate(address + "/#/");
    }

    void opens(String title) {
        page.getByTestId("conversation")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();
    }

    Locator composer() {
        return page.getByTestId("composer");
    }

    void write(String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
    }

    /** Takes an action on a message: by its toolbar, or by its menu. */
    void act(String message, String action) {
        var bubble = messages(message).first();
        bubble.hover();
        var tools = bubble.getByTestId("tools");
        if (action.equals("Reply") || action.startsWith("React with")) {
            tools.getByRole(AriaRole.BUTTON, named(action)).click();
            return;
        }
        tools.getByRole(AriaRole.BUTTON, named("More actions")).click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The messages that contain the text. */
    Locator messages(String text) {
        return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Waits until there is exactly one such message and it is acknowledged. */
    void sees(String text) {
        shows(text, "accepted");
    }

    /** Waits until there is exactly one such message, not acknowledged yet. */
    void waits(String text) {
        shows(text, "waiting");
    }

    private void shows(String text, String state) {
        try {
            assertThat(messages(text)).hasCount(1);
            assertThat(messages(text)).isVisible();
            assertThat(messages(text)).hasAttribute("data-state", state);
        } catch (AssertionError missing) {
            shoot("missing-" + username);
            throw new AssertionError(
                    "%s at %s does not see \"%s\" %s; storage %s; page: %s; %s"
                            .formatted(
                                    username,
                                    page.url(),
                                    text,
                                    state,
                                    page.evaluate("JSON.stringify(localStorage)"),
                                    page.locator("body").innerText(),
                                    missing.getMessage()),
                    missing);
        }
    }

    /** The texts of all messages, in their order on the screen. */
    List<String> texts() {
        return page.getByTestId("message").locator(".bubble__text").allInnerTexts();
    }

    /** Waits until both see the same messages in the same order, each once. */
    void seesTheSameAs(Visitor other, String... texts) {
        for (var text : texts) {
            sees(text);
            other.sees(text);
        }
        Eventually.holds(
                Duration.ofSeconds(60),
                () -> assertThat(texts()).isEqualTo(other.texts()).doesNotHaveDuplicates());
    }

    Locator banner() {
        return page.getByTestId("banner");
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(TestPaths.TARGET.resolve("screenshots/" + name + ".png")));
    }

    /** Axe finds no violations. */
    void isAccessible(String state) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList()))
                .as(state)
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
