package parley.web.message.admission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may mention whom. */
@Dependent
class MentionSettings {

    /** In larger groups, members cannot mention everyone. */
    @Inject
    @ConfigProperty(name = "parley.mentions.everyoneMembers", defaultValue = "1000")
    int everyoneMembers;

    int everyoneMembers() {
        return everyoneMembers;
    }
}
