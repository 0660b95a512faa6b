package parley.web.file.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import parley.domain.file.boundary.Files;
import parley.web.file.picture.Pictures;
import parley.web.file.storage.CallLimit;
import parley.web.file.storage.FileStorage;
import parley.web.file.text.DocumentTexts;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class UploadProducer {

    /** One is decoded at a time, which takes up to a few seconds; the others hold the threads of their requests. */
    private static final int PICTURES = 4;

    @Produces
    @Singleton
    FilePreparation preparation(FileSettings settings, TypeDetector types, FileStorage storage) {
        VirusScanner scanner = settings.scannerHost
                .<VirusScanner>map(host -> new ScannerPolicy(
                        new ClamAv(host, settings.scannerPort, Duration.ofSeconds(settings.scannerSeconds)),
                        settings.scannerRequired,
                        settings.scans))
                .orElse(VirusScanner.NONE);
        var pictures = new Pictures(
                settings.mostPixels(),
                new CallLimit(PICTURES, "As many pictures as are allowed wait for a thumbnail."));
        return new FilePreparation(scanner, types::detect, new AllowedTypes(settings.types), pictures, storage);
    }

    @Produces
    @Singleton
    Uploads uploads(
            FileSettings settings,
            FilePreparation preparation,
            FileStorage storage,
            DatabaseGateway database,
            Files files,
            DocumentTexts texts,
            LogClock clock) {
        var rows = new FileRecords(database, files);
        return new Uploads(settings, preparation, storage, rows, texts::prepare, clock, new SecureRandom());
    }
}
