package parley.web.file.text.extractor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a browser would show of a page, and its title. */
final class HtmlText {

    private HtmlText() {}

    static void read(Path document, TextSink text) throws IOException {
        try (var in = Files.newInputStream(document)) {
            NodeTraversor.traverse(new Visitor(text), Jsoup.parse(in, null, ""));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Scripts and styles are not text nodes. */
    private record Visitor(TextSink text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            endOfBlock(node);
            if (!(node instanceof TextNode words)) return;
            try {
                text.write(words.getWholeText());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            endOfBlock(node);
        }

        private void endOfBlock(Node node) {
            if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) text.endLine();
        }
    }
}
