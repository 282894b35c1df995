package org.cleanclaim.edits.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.CoveragePolicy;
import org.cleanclaim.edits.CoveragePolicy.Frequency;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Policies that a practice wrote down: national determinations and limits, of which no download
/// has the codes.
record KeptPolicies(List<Kept> policies) {
  private static final Pattern NUMBER = Pattern.compile("\\d{5}");

  /// A row, before the index has been asked for what it leaves open.
  record Kept(ScopedPolicy policy, boolean hasTitle) {}

  KeptPolicies {
    policies = List.copyOf(policies);
  }

  static KeptPolicies of(RuleTables tables) {
    var policies = new ArrayList<Kept>();
    Rows.of(tables, "policies").each(row -> policies.add(policy(row)));
    return new KeptPolicies(policies);
  }

  private static Kept policy(Rows.Cells row) {
    var procedures = new HashSet<ProcedureCode>();
    for (String code : words(row.get("codes"))) procedures.add(new ProcedureCode(code));
    String contractor = row.get("contractor");
    var policy =
        new CoveragePolicy(
            row.get("document"),
            "",
            row.get("title").isEmpty() ? "kept by the practice" : row.get("title"),
            contractor.isEmpty() ? "Medicare" : contractor,
            row.get("source"),
            period(row),
            procedures,
            Ranges.of(row.get("covered")),
            Ranges.of(row.get("not_covered")),
            frequency(row));
    Set<String> numbers = NUMBER.matcher(contractor).matches() ? Set.of(contractor) : Set.of();
    var scope = new Scope(numbers, Set.copyOf(words(row.get("states"))));
    return new Kept(new ScopedPolicy(policy, scope), !row.get("title").isEmpty());
  }

  private static List<String> words(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split("[ ;]+"));
  }

  private static EffectivePeriod period(Rows.Cells row) {
    LocalDate through = row.day("through");
    return new EffectivePeriod(
        LocalDate.parse(row.get("from")), through == null ? null : through.plusDays(1));
  }

  private static @Nullable Frequency frequency(Rows.Cells row) {
    if (row.get("units").isEmpty()) return null;
    return new Frequency(
        Integer.parseInt(row.get("units")), Integer.parseInt(row.get("days")), ChronoUnit.DAYS);
  }
}
