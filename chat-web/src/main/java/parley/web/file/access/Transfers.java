package parley.web.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;

/** The limits of transfers. Together they leave some of the server's threads (200) for text. */
@ApplicationScoped
public class Transfers {

    private final TransferLimit uploads = new TransferLimit(8, 48);
    /** A page can ask for many thumbnails at once. */
    private final TransferLimit downloads = new TransferLimit(48, 128);

    /** @throws Refused {@code unavailable} if there are too many */
    public Transfer upload(UserId owner) {
        return uploads.begin(owner);
    }

    /** @throws Refused {@code unavailable} if there are too many */
    public Transfer download(UserId reader) {
        return downloads.begin(reader);
    }
}
