package parley.web.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.web.file.text.extractor.DocumentFormat;

class TextExtractionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void plain_text_of_any_encoding_is_read() throws IOException {
        assertThat(text("  Grüße\r\n\r\n aus\t東京 ".getBytes(StandardCharsets.UTF_8), "text/plain"))
                .isEqualTo("Grüße\naus 東京");
        assertThat(text("Grüße".getBytes(StandardCharsets.ISO_8859_1), "text/csv"))
                .isEqualTo("Grüße");
        assertThat(text("Grüße".getBytes(StandardCharsets.UTF_16), "text/plain"))
                .isEqualTo("Grüße");
        assertThat(text("é".repeat(9_000).getBytes(StandardCharsets.UTF_8), "text/plain"))
                .startsWith("ééé");
        assertThat(text(new byte[0], "text/plain")).isEmpty();
    }

    @Test
    void a_page_has_the_text_that_a_browser_shows() throws IOException {
        var page = """
                <html><head><title>The plan</title><style>p {color: red}</style><script>alert('no')</script></head>
                <body><p>one<b>word</b><p>Gr&uuml;&szlig;e<br>more<ul><li>a<li>b</ul><!-- no --></body></html>""";
        assertThat(text(page.getBytes(StandardCharsets.UTF_8), "text/html"))
                .isEqualTo("The plan\noneword\nGrüße\nmore\na\nb");
    }

    @Test
    void the_text_of_pdf_is_read() throws IOException {
        assertThat(text(Documents.pdf("The boiler", "and the chimney"), "application/pdf"))
                .isEqualTo("The boiler\nand the chimney");
    }

    @Test
    void the_first_page_of_pdf_is_shown_as_a_picture() throws IOException {
        text(Documents.pdf("The boiler", "and the chimney"), "application/pdf");
        var page = ImageIO.read(TextExtraction.preview(folder).orElseThrow().toFile());
        assertThat(page.getHeight()).isBetween(1_390, 1_400);
        assertThat(page.getWidth()).isBetween(1_070, 1_090);
        var colors = new HashSet<Integer>();
        for (int x = 0; x < page.getWidth(); x++) colors.add(page.getRGB(x, page.getHeight() / 9) & 0xff);
        assertThat(colors).as("paper and ink").hasSizeGreaterThan(10);
    }

    @Test
    void what_has_no_pages_or_cannot_be_read_has_no_picture() throws IOException {
        text("nonsense".getBytes(StandardCharsets.UTF_8), "application/pdf");
        text("plain".getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThat(TextExtraction.preview(folder)).isEmpty();
    }

    @Test
    void the_text_of_office_open_xml_is_read() throws IOException {
        var word = Map.of(
                "word/document.xml",
                "<w:document xmlns:w='w'><w:p><w:r><w:t>The bo</w:t></w:r><w:r><w:t>iler</w:t><w:tab/><w:t>is</w:t></w:r></w:p>"
                        + "<w:p><w:instrText>no</w:instrText><w:t>hot &amp; old</w:t></w:p></w:document>",
                "word/styles.xml",
                "<w:styles xmlns:w='w'><w:t>no</w:t></w:styles>");
        assertThat(text(Documents.zip(word), office("wordprocessingml.document")))
                .isEqualTo("The boiler is\nhot & old");
        var sheet = Map.of(
                "xl/sharedStrings.xml", "<sst><si><t>Costs</t></si><si><t>of coal</t></si></sst>",
                "xl/worksheets/sheet1.xml", "<worksheet><c><v>1</v></c></worksheet>");
        assertThat(text(Documents.zip(sheet), office("spreadsheetml.sheet"))).isEqualTo("Costs\nof coal");
        var slides =
                Map.of("ppt/slides/slide1.xml", "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>Hello</a:t></a:p></p:sld>");
        assertThat(text(Documents.zip(slides), office("presentationml.presentation")))
                .isEqualTo("Hello");
    }

    @Test
    void the_text_of_open_document_is_read() throws IOException {
        var content = "<office:document-content xmlns:office='o' xmlns:text='t'><text:h>The boiler</text:h>"
                + "<text:p>is<text:s/>hot</text:p></office:document-content>";
        assertThat(text(Documents.zip(Map.of("content.xml", content)), "application/vnd.oasis.opendocument.text"))
                .isEqualTo("The boiler\nis hot");
    }

    @Test
    void no_more_is_read_than_is_allowed() throws IOException {
        assertThat(text("abcdefghijkl".getBytes(StandardCharsets.UTF_8), "text/plain", 10, 128, PATIENCE))
                .isEqualTo("abcdefghij");
        assertThat(text(Documents.pdf("abcdefghijkl"), "application/pdf", 10, 128, PATIENCE))
                .isEqualTo("abcdefghij");
    }

    @Test
    void bombs_and_nonsense_have_the_text_that_was_read_before_or_none() throws IOException {
        assertThat(text(Documents.zipBomb(100), office("wordprocessingml.document"), 1_000, 64, PATIENCE))
                .isEqualTo("first words");
        assertThat(text(Documents.pdfBomb(100), "application/pdf", 1_000, 64, PATIENCE))
                .isEmpty();
        var deep = "<w:x>".repeat(100_000);
        assertThat(text(
                        Documents.zip(Map.of("word/document.xml", "<w:document xmlns:w='w'>" + deep)),
                        office("wordprocessingml.document")))
                .isEmpty();
        for (var type : List.of("application/pdf", office("wordprocessingml.document")))
            assertThat(text("nonsense".getBytes(StandardCharsets.UTF_8), type)).isEmpty();
    }

    @Test
    void entities_read_no_files_and_do_not_multiply() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var entries = new LinkedHashMap<String, String>();
        entries.put(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri() + "'><!ENTITY y 'yyyy'>]>"
                        + "<w:document xmlns:w='w'><w:t>before</w:t><w:t>&x;&y;</w:t></w:document>");
        assertThat(text(Documents.zip(entries), office("wordprocessingml.document")))
                .doesNotContain("secret")
                .doesNotContain("yyyy");
    }

    @Test
    void what_takes_too_long_is_ended() throws IOException {
        assertThat(text(Documents.pdf("The boiler"), "application/pdf", 1_000, 128, Duration.ofMillis(1)))
                .isEmpty();
    }

    @Test
    void a_program_that_does_not_start_is_not_a_document_without_text() throws IOException {
        var document = Files.write(folder.resolve("content"), Documents.pdf("The boiler"));
        var extraction = new TextExtraction(() -> folder.toString(), 1_000, PATIENCE, 64);
        assertThatThrownBy(() -> extraction.extract(document, DocumentFormat.PDF, folder))
                .isInstanceOf(IOException.class);
    }

    @Test
    void only_documents_have_a_format() {
        assertThat(DocumentFormat.of("text/x-java-source")).contains(DocumentFormat.PLAIN);
        assertThat(DocumentFormat.of("image/png")).isEmpty();
        assertThat(DocumentFormat.of("application/zip")).isEmpty();
        assertThat(DocumentFormat.of("application/octet-stream")).isEmpty();
    }

    private static String office(String kind) {
        return "application/vnd.openxmlformats-officedocument." + kind;
    }

    private String text(byte[] content, String type) throws IOException {
        return text(content, type, 100_000, 128, PATIENCE);
    }

    private String text(byte[] content, String type, int most, int megabytes, Duration time) throws IOException {
        var document = Files.write(folder.resolve("content"), content);
        var extraction = new TextExtraction(() -> System.getProperty("java.class.path"), most, time, megabytes);
        return Files.readString(
                extraction.extract(document, DocumentFormat.of(type).orElseThrow(), folder));
    }
}
