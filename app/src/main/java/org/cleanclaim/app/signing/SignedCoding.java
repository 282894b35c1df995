package org.cleanclaim.app.signing;

import java.time.Instant;

/// One signature of a visit's codes.
///
/// @param number 1 for the first, the next for each time it was opened and signed again
/// @param sha256 digest of its audit packet
public record SignedCoding(int number, String signedBy, Instant signedAt, String sha256) {}
