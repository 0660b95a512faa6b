package parley.web.own.part;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.domain.text.TextRules;
import parley.web.platform.constraint.Checkable;
import parley.web.platform.constraint.Checked;

@Schema(
        description = "A folder of conversations.",
        requiredProperties = {"id", "name"})
@Checked
public record SidebarFolder(
        @Schema(
                description = "Given by the client: 1 to 36 letters, digits, hyphens or underscores.",
                examples = "projects")
        String id,

        @Schema(description = "1 to 50 characters.", examples = "Projects")
        String name,

        @Schema(description = "The ids of at most 500 conversations, in their order.", examples = "[42, 43]")
        List<Long> conversations,

        @Schema(description = "Whether it is closed; false if absent.", examples = "false")
        Boolean collapsed)
        implements Checkable {

    @Override
    public void check() {
        normal();
    }

    SidebarFolder normal() {
        return new SidebarFolder(
                OwnRules.folderId(id),
                TextRules.folderName(name),
                OwnRules.conversations("conversations", conversations),
                NotificationSettings.or(collapsed, false));
    }
}
