package org.cleanclaim.pricing.physician;

/// A row of the relative value file: a code, or its professional (26), technical (TC) or
/// discontinued (53) part. Values are in hundredths of a unit. Source: CMS, National Physician Fee
/// Schedule Relative Value File.
///
/// @param modifier `26`, `TC`, `53` or empty
/// @param status whether and how Medicare pays: `A` by this schedule, `B` bundled, `C` by the
///   contractor, `N` not covered and so on
/// @param conversion dollars for one unit, in ten-thousandths
/// @param capped the values that the payment of an outpatient department limits the technical part
///   of imaging to; all zero where there is no limit
public record RelativeValues(
    String code,
    String modifier,
    char status,
    int work,
    Expense expense,
    int malpractice,
    Policy policy,
    int conversion,
    Cap capped) {

  /// Practice expense by where the service is done.
  public record Expense(int elsewhere, int facility) {
    int at(Setting setting) {
      return setting == Setting.FACILITY ? facility : elsewhere;
    }
  }

  /// Practice expense and malpractice under the outpatient cap.
  public record Cap(int elsewhere, int facility, int malpractice) {
    /// No cap.
    public static final Cap NONE = new Cap(0, 0, 0);

    /// Whether the outpatient cap holds for the row.
    public boolean applies() {
      return elsewhere > 0 || facility > 0 || malpractice > 0;
    }
  }

  /// The indicators that say how modifiers and other services of the day change the payment.
  ///
  /// @param globalDays `000`, `010`, `090`, `MMM`, `XXX`, `YYY` or `ZZZ`
  /// @param before hundredths of the package for the work before the operation
  /// @param during the same for the operation
  /// @param after the same for the care after it
  /// @param family the base code of an endoscopy family; empty if none
  public record Policy(
      char component,
      String globalDays,
      int before,
      int during,
      int after,
      char multiple,
      char bilateral,
      char assistant,
      char coSurgeon,
      char team,
      String family) {}

  /// The fee in cents, rounded half up from the exact product.
  public long cents(CostIndices indices, Setting setting) {
    return cents(indices, expense.at(setting), malpractice);
  }

  /// The fee in cents with half of the practice expense, for therapy after the first unit of a day.
  public long centsOfHalfExpense(CostIndices indices, Setting setting) {
    long doubled =
        2L * work * indices.work()
            + (long) expense.at(setting) * indices.practiceExpense()
            + 2L * malpractice * indices.malpractice();
    return (doubled * conversion + 10_000_000) / 20_000_000;
  }

  /// The practice expense alone in cents.
  long centsOfExpense(CostIndices indices, Setting setting) {
    return ((long) expense.at(setting) * indices.practiceExpense() * conversion + 5_000_000)
        / 10_000_000;
  }

  /// The most that is paid for imaging where the outpatient cap holds; zero where it does not.
  public long centsOfCap(CostIndices indices, Setting setting) {
    if (!capped.applies()) return 0;
    int limit = setting == Setting.FACILITY ? capped.facility() : capped.elsewhere();
    return cents(indices, limit, capped.malpractice());
  }

  private long cents(CostIndices indices, int practice, int liability) {
    long units =
        (long) work * indices.work()
            + (long) practice * indices.practiceExpense()
            + (long) liability * indices.malpractice();
    return (units * conversion + 5_000_000) / 10_000_000;
  }
}
