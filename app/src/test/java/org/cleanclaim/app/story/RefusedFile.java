package org.cleanclaim.app.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;

/// A file of claims that a payer cannot read.
final class RefusedFile {
  private RefusedFile() {}

  /// A 999 that refuses the one transaction set of an 837.
  static byte[] refusal(byte[] claims) {
    String text = new String(claims, StandardCharsets.ISO_8859_1);
    String group = text.substring(text.indexOf("GS*HC*")).split("\\*")[6];
    String set = text.substring(text.indexOf("ST*837*")).split("[*~]")[2];
    var refused =
        new FunctionalAcknowledgment(
            "HC",
            group,
            "005010X222A1",
            List.of(
                new FunctionalAcknowledgment.TransactionResult(
                    "837", set, "005010X222A1", "R", List.of("5"), List.of())),
            "R",
            1,
            1,
            0,
            List.of());
    return X12Writer.functionalAcknowledgments(
        new Envelope(
            "ZZ",
            "HARBOR",
            "ZZ",
            "OFFICE",
            Office.TODAY.atTime(9, 0),
            "000000999",
            false,
            Separators.STANDARD),
        "1",
        List.of(refused));
  }
}
