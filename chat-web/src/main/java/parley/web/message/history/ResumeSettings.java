package parley.web.message.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is replayed to a reconnecting client. */
@Dependent
public class ResumeSettings {

    @Inject
    @ConfigProperty(name = "parley.resume.perConversation", defaultValue = "1000")
    int perConversation;

    @Inject
    @ConfigProperty(name = "parley.resume.inTotal", defaultValue = "5000")
    int inTotal;

    public int perConversation() {
        return perConversation;
    }

    public int inTotal() {
        return inTotal;
    }
}
