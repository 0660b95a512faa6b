package parley.web.file.text.extractor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The formats of documents whose text can be read. */
public enum DocumentFormat {
    PLAIN(PlainText::read),
    HTML(HtmlText::read),
    PDF(PdfText::read),
    /** The ZIP files of Office Open XML and OpenDocument. */
    OFFICE(OfficeText::read);

    private static final Set<String> STRUCTURED =
            Set.of("application/json", "application/xml", "application/javascript", "application/x-sh");

    @FunctionalInterface
    private interface Reading {
        void read(Path document, TextSink text) throws IOException;
    }

    private final Reading reading;

    DocumentFormat(Reading reading) {
        this.reading = reading;
    }

    /** Of a file with this media type; empty if it has no text, or one that is not read. */
    public static Optional<DocumentFormat> of(String type) {
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) return Optional.of(HTML);
        if (type.equals("application/pdf")) return Optional.of(PDF);
        if (type.startsWith("text/") || STRUCTURED.contains(type)) return Optional.of(PLAIN);
        return type.startsWith("application/vnd.openxmlformats-officedocument.")
                        || type.startsWith("application/vnd.oasis.opendocument.")
                ? Optional.of(OFFICE)
                : Optional.empty();
    }

    /** Whether the extractor makes a picture of the first page. */
    public boolean hasPages() {
        return this == PDF;
    }

    void read(Path document, TextSink text) throws IOException {
        reading.read(document, text);
    }
}
