package parley.domain.command.entity;

/** What an operator may ask for. */
public sealed interface Command {

    /** As it stands in table and REST. */
    String kind();

    /** Tries again to store what lies in the dead letters. */
    record Replay() implements Command {
        @Override
        public String kind() {
            return "replay";
        }
    }

    /** Lets a partition go on whose next records the log no longer has. */
    record Repair(int partition) implements Command {

        public Repair {
            if (partition < 0) throw new IllegalArgumentException("partition: a partition of the log");
        }

        @Override
        public String kind() {
            return "repair";
        }
    }

    /**
     * @param partition null where the command concerns none
     * @throws IllegalArgumentException where there is no such command
     */
    static Command of(String kind, Integer partition) {
        return switch (kind) {
            case "replay" -> new Replay();
            case "repair" -> {
                if (partition == null) throw new IllegalArgumentException("partition: a repair needs one");
                yield new Repair(partition);
            }
            case null, default -> throw new IllegalArgumentException("kind: replay or repair");
        };
    }
}
