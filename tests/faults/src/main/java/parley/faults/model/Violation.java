package parley.faults.model;

/** Something that must not be. */
public sealed interface Violation {

    String sentence();

    /** What it is about, where it is about one thing that somebody sent; else null. */
    default Key key() {
        return null;
    }

    /** Acknowledged, and not in history. */
    record Lost(Key key, long pos, String where) implements Violation {
        @Override
        public String sentence() {
            return "acknowledged at %d and not in %s: %s".formatted(pos, where, key);
        }
    }

    /** In history more than once. */
    record Doubled(Key key, long pos, String where) implements Violation {
        @Override
        public String sentence() {
            return "twice in %s, once more at %d: %s".formatted(where, pos, key);
        }
    }

    /** In history at another place than its ok said. */
    record Moved(Key key, long said, long found, String where) implements Violation {
        @Override
        public String sentence() {
            return "its ok said %d, %s says %d: %s".formatted(said, where, found, key);
        }
    }

    /** A repeat of something acknowledged whose ok did not say dup. */
    record Unrecognised(Key key, long pos, String by) implements Violation {
        @Override
        public String sentence() {
            return "a repeat got ok at %d without dup, by %s: %s".formatted(pos, by, key);
        }
    }

    /** Nobody sent it. */
    record Unknown(long conversation, long pos, String where) implements Violation {
        @Override
        public String sentence() {
            return "in conversation %d at %d, in %s, stands what nobody sent".formatted(conversation, pos, where);
        }
    }

    /** Not what was sent. */
    record Altered(Key key, long pos, String where) implements Violation {
        @Override
        public String sentence() {
            return "at %d, in %s, it does not say what was sent: %s".formatted(pos, where, key);
        }
    }

    record Reordered(long conversation, long pos, String how) implements Violation {
        @Override
        public String sentence() {
            return "conversation %d, place %d is out of order: %s".formatted(conversation, pos, how);
        }
    }

    /** Somebody shows something else than the log says. */
    record Diverged(long conversation, long pos, String where, String how) implements Violation {
        @Override
        public String sentence() {
            return "conversation %d at %d differs from the log in %s: %s".formatted(conversation, pos, where, how);
        }
    }

    /** An offset that is neither a row nor recorded as passed over. */
    record Unaccounted(Place place, String what) implements Violation {
        @Override
        public String sentence() {
            return "offset %s of the log is not accounted for: %s".formatted(place, what);
        }
    }

    /** An offset that is accounted for otherwise than by the rules, or more than once. */
    record Misjudged(Place place, String expected, String found) implements Violation {
        @Override
        public String sentence() {
            return "offset %s of the log should be %s and is %s".formatted(place, expected, found);
        }
    }

    /** A row whose record is not in the log. */
    record Orphan(Place place, String what) implements Violation {
        @Override
        public String sentence() {
            return "the %s of %s has no such record in the log".formatted(what, place);
        }
    }

    record Misnumbered(long conversation, long pos, long expected, long found) implements Violation {
        @Override
        public String sentence() {
            return "conversation %d at %d has number %d instead of %d".formatted(conversation, pos, found, expected);
        }
    }

    record Unsettled(String device, String why) implements Violation {
        @Override
        public String sentence() {
            return device + " did not settle: " + why;
        }
    }

    /** Acknowledged changes of membership that are not in the log, or more of them there than were tried. */
    record Unjoined(Membership change, long acknowledged, long tried, long found) implements Violation {
        @Override
        public String sentence() {
            return "user %d %s conversation %d: acknowledged %d times, tried %d times, in the log %d times"
                    .formatted(
                            change.user(),
                            change.joins() ? "joins" : "leaves",
                            change.conversation(),
                            acknowledged,
                            tried,
                            found);
        }
    }

    /** Revoked, and its text is still there. */
    record Unerased(long conversation, long pos, String where) implements Violation {
        @Override
        public String sentence() {
            return "conversation %d at %d is revoked, and its text is still in %s".formatted(conversation, pos, where);
        }
    }

    /** Shown without a change that the one who showed it knew. */
    record Unfolded(long conversation, long pos, String where, String how) implements Violation {
        @Override
        public String sentence() {
            return "conversation %d at %d is shown as it was before, by %s: %s"
                    .formatted(conversation, pos, where, how);
        }
    }

    /** Promised during a fault as well, and not there. */
    record During(String fault, String node, String what, String how) implements Violation {
        @Override
        public String sentence() {
            return "during \"%s\", at node %s, %s: %s".formatted(fault, node, what, how);
        }
    }
}
