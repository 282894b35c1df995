package org.cleanclaim.bench.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.bench.Figures;
import org.cleanclaim.bench.PublisherFolder;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.grouping.hhs.DatedDiagnosis;
import org.cleanclaim.grouping.hhs.Enrollee;
import org.cleanclaim.grouping.hhs.InstalledMarketRisk;
import org.cleanclaim.grouping.hhs.MarketScorer;
import org.cleanclaim.grouping.hhs.MetalLevel;
import org.cleanclaim.kernel.party.Sex;

/// Measures HHS-HCC scores with the full tables of a benefit year: how many enrollees are scored in
/// a second. They are invented; each has ten diagnoses with categories and two drugs.
public final class MarketRiskBench {
  private static final List<MetalLevel> METALS = List.of(MetalLevel.values());
  private static final int ENROLLEES = 100_000;
  private static final int ROUNDS = 8;
  private static final int DIAGNOSES = 10;
  private static final int DRUGS = 2;
  private static final int OLDEST_YEARS = 65;
  private static final long SEED = 20_261_128;

  private MarketRiskBench() {}

  private record Case(Enrollee enrollee, List<DatedDiagnosis> diagnoses, List<String> drugs) {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: MarketRiskBench FOLDER");
      System.exit(2);
    }
    var store = CodeStore.at(Files.createTempDirectory("cleanclaim-bench"));
    store.install(
        PublisherFolder.files(Path.of(arguments[0]), Set.of(PublicationKind.MARKET_RISK)),
        null,
        InstallProgress.silent());
    CodeSets codeSets = store.open();
    var installed = new InstalledMarketRisk(codeSets);
    int year = installed.years().getLast();
    MarketScorer scorer = installed.scorer(year).orElseThrow();
    List<Case> cases = cases(codeSets, year);
    long best = 0;
    long thousandths = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      thousandths = 0;
      for (Case one : cases) {
        thousandths += scorer.score(one.enrollee(), one.diagnoses(), one.drugs()).thousandths();
      }
      best = Math.max(best, cases.size() * 1_000_000_000L / (System.nanoTime() - began));
    }
    Figures.row("HHS-HCC " + year + ", mean score in thousandths", thousandths / cases.size());
    Figures.row("HHS-HCC " + year + ", enrollees a second, best of " + ROUNDS + " rounds", best);
  }

  private static List<Case> cases(CodeSets codeSets, int year) {
    RuleTables tables =
        codeSets
            .rules(PublicationKind.MARKET_RISK, LocalDate.of(year, 1, 1))
            .orElseThrow()
            .content(RuleTables.class);
    List<List<String>> mapping = tables.table("mapping").rows();
    List<List<String>> drugs = tables.table("drugs").rows();
    var random = new Random(SEED);
    var cases = new ArrayList<Case>(ENROLLEES);
    for (int i = 0; i < ENROLLEES; i++) {
      int age = random.nextInt(OLDEST_YEARS);
      var diagnoses = new ArrayList<DatedDiagnosis>();
      for (int d = 0; d < DIAGNOSES; d++) {
        diagnoses.add(new DatedDiagnosis(copy(mapping, 0, random), age));
      }
      var given = new ArrayList<String>();
      for (int d = 0; d < DRUGS; d++) given.add(copy(drugs, 1, random));
      cases.add(
          new Case(
              new Enrollee(
                  age,
                  random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                  1 + random.nextInt(12),
                  METALS.get(random.nextInt(METALS.size())),
                  0),
              diagnoses,
              given));
    }
    return cases;
  }

  /// A text of its own, as an enrollee that was read has it.
  private static String copy(List<List<String>> rows, int column, Random random) {
    return String.valueOf(rows.get(random.nextInt(rows.size())).get(column).toCharArray());
  }
}
