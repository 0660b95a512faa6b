package parley.domain.log.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record LogGapKey(
        @Column(name = "log_partition") long partition,
        long epoch,
        @Column(name = "from_offset") long from) {}
