package parley.bench.profile;

import java.util.List;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** The classes and methods of a sample, the innermost first. */
record Stack(List<Frame> frames) {

    record Frame(String className, String method) {

        static Frame of(RecordedFrame frame) {
            return new Frame(
                    named(frame.getMethod().getType().getName()),
                    frame.getMethod().getName());
        }

        /** Classes that the virtual machine makes have names that differ from process to process. */
        private static String named(String className) {
            return className.replaceFirst("[./+]0x[0-9a-f]+$", "").replaceFirst("\\$\\$Lambda.*", "\\$\\$Lambda");
        }

        /** Without its package. */
        @Override
        public String toString() {
            return className.substring(className.lastIndexOf('.') + 1) + "." + method;
        }
    }

    /** Null, which a sample without frames has, becomes an empty one. */
    static Stack of(RecordedStackTrace trace) {
        return new Stack(
                trace == null
                        ? List.of()
                        : trace.getFrames().stream().map(Frame::of).toList());
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    Frame top() {
        return frames.getFirst();
    }

    /** Where the JDK was entered from; the JDK itself where nobody else is there. */
    Frame caller() {
        return frames.stream()
                .filter(frame -> !Library.of(frame.className()).equals(Library.JDK))
                .findFirst()
                .orElse(top());
    }

    /** The component of ours that is nearest to what happens; else the library that the thread belongs to. */
    String purpose() {
        return frames.stream()
                .map(Frame::className)
                .filter(Library::isOurs)
                .findFirst()
                .map(Library::of)
                .orElseGet(() -> "none of ours, in a thread of "
                        + frames.reversed().stream()
                                .map(frame -> Library.of(frame.className()))
                                .filter(library -> !library.equals(Library.JDK))
                                .findFirst()
                                .orElse(Library.JDK));
    }
}
