package org.cleanclaim.coding.ranking;

/// A passage that a coder marked for a code.
///
/// @param code without dots
/// @param start of its characters in the text that the coder read, inclusive
/// @param end exclusive
public record Marking(String code, int start, int end) {}
