package org.cleanclaim.kernel.remittance;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;

/// The three balance equations of a remittance (X12 835 balancing), computed and never forced:
///
/// - service: charge − adjustments = paid
/// - claim: charge − claim and service adjustments = paid, and services add up to the claim when
///   sent
/// - transaction: sum of claim payments − provider adjustments = amount paid
///
/// @param equations every equation with both sides, in file order, the transaction's last
public record BalanceProof(List<Equation> equations) {

  /// Which level of the file an equation belongs to, with the element that states the sum.
  public enum Level {
    SERVICE("SVC03"),
    CLAIM("CLP04"),
    TRANSACTION("BPR02");

    private final String element;

    Level(String element) {
      this.element = element;
    }

    public String element() {
      return element;
    }
  }

  /// @param where claim control number with the service number, or the trace number
  /// @param expected what the parts add up to
  /// @param stated what the file says
  /// @param claim position of the claim payment in the transaction from 1, 0 for the transaction
  /// @param service position of the service in the claim payment from 1, 0 for the claim itself
  public record Equation(
      Level level,
      String where,
      String formula,
      Money expected,
      Money stated,
      int claim,
      int service) {
    public boolean holds() {
      return expected.equals(stated);
    }

    public Money difference() {
      return stated.minus(expected);
    }

    /// What is wrong, with the element of the file that states another sum than its parts.
    public String inWords() {
      return "%s of %s: %s; the parts come to %s, the file says %s (off by %s)"
          .formatted(level.element(), where, formula, expected, stated, difference());
    }
  }

  public BalanceProof {
    equations = List.copyOf(equations);
  }

  public static BalanceProof of(Remittance remittance) {
    var equations = new ArrayList<Equation>();
    var check = new BalanceCheck(equations::add);
    remittance.claims().forEach(check::take);
    check.finish(remittance);
    return new BalanceProof(equations);
  }

  public boolean holds() {
    return equations.stream().allMatch(Equation::holds);
  }

  public List<Equation> failures() {
    return equations.stream().filter(e -> !e.holds()).toList();
  }
}
