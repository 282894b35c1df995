package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cleanclaim.app.estimate.Answers;
import org.cleanclaim.app.estimate.EstimatePaper;
import org.cleanclaim.app.pricing.ClaimEstimates;
import org.cleanclaim.app.pricing.ReadClaims;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.estimate.Disclaimer;
import org.cleanclaim.pricing.estimate.GoodFaithEstimate;
import org.cleanclaim.pricing.estimate.PatientEstimate;
import org.cleanclaim.pricing.file.FileResult;
import org.cleanclaim.pricing.file.GoodFaithFile;
import org.cleanclaim.pricing.file.PlanTerms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells beforehand what services will cost the patient.
@Command(
    name = "estimate",
    description = "What services will cost: an insured patient's share, or a good-faith estimate.",
    mixinStandardHelpOptions = true)
final class EstimateCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "CODE[:MOD,...][xUNITS]=CHARGE|FILE",
      description =
          "Services of an insured patient, or files of claims not yet sent: 837, FHIR, a table with"
              + " commas or JSON.")
  List<String> services = List.of();

  @Option(
      names = "--contract",
      required = true,
      description = "The contract file, or with --good-faith that of the self-pay prices.")
  Path contractFile = Path.of(".");

  @Option(names = "--plan", description = "The plan file.")
  @Nullable Path planFile;

  @Option(names = "--member", description = "Member number in the plan file.")
  @Nullable String member;

  @Option(
      names = "--good-faith",
      paramLabel = "FILE",
      description = "Patient, providers, services.")
  @Nullable Path goodFaithFile;

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--dos", description = "Day of service. Default: the day of the estimate.")
  @Nullable LocalDate servedOn;

  @Option(names = "--on", description = "Day of the estimate. Default: today.")
  LocalDate madeOn = LocalDate.now(ZoneId.systemDefault());

  @Option(names = "--pos", description = "Place of service. Default: 11")
  String place = "11";

  @Option(names = "--tier", description = "Network tier. Default: in_network")
  String tier = NetworkTier.IN_NETWORK.slug();

  @Option(names = "--pdf", paramLabel = "FILE", description = "Write the estimate as a PDF.")
  @Nullable Path pdf;

  @Option(names = "--explain", description = "Show the steps that add up to each amount.")
  boolean isExplained;

  @Option(names = "--json", description = "Print the estimate as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    Contract contract = TermsFiles.contract(contractFile);
    MedicareFees medicare = TermsFiles.medicare(store.store().open());
    if (goodFaithFile != null) return goodFaith(goodFaithFile, contract, medicare);
    if (planFile == null || services.isEmpty()) {
      throw new CommandFailure(
          "State --plan with --member and services, or with files, or --good-faith with its file.");
    }
    PlanTerms plan = TermsFiles.plan(planFile);
    var estimates =
        new ClaimEstimates(plan, contract, TermsFiles.tier(plan, tier), medicare, madeOn);
    if (services.stream().noneMatch(service -> service.contains("="))) return files(estimates);
    if (member == null) throw new CommandFailure("State --member, the number in the plan file.");
    return insured(estimates, member);
  }

  private int files(ClaimEstimates estimates) throws IOException {
    if (pdf != null) throw new CommandFailure("--pdf goes with services, not with files.");
    var estimated = new ArrayList<ClaimEstimates.Estimated>();
    var refusals = new ArrayList<ReadClaims.Refusal>();
    for (Path file : X12Input.files(services.stream().map(Path::of).toList())) {
      try (InputStream in = X12Input.open(file)) {
        ReadClaims read = ReadClaims.read(in, X12Input.name(file));
        estimated.addAll(estimates.of(read.claims()));
        refusals.addAll(read.refusals());
        if (read.claims().isEmpty() && read.refusals().isEmpty()) {
          refusals.add(
              new ReadClaims.Refusal(
                  X12Input.name(file), "The file holds no claims.", "Name a file of claims."));
        }
      }
    }
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writeValueAsString(ClaimEstimates.json(estimated, refusals)));
    } else {
      estimated.forEach(this::print);
    }
    for (ReadClaims.Refusal refusal : refusals) {
      System.err.printf(
          "%s: not read. %s %s%n", refusal.claim(), refusal.message(), refusal.remedy());
    }
    boolean isWhole =
        refusals.isEmpty()
            && estimated.stream()
                .allMatch(each -> each.estimate() != null && isWhole(each.estimate()));
    return isWhole ? Main.DONE : Main.FINDINGS;
  }

  private void print(ClaimEstimates.Estimated each) {
    if (each.estimate() == null) {
      System.out.printf("%s: no estimate. %s %s%n", each.claim(), each.reason(), each.remedy());
      return;
    }
    System.out.println("claim " + each.claim());
    print(each.estimate());
  }

  private static boolean isWhole(PatientEstimate estimate) {
    return estimate.lines().stream().allMatch(line -> line.finding() == null);
  }

  private int insured(ClaimEstimates estimates, String id) throws IOException {
    var insured =
        estimates
            .member(id)
            .orElseThrow(() ->
                new CommandFailure("The plan has no member \"" + id + "\". Check the number."));
    LocalDate day = servedOn == null ? madeOn : servedOn;
    if (!insured.coverage().contains(day)) {
      throw new CommandFailure(
          "Member \"%s\" is not covered on %s. Ask the plan, or make a good-faith estimate."
              .formatted(id, day));
    }
    var estimate = estimates.of(insured, day, lines(day));
    String plan = estimates.plan().plan().name();
    if (pdf != null) Files.write(pdf, EstimatePaper.pdf(estimate, plan, madeOn));
    if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(Answers.of(estimate)));
    else print(estimate);
    return isWhole(estimate) ? Main.DONE : Main.FINDINGS;
  }

  private List<ContractLine> lines(LocalDate day) {
    var placeOfService =
        PlaceOfService.parse(place)
            .orElseThrow(() ->
                new CommandFailure("\"" + place + "\" is no place of service. Write two digits."));
    var lines = new ArrayList<ContractLine>();
    for (String service : services) {
      String[] parts = service.split("=", 2);
      Money charge = parts.length < 2 ? null : Money.parse(parts[1]).orElse(null);
      if (charge == null) {
        throw new CommandFailure(
            "\"%s\" has no charge. Write CODE=CHARGE, such as 99213=150.00.".formatted(service));
      }
      var typed = BilledService.line(lines.size() + 1, parts[0], place, charge);
      lines.add(
          new ContractLine(
              typed.number(),
              new ProcedureCode(typed.code()),
              null,
              typed.modifiers().stream().map(Modifier::new).toList(),
              BigDecimal.valueOf(typed.units()),
              charge,
              day,
              placeOfService));
    }
    return lines;
  }

  private void print(PatientEstimate estimate) {
    for (PatientEstimate.Line line : estimate.lines()) {
      var decided = line.decided();
      System.out.printf("%-8s charge %12s  ", line.service().procedure(), line.service().charge());
      Finding finding = line.finding();
      if (decided == null) {
        System.out.printf(
            "no estimate. %s%n", finding == null ? "" : finding.message() + " " + finding.remedy());
        continue;
      }
      System.out.printf(
          "allowed %12s  deductible %s, copay %s, coinsurance %s, patient %s  [%s]%n",
          decided.allowed(),
          decided.deductible(),
          decided.copay(),
          decided.coinsurance(),
          line.patientPays(),
          line.term());
      if (!isExplained) continue;
      System.out.println("     allowed by: " + line.term());
      line.priceSteps().forEach(EstimateCommand::print);
      System.out.println("     paid by the plan:");
      decided.steps().forEach(EstimateCommand::print);
    }
    System.out.printf(
        "together: charge %s, plan %s, patient %s, confidence %s%n",
        estimate.charged(),
        estimate.planPays(),
        estimate.patientPays(),
        estimate.confidence().level().name().toLowerCase(Locale.ROOT));
    estimate.confidence().reasons().forEach(reason -> System.out.println("  " + reason));
  }

  private static void print(PriceStep step) {
    System.out.printf("     %12s  %s  [%s]%n", step.amount(), step.text(), step.source());
  }

  private int goodFaith(Path file, Contract selfPay, MedicareFees medicare) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("There is no file " + file + ". Check the name.");
    }
    GoodFaithEstimate estimate;
    try (Reader reader = Files.newBufferedReader(file)) {
      estimate =
          switch (GoodFaithFile.read(file.toString(), reader, selfPay, medicare, madeOn)) {
            case FileResult.Read<GoodFaithEstimate> read -> read.content();
            case FileResult.Refused<GoodFaithEstimate> refused ->
                throw new CommandFailure(String.join("\n", refused.problems()));
          };
    }
    if (pdf != null) Files.write(pdf, EstimatePaper.pdf(estimate));
    if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(json(estimate)));
    else print(estimate);
    for (Finding missing : estimate.missing()) {
      System.err.printf("missing: %s %s%n", missing.message(), missing.remedy());
    }
    return estimate.missing().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private static void print(GoodFaithEstimate estimate) {
    System.out.printf(
        "%s, made %s%s%n",
        estimate.description(),
        estimate.madeOn(),
        estimate.dueBy() == null ? "" : ", due by " + estimate.dueBy());
    for (GoodFaithEstimate.Part part : estimate.parts()) {
      System.out.println(part.provider().name() + ", NPI " + part.provider().npi().value());
      for (GoodFaithEstimate.Item item : part.items()) {
        System.out.printf(
            "  %-8s %12s  %s%n", item.service().procedure(), item.expected(), item.description());
      }
      System.out.printf("  %-8s %12s%n", "", part.expected());
    }
    System.out.println("expected: " + estimate.expected());
    for (Disclaimer disclaimer : Disclaimer.values()) System.out.println(disclaimer.words());
  }

  private static Object json(GoodFaithEstimate estimate) {
    var map = new LinkedHashMap<String, Object>();
    map.put("description", estimate.description());
    map.put("made_on", estimate.madeOn());
    if (estimate.serviceOn() != null) map.put("service_on", estimate.serviceOn());
    if (estimate.dueBy() != null) map.put("due_by", estimate.dueBy());
    map.put("patient", estimate.patient());
    var parts = new ArrayList<>();
    for (GoodFaithEstimate.Part part : estimate.parts()) {
      var each = new LinkedHashMap<String, Object>();
      each.put("name", part.provider().name());
      each.put("npi", part.provider().npi().value());
      each.put("tax_id", part.provider().taxId().value());
      each.put("location", part.provider().location());
      each.put("expected", part.expected());
      var items = new ArrayList<>();
      for (GoodFaithEstimate.Item item : part.items()) {
        var service = new LinkedHashMap<String, Object>();
        service.put("code", item.service().procedure());
        service.put("modifiers", item.service().modifiers());
        service.put("units", item.service().units());
        service.put("description", item.description());
        service.put("diagnoses", item.diagnoses());
        service.put("on", item.service().servedOn());
        service.put("expected", item.expected());
        items.add(service);
      }
      each.put("services", items);
      parts.add(each);
    }
    map.put("providers", parts);
    map.put("separately_booked", estimate.separatelyBooked());
    map.put("expected", estimate.expected());
    var disclaimers = new ArrayList<String>();
    for (Disclaimer disclaimer : Disclaimer.values()) disclaimers.add(disclaimer.words());
    map.put("disclaimers", disclaimers);
    return map;
  }
}
