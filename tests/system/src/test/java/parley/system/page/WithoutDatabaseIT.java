package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Person;

/** What the client shows while the database is down. */
@Tag("long")
class WithoutDatabaseIT extends Browsing {

    @Test
    void messages_are_accepted_and_shown_as_not_yet_stored() {
        ada_meets_kim();
        var late = visitor("Late Comer", wide().setColorScheme(ColorScheme.DARK));
        late.register();
        late.signOut();

        cluster.database().goAway();
        try {
            ada.write("sent during the outage");
            ada.sees("sent during the outage");
            kim.sees("sent during the outage");
            tells(ada);
            tells(kim);
            ada.shoot("database-down");
            ada.isAccessible("the database is down");
            is_turned_away(late);

            ada.page.reload();
            ada.seesTheSameAs(kim, "Hello Kim Novak", "sent during the outage");
            tells(ada);
            assertThat(ada.page.getByText("Couldn’t load earlier messages.")).isVisible();
            ada.shoot("database-down-reloaded");
            ada.isAccessible("reloaded while the database is down");
            ada.write("sent after the reload");
            ada.seesTheSameAs(kim, "sent after the reload");
        } finally {
            cluster.database().comeBack();
        }
        assertThat(ada.banner()).hasCount(0);
        assertThat(kim.banner()).hasCount(0);
        assertThat(ada.page.getByText("This is the beginning of the conversation."))
                .isVisible();
        late.signIn();
        ada.page.reload();
        ada.seesTheSameAs(kim, "Hello Kim Novak", "sent during the outage", "sent after the reload");
    }

    private static void tells(Visitor visitor) {
        assertThat(visitor.banner()).containsText("Messages are accepted and safe, but not yet stored");
    }

    private static void is_turned_away(Visitor late) {
        late.page.getByLabel("Username").fill(late.username);
        late.page.getByLabel("Password", exactly()).fill(Person.PASSWORD);
        late.button("Sign in").click();
        assertThat(late.page.getByRole(AriaRole.ALERT))
                .containsText(Pattern.compile("Please try again in \\d+ second"));
        late.shoot("sign-in-without-database");
        late.isAccessible("sign-in without the database, dark");
    }
}
