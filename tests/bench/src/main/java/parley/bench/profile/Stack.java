package parley.bench.profile;

import java.util.List;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** The frames of a sample, the innermost first. */
record Stack(List<Frame> frames) {

    record Frame(String className, String method) {

        static Frame of(RecordedFrame frame) {
            var method = frame.getMethod();
            return new Frame(normalized(method.getType().getName()), method.getName());
        }

        /** Removes the numbers of hidden classes, which differ between processes. */
        private static String normalized(String className) {
            return className.replaceFirst("[./+]0x[0-9a-f]+$", "").replaceFirst("\\$\\$Lambda.*", "\\$\\$Lambda");
        }

        /** Without the package. */
        @Override
        public String toString() {
            return className.substring(className.lastIndexOf('.') + 1) + "." + method;
        }
    }

    /** @param trace null if the sample has none */
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

    /** The first frame outside the JDK, or the top frame if there is none. */
    Frame caller() {
        return frames.stream()
                .filter(frame -> !Library.isJdk(frame.className()))
                .findFirst()
                .orElse(top());
    }

    String library() {
        return Library.of(caller().className());
    }

    /** The component of the first frame of ours, or else the library that started the thread. */
    String component() {
        return frames.stream()
                .map(Frame::className)
                .filter(Library::isOurs)
                .findFirst()
                .map(Library::of)
                .orElseGet(() -> "none of ours, in a thread of " + new Stack(frames.reversed()).library());
    }
}
