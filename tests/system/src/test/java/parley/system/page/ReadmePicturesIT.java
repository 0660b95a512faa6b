package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Person;

/** Takes the pictures of the README: a channel, light and dark, on a wide screen and on a phone. */
@Tag("long")
class ReadmePicturesIT extends Browsing {

    private final List<Chat> online = new ArrayList<>();
    private Person grace;
    private Person alan;
    private Person katherine;

    @AfterEach
    void sign_off() {
        online.forEach(Chat::close);
    }

    @Test
    void a_channel_in_light_and_dark_on_wide_and_narrow_screens() {
        ada = member("Ada Lovelace", cluster.one());
        grace = colleague("Grace Hopper");
        alan = colleague("Alan Turing");
        katherine = colleague("Katherine Johnson");
        var me = ada.person(cluster.one());
        var launch = me.group(cluster.one(), "Launch", grace, alan, katherine);
        topic(me, launch, "Version 2 ships on Thursday");
        for (var title : List.of("Announcements", "Design reviews", "Operations", "Lunch")) {
            var other = me.group(cluster.one(), title, grace, alan, katherine);
            say(grace, cluster.one(), other, "Good morning. Here is the plan for today.");
            if (title.equals("Operations"))
                say(alan, cluster.one(), other, "@" + ada.username + " can you have a look?");
        }
        for (var other : List.of(alan, katherine))
            say(other, cluster.one(), other.direct(cluster.one(), me), "Thank you, that helps a lot.");
        status(grace, "📅", "In a meeting");
        status(katherine, "🏡", "Working remotely");
        talk(me, launch);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            picture(scheme, "channel", 1240, 775, 1.5, false);
            picture(scheme, "phone", 390, 844, 1.5, true);
            picture(scheme, "narrow", 320, 640, 1, true);
        }
    }

    private void talk(Person me, long launch) {
        say(grace, cluster.one(), launch, "The release notes are ready for a last look. **What is missing?**");
        say(katherine, cluster.one(), launch, """
                I checked the numbers again:
                - p99 latency fell from 41 to *18 ms*
                - no message was lost in 30 failovers""");
        react(alan, launch, "🎉");
        react(me, launch, "🎉");
        react(grace, launch, "🚀");
        say(alan, cluster.one(), launch, """
                @%s this is all it takes to send one:
                ```js
                const { pos } = await chat.send(conv, 'hello');
                ```""".formatted(ada.username));
        say(
                me,
                cluster.one(),
                launch,
                "Lovely. I’ll add it to the [guide](https://example.org/guide) this afternoon 👍");
        react(katherine, launch, "❤️");
        say(grace, cluster.one(), launch, "Then we can ship. Thank you all!");
    }

    private void picture(ColorScheme scheme, String name, int width, int height, double scale, boolean narrow) {
        var look = visitor(
                "Ada Lovelace",
                ada.username,
                new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setDeviceScaleFactor(scale)
                        .setHasTouch(narrow)
                        .setColorScheme(scheme));
        look.signIn();
        // The linked page does not exist, and the space for its preview would stay empty. The page's policy allows no
        // style element.
        look.page.evaluate("""
                () => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync('.preview { display: none }');
                  document.adoptedStyleSheets.push(sheet);
                }""");
        assertThat(look.page.getByTestId("unread").first()).isVisible();
        var suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        if (narrow) look.shoot(name + "-list" + suffix);
        look.opens("Launch");
        look.sees("Then we can ship");
        assertThat(look.page.locator(".hljs-keyword").first()).isVisible();
        if (!narrow) look.messages("no message was lost").hover();
        look.page.waitForTimeout(500);
        look.shoot(name + suffix);
        if (narrow) return;
        look.button("Details").click();
        assertThat(look.page.getByTestId("member")).hasCount(4);
        look.page.waitForTimeout(300);
        look.shoot(name + "-details" + suffix);
    }

    private Person colleague(String name) {
        var page = visitor(name, wide());
        page.register();
        var person = page.person(cluster.one());
        online.add(Chat.hello(cluster.one(), person));
        return person;
    }

    private void topic(Person who, long conversation, String topic) {
        call(
                who,
                "PATCH",
                "/api/conversations/" + conversation,
                Json.of("topic", topic).toString());
    }

    private void status(Person who, String emoji, String text) {
        call(who, "PUT", "/api/me/status", Json.of("emoji", emoji, "text", text).toString());
    }

    private void call(Person who, String method, String path, String body) {
        who.at(cluster.one()).call(method, path, body).as(200);
    }

    /** Reacts to the last message. */
    private void react(Person who, long conversation, String emoji) {
        var items = who.history(cluster.one(), conversation, "?limit=1").path("items");
        var pos = items.path(0).path("pos").asLong();
        try (var chat = Chat.hello(cluster.one(), who)) {
            Chat.ok(chat.now(Json.of(
                    "t",
                    "react",
                    "cid",
                    parley.cluster.client.Cids.now(),
                    "conv",
                    conversation,
                    "pos",
                    pos,
                    "emoji",
                    emoji,
                    "on",
                    true)));
        }
    }
}
