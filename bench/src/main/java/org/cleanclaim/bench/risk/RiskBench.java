package org.cleanclaim.bench.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.Entitlement;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.PaymentScorer;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.kernel.party.Sex;

/// Measures risk scores with the publisher's full tables: opening the installed tables of all
/// models of a payment year, their memory, and how many members are scored in a second. The members
/// are invented; each has ten diagnoses, eight of which have a category.
public final class RiskBench {
  private static final List<Medicaid> MEDICAID = List.of(Medicaid.values());
  private static final int MEMBERS = 200_000;
  private static final int ROUNDS = 8;
  private static final int WITH_CATEGORY = 8;
  private static final List<PaymentYear> YEARS =
      List.of(PaymentYear.of(2026).orElseThrow(), PaymentYear.of(2025).orElseThrow());
  private static final long SEED = 20_261_128;
  private static final Set<PublicationKind> KINDS =
      EnumSet.of(
          PublicationKind.RISK_DIAGNOSES, PublicationKind.RISK_MODELS, PublicationKind.RISK_EDITS);

  private RiskBench() {}

  private record Case(Member member, List<String> diagnoses) {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: RiskBench FOLDER");
      System.exit(2);
    }
    var store = CodeStore.at(Files.createTempDirectory("cleanclaim-bench"));
    store.install(
        PublisherFolder.files(Path.of(arguments[0]), KINDS), null, InstallProgress.silent());
    long before = Figures.heap();
    long began = System.nanoTime();
    CodeSets codeSets = store.open();
    var risk = new InstalledRisk(codeSets);
    var scorers = new ArrayList<PaymentScorer>();
    for (PaymentYear year : YEARS) scorers.add(risk.payment(year).orElseThrow());
    Figures.row(
        "Risk, opening of the tables of both years in ms", (System.nanoTime() - began) / 1_000_000);
    Figures.row("Risk, heap of the open tables in MB", (Figures.heap() - before) / 1_000_000);
    for (int i = 0; i < scorers.size(); i++) measure(codeSets, scorers.get(i), YEARS.get(i));
  }

  private static void measure(CodeSets codeSets, PaymentScorer scorer, PaymentYear year) {
    String title = "Risk " + year.year() + ", " + year.shares().size() + " model(s): ";
    List<Case> cases = cases(codeSets, year);
    long best = 0;
    long thousandths = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      thousandths = 0;
      for (Case one : cases) {
        thousandths +=
            scorer.score(one.member(), one.diagnoses()).score().movePointRight(3).longValueExact();
      }
      best = Math.max(best, cases.size() * 1_000_000_000L / (System.nanoTime() - began));
    }
    Figures.row(
        title + "mean payment score of the members in thousandths", thousandths / cases.size());
    Figures.row(title + "members a second, best of " + ROUNDS + " rounds", best);
  }

  private static List<Case> cases(CodeSets codeSets, PaymentYear year) {
    List<String> codes =
        codeSets
            .rules(PublicationKind.RISK_DIAGNOSES, LocalDate.of(year.year(), 1, 1))
            .orElseThrow()
            .content(RuleTables.class)
            .table("mapping")
            .rows()
            .stream()
            .filter(row -> row.get(2).equals(year.shares().getLast().model().title()))
            .map(List::getFirst)
            .toList();
    var random = new Random(SEED);
    var cases = new ArrayList<Case>(MEMBERS);
    for (int i = 0; i < MEMBERS; i++) {
      var diagnoses = new ArrayList<String>();
      for (int d = 0; d < WITH_CATEGORY; d++) {
        diagnoses.add(copy(codes.get(random.nextInt(codes.size()))));
      }
      diagnoses.add(copy("I10"));
      diagnoses.add(copy("Z0000"));
      cases.add(new Case(member(random), diagnoses));
    }
    return cases;
  }

  private static Member member(Random random) {
    int age = random.nextInt(40, 96);
    return new Member(
        age,
        random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
        age < 65 || random.nextInt(10) == 0 ? Entitlement.DISABILITY : Entitlement.AGE,
        MEDICAID.get(random.nextInt(MEDICAID.size())),
        Enrollment.CONTINUING,
        random.nextInt(20) == 0 ? Residence.INSTITUTION : Residence.COMMUNITY);
  }

  /// A text of its own, as a member that was read has it.
  private static String copy(String code) {
    return String.valueOf(code.toCharArray());
  }
}
