package org.cleanclaim.workforce.career;

/// A classification and the settings that report by it.
///
/// @param codes what it names, in our own words
public record ClassificationSystem(
    String name, boolean isOutpatient, boolean isInpatient, String codes, String source) {}
