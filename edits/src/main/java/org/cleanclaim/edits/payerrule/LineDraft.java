package org.cleanclaim.edits.payerrule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.party.Provider;
import org.jspecify.annotations.Nullable;

/// A service line while a rule or an example writes to it. What rules cannot write stays as it was.
final class LineDraft {
  private final ServiceLine line;
  @Nullable ProcedureCode procedure;
  List<Modifier> modifiers;
  @Nullable String revenueCode;
  Money charge;
  BigDecimal units;
  String unit;
  List<Integer> pointers;
  @Nullable PlaceOfService place;
  LocalDate from;
  LocalDate through;
  @Nullable Drug drug;
  @Nullable String authorization;
  @Nullable String note;
  List<Provider> providers;
  LineMarks marks;

  LineDraft(ServiceLine line) {
    this.line = line;
    procedure = line.procedure();
    modifiers = new ArrayList<>(line.modifiers());
    revenueCode = line.revenueCode();
    charge = line.charge();
    units = line.unitsBilled();
    unit = line.unit();
    pointers = line.diagnosisPointers();
    place = line.placeOfService();
    from = line.servedFrom();
    through = line.servedThrough();
    drug = line.drug();
    authorization = line.authorizationNumber();
    note = line.note();
    providers = new ArrayList<>(line.providers());
    marks = line.marks();
  }

  ServiceLine toLine() {
    return new ServiceLine(
        line.number(),
        line.controlNumber(),
        procedure,
        modifiers,
        revenueCode,
        charge,
        units,
        unit,
        pointers,
        place,
        from,
        through,
        drug,
        authorization,
        note,
        providers,
        line.priorAdjudications(),
        line.dental(),
        line.particulars(),
        marks);
  }
}
