package parley.web.own.part;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.web.platform.constraint.Checked;

@Schema(description = "How the user arranges their conversations.")
@Checked
public record Sidebar(
        @Schema(description = "The ids of at most 500 conversations, in their order.", examples = "[42, 43]")
        List<Long> favourites,

        @Schema(description = "At most 50 folders, in their order.")
        List<@Valid SidebarFolder> folders)
        implements OwnSetting {

    static final Sidebar NONE = new Sidebar(null, null);

    @Override
    public void check() {
        OwnRules.conversations("favourites", favourites);
        if (folders == null) return;
        if (folders.size() > OwnRules.MOST_FOLDERS)
            throw new IllegalArgumentException("folders: at most " + OwnRules.MOST_FOLDERS);
        if (folders.stream().map(SidebarFolder::id).distinct().count() < folders.size())
            throw new IllegalArgumentException("folders: two have the same id");
    }

    @Override
    public Record stored(Instant now) {
        return withDefaults();
    }

    public Sidebar withDefaults() {
        return new Sidebar(
                OwnRules.conversations("favourites", favourites),
                folders == null
                        ? List.of()
                        : folders.stream().map(SidebarFolder::normal).toList());
    }
}
