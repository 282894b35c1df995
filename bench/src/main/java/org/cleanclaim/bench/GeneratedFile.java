package org.cleanclaim.bench;

/// What was written.
///
/// @param transactions transaction sets (ST to SE)
/// @param claims CLM segments of an 837, CLP segments of an 835
public record GeneratedFile(long bytes, long segments, int transactions, long claims) {}
