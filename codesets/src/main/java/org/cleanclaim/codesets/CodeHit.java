package org.cleanclaim.codesets;

/// A search result: the code and the text that matched.
public record CodeHit(CodeEntry entry, String matched) {}
