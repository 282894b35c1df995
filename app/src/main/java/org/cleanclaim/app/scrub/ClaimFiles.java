package org.cleanclaim.app.scrub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.X12Reader;

/// Files of claims, told apart by their beginning.
public final class ClaimFiles {
  private static final int HEAD = 8_000;

  private ClaimFiles() {}

  /// What a file looks like.
  public enum Form {
    X12,
    FHIR,
    /// JSON that is no FHIR.
    JSON,
    /// Lines with commas under a heading.
    TABLE
  }

  /// A stream whose beginning can be looked at.
  public static BufferedInputStream buffered(InputStream in) {
    return new BufferedInputStream(in, 1 << 16);
  }

  /// The form of a file; the stream stands at its beginning afterwards.
  public static Form form(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    String head =
        new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    in.reset();
    if (head.startsWith("{") || head.startsWith("[")) {
      return head.contains("\"resourceType\"") ? Form.FHIR : Form.JSON;
    }
    return head.lines().findFirst().orElse("").matches("[A-Za-z_ ]+(,[A-Za-z_ ]+)+")
        ? Form.TABLE
        : Form.X12;
  }

  /// Gives each claim of an 837 or FHIR file on.
  ///
  /// @param name for messages
  public static void read(
      BufferedInputStream in, String name, Consumer<Finding> faults, Consumer<Claim> receiver)
      throws IOException {
    Form form = form(in);
    if (form == Form.FHIR || form == Form.JSON) FhirClaims.read(in, faults, receiver);
    else X12Reader.claims(in, name, fault -> faults.accept(fault.finding()), receiver);
  }
}
