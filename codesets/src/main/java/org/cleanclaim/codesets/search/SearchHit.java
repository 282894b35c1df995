package org.cleanclaim.codesets.search;

/// A code found, and why.
///
/// @param code without dot
/// @param score between 0 and 1; comparable within one answer only
/// @param origin where the matching words stand
/// @param matched those words as printed
/// @param reason short words for the coder: `title`, `index: Diabetes, type 2, with neuropathy`,
///   `spelled alike: fracture`, `abbreviation: rt → right`, `code`
public record SearchHit(
    String code, double score, SearchEntry.Origin origin, String matched, String reason) {}
