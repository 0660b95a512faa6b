package parley.web.account.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Installation",
        description = "What a client needs to know before a user signs in.",
        requiredProperties = {"registration"})
public record InstallationResponse(
        @Schema(
                description = "Who may register: everyone, users with an invitation, or nobody.",
                enumeration = {"open", "invited", "closed"},
                examples = "open")
        String registration) {}
