package org.cleanclaim.kernel.attachment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One document among records that are sent.
///
/// @param controlNumber the number that the claim announces it under (PWK06), or that the payer
///   gave its request (TRN02)
/// @param asked what the payer asked for, category and status of claim status codes with a colon
///   between (STC01); null when it did not ask
/// @param line number of the line that it is about (REF 6R); null for the whole claim
/// @param format what kind of file it is
/// @param base64 the file, base64-coded
public record SentRecord(
    String controlNumber,
    @Nullable String asked,
    @Nullable String line,
    LocalDate sentOn,
    Format format,
    String base64) {

  /// What kind of file a document is (CAT02).
  public enum Format {
    /// A structured document of HL7 (C-CDA).
    HL7("HL"),
    TEXT("TX"),
    /// PDF and pictures.
    IMAGE("MB");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /// By its code; anything unknown is a picture.
    public static Format ofCode(String code) {
      for (Format format : values()) {
        if (format.code.equals(code)) return format;
      }
      return IMAGE;
    }
  }

  @Override
  public String toString() {
    return "SentRecord[" + controlNumber + "]";
  }
}
