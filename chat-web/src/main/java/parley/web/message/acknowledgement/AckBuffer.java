package parley.web.message.acknowledgement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.log.note.AcknowledgedNote;

/** Acknowledged offsets of one partition that are not published yet; written by one thread, drained by another. */
final class AckBuffer {

    /** Keeps a record of the topic far below a megabyte. */
    private static final int MAX_OFFSETS_PER_NOTE = 100_000;

    private static final int FIRST_ROOM = 64;

    /** The offsets of one minute. */
    private static final class Page {

        private final long minute;
        private long[] offsets = new long[FIRST_ROOM];
        private int size;

        private Page(long minute) {
            this.minute = minute;
        }

        private void add(long offset) {
            if (size == offsets.length) offsets = Arrays.copyOf(offsets, size * 2);
            offsets[size++] = offset;
        }
    }

    /** Creates a note from a page's minute (since 1970) and its offsets. */
    interface NoteFactory {
        AcknowledgedNote create(long minute, long[] offsets);
    }

    private final List<Page> pages = new ArrayList<>();
    private Page last;

    /** @param offset greater than the previous one, because records are acknowledged in log order */
    synchronized void add(long minute, long offset) {
        if (last == null || last.minute != minute || last.size == MAX_OFFSETS_PER_NOTE) {
            last = new Page(minute);
            pages.add(last);
        }
        last.add(offset);
    }

    /** Removes and returns everything that was added. */
    List<AcknowledgedNote> drain(NoteFactory factory) {
        List<Page> drained;
        synchronized (this) {
            if (last == null) return List.of();
            drained = List.copyOf(pages);
            pages.clear();
            last = null;
        }
        return drained.stream()
                .map(page -> factory.create(page.minute, Arrays.copyOf(page.offsets, page.size)))
                .toList();
    }
}
