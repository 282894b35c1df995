package org.cleanclaim.app.remittance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.cleanclaim.kernel.Money;

/// The idempotency keys under which remittances are posted. They are made of the content alone, so
/// that a posting that is begun again posts nothing twice, and what was posted is found by them.
final class PostingKeys {
  private PostingKeys() {}

  /// @param payerKey by which the payer of the remittance is known
  static String prefix(
      String payerKey, String trace, Money paid, LocalDate paidOn, String moneyDigest) {
    String identity =
        String.join("|", payerKey, trace, paid.toString(), paidOn.toString(), moneyDigest);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return "835-" + HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The key of what the payer adjusts outside of claims.
  static String ofProviderLevel(String prefix) {
    return prefix + "-provider";
  }

  /// The key of a claim payment, by its position from 1.
  static String of(String prefix, int position) {
    return prefix + "-" + position;
  }
}
