package org.cleanclaim.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.grouping.msdrg.WhatIf;
import org.cleanclaim.kernel.party.Sex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Groups an inpatient stay into its MS-DRG.
@Command(
    name = "drg",
    description = "Group an inpatient stay into its MS-DRG, and say why.",
    mixinStandardHelpOptions = true)
final class DrgCommand implements Callable<Integer> {
  @Option(
      names = "--principal",
      required = true,
      paramLabel = "CODE[:POA]",
      description = "Principal diagnosis.")
  String principal = "";

  @Option(
      names = "--secondary",
      paramLabel = "CODE[:POA]",
      description = "Secondary diagnosis with Y, N, U, W or 1; may be given several times.")
  List<String> secondaries = List.of();

  @Option(
      names = "--procedure",
      paramLabel = "CODE",
      description = "ICD-10-PCS code; may be given several times.")
  List<String> procedures = List.of();

  @Option(names = "--age", required = true, description = "Age at admission, in years.")
  int ageYears;

  @Option(names = "--sex", required = true, description = "${COMPLETION-CANDIDATES}")
  Sex sex = Sex.UNKNOWN;

  @Option(
      names = "--status",
      required = true,
      description = "Patient discharge status of the bill: 1 went home.")
  int status;

  @Option(names = "--discharged", required = true, description = "Day of discharge.")
  LocalDate discharged = LocalDate.EPOCH;

  @Option(
      names = "--poa-reporting",
      defaultValue = "REQUIRED",
      description =
          "Whether the hospital reports presence on admission: ${COMPLETION-CANDIDATES}. Default:"
              + " REQUIRED")
  Stay.PoaReporting reporting = Stay.PoaReporting.REQUIRED;

  @Option(names = "--explain", description = "Say how it came to the DRG.")
  boolean isExplained;

  @Option(names = "--what-if", description = "Try each secondary diagnosis as principal.")
  boolean isTried;

  @Option(names = "--json", description = "Print the grouping as JSON.")
  boolean isJson;

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Override
  public Integer call() throws IOException {
    GrouperVersion version =
        GrouperVersion.on(discharged)
            .orElseThrow(() ->
                new CommandFailure(
                    "No version of the grouper is known for discharges on %s; the known ones cover %s to %s."
                        .formatted(
                            discharged,
                            GrouperVersion.V41_0.from(),
                            GrouperVersion.V43_1.until().minusDays(1))));
    GrouperTables tables = tables();
    if (!tables.has(version)) {
      throw new CommandFailure(
          "The installed grouper logic has no " + version.title() + "; install newer tables.");
    }
    var grouper = new MsDrgGrouper(tables);
    var stay =
        new Stay(
            ageYears,
            sex,
            status,
            reporting,
            condition(principal),
            secondaries.stream().map(DrgCommand::condition).toList(),
            procedures.stream().map(DrgCommand::code).toList());
    Grouping grouping = grouper.group(stay, version);
    if (isJson) {
      System.out.println(OutwardJson.mapper().writeValueAsString(grouping));
    } else {
      List<String> steps = grouper.explain(grouping);
      (isExplained ? steps : List.of(steps.getLast())).forEach(System.out::println);
    }
    if (isTried) print(WhatIf.eachPrincipal(grouper, stay, version), tables, version);
    return grouping.last().returnCode() == ReturnCode.OK ? Main.DONE : Main.FINDINGS;
  }

  private GrouperTables tables() throws IOException {
    return store
        .store()
        .open()
        .rules(PublicationKind.MSDRG_LOGIC, discharged)
        .orElseThrow(() ->
            new CommandFailure(
                "No MS-DRG grouper logic is installed for "
                    + discharged
                    + "; install it with: cleanclaim codes install --from FOLDER"))
        .view(RuleTables.class, GrouperTables.class, GrouperTables::of);
  }

  private static void print(
      List<WhatIf.Trial> trials, GrouperTables tables, GrouperVersion version) {
    for (WhatIf.Trial trial : trials) {
      System.out.printf(
          "If %s were principal: DRG %03d %s%n",
          trial.principal(),
          trial.result().drg(),
          trial.result().returnCode() == ReturnCode.OK
              ? tables.drgTitle(trial.result().drg(), version).orElse("")
              : trial.result().returnCode().meaning());
    }
  }

  private static Stay.Condition condition(String text) {
    int colon = text.indexOf(':');
    String sign = colon < 0 ? "" : text.substring(colon + 1).toUpperCase(Locale.ROOT);
    if (!sign.matches("[YNUW1]?")) {
      throw new CommandFailure(
          "\"%s\" is no sign of presence on admission. Write %s:Y, or N, U, W, 1."
              .formatted(sign, text.substring(0, colon)));
    }
    return new Stay.Condition(
        code(colon < 0 ? text : text.substring(0, colon)), PresentOnAdmission.of(sign));
  }

  private static String code(String text) {
    return text.strip().replace(".", "").toUpperCase(Locale.ROOT);
  }
}
