package org.cleanclaim.kernel.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.particular.Particulars;
import org.jspecify.annotations.Nullable;

/// A copy of a service line with some fields different; the line itself stays as it is.
public final class LineCopy {
  private final ServiceLine line;
  private int number;
  private @Nullable String controlNumber;
  private List<Modifier> modifiers;
  private Money charge;
  private BigDecimal unitsBilled;
  private List<Integer> diagnosisPointers;
  private LocalDate servedFrom;
  private LocalDate servedThrough;
  private List<LineAdjudication> priorAdjudications;
  private Particulars particulars;

  private LineCopy(ServiceLine line) {
    this.line = line;
    number = line.number();
    controlNumber = line.controlNumber();
    modifiers = line.modifiers();
    charge = line.charge();
    unitsBilled = line.unitsBilled();
    diagnosisPointers = line.diagnosisPointers();
    servedFrom = line.servedFrom();
    servedThrough = line.servedThrough();
    priorAdjudications = line.priorAdjudications();
    particulars = line.particulars();
  }

  /// A copy to change; without a change it equals the line.
  public static LineCopy of(ServiceLine line) {
    return new LineCopy(line);
  }

  public LineCopy number(int number) {
    this.number = number;
    return this;
  }

  public LineCopy controlNumber(@Nullable String controlNumber) {
    this.controlNumber = controlNumber;
    return this;
  }

  public LineCopy modifiers(List<Modifier> modifiers) {
    this.modifiers = modifiers;
    return this;
  }

  public LineCopy charge(Money charge) {
    this.charge = charge;
    return this;
  }

  public LineCopy unitsBilled(BigDecimal unitsBilled) {
    this.unitsBilled = unitsBilled;
    return this;
  }

  public LineCopy diagnosisPointers(List<Integer> diagnosisPointers) {
    this.diagnosisPointers = diagnosisPointers;
    return this;
  }

  public LineCopy servedFrom(LocalDate servedFrom) {
    this.servedFrom = servedFrom;
    return this;
  }

  public LineCopy servedThrough(LocalDate servedThrough) {
    this.servedThrough = servedThrough;
    return this;
  }

  public LineCopy priorAdjudications(List<LineAdjudication> priorAdjudications) {
    this.priorAdjudications = priorAdjudications;
    return this;
  }

  public LineCopy particulars(Particulars particulars) {
    this.particulars = particulars;
    return this;
  }

  /// The line as it is now.
  public ServiceLine copy() {
    return new ServiceLine(
        number,
        controlNumber,
        line.procedure(),
        modifiers,
        line.revenueCode(),
        charge,
        unitsBilled,
        line.unit(),
        diagnosisPointers,
        line.placeOfService(),
        servedFrom,
        servedThrough,
        line.drug(),
        line.authorizationNumber(),
        line.note(),
        line.providers(),
        priorAdjudications,
        line.dental(),
        particulars,
        line.marks());
  }
}
