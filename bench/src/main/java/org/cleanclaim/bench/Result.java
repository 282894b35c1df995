package org.cleanclaim.bench;

/// What a contestant saw of a file.
///
/// @param segments all of them, envelopes included: every reader has to come to the same number
/// @param errors what it found wrong; the generated files have no errors
public record Result(long segments, long errors) {}
