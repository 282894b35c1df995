package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusLine;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.kernel.status.StatusParties.Party;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// Writes claim status questions (276) and answers (277), 005010X212. Neighbours with the same
/// payer, submitter, provider or subscriber share the level.
public final class StatusWriter {
  private static final String VERSION = "005010X212";

  private final SegmentWriter out;
  private final Levels levels;
  private int payerLevel;
  private int submitterLevel;
  private int providerLevel;
  private int subscriberLevel;
  private @Nullable Party payer;
  private @Nullable Party submitter;
  private @Nullable List<Party> providers;
  private @Nullable Insured subscriber;
  private @Nullable Insured dependent;

  private StatusWriter(SegmentWriter out) {
    this.out = out;
    this.levels = new Levels(out);
  }

  /// 276.
  public static byte[] inquiries(
      Envelope envelope, String groupNumber, List<ClaimStatusInquiry> inquiries) {
    return SegmentWriter.interchange(
        envelope, "HR", groupNumber, VERSION, out -> inquiries(out, envelope, inquiries));
  }

  static void inquiries(SegmentWriter out, Envelope envelope, List<ClaimStatusInquiry> inquiries) {
    out.transaction(
        "276",
        VERSION,
        () -> {
          var writer = new StatusWriter(out);
          out.begin(envelope, "0010", "13", envelope.controlNumber(), "");
          inquiries.forEach(writer::inquiry);
        });
  }

  /// 277.
  public static byte[] answers(Envelope envelope, String groupNumber, List<ClaimStatus> answers) {
    return SegmentWriter.interchange(
        envelope, "HN", groupNumber, VERSION, out -> answers(out, envelope, answers));
  }

  static void answers(SegmentWriter out, Envelope envelope, List<ClaimStatus> answers) {
    out.transaction(
        "277",
        VERSION,
        () -> {
          var writer = new StatusWriter(out);
          out.begin(envelope, "0010", "08", envelope.controlNumber(), "DG");
          answers.forEach(writer::answer);
        });
  }

  private void inquiry(ClaimStatusInquiry inquiry) {
    levels(inquiry.parties());
    out.segment("TRN", "1", out.text(inquiry.trace()));
    references(inquiry.references());
    if (inquiry.charge() != null) out.segment("AMT", "T3", inquiry.charge().toX12());
    period(inquiry.servedFrom(), inquiry.servedThrough());
    inquiry.lines().forEach(this::line);
  }

  private void answer(ClaimStatus answer) {
    levels(answer.parties());
    boolean isToProvider = answer.level() == ClaimStatus.Level.PROVIDER;
    out.segment("TRN", isToProvider ? "1" : "2", out.text(answer.trace()));
    answer.statements().forEach(this::statement);
    references(answer.references());
    period(answer.servedFrom(), answer.servedThrough());
    if (answer.respondBy() != null) {
      out.segment("DTP", "106", "D8", SegmentWriter.day(answer.respondBy()));
    }
    answer.lines().forEach(this::line);
  }

  private void levels(StatusParties parties) {
    if (!parties.payer().equals(payer)) {
      payer = parties.payer();
      submitter = null;
      payerLevel = levels.open(0, "20", true);
      name("PR", payer);
      if (parties.payerContact() != null) Parties.writeContact(out, parties.payerContact());
    }
    if (parties.submitter() != null && !parties.submitter().equals(submitter)) {
      submitter = parties.submitter();
      providers = null;
      submitterLevel = levels.open(payerLevel, "21", !parties.providers().isEmpty());
      name("41", submitter);
    }
    if (!parties.providers().isEmpty() && !parties.providers().equals(providers)) {
      providers = parties.providers();
      subscriber = null;
      providerLevel = levels.open(submitterLevel, "19", parties.subscriber() != null);
      providers.forEach(p -> name("1P", p));
    }
    // Claims of the subscriber and claims of a dependent stand below levels of their own.
    boolean isOfDependent = parties.dependent() != null;
    boolean isOtherKind = isOfDependent != (dependent != null);
    if (parties.subscriber() != null && (isOtherKind || !parties.subscriber().equals(subscriber))) {
      subscriber = parties.subscriber();
      dependent = null;
      subscriberLevel = levels.open(providerLevel, "22", isOfDependent);
      birth(subscriber);
      name("IL", subscriber.party());
    }
    if (parties.dependent() != null && !parties.dependent().equals(dependent)) {
      dependent = parties.dependent();
      levels.openLast(subscriberLevel, "23");
      birth(dependent);
      name("QC", dependent.party());
    }
  }

  private void birth(Insured insured) {
    if (insured.bornOn() == null) return;
    out.segment(
        "DMG",
        "D8",
        SegmentWriter.day(insured.bornOn()),
        insured.sex() == null ? "" : insured.sex().code());
  }

  private void name(String entity, Party party) {
    PartyName name = party.name();
    Parties.writeName(out, entity, name, party.idQualifier(), party.id());
  }

  private void references(List<Reference> references) {
    for (Reference reference : references) {
      out.segment("REF", reference.qualifier(), out.text(reference.value()));
    }
  }

  private void period(@Nullable LocalDate from, @Nullable LocalDate through) {
    if (from == null) return;
    boolean isSpan = through != null && !through.equals(from);
    out.segment(
        "DTP",
        "472",
        isSpan ? "RD8" : "D8",
        isSpan
            ? SegmentWriter.day(from) + "-" + SegmentWriter.day(through)
            : SegmentWriter.day(from));
  }

  private void line(StatusLine line) {
    var procedure = new ArrayList<String>();
    procedure.add(line.procedureQualifier());
    procedure.add(out.text(line.procedure()));
    line.modifiers().forEach(m -> procedure.add(out.text(m)));
    out.segment(
        "SVC",
        out.composite(procedure.toArray(String[]::new)),
        line.charge().toX12(),
        line.paid() == null ? null : line.paid().toX12(),
        line.revenueCode(),
        "",
        "",
        line.units() == null ? null : line.units().toPlainString());
    line.statuses().forEach(this::statement);
    if (line.controlNumber() != null) out.segment("REF", "FJ", out.text(line.controlNumber()));
    period(line.servedFrom(), line.servedThrough());
  }

  private void statement(ClaimStatus.Statement statement) {
    var codes = statement.codes();
    out.segment(
        "STC",
        code(codes, 0),
        SegmentWriter.day(statement.effectiveOn()),
        "",
        statement.charge() == null ? null : statement.charge().toX12(),
        statement.paid() == null ? null : statement.paid().toX12(),
        SegmentWriter.day(statement.adjudicatedOn()),
        "",
        SegmentWriter.day(statement.paidOn()),
        out.text(statement.checkNumber()),
        code(codes, 1),
        code(codes, 2));
  }

  private String code(List<ClaimStatus.Code> codes, int index) {
    if (index >= codes.size()) return "";
    var code = codes.get(index);
    return out.composite(code.category(), code.status(), code.entity(), code.list());
  }
}
