package org.cleanclaim.app.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.anesthesia.AnesthesiaCare;
import org.cleanclaim.pricing.anesthesia.AnesthesiaPrice;
import org.cleanclaim.pricing.asc.InstalledSurgery;
import org.cleanclaim.pricing.asc.SurgeryLine;
import org.cleanclaim.pricing.asc.SurgeryPrice;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.outpatient.OutpatientRate;
import org.cleanclaim.pricing.outpatient.OutpatientRates;
import org.cleanclaim.pricing.outpatient.StatusIndicator;
import org.cleanclaim.pricing.physician.LinePrice;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.Practitioner;
import org.cleanclaim.pricing.physician.ServiceLine;
import org.cleanclaim.pricing.physician.ZipLocalities;
import org.jspecify.annotations.Nullable;

/// Prices bills by the schedule that holds for each.
final class BillPricer {
  private static final String INSTALL =
      "Install the publisher's file with `cleanclaim codes install`.";

  private final CodeSets codeSets;
  private final Terms terms;
  private final InstalledFees fees;
  private final InstalledSurgery surgery;

  /// What the claims do not say.
  ///
  /// @param locality in place of that of the ZIP code
  /// @param area the wage area of surgical centers, empty where it is not known
  /// @param baseUnits of anesthesia codes, which CMS publishes by itself
  record Terms(
      @Nullable Locality locality,
      String area,
      Map<String, Integer> baseUnits,
      Practitioner practitioner,
      Participation participation) {}

  BillPricer(CodeSets codeSets, Terms terms) {
    this.codeSets = codeSets;
    this.terms = terms;
    this.fees = new InstalledFees(codeSets);
    this.surgery = new InstalledSurgery(codeSets);
  }

  List<PricedItem> price(Bill bill) {
    return switch (bill.kind()) {
      case PROFESSIONAL -> professional(bill);
      case ANESTHESIA -> anesthesia(bill);
      case SURGICAL_CENTER -> surgical(bill);
      case OUTPATIENT -> outpatient(bill);
    };
  }

  private List<PricedItem> professional(Bill bill) {
    String schedule = "physician fees";
    var pricer = fees.on(bill.day()).orElse(null);
    if (pricer == null) {
      return all(bill, schedule, "The physician fees of the year are not installed.", INSTALL);
    }
    Locality locality = locality(bill);
    if (locality == null) {
      return all(
          bill, schedule, "The locality of the ZIP code cannot be told.", "State --locality.");
    }
    var lines = new ArrayList<ServiceLine>();
    for (Bill.Item item : bill.items()) {
      lines.add(
          new ServiceLine(
              lines.size() + 1,
              item.code(),
              item.modifiers(),
              item.units(),
              item.place(),
              item.charge(),
              null));
    }
    var prices = pricer.price(lines, locality, terms.practitioner(), terms.participation());
    return each(
        bill,
        position ->
            switch (prices.get(position)) {
              case LinePrice.Priced priced ->
                  PricedItem.priced(
                      bill,
                      bill.items().get(position),
                      schedule,
                      priced.allowed(),
                      priced.steps(),
                      priced.notes());
              case LinePrice.Refused refused ->
                  PricedItem.refused(bill, bill.items().get(position), schedule, refused.finding());
            });
  }

  private List<PricedItem> anesthesia(Bill bill) {
    String schedule = "anesthesia";
    Locality locality = locality(bill);
    BigDecimal factor = locality == null ? null : factor(bill, locality);
    if (factor == null) {
      return all(
          bill,
          schedule,
          "No anesthesia conversion factor is installed for the day and locality.",
          INSTALL);
    }
    return each(
        bill,
        position -> {
          Bill.Item item = bill.items().get(position);
          Integer base = terms.baseUnits().get(item.code());
          if (base == null) {
            return PricedItem.refused(
                bill,
                item,
                schedule,
                "The base units of %s are not known.".formatted(item.code()),
                "State --base-units %s=N.".formatted(item.code()));
          }
          String by = item.modifiers().isEmpty() ? "" : item.modifiers().getFirst();
          var care =
              new AnesthesiaCare(base, item.units(), factor, by, AnesthesiaCare.Induction.ABSENT);
          return switch (AnesthesiaPrice.of(care)) {
            case AnesthesiaPrice.Priced priced ->
                PricedItem.priced(
                    bill, item, schedule, priced.allowed(), priced.steps(), List.of());
            case AnesthesiaPrice.Refused refused ->
                PricedItem.refused(bill, item, schedule, refused.finding());
          };
        });
  }

  private @Nullable BigDecimal factor(Bill bill, Locality locality) {
    var factors = rules(PublicationKind.MPFS_ANESTHESIA, bill);
    if (factors.isEmpty()) return null;
    for (List<String> row : factors.get().table("factors").rows()) {
      if (Locality.of(row.get(0), row.get(1)).equals(locality)) return new BigDecimal(row.get(2));
    }
    return null;
  }

  private List<PricedItem> surgical(Bill bill) {
    String schedule = "surgical centers";
    if (terms.area().isEmpty()) {
      return all(bill, schedule, "The center's wage area is not known.", "State --cbsa.");
    }
    return switch (surgery.on(bill.day())) {
      case InstalledSurgery.Missing missing -> {
        Finding first = missing.findings().getFirst();
        yield all(bill, schedule, first.message(), first.remedy());
      }
      case InstalledSurgery.Found found -> {
        var lines = new ArrayList<SurgeryLine>();
        for (Bill.Item item : bill.items()) {
          lines.add(
              new SurgeryLine(
                  lines.size() + 1,
                  item.code(),
                  item.modifiers(),
                  item.units(),
                  item.charge(),
                  null));
        }
        var prices = found.pricer().price(bill.day(), terms.area(), lines);
        yield each(bill, position -> surgical(bill, position, prices.get(position), schedule));
      }
    };
  }

  private static PricedItem surgical(Bill bill, int position, SurgeryPrice price, String schedule) {
    Bill.Item item = bill.items().get(position);
    return switch (price) {
      case SurgeryPrice.Priced priced ->
          PricedItem.priced(
              bill,
              item,
              schedule,
              priced.total(),
              priced.steps(),
              priced.findings().stream().map(Finding::message).toList());
      case SurgeryPrice.Packaged packaged ->
          PricedItem.packaged(
              bill,
              item,
              schedule,
              "Packaged (%s): its payment is in that of the procedure."
                  .formatted(packaged.indicator()));
      case SurgeryPrice.Denied denied -> PricedItem.refused(bill, item, schedule, denied.finding());
      case SurgeryPrice.Refused refused ->
          PricedItem.refused(bill, item, schedule, refused.finding());
    };
  }

  private List<PricedItem> outpatient(Bill bill) {
    String schedule = "outpatient hospitals";
    OutpatientRates rates = OutpatientRates.on(codeSets, bill.day()).orElse(null);
    if (rates == null) {
      return all(bill, schedule, "Addendum B of the year is not installed.", INSTALL);
    }
    return each(
        bill,
        position -> {
          Bill.Item item = bill.items().get(position);
          if (item.code().isEmpty()) {
            return PricedItem.packaged(
                bill,
                item,
                schedule,
                "A revenue code alone: packaged, its payment is in that of other services.");
          }
          return switch (rates.rate(item.code())) {
            case OutpatientRate.Rate rate -> outpatient(bill, item, rate, schedule);
            case OutpatientRate.Packaged packaged ->
                PricedItem.packaged(bill, item, schedule, packaged.status().meaning());
            case OutpatientRate.NotPaid not ->
                PricedItem.refused(bill, item, schedule, not.finding());
            case OutpatientRate.Unknown unknown ->
                PricedItem.refused(bill, item, schedule, unknown.finding());
          };
        });
  }

  private static PricedItem outpatient(
      Bill bill, Bill.Item item, OutpatientRate.Rate rate, String schedule) {
    if (item.units() < 1) {
      return PricedItem.refused(bill, item, schedule, "The line has no units.", "State the units.");
    }
    Money amount = rate.amount().times(item.units());
    var words = new ArrayList<String>();
    words.add(rate.status().meaning());
    words.add("The national rate: before wages, discounts and what else is on the bill.");
    if (rate.status().payment() == StatusIndicator.Payment.CONDITIONAL) {
      words.add("Whether it is paid apart is decided by the other services of the bill.");
    }
    var step =
        new PriceStep(
            "rate %s, status %s, times %d".formatted(rate.amount(), rate.status(), item.units()),
            amount,
            "OPPS Addendum B; 42 CFR 419.32");
    return PricedItem.priced(bill, item, schedule, amount, List.of(step), words);
  }

  private @Nullable Locality locality(Bill bill) {
    if (terms.locality() != null) return terms.locality();
    if (bill.zip().isEmpty()) return null;
    return rules(PublicationKind.MPFS_ZIP, bill)
        .map(ZipLocalities::of)
        .filter(localities -> !localities.isSplit(bill.zip()))
        .flatMap(localities -> localities.locality(bill.zip()))
        .orElse(null);
  }

  /// The table in force on the day; one of an earlier year has other amounts and is no substitute.
  private Optional<RuleTables> rules(PublicationKind kind, Bill bill) {
    return codeSets
        .rules(kind, bill.day())
        .filter(table -> table.effectiveFrom().getYear() == bill.day().getYear())
        .map(table -> table.content(RuleTables.class));
  }

  private static List<PricedItem> each(Bill bill, Function<Integer, PricedItem> pricing) {
    var items = new ArrayList<PricedItem>();
    for (int i = 0; i < bill.items().size(); i++) items.add(pricing.apply(i));
    return items;
  }

  private static List<PricedItem> all(Bill bill, String schedule, String message, String remedy) {
    return bill.items().stream()
        .map(item -> PricedItem.refused(bill, item, schedule, message, remedy))
        .toList();
  }
}
