package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Uploads;

/** Files are picked, dropped or pasted, uploaded, sent and shown. */
class FilesPageIT extends Browsing {

    private static final byte[] PICTURE = Uploads.picture(1_200, 600);

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

    @Test
    void item_16_a_picture_that_is_pasted_is_uploaded() {
        ada_meets_kim();
        transfer("paste", "pasted.png", "image/png", PICTURE);
        assertThat(attached().getByText("pasted.png")).isVisible();
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        assertThat(kim.page.getByAltText("pasted.png")).isVisible();
    }

    @Test
    void item_17_what_is_dropped_anywhere_is_uploaded_and_can_be_removed() {
        ada_meets_kim();
        var text = "hello".getBytes(StandardCharsets.UTF_8);
        transfer("drop", "kept.txt", "text/plain", text);
        transfer("drop", "removed.txt", "text/plain", text);
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

    private Locator attached() {
        return ada.page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Attached files"));
    }

    /** As a browser tells the page what was dropped or pasted. */
    private void transfer(String event, String name, String type, byte[] content) {
        ada.composer().focus();
        ada.page.evaluate(
                """
                ([event, name, type, base64]) => {
                  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
                  const data = new DataTransfer();
                  data.items.add(new File([bytes], name, { type }));
                  const init = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
                  const made = event === 'drop' ? new DragEvent(event, init) : new ClipboardEvent(event, init);
                  document.activeElement.dispatchEvent(made);
                }""", new Object[] {event, name, type, Base64.getEncoder().encodeToString(content)});
    }
}
