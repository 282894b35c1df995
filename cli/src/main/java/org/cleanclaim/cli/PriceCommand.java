package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.app.estimate.Answers;
import org.cleanclaim.app.pricing.ClaimPricing;
import org.cleanclaim.app.pricing.PricedItem;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.physician.LinePrice;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.PhysicianPricer;
import org.cleanclaim.pricing.physician.PhysicianTables;
import org.cleanclaim.pricing.physician.Practitioner;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.cleanclaim.pricing.physician.ZipLocalities;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prices professional services by the Medicare physician fee schedule, or whole files of claims.
@Command(
    name = "price",
    description =
        "What Medicare pays for the professional services of one day, or for the claims of files:"
            + " 837, FHIR, a table with commas or JSON.",
    mixinStandardHelpOptions = true)
final class PriceCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "CODE[:MOD,...][xUNITS]|FILE")
  List<String> services = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--dos", description = "Day of service; files say it themselves.")
  LocalDate day = LocalDate.EPOCH;

  @Mixin ClaimTerms claims = new ClaimTerms();

  @Option(names = "--zip", description = "ZIP code of the place of service.")
  @Nullable String zip;

  @Option(names = "--locality", paramLabel = "MAC-LOC", description = "Locality: 10112-00")
  @Nullable String locality;

  @Option(names = "--pos", description = "Place of service. Default: 11", defaultValue = "11")
  String place = "11";

  @Option(names = "--charge", description = "What was charged for the service, if there is one.")
  @Nullable String charge;

  @Option(names = "--by", description = "${COMPLETION-CANDIDATES}", defaultValue = "PHYSICIAN")
  Practitioner practitioner = Practitioner.PHYSICIAN;

  @Option(names = "--as", description = "${COMPLETION-CANDIDATES}", defaultValue = "PARTICIPATING")
  Participation participation = Participation.PARTICIPATING;

  @Option(names = "--explain", description = "Show the steps that add up to each price.")
  boolean isExplained;

  @Option(names = "--json", description = "Print the prices as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    CodeSets codeSets = store.store().open();
    if (services.stream().noneMatch(BilledService::isForm)) return priceFiles(codeSets);
    if (day.equals(LocalDate.EPOCH)) {
      throw new CommandFailure("State the day of service with --dos.");
    }
    var tables =
        PhysicianTables.of(
            rules(codeSets, PublicationKind.MPFS_RVU), rules(codeSets, PublicationKind.MPFS_GPCI));
    var prices =
        new PhysicianPricer(tables).price(lines(), where(codeSets), practitioner, participation);
    if (isJson)
      System.out.println(OutwardJson.mapper().writeValueAsString(Answers.of(prices, services)));
    else print(prices);
    return prices.stream().anyMatch(LinePrice.Refused.class::isInstance)
        ? Main.FINDINGS
        : Main.DONE;
  }

  private int priceFiles(CodeSets codeSets) throws IOException {
    var items = new ArrayList<PricedItem>();
    var pricing =
        new ClaimPricing(
            codeSets,
            claims.hospitals(),
            locality == null ? null : typed(locality),
            claims.area,
            claims.baseUnits,
            practitioner,
            participation,
            items::add);
    for (Path file : X12Input.files(services.stream().map(Path::of).toList())) {
      try (InputStream in = X12Input.open(file)) {
        pricing.price(in, X12Input.name(file));
      }
    }
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writeValueAsString(items.stream().map(PricedItem::json).toList()));
    } else {
      items.forEach(this::print);
    }
    return items.stream().anyMatch(PricedItem::isRefused) ? Main.FINDINGS : Main.DONE;
  }

  private void print(PricedItem item) {
    Money amount = item.amount();
    String shown = item.isPackaged() ? "packaged" : "no price";
    String place = item.line() == 0 ? item.code() : "line " + item.line() + " " + item.code();
    System.out.printf(
        "%s: %s  [%s]%n",
        (item.claim() + " " + place).strip(), amount == null ? shown : amount, item.schedule());
    if (amount == null || isExplained) {
      item.words().forEach(words -> System.out.println("  " + words));
    }
    if (!isExplained) return;
    for (PriceStep step : item.steps()) {
      System.out.printf("  %12s  %s  [%s]%n", step.amount(), step.text(), step.source());
    }
  }

  /// The table in force on the day; one of an earlier year has other amounts and is no substitute.
  private RuleTables rules(CodeSets codeSets, PublicationKind kind) {
    return codeSets
        .rules(kind, day)
        .filter(installed -> installed.effectiveFrom().getYear() == day.getYear())
        .map(installed -> installed.content(RuleTables.class))
        .orElseThrow(() ->
            new CommandFailure(
                "The %s for %s are not installed. Install the publisher's file with `cleanclaim codes install`."
                    .formatted(kind.title(), day)));
  }

  private List<ServiceLine> lines() {
    Money billed = null;
    if (charge != null) {
      String typed = charge;
      if (services.size() > 1) {
        throw new CommandFailure("--charge holds for one service. Price the services one by one.");
      }
      billed =
          Money.parse(typed)
              .orElseThrow(() -> new CommandFailure("\"" + typed + "\" is no dollar amount."));
    }
    var lines = new ArrayList<ServiceLine>();
    for (String service : services) {
      lines.add(BilledService.line(lines.size() + 1, service, place, billed));
    }
    return lines;
  }

  private Locality where(CodeSets codeSets) {
    if (locality != null) return typed(locality);
    if (zip == null) throw new CommandFailure("State --zip or --locality.");
    String typed = zip;
    var localities = ZipLocalities.of(rules(codeSets, PublicationKind.MPFS_ZIP));
    if (localities.isSplit(typed)) {
      throw new CommandFailure(
          "ZIP code %s lies in several localities. State --locality.".formatted(typed));
    }
    return localities
        .locality(typed)
        .orElseThrow(() -> new CommandFailure("ZIP code %s is not in the file.".formatted(typed)));
  }

  private static Locality typed(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 2) throw new CommandFailure("Write the locality as 10112-00.");
    return Locality.of(parts[0], parts[1]);
  }

  private void print(List<LinePrice> prices) {
    for (LinePrice price : prices) {
      String service = services.get(price.number() - 1);
      switch (price) {
        case LinePrice.Priced priced -> print(service, priced);
        case LinePrice.Refused refused ->
            System.out.printf(
                "%-16s no price. %s %s%n",
                service, refused.finding().message(), refused.finding().remedy());
      }
    }
    System.out.printf("%-16s %12s%n", "together", PhysicianPricer.total(prices));
  }

  private void print(String service, LinePrice.Priced priced) {
    System.out.printf(
        "%-16s %12s  Medicare %s, patient %s, sequestration %s%n",
        service,
        priced.allowed(),
        priced.medicareShare(),
        priced.patientShare(),
        priced.sequestration());
    for (String note : priced.notes()) System.out.println("  note: " + note);
    if (participation == Participation.NOT_PARTICIPATING) {
      System.out.println("  limiting charge " + priced.limitingCharge());
    }
    if (!isExplained) return;
    for (PriceStep step : priced.steps()) {
      System.out.printf("  %12s  %s  [%s]%n", step.amount(), step.text(), step.source());
    }
  }
}
