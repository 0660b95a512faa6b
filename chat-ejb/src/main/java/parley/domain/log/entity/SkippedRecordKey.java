package parley.domain.log.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record SkippedRecordKey(
        @Column(name = "log_partition") long partition,
        long epoch,
        @Column(name = "log_offset") long offset) {}
