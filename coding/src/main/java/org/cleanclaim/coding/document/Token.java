package org.cleanclaim.coding.document;

/// A word with its offsets; `stem` is lower-case without a simple plural.
public record Token(int start, int end, String stem) {}
