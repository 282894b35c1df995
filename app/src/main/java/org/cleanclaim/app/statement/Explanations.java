package org.cleanclaim.app.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.ledger.Ledger.LedgerLine;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// Puts an entry of the ledger into plain words. Reasons of payers are told by our own sentences;
/// one that we have none for by its code.
@Component
class Explanations {
  private static final String FILE = "patient-reasons.tsv";

  private final CodeSets codeSets;
  private final Map<String, Words> reasons = new HashMap<>();

  Explanations(CodeSets codeSets) {
    this.codeSets = codeSets;
    try (var stream = Explanations.class.getResourceAsStream(FILE)) {
      if (stream == null) throw new IllegalStateException(FILE + " is missing");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .forEach(f -> reasons.put(f[0], new Words(f[1], f[2], f[3], f[4])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Why an entry changed what the patient owes.
  Words of(LedgerLine line, LocalDate asOf) {
    return own(line).orElseGet(() -> share(line, asOf));
  }

  /// Whether an entry is a share that a plan left to the patient, or takes back.
  boolean isShare(LedgerLine line) {
    return own(line).isEmpty();
  }

  /// For what a plan takes back of a share that it had not left.
  Words takenBack() {
    return reason("taken-back");
  }

  /// What no plan has decided.
  private Optional<Words> own(LedgerLine line) {
    return Optional.ofNullable(
        switch (line.kind()) {
          case "PATIENT_PAYMENT" -> Words.paid(method(line.reason()), line.effectiveOn());
          case "PAYMENT_REVERSED" ->
              new Words(
                  "A payment came back",
                  "%s, on %s.".formatted(line.reason(), Language.ENGLISH.day(line.effectiveOn())),
                  "Un pago fue devuelto",
                  "El pago fue devuelto el %s."
                      .formatted(Language.SPANISH.day(line.effectiveOn())));
          case "REFUND" ->
              new Words(
                  "Refund to you",
                  "We are sending this back to you (%s)."
                      .formatted(Language.ENGLISH.day(line.effectiveOn())),
                  "Reembolso para usted",
                  "Le devolvemos este dinero (%s)."
                      .formatted(Language.SPANISH.day(line.effectiveOn())));
          case "REFUND_CANCELLED" ->
              new Words(
                  "Refund not sent",
                  "This did not go out: it is on your account again (%s)."
                      .formatted(Language.ENGLISH.day(line.effectiveOn())),
                  "Reembolso no enviado",
                  "Este dinero no se envió: está de nuevo en su cuenta (%s)."
                      .formatted(Language.SPANISH.day(line.effectiveOn())));
          case "TO_NEXT_PAYER" ->
              new Words(
                  "Sent to your other plan",
                  "We are asking your other plan to pay this part.",
                  "Enviado a su otro plan",
                  "Estamos pidiendo a su otro plan que pague esta parte.");
          case "ASSISTANCE" -> reason("assistance");
          case "SMALL_BALANCE" -> reason("small-balance");
          case "WRITE_OFF" -> reason("write-off");
          default -> "self-pay".equals(line.memo()) ? reason("self-pay") : null;
        });
  }

  private Words share(LedgerLine line, LocalDate asOf) {
    String memo = line.memo() == null ? "" : line.memo();
    var known = reasons.get(memo);
    if (known != null) return known;
    var entry = codeSets.find(CodeSystem.CARC, memo.substring(memo.indexOf('-') + 1), asOf);
    String english =
        entry
            .map(e -> e.attributes().get("patient"))
            .filter(text -> !text.isBlank())
            .orElse("Your plan left this part to you (reason " + memo + ").");
    return new Words(
        entry.map(CodeEntry::title).orElse("Your share"),
        english,
        "Su parte",
        "Su plan dejó esta parte a su cargo (motivo " + memo + ").");
  }

  private Words reason(String key) {
    var words = reasons.get(key);
    if (words == null) throw new IllegalStateException(FILE + " has no " + key);
    return words;
  }

  private static String method(String reason) {
    return reason.startsWith("Patient pays by ")
        ? reason.substring("Patient pays by ".length())
        : reason;
  }
}
