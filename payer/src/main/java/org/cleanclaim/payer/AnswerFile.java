package org.cleanclaim.payer;

/// A file the payer sends back.
///
/// @param kind TA1, 999, 277CA, 271, 278 or 835
@SuppressWarnings("ArrayRecordComponent") // the bytes are the file; nobody compares answers
public record AnswerFile(String kind, String name, byte[] bytes) {}
