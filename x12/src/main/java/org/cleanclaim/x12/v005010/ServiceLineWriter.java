package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.DentalService;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Writes service lines: loop 2400 and what stands below it.
final class ServiceLineWriter {
  private final SegmentWriter out;
  private final ClaimType type;

  ServiceLineWriter(SegmentWriter out, ClaimType type) {
    this.out = out;
    this.type = type;
  }

  void write(ServiceLine line) {
    var particulars = new ParticularsWriter(out, line.particulars());
    out.segment("LX", Integer.toString(line.number()));
    service(line);
    if (line.dental() != null) teeth(line.dental());
    particulars.attachments();
    particulars.certifications();
    dates(line, particulars);
    particulars.quantities();
    particulars.measurements();
    if (line.authorizationNumber() != null) {
      out.segment("REF", "G1", out.text(line.authorizationNumber()));
    }
    if (line.controlNumber() != null) out.segment("REF", "6R", out.text(line.controlNumber()));
    particulars.references();
    particulars.amounts();
    particulars.fileInformation();
    if (line.note() != null) out.segment("NTE", "ADD", out.text(line.note()));
    particulars.notes();
    particulars.repricings();
    if (line.drug() != null) drug(line.drug());
    line.providers().forEach(p -> Parties.writeProvider(out, p));
    line.priorAdjudications().forEach(p -> adjudication(line, p));
  }

  private void service(ServiceLine line) {
    String place = line.placeOfService() == null ? "" : line.placeOfService().value();
    String pointers =
        out.composite(
            line.diagnosisPointers().stream().map(String::valueOf).toArray(String[]::new));
    String procedure = procedure(line.procedure(), line.modifiers());
    String units = line.unitsBilled().toPlainString();
    switch (type) {
      case PROFESSIONAL ->
          out.segment(
              "SV1",
              described(line),
              line.charge().toX12(),
              line.unit(),
              units,
              place,
              "",
              pointers,
              "",
              line.marks().emergency(),
              "",
              line.marks().screening(),
              line.marks().familyPlanning(),
              "",
              "",
              line.marks().copayExempt());
      case INSTITUTIONAL ->
          out.segment(
              "SV2",
              line.revenueCode(),
              line.procedure() == null ? "" : procedure,
              line.charge().toX12(),
              line.unit(),
              units);
      case DENTAL -> {
        DentalService dental = line.dental();
        out.segment(
            "SV3",
            procedure,
            line.charge().toX12(),
            place,
            dental == null ? "" : out.composite(dental.oralCavities().toArray(String[]::new)),
            dental == null ? "" : dental.prosthesis(),
            units,
            "",
            "",
            "",
            "",
            pointers);
      }
    }
  }

  private void teeth(DentalService dental) {
    for (var tooth : dental.teeth()) {
      out.segment(
          "TOO", "JP", tooth.number(), out.composite(tooth.surfaces().toArray(String[]::new)));
    }
  }

  private void dates(ServiceLine line, ParticularsWriter particulars) {
    // Institutional lines may have no day of their own: the statement's period holds.
    if (line.servedFrom().equals(LocalDate.EPOCH)) {
      particulars.periods();
      return;
    }
    boolean isSpan = !line.servedFrom().equals(line.servedThrough());
    out.segment(
        "DTP",
        "472",
        isSpan ? "RD8" : "D8",
        isSpan
            ? SegmentWriter.day(line.servedFrom()) + "-" + SegmentWriter.day(line.servedThrough())
            : SegmentWriter.day(line.servedFrom()));
    particulars.periods();
  }

  private void drug(Drug drug) {
    out.segment("LIN", "", "N4", drug.ndc());
    if (drug.quantity() != null) {
      out.segment("CTP", "", "", "", drug.quantity().toPlainString(), out.composite(drug.unit()));
    }
  }

  private String procedure(@Nullable ProcedureCode procedure, List<Modifier> modifiers) {
    var parts = new ArrayList<String>();
    parts.add(type == ClaimType.DENTAL ? "AD" : "HC");
    parts.add(procedure == null ? "" : procedure.value());
    modifiers.stream().map(Modifier::value).forEach(parts::add);
    return out.composite(parts.toArray(String[]::new));
  }

  /// The procedure with its modifiers and, in the seventh component, what it was.
  private String described(ServiceLine line) {
    String description = line.marks().description();
    if (description == null) return procedure(line.procedure(), line.modifiers());
    var parts = new @Nullable String[7];
    parts[0] = "HC";
    parts[1] = line.procedure() == null ? "" : line.procedure().value();
    for (int i = 0; i < Math.min(4, line.modifiers().size()); i++) {
      parts[i + 2] = line.modifiers().get(i).value();
    }
    parts[6] = out.text(description);
    return out.composite(parts);
  }

  // Codes that the decision does not tell are those of the line.
  private void adjudication(ServiceLine line, LineAdjudication prior) {
    var procedure = prior.procedure() == null ? line.procedure() : prior.procedure();
    var modifiers = prior.procedure() == null ? line.modifiers() : prior.modifiers();
    boolean isInstitutional = type == ClaimType.INSTITUTIONAL;
    out.segment(
        "SVD",
        out.text(prior.payer().value()),
        prior.paid().toX12(),
        isInstitutional && procedure == null ? "" : procedure(procedure, modifiers),
        !isInstitutional
            ? ""
            : prior.revenueCode() == null ? line.revenueCode() : prior.revenueCode(),
        prior.unitsPaid().toPlainString());
    Adjustments.write(prior.adjustments(), out);
    if (prior.adjudicatedOn() != null) {
      out.segment("DTP", "573", "D8", SegmentWriter.day(prior.adjudicatedOn()));
    }
    if (prior.patientOwes() != null) {
      out.segment("AMT", "EAF", prior.patientOwes().toX12());
    }
  }
}
