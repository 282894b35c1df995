package org.cleanclaim.app.denial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.remittance.RefusedLine;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Refusals that say again what appeals are or were about: the remittance with which a payer pays
/// what an appeal has won refuses the rest once more, with the same group and reason. That is no
/// first decision and begins no level anew (42 CFR 405.904: what a level leaves goes to the next
/// one); the case that was appealed goes on where it stands.
@Component
class AppealedRefusals {

  /// @param fresh refusals that take cases of their own
  /// @param continued the cases whose refusal is said again
  record Sorted(List<RefusedLine> fresh, Set<Long> continued) {}

  private record Key(long claim, @Nullable Integer line, String procedure, String reasonCode) {}

  private final DenialRecords records;

  AppealedRefusals(DenialRecords records) {
    this.records = records;
  }

  /// Sorts the refusals of a remittance. What is refused beyond that which a case has left is new.
  Sorted sort(List<RefusedLine> refused) {
    var appealed = appealed(refused);
    var fresh = new ArrayList<RefusedLine>(refused.size());
    var continued = new HashSet<Long>();
    for (RefusedLine line : refused) {
      var former = appealed.get(key(line));
      var amount = line.adjustment().amount();
      if (former == null || !goesOn(former, amount)) {
        fresh.add(line);
        continue;
      }
      Money again = amount.min(former.left());
      continued.add(former.id());
      records.note(former.id(), "Refused again", why(former, again, line));
      if (again.compareTo(amount) < 0) fresh.add(line.withAmount(amount.minus(again)));
    }
    return new Sorted(List.copyOf(fresh), Set.copyOf(continued));
  }

  /// The cases whose refusal is said again.
  Set<Long> continued(List<RefusedLine> refused) {
    var appealed = appealed(refused);
    var continued = new HashSet<Long>();
    for (RefusedLine line : refused) {
      var former = appealed.get(key(line));
      if (former != null && goesOn(former, line.adjustment().amount())) continued.add(former.id());
    }
    return continued;
  }

  private static boolean goesOn(DenialCase former, Money amount) {
    return former.left().isPositive() && amount.isPositive();
  }

  /// The latest case of each refusal.
  private Map<Key, DenialCase> appealed(List<RefusedLine> refused) {
    var appealed = new HashMap<Key, DenialCase>();
    for (DenialCase one :
        records.appealed(
            refused.stream().map(RefusedLine::claimId).distinct().toList(),
            refused.stream().map(RefusedLine::claimPaymentId).distinct().toList())) {
      appealed.put(new Key(one.claimId(), one.line(), one.procedure(), one.reasonCode()), one);
    }
    return appealed;
  }

  private static Key key(RefusedLine refused) {
    var adjustment = refused.adjustment();
    return new Key(
        refused.claimId(),
        refused.line(),
        refused.procedure(),
        adjustment.group() + "-" + adjustment.reason().value());
  }

  private static String why(DenialCase former, Money again, RefusedLine refused) {
    String said =
        "The remittance of %s refuses $%s of it again".formatted(refused.paidOn(), again.grouped());
    return former.status() == DenialCase.Status.APPEALED
        ? said + ": record the payer's decision when this answers the appeal"
        : said;
  }
}
