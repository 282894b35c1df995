package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.grouping.msdrg.WhatIf;

/// Groups stays by the installed logic of their day of discharge.
///
/// @param trials what is tried beyond the grouping itself
public record StayGrouping(CodeSets codeSets, Trials trials) {

  /// What is tried.
  public enum Trials {
    NONE,
    /// Each secondary diagnosis as principal.
    EACH_PRINCIPAL
  }

  /// What came of a stay.
  public sealed interface Result {
    String id();

    /// Whether it has a DRG.
    default boolean isFinished() {
      return this instanceof Grouped grouped
          && grouped.grouping().last().returnCode() == ReturnCode.OK;
    }

    /// As the API and `drg --json` give it.
    default Map<String, Object> json() {
      var map = new LinkedHashMap<String, Object>();
      map.put("id", id());
      switch (this) {
        case Grouped grouped -> {
          map.put("grouping", grouped.grouping());
          map.put("steps", grouped.steps());
          if (!grouped.whatIf().isEmpty()) map.put("whatIf", grouped.whatIf());
        }
        case Refused refused -> {
          map.put("reason", refused.message());
          map.put("remedy", refused.remedy());
        }
      }
      return map;
    }

    /// @param steps how it came to the DRG
    /// @param whatIf what each secondary would lead to as principal; empty when it was not tried
    record Grouped(
        String id,
        Grouping grouping,
        List<String> steps,
        List<WhatIf.Trial> whatIf,
        GrouperTables tables,
        GrouperVersion version)
        implements Result {
      public Grouped {
        steps = List.copyOf(steps);
        whatIf = List.copyOf(whatIf);
      }
    }

    /// There is nothing to group it by, or the file says too little of it.
    record Refused(String id, String message, String remedy) implements Result {}
  }

  public Result group(StayFiles.Input input) {
    return switch (input) {
      case StayFiles.Input.Refused refused ->
          new Result.Refused(refused.id(), refused.message(), refused.remedy());
      case StayFiles.Input.Known known -> group(known);
    };
  }

  private Result group(StayFiles.Input.Known known) {
    LocalDate day = known.discharged();
    var version = GrouperVersion.on(day);
    if (version.isEmpty()) {
      return new Result.Refused(
          known.id(),
          "No version of the grouper is known for discharges on %s; the known ones cover %s to %s."
              .formatted(
                  day, GrouperVersion.V41_0.from(), GrouperVersion.V43_1.until().minusDays(1)),
          "Correct the day of discharge.");
    }
    var logic = codeSets.rules(PublicationKind.MSDRG_LOGIC, day);
    if (logic.isEmpty()) {
      return new Result.Refused(
          known.id(),
          "No MS-DRG grouper logic is installed for %s.".formatted(day),
          "Install it with: cleanclaim codes install --from FOLDER");
    }
    GrouperTables tables =
        logic.get().view(RuleTables.class, GrouperTables.class, GrouperTables::of);
    if (!tables.has(version.get())) {
      return new Result.Refused(
          known.id(),
          "The installed grouper logic has no %s.".formatted(version.get().title()),
          "Install newer tables.");
    }
    var grouper = new MsDrgGrouper(tables);
    Grouping grouping = grouper.group(known.stay(), version.get());
    List<WhatIf.Trial> tried =
        trials == Trials.NONE
            ? List.of()
            : WhatIf.eachPrincipal(grouper, known.stay(), version.get());
    return new Result.Grouped(
        known.id(), grouping, grouper.explain(grouping), tried, tables, version.get());
  }
}
