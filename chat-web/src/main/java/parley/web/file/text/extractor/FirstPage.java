package parley.web.file.text.extractor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A picture of the first page of a PDF file, to be seen without a program that opens such files. */
final class FirstPage {

    /** Enough to read a page of a document. */
    private static final int LONGER_SIDE = 1_400;

    private FirstPage() {}

    /**
     * Writes a JPEG, whole or not at all.
     *
     * @throws IOException if the document is damaged
     */
    static void write(Path document, Path target) throws IOException {
        try (var pdf = Loader.loadPDF(document.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.getNumberOfPages() == 0) return;
            var box = pdf.getPage(0).getCropBox();
            var renderer = new PDFRenderer(pdf);
            // A scanned page in full size needs more memory than there is.
            renderer.setSubsamplingAllowed(true);
            float scale = LONGER_SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            var unfinished = target.resolveSibling("unfinished");
            if (!ImageIO.write(renderer.renderImage(0, scale, ImageType.RGB), "jpeg", unfinished.toFile()))
                throw new IOException("there is no writer of JPEG");
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
