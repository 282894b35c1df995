package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.payer.ClaimDesk;
import org.cleanclaim.payer.DecidedClaim;
import org.cleanclaim.payer.DecidedClaim.DecidedLine;
import org.cleanclaim.payer.Member;
import org.cleanclaim.payer.PayerBook;
import org.cleanclaim.payer.Payout;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.file.PlanTerms;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides the claims of an 837 by a contract and a plan, as their payer would.
@Command(
    name = "adjudicate",
    description = "Decide the claims of an 837 by a contract and a plan.",
    mixinStandardHelpOptions = true)
final class AdjudicateCommand implements Callable<Integer> {
  private static final int NO_LIMIT_DAYS = 36_500;

  @Parameters(arity = "1", paramLabel = "FILE", description = "An 837, or - for standard input.")
  Path file = Path.of("-");

  @Option(names = "--plan", required = true, description = "The plan file (YAML or JSON).")
  Path planFile = Path.of(".");

  @Option(names = "--contract", required = true, description = "The contract file (YAML or JSON).")
  Path contractFile = Path.of(".");

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--tier", description = "Network tier. Default: in_network")
  String tier = NetworkTier.IN_NETWORK.slug();

  @Option(
      names = "--on",
      description = "Day of receipt and payment. Default: the day the file was prepared.")
  @Nullable LocalDate on;

  @Option(names = "--835", paramLabel = "FILE", description = "Write the remittances there.")
  @Nullable Path remittanceFile;

  @Option(names = "--explain", description = "Show the steps from charge to payment.")
  boolean isExplained;

  @Option(names = "--json", description = "Print the decisions as JSON.")
  boolean isJson;

  private record Decided(Claim claim, Envelope envelope, @Nullable DecidedClaim decision) {}

  @Override
  public Integer call() throws IOException {
    PlanTerms plan = TermsFiles.plan(planFile);
    if (!tier.matches("[a-z][a-z0-9_-]{1,30}") || plan.plan().at(new NetworkTier(tier)).isEmpty()) {
      throw new CommandFailure(
          "The plan %s has no tier \"%s\". Name one of its tiers."
              .formatted(plan.plan().name(), tier));
    }
    X12File read = read();
    var claims = claims(read);
    if (claims.isEmpty()) {
      throw new CommandFailure(X12Input.name(file) + " holds no claims. Give an 837.");
    }
    var book = book(plan, claims);
    var desk =
        new ClaimDesk(
            book, List.of(), new NetworkTier(tier), TermsFiles.medicare(store.store().open()));
    var decided = decide(desk, book, claims);
    var remittances = remittances(book, decided);
    if (remittanceFile != null) write(remittanceFile, decided, remittances);
    if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(json(decided)));
    else print(decided, remittances);
    return isWhole(read, decided) ? Main.DONE : Main.FINDINGS;
  }

  private X12File read() throws IOException {
    try (InputStream in = X12Input.open(file)) {
      X12File read = X12Reader.read(in, X12Input.name(file));
      for (Finding finding : read.findings()) {
        System.err.printf(
            "%s: %s %s%n", finding.place().inWords(), finding.message(), finding.remedy());
      }
      return read;
    }
  }

  private static List<Decided> claims(X12File file) {
    var claims = new ArrayList<Decided>();
    for (var interchange : file.interchanges()) {
      for (var group : interchange.groups()) {
        for (var transaction : group.transactions()) {
          if (!(transaction instanceof ClaimBatch batch)) continue;
          for (Claim claim : batch.claims()) {
            claims.add(new Decided(claim, interchange.envelope(), null));
          }
        }
      }
    }
    return claims;
  }

  /// In the order of the days of service, as accumulators want them.
  private List<Decided> decide(ClaimDesk desk, PayerBook book, List<Decided> claims) {
    var decided = new ArrayList<Decided>();
    var ordered =
        claims.stream()
            .sorted(
                Comparator.comparing((Decided d) -> d.claim().servedFrom().orElse(LocalDate.EPOCH)))
            .toList();
    for (Decided each : ordered) {
      var memberId = each.claim().subscriber().memberId();
      if (memberId == null || !book.members().containsKey(memberId)) {
        decided.add(each);
        continue;
      }
      String number = "%s%05d".formatted(book.id().value(), decided.size() + 1);
      decided.add(
          new Decided(
              each.claim(), each.envelope(), desk.decide(each.claim(), receivedOn(each), number)));
    }
    return decided;
  }

  private LocalDate receivedOn(Decided each) {
    return on == null ? each.envelope().preparedAt().toLocalDate() : on;
  }

  private PayerBook book(PlanTerms plan, List<Decided> claims) throws IOException {
    var first = claims.getFirst().claim();
    var categories = new LinkedHashMap<ProcedureCode, ServiceCategory>();
    for (Decided each : claims) {
      for (var line : each.claim().lines()) {
        if (line.procedure() != null) {
          categories.put(line.procedure(), plan.category(line.procedure()));
        }
      }
    }
    var payer = first.payer();
    return new PayerBook(
        payer.name(),
        payer.id(),
        payer.address(),
        null,
        first.subscriber().filing() == null
            ? FilingIndicator.COMMERCIAL
            : first.subscriber().filing(),
        members(plan),
        TermsFiles.contract(contractFile),
        categories,
        Set.of(),
        Set.of(),
        NO_LIMIT_DAYS,
        0,
        false);
  }

  private Map<MemberId, Member> members(PlanTerms plan) {
    var members = new LinkedHashMap<MemberId, Member>();
    for (var insured : plan.members()) {
      var id = new MemberId(insured.id());
      members.put(
          id,
          new Member(id, insured.coverage(), plan.plan(), insured.opening(), insured.openedOn()));
    }
    return members;
  }

  private List<Remittance> remittances(PayerBook book, List<Decided> decided) {
    Map<String, List<Decided>> byPayee =
        decided.stream()
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
              receivedOn(ofPayee.getFirst())));
    }
    return remittances;
  }

  private static void write(Path to, List<Decided> decided, List<Remittance> remittances)
      throws IOException {
    Envelope came = decided.getFirst().envelope();
    var envelope =
        new Envelope(
            /* senderQualifier= */ came.receiverQualifier(),
            /* senderId= */ came.receiverId(),
            /* receiverQualifier= */ came.senderQualifier(),
            /* receiverId= */ came.senderId(),
            came.preparedAt(),
            came.controlNumber(),
            came.test(),
            came.separators());
    Files.write(to, X12Writer.remittances(envelope, "1", remittances));
  }

  private static boolean isWhole(X12File read, List<Decided> decided) {
    return read.findings().stream().noneMatch(Finding::blocks)
        && decided.stream()
            .allMatch(d ->
                d.decision() != null
                    && d.decision().lines().stream().allMatch(l -> l.finding() == null));
  }

  private void print(List<Decided> decided, List<Remittance> remittances) {
    for (Decided each : decided) {
      var decision = each.decision();
      if (decision == null) {
        System.out.printf(
            "%s: not decided. The plan has no such member. Add the member to the plan file.%n",
            each.claim().controlNumber().value());
        continue;
      }
      var payment = decision.payment();
      System.out.printf(
          "%s: charged %s, paid %s, patient %s, status %s%n",
          payment.claimControlNumber(),
          payment.charged(),
          payment.paid(),
          payment.patientResponsibility(),
          payment.statusCode());
      for (int i = 0; i < payment.services().size(); i++) {
        print(payment.services().get(i), decision.lines().get(i));
      }
    }
    for (Remittance remittance : remittances) {
      System.out.printf(
          "remittance %s to %s: %s, %s%n",
          remittance.trace(),
          remittance.payeeName(),
          remittance.paid(),
          BalanceProof.of(remittance).holds() ? "balances" : "does not balance");
    }
  }

  private void print(ServicePayment service, DecidedLine line) {
    Money allowed = service.allowed();
    System.out.printf(
        "  %2d %-8s %12s allowed %12s paid %12s  %s%n",
        line.number(),
        service.procedure(),
        service.charged(),
        allowed == null ? "-" : allowed,
        service.paid(),
        adjustments(line));
    Finding finding = line.finding();
    if (finding != null) {
      System.out.printf("     %s %s%n", finding.message(), finding.remedy());
    }
    if (!isExplained) return;
    if (line.term() != null) System.out.println("     allowed by: " + line.term());
    line.priceSteps().forEach(AdjudicateCommand::print);
    if (!line.benefitSteps().isEmpty()) System.out.println("     paid:");
    line.benefitSteps().forEach(AdjudicateCommand::print);
  }

  private static void print(PriceStep step) {
    System.out.printf("     %12s  %s  [%s]%n", step.amount(), step.text(), step.source());
  }

  private static String adjustments(DecidedLine line) {
    return line.adjustments().stream()
        .map(a -> a.label() + " " + a.amount())
        .collect(Collectors.joining(", "));
  }

  private static List<Object> json(List<Decided> decided) {
    var list = new ArrayList<>();
    for (Decided each : decided) {
      var map = new LinkedHashMap<String, Object>();
      map.put("claim", each.claim().controlNumber().value());
      if (each.decision() == null) {
        map.put("reason", "The plan has no such member.");
        map.put("remedy", "Add the member to the plan file.");
      } else {
        var payment = each.decision().payment();
        map.put("status", payment.statusCode());
        map.put("charged", payment.charged());
        map.put("paid", payment.paid());
        map.put("patient", payment.patientResponsibility());
        var lines = new ArrayList<>();
        for (int i = 0; i < payment.services().size(); i++) {
          lines.add(json(payment.services().get(i), each.decision().lines().get(i)));
        }
        map.put("lines", lines);
      }
      list.add(map);
    }
    return list;
  }

  private static Object json(ServicePayment service, DecidedLine line) {
    var map = new LinkedHashMap<String, Object>();
    map.put("line", line.number());
    map.put("procedure", service.procedure());
    map.put("charged", service.charged());
    if (service.allowed() != null) map.put("allowed", service.allowed());
    map.put("paid", service.paid());
    var adjustments = new ArrayList<>();
    for (var adjustment : line.adjustments()) {
      adjustments.add(Map.of("reason", adjustment.label(), "amount", adjustment.amount()));
    }
    map.put("adjustments", adjustments);
    if (line.term() != null) map.put("term", line.term());
    map.put("price_steps", line.priceSteps());
    map.put("benefit_steps", line.benefitSteps());
    if (line.finding() != null) {
      map.put("finding", line.finding().message());
      map.put("remedy", line.finding().remedy());
    }
    return map;
  }
}
