package parley.faults.fault;

import java.time.Duration;

/** The wall clock of the first chat node is set to another time, and later back. */
public record ClockJump(Duration ahead, Duration lasting) implements Fault {

    @Override
    public String sort() {
        return "clock of a chat node jumps";
    }

    @Override
    public void begin(Scene scene) {
        scene.world().clock().move(ahead);
    }

    @Override
    public void heal(Scene scene) {
        scene.world().clock().move(Duration.ZERO);
    }

    @Override
    public String missing(Scene scene) {
        return scene.world().clock().missing();
    }
}
