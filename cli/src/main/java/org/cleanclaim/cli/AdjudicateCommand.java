package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cleanclaim.app.pricing.ClaimDecisions;
import org.cleanclaim.app.pricing.DecisionAnswers;
import org.cleanclaim.app.pricing.DiagnosisDates;
import org.cleanclaim.app.pricing.ReadClaims;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.payer.DecidedClaim.DecidedLine;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.file.PlanTerms;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides claims by a contract and a plan, as their payer would.
@Command(
    name = "adjudicate",
    description =
        "Decide claims by a contract and a plan: of an 837, FHIR, a table with commas or JSON.",
    mixinStandardHelpOptions = true)
final class AdjudicateCommand implements Callable<Integer> {
  @Parameters(
      arity = "1",
      paramLabel = "FILE",
      description = "An 837, FHIR, a table with commas, JSON, or -.")
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
      description =
          "Day of receipt and payment. Default: the day an 837 was prepared, else the last day of"
              + " service.")
  @Nullable LocalDate on;

  @Option(names = "--835", paramLabel = "FILE", description = "Write the remittances there.")
  @Nullable Path remittanceFile;

  @Option(names = "--explain", description = "Show the steps from charge to payment.")
  boolean isExplained;

  @Option(names = "--json", description = "Print the decisions as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    PlanTerms plan = TermsFiles.plan(planFile);
    NetworkTier named = TermsFiles.tier(plan, tier);
    Contract contract = TermsFiles.contract(contractFile);
    ReadClaims read = read();
    if (read.claims().isEmpty() && read.refusals().isEmpty()) {
      throw new CommandFailure(
          X12Input.name(file) + " holds no claims. Give an 837, FHIR, a table or JSON.");
    }
    LocalDate said = on;
    CodeSets codeSets = store.store().open();
    var decisions =
        read.claims().isEmpty()
            ? null
            : ClaimDecisions.of(
                new ClaimDecisions.Terms(
                    plan,
                    contract,
                    named,
                    TermsFiles.medicare(codeSets),
                    new DiagnosisDates(codeSets),
                    claim -> said == null ? read.cameOn(claim) : said),
                read.claims());
    if (isJson) {
      var json =
          decisions == null
              ? DecisionAnswers.of(read.refusals())
              : DecisionAnswers.of(decisions, read.refusals());
      System.out.println(OutwardJson.mapper().writeValueAsString(json));
    }
    if (decisions == null) return Main.FINDINGS;
    var remittances = decisions.remittances();
    if (remittanceFile != null) {
      Files.write(
          remittanceFile, X12Writer.remittances(envelope(read, decisions), "1", remittances));
    }
    if (!isJson) print(decisions, remittances);
    return read.refusals().isEmpty() && decisions.areWhole() ? Main.DONE : Main.FINDINGS;
  }

  private ReadClaims read() throws IOException {
    try (InputStream in = X12Input.open(file)) {
      ReadClaims read = ReadClaims.read(in, X12Input.name(file));
      for (ReadClaims.Refusal refusal : read.refusals()) {
        System.err.printf(
            "%s: not read. %s %s%n", refusal.claim(), refusal.message(), refusal.remedy());
      }
      return read;
    }
  }

  /// The claims' own envelope turned round; of claims that came in none, one of payer and provider.
  private static Envelope envelope(ReadClaims read, ClaimDecisions decisions) {
    Envelope came = read.envelope();
    var first = decisions.claims().getFirst();
    if (came == null) {
      var npi = first.claim().billingProvider().npi();
      return new Envelope(
          "ZZ",
          first.claim().payer().id().value(),
          "ZZ",
          npi == null ? "PROVIDER" : npi.value(),
          first.receivedOn().atStartOfDay(),
          "000000001",
          false,
          Separators.STANDARD);
    }
    return new Envelope(
        /* senderQualifier= */ came.receiverQualifier(),
        /* senderId= */ came.receiverId(),
        /* receiverQualifier= */ came.senderQualifier(),
        /* receiverId= */ came.senderId(),
        came.preparedAt(),
        came.controlNumber(),
        came.test(),
        came.separators());
  }

  private void print(ClaimDecisions decisions, List<Remittance> remittances) {
    for (ClaimDecisions.Decided each : decisions.claims()) {
      var decision = each.decision();
      each.findings()
          .forEach(finding ->
              System.out.printf("%s: %s%n", each.claim().controlNumber().value(), finding));
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
      Finding order = decision.outOfOrder();
      if (order != null) System.out.printf("  %s %s%n", order.message(), order.remedy());
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
}
