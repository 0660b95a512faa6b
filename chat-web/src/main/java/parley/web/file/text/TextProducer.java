package parley.web.file.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import parley.domain.file.boundary.Files;
import parley.web.file.storage.FileStorage;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.runtime.ScheduledTask;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class TextProducer {

    private static final Duration EXTRACTING = Duration.ofSeconds(1);
    private static final Duration LOADING = Duration.ofMillis(500);

    @Produces
    @Singleton
    DocumentTexts texts(
            TextSettings settings,
            ExtractorClassPath classPath,
            FileStorage storage,
            DatabaseGateway database,
            Files files) {
        var extraction =
                new TextExtraction(classPath::get, settings.textCharacters, settings.time(), settings.textMegabytes);
        return new DocumentTexts(
                storage,
                extraction,
                settings.temporaryFolder(),
                id -> database.inBackground(() -> files.find(id)).isPresent(),
                System::nanoTime);
    }

    @Produces
    ScheduledTask extraction(DocumentTexts texts) {
        return ScheduledTask.blocking("texts of documents", EXTRACTING, texts::extract);
    }

    @Produces
    ScheduledTask loading(DocumentTexts texts) {
        return ScheduledTask.blocking("documents for search", LOADING, texts::load);
    }
}
