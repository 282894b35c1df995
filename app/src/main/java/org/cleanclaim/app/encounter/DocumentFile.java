package org.cleanclaim.app.encounter;

import org.cleanclaim.coding.source.DocumentFormat;

/// A file of documentation as it came.
@SuppressWarnings("ArrayRecordComponent") // written once and given out, never compared
public record DocumentFile(DocumentFormat format, byte[] content) {}
