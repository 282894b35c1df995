package org.cleanclaim.app.claim;

import org.jspecify.annotations.Nullable;

/// A document that somebody adds to a claim.
///
/// @param serviceLine the line that it is about; null for the whole claim
/// @param reportType PWK01
/// @param transmission PWK02
@SuppressWarnings("ArrayRecordComponent") // the bytes are the file; nobody compares documents
public record NewAttachment(
    @Nullable Integer serviceLine,
    String reportType,
    String transmission,
    String fileName,
    String mediaType,
    byte[] content) {
  @Override
  public String toString() {
    return "NewAttachment[" + reportType + "]";
  }
}
