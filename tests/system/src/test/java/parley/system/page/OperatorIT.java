package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** The page for operators. */
class OperatorIT extends Browsing {

    private static final long REFRESH_MILLIS = 15_000;

    private final String address = cluster.one().http("").toString();

    @Tag("long")
    @Test
    void an_operator_reads_the_ledger_and_starts_a_replay() {
        Operator.of(cluster);
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            SendLoad.of(List.of(pair), 40);
        }
        try (var root = visitor(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            root.signIn();
            root.choose("Operator ledger");
            isMade(root);
            assertThat(root.page.getByRole(AriaRole.TABLE)).hasCount(2);
            root.shoot("ledger");
            root.isAccessible("the ledger");

            root.button("Replay dead letters").press("Enter");
            var newest = root.page.getByTestId("commands").locator("li").first();
            assertThat(newest).containsText("by " + TestCluster.OPERATOR);
            root.page.clock().install();
            root.page.getByLabel("Refresh every 15 seconds").check();
            Eventually.holds(Duration.ofSeconds(120), () -> {
                root.page.clock().runFor(REFRESH_MILLIS);
                assertThat(newest)
                        .containsText(
                                Pattern.compile("\\d+ dead letters"),
                                new LocatorAssertions.ContainsTextOptions().setTimeout(1_000));
            });
            root.page.getByText("Back to chat").click();
            assertThat(root.page.getByTestId("search")).isVisible();
            assertThat(root.complaints).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void the_ledger_is_accessible_in_the_dark_and_on_a_phone() {
        Operator.of(cluster);
        try (var root = visitor(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK))) {
            root.signIn();
            root.page.navigate(address + "/#/operator");
            isMade(root);
            root.shoot("ledger-phone");
            root.isAccessible("the ledger, narrow and dark");
            assertThat((Boolean) root.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @Test
    void other_users_see_neither_the_link_nor_the_ledger() {
        try (var ada = visitor("Ada Lovelace", new Browser.NewContextOptions())) {
            ada.register();
            ada.page.getByTestId("account").click();
            assertThat(ada.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Keyboard shortcuts")))
                    .isVisible();
            assertThat(ada.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Operator ledger")))
                    .hasCount(0);
            ada.page.keyboard().press("Escape");
            ada.page.navigate(address + "/#/operator");
            assertThat(ada.page.getByRole(AriaRole.ALERT)).containsText("permission");
            assertThat(ada.page.getByTestId("verdict")).hasCount(0);
        }
    }

    private Visitor visitor(Browser.NewContextOptions options) {
        return visitor(TestCluster.OPERATOR, TestCluster.OPERATOR, options.setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void isMade(Visitor root) {
        assertThat(root.page.getByTestId("verdict"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(root.page
                        .getByRole(AriaRole.CELL)
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Balanced|Pending|Missing")))
                        .first())
                .isVisible();
    }
}
