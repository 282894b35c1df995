package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// Writes values into the fields of a line, and says so where a value does not fit.
final class LineFieldWriter {
  private LineFieldWriter() {}

  /// Writes a field of one line.
  static void write(ClaimField field, List<String> values, LineDraft line)
      throws FieldWriter.Misfit {
    @Nullable String text = values.isEmpty() ? null : values.getFirst();
    switch (field) {
      case LINE_PROCEDURE -> line.procedure = FieldWriter.maybe(text, ProcedureCode::parse);
      case LINE_MODIFIERS -> {
        var modifiers = new ArrayList<Modifier>();
        for (String value : values) modifiers.add(FieldWriter.known(value, Modifier::parse));
        line.modifiers = modifiers;
      }
      case LINE_REVENUE -> line.revenueCode = text;
      case LINE_CHARGE -> line.charge = FieldWriter.known(text, Money::parse);
      case LINE_UNITS -> line.units = FieldWriter.known(text, FieldType::number);
      case LINE_UNIT -> line.unit = FieldWriter.known(text, Optional::of);
      case LINE_PLACE -> line.place = FieldWriter.maybe(text, PlaceOfService::parse);
      case LINE_SERVED_FROM -> {
        line.from = FieldWriter.known(text, FieldType::day);
        if (line.through.isBefore(line.from)) line.through = line.from;
      }
      case LINE_SERVED_THROUGH -> line.through = FieldWriter.known(text, FieldType::day);
      case LINE_NDC ->
          line.drug =
              text == null
                  ? null
                  : new Drug(
                      text,
                      line.drug == null ? null : line.drug.quantity(),
                      line.drug == null ? null : line.drug.unit());
      case LINE_NDC_QUANTITY ->
          line.drug =
              new Drug(
                  line.drug == null ? "" : line.drug.ndc(),
                  FieldWriter.maybe(text, FieldType::number),
                  line.drug == null ? null : line.drug.unit());
      case LINE_NDC_UNIT ->
          line.drug =
              new Drug(
                  line.drug == null ? "" : line.drug.ndc(),
                  line.drug == null ? null : line.drug.quantity(),
                  text);
      case LINE_AUTHORIZATION -> line.authorization = text;
      case LINE_NOTE -> line.note = text;
      case LINE_DESCRIPTION ->
          line.marks =
              new LineMarks(
                  text,
                  line.marks.emergency(),
                  line.marks.screening(),
                  line.marks.familyPlanning(),
                  line.marks.copayExempt());
      case LINE_EMERGENCY ->
          line.marks =
              new LineMarks(
                  line.marks.description(),
                  text,
                  line.marks.screening(),
                  line.marks.familyPlanning(),
                  line.marks.copayExempt());
      case LINE_SCREENING ->
          line.marks =
              new LineMarks(
                  line.marks.description(),
                  line.marks.emergency(),
                  text,
                  line.marks.familyPlanning(),
                  line.marks.copayExempt());
      case LINE_FAMILY ->
          line.marks =
              new LineMarks(
                  line.marks.description(),
                  line.marks.emergency(),
                  line.marks.screening(),
                  text,
                  line.marks.copayExempt());
      case LINE_ORDERING, LINE_REFERRING, LINE_RENDERING -> {
        var role =
            field == ClaimField.LINE_ORDERING
                ? ProviderRole.ORDERING
                : field == ClaimField.LINE_REFERRING
                    ? ProviderRole.REFERRING
                    : ProviderRole.RENDERING;
        @Nullable Npi npi = FieldWriter.maybe(text, Npi::parse);
        ClaimDraft.change(line.providers, role, p -> FieldWriter.withNpi(p, npi));
      }
      default -> throw new FieldWriter.Misfit("%s cannot be written".formatted(field.title()));
    }
  }
}
