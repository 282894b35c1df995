package org.cleanclaim.app.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.X12Reader;

/// The claims that are printed in tests: `practice.x12`, a secondary claim of a practice with 13
/// lines, and `hospital.x12`, a stay with all kinds of codes, 24 lines and Medicare before.
final class PaperClaims {
  private PaperClaims() {}

  static Claim read(String file) {
    return parsed(text(file));
  }

  /// The practice's claim of services where the practice is.
  static Claim withoutFacility() {
    return parsed(
        text("practice.x12")
            .replaceFirst("NM1\\*77[^~]*~\\s*N3[^~]*~\\s*N4[^~]*~\\s*REF[^~]*~", ""));
  }

  private static String text(String file) {
    try (var in = Objects.requireNonNull(PaperClaims.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Claim parsed(String text) {
    var claims = new ArrayList<Claim>();
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    try {
      X12Reader.claims(in, "claim", fault -> {}, claims::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return claims.getFirst();
  }
}
