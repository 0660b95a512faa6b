package parley.domain.command.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A command from an operator, with its state. */
@Entity
@Table(name = "operator_command")
public class OperatorCommand {

    private static final String ASKED = "asked";
    private static final String RUNNING = "running";
    private static final int LONGEST_RESULT = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String kind;

    @Column(name = "log_partition")
    private Integer partition;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String state;

    @Column(name = "taken_at")
    private Instant takenAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String result;

    protected OperatorCommand() {}

    public OperatorCommand(Command command, String askedBy, Instant askedAt) {
        this.kind = command.kind();
        this.partition = command instanceof Command.Repair(int one) ? one : null;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.state = ASKED;
    }

    /** @param before a command taken earlier than this and not ended counts as abandoned */
    public boolean isFree(Instant before) {
        return state.equals(ASKED) || state.equals(RUNNING) && takenAt.isBefore(before);
    }

    public void take(Instant now) {
        state = RUNNING;
        takenAt = now;
    }

    /** Records progress and renews the persister's claim on the command. */
    public void recordProgress(String progress, Instant now) {
        if (!state.equals(RUNNING)) return;
        takenAt = now;
        result = shortened(progress);
    }

    public void end(boolean done, String sentence, Instant now) {
        state = done ? "done" : "failed";
        result = shortened(sentence);
        endedAt = now;
    }

    private static String shortened(String sentence) {
        return sentence.length() > LONGEST_RESULT ? sentence.substring(0, LONGEST_RESULT - 1) + "…" : sentence;
    }

    public CommandStatus asked() {
        return new CommandStatus(id, Command.of(kind, partition), askedBy, askedAt, state, takenAt, endedAt, result);
    }
}
