package parley.system.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Person;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/** A browser, and users whose contexts are closed after each test. */
abstract class Browsing {

    private static Playwright playwright;
    private static Browser browser;

    final TestCluster cluster = TestCluster.shared();
    private final List<Visitor> visitors = new ArrayList<>();

    Visitor ada;
    Visitor kim;

    /** One browser serves all classes of a JVM; each test has contexts of its own. It ends with the JVM. */
    @BeforeAll
    static void start_browser() {
        if (browser != null) return;
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(
                                TestPaths.ROOT.resolve("tests/system/browser/node_modules/.cache/chromium/run"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                // A microphone that beeps, and that pages may use: this browser cannot ask.
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream")));
    }

    @AfterEach
    void disconnect() {
        visitors.forEach(Visitor::close);
    }

    Visitor visitor(String displayName, Browser.NewContextOptions options) {
        return visitor(displayName, options, cluster.one().http("").toString());
    }

    Visitor visitor(String displayName, Browser.NewContextOptions options, String address) {
        return noted(new Visitor(browser, options, address, displayName));
    }

    /** A user with a fixed username. */
    Visitor visitor(String displayName, String username, Browser.NewContextOptions options) {
        return noted(new Visitor(browser, options, cluster.one().http("").toString(), displayName, username));
    }

    private Visitor noted(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    /** A user who is registered and signed in, with a wide screen. */
    Visitor member(String displayName, Node node) {
        return member(displayName, node, wide());
    }

    Visitor member(String displayName, Node node, Browser.NewContextOptions options) {
        var person = Person.register(node, Visitor.firstName(displayName), displayName);
        return noted(Visitor.signedIn(browser, options, node.http("").toString(), person));
    }

    /** Two users on different nodes, with their conversation open on both screens. */
    void ada_meets_kim() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        ada.meet(kim);
    }

    /** Puts the test between Ada's page and its WebSocket, and waits until the page is back. */
    Wire wire() {
        var wire = new Wire(ada.page);
        ada.sees("Hello Kim Novak");
        return wire;
    }

    /** Sends a message without the page. */
    static void say(Person author, Node node, long conversation, String text) {
        author.post(node, conversation, text).as(200);
    }

    /** Sends messages without the page and without waiting between them; they arrive in this order. */
    static void say(Person author, Node node, long conversation, List<String> texts) {
        try (var chat = Chat.hello(node, author)) {
            texts.stream()
                    .map(text -> chat.send(conversation, Cids.now(), text))
                    .toList()
                    .forEach(answer -> Chat.ok(Chat.await(answer)));
        }
    }

    static Page.GetByRoleOptions onPage(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static Browser.NewContextOptions wide() {
        return new Browser.NewContextOptions().setViewportSize(1280, 800).setReducedMotion(ReducedMotion.REDUCE);
    }

    static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
