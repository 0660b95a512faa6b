package parley.web.file.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import parley.domain.file.boundary.Files;
import parley.web.file.picture.Pictures;
import parley.web.file.storage.FileStorage;
import parley.web.file.text.DocumentTexts;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class UploadProducer {

    @Produces
    @Singleton
    FilePreparation preparation(FileSettings settings, TypeDetector types, FileStorage storage) {
        VirusScanner scanner = settings.scannerHost
                .<VirusScanner>map(host -> new ScannerPolicy(
                        new ClamAv(host, settings.scannerPort, Duration.ofSeconds(settings.scannerSeconds)),
                        settings.scannerRequired,
                        settings.scans))
                .orElse(VirusScanner.NONE);
        return new FilePreparation(
                scanner, types::detect, new AllowedTypes(settings.types), new Pictures(settings.mostPixels()), storage);
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
