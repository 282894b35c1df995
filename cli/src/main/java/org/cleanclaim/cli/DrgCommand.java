package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.claims.StayFiles;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.grouping.msdrg.WhatIf;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Groups an inpatient stay into its MS-DRG.
@Command(
    name = "drg",
    description = "Group an inpatient stay into its MS-DRG, and say why.",
    mixinStandardHelpOptions = true)
final class DrgCommand implements Callable<Integer> {
  private static final int UNSAID = -1;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Files of stays in place of the options: 837 institutional, FHIR, or a table with"
              + " commas.")
  List<Path> files = List.of();

  @Option(names = "--principal", paramLabel = "CODE[:POA]", description = "Principal diagnosis.")
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

  @Option(names = "--age", description = "Age at admission, in years.")
  int ageYears = UNSAID;

  @Option(names = "--sex", description = "${COMPLETION-CANDIDATES}")
  Sex sex = Sex.UNKNOWN;

  @Option(names = "--status", description = "Patient discharge status of the bill: 1 went home.")
  int status = UNSAID;

  @Option(names = "--discharged", description = "Day of discharge.")
  @Nullable LocalDate discharged;

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
    CodeSets codeSets = store.store().open();
    var results = new ArrayList<Map<String, Object>>();
    var unfinished = new ArrayList<String>();
    if (files.isEmpty()) {
      results.add(group(codeSets, typed(), unfinished));
    } else {
      var reader =
          new StayFiles(reporting, input -> results.add(group(codeSets, input, unfinished)));
      for (Path file : X12Input.files(files)) {
        try (InputStream in = X12Input.open(file)) {
          reader.read(in, X12Input.name(file));
        }
      }
    }
    if (isJson) {
      Object shown =
          !files.isEmpty()
              ? results
              : isTried ? results.getFirst() : results.getFirst().get("grouping");
      System.out.println(OutwardJson.mapper().writeValueAsString(shown));
    }
    return unfinished.isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private StayFiles.Input typed() {
    LocalDate day = discharged;
    if (principal.isEmpty() || ageYears == UNSAID || status == UNSAID || day == null) {
      throw new CommandFailure(
          "State --principal, --age, --sex, --status and --discharged, or name files of stays.");
    }
    return new StayFiles.Input.Known(
        "",
        new Stay(
            ageYears,
            sex,
            status,
            reporting,
            condition(principal),
            secondaries.stream().map(DrgCommand::condition).toList(),
            procedures.stream().map(StayFiles::code).toList()),
        day);
  }

  /// Groups a stay and prints it, unless all is printed as JSON in the end.
  private Map<String, Object> group(
      CodeSets codeSets, StayFiles.Input input, List<String> unfinished) {
    var result = new LinkedHashMap<String, Object>();
    result.put("id", input.id());
    try {
      switch (input) {
        case StayFiles.Input.Known known -> {
          GrouperVersion version = version(known.discharged());
          GrouperTables tables = tables(codeSets, known.discharged(), version);
          var grouper = new MsDrgGrouper(tables);
          Grouping grouping = grouper.group(known.stay(), version);
          result.put("grouping", grouping);
          if (grouping.last().returnCode() != ReturnCode.OK) unfinished.add(input.id());
          if (!isJson) print(input.id(), grouper.explain(grouping));
          if (isTried) {
            List<WhatIf.Trial> trials = WhatIf.eachPrincipal(grouper, known.stay(), version);
            result.put("whatIf", trials);
            if (!isJson) print(trials, tables, version);
          }
        }
        case StayFiles.Input.Refused refused ->
            refuse(result, refused.message(), refused.remedy(), unfinished);
      }
    } catch (CommandFailure e) {
      if (files.isEmpty()) throw e;
      refuse(result, String.valueOf(e.getMessage()), "", unfinished);
    }
    return result;
  }

  private void refuse(
      Map<String, Object> result, String message, String remedy, List<String> unfinished) {
    String id = String.valueOf(result.get("id"));
    unfinished.add(id);
    result.put("reason", message);
    result.put("remedy", remedy);
    if (!isJson) System.out.printf("%s: no DRG. %s %s%n", id, message, remedy);
  }

  private void print(String id, List<String> steps) {
    String before = id.isEmpty() ? "" : id + ": ";
    if (isExplained) {
      if (!id.isEmpty()) System.out.println(id);
      steps.forEach(System.out::println);
    } else {
      System.out.println(before + steps.getLast());
    }
  }

  private static GrouperVersion version(LocalDate day) {
    return GrouperVersion.on(day)
        .orElseThrow(() ->
            new CommandFailure(
                "No version of the grouper is known for discharges on %s; the known ones cover %s to %s."
                    .formatted(
                        day,
                        GrouperVersion.V41_0.from(),
                        GrouperVersion.V43_1.until().minusDays(1))));
  }

  private static GrouperTables tables(CodeSets codeSets, LocalDate day, GrouperVersion version) {
    GrouperTables tables =
        codeSets
            .rules(PublicationKind.MSDRG_LOGIC, day)
            .orElseThrow(() ->
                new CommandFailure(
                    "No MS-DRG grouper logic is installed for "
                        + day
                        + "; install it with: cleanclaim codes install --from FOLDER"))
            .view(RuleTables.class, GrouperTables.class, GrouperTables::of);
    if (!tables.has(version)) {
      throw new CommandFailure(
          "The installed grouper logic has no " + version.title() + "; install newer tables.");
    }
    return tables;
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
    try {
      return StayFiles.condition(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "\"%s\" is no diagnosis with a sign of presence on admission. Write CODE:Y, or N, U, W, 1."
              .formatted(text));
    }
  }
}
