package org.cleanclaim.codesets.publication;

import java.time.LocalDate;

/// One table of one publisher as it came in one file.
///
/// @param edition how the publisher names it: `FY2026`, `2024-07`, `starter`
/// @param effectiveFrom the first day of service for which it holds; it holds until a later one of
///   the same kind is installed
/// @param source file and publisher, shown on screen
/// @param starter whether it is a small selection that stands in until the official file is
///   installed
public record Publication(
    PublicationKind kind,
    String edition,
    LocalDate effectiveFrom,
    String source,
    boolean starter,
    Content content) {}
