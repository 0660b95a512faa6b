package parley.web.preview.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import parley.web.preview.address.WebAddress;
import parley.web.preview.fetch.FetchedPage;

class PageParserTest {

    @Test
    void open_graph_is_preferred() {
        var page = parse("""
                <!doctype html><html><head><title>Title</title><meta name=description content=Description>
                <meta property="og:title" content="A &amp; B"><meta property="og:description" content="C">
                <meta property="og:site_name" content="Site"></head><body><h1>Body</h1>""");
        assertThat(page).isEqualTo(new PageText("A & B", "C", "Site"));
    }

    @Test
    void title_and_description_are_enough() {
        assertThat(parse("<title> A\n title </title><meta name='Description' content=' of it '>"))
                .isEqualTo(new PageText("A title", "of it", null));
        assertThat(parse("<meta property=og:title content='  '><title>a</title>")
                        .title())
                .isEqualTo("a");
    }

    @Test
    void a_page_without_a_title_has_none() {
        assertThat(parse("").title()).isNull();
        assertThat(parse("<p>text<title>\u202e\u200b</title>").title()).isNull();
    }

    @Test
    void nothing_of_a_page_is_markup_or_turns_the_text_around_it() {
        assertThat(parse("<title><script>alert(1)</script>\u202egnp.exe\u2066</title>")
                        .title())
                .isEqualTo("<script>alert(1)</script>gnp.exe");
        assertThat(parse("<svg><title><img src=x onerror=alert(1)></title></svg>")
                        .title())
                .isNull();
    }

    @Test
    void long_texts_are_cut() {
        var page = parse("<title>" + "t".repeat(400_000) + "</title><meta name=description content='"
                + "é".repeat(9_000) + "'>");
        assertThat(page.title()).hasSize(PageParser.MOST_OF_A_TITLE + 1).endsWith("…");
        assertThat(page.description()).hasSize(PageParser.MOST_OF_A_DESCRIPTION + 1);
    }

    @Test
    void a_page_without_an_end_is_parsed() {
        assertThat(parse("<div>".repeat(50_000) + "<title>deep</title>")).isNotNull();
        assertThat(parse("<title>open").title()).isEqualTo("open");
        assertThat(parse("<meta property=og:title content=\"open").title()).isNull();
    }

    @Test
    void the_character_set_is_that_of_the_header_or_of_the_page() {
        var latin = Charset.forName("windows-1252");
        assertThat(parse("<title>Käse</title>".getBytes(latin), "windows-1252").title())
                .isEqualTo("Käse");
        assertThat(parse("<meta charset=windows-1252><title>Käse</title>".getBytes(latin), null)
                        .title())
                .isEqualTo("Käse");
        assertThat(parse("<title>Käse</title>".getBytes(StandardCharsets.UTF_8), null)
                        .title())
                .isEqualTo("Käse");
        assertThat(parse("\ufeff<title>Käse</title>".getBytes(StandardCharsets.UTF_16LE), "utf-8")
                        .title())
                .isEqualTo("Käse");
        assertThat(parse("<meta charset=no-such><title>a</title>").title()).isEqualTo("a");
        assertThat(parse("<title>日本</title>".getBytes(Charset.forName("Shift_JIS")), "Shift_JIS")
                        .title())
                .isEqualTo("日本");
    }

    private static PageText parse(String html) {
        return parse(html.getBytes(StandardCharsets.UTF_8), "utf-8");
    }

    private static PageText parse(byte[] html, String charset) {
        try {
            return PageParser.parse(new FetchedPage(WebAddress.parse("https://example.org"), html, charset));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
