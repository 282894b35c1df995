package org.cleanclaim.app.chart;

/// A place in a document of the visit, in UTF-16 characters, without the words that stand there.
public record TextPlace(long documentId, int start, int end) {}
