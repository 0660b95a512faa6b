package parley.web.platform.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Whether this node is draining: it answers what it has accepted and accepts nothing more. */
@ApplicationScoped
public class DrainState {

    private volatile boolean begun;

    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }

    /** @throws Refused {@code unavailable} while draining; another node accepts the same send */
    public void refuse() {
        if (begun) throw new Refused(Refusal.UNAVAILABLE, "This server is being stopped; another takes the same send.");
    }
}
