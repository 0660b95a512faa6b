package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Cids;
import parley.cluster.client.Documents;
import parley.cluster.client.HostileFiles;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;

/** Files are picked, dropped or pasted, uploaded, sent and shown. */
class FilesPageIT extends Browsing {

    private static final byte[] PICTURE = Uploads.picture(1_200, 600);

    private Person adasCalls;

    @Test
    void a_picture_that_is_picked_is_sent_and_shown_without_moving_anything() {
        ada_meets_kim();
        ada.page.getByTestId("files").setInputFiles(new FilePayload("boiler.png", "image/png", PICTURE));
        assertThat(attached().getByText("boiler.png")).isVisible();
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.composer().fill("look at this");
        ada.page.getByTestId("send").click();
        kim.sees("look at this");
        var shown = kim.page.getByAltText("boiler.png");
        assertThat(shown).isVisible();
        assertThat(shown).hasJSProperty("naturalWidth", 720);
        assertThat(shown.boundingBox().width).isEqualTo(360);
        assertThat(shown.boundingBox().height).isEqualTo(180);
        assertThat(ada.page.getByAltText("boiler.png")).isVisible();
        assertThat(attached()).isHidden();
        ada.page.reload();
        assertThat(ada.page.getByAltText("boiler.png")).isVisible();
        ada.shoot("files");
    }

    @Tag("long")
    @Test
    void item_16_a_picture_that_is_pasted_is_uploaded() {
        ada_meets_kim();
        transfer("paste", new FilePayload("pasted.png", "image/png", PICTURE));
        assertThat(attached().getByText("pasted.png")).isVisible();
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        assertThat(kim.page.getByAltText("pasted.png")).isVisible();
    }

    @Tag("long")
    @Test
    void item_16_a_file_of_any_type_that_is_pasted_is_uploaded() {
        ada_meets_kim();
        transfer("paste", text("pasted.txt", 5));
        assertThat(attached().getByText("pasted.txt")).isVisible();
        assertThat(ada.composer()).hasValue("");
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        assertThat(kim.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("pasted.txt 5 byte")))
                .isVisible();
    }

    @Tag("long")
    @Test
    void item_16_a_text_that_is_too_long_is_sent_as_a_file_and_one_undo_brings_it_back() {
        ada_meets_kim();
        var text = "long ".repeat(900);
        ada.composer().fill(text);
        assertThat(ada.button("Send as a file")).isInViewport();
        ada.shoot("long-text");
        ada.isAccessible("a text that is too long");
        ada.button("Send as a file").click();
        assertThat(ada.composer()).hasValue("");
        assertThat(attached().getByText("message.txt")).isVisible();
        ada.page.keyboard().press("Control+z");
        assertThat(ada.composer()).hasValue(text);
        ada.composer().fill("");
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        assertThat(kim.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("message.txt 4")))
                .isVisible();
    }

    @Tag("long")
    @Test
    void item_17_what_is_dropped_anywhere_is_uploaded_and_can_be_removed() {
        ada_meets_kim();
        transfer("drop", text("kept.txt", 5));
        transfer("drop", text("removed.txt", 5));
        assertThat(attached().getByText("kept.txt")).isVisible();
        ada.button("Remove removed.txt").click();
        assertThat(attached().getByText("removed.txt")).isHidden();
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        var link = kim.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("kept.txt 5 byte"));
        assertThat(link).isVisible();
        var download = kim.page.waitForDownload(link::click);
        assertThat(download.suggestedFilename()).isEqualTo("kept.txt");
    }

    @Tag("long")
    @Test
    void item_17_files_that_are_dropped_together_keep_their_order_show_their_progress_and_can_be_cancelled() {
        ada_meets_kim();
        var parts = new ArrayDeque<Route>();
        var isHeld = new AtomicBoolean(true);
        ada.page.route(Pattern.compile("/api/files/\\d+/content$"), part -> {
            if (isHeld.get()) parts.add(part);
            else part.resume();
        });
        // Each has three parts.
        transfer("drop", text("first.txt", 2_500_000), text("cancelled.txt", 2_500_000), text("last.txt", 2_500_000));
        var items = attached().getByRole(AriaRole.LISTITEM);
        var names = attached().locator(".files__name");
        assertThat(names).hasText(new String[] {"first.txt", "cancelled.txt", "last.txt"});
        var first = attached().getByRole(AriaRole.PROGRESSBAR, named("Uploading first.txt"));
        assertThat(first).hasJSProperty("value", 0);
        letPass(parts);
        assertThat(first).hasJSProperty("value", 1_048_576);
        assertThat(ada.page.getByTestId("send")).isDisabled();
        ada.isAccessible("files while they are uploaded");
        ada.shoot("uploading");
        letPass(parts);
        letPass(parts);
        assertThat(items.first()).hasAttribute("data-state", "complete");

        letPass(parts);
        assertThat(attached().getByRole(AriaRole.PROGRESSBAR, named("Uploading cancelled.txt")))
                .hasJSProperty("value", 1_048_576);
        isHeld.set(false);
        ada.page.waitForRequest(
                request -> request.method().equals("DELETE") && request.url().matches(".*/api/files/\\d+"),
                () -> ada.button("Remove cancelled.txt").click());
        assertThat(names).hasText(new String[] {"first.txt", "last.txt"});
        assertThat(items.last()).hasAttribute("data-state", "complete");
        ada.page.getByTestId("send").click();
        assertThat(kim.page.locator(".files__name")).hasText(new String[] {"first.txt", "last.txt"});
    }

    /** Lets the next part of an upload pass, when the page sends it. */
    private void letPass(Deque<Route> parts) {
        ada.page.waitForCondition(() -> !parts.isEmpty());
        parts.remove().resume();
    }

    @Test
    @Tag("long")
    void item_29_pictures_open_in_a_viewer_and_the_arrow_keys_go_from_one_to_the_next() {
        ada_meets_kim();
        send("the boiler", file("boiler.png", PICTURE), file("notes.txt", "notes".getBytes(StandardCharsets.UTF_8)));
        send("the chimney", file("chimney.png", Uploads.picture(300, 600)));
        kim.sees("the chimney");
        var link = kim.page.getByRole(AriaRole.LINK, onPage("boiler.png"));
        link.focus();
        kim.page.keyboard().press("Enter");
        var viewer = kim.page.getByRole(AriaRole.DIALOG, onPage("Pictures"));
        var boiler = viewer.getByAltText("boiler.png");
        assertThat(boiler).isVisible();
        assertThat(boiler).hasJSProperty("naturalWidth", 1_200);
        assertThat(viewer.getByRole(AriaRole.STATUS)).hasText("boiler.png, 1 of 2");
        assertThat(boiler.boundingBox().height).isLessThan(800);
        kim.isAccessible("the viewer");
        kim.shoot("viewer");

        kim.page.keyboard().press("ArrowRight");
        assertThat(viewer.getByAltText("chimney.png")).isVisible();
        kim.page.keyboard().press("ArrowRight");
        assertThat(viewer.getByRole(AriaRole.STATUS)).hasText("chimney.png, 2 of 2");
        kim.page.keyboard().press("ArrowLeft");
        assertThat(boiler).isVisible();

        viewer.getByRole(AriaRole.BUTTON, named("Original size")).click();
        assertThat(boiler).hasJSProperty("width", 1_200);
        viewer.getByRole(AriaRole.BUTTON, named("Fit to the window")).click();
        var save = viewer.getByRole(AriaRole.LINK, named("Download boiler.png"));
        assertThat(kim.page.waitForDownload(save::click).suggestedFilename()).isEqualTo("boiler.png");

        kim.page.keyboard().press("Escape");
        assertThat(viewer).isHidden();
        assertThat(link).isFocused();
        assertThat(kim.page.context().pages()).hasSize(1);
    }

    @Test
    @Tag("long")
    void the_first_page_of_a_pdf_file_is_shown_and_opens_in_the_viewer() {
        ada_meets_kim();
        send("the plan", file("plan.pdf", Documents.pdf("The boiler")));
        kim.sees("the plan");
        var box = kim.page.locator(".files__item").boundingBox();
        var page = kim.page.getByRole(AriaRole.LINK, onPage("Open plan.pdf"));
        // It is asked for again until the server has made it.
        kim.page.waitForCondition(() -> page.locator("img")
                .evaluateAll("all => all.length > 0 && all[0].naturalWidth > 0")
                .equals(true));
        assertThat(kim.page.locator(".files__item").boundingBox().height).isEqualTo(box.height);
        kim.isAccessible("a document");
        kim.shoot("document");
        page.focus();
        kim.page.keyboard().press("Enter");
        var viewer = kim.page.getByRole(AriaRole.DIALOG, onPage("Pictures"));
        var shown = viewer.getByAltText("First page of plan.pdf");
        assertThat(shown).hasJSProperty("naturalHeight", 1_400);
        assertThat(shown.boundingBox().height).isLessThan(800);
        var save = viewer.getByRole(AriaRole.LINK, named("Download plan.pdf"));
        assertThat(kim.page.waitForDownload(save::click).suggestedFilename()).isEqualTo("plan.pdf");
        kim.shoot("viewer-document");
        kim.page.keyboard().press("Escape");
        assertThat(page).isFocused();
    }

    @Test
    @Tag("long")
    void the_files_of_a_conversation_are_listed_in_a_panel() {
        ada_meets_kim();
        for (int message = 0; message < 6; message++) {
            var texts = new long[9];
            for (int i = 0; i < texts.length; i++)
                texts[i] = file("text %d-%d.txt".formatted(message, i), new byte[] {'a'});
            send("texts " + message, texts);
        }
        send("the boiler", file("boiler.png", PICTURE));
        kim.sees("the boiler");
        kim.button("Files").click();
        var panel = kim.page.getByRole(AriaRole.COMPLEMENTARY, onPage("Files"));
        var names = panel.locator(".file-panel__name");
        assertThat(names.first()).hasText("boiler.png");
        panel.getByRole(AriaRole.BUTTON, named("Show more files")).click();
        assertThat(names).hasCount(55);
        assertThat(panel.getByRole(AriaRole.BUTTON, named("Show more files"))).hasCount(0);
        kim.isAccessible("the files of a conversation");
        kim.shoot("files-panel");

        panel.getByRole(AriaRole.BUTTON, named("Pictures")).click();
        assertThat(names).hasText(new String[] {"boiler.png"});
        var picture = panel.getByRole(AriaRole.LINK, named("Open boiler.png"));
        picture.click();
        var viewer = kim.page.getByRole(AriaRole.DIALOG, onPage("Pictures"));
        assertThat(viewer.getByAltText("boiler.png")).isVisible();
        kim.page.keyboard().press("Escape");
        assertThat(viewer).isHidden();
        assertThat(picture).isFocused();

        send("the chimney", file("chimney.png", PICTURE));
        assertThat(names).hasText(new String[] {"chimney.png", "boiler.png"});
        panel.getByRole(AriaRole.BUTTON, named("Other")).click();
        assertThat(names.first()).containsText("text 5-");
        var newest = names.first().innerText();
        panel.getByRole(AriaRole.LINK, named("Show in conversation: " + newest)).click();
        assertThat(kim.messages("texts 5")).isVisible();
        names.first().focus();
        kim.page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat(kim.button("Files")).isFocused();
    }

    @Test
    @Tag("long")
    void a_voice_message_is_recorded_heard_sent_and_played() {
        ada_meets_kim();
        ada.button("Record a voice message").click();
        var recorder = ada.page.getByRole(AriaRole.GROUP, onPage("Voice message"));
        assertThat(recorder.getByRole(AriaRole.STATUS)).hasText("Recording.");
        ada.isAccessible("the recorder");
        ada.page.keyboard().press("Escape");
        assertThat(recorder).isHidden();
        assertThat(ada.composer()).isFocused();

        ada.button("Record a voice message").click();
        assertThat(recorder.getByRole(AriaRole.TIMER)).containsText("0:02");
        assertThat(recorder.getByRole(AriaRole.BUTTON, named("Stop recording"))).isFocused();
        ada.page.keyboard().press("Enter");
        plays(ada, recorder.getByLabel("Your recording"));
        ada.isAccessible("the recorded message");
        ada.shoot("voice");
        assertThat(recorder.getByRole(AriaRole.BUTTON, named("Attach"))).isFocused();
        ada.page.keyboard().press("Enter");
        assertThat(recorder).isHidden();
        assertThat(attached().getByText(Pattern.compile("^Voice message .*\\.weba$")))
                .isVisible();
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        var player = kim.page.locator("audio");
        assertThat(player).isVisible();
        plays(kim, player);
    }

    @Tag("long")
    @Test
    void a_microphone_that_is_denied_is_explained() {
        ada_meets_kim();
        // As a browser that asks the user, who denies it.
        ada.page.evaluate("() => { navigator.mediaDevices.getUserMedia = async () => {"
                + " throw new DOMException('Permission denied', 'NotAllowedError'); }; }");
        ada.button("Record a voice message").click();
        var recorder = ada.page.getByRole(AriaRole.GROUP, onPage("Voice message"));
        assertThat(recorder.getByRole(AriaRole.STATUS)).containsText("The microphone is blocked for this page.");
        ada.isAccessible("the recorder without a microphone");
        assertThat(recorder.getByRole(AriaRole.BUTTON, named("Close"))).isFocused();
        ada.page.keyboard().press("Enter");
        assertThat(recorder).isHidden();
        assertThat(ada.composer()).isFocused();
    }

    /** With sound, browsers play only what a person has started. */
    private static void plays(Visitor visitor, Locator player) {
        player.evaluate("audio => { audio.muted = true; return audio.play(); }");
        visitor.page.waitForFunction("audio => audio.currentTime > 0", player.elementHandle());
    }

    @Test
    void nothing_in_a_file_runs_in_the_page() {
        ada_meets_kim();
        var files = new long[] {
            file("page.html", HostileFiles.page()),
            file("picture.svg", HostileFiles.svgWithScript()),
            file("funny.gif", HostileFiles.gifThatIsAScript())
        };
        send("<img src=x onerror=\"window.ran=true\">", files);
        kim.sees("onerror");
        for (long file : files) {
            kim.page.evaluate("""
                    async (address) => {
                      const ended = (element) => new Promise((done) => {
                        element.onload = element.onerror = () => done();
                        setTimeout(done, 2000);
                        document.body.append(element);
                      });
                      await ended(Object.assign(document.createElement('script'), { src: address }));
                      await ended(Object.assign(document.createElement('iframe'), { src: address }));
                      await ended(Object.assign(document.createElement('object'), { data: address }));
                    }""", cluster.two().http("/api/files/" + file).toString());
        }
        assertThat(kim.page.evaluate("() => window.ran === undefined")).isEqualTo(true);
    }

    private long file(String name, byte[] content) {
        return Uploads.file(cluster.one(), adas(), name, content);
    }

    private void send(String text, long... files) {
        adas().at(cluster.one())
                .post(
                        "/api/conversations/" + ada.conversation() + "/messages",
                        Json.of("cid", Cids.now(), "body", text, "files", files))
                .as(200);
    }

    /** Ada, for calls without her page. */
    private Person adas() {
        if (adasCalls == null) adasCalls = ada.person(cluster.one());
        return adasCalls;
    }

    private Locator attached() {
        return ada.page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Attached files"));
    }

    private static FilePayload text(String name, int size) {
        return new FilePayload(name, "text/plain", "a".repeat(size).getBytes(StandardCharsets.UTF_8));
    }

    /** As a browser tells the page what was dropped or pasted. */
    private void transfer(String event, FilePayload... files) {
        ada.composer().focus();
        var described = Arrays.stream(files)
                .map(file -> Map.of(
                        "name",
                        file.name,
                        "type",
                        file.mimeType,
                        "base64",
                        Base64.getEncoder().encodeToString(file.buffer)))
                .toList();
        ada.page.evaluate("""
                ([event, files]) => {
                  const data = new DataTransfer();
                  for (const { name, type, base64 } of files) {
                    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
                    data.items.add(new File([bytes], name, { type }));
                  }
                  const init = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
                  const made = event === 'drop' ? new DragEvent(event, init) : new ClipboardEvent(event, init);
                  document.activeElement.dispatchEvent(made);
                }""", List.of(event, described));
    }
}
