package org.cleanclaim.bench.pricing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.physician.LinePrice;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.PhysicianPricer;
import org.cleanclaim.pricing.physician.Practitioner;
import org.cleanclaim.pricing.physician.ServiceLine;

/// Measures on one core how many stays are grouped and how many professional lines are priced in a
/// second, with the tables that are installed in a folder. Stays have eight secondary diagnoses and
/// two procedures, claims four lines. The goals are 50,000 stays and 500,000 lines.
public final class PricingBench {
  private static final int STAYS = 20_000;
  private static final int CLAIMS = 50_000;
  private static final int LINES = 4;
  private static final int SECONDARIES = 8;
  private static final int ROUNDS = 10;
  private static final long SEED = 20_261_128;
  private static final LocalDate DISCHARGED = LocalDate.of(2026, 5, 1);
  private static final LocalDate SERVED = LocalDate.of(2025, 11, 3);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final List<String> DIAGNOSES =
      List.of(
          "I214", "I5023", "J189", "A419", "N179", "J9601", "E1165", "I10", "E785", "I4891", "N390",
          "K5720", "S72001A", "M1711", "I639", "J441", "K8000", "D62", "E871", "L03115");
  private static final List<String> PROCEDURES =
      List.of("02703ZZ", "0SR9019", "0FT44ZZ", "5A1955Z", "30233N1", "0DTJ4ZZ", "B2111ZZ");
  private static final List<String> CODES =
      List.of("99213", "99214", "20610", "11042", "70553", "93000", "97110", "45378", "36415");

  private PricingBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: PricingBench CODESETS");
      System.exit(2);
    }
    CodeSets codeSets = CodeStore.at(Path.of(arguments[0])).open();
    var random = new Random(SEED);
    grouping(codeSets, random);
    prices(codeSets, random);
  }

  private static void grouping(CodeSets codeSets, Random random) {
    GrouperTables tables =
        codeSets
            .rules(PublicationKind.MSDRG_LOGIC, DISCHARGED)
            .orElseThrow()
            .view(RuleTables.class, GrouperTables.class, GrouperTables::of);
    var grouper = new MsDrgGrouper(tables);
    GrouperVersion version = GrouperVersion.on(DISCHARGED).orElseThrow();
    var stays = new ArrayList<Stay>();
    for (int i = 0; i < STAYS; i++) stays.add(stay(random));
    measure(
        "MS-DRG, stays a second",
        STAYS,
        () -> {
          long sum = 0;
          for (Stay stay : stays) sum += grouper.group(stay, version).last().drg();
          return sum;
        });
  }

  private static Stay stay(Random random) {
    var secondaries = new ArrayList<Stay.Condition>();
    for (int i = 0; i < SECONDARIES; i++) secondaries.add(condition(random));
    return new Stay(
        20 + random.nextInt(70),
        random.nextInt(2) == 0 ? Sex.FEMALE : Sex.MALE,
        1,
        Stay.PoaReporting.REQUIRED,
        condition(random),
        secondaries,
        List.of(any(PROCEDURES, random), any(PROCEDURES, random)));
  }

  private static Stay.Condition condition(Random random) {
    return new Stay.Condition(any(DIAGNOSES, random), PresentOnAdmission.of("Y"));
  }

  private static void prices(CodeSets codeSets, Random random) {
    PhysicianPricer pricer = new InstalledFees(codeSets).on(SERVED).orElseThrow();
    Locality locality = Locality.of("15202", "00");
    var claims = new ArrayList<List<ServiceLine>>();
    for (int i = 0; i < CLAIMS; i++) {
      var lines = new ArrayList<ServiceLine>();
      for (int line = 1; line <= LINES; line++) {
        lines.add(
            new ServiceLine(
                line, any(CODES, random), List.of(), 1, "11", Money.of("900.00"), null));
      }
      claims.add(lines);
    }
    measure(
        "physician fees, lines a second",
        CLAIMS * LINES,
        () -> {
          long cents = 0;
          for (List<ServiceLine> lines : claims) {
            List<LinePrice> prices =
                pricer.price(lines, locality, Practitioner.PHYSICIAN, Participation.PARTICIPATING);
            cents += PhysicianPricer.total(prices).cents();
          }
          return cents;
        });
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static void measure(String what, int count, LongSupplier work) {
    long best = 0;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      sum = work.getAsLong();
      best = Math.max(best, count * 1_000_000_000L / (System.nanoTime() - began));
    }
    OUT.printf("%-72s %,d%n", "%s, best of %d rounds (%,d)".formatted(what, ROUNDS, sum), best);
  }
}
