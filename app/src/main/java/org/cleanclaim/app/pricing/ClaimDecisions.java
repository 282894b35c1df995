package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.payer.ClaimDesk;
import org.cleanclaim.payer.DecidedClaim;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.Payout;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.file.PlanTerms;
import org.jspecify.annotations.Nullable;

/// Claims decided by a contract and a plan, as their payer would: in the order of the days of
/// service, as accumulators want them.
public final class ClaimDecisions {
  private static final int NO_LIMIT_DAYS = 36_500;

  private final PayerBook book;
  private final List<Decided> claims;

  /// @param tier how near the billing providers stand to the plan; one of the plan's
  /// @param diagnoses tells those that are not valid on the day
  /// @param receivedOn the day on which a claim came and is paid
  public record Terms(
      PlanTerms plan,
      Contract contract,
      NetworkTier tier,
      MedicareFees medicare,
      DiagnosisDates diagnoses,
      Function<Claim, LocalDate> receivedOn) {}

  /// @param decision null where the plan has no such member
  /// @param findings what is wrong with the claim's diagnoses
  public record Decided(
      Claim claim, LocalDate receivedOn, @Nullable DecidedClaim decision, List<String> findings) {
    public Decided {
      findings = List.copyOf(findings);
    }
  }

  private ClaimDecisions(PayerBook book, List<Decided> claims) {
    this.book = book;
    this.claims = List.copyOf(claims);
  }

  /// Decides claims of one payer; at least one.
  public static ClaimDecisions of(Terms terms, List<Claim> claims) {
    var book = book(terms, claims);
    var desk = new ClaimDesk(book, List.of(), terms.tier(), terms.medicare());
    var decided = new ArrayList<Decided>();
    var ordered =
        claims.stream()
            .sorted(Comparator.comparing((Claim c) -> c.servedFrom().orElse(LocalDate.EPOCH)))
            .toList();
    for (Claim claim : ordered) {
      var memberId = claim.subscriber().memberId();
      boolean isKnown = memberId != null && book.members().containsKey(memberId);
      String number = "%s%05d".formatted(book.id().value(), decided.size() + 1);
      LocalDate on = terms.receivedOn().apply(claim);
      decided.add(
          new Decided(
              claim,
              on,
              isKnown ? desk.decide(claim, on, number) : null,
              terms.diagnoses().findings(claim)));
    }
    return new ClaimDecisions(book, decided);
  }

  private static PayerBook book(Terms terms, List<Claim> claims) {
    var first = claims.getFirst();
    var categories = new LinkedHashMap<ProcedureCode, ServiceCategory>();
    for (Claim claim : claims) {
      for (var line : claim.lines()) {
        if (line.procedure() != null) {
          categories.put(line.procedure(), terms.plan().category(line.procedure()));
        }
      }
    }
    var filing = first.subscriber().filing();
    return new PayerBook(
        first.payer().name(),
        first.payer().id(),
        first.payer().address(),
        null,
        filing == null ? FilingIndicator.COMMERCIAL : filing,
        members(terms.plan()),
        terms.contract(),
        categories,
        Set.of(),
        Set.of(),
        NO_LIMIT_DAYS,
        0,
        false);
  }

  private static Map<MemberId, Member> members(PlanTerms plan) {
    var members = new LinkedHashMap<MemberId, Member>();
    for (var insured : plan.members()) {
      var id = new MemberId(insured.id());
      members.put(
          id,
          new Member(
              id,
              insured.family(),
              insured.coverage(),
              plan.plan(),
              insured.opening(),
              insured.openedOn()));
    }
    return members;
  }

  /// By day of service.
  public List<Decided> claims() {
    return claims;
  }

  /// Whether every claim was decided without finding and every line has its price.
  public boolean areWhole() {
    return claims.stream()
        .allMatch(d ->
            d.decision() != null
                && d.findings().isEmpty()
                && d.decision().lines().stream().allMatch(l -> l.finding() == null));
  }

  /// One for each billing provider.
  public List<Remittance> remittances() {
    Map<String, List<Decided>> byPayee =
        claims.stream()
            .filter(d -> d.decision() != null)
            .collect(
                Collectors.groupingBy(
                    d -> String.valueOf(d.claim().billingProvider().npi()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var remittances = new ArrayList<Remittance>();
    for (List<Decided> ofPayee : byPayee.values()) {
      var payments = new ArrayList<ClaimPayment>();
      for (Decided d : ofPayee) {
        if (d.decision() != null) payments.add(d.decision().payment());
      }
      remittances.add(
          Payout.of(
              book,
              ofPayee.getFirst().claim().billingProvider(),
              payments,
              "%s%05d".formatted(book.id().value(), remittances.size() + 1),
              ofPayee.getFirst().receivedOn()));
    }
    return remittances;
  }
}
