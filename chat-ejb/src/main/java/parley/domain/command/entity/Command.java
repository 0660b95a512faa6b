package parley.domain.command.entity;

/** The commands that an operator can give. */
public sealed interface Command {

    /** The form used in the table and in REST. */
    String kind();

    /** Retries storing the dead letters. */
    record Replay() implements Command {
        @Override
        public String kind() {
            return "replay";
        }
    }

    /** Lets a partition continue although the log no longer has its next records. */
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
     * @param partition null if the command does not concern one partition
     * @throws IllegalArgumentException if there is no such command
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
