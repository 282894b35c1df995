package org.cleanclaim.pricing.cob;

import static org.cleanclaim.pricing.cob.GroupCoverage.Custody.PARENT;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.pricing.cob.GroupCoverage.Coordination;
import org.cleanclaim.pricing.cob.GroupCoverage.Custody;
import org.cleanclaim.pricing.cob.GroupCoverage.Employment;
import org.cleanclaim.pricing.cob.GroupCoverage.Standing;

/// The order in which a patient's coverages pay. Source: NAIC Coordination of Benefits Model
/// Regulation (MDL 120), section 6.
///
/// @param coverages the first pays first
/// @param reasons why each coverage stands before the one after it
public record PayingOrder(List<GroupCoverage> coverages, List<Reason> reasons) {

  /// The rule that put one coverage before another.
  public enum Reason {
    NO_PROVISION("the plan does not coordinate"),
    SUBSCRIBER_FIRST("the patient is its subscriber"),
    COURT_ORDER("a court named this parent"),
    CUSTODY("custody of the child"),
    BIRTHDAY("the birthday comes earlier in the year"),
    ACTIVE_FIRST("the subscriber is actively employed"),
    CONTINUATION_LAST("the other one is a continuation"),
    LONGER("it has covered the person longer"),
    EQUAL("no rule decides: the plans share equally");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private record Comparison(int sign, Reason reason) {}

  public PayingOrder {
    coverages = List.copyOf(coverages);
    reasons = List.copyOf(reasons);
  }

  /// Puts each coverage before the first one that it precedes.
  public static PayingOrder of(List<GroupCoverage> coverages) {
    var ordered = new ArrayList<GroupCoverage>();
    for (GroupCoverage coverage : coverages) {
      int place = 0;
      while (place < ordered.size() && compare(ordered.get(place), coverage).sign() <= 0) place++;
      ordered.add(place, coverage);
    }
    var reasons = new ArrayList<Reason>();
    for (int i = 1; i < ordered.size(); i++) {
      reasons.add(compare(ordered.get(i - 1), ordered.get(i)).reason());
    }
    return new PayingOrder(ordered, reasons);
  }

  /// The first rule that tells the two apart.
  private static Comparison compare(GroupCoverage a, GroupCoverage b) {
    int sign =
        Boolean.compare(
            a.coordination() == Coordination.COORDINATES,
            b.coordination() == Coordination.COORDINATES);
    if (sign != 0) return new Comparison(sign, Reason.NO_PROVISION);
    sign = Boolean.compare(a.standing() == Standing.DEPENDENT, b.standing() == Standing.DEPENDENT);
    if (sign != 0) return new Comparison(sign, Reason.SUBSCRIBER_FIRST);
    if (a.custody() != null && b.custody() != null) {
      var child = child(a, a.custody(), b, b.custody());
      if (child.sign() != 0) return child;
    }
    sign =
        Boolean.compare(
            a.employment() == Employment.CONTINUATION, b.employment() == Employment.CONTINUATION);
    if (sign != 0) return new Comparison(sign, Reason.CONTINUATION_LAST);
    sign = a.employment().compareTo(b.employment());
    if (sign != 0) return new Comparison(sign, Reason.ACTIVE_FIRST);
    sign = a.since().compareTo(b.since());
    return new Comparison(sign, sign == 0 ? Reason.EQUAL : Reason.LONGER);
  }

  private static Comparison child(GroupCoverage a, Custody of, GroupCoverage b, Custody other) {
    int sign = Boolean.compare(other == Custody.COURT_ORDERED, of == Custody.COURT_ORDERED);
    if (sign != 0) return new Comparison(sign, Reason.COURT_ORDER);
    if (of != PARENT || other != PARENT) {
      return new Comparison(of.compareTo(other), Reason.CUSTODY);
    }
    if (a.birthday() == null || b.birthday() == null) return new Comparison(0, Reason.BIRTHDAY);
    return new Comparison(a.birthday().compareTo(b.birthday()), Reason.BIRTHDAY);
  }
}
