package parley.web.file.text.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of Office Open XML and OpenDocument files: of documents, tables and presentations. */
final class OfficeText {

    /** Of the entries that are read, in all. Real documents are far below. */
    private static final long MOST_BYTES = 64L * 1_024 * 1_024;

    private static final int MOST_ENTRIES = 2_000;
    private static final int DEEPEST = 256;

    private static final Pattern PARTS = Pattern.compile("content\\.xml"
            + "|word/(document|footnotes|endnotes|comments|header\\d*|footer\\d*)\\.xml"
            + "|ppt/(slides/slide|notesSlides/notesSlide)\\d+\\.xml"
            + "|xl/sharedStrings\\.xml|xl/worksheets/sheet\\d+\\.xml");

    /** Elements of Office Open XML whose characters are text; in OpenDocument, all are. */
    private static final String TEXT = "t";

    private static final Set<String> LINES = Set.of("p", "h", "si", "is", "br", "line-break", "cell");
    private static final Set<String> SPACES = Set.of("tab", "s");

    private final TextSink text;
    private long left = MOST_BYTES;

    private OfficeText(TextSink text) {
        this.text = text;
    }

    static void read(Path document, TextSink text) throws IOException {
        var office = new OfficeText(text);
        try (var zip = new ZipFile(document.toFile())) {
            var parts = zip.stream()
                    .limit(MOST_ENTRIES)
                    .filter(entry -> PARTS.matcher(entry.getName()).matches())
                    .toList();
            for (var part : parts) {
                try (var in = zip.getInputStream(part)) {
                    office.part(in, part.getName().equals("content.xml"));
                }
            }
        }
    }

    private void part(InputStream in, boolean isOpenDocument) throws IOException {
        try {
            var xml = factory().createXMLStreamReader(new Limited(in));
            int depth = 0;
            boolean isText = isOpenDocument;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) throw new IOException("the document is nested too deeply");
                        if (!isOpenDocument) isText = xml.getLocalName().equals(TEXT);
                        if (SPACES.contains(xml.getLocalName())) text.write(' ');
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        if (!isOpenDocument) isText = false;
                        if (LINES.contains(xml.getLocalName())) text.endLine();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (isText) write(xml);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException invalid) {
            throw new IOException(invalid);
        }
        text.endLine();
    }

    private void write(XMLStreamReader xml) throws IOException {
        text.write(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Ends a file that unpacks to far more than it has. */
    private final class Limited extends InputStream {

        private final InputStream in;

        Limited(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left <= 0) throw new IOException("the document has too many bytes when it is unpacked");
            int read = in.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
