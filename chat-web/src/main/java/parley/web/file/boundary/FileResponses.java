package parley.web.file.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import parley.domain.file.control.ClaimRules;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.file.access.ByteRange;
import parley.web.file.access.Transfers;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FileStorage;

/**
 * Answers with an object of the storage. An object never changes, so its name is its entity tag; browsers ask before they
 * use what they have, because the user may no longer read it.
 */
@ApplicationScoped
class FileResponses {

    private static final System.Logger LOG = System.getLogger(FileResponses.class.getName());

    @Inject
    FileStorage storage;

    @Inject
    Transfers transfers;

    Response answer(
            Request preconditions,
            HttpServletRequest request,
            UserId reader,
            FileObject object,
            long size,
            String type,
            String disposition,
            String rangeHeader) {
        var tag = tag(object);
        var unchanged = preconditions.evaluatePreconditions(tag);
        if (unchanged != null) return unchanged.tag(tag).build();
        var range = isFor(tag, request.getHeader("If-Range"))
                ? ByteRange.parse(rangeHeader, size)
                : Optional.<ByteRange>empty();
        if (range.isPresent() && !range.get().isSatisfiable())
            return Response.status(416)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        var part = range.orElse(new ByteRange(0, size));
        var answer = Response.status(range.isPresent() ? 206 : 200)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("Accept-Ranges", "bytes")
                .tag(tag);
        if (range.isPresent()) answer.header("Content-Range", part.of(size));
        return answer.entity(body(request, reader, object, part)).build();
    }

    /** A redirect to the storage; empty unless links are configured. */
    Optional<Response> link(HttpServletRequest request, FileObject object, String type, String disposition) {
        if (!request.getMethod().equals("GET")) return Optional.empty();
        return storage.link(object, type, disposition)
                .map(link -> Response.temporaryRedirect(link)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    Response whole(Request preconditions, HttpServletRequest request, UserId reader, FileObject object, String type) {
        var tag = tag(object);
        var unchanged = preconditions.evaluatePreconditions(tag);
        if (unchanged != null) return unchanged.tag(tag).build();
        return Response.ok(body(request, reader, object, new ByteRange(0, Long.MAX_VALUE)), type)
                .tag(tag)
                .build();
    }

    private static EntityTag tag(FileObject object) {
        return new EntityTag(object.name() + "-" + object.file());
    }

    private static boolean isFor(EntityTag tag, String ifRange) {
        return ifRange == null || ifRange.equals("\"" + tag.getValue() + "\"");
    }

    /** Opened before the answer begins, so that a storage that is down is a proper answer. */
    private StreamingOutput body(HttpServletRequest request, UserId reader, FileObject object, ByteRange part) {
        if (request.getMethod().equals("HEAD")) return null;
        var transfer = transfers.download(reader);
        try {
            var in = open(object, part);
            return out -> {
                try (transfer;
                        in) {
                    in.transferTo(out);
                }
            };
        } catch (RuntimeException failed) {
            transfer.close();
            throw failed;
        }
    }

    private InputStream open(FileObject object, ByteRange part) {
        try {
            return storage.read(object, part.from(), part.length());
        } catch (IOException failed) {
            // A document may have none, or none yet.
            if (failed instanceof NoSuchFileException && object.isThumbnail()) throw ClaimRules.notThere(object.file());
            LOG.log(System.Logger.Level.WARNING, "The storage cannot give file " + object.file() + ".", failed);
            throw Refused.unavailable("Files cannot be read now. Messages still work; try again in a moment.", failed);
        }
    }
}
