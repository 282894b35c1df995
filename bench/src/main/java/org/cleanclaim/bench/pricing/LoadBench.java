package org.cleanclaim.bench.pricing;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.PaymentYear;
import org.cleanclaim.grouping.hhs.InstalledMarketRisk;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.pricing.asc.InstalledSurgery;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.inpatient.InstalledInpatient;
import org.cleanclaim.pricing.outpatient.OutpatientRates;
import org.cleanclaim.pricing.physician.ZipLocalities;

/// Measures how long a process that has just begun takes to open all tables of grouping, risk and
/// prices that are installed in a folder, and how much heap they hold. The goals are 3 seconds and
/// 250 MB.
public final class LoadBench {
  private static final LocalDate DISCHARGED = LocalDate.of(2026, 5, 1);
  private static final LocalDate SERVED = LocalDate.of(2025, 11, 3);
  private static final LocalDate OPERATED = LocalDate.of(2026, 2, 2);
  private static final LocalDate FISCAL_2021 = LocalDate.of(2021, 3, 1);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private record Opened(String what, Object tables) {}

  private LoadBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: LoadBench CODESETS");
      System.exit(2);
    }
    long before = heap();
    long began = System.nanoTime();
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    CodeSets codeSets = CodeStore.at(Path.of(arguments[0])).open();
    List<Opened> opened = open(codeSets);
    double seconds = (System.nanoTime() - began) / 1e9;
    double work = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9;
    long held = heap() - before;
    String names = String.join(", ", opened.stream().map(Opened::what).toList());
    OUT.printf("%-72s %.2f s%n", "load of all tables", seconds);
    OUT.printf("%-72s %.2f s%n", "processor time of it", work);
    OUT.printf("%-72s %,d MB%n", "heap of all tables", held / 1_000_000);
    OUT.println("tables: " + names);
  }

  private static List<Opened> open(CodeSets codeSets) {
    var opened = new ArrayList<Opened>();
    add(
        opened,
        "MS-DRG",
        codeSets
            .rules(PublicationKind.MSDRG_LOGIC, DISCHARGED)
            .map(table -> table.view(RuleTables.class, GrouperTables.class, GrouperTables::of)));
    add(
        opened,
        "CMS-HCC",
        PaymentYear.of(DISCHARGED.getYear()).flatMap(new InstalledRisk(codeSets)::payment));
    var market = new InstalledMarketRisk(codeSets);
    market.years().forEach(year -> add(opened, "HHS-HCC " + year, market.scorer(year)));
    add(opened, "physician fees", new InstalledFees(codeSets).on(SERVED));
    add(
        opened,
        "ZIP codes",
        codeSets
            .rules(PublicationKind.MPFS_ZIP, SERVED)
            .map(table -> ZipLocalities.of(table.content(RuleTables.class))));
    add(opened, "outpatient rates", OutpatientRates.on(codeSets, DISCHARGED));
    if (new InstalledSurgery(codeSets).on(OPERATED) instanceof InstalledSurgery.Found found) {
      add(opened, "surgical centers", Optional.of(found));
    }
    if (new InstalledInpatient(codeSets).on(FISCAL_2021)
        instanceof InstalledInpatient.Found found) {
      add(opened, "inpatient prices", Optional.of(found));
    }
    return opened;
  }

  private static void add(List<Opened> opened, String what, Optional<?> tables) {
    tables.ifPresent(found -> opened.add(new Opened(what, found)));
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
