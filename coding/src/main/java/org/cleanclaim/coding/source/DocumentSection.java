package org.cleanclaim.coding.source;

/// A part of the text under a heading of the document.
///
/// @param title as the document has it, empty before the first heading
/// @param loinc the section's code where the document gives one, else empty
/// @param start of its characters in the text, the heading included
/// @param end exclusive
public record DocumentSection(String title, String loinc, int start, int end) {}
