package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceProof.Equation;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;

/// A remittance after its first reading: proven, counted and not yet posted.
///
/// @param header everything but the claims
/// @param position among the 835 transactions of its file, from 1
/// @param claims how many claim payments it has
/// @param equations how many equations were worked out
/// @param failures equations that do not hold, the first ones of many
/// @param unreadable places of the file where an amount cannot be read
/// @param damage of its envelopes: counts and control numbers that do not hold, so that segments
///   were lost or added on the way
/// @param moneyDigest of everything that decides what is posted, without the trace and the day: the
///   same claims with the same amounts have the same digest
/// @param small the claim payments where they are few, else empty
public record ScannedRemittance(
    Remittance header,
    int position,
    int claims,
    long equations,
    Money claimsPaid,
    List<PlacedFailure> failures,
    List<String> unreadable,
    List<Damage> damage,
    String moneyDigest,
    List<ClaimPayment> small) {

  /// An equation that does not hold, with its segment of the file.
  ///
  /// @param segment number of the segment in its interchange, 0 where there is no file
  public record PlacedFailure(Equation equation, int segment) {
    /// Where it is, as a person looks for it.
    public String place() {
      return segment == 0
          ? equation.level().element()
          : "segment %d, %s".formatted(segment, equation.level().element());
    }
  }

  /// A closing segment that does not say what was read.
  public record Damage(String place, String sentence) {}

  public ScannedRemittance {
    failures = List.copyOf(failures);
    unreadable = List.copyOf(unreadable);
    damage = List.copyOf(damage);
    small = List.copyOf(small);
  }

  /// Whether everything that was sent has come and can be read.
  boolean isWhole() {
    return damage.isEmpty() && unreadable.isEmpty();
  }

  ScannedRemittance withFailures(List<PlacedFailure> placed) {
    return new ScannedRemittance(
        header,
        position,
        claims,
        equations,
        claimsPaid,
        placed,
        unreadable,
        damage,
        moneyDigest,
        small);
  }

  ScannedRemittance withDamage(Damage more) {
    var all = new ArrayList<>(damage);
    all.add(more);
    return new ScannedRemittance(
        header,
        position,
        claims,
        equations,
        claimsPaid,
        failures,
        unreadable,
        all,
        moneyDigest,
        small);
  }

  boolean isSmall() {
    return small.size() == claims;
  }

  Money providerAdjusted() {
    return Money.sum(header.providerAdjustments().stream().map(a -> a.amount()).toList());
  }

  @Override
  public String toString() {
    return "ScannedRemittance[" + header.trace() + "]";
  }
}
