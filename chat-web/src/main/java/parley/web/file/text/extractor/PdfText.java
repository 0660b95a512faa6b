package parley.web.file.text.extractor;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of the pages of a PDF file, without what is in pictures. */
final class PdfText {

    private static final int PAGES = 1_000;

    private PdfText() {}

    static void read(Path document, TextSink text) throws IOException {
        try (var pdf = Loader.loadPDF(document.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var pages = new PDFTextStripper();
            pages.setEndPage(PAGES);
            pages.writeText(pdf, text);
        }
    }
}
